//! The form above a table by which its rows are chosen: its questions, and what it says of the rows.

use super::own_filter::{OwnChoice, OwnFilter, OwnKey};
use crate::routes::{Part, Section};
use crate::site::context::EditionContext;
use crate::site::view::Chip;
use crate::tables::{
    ADOPTION, AREAS, EXCLUSIONS, EXPECTED_BEHAVIOURS, INDICATORS, REFERENCES, SERVICES, SOFTWARE, TEAMS, TRAINING,
    TableDescription,
};
use serde::Serialize;
use std::borrow::Cow;

/// The questions by which the rows of a table are chosen. A page has one such form at most.
#[derive(Debug, Serialize)]
pub(in crate::site) struct Filters {
    /// The answers, with how many there are of each, which are chosen by a press.
    pub(in crate::site) counters: Vec<Filter>,
    /// Choices of which one is taken from a list.
    pub(in crate::site) lists: Vec<Filter>,
    /// Other choices of which several may be ticked.
    pub(in crate::site) boxes: Vec<Filter>,
    /// How many rows the table has.
    pub(in crate::site) count: usize,
    /// The identifier of the table whose rows are chosen: its own, or that of the rows found on all its pages.
    pub(in crate::site) table: String,
    /// What a row is called, and what several are.
    pub(in crate::site) names: [String; 2],
    /// What the form is called.
    pub(in crate::site) label: String,
    /// What is asked of the texts of the rows.
    pub(in crate::site) text: &'static str,
    /// Whether the rows stand on several pages, of which this is the first.
    pub(in crate::site) is_divided: bool,
    /// The script that holds the open data of the rows, and the name of the file that is made of them.
    pub(in crate::site) download: Option<[String; 2]>,
}

/// A question by which a table is filtered.
#[derive(Debug, Serialize)]
pub(in crate::site) struct Filter {
    /// Its name in the address of the page and in the rows of the table.
    pub(in crate::site) key: Cow<'static, str>,
    pub(in crate::site) label: String,
    pub(in crate::site) choices: Vec<Choice>,
}

/// One of its answers.
#[derive(Debug, Serialize)]
pub(in crate::site) struct Choice {
    pub(in crate::site) value: String,
    pub(in crate::site) name: String,
    /// How many rows have it.
    pub(in crate::site) count: usize,
    /// How many rows of everyone come with it.
    pub(in crate::site) common: usize,
    /// Whether there are rows of everyone that do not concern it.
    pub(in crate::site) alone: bool,
    pub(in crate::site) chip: Option<Chip>,
}

/// How the rows of a table, all but Tavola 1, are chosen from one of its pages: by a form, or on the page that has the form.
#[derive(Debug, Default, Serialize)]
pub(in crate::site) struct Selection {
    /// The form, on the first page.
    pub(in crate::site) filters: Option<Filters>,
    /// From the others, the page of the form.
    pub(in crate::site) form: Option<String>,
}

impl Selection {
    /// By the columns that the administration adds to a table; neither where it adds none to filter by. The table stands under the
    /// identifier `id`, and its pages are those of the section.
    pub(in crate::site) fn of(
        context: &EditionContext<'_>,
        table: &'static TableDescription,
        section: Option<Section>,
        id: String,
        part: Part,
    ) -> Self {
        match asked_filters(context, table) {
            own if own.is_empty() => Self::default(),
            own if part.is_first() => {
                Self { filters: Some(Filters::of_table(context, table, own, id, part)), form: None }
            }
            _ => Self { filters: None, form: section.map(Section::path) },
        }
    }
}

impl Filters {
    /// The identifier of the table of the rows found on all the pages of another.
    pub(in crate::site) const FOUND: &'static str = "filtri_trovate";

    fn of_table(
        context: &EditionContext<'_>,
        table: &'static TableDescription,
        own: Vec<OwnFilter<'_>>,
        id: String,
        part: Part,
    ) -> Self {
        let is_divided = part.count() > 1;
        Self {
            counters: Vec::new(),
            lists: own.into_iter().map(|filter| Filter::of_own(&filter).in_page(is_divided)).collect(),
            boxes: Vec::new(),
            count: crate::tables::annotations(context.edition, table).len(),
            table: if is_divided { Self::FOUND.to_owned() } else { id },
            names: names(context, table),
            label: "Filtra la tabella".to_owned(),
            text: if is_divided { "Nome" } else { "Testo" },
            is_divided,
            download: None,
        }
    }
}

/// The questions by the columns that the administration adds to a table.
pub(in crate::site) fn own_lists(context: &EditionContext<'_>, table: &'static TableDescription) -> Vec<Filter> {
    OwnFilter::all(context, table).iter().map(Filter::of_own).collect()
}

/// The filters of a table by such columns, where its template asks by what its rows are found.
fn asked_filters<'a>(context: &'a EditionContext<'_>, table: &'static TableDescription) -> Vec<OwnFilter<'a>> {
    if context.asked.row_keys { OwnFilter::all(context, table) } else { Vec::new() }
}

/// By what each of these rows of a table is found; nothing where there is no filter.
pub(in crate::site) fn own_keys(
    context: &EditionContext<'_>,
    table: &'static TableDescription,
    rows: impl IntoIterator<Item = usize>,
) -> Vec<Vec<OwnKey>> {
    let filters = asked_filters(context, table);
    if filters.is_empty() {
        return Vec::new();
    }
    rows.into_iter().map(|row| filters.iter().map(|filter| filter.key_of(row)).collect()).collect()
}

impl Filter {
    /// The question by a column that the administration adds.
    fn of_own(filter: &OwnFilter<'_>) -> Self {
        let choice = |choice: &OwnChoice| Choice {
            value: choice.value.clone(),
            name: choice.name.clone(),
            count: choice.count,
            common: 0,
            alone: false,
            chip: None,
        };
        Self { key: filter.key().into(), label: filter.label(), choices: filter.choices().iter().map(choice).collect() }
    }

    /// Whether its choices come with the script of the rows, not with the page.
    pub(in crate::site) fn is_long(&self) -> bool {
        self.choices.len() > Part::ROWS
    }

    /// The question as the page has it: with a table that stands on several pages there is such a script.
    pub(in crate::site) fn in_page(mut self, is_divided: bool) -> Self {
        if is_divided && self.is_long() {
            self.choices.clear();
        }
        self
    }
}

/// What a row of a table is called, and what several are.
fn names(context: &EditionContext<'_>, table: &'static TableDescription) -> [String; 2] {
    let words = &context.edition.model.words;
    let of = [
        (&AREAS, ["[area]", "[aree]"]),
        (&SERVICES, ["[servizio]", "[servizi]"]),
        (&TEAMS, ["[smart team]", "[+smart team]"]),
        (&SOFTWARE, ["programma", "programmi"]),
        (&TRAINING, ["modulo", "moduli"]),
        (&ADOPTION, ["riga", "righe"]),
        (&EXPECTED_BEHAVIOURS, ["ruolo", "ruoli"]),
        (&INDICATORS, ["indicatore", "indicatori"]),
        (&EXCLUSIONS, ["esclusione", "esclusioni"]),
        (&REFERENCES, ["riferimento", "riferimenti"]),
    ];
    let known =
        of.into_iter().find(|(other, _)| other.name == table.name).map_or(["riga", "righe"], |(_, names)| names);
    known.map(|name| words.say(name).to_owned())
}
