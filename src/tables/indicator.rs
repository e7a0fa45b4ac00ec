use super::column::Place;
use super::description::{RecordDescription, columns, described};
use super::edition_columns::EditionColumns;
use super::field::column;
use super::kind::{Kind, Target};
use super::table::{AddedColumn, DataWords, TableDescription, listed, nothing};
use crate::model::{Baseline, Edition, Indicator, Measure, Words, YearMeasure};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The indicators: what the plan aims at, and what came of it.
pub static INDICATORS: TableDescription = TableDescription {
    name: "indicatori",
    title: "Indicatori",
    caption: None,
    data: Some(DataWords {
        title: None,
        listed: None,
        description: |words, present| {
            Cow::Owned(format!("Gli indicatori del lavoro agile: {}.", parts(words, present)))
        },
        sense: |words, present| Cow::Owned(format!("gli indicatori, con {}", parts(words, present))),
    }),
    note_in_data: true,
    beside: &[],
    columns: columns::<Indicator>,
    added: nothing,
};

fn parts(words: &Words, present: &EditionColumns) -> String {
    let columns =
        [("base", "valore di partenza"), ("obiettivi", "obiettivi anno per anno"), ("consuntivo", "consuntivi")];
    listed(words, present, &INDICATORS, &columns)
}

static INDICATOR: RecordDescription<Indicator> = RecordDescription {
    what: "l'indicatore",
    meaning: None,
    choice: None,
    fields: &[
        column!(
            Indicator.id,
            "id",
            "Identificativo",
            "Il nome con cui continua da un'edizione all'altra: minuscole senza accenti, unite da trattini."
        )
        .kind(Kind::Id)
        .unseen()
        .comparison(Place::Nowhere),
        column!(
            Indicator.dimension,
            "dimensione",
            "Dimensione",
            "La dimensione a cui appartiene, per esempio Salute digitale."
        )
        .drawn()
        .not_searched(),
        column!(Indicator.name, "indicatore", "Indicatore", "Il nome dell'indicatore.").drawn().not_searched(),
        column!(Indicator.formula, "formula", "Formula", "Come si calcola.").drawn(),
        column!(Indicator.unit, "unita", "Unità di misura", "L'unità dei valori, per esempio n., % o giorni.")
            .drawn()
            .not_searched(),
        column!(Indicator.base, "base", "Base", "Il valore di partenza, e il giorno a cui si riferisce.")
            .dictionary("valore di partenza")
            .drawn(),
        column!(Indicator.targets, "obiettivi", "Obiettivo", "Per ogni anno, il valore da raggiungere.")
            .need(super::Need::Required)
            .drawn(),
        column!(Indicator.results, "consuntivo", "Consuntivo", "Per ogni anno concluso, il valore misurato.").drawn(),
        column!(Indicator.source, "fonte", "Fonte", "Da dove vengono i valori.").drawn(),
        column!(Indicator.teams, "smart_team", "[Smart team]", "Gli smart team che riguarda.")
            .kind(Kind::References(Target::Team))
            .dictionary("identificativi [degli smart team] che riguarda"),
    ],
};

described!(Indicator, INDICATOR in INDICATORS);

/// A column of the open data, which holds one of the values of a base, of targets or of results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IndicatorPart {
    /// The value of the base.
    Base,
    /// Its day.
    BaseDay,
    /// The target of a year.
    Target(i16),
    /// The result of a year.
    Result(i16),
}

/// The columns of the open data that stand in the place of one; `None` of a column that holds one value.
pub fn indicator_parts(edition: &Edition, key: &str) -> Option<Vec<IndicatorPart>> {
    let rows = &edition.indicators.rows;
    let years = |values: fn(&Indicator) -> &[YearMeasure]| {
        rows.iter().flat_map(values).map(|value| value.year.value).collect::<BTreeSet<i16>>()
    };
    match key {
        "base" => {
            let is_dated = rows.iter().filter_map(|row| row.base.as_ref()).any(|base| base.at.is_some());
            Some([IndicatorPart::Base].into_iter().chain(is_dated.then_some(IndicatorPart::BaseDay)).collect())
        }
        "obiettivi" => Some(years(|row| &row.targets).into_iter().map(IndicatorPart::Target).collect()),
        "consuntivo" => Some(years(|row| &row.results).into_iter().map(IndicatorPart::Result).collect()),
        _ => None,
    }
}

impl IndicatorPart {
    /// The value of an indicator.
    pub fn measure(self, row: &Indicator) -> Option<&Measure> {
        match self {
            Self::Base => row.base.as_ref().map(|base| &base.value),
            Self::BaseDay => None,
            Self::Target(year) => Indicator::of_year(&row.targets, year),
            Self::Result(year) => Indicator::of_year(&row.results, year),
        }
    }

    /// The day of its base.
    pub fn day(self, row: &Indicator) -> Option<String> {
        let at = |base: &Baseline| base.at.as_ref().map(|date| date.value.iso());
        row.base.as_ref().filter(|_| self == Self::BaseDay).and_then(at)
    }

    /// Its column; `heading` is that of the column in whose place it stands.
    pub(super) fn column(self, heading: &str) -> AddedColumn<'static> {
        let (key, heading, dictionary) = match self {
            Self::Base => ("base".to_owned(), heading.to_owned(), "valore di partenza".to_owned()),
            Self::BaseDay => {
                ("base_al".to_owned(), format!("{heading}: giorno"), "giorno del valore di partenza".to_owned())
            }
            Self::Target(year) => {
                (format!("obiettivo_{year}"), format!("{heading} {year}"), format!("valore da raggiungere nel {year}"))
            }
            Self::Result(year) => {
                (format!("consuntivo_{year}"), format!("{heading} {year}"), format!("valore misurato nel {year}"))
            }
        };
        AddedColumn { key: Cow::Owned(key), heading, dictionary }
    }

    /// Whether a key is that of one of these columns, in whatever edition.
    pub(super) fn has_key(key: &str) -> bool {
        let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        let year = key.strip_prefix("obiettivo_").or_else(|| key.strip_prefix("consuntivo_"));
        key == "base_al" || year.is_some_and(is_year)
    }
}
