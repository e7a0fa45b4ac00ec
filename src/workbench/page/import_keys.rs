use crate::import::answer_keys;
use crate::model::Edition;
use crate::tables::{Column, Home, Kind};

/// What may be said of a column that fills one of ours, with its heading: of a group of values, each part of it.
pub(super) fn keys(edition: &Edition, home: &Home, own: &'static Column) -> Vec<(String, String)> {
    let heading = home.heading(edition, own);
    let labelled = |key: String| {
        let label = match key.split_once('.') {
            Some((_, "dipendenti")) => format!("{heading}: fra i dipendenti"),
            Some((_, "agili")) => format!("{heading}: fra chi lavora in modalità agile"),
            Some((_, part)) => format!("{heading}: {part}"),
            None => match edition.training.audiences.iter().find(|audience| audience.id.value == key) {
                Some(audience) if matches!(own.kind, Kind::Marks) => format!("{heading}: {}", audience.name.value),
                _ => heading.to_owned(),
            },
        };
        (key, label)
    };
    answer_keys(edition, own).into_iter().map(labelled).collect()
}
