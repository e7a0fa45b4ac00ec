use crate::check::rule_context::RuleContext;
use crate::check::signs::Signs;
use crate::check::written::each_written;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use std::ops::Range;

pub(super) static RULE: Rule = Rule {
    code: "LA502",
    name: "spazi-e-punteggiatura",
    severity: Severity::Note,
    summary: "C'è uno spazio prima di un segno di punteggiatura, o ne manca uno dopo.",
    why: "La riga si spezza prima della virgola e la frase si legge male; di solito viene da un copia e incolla.",
    remedy: "Nessuno spazio prima di virgola, punto, punto e virgola, due punti e parentesi chiusa, uno spazio dopo la virgola; lo spazio in più lo toglie `piao check --fix`, che sposta anche quello che sta dalla parte sbagliata.",
    basis: "Uso tipografico corrente dell'italiano.",
    failing: &[
        Example::new(&[Edit::new(
            "processi.yaml",
            "finalita: Pubblicare gli atti nei tempi previsti",
            "finalita: Pubblicare gli atti , nei tempi previsti",
        )]),
        Example::new(&[Edit::new(
            "processi.yaml",
            "finalita: Pubblicare gli atti nei tempi previsti",
            "finalita: Pubblicare gli atti,nei tempi previsti",
        )]),
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "22 maggio 2017 n. 81.",
            "22 maggio 2017 n. 81 .",
        )]),
        Example::new(&[Edit::new(
            "processi.yaml",
            "finalita: Pubblicare gli atti nei tempi previsti",
            "finalita: Pubblicare gli atti (tutti ), nei tempi previsti",
        )]),
        Example::new(&[Edit::new(
            "processi.yaml",
            "finalita: Pubblicare gli atti nei tempi previsti",
            "finalita: Pubblicare gli atti ,nei tempi previsti",
        )]),
    ],
    passing: &[Example::new(&[Edit::new(
        "processi.yaml",
        "finalita: Pubblicare gli atti nei tempi previsti",
        "finalita: Pubblicare 1,5 atti (ex art. 3) alle 10:30, su www.esempio.it; ecc.",
    )])],
};

/// The signs that stand beside spaces.
const SIGNS: Signs = Signs::any_of(",;:.)?!(").or(Signs::STRANGE);

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    each_written(context, &mut |written| {
        if !written.signs.meets(SIGNS) {
            return;
        }
        if let Some((range, sign)) = space_before(written.text) {
            findings.push(
                Finding::new(
                    &RULE,
                    written.span(context, range.start..range.end + sign.len_utf8()),
                    format!("c'è uno spazio prima di «{sign}»"),
                )
                .label("spazio di troppo")
                .help("togliere lo spazio")
                .fix(written.fix(context, range, "")),
            );
        } else if let Some((range, sign)) = space_on_wrong_side(written.text) {
            findings.push(
                Finding::new(
                    &RULE,
                    written.span(context, range.clone()),
                    format!("lo spazio è prima di «{sign}» e non dopo"),
                )
                .label("spazio dalla parte sbagliata")
                .help("spostare lo spazio dopo il segno")
                .fix(written.fix(context, range, &format!("{sign} "))),
            );
        } else if let Some((range, sign)) = space_after_parenthesis(written.text) {
            findings.push(
                Finding::new(
                    &RULE,
                    written.span(context, range.start - 1..range.end),
                    format!("c'è uno spazio dopo «{sign}»"),
                )
                .label("spazio di troppo")
                .help("togliere lo spazio")
                .fix(written.fix(context, range, "")),
            );
        } else if let Some(range) = no_space_after(written.text) {
            let piece = &written.text[range.clone()];
            findings.push(
                Finding::new(
                    &RULE,
                    written.span(context, range.clone()),
                    format!("in «{piece}» manca uno spazio dopo il segno"),
                )
                .label("manca uno spazio")
                .help("aggiungere uno spazio"),
            );
        }
    });
}

/// The spaces before a sign, and the sign.
fn space_before(text: &str) -> Option<(Range<usize>, char)> {
    let french = is_french(text);
    for (at, sign) in text.char_indices().filter(|(_, c)| matches!(c, ',' | ';' | ':' | '.' | ')' | '?' | '!' | '»')) {
        let before = text[..at].trim_end_matches(' ');
        if before.len() == at || before.is_empty() {
            continue;
        }
        if french && matches!(sign, ':' | ';' | '?' | '!' | '»') {
            continue;
        }
        // `.NET`, `...` and `:-)` are no ends of a sentence; neither is a sign after another sign or a dash.
        let next = text[at + sign.len_utf8()..].chars().next();
        let closes = matches!(sign, ')' | '»');
        let apart = next.is_none_or(|c| {
            c == ' ' || matches!(c, ')' | '»' | '"') || (closes && matches!(c, '.' | ',' | ';' | ':' | '?' | '!'))
        });
        let word = before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '»' | '"' | '%'));
        if apart && word {
            return Some((before.len()..at, sign));
        }
    }
    None
}

/// The spaces before a comma or a semicolon that is joined to the next word, and the sign: `atti ,nei tempi`.
fn space_on_wrong_side(text: &str) -> Option<(Range<usize>, char)> {
    let french = is_french(text);
    text.char_indices().filter(|(_, c)| matches!(c, ',' | ';')).find_map(|(at, sign)| {
        let before = text[..at].trim_end_matches(' ');
        let mut next = text[at + 1..].chars();
        // `;D` is no word.
        let joined = next
            .next()
            .is_some_and(|c| c.is_lowercase() || c.is_uppercase() && next.next().is_some_and(char::is_alphabetic));
        let word = before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '»' | '"' | '%'));
        let is_wrong = before.len() < at && word && joined && !(french && sign == ';');
        is_wrong.then_some((before.len()..at + 1, sign))
    })
}

/// The spaces after an opening parenthesis, and the parenthesis.
fn space_after_parenthesis(text: &str) -> Option<(Range<usize>, char)> {
    text.char_indices().filter(|(_, c)| *c == '(').find_map(|(at, sign)| {
        let rest = &text[at + 1..];
        let spaces = rest.len() - rest.trim_start_matches(' ').len();
        (spaces > 0 && spaces < rest.len()).then_some((at + 1..at + 1 + spaces, sign))
    })
}

/// Whether a text is French, which puts a space before two-part signs and inside its quotation marks.
fn is_french(text: &str) -> bool {
    // None of them is an Italian word.
    const WORDS: [&str; 25] = [
        "les", "des", "du", "et", "une", "aux", "au", "ou", "dans", "pour", "par", "sur", "avec", "sont", "ont",
        "celui", "cette", "que", "leur", "leurs", "nous", "vous", "qu'un", "n'y", "l'état",
    ];
    let mut words = text.split(' ').filter_map(|word| WORDS.iter().position(|french| *french == word));
    words.next().is_some_and(|first| words.any(|other| other != first))
}

/// Two words joined by a comma or a semicolon.
fn no_space_after(text: &str) -> Option<Range<usize>> {
    for (at, _) in text.char_indices().filter(|(_, c)| matches!(c, ',' | ';')) {
        let start = text[..at].trim_end_matches(char::is_alphabetic).len();
        let whole = start == 0 || text[..start].ends_with(' ');
        let next = text[at + 1..].split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
        let letters = |word: &str| word.chars().nth(1).is_some() && word.chars().all(char::is_alphabetic);
        if whole && letters(&text[start..at]) && letters(next) {
            return Some(start..at + text[at..].find(' ').unwrap_or(text.len() - at));
        }
    }
    None
}
