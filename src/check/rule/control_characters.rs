use crate::check::rule_context::RuleContext;
use crate::check::signs::Signs;
use crate::check::written::each_written;
use crate::diagnostic::{Edit, Example, Finding, Findings, Fix, Rule, Safety, Severity};
use crate::source::Span;
use std::ops::Range;

pub(super) static RULE: Rule = Rule {
    code: "LA512",
    name: "caratteri-di-comando",
    severity: Severity::Error,
    summary: "In un testo c'è un carattere di comando, che non è una lettera e che nessuna pagina può mostrare.",
    why: "Le pagine e i dati aperti non lo ammettono, e un terminale lo può eseguire. Di solito al suo posto c'era una virgoletta o un a capo.",
    remedy: "Riscrivere la parola con la tastiera.",
    correction: Some("`piao check --fix` rimette le virgolette, i trattini e gli spazi che riconosce"),
    basis: "HTML e XML 1.0: caratteri ammessi; ISO/IEC 6429.",
    failing: &[
        Example {
            caption: "Una virgoletta di Windows letta come comando",
            edits: &[Edit::new(
                "processi.yaml",
                "finalita: Pubblicare gli atti nei tempi previsti",
                "finalita: \"Pubblicare gli atti \\u0093nei tempi\\u0094 previsti\"",
            )],
        },
        Example {
            caption: "Il carattere nullo",
            edits: &[Edit::new(
                "processi.yaml",
                "finalita: Pubblicare gli atti nei tempi previsti",
                "finalita: \"Pubblicare gli atti\\0 nei tempi previsti\"",
            )],
        },
    ],
    passing: &[Example {
        caption: "Un testo su più righe",
        edits: &[Edit::new(
            "processi.yaml",
            "finalita: Pubblicare gli atti nei tempi previsti",
            "finalita: |\n      Pubblicare gli atti\n      nei tempi previsti",
        )],
    }],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    each_written(context, &mut |written| {
        // Of a chapter every line is looked at, its code and its expressions included.
        if written.is_narrative() || !written.signs.meets(Signs::COMMANDS.or(Signs::STRANGE)) {
            return;
        }
        let Some((range, c)) = command(written.text) else { return };
        let fix = meant(c).and_then(|sign| written.fix(context, range.clone(), sign.encode_utf8(&mut [0; 4])));
        findings.push(finding(written.text, &range, c, written.span(context, range.clone()), fix));
    });
    for chapter in &context.edition.chapters {
        let mut start = 0;
        for line in chapter.body.value.split_inclusive('\n') {
            if let Some((range, c)) = command(line) {
                let span = chapter.body.span.part(start + range.start, start + range.end);
                let safety = Safety::Certain;
                let fix = meant(c).map(|sign| Fix { span, replacement: sign.to_string(), safety });
                findings.push(finding(line, &range, c, span, fix));
            }
            start += line.len();
        }
    }
}

fn finding(text: &str, range: &Range<usize>, c: char, span: Span, fix: Option<Fix>) -> Finding {
    let before: String = text[..range.start].chars().filter(|c| !is_command(*c)).collect();
    let near: Vec<&str> = before.split_whitespace().rev().take(2).collect();
    let near = near.into_iter().rev().collect::<Vec<_>>().join(" ");
    let place = if near.is_empty() { "all'inizio del testo".to_owned() } else { format!("dopo «{near}»") };
    let help = match meant(c) {
        Some(' ') => "scrivere uno spazio".to_owned(),
        Some(sign) => format!("scrivere «{sign}»"),
        None => "riscrivere la parola con la tastiera".to_owned(),
    };
    Finding::new(&RULE, span, format!("{place} c'è un carattere di comando"))
        .label(format!("U+{:04X}", u32::from(c)))
        .help(help)
        .fix(fix)
}

/// The first control character of a text.
fn command(text: &str) -> Option<(Range<usize>, char)> {
    text.char_indices().find(|(_, c)| is_command(*c)).map(|(at, c)| (at..at + c.len_utf8(), c))
}

fn is_command(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t' | '\r')
}

/// The sign of Windows-1252 that was read as a control character, or the space that a word processor meant by one.
fn meant(c: char) -> Option<char> {
    Some(match c {
        '\u{b}' | '\u{c}' => ' ',
        '\u{80}' => '€',
        '\u{85}' => '…',
        '\u{8b}' => '‹',
        '\u{91}' => '‘',
        '\u{92}' => '’',
        '\u{93}' => '“',
        '\u{94}' => '”',
        '\u{95}' => '•',
        '\u{96}' => '–',
        '\u{97}' => '—',
        '\u{99}' => '™',
        '\u{9b}' => '›',
        _ => return None,
    })
}
