use super::{Rows, SettingsFile};
use crate::diagnostic::Finding;
use crate::model::DataPlace;
use crate::source::Span;
use crate::tables::Home;
use crate::workbench::bench::Bench;
use std::collections::HashMap;

/// Where each record is edited, by the bytes that hold it.
#[derive(Debug, Default)]
pub(in crate::workbench) struct Places(HashMap<Span, (String, String)>);

impl Places {
    /// The places of the edition that is worked on.
    pub(in crate::workbench) fn of(bench: &Bench<'_>) -> Self {
        let Some(edition) = bench.edition() else { return Self::default() };
        let mut places = HashMap::new();
        for home in Home::every() {
            for row in Rows::of(bench, edition, home).rows {
                if let Some(entry) = row.entry {
                    let words = format!("{}: {}", home.title_in(edition), row.label);
                    places.insert(entry.span, (format!("/banco/{}/{}/", home.table, row.id), words));
                }
            }
        }
        Self(places)
    }

    /// The page on which what a finding speaks of is edited, and what to call it.
    pub(in crate::workbench) fn of_finding(&self, bench: &Bench<'_>, finding: &Finding) -> Option<(String, String)> {
        let annex = bench.annex.ok()?;
        let outline = &annex.loaded().annex.outline;
        if let Some(place) = outline.place(finding.span)
            && let Some((href, words)) = self.0.get(&place.entry.span)
        {
            let key = place.key.map(|key| format!("#campo-{key}")).unwrap_or_default();
            return Some((format!("{href}{key}"), words.clone()));
        }
        let edition = bench.edition()?;
        let path = annex.sources().get(finding.span.source).path();
        if let Some((settings, field)) = outline.place(finding.span).and_then(|place| of_column(bench, path, place)) {
            return Some((format!("{}{field}", settings.address), settings.title));
        }
        if let Some(settings) = SettingsFile::holding(bench, path) {
            let key = outline.place(finding.span).and_then(|place| place.key);
            let key = key.map(|key| format!("#campo-{key}")).unwrap_or_default();
            return Some((format!("{}{key}", settings.address), settings.title));
        }
        let name = path.strip_prefix(&format!("content/{}/", edition.id.as_str()))?;
        let chapter = edition.chapters.iter().find(|chapter| chapter.body.span.source == finding.span.source);
        let words = chapter.map_or_else(|| name.to_owned(), |chapter| format!("Capitolo «{}»", chapter.title.value));
        Some((format!("/banco/capitoli/{}/", name.strip_suffix(".md")?), words))
    }
}

/// The form of the columns of the administration's own of a table, where a place of `modello.yaml` is in one of them; and the field.
fn of_column<'a>(bench: &Bench<'a>, path: &str, place: DataPlace<'_>) -> Option<(SettingsFile<'a>, String)> {
    let (name, key) = (&place.entry.name, place.key.unwrap_or_default());
    let is_model = path.ends_with("/modello.yaml");
    match (&name.list, &name.id) {
        (Some(table), Some(id)) if is_model => {
            let field = format!("#campo-tavole-{table}-colonne-{id}-{key}");
            Some((SettingsFile::at(bench, &["colonne", table])?, field))
        }
        (None, Some(table)) if is_model && key == "colonne" => {
            Some((SettingsFile::at(bench, &["colonne", table])?, String::new()))
        }
        _ => None,
    }
}
