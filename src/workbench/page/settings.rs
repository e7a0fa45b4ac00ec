use super::Chrome;
use super::field::{FieldItem, FieldText, field_item};
use crate::diagnostic::Finding;
use crate::model::RecordName;
use crate::workbench::bench::Bench;
use crate::workbench::finding_item::FindingItem;
use crate::workbench::look;
use crate::workbench::session::Session;
use crate::workbench::table::{Collision, Section, SectionColumn, SettingsFile};
use crate::workbench::visit::{Form, Visit, field};
use serde::Serialize;

#[derive(Serialize)]
struct SettingsPage {
    chrome: Chrome,
    title: String,
    action: String,
    sections: Vec<SectionItem>,
    findings: Vec<FindingItem>,
    file: String,
    /// The same file as text; nothing where it is not there yet.
    as_text: Option<String>,
    notice: Option<String>,
    is_trial: bool,
}

#[derive(Serialize)]
struct SectionItem {
    title: String,
    fields: Vec<FieldItem>,
    /// Whether something stands in it.
    is_open: bool,
    /// The column of the administration's own that it is about, and that may be removed.
    column: Option<String>,
}

/// What is to be shown of settings besides what the file says.
#[derive(Debug, Default)]
pub(in crate::workbench) struct SettingsExtra<'f> {
    /// What was typed, in the place of what the file says.
    pub(in crate::workbench) form: Option<&'f Form>,
    pub(in crate::workbench) notice: Option<String>,
    /// What was typed held against what the file says by now, where that is shown.
    pub(in crate::workbench) collision: Option<&'f Collision>,
    /// What is really there, where the page shows what would be.
    pub(in crate::workbench) tried_on: Option<&'f Bench<'f>>,
}

/// The settings of a file as a form.
pub(in crate::workbench) fn page(
    bench: &Bench<'_>,
    session: &Session,
    visit: &Visit,
    settings: &SettingsFile<'_>,
    extra: SettingsExtra<'_>,
) -> String {
    let sections = settings.sections();
    let found = findings(bench, settings, &sections);
    let item = |finding: &Finding| {
        let item = FindingItem::of(bench, finding);
        match extra.tried_on {
            Some(bench) => item.seen_from(bench),
            None => item,
        }
    };
    let at = |key: Option<&str>| {
        let own = found.iter().filter(|(own, _)| own.as_deref() == key);
        own.map(|(_, finding)| item(finding)).collect::<Vec<_>>()
    };
    let whole = settings.read();
    let section = |section: &Section| {
        let values = section.values(&whole);
        let fields = section.fields.iter().zip(values).map(|(field, now)| {
            field_item(field, FieldText::standing(field, now, extra.form, extra.collision), at(Some(&field.key)))
        });
        let fields: Vec<FieldItem> = fields.collect();
        let is_new = section.column == Some(SectionColumn::New);
        let is_open = fields.iter().any(FieldItem::is_filled) || (is_new && sections.len() == 1);
        let column = match &section.column {
            Some(SectionColumn::Standing(key)) => Some(key.clone()),
            _ => None,
        };
        SectionItem { title: section.title.clone(), fields, is_open, column }
    };
    let chrome =
        Chrome::of(bench, session, visit, settings.title.as_str(), "tavole").of_file(bench, &settings.file.path);
    let kept = extra.form.filter(|_| extra.tried_on.is_some()).and_then(|form| field(form, "_file"));
    let page = SettingsPage {
        chrome: match extra.tried_on {
            Some(bench) => chrome.seen_from(bench),
            None => chrome,
        },
        title: settings.title.clone(),
        action: settings.address.clone(),
        sections: sections.iter().map(section).collect(),
        findings: at(None),
        file: kept.map_or_else(|| settings.file.fingerprint(), str::to_owned),
        as_text: settings.file.text.map(|_| format!("/banco/testo/{}", settings.file.path)),
        notice: extra.notice.or_else(|| broken(settings)),
        is_trial: extra.tried_on.is_some(),
    };
    look::shown("impostazioni.html", &page)
}

fn broken(settings: &SettingsFile<'_>) -> Option<String> {
    let why = settings.file.document().err()?;
    Some(format!("Questi dati non si possono modificare con i moduli: {why}."))
}

/// The findings of the file that do not belong to a row of a table, with the field of which each speaks.
fn findings<'b>(
    bench: &Bench<'b>,
    settings: &SettingsFile<'_>,
    sections: &[Section],
) -> Vec<(Option<String>, &'b Finding)> {
    let Ok(annex) = bench.annex else { return Vec::new() };
    let Some(source) = annex.sources().find(&settings.file.path) else { return Vec::new() };
    let outline = &annex.loaded().annex.outline;
    let keys: Vec<&str> = sections.iter().flat_map(|section| &section.fields).map(|field| field.key.as_str()).collect();
    let own = bench.findings().into_iter().filter(|finding| finding.span.source == source && finding.is_open());
    let placed = own.filter_map(|finding| {
        let Some(place) = outline.place(finding.span) else {
            return settings.table().is_none().then_some((None, finding));
        };
        let name = &place.entry.name;
        if settings.table().is_some_and(|home| column_table(name) != Some(home.table)) {
            return None;
        }
        let asked = asked(name, place.key.unwrap_or_default());
        let key = asked.iter().find_map(|asked| keys.iter().find(|key| asked == *key)).map(|key| (*key).to_owned());
        let is_here = key.is_some() || name.is_file() || name.row.is_none();
        is_here.then_some((key, finding))
    });
    placed.collect()
}

/// The fields of which a place may be one, the likeliest first.
fn asked(name: &RecordName, key: &str) -> Vec<String> {
    match (&name.list, name.row, &name.id) {
        (Some(list), Some(1), _) => vec![format!("{list}.1.{key}"), format!("{list}.{key}")],
        (Some(list), Some(row), _) => vec![format!("{list}.{row}.{key}")],
        (Some(list), None, id) => {
            let column = id.as_ref().map(|id| format!("tavole.{list}.colonne.{id}.{key}"));
            column.into_iter().chain([list.to_string()]).collect()
        }
        (None, _, Some(id)) => vec![format!("{id}.{key}"), id.to_string()],
        _ => vec![key.to_owned()],
    }
}

/// The table of whose columns of the administration's own a place of `modello.yaml` speaks.
fn column_table(name: &RecordName) -> Option<&str> {
    name.list.as_deref().or(name.id.as_deref())
}
