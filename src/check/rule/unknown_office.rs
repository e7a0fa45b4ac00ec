use crate::check::office_rows::OfficeRows;
use crate::check::rule_context::RuleContext;
use crate::check::written::each_written;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Office, fold};
use std::collections::HashSet;

pub(super) static RULE: Rule = Rule {
    code: "LA403",
    name: "ufficio-sconosciuto",
    severity: Severity::Note,
    summary: "Un testo nomina un servizio, un'area o uno smart team che non somiglia a nessuno di quelli dell'organizzazione.",
    why: "Può essere il nome di un ufficio che non c'è più, o scritto in un altro modo: chi lo cerca non lo trova.",
    remedy: "Scrivere il nome di oggi, o aggiungerlo come `alias` di quello giusto.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: aggiornamento dei dati pubblicati.",
    failing: &[
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Il Servizio Ambiente risponde. Questo allegato descrive",
        )]),
        Example::new(&[Edit::new(
            "processi.yaml",
            "finalita: Pubblicare gli atti nei tempi previsti",
            "finalita: Pubblicare gli atti dello smart team Contratti",
        )]),
    ],
    passing: &[
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Il Servizio Segreteria risponde. Questo allegato descrive",
        )]),
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Il Servizio, con il Servizio Sanitario Nazionale e l'Area di assegnazione, risponde. Questo allegato descrive",
        )]),
        Example {
            caption: "Servizi di altri, e aree che non sono uffici",
            edits: &[Edit::new(
                "/content/2026-2028/01-premessa.md",
                "Questo allegato descrive",
                "Con l'Area Vasta, il Servizio Informativo Lavoro, l'Area Funzionari del contratto e le Aree Interne. Questo allegato descrive",
            )],
        },
    ],
};

/// Words before the name of an office; `ufficio` is said of every desk.
const KINDS: [&str; 5] = ["servizio", "servizi", "area", "aree", "team"];

/// How they begin.
const BEGINNINGS: [&[u8]; 4] = [b"serv", b"area", b"aree", b"team"];

/// Beginnings of the words after `Servizio` and `Area` where it is no office of the body: services of others, qualities, places, the
/// areas of the collective agreement.
const OTHERS: [&str; 72] = [
    "abitativ", "archeol", "artigian", "bibliote", "boschiv", "camper", "civil", "client", "cloud", "commerci",
    "comparto", "cortiliv", "costier", "digital", "dirigen", "economic", "elettric", "elevata", "essenzia", "euro",
    "europe", "fitosan", "forestal", "funziona", "general", "giochi", "golenal", "idric", "indispen", "industr",
    "informat", "integrat", "intern", "ispettiv", "istrutt", "locali", "marin", "mercatal", "meteorol", "metropol",
    "militar", "montan", "natural", "nazional", "online", "operator", "pedonal", "personal", "postal", "produtt",
    "protett", "pubblic", "regional", "relazion", "residenz", "riservat", "rural", "sanitar", "schengen", "sismic",
    "social", "sosta", "stampa", "studi", "taxi", "territor", "umid", "universa", "urban", "vasta", "verd", "welfare",
];

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    if !edition.has_all_offices() {
        return;
    }
    let names: Vec<_> = edition.all_offices().flat_map(Office::names).collect();
    let known: HashSet<String> =
        names.iter().flat_map(|name| fold(name).split(' ').map(str::to_owned).collect::<Vec<_>>()).collect();
    let mut told = HashSet::new();
    let rows = OfficeRows::of(context);
    each_written(context, &mut |written| {
        if !may_name(written.text) {
            return;
        }
        let found = named(written.text);
        if found.is_empty() || written.value_span().is_some_and(|span| rows.hold(span)) {
            return;
        }
        for (kind_at, range) in found {
            let word = fold(&written.text[range.clone()]);
            if is_like_one_of(&known, &word) || OTHERS.iter().any(|other| word.starts_with(other)) || !told.insert(word)
            {
                continue;
            }
            let shown = kind_at..range.end;
            findings.push(
                Finding::new(
                    &RULE,
                    written.span(context, shown.clone()),
                    format!("«{}» non è fra gli uffici di questa edizione", &written.text[shown]),
                )
                .label("ufficio sconosciuto")
                .remedy(),
            );
        }
    });
}

/// Whether a word is one of the names of the organisation, or another form of it: `Demografico` beside `Demografici`.
fn is_like_one_of(known: &HashSet<String>, word: &str) -> bool {
    let stem: String = word.chars().take(word.chars().count().saturating_sub(2).clamp(5, 8)).collect();
    known.contains(word) || (stem.chars().count() >= 5 && known.iter().any(|name| name.starts_with(&stem)))
}

/// Whether one of the kinds may stand in a text: in most there is none, and they need not be taken apart.
fn may_name(text: &str) -> bool {
    let is_beginning = |letters: &[u8]| BEGINNINGS.iter().any(|beginning| letters.eq_ignore_ascii_case(beginning));
    text.as_bytes().windows(4).any(is_beginning)
}

/// The words with a capital after `Servizio`, `Area` and the like: where the kind begins, and the name.
fn named(text: &str) -> Vec<(usize, std::ops::Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut kind: Option<usize> = None;
    for word in text.split(' ') {
        let inner = word.trim_start_matches(['(', '«', '"', '“']);
        let start = at + word.len() - inner.len();
        let bare = inner.trim_end_matches(|c: char| !c.is_alphanumeric());
        if let Some(kind) = kind {
            let name = bare.chars().next().is_some_and(char::is_uppercase) && bare.chars().count() > 3;
            // All capitals are an acronym, a digit or an apostrophe makes something else.
            let plain = bare.chars().all(char::is_alphabetic) && bare.chars().any(char::is_lowercase);
            if name && plain {
                found.push((kind, start..start + bare.len()));
            }
        }
        let unit = inner.rsplit(['\'', '’']).next().unwrap_or(inner);
        let capital = unit.chars().next().is_some_and(char::is_uppercase) || unit == "team";
        let is_kind = capital && KINDS.contains(&unit.to_lowercase().as_str());
        kind = is_kind.then_some(at + word.len() - unit.len());
        at += word.len() + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{KINDS, is_like_one_of, may_name};
    use std::collections::HashSet;

    #[test]
    fn every_kind_is_looked_for() {
        for kind in KINDS {
            assert!(may_name(&format!("L'{} Unico", kind.to_uppercase())), "{kind}");
        }
        assert!(!may_name("Istruttoria dei titoli"));
    }

    #[test]
    fn another_form_of_a_known_word_is_known() {
        let known: HashSet<String> = ["demografici", "tributi"].map(str::to_owned).into();
        assert!(is_like_one_of(&known, "demografico"));
        assert!(is_like_one_of(&known, "tributi"));
        assert!(!is_like_one_of(&known, "ambiente"));
        assert!(!is_like_one_of(&known, "trib"));
    }
}
