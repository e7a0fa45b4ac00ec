use crate::check::rule_context::RuleContext;
use crate::check::written::each_written;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use std::ops::Range;

pub(super) static RULE: Rule = Rule {
    code: "LA602",
    name: "recapito-personale",
    severity: Severity::Warning,
    summary: "In un testo c'è un codice fiscale, un numero di cellulare o un indirizzo di posta di una persona.",
    why: "Sono dati personali che la pubblicazione dell'allegato non richiede. I recapiti degli uffici non contano.",
    remedy: "Toglierlo, o scrivere il recapito dell'ufficio; se il cellulare è di servizio, accettare il rilievo con il suo motivo.",
    basis: "D.lgs. 33/2013, art. 7-bis c. 4; regolamento (UE) 2016/679, art. 5.",
    failing: &[
        Example::new(&[Edit::new(
            "software.yaml",
            "scopo: Registrazione dei documenti",
            "scopo: Registrazione dei documenti (RSSMRA80A01H501U)",
        )]),
        Example::new(&[Edit::new(
            "software.yaml",
            "scopo: Registrazione dei documenti",
            "scopo: \"Registrazione: chiamare il 347 1234567\"",
        )]),
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Scrivere a maria.bianchi@comune.esempio.it. Questo allegato descrive",
        )]),
    ],
    passing: &[Example::new(&[Edit::new(
        "/content/2026-2028/01-premessa.md",
        "Questo allegato descrive",
        "Scrivere a ufficio.personale@comune.esempio.it o chiamare lo 051 598111. Questo allegato descrive",
    )])],
};

/// Words of the addresses of offices.
const OFFICES: [&str; 30] = [
    "ufficio",
    "servizio",
    "servizi",
    "protocollo",
    "urp",
    "info",
    "personale",
    "segreteria",
    "comune",
    "pec",
    "tributi",
    "anagrafe",
    "biblioteca",
    "sportello",
    "suap",
    "sue",
    "ragioneria",
    "polizia",
    "sindaco",
    "scuola",
    "cultura",
    "privacy",
    "dpo",
    "rpd",
    "lavoro",
    "agile",
    "redazione",
    "web",
    "stampa",
    "posta",
];

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    each_written(context, &mut |written| {
        let Some((range, what)) = contact(written.text) else { return };
        findings.push(
            Finding::new(&RULE, written.span(context, range), format!("c'è {what}")).label("dato personale?").remedy(),
        );
    });
}

fn contact(text: &str) -> Option<(Range<usize>, &'static str)> {
    let mut at = 0;
    for word in text.split(' ') {
        let inner = word.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '+');
        let start = at + word.len() - inner.len();
        let bare = inner.trim_end_matches(|c: char| !c.is_alphanumeric());
        if is_tax_code(bare) {
            return Some((start..start + bare.len(), "un codice fiscale"));
        }
        if is_personal_mail(bare) {
            return Some((start..start + bare.len(), "l'indirizzo di posta di una persona"));
        }
        if let Some(length) = mobile(&text[start..]) {
            return Some((start..start + length, "un numero di cellulare"));
        }
        at += word.len() + 1;
    }
    None
}

/// Six letters, two digits, a letter, two digits, a letter, three digits, a letter.
fn is_tax_code(word: &str) -> bool {
    const FORM: &[u8; 16] = b"AAAAAA00A00A000A";
    word.len() == 16
        && word
            .bytes()
            .zip(FORM)
            .all(|(byte, form)| if *form == b'A' { byte.is_ascii_alphabetic() } else { byte.is_ascii_digit() })
}

/// `name.surname@…`, or a mailbox of a provider for private people.
fn is_personal_mail(word: &str) -> bool {
    let Some((user, host)) = word.split_once('@') else { return false };
    let host = host.to_lowercase();
    let private = ["gmail.", "libero.it", "hotmail.", "outlook.", "yahoo.", "alice.it", "tiscali.it", "virgilio.it"]
        .iter()
        .any(|provider| host.starts_with(provider));
    let parts: Vec<String> = user.to_lowercase().split(['.', '_', '-']).map(str::to_owned).collect();
    let person = parts.len() == 2
        && parts
            .iter()
            .all(|part| !part.is_empty() && part.chars().all(char::is_alphabetic) && !OFFICES.contains(&part.as_str()));
    host.contains('.') && (private || person)
}

/// The length of an Italian mobile number at the start of a text: ten digits that begin with 3, perhaps after +39.
fn mobile(text: &str) -> Option<usize> {
    let rest = text
        .strip_prefix("+39")
        .or_else(|| text.strip_prefix("0039"))
        .map_or(text, |rest| rest.trim_start_matches(' '));
    if !rest.starts_with('3') {
        return None;
    }
    let mut digits = 0;
    let mut end = 0;
    for (at, c) in rest.char_indices() {
        match c {
            '0'..='9' => {
                digits += 1;
                end = at + 1;
            }
            ' ' | '.' | '/' | '-' => {}
            _ => break,
        }
        if digits > 10 {
            return None;
        }
    }
    // The first group is the three digits of the operator.
    let group = rest.chars().take_while(char::is_ascii_digit).count();
    (digits == 10 && (group == 3 || group == 10)).then_some(text.len() - rest.len() + end)
}
