use crate::model::capital;
use crate::tables::Home;
use crate::workbench::look;
use crate::workbench::visit::{Form, Visit};
use serde::Serialize;

#[derive(Serialize)]
struct Kept<'f> {
    title: &'static str,
    words: &'f str,
    action: String,
    /// What is sent again unseen.
    hidden: Vec<(&'f str, &'f str)>,
    fields: Vec<KeptField<'f>>,
}

#[derive(Serialize)]
struct KeptField<'f> {
    id: String,
    key: &'f str,
    heading: String,
    value: &'f str,
    lines: usize,
}

/// Why nothing of a form was written, where its own page cannot be shown: what was typed, to be sent again.
pub(in crate::workbench) fn page<'f>(visit: &Visit, why: &'f str, form: &'f Form) -> String {
    let home = visit.path.split('/').next().and_then(Home::named);
    let (hidden, typed): (Vec<_>, Vec<_>) = form.iter().partition(|(key, _)| key.starts_with('_'));
    let field = |(number, (key, value)): (usize, &&'f (String, String))| KeptField {
        id: format!("campo-{number}"),
        key,
        heading: heading(home, key),
        value,
        lines: value.lines().count().max(value.chars().count() / 70 + 1),
    };
    let page = Kept {
        title: "Non è stato scritto nulla",
        words: why,
        action: format!("/banco/{}", visit.path),
        hidden: hidden.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect(),
        fields: typed.iter().enumerate().map(field).collect(),
    };
    look::shown("conservato.html", &page)
}

/// What people call a field, as far as it is known where nothing is read.
fn heading(home: Option<&Home>, key: &str) -> String {
    let first = key.split('.').next().unwrap_or(key);
    let column = home.and_then(|home| home.columns().into_iter().find(|column| column.key == first));
    match column.map(|column| column.heading).filter(|heading| !heading.contains('[')) {
        Some(heading) => heading.to_owned(),
        None => capital(&key.replace(['_', '.'], " ")),
    }
}
