use super::choice::Choice;
use super::field::{Field, FieldKind};
use super::settings::Section;
use crate::check::catalogue;
use crate::diagnostic::{Family, Rule};
use crate::model::{Keyword as _, Level, Thresholds};
use crate::report::family_title;
use crate::workbench::plain_words::quoted;

/// The order of the keys of `controlli.yaml`.
pub(super) const ORDER: [&str; 4] = ["gravita", "soglie", "celle_piccole", "testo_ripetuto"];

/// The sections of the form of `controlli.yaml`: the thresholds, and for each family of rules how much their findings weigh.
pub(super) fn sections() -> Vec<Section> {
    let of_family = |family: &Family| {
        let rules = catalogue().into_iter().filter(|rule| rule.is_adjustable() && rule.family() == Some(*family));
        let fields: Vec<Field> = rules.map(level).collect();
        (!fields.is_empty()).then(|| Section::of(format!("Gravità: {}", family_title(*family)), fields))
    };
    [thresholds()].into_iter().chain(Family::ALL.iter().filter_map(of_family)).collect()
}

fn level(rule: &'static Rule) -> Field {
    let summary = rule.summary.trim_end_matches('.');
    let meaning = format!("Vuoto se resta come di solito: {}.", rule.severity.italian());
    let levels = Level::KEYWORDS.iter().map(|(word, level)| {
        let label = if *level == Level::Off { "spento: non se ne parla" } else { *word };
        Choice::new(*word, label)
    });
    let heading = format!("{} – {}", rule.code, quoted(summary));
    Field::new(&format!("gravita.{}", rule.code), &heading, &meaning, FieldKind::Choice(levels.collect()))
}

fn thresholds() -> Section {
    let threshold = |key: &str, heading: &str, usual: u32| {
        let meaning = format!("Vuoto se è quella di solito: {usual}.");
        Field::new(&format!("soglie.{key}"), heading, &meaning, FieldKind::Number)
    };
    let people = "Quante persone, al minimo, in una casella di cui non si dica che può far riconoscere qualcuno";
    let letters = "Da quanti caratteri due testi uguali contano come una copia";
    let fields = vec![
        threshold("celle_piccole", people, Thresholds::SMALL_CELLS),
        threshold("testo_ripetuto", letters, Thresholds::REPEATED_TEXT),
    ];
    Section::of("Le soglie", fields)
}
