use super::{Rows, SettingsFile, fields};
use crate::diagnostic::Finding;
use crate::model::DataPlace;
use crate::source::Span;
use crate::tables::Home;
use crate::workbench::bench::Bench;
use crate::workbench::plain_words;
use crate::workbench::text_file::TextFile;
use std::collections::HashMap;
use std::iter::once;

/// Where each record is edited, by the bytes that hold it.
#[derive(Debug, Default)]
pub(in crate::workbench) struct Places(HashMap<Span, Place>);

/// Where a record is edited.
#[derive(Debug)]
struct Place {
    home: &'static Home,
    /// The address of its form.
    href: String,
    /// What to call it.
    words: String,
}

impl Places {
    /// The places of the edition that is worked on.
    pub(in crate::workbench) fn of(bench: &Bench<'_>) -> Self {
        let Some(edition) = bench.edition() else { return Self::default() };
        let mut places = HashMap::new();
        for home in Home::every() {
            for row in Rows::of(bench, edition, home).rows {
                if let Some(entry) = row.entry {
                    let words = format!("{}: {}", home.title_in(edition), row.label);
                    let href = format!("/banco/{}/{}/", home.table, row.id);
                    places.insert(entry.span, Place { home, href, words });
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
            && let Some(Place { href, words, .. }) = self.0.get(&place.entry.span)
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
        let line = annex.sources().get(finding.span.source).position(finding.span.range().start).line;
        if let Some(file) = TextFile::data(bench, path) {
            return Some((file.line_address(line), plain_words::file(bench, path).unwrap_or(file.path)));
        }
        let name = path.strip_prefix(&format!("content/{}/", edition.id.as_str()))?;
        let chapter = edition.chapters.iter().find(|chapter| chapter.body.span.source == finding.span.source);
        let words = chapter.map_or_else(|| name.to_owned(), |chapter| format!("Capitolo «{}»", chapter.title.value));
        Some((format!("/banco/capitoli/{}/?riga={line}", name.strip_suffix(".md")?), words))
    }

    /// What to call each of the places that a finding speaks of: the record, and the field by its heading.
    pub(in crate::workbench) fn named(&self, bench: &Bench<'_>, finding: &Finding) -> Vec<String> {
        let spans = once(&finding.span).chain(&finding.together);
        let mut names: Vec<String> = spans.filter_map(|span| self.name(bench, *span)).collect();
        if names.is_empty() {
            names.extend(self.of_finding(bench, finding).map(|(_, words)| words));
        }
        names.dedup();
        names
    }

    fn name(&self, bench: &Bench<'_>, span: Span) -> Option<String> {
        let place = bench.annex.ok()?.loaded().annex.outline.place(span)?;
        let Place { home, words, .. } = self.0.get(&place.entry.span)?;
        let all = fields(bench.edition()?, home);
        let field = place.key.and_then(|key| all.into_iter().find(|field| field.first_key() == Some(key)));
        Some(field.map_or_else(|| words.clone(), |field| format!("{words}, «{}»", field.heading)))
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
