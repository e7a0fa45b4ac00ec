use super::FILE;
use super::named_places::NamedPlaces;
use super::open_places::OpenPlaces;
use super::pattern::Pattern;
use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Severity, nearest};
use crate::model::{Text, Waiver};
use crate::source::Sources;

pub(in crate::check) static RULE: Rule = Rule {
    code: "LA904",
    name: "accettazione-inutile",
    severity: Severity::Warning,
    summary: "Un'accettazione non trova più nulla da accettare.",
    why: "Il dato è stato corretto, o il posto indicato è sbagliato: un'accettazione che resta coprirebbe in silenzio un errore futuro.",
    remedy: "Toglierla, o correggere `dove`.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new(
            FILE,
            "",
            "accettazioni:\n  - controllo: LA304\n    dove: attuazione\n    motivo: Come nel testo pubblicato\n",
        )]),
        Example {
            caption: "Non è detto dove",
            edits: &[Edit::new(
                FILE,
                "",
                "accettazioni:\n  - controllo: LA304\n    dove: []\n    motivo: Come nel testo pubblicato\n",
            )],
        },
    ],
    passing: &[],
};

/// Where findings of a rule are accepted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Accepted {
    /// Nowhere.
    Nowhere,
    /// At another place of the same acceptance.
    ByTheSame,
    /// Only by other acceptances.
    ByOthers,
}

/// How many places are written out.
const SHOWN: usize = 3;

/// `open` are the places of the findings of the rule `code` that no acceptance covers; `accepted` says where others are.
pub(super) fn finding(
    sources: &Sources,
    (code, accepted): (&str, Accepted),
    place: &Text,
    places: &NamedPlaces<'_>,
    open: &mut OpenPlaces,
) -> Finding {
    let absent = absent(place, places);
    let message = format!("nessun rilievo {code} da accettare in `{}`{absent}", place.value);
    let finding = Finding::new(&RULE, place.span, message).label("nulla da accettare qui");
    if let Some(table) = places.emptied(&Pattern::new(place)) {
        return finding.help(format!(
            "recuperare le voci della tabella `{table}`, o togliere tutte le accettazioni che la nominano"
        ));
    }
    if let Some(right) = open.meant(place) {
        let fix = Fix::scalar(sources.get(place.span.source), place.span, place, right).map(Fix::guess);
        return finding.help(format!("forse si intendeva `{right}`")).fix(fix);
    }
    if let Some(table) = nearest_table(place, places) {
        return finding.help(format!("forse si intendeva la tabella `{table}`"));
    }
    finding.help(match (open.paths(), accepted) {
        ([], Accepted::Nowhere) => {
            format!("togliere l'accettazione, perché in questa edizione non c'è alcun rilievo {code}")
        }
        ([], Accepted::ByTheSame) => format!(
            "togliere da `dove` soltanto `{}`, perché negli altri posti l'accettazione serve ancora",
            place.value
        ),
        ([], Accepted::ByOthers) => {
            format!("toglierla da qui, perché ogni rilievo {code} di questa edizione è già accettato da un'altra")
        }
        ([one], Accepted::Nowhere) => format!("il rilievo {code} di questa edizione è in `{one}`"),
        ([one], _) => format!("il rilievo {code} ancora da accettare è in `{one}`"),
        (many, Accepted::Nowhere) => format!("i rilievi {code} di questa edizione sono in {}", listed(many)),
        (many, _) => format!("i rilievi {code} ancora da accettare sono in {}", listed(many)),
    })
}

/// The acceptance names no place: its list is empty.
pub(super) fn nowhere(waiver: &Waiver) -> Finding {
    let message = format!("l'accettazione di {} non dice dove: l'elenco `dove` è vuoto", waiver.rule.value);
    Finding::new(&RULE, waiver.span, message)
        .label("non accetta nulla")
        .help("scrivere in `dove` il posto che il rilievo indica, o togliere l'accettazione")
}

/// What of the place is not there.
fn absent(place: &Text, places: &NamedPlaces<'_>) -> String {
    let pattern = Pattern::new(place);
    if !places.has_table(&pattern) {
        return ": non c'è una tabella di questo nome".to_owned();
    }
    match pattern.parts() {
        [] => String::new(),
        _ if places.is_there(&pattern) => String::new(),
        _ if places.emptied(&pattern).is_some() => ": la tabella non ha più voci".to_owned(),
        [.., last] if places.has_record(&pattern) => format!(": la voce non ha una chiave `{last}`"),
        _ => ": la tabella non ha una voce di questo nome".to_owned(),
    }
}

fn nearest_table(place: &Text, places: &NamedPlaces<'_>) -> Option<&'static str> {
    let pattern = Pattern::new(place);
    let table = place.split('/').next().unwrap_or_default().trim();
    let near = nearest(table, places.tables()).filter(|_| !places.has_table(&pattern))?;
    places.tables().find(|own| *own == near)
}

/// Some places of many.
pub(super) fn listed(paths: &[String]) -> String {
    let shown: Vec<String> = paths.iter().take(SHOWN).map(|path| format!("`{path}`")).collect();
    match (paths.len().saturating_sub(SHOWN), shown.split_last()) {
        (0, Some((last, []))) => last.clone(),
        (0, Some((last, first))) => format!("{} e {last}", first.join(", ")),
        (1, _) => format!("{} e un altro posto", shown.join(", ")),
        (more, _) => format!("{} e altri {more} posti", shown.join(", ")),
    }
}
