use crate::model::Edition;
use crate::tables::{Column, Kind};

/// The keys by which an answer may say that a column of a sheet fills one of ours: of a group of values, each of its parts.
pub fn answer_keys(edition: &Edition, column: &Column) -> Vec<String> {
    let part = |part: &str| format!("{}.{part}", column.key);
    match column.kind {
        Kind::Genders => ["dipendenti", "agili"].map(part).to_vec(),
        // The year before is that from which a plan begins.
        Kind::Years => {
            let years = edition.id.span_of_years().map(|(first, last)| first - 1..=last);
            years.into_iter().flatten().map(|year| part(&year.to_string())).collect()
        }
        Kind::Marks => edition.training.audiences.iter().map(|audience| audience.id.value.clone()).collect(),
        // They hold other records.
        Kind::Modules => Vec::new(),
        // The name of a group of modules stands in a column of the same table as that of a module.
        _ if column.published == "gruppo" => vec![column.published.to_owned()],
        _ => vec![column.key.to_owned()],
    }
}
