use super::{Context, organisation, thing};
use crate::model::{Keyword, Licence};
use crate::open_data::File;
use crate::output::size;
use crate::routes::Section;
use crate::site::context::EditionContext;
use crate::tables::TABLES;
use serde_json::{Value, json};
use std::borrow::Cow;

/// The title of a table's data, and what they hold.
fn words<'c>(edition_context: &'c EditionContext<'_>, table: &str) -> Option<(&'c str, Cow<'c, str>)> {
    let table = TABLES.into_iter().find(|known| known.name == table)?;
    let sense = (table.data.as_ref()?.sense)(&edition_context.edition.model.words, &edition_context.columns);
    Some((table.data_title(edition_context.edition), sense))
}

/// The data of one table; nothing where they are not published.
pub(super) fn alone(context: &Context<'_>, edition_context: &EditionContext<'_>, table: &str) -> Option<Value> {
    let (title, sense) = words(edition_context, table)?;
    let files: Vec<&File> = edition_context.files.data.iter().filter(|file| file.table == table).collect();
    let path = format!("{}/{table}/", edition_context.edition.id.as_str());
    (!files.is_empty())
        .then(|| dataset(context, edition_context, &Subjects { title, sense, path, files, parts: Vec::new() }))
}

/// All the data of an edition.
pub(super) fn whole(context: &Context<'_>, edition_context: &EditionContext<'_>) -> Value {
    dataset(
        context,
        edition_context,
        &everything(edition_context, edition_context.files.data.iter().collect(), Vec::new()),
    )
}

/// All the data of an edition, table by table.
pub(super) fn with_parts(context: &Context<'_>, edition_context: &EditionContext<'_>) -> Value {
    let mut tables: Vec<&str> = edition_context.files.data.iter().map(|file| file.table).collect();
    tables.dedup();
    let parts: Vec<Value> = tables.iter().filter_map(|table| alone(context, edition_context, table)).collect();
    let others =
        edition_context.files.data.iter().filter(|file| words(edition_context, file.table).is_none()).collect();
    dataset(context, edition_context, &everything(edition_context, others, parts))
}

fn everything<'a>(edition_context: &'a EditionContext<'_>, files: Vec<&'a File>, parts: Vec<Value>) -> Subjects<'a> {
    let edition = edition_context.edition;
    let offices = if edition.has_areas() || edition.has_services() { "organizzazione" } else { "" };
    let words = &edition.model.words;
    let names = [offices, if edition.has_teams() { words.say("[+smart team]") } else { "" }];
    let said: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
    let processes = words.say("[processi]");
    let said = if said.is_empty() { processes.to_owned() } else { format!("{} e {processes}", said.join(", ")) };
    Subjects {
        title: "Dati aperti",
        sense: Cow::Owned(format!("tutte le tavole da scaricare e riusare: {said}")),
        path: format!("{}/{}/", edition_context.edition.id.as_str(), Section::Data.entry().folder),
        files,
        parts,
    }
}

/// What a dataset is about, and what it is made of.
struct Subjects<'a> {
    title: &'a str,
    sense: Cow<'a, str>,
    /// Its page, from the root of the site.
    path: String,
    files: Vec<&'a File>,
    parts: Vec<Value>,
}

fn dataset(context: &Context<'_>, edition_context: &EditionContext<'_>, about: &Subjects<'_>) -> Value {
    let edition = edition_context.edition;
    let (id, title) = (edition.id.as_str(), &edition.title.value);
    let administration = context.administration;
    let notice = administration.notice.as_ref().map(|notice| format!(" {}", notice.value)).unwrap_or_default();
    let description = format!(
        "{}: {}. Dal documento «{title}», edizione {id}. Fonte: {}.{notice}",
        about.title, about.sense, administration.name.value
    );
    let organisation = organisation::brief(context);
    let day = |date: Option<&crate::model::Spanned<crate::model::Date>>| date.map(|date| date.value.iso().into());
    let files: Vec<Value> = about.files.iter().filter_map(|file| download(context, id, file)).collect();
    thing(
        "Dataset",
        [
            ("@id", context.address(&format!("{}#dati", about.path)).map(Value::from)),
            ("name", Some(format!("{} – {title} {id} – {}", about.title, administration.name.value).into())),
            ("description", Some(description.into())),
            ("url", context.address(&about.path).map(Value::from)),
            ("license", Some(licence(context))),
            ("isAccessibleForFree", Some(true.into())),
            ("inLanguage", Some("it".into())),
            ("keywords", Some(json!(["lavoro agile", "PIAO", "pubblica amministrazione"]))),
            ("creator", Some(organisation.clone())),
            ("publisher", Some(organisation)),
            ("version", Some(id.into())),
            ("creativeWorkStatus", edition.status.as_ref().map(|status| status.value.keyword().into())),
            ("datePublished", day(edition.published.as_ref())),
            ("dateModified", day(edition.updated.as_ref())),
            ("temporalCoverage", years(id).map(Value::from)),
            ("distribution", (!files.is_empty()).then(|| files.into())),
            ("hasPart", (!about.parts.is_empty()).then(|| about.parts.clone().into())),
        ],
    )
}

/// A file to be fetched; nothing where the site has no address to fetch it from.
fn download(context: &Context<'_>, edition: &str, file: &File) -> Option<Value> {
    let address = context.address(&format!("{edition}/dati/{}", file.name()))?;
    let properties = [
        ("name", Some(file.label().into())),
        ("encodingFormat", Some(file.media_type().into())),
        ("contentUrl", Some(address.into())),
        ("contentSize", Some(size(file.size() as u64).into())),
    ];
    Some(thing("DataDownload", properties))
}

/// The address of a known licence, else its name.
fn licence(context: &Context<'_>) -> Value {
    let name = context.administration.licence.value.as_str();
    let address = Licence::named(name).filter(|_| context.base.is_some()).map(Licence::address);
    address.map_or_else(|| thing("CreativeWork", [("name", Some(name.into()))]), Value::from)
}

/// The years that an edition covers, where its name is made of years: `2025/2027` (ISO 8601).
fn years(edition: &str) -> Option<String> {
    let year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    match edition.split_once('-') {
        None if year(edition) => Some(edition.to_owned()),
        Some((first, last)) if year(first) && year(last) && first <= last => Some(format!("{first}/{last}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::years;

    #[test]
    fn only_years_are_a_time() {
        assert_eq!(years("2025-2027").as_deref(), Some("2025/2027"));
        assert_eq!(years("2025").as_deref(), Some("2025"));
        for other in ["2025-27", "2027-2025", "prova", "2025-2027-bis"] {
            assert_eq!(years(other), None, "{other}");
        }
    }
}
