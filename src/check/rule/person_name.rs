use crate::check::rule_context::RuleContext;
use crate::check::written::each_written;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Edition, Office};

pub(super) static RULE: Rule = Rule {
    code: "LA601",
    name: "nome-di-persona",
    severity: Severity::Warning,
    summary: "In un testo sembra esserci il nome di una persona.",
    why: "I dati personali non pertinenti o eccedenti non si pubblicano, e le sole iniziali non bastano a renderli anonimi.",
    remedy: "Togliere il nome, o scrivere l'ufficio al suo posto; se è il nome di un luogo o di un'opera, accettare il rilievo.",
    basis: "D.lgs. 33/2013, art. 7-bis c. 4; linee guida del Garante del 15 maggio 2014.",
    failing: &[
        Example::new(&[Edit::new(
            "software.yaml",
            "scopo: Registrazione dei documenti",
            "scopo: Registrazione dei documenti (M. Rossi)",
        )]),
        Example::new(&[Edit::new(
            "processi.yaml",
            "finalita: Recuperare i tributi non versati",
            "finalita: Recuperare i tributi seguiti dalla dott.ssa Bianchi",
        )]),
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Risponde il dott. Verdi. Questo allegato descrive",
        )]),
        Example::new(&[Edit::new(
            "software.yaml",
            "scopo: Registrazione dei documenti",
            "scopo: Registrazione dei documenti a cura dell'ing. Ferri",
        )]),
    ],
    passing: &[
        Example {
            caption: "Il nome di una biblioteca che è anche uno smart team",
            edits: &[
                Edit::new("smart-team.yaml", "nome: Tributi", "nome: Biblioteca C. Pavese"),
                Edit::new("attuazione.yaml", "smart_team: Tributi", "smart_team: Tributi\n    continua_in: tributi"),
                Edit::new(
                    "software.yaml",
                    "scopo: Registrazione dei documenti",
                    "scopo: Prestiti della Biblioteca C. Pavese",
                ),
            ],
        },
        Example {
            caption: "Una legge",
            edits: &[Edit::new(
                "software.yaml",
                "scopo: Registrazione dei documenti",
                "scopo: Registrazione secondo la L. 81/2017 e il D. Lgs. 82/2005",
            )],
        },
        Example {
            caption: "Un luogo",
            edits: &[Edit::new(
                "software.yaml",
                "scopo: Registrazione dei documenti",
                "scopo: Sportello di Piazza G. Garibaldi, presso l'istituto A. Volta",
            )],
        },
        Example {
            caption: "Una carica",
            edits: &[Edit::new(
                "software.yaml",
                "scopo: Registrazione dei documenti",
                "scopo: Registrazione dei documenti per il Sig. Sindaco",
            )],
        },
    ],
};

const TITLES: [&str; 16] = [
    "sig.", "sig.ra", "sig.na", "dott.", "dott.ssa", "dr.", "dr.ssa", "ing.", "arch.", "avv.", "geom.", "rag.",
    "prof.", "prof.ssa", "signor", "signora",
];

/// Words after which a name is that of a place or of an institution.
const PLACES: [&str; 24] = [
    "via",
    "viale",
    "piazza",
    "piazzale",
    "piazzetta",
    "largo",
    "corso",
    "vicolo",
    "strada",
    "parco",
    "giardino",
    "ponte",
    "scuola",
    "istituto",
    "liceo",
    "biblioteca",
    "teatro",
    "museo",
    "centro",
    "palazzo",
    "villa",
    "stadio",
    "ospedale",
    "asilo",
];

/// Offices that follow a title: `Sig. Sindaco` is nobody in particular.
const OFFICES: [&str; 14] = [
    "sindaco",
    "sindaca",
    "segretario",
    "segretaria",
    "direttore",
    "direttrice",
    "dirigente",
    "assessore",
    "assessora",
    "presidente",
    "comandante",
    "prefetto",
    "ministro",
    "responsabile",
];

/// What follows an initial in the short name of a law (`D. Lgs.`), and is no surname.
const LAWS: [&str; 6] = ["lgs", "lvo", "leg", "dir", "reg", "min"];

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    each_written(context, &mut |written| {
        let Some(name) = person(written.text).filter(|name| !is_known(context.edition, name)) else { return };
        let start = written.text.find(&name).unwrap_or(0);
        let end = if start == 0 && !written.text.starts_with(&name) { written.text.len() } else { start + name.len() };
        findings.push(
            Finding::new(&RULE, written.span(context, start..end), format!("«{name}» sembra il nome di una persona"))
                .label("dato personale?")
                .remedy(),
        );
    });
}

/// Whether a text may hold a title or an initial: most hold none, and need not be taken apart.
fn may_name(text: &str) -> bool {
    text.contains('.') || text.as_bytes().windows(6).any(|word| word.eq_ignore_ascii_case(b"signor"))
}

/// The first thing in a text that looks like a person: a title or an initial, then a surname.
fn person(text: &str) -> Option<String> {
    if !may_name(text) {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    for (at, pair) in words.windows(2).enumerate() {
        let first = pair[0].trim_start_matches(['(', '"', '«', '\'', '“']);
        let second = pair[1].trim_end_matches([')', '"', '»', ',', '.', ';', ':', '”', '\'']);
        if !is_surname(second) || OFFICES.contains(&second.to_lowercase().as_str()) {
            continue;
        }
        let before = at
            .checked_sub(1)
            .map_or(String::new(), |index| words[index].trim_matches(['(', '"', '«', '“']).to_lowercase());
        // `l'istituto A. Volta` is a place too.
        let before = before.rsplit(['\'', '’']).next().unwrap_or_default();
        if PLACES.contains(&before) {
            continue;
        }
        // `dell'ing. Ferri`: the article is no part of the title.
        let first = first.rsplit(['\'', '’']).next().unwrap_or(first);
        let lower = first.to_lowercase();
        let initial = first.len() == 2 && first.ends_with('.') && first.starts_with(|c: char| c.is_ascii_uppercase());
        // `S. Giovanni` is nearly always a saint, and so a place.
        let initial = initial && first != "S." && !LAWS.contains(&second.to_lowercase().as_str());
        if TITLES.contains(&lower.as_str()) || initial {
            return Some(format!("{first} {second}"));
        }
    }
    None
}

/// A capital letter and then small ones: `Rossi`, `D'Amico`; no acronym and no number.
fn is_surname(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && word.chars().count() > 2
        && word.chars().any(char::is_lowercase)
        && word.chars().all(|c| c.is_alphabetic() || c == '\'' || c == '-')
}

/// Whether the organisation itself is called so.
fn is_known(edition: &Edition, name: &str) -> bool {
    edition.all_offices().flat_map(Office::names).any(|known| known.value.contains(name))
}

#[cfg(test)]
mod tests {
    use super::{TITLES, may_name};

    #[test]
    fn every_title_is_looked_for() {
        for title in TITLES {
            assert!(may_name(&format!("dell'{} Ferri", title.to_uppercase())), "{title}");
        }
        assert!(may_name("a cura di G. Ferri") && !may_name("Istruttoria dei titoli"));
    }
}
