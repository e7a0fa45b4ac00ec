use crate::check::rule_context::RuleContext;
use crate::check::signs::Signs;
use crate::check::written::Written;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA503",
    name: "parentesi-spaiate",
    severity: Severity::Note,
    summary: "Una parentesi o una virgoletta si apre e non si chiude, o il contrario.",
    why: "Di solito manca la fine della frase: la cella è stata tagliata nel copiare.",
    remedy: "Chiudere la parentesi, o togliere quella di troppo.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: completezza e comprensibilità dei dati pubblicati.",
    failing: &[
        Example::new(&[Edit::new(
            "processi.yaml",
            "processo: Accertamento dei tributi",
            "processo: Accertamento dei tributi (IMU e TARI",
        )]),
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Questo «allegato descrive",
        )]),
    ],
    passing: &[
        Example::new(&[Edit::new(
            "processi.yaml",
            "processo: Accertamento dei tributi",
            "processo: \"Accertamento: a) dei tributi (IMU), 2) delle tariffe\"",
        )]),
        Example {
            caption: "Le virgolette tedesche",
            edits: &[Edit::new(
                "/content/2026-2028/01-premessa.md",
                "Questo allegato descrive",
                "Zum Beispiel („agile Arbeit“) und »Homeoffice«. Questo allegato descrive",
            )],
        },
        Example {
            caption: "I pollici di uno schermo",
            edits: &[Edit::new(
                "software.yaml",
                "scopo: Registrazione dei documenti",
                "scopo: Registrazione dei documenti su schermi da 24\"",
            )],
        },
    ],
};

/// Brackets and quotation marks.
const SIGNS: Signs = Signs::any_of("()[]\"").or(Signs::STRANGE);

pub(super) fn check(context: &RuleContext<'_>, written: &Written<'_>, findings: &mut Findings) {
    if !written.signs.meets(SIGNS) {
        return;
    }
    let Some((at, sign)) = unpaired(written.text) else { return };
    // The brackets of a link that failed have a finding of their own.
    if written.is_narrative() && written.text.contains("](") {
        return;
    }
    let message = match sign {
        '(' | '[' | '«' | '“' => format!("«{sign}» si apre e non si chiude"),
        '"' => "c'è una virgoletta senza la sua compagna".to_owned(),
        _ => format!("«{sign}» si chiude senza essersi aperta"),
    };
    findings.push(
        Finding::new(&RULE, written.span(context, at..at + sign.len_utf8()), message).label("senza compagna").remedy(),
    );
}

/// The first bracket or quotation mark without its companion.
fn unpaired(text: &str) -> Option<(usize, char)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, sign) in text.char_indices() {
        let before = &text[..at];
        // German opens with `„` or `»`, and closes with `“` or `«`.
        let openers = match sign {
            ')' => "(",
            ']' => "[",
            '“' => "„",
            '«' => "»",
            '»' => "«",
            '”' => "“„",
            '"' => "\"„",
            _ => "",
        };
        if open.last().is_some_and(|(_, last)| openers.contains(*last)) {
            open.pop();
        } else if matches!(sign, ')' | ']') {
            // `a)` and `2)` number the items of a list.
            if sign == ']' || !is_item(before) {
                return Some((at, sign));
            }
        } else if sign == '"' && before.ends_with(|c: char| c.is_ascii_digit()) {
            // After a figure it stands for inches.
        } else if matches!(sign, '(' | '[' | '„' | '“' | '«' | '»' | '"') {
            open.push((at, sign));
        }
    }
    // Typists mix the curved marks of several languages.
    open.into_iter().find(|(_, sign)| !matches!(sign, '“' | '„'))
}

fn is_item(before: &str) -> bool {
    // `a-bis)` is a letter of Italian laws.
    let before = ["-bis", "-ter", "-quater", "-quinquies", "-sexies"]
        .iter()
        .find_map(|more| before.strip_suffix(more))
        .unwrap_or(before);
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    (1..=2).contains(&word.chars().count()) || (!word.is_empty() && word.chars().all(|c| "ivx".contains(c)))
}

#[cfg(test)]
mod tests {
    use super::unpaired;

    #[test]
    fn marks_of_every_language_pair() {
        for text in [
            "(„Maßnahme“)",
            "„Maßnahme\"",
            "»Homeoffice« und «lavoro agile»",
            "“a” e \"b\"",
            "schermo da 24\" e 27\"",
            "\"misura 24\"",
            "a) uno (due) iv) tre",
            "lett. a-bis), n. 3)",
        ] {
            assert_eq!(unpaired(text), None, "{text}");
        }
    }

    #[test]
    fn a_mark_alone_is_found() {
        assert_eq!(unpaired("uno (due"), Some((4, '(')));
        assert_eq!(unpaired("uno» due"), Some((3, '»')));
        assert_eq!(unpaired("uno «due"), Some((4, '«')));
        assert_eq!(unpaired("il \"testo"), Some((3, '"')));
        assert_eq!(unpaired("parola) due"), Some((6, ')')));
        assert_eq!(unpaired("(\"a)"), Some((0, '(')));
    }
}
