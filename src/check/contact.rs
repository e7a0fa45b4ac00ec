//! Contacts of people in a text: tax codes, addresses of mail, mobile numbers.

use super::signs::Signs;
use std::ops::Range;

/// Beginnings of words that tell what an office does, in its address.
const OFFICES: [&str; 72] = [
    "accoglie", "affari", "agricol", "ambient", "amminist", "anagraf", "anticorr", "appalt", "archivi", "assessor",
    "assisten", "avvocatu", "bibliote", "bilancio", "centrali", "cimiter", "cittadin", "commerci", "comune",
    "contabil", "contratt", "cultur", "demograf", "digital", "direzion", "disabil", "economat", "edilizia", "elettor",
    "entrate", "eventi", "finanzia", "formazio", "gabinett", "innovazi", "istruzio", "lavori", "lavoro", "magazzin",
    "manutenz", "mediazio", "mobilita", "notific", "pagament", "partecip", "patrimon", "personal", "polizia",
    "privacy", "progett", "protezio", "protocol", "ragioner", "redazion", "relazion", "ricerca", "risorse", "scolasti",
    "segreter", "servizi", "servizio", "sindaco", "sistemi", "sociale", "sociali", "sportell", "stampa", "statist",
    "tribut", "turism", "uffici", "urbanist",
];

/// Such words that are too short for their beginning to tell them from a surname.
const SHORT_OFFICES: [&str; 37] = [
    "agile", "asilo", "atti", "bandi", "ced", "centro", "concorsi", "dpo", "famiglie", "gare", "giovani", "help",
    "imu", "info", "leva", "messi", "museo", "musei", "nidi", "nido", "pec", "pm", "posta", "rpd", "scuola", "scuole",
    "sit", "sport", "suap", "sue", "tari", "teatro", "urp", "verde", "vigili", "web", "welfare",
];

/// Words before a number that is no telephone: `prot.`, `pratica n.`
const FILES: [&str; 17] = [
    "prot",
    "protocollo",
    "pratica",
    "pratiche",
    "fascicolo",
    "rif",
    "matricola",
    "codice",
    "cig",
    "cup",
    "determina",
    "delibera",
    "repertorio",
    "rep",
    "fattura",
    "conto",
    "ticket",
];

/// Words before a number that say that it is a telephone.
const PHONES: [&str; 8] = ["cell", "cellulare", "tel", "telefono", "telefonare", "chiamare", "mobile", "whatsapp"];

/// What stands between one contact and the next, one byte each; in a number, some of them stand between its groups, too.
const SEPARATORS: [char; 6] = [' ', '/', ',', ';', ':', '|'];

/// Every kind of contact has one of these.
pub(super) const SIGNS: Signs = Signs::any_of("@").or(Signs::DIGITS);

/// What gives a person away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Contact {
    TaxCode,
    Mail,
    Mobile,
}

impl Contact {
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::TaxCode => "un codice fiscale",
            Self::Mail => "l'indirizzo di posta di una persona",
            Self::Mobile => "un numero di cellulare",
        }
    }
}

/// Every contact of a text, and what it is.
pub(super) fn contacts(text: &str) -> Vec<(Range<usize>, Contact)> {
    let mut found: Vec<(Range<usize>, Contact)> = Vec::new();
    let mut at = 0;
    for word in text.split(SEPARATORS) {
        let inner = word.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '+');
        let start = at + word.len() - inner.len();
        at += word.len() + 1;
        // The groups of a number are words, too.
        if found.last().is_some_and(|(range, _)| start < range.end) {
            continue;
        }
        let bare = inner.trim_end_matches(|c: char| !c.is_alphanumeric());
        if is_tax_code(bare) {
            found.push((start..start + bare.len(), Contact::TaxCode));
        } else if is_personal_mail(bare) {
            found.push((start..start + bare.len(), Contact::Mail));
        } else if let Some(length) = mobile(&text[start..]).filter(|_| !is_file_number(&text[..start])) {
            found.push((start..start + length, Contact::Mobile));
        }
    }
    found
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
        && parts.iter().all(|part| !part.is_empty() && part.chars().all(char::is_alphabetic) && !is_of_office(part));
    host.contains('.') && (private || person)
}

/// Whether a part of an address names an office or what it does, so that the other part is no surname.
fn is_of_office(part: &str) -> bool {
    SHORT_OFFICES.contains(&part) || OFFICES.iter().any(|office| part.starts_with(office))
}

/// Whether what stands before a number says that it counts files: `prot. n.`, `pratica`.
fn is_file_number(before: &str) -> bool {
    let last = before.rsplit(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase);
    let nearest: Vec<String> = last.take(4).collect();
    let filed = nearest.iter().take(3).any(|word| FILES.contains(&word.as_str()));
    filed && !nearest.iter().any(|word| PHONES.contains(&word.as_str()))
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
            '0'..='9' if digits == 10 => break,
            '0'..='9' => {
                digits += 1;
                end = at + 1;
            }
            ' ' | '.' | '/' | '-' => {}
            _ => break,
        }
    }
    // The first group is the three digits of the operator.
    let group = rest.chars().take_while(char::is_ascii_digit).count();
    let is_whole = digits == 10 && (group == 3 || group == 10) && !goes_on(&rest[end..]);
    is_whole.then_some(text.len() - rest.len() + end)
}

/// Whether a number has more digits after its tenth: what follows is neither another mobile number nor one of an office.
fn goes_on(rest: &str) -> bool {
    let next = rest.trim_start_matches([' ', '.', '/', '-']);
    let is_another = next.len() < rest.len() && (next.starts_with('0') || mobile(next).is_some());
    next.starts_with(|c: char| c.is_ascii_digit()) && !is_another
}

#[cfg(test)]
mod tests {
    use super::contacts;

    #[test]
    fn addresses_of_offices_and_numbers_of_files_are_no_personal_data() {
        for text in [
            "anna.sport@ente.esempio.it",
            "gare.appalti@ente.esempio.it",
            "info.turismo@ente.esempio.it",
            "protocollo n. 3471234567",
            "la pratica 3471234567",
            "fascicolo n. 347 1234567",
            "numero verde 800 123456",
            "la tessera 345 678 9012 1111",
            "il conto 34567890123456",
        ] {
            assert_eq!(contacts(text), [], "{text}");
        }
    }

    #[test]
    fn people_are_still_found() {
        for text in [
            "anna.bianchi@ente.esempio.it",
            "m.rossi@ente.esempio.it",
            "ufficio.sport@gmail.com",
            "chiamare il 347 1234567",
            "per la pratica chiamare il n. 3471234567",
            "cell. n. 347-1234567",
            "RSSMRA80A01H501U",
        ] {
            assert_eq!(contacts(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn every_contact_of_a_text_is_found() {
        for (text, expected) in [
            (
                "tel. 333 1234567, mario.rossi@ente.esempio.it, RSSMRA80A01H501U.",
                &["333 1234567", "mario.rossi@ente.esempio.it", "RSSMRA80A01H501U"][..],
            ),
            ("cell. 333 1234567/347-1234567 - +39 3281234567", &["333 1234567", "347-1234567", "+39 3281234567"]),
            ("tel:3331234567 051 598111", &["3331234567"]),
            ("è a.neri@gmail.com;b.neri@gmail.com", &["a.neri@gmail.com", "b.neri@gmail.com"]),
        ] {
            let found: Vec<&str> = contacts(text).into_iter().map(|(range, _)| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
