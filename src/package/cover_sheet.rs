use super::manifest::MANIFEST;
use super::names::{SITE, UPLOADS};
use super::upload::{Upload, UploadKind, things};
use crate::model::{Administration, Date, Edition, Status, Text};
use crate::theme::Theme;
use crate::trouble::{Context as _, Trouble};
use serde::Serialize;
use tera::{Context, Value};

/// The file that is to be read first.
pub const COVER_SHEET: &str = "LEGGIMI.html";

/// What the cover sheet says.
#[derive(Debug, Serialize)]
struct CoverSheet<'a> {
    administration: &'a str,
    title: &'a str,
    annex: &'a str,
    plan: &'a str,
    edition: &'a str,
    /// Its state of approval; `None` if it is approved.
    state: Option<&'static str>,
    notice: Option<&'a str>,
    /// Where it goes in Amministrazione Trasparente; `None` if the office has not decided yet.
    placement: Option<&'a str>,
    officer: Option<&'a str>,
    base_url: Option<&'a str>,
    published: Option<String>,
    public_until: Option<String>,
    groups: Vec<Group<'a>>,
    has_pdfs: bool,
    uploads: &'static str,
    site: &'static str,
    manifest: &'static str,
    pasted_text: Link<'a>,
    portal_text: Link<'a>,
}

/// Files that are listed together.
#[derive(Debug, Serialize)]
struct Group<'a> {
    title: &'static str,
    things: Vec<Thing<'a>>,
}

/// Something to be uploaded, in one format or in several.
#[derive(Debug, Serialize)]
struct Thing<'a> {
    what: &'a str,
    files: Vec<File<'a>>,
}

/// A file to be uploaded.
#[derive(Debug, Serialize)]
struct File<'a> {
    link: Link<'a>,
    format: &'a str,
    size: &'a str,
}

/// A file of the archive, from its root.
#[derive(Debug, Serialize)]
struct Link<'a> {
    name: &'a str,
    address: String,
}

impl<'a> Link<'a> {
    fn to(path: &'a str) -> Self {
        // The program's own names have no other character to escape in an address.
        Self { name: path.rsplit('/').next().unwrap_or(path), address: path.replace(' ', "%20") }
    }
}

/// The cover sheet: what goes where in Amministrazione Trasparente, and until when it stays public. What is not known is stated as unknown.
///
/// # Errors
///
/// When the template of the theme asks for something that is not there.
pub fn cover_sheet(
    theme: &Theme,
    administration: &Administration,
    edition: &Edition,
    base_url: Option<&str>,
    uploads: &[Upload<'_>],
    pasted_text: &str,
    portal_text: &str,
) -> Result<String, Trouble> {
    let group = |kind, title| Group { title, things: things(uploads, kind).into_iter().map(thing).collect() };
    let groups = [
        group(UploadKind::Document, "Documento"),
        group(UploadKind::Table, "Tavole in PDF"),
        group(UploadKind::Data, "Dati aperti"),
    ];
    let text = |text: &'_ Option<Text>| text.as_ref().map(|text| text.value.clone());
    let (notice, placement) = (text(&administration.notice), text(&administration.placement));
    let officer = text(&administration.publication_officer);
    let sheet = CoverSheet {
        administration: &administration.name.value,
        title: &edition.title.value,
        annex: &edition.annex.value,
        plan: &edition.plan.value,
        edition: edition.id.as_str(),
        state: edition.status.as_ref().and_then(|status| state(status.value)),
        notice: notice.as_deref(),
        placement: placement.as_deref(),
        officer: officer.as_deref(),
        base_url,
        published: edition.published.as_ref().map(|day| day.value.long()),
        public_until: edition.public_until().map(Date::long),
        groups: groups.into_iter().filter(|group| !group.things.is_empty()).collect(),
        has_pdfs: uploads.iter().any(|upload| upload.kind == UploadKind::Table),
        uploads: UPLOADS.trim_end_matches('/'),
        site: SITE.trim_end_matches('/'),
        manifest: MANIFEST,
        pasted_text: Link::to(pasted_text),
        portal_text: Link::to(portal_text),
    };
    let sheet = Value::try_from_serializable(&sheet).trouble(
        || format!("`{COVER_SHEET}` non si può preparare"),
        "è un difetto del programma: segnalarlo a chi lo cura",
    )?;
    let mut context = Context::new();
    context.insert_value("sheet", sheet);
    theme.insert_style(&mut context, "");
    theme.render("leggimi.html", &context, 1)
}

fn thing<'u>(uploads: &'u [Upload<'_>]) -> Thing<'u> {
    Thing { what: &uploads[0].what, files: uploads.iter().map(file).collect() }
}

fn file<'u>(upload: &'u Upload<'_>) -> File<'u> {
    File { link: Link::to(&upload.path), format: &upload.format, size: &upload.size }
}

fn state(status: Status) -> Option<&'static str> {
    match status {
        Status::Draft => Some("una bozza"),
        Status::Proposed => Some("una proposta"),
        Status::Approved => None,
    }
}
