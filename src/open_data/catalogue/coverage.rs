//! What a table is about: its words, its time, its place.

use super::node::date;
use crate::model::{Administration, Date, Edition, Keyword, TableName};
use crate::open_data::DataTable;
use serde_json::{Value, json};

/// The words by which somebody may look for a table.
pub(super) fn keywords(sheet: &DataTable<'_>) -> Value {
    let words = ["lavoro agile", "PIAO", "piano integrato di attività e organizzazione", sheet.title];
    words.iter().map(|word| json!({ "@value": word, "@language": "it" })).collect()
}

/// The time that a table is about: the years of the edition; of the state of adoption, its day. `None` where that is not known.
pub(super) fn time(edition: &Edition, sheet: &DataTable<'_>) -> Option<Value> {
    let (first, last) = if sheet.name == TableName::Adoption.keyword() {
        let day = edition.adoption.date.as_ref()?.value;
        (day, day)
    } else {
        let (first, last) = edition.id.span_of_years()?;
        (Date::new(first, 1, 1)?, Date::new(last, 12, 31)?)
    };
    Some(json!({ "@type": "dct:PeriodOfTime", "dcat:startDate": date(first), "dcat:endDate": date(last) }))
}

/// The territory of the administration, by its code of the national institute of statistics; `None` where that is not known.
pub(super) fn place(administration: &Administration) -> Option<Value> {
    let code = administration.istat_code.as_ref()?;
    Some(json!({ "@type": "dct:Location", "dct:identifier": code.value }))
}
