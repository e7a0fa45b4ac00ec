use crate::check::rule_context::RuleContext;
use crate::check::written::each_written;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA512",
    name: "caratteri-di-comando",
    severity: Severity::Error,
    summary: "In un testo c'è un carattere di comando, che non è una lettera e che nessuna pagina può mostrare.",
    why: "Le pagine e i dati aperti non lo ammettono, e un terminale lo può eseguire. Di solito al suo posto c'era una virgoletta o un a capo.",
    remedy: "Riscrivere la parola con la tastiera; `piao check --fix` rimette le virgolette, i trattini e gli spazi che riconosce.",
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

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    each_written(context, &mut |written| {
        let text = written.text;
        let Some((at, c)) = text.char_indices().find(|(_, c)| is_command(*c)) else { return };
        let range = at..at + c.len_utf8();
        let before: String = text[..at].chars().filter(|c| !is_command(*c)).collect();
        let near: Vec<&str> = before.split_whitespace().rev().take(2).collect();
        let near = near.into_iter().rev().collect::<Vec<_>>().join(" ");
        let place = if near.is_empty() { "all'inizio del testo".to_owned() } else { format!("dopo «{near}»") };
        let finding =
            Finding::new(&RULE, written.span(context, range.clone()), format!("{place} c'è un carattere di comando"))
                .label(format!("U+{:04X}", u32::from(c)));
        findings.push(match meant(c) {
            Some(sign) => {
                let help = if sign == ' ' { "scrivere uno spazio".to_owned() } else { format!("scrivere «{sign}»") };
                finding.help(help).fix(written.fix(context, range, sign.encode_utf8(&mut [0; 4])))
            }
            None => finding.help("riscrivere la parola con la tastiera"),
        });
    });
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
