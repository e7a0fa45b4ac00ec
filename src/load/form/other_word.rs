use crate::model::{fold, signs};

/// A word of everyday use, or of another column, where one of a short list is wanted.
pub(super) struct OtherWord {
    /// What to do, in a few words.
    pub(super) help: String,
    /// The word of the list that it probably means.
    pub(super) meant: Option<&'static str>,
}

/// What people write for the words of the lists: folded, and the words that may be meant, of which a list holds one at most.
const WORDS: &[(&[&str], &[&str])] = &[
    (&["true", "vero", "yes", "y", "on", "s", "ok", "sissi", "affermativo"], &["si"]),
    (&["false", "falso", "not", "off", "n", "negativo"], &["no"]),
    (&["smartabile", "totale", "totalmente", "completamente", "interamente", "tutto"], &["si"]),
    (&["si", "totale", "totalmente", "completamente", "interamente"], &["smartabile"]),
    (
        &["parzialmente", "parziale", "parzialmente smartabile", "parz", "in parte smartabile", "in quota", "misto"],
        &["in parte"],
    ),
    (&["in parte", "parzialmente", "parziale", "parz", "in parte smartabile"], &["parzialmente smartabile"]),
    (&["non smartabile", "nessuna", "nessuno", "nulla", "mai"], &["no"]),
    (&["no", "nessuna", "nulla", "mai"], &["non smartabile"]),
    (&["b", "bassa"], &["basso"]),
    (&["m", "media", "moderato", "moderata"], &["medio"]),
    (&["a", "alta", "elevato", "elevata"], &["alto"]),
    // Kinds of body, and the sectors of their agreements.
    (&["comuni", "municipio", "roma capitale"], &["comune"]),
    (&["unione di comuni", "unione dei comuni", "unione montana", "unione comuni", "comunita montana"], &["unione"]),
    (&["provincia autonoma", "libero consorzio comunale", "ente di area vasta"], &["provincia"]),
    (&["metropolitana", "area metropolitana"], &["citta-metropolitana"]),
    (&["ateneo", "politecnico", "universita degli studi"], &["universita"]),
    (
        &[
            "asl",
            "ausl",
            "usl",
            "ulss",
            "aulss",
            "azienda usl",
            "azienda sanitaria locale",
            "azienda sanitaria territoriale",
            "ast",
            "asst",
            "ats",
            "aou",
            "aorn",
            "azienda ospedaliera",
            "azienda ospedaliero universitaria",
            "ospedale",
            "irccs",
            "sanita",
            "sanitaria",
        ],
        &["azienda-sanitaria"],
    ),
    (&["agenzia regionale", "agenzia nazionale", "agenzia fiscale", "arpa", "arpae"], &["agenzia"]),
    (
        &[
            "camera di commercio",
            "cciaa",
            "scuola",
            "ente parco",
            "parco",
            "ordine",
            "ordine professionale",
            "ente pubblico",
            "epne",
            "ente di ricerca",
            "altro ente",
        ],
        &["altro"],
    ),
    (
        &["enti locali", "regioni ed enti locali", "autonomie locali", "regioni e autonomie locali", "locali"],
        &["funzioni-locali"],
    ),
    (&["ministeri", "enti pubblici non economici", "epne", "agenzie fiscali", "centrali"], &["funzioni-centrali"]),
    (&["ssn", "servizio sanitario nazionale", "asl", "comparto sanita"], &["sanita"]),
    (&["scuola", "universita", "istruzione", "ricerca", "universita e ricerca", "afam"], &["istruzione-e-ricerca"]),
];

/// Marks of a cell that say neither yes nor no.
const TICKS: &[&str] = &["x", "xx", "0", "1", "v", "✓", "✔", "☑", "☒", "✗", "✘", "•"];

/// Marks beside a word that call a note.
const CALLS: [char; 11] = ['*', '°', '†', '‡', '§', '¹', '²', '³', 'ª', 'º', '^'];

/// What is meant by a text that is none of the `allowed` words, where it is such a word.
pub(super) fn other_word(text: &str, allowed: &[&str]) -> Option<OtherWord> {
    let folded = fold(text);
    let tick = TICKS.contains(&text.trim().to_lowercase().as_str());
    if tick && allowed.contains(&"si") {
        let help = format!("una casella segnata con `{text}` non dice quale parola: scriverla per intero");
        return Some(OtherWord { help, meant: None });
    }
    if let Some(mark) = signs(text).chars().next() {
        // The full stops of initials are no marks: `A.S.L.`
        let initials = || {
            meant(&fold(&text.replace('.', "")), text, allowed).filter(|_| !signs(text).contains(|sign| sign != '.'))
        };
        return marked(text, mark, allowed).or_else(initials);
    }
    meant(&folded, text, allowed)
}

/// The word of the list that `folded` is another word for; `text` is how it was written.
fn meant(folded: &str, text: &str, allowed: &[&str]) -> Option<OtherWord> {
    let meant = WORDS
        .iter()
        .filter(|(words, _)| words.contains(&folded))
        .find_map(|(_, meant)| meant.iter().copied().find(|word| allowed.contains(word)))?;
    Some(OtherWord { help: format!("per dire «{text}» qui si scrive `{meant}`"), meant: Some(meant) })
}

/// A word of the list with a sign beside it, or with more words after a comma: neither must be lost.
fn marked(text: &str, mark: char, allowed: &[&str]) -> Option<OtherWord> {
    let listed = |bare: &str| allowed.iter().copied().find(|word| fold(word) == fold(bare));
    if let Some((bare, call)) = called(text)
        && let Some(word) = listed(bare)
    {
        return Some(OtherWord { help: call_help(word, call), meant: None });
    }
    let word = listed(text).or_else(|| listed(text.split([',', ';', ':', '(', '/', '.']).next()?))?;
    let help = match mark {
        '?' => format!("se non è sicuro, scrivere `{word}` e dire il dubbio in `da_verificare`"),
        _ => format!("scrivere `{word}` da solo, e in `nota` quello che va aggiunto"),
    };
    Some(OtherWord { help, meant: None })
}

/// A text and the mark that calls a note at its end: `si*`, `9 (1)`, `in parte²`.
pub(super) fn called(text: &str) -> Option<(&str, &str)> {
    let bare = text.trim_end_matches(|c: char| CALLS.contains(&c) || matches!(c, '(' | ')' | '[' | ']' | ' '));
    let bare = if text.ends_with([')', ']']) { bare.trim_end_matches(|c: char| c.is_ascii_digit()) } else { bare };
    let bare = bare.trim_end_matches(['(', '[', ' ']);
    let call = text[bare.len()..].trim();
    (!bare.is_empty() && call.contains(|c: char| CALLS.contains(&c) || c.is_ascii_digit())).then_some((bare, call))
}

/// What to do with a mark beside a value.
pub(super) fn call_help(value: &str, call: &str) -> String {
    format!(
        "il segno `{call}` è un richiamo: scrivere `{value}` e aggiungere `richiami: [\"{call}\"]`, o dirlo in `nota`"
    )
}

#[cfg(test)]
mod tests {
    use super::other_word;

    const ANSWERS: &[&str] = &["si", "no", "in parte"];

    fn said(text: &str, allowed: &[&str]) -> Option<(String, Option<&'static str>)> {
        other_word(text, allowed).map(|other| (other.help, other.meant))
    }

    #[test]
    fn words_of_other_programs_and_columns_lead_to_the_right_one() {
        for (text, meant) in [
            ("on", "si"),
            ("off", "no"),
            ("True", "si"),
            ("falso", "no"),
            ("PARZIALMENTE", "in parte"),
            ("parzialmente smartabile", "in parte"),
            ("Non smartabile", "no"),
        ] {
            assert_eq!(said(text, ANSWERS).and_then(|(_, meant)| meant), Some(meant), "{text}");
        }
        let degrees = &["smartabile", "parzialmente smartabile", "non smartabile"];
        assert_eq!(said("Sì", degrees).and_then(|(_, meant)| meant), Some("smartabile"));
        assert_eq!(said("in parte", degrees).and_then(|(_, meant)| meant), Some("parzialmente smartabile"));
        assert_eq!(said("elevato", &["basso", "medio", "alto"]).and_then(|(_, meant)| meant), Some("alto"));
        let kinds = &["comune", "unione", "citta-metropolitana", "azienda-sanitaria", "altro"];
        for (text, meant) in [
            ("ASL", "azienda-sanitaria"),
            ("A.S.L.", "azienda-sanitaria"),
            ("Azienda ospedaliero-universitaria", "azienda-sanitaria"),
            ("Unione dei Comuni", "unione"),
            ("Camera di commercio", "altro"),
        ] {
            assert_eq!(said(text, kinds).and_then(|(_, meant)| meant), Some(meant), "{text}");
        }
        assert_eq!(said("scuola", &["sanita", "istruzione-e-ricerca"]).unwrap().1, Some("istruzione-e-ricerca"));
        assert!(said("forse", ANSWERS).is_none() && said("x", degrees).is_none());
    }

    #[test]
    fn a_tick_and_a_mark_are_never_guessed() {
        for text in ["x", "X", "1", "0", "✓"] {
            let (help, meant) = said(text, ANSWERS).expect("words");
            assert!(meant.is_none() && help.contains("per intero"), "{text}");
        }
        for (text, words) in [
            ("si*", "`richiami: [\"*\"]`"),
            ("in parte (1)", "`richiami: [\"(1)\"]`"),
            ("no²", "`richiami: [\"²\"]`"),
            ("si?", "`da_verificare`"),
            ("si, ma solo d'estate", "scrivere `si` da solo"),
            ("Sì.", "scrivere `si` da solo"),
        ] {
            let (help, meant) = said(text, ANSWERS).expect("words");
            assert!(meant.is_none() && help.contains(words), "{text}: {help}");
        }
    }
}
