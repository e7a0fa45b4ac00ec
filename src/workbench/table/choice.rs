use crate::model::{Answer, Edition, Graph, Keyword as _, OfficeLabels, Text};
use crate::tables::{RecordNames, Target};
use crate::workbench::plain_words::spoken;

/// What may be chosen: the word of the data, and what people read.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub(in crate::workbench) struct Choice {
    pub(in crate::workbench) value: String,
    pub(in crate::workbench) label: String,
}

impl Choice {
    pub(in crate::workbench) fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }

    /// Words as people read them.
    pub(super) fn words(words: Vec<&'static str>) -> Vec<Self> {
        words.into_iter().map(|word| Self::new(word, spoken(word))).collect()
    }
}

/// The answers of smartability, and the administration's own words for them.
pub(super) fn answers(edition: &Edition) -> Vec<Choice> {
    let mut options = Choice::words(Answer::KEYWORDS.iter().map(|(word, _)| *word).collect());
    for (_, word) in &edition.model.scales.answers {
        options.push(Choice::new(&*word.value, &*word.value));
    }
    options
}

/// The records to which a column may refer, by name.
pub(in crate::workbench) fn records(edition: &Edition, target: Target) -> Vec<Choice> {
    let graph = Graph::new(edition);
    let labels = OfficeLabels::of(edition, &graph);
    let names = RecordNames { edition, graph: &graph, labels: &labels };
    let option = |id: &Text| Choice::new(&*id.value, names.of(target, id));
    let mut options: Vec<Choice> = match target {
        Target::Area => edition.areas.rows.iter().map(|row| option(&row.id)).collect(),
        Target::Service => edition.services.rows.iter().map(|row| option(&row.id)).collect(),
        Target::Team => edition.teams.rows.iter().map(|row| option(&row.id)).collect(),
        Target::Software => edition.software.rows.iter().filter_map(|row| row.id.as_ref()).map(option).collect(),
    };
    options.sort_by_key(|option| option.label.to_lowercase());
    options
}
