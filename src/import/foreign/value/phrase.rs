//! The phrases of a cell of several lines, which may part them or only be as long as the column is wide.

use super::run_on::goes_on;

/// Words with which an item of a list begins: what is done, and what comes in or goes out.
const STEPS: [&str; 78] = [
    "analisi",
    "ascolto",
    "assistenza",
    "atti",
    "atto",
    "avvio",
    "avvisi",
    "avviso",
    "bando",
    "bozza",
    "calcolo",
    "certificati",
    "certificato",
    "colloqui",
    "colloquio",
    "conferma",
    "consegna",
    "contratti",
    "contratto",
    "controlli",
    "controllo",
    "decreti",
    "decreto",
    "delibera",
    "delibere",
    "diffida",
    "diniego",
    "domanda",
    "domande",
    "elenchi",
    "elenco",
    "esame",
    "firma",
    "gara",
    "graduatoria",
    "incarico",
    "incontri",
    "incontro",
    "invio",
    "istanza",
    "istanze",
    "istruttoria",
    "lettera",
    "lettere",
    "nomina",
    "nota",
    "note",
    "ordinanza",
    "parere",
    "pareri",
    "proposta",
    "proposte",
    "protocollo",
    "raccolta",
    "relata",
    "ricerca",
    "ricevuta",
    "richiesta",
    "richieste",
    "ricorso",
    "rilascio",
    "rimborsi",
    "rimborso",
    "riscontro",
    "risposta",
    "risposte",
    "scelta",
    "solleciti",
    "sollecito",
    "sopralluoghi",
    "sopralluogo",
    "stampa",
    "stipula",
    "studio",
    "supporto",
    "verbale",
    "verbali",
    "visto",
];
/// Endings of words for what is done: `registrazione`, `accertamento`, `apertura`, `verifica`, `rilasciare`.
const ENDINGS: [&str; 15] = [
    "zione", "zioni", "sione", "sioni", "mento", "menti", "tura", "sura", "aggio", "aggi", "ifica", "ifiche", "are",
    "ere", "ire",
];
/// Words that end so and describe what stands before them.
const OTHERS: [&str; 8] =
    ["specifica", "specifiche", "preliminare", "regolare", "particolare", "popolare", "familiare", "disciplinare"];
/// Words that may stand before such a word.
const BEFORE: [&str; 5] = ["eventuale", "eventuali", "altra", "altre", "altri"];

/// The phrases of several lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrases {
    pub(super) list: Vec<String>,
    /// Whether the lines may be read in another way.
    pub(super) are_doubtful: bool,
}

impl Phrases {
    /// Those of lines that have no mark of their own: what begins with a small letter below a capital, or goes on with the words above it, is
    /// of the phrase above, unless it begins as an item does.
    pub(super) fn of(lines: &[&str]) -> Self {
        // Where already the first one begins with a small letter, small letters say nothing.
        let has_capitals = lines.first().is_some_and(|line| !line.starts_with(char::is_lowercase));
        let is_small = |line: &str| has_capitals && line.starts_with(char::is_lowercase);
        let mut phrases: Vec<String> = Vec::new();
        for line in lines {
            match phrases.last_mut() {
                Some(last)
                    if !last.ends_with(';')
                        && (line.starts_with('(') || goes_on(last, line) || is_small(line) && !is_step(line)) =>
                {
                    last.push(' ');
                    last.push_str(line);
                }
                _ => phrases.push((*line).to_owned()),
            }
        }
        // Two lines may be one phrase, whatever the second begins with: `Ricezione` and `istanza`.
        let may_be_one = lines.len() == 2 && lines.last().is_some_and(|line| is_small(line));
        let are_parted = lines.iter().any(|line| line.contains(';'));
        Self { are_doubtful: !are_parted && (phrases.len() < lines.len() || may_be_one), list: phrases }
    }
}

fn is_step(line: &str) -> bool {
    let mut words = line.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let word = words.find(|word| !BEFORE.contains(word)).unwrap_or_default();
    STEPS.contains(&word) || ENDINGS.iter().any(|end| word.ends_with(end)) && !OTHERS.contains(&word)
}
