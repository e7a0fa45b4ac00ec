use crate::import::{ColumnNames, Doubt, Question as Settles, SheetReading};
use crate::model::{Edition, Graph, OfficeLabels};
use crate::tables::{Home, Kind};
use crate::workbench::plain_words::{keyed, spoken};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What an answer may settle.
#[derive(Serialize)]
pub(super) struct Question {
    id: String,
    kind: &'static str,
    text: String,
    question: String,
    /// What was answered.
    answer: String,
    about: String,
    /// What a word of its column may mean; empty where nothing is to be said.
    examples: String,
    groups: Vec<OfficeGroup>,
}

/// What is known when a page asks: the offices from which the meaning of a name is chosen, and what was decided already.
pub(super) struct Known<'e> {
    edition: &'e Edition,
    offices: Vec<OfficeGroup>,
    /// By the names of the fields.
    decided: BTreeMap<String, String>,
    /// The questions that the page asks already: the same one in two places would have two answers.
    asked: BTreeSet<String>,
}

#[derive(Clone, Serialize)]
struct OfficeGroup {
    label: String,
    offices: Vec<Office>,
}

#[derive(Clone, Serialize)]
struct Office {
    id: String,
    name: String,
}

impl<'e> Known<'e> {
    /// The offices of an edition, and decisions with their questions.
    pub(super) fn of(edition: &'e Edition, decisions: &BTreeMap<Vec<String>, String>) -> Self {
        let labels = OfficeLabels::of(edition, &Graph::new(edition));
        let group = |label: &'static str, ids: Vec<&str>, names: &[String]| OfficeGroup {
            label: edition.model.words.say(label).to_owned(),
            offices: ids
                .into_iter()
                .zip(names)
                .map(|(id, name)| Office { id: id.to_owned(), name: name.clone() })
                .collect(),
        };
        let areas = edition.areas.rows.iter().map(|row| row.id.value.as_str()).collect();
        let services = edition.services.rows.iter().map(|row| row.id.value.as_str()).collect();
        let teams = edition.teams.rows.iter().map(|row| row.id.value.as_str()).collect();
        let mut groups = vec![
            group("[+Smart team]", teams, &labels.teams),
            group("[Servizi]", services, &labels.services),
            group("[Aree]", areas, &labels.areas),
        ];
        groups.retain(|group| !group.offices.is_empty());
        let name = |question: &[String]| asked(&question.iter().map(String::as_str).collect::<Vec<_>>());
        let decided = decisions.iter().map(|(question, answer)| (name(question), answer.clone())).collect();
        Self { edition, offices: groups, decided, asked: BTreeSet::new() }
    }

    /// The name of an office, by its identifier.
    pub(super) fn office(&self, id: &str) -> Option<&str> {
        let all = self.offices.iter().flat_map(|group| &group.offices);
        all.into_iter().find(|office| office.id == id).map(|office| office.name.as_str())
    }

    /// Whether a question is asked for the first time.
    pub(super) fn asks(&mut self, question: &str) -> bool {
        self.asked.insert(question.to_owned())
    }

    /// What was decided of a question; empty if nothing was.
    pub(super) fn answer(&self, question: &str) -> String {
        self.decided.get(question).cloned().unwrap_or_default()
    }
}

/// The name of the field of a form that answers a question: its place in the file of answers.
pub(super) fn asked(place: &[&str]) -> String {
    serde_json::Value::from(place.to_vec()).to_string()
}

impl Question {
    /// What answers may settle of a sheet of a file, each once on the page.
    pub(super) fn all(
        (file, names): (&str, &ColumnNames),
        sheet: &SheetReading,
        known: &mut Known<'_>,
        id: &str,
    ) -> Vec<Question> {
        let mut all: Vec<Question> = Vec::new();
        for doubt in sheet.not_understood.iter().chain(&sheet.doubts) {
            let column = || sheet.columns.iter().find(|column| column.column == doubt.column);
            let (kind, text, group) = match doubt.question {
                Settles::None => continue,
                Settles::Name => ("nome", doubt.text.clone(), "nomi"),
                Settles::Word => ("parola", doubt.text.clone(), "parole"),
                Settles::Separator => {
                    ("divisore", column().map(|it| names.name(&sheet.name, it)).unwrap_or_default(), "separatori")
                }
            };
            let (question, spelling) = match doubt.question {
                Settles::Separator => {
                    let question = asked(&[group, file, &sheet.name, &text]);
                    (question.clone(), question)
                }
                _ => (asked(&[group, &text]), asked(&[group, &doubt.spelling()])),
            };
            if text.is_empty() || !known.asks(&spelling) {
                continue;
            }
            let understood = if doubt.understood.is_empty() {
                String::new()
            } else {
                format!("inteso come «{}»; ", spoken(&doubt.understood))
            };
            all.push(Question {
                id: format!("domanda-{id}-{}", all.len()),
                kind,
                text,
                answer: known.answer(&question),
                question,
                about: format!(
                    "Riga {}: {understood}{}",
                    doubt.row,
                    keyed(known.edition, sheet.table.as_deref().unwrap_or_default(), &doubt.message)
                ),
                examples: if kind == "parola" { examples(known.edition, sheet, doubt) } else { String::new() },
                groups: if kind == "nome" { known.offices.clone() } else { Vec::new() },
            });
        }
        all
    }
}

/// What the words of the column of a doubt may mean.
fn examples(edition: &Edition, sheet: &SheetReading, doubt: &Doubt) -> String {
    let column = sheet.columns.iter().find(|column| column.column == doubt.column);
    let key = column.and_then(|column| column.key.as_deref()?.split('/').next());
    let home = sheet.table.as_deref().and_then(Home::of);
    let found = home.and_then(|home| home.columns().into_iter().find(|column| Some(column.key) == key));
    match found.map(|column| column.kind) {
        Some(Kind::Risk) => edition.model.scales.risk_words().join(", "),
        Some(Kind::Answer) => "sì, no, in parte".to_owned(),
        Some(Kind::Word(words)) => words.list().into_iter().map(spoken).collect::<Vec<_>>().join(", "),
        Some(Kind::Days) => "0,5, 1-2".to_owned(),
        Some(Kind::PeriodDays) => "8 al mese, 92 all'anno".to_owned(),
        Some(Kind::Date) => "31/12/2025".to_owned(),
        Some(Kind::Number | Kind::Percentage | Kind::Count | Kind::Headcount | Kind::Genders | Kind::Baseline) => {
            "12".to_owned()
        }
        _ => String::new(),
    }
}
