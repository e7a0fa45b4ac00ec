use super::Chrome;
use crate::diagnostic::Finding;
use crate::model::{Edition, Totals};
use crate::workbench::bench::Bench;
use crate::workbench::finding_item::FindingItem;
use crate::workbench::look;
use crate::workbench::session::Session;
use crate::workbench::text_file::TextFile;
use crate::workbench::visit::Visit;
use serde::Serialize;
use serde_json::Value;

#[derive(Serialize)]
struct Chapters {
    chrome: Chrome,
    chapters: Vec<ChapterItem>,
    /// Why a chapter was not begun, and the title that was typed.
    notice: Option<String>,
    typed: String,
}

#[derive(Serialize)]
struct ChapterItem {
    href: String,
    title: String,
}

/// The list of the chapters; with why one was not begun, and its title.
pub(in crate::workbench) fn list(
    bench: &Bench<'_>,
    session: &Session,
    visit: &Visit,
    edition: &Edition,
    refused: Option<(String, &str)>,
) -> String {
    let chrome = Chrome::of(bench, session, visit, "Capitoli", "capitoli");
    let item = |file: TextFile<'_>| {
        let chapter = edition.chapters.iter().find(|chapter| Some(chapter.body.span.source) == file.source);
        let title = chapter.map_or_else(|| file.name.clone(), |chapter| chapter.title.value.clone());
        let order = chapter.map_or(i64::MAX, |chapter| chapter.order.value);
        (order, ChapterItem { href: file.address(), title })
    };
    let mut chapters: Vec<_> = TextFile::chapters(bench, edition).into_iter().map(item).collect();
    chapters.sort_by_key(|(order, _)| *order);
    let chapters = chapters.into_iter().map(|(_, chapter)| chapter).collect();
    let (notice, typed) = refused.map_or((None, ""), |(notice, typed)| (Some(notice), typed));
    look::shown("capitoli.html", &Chapters { chrome, chapters, notice, typed: typed.to_owned() })
}

#[derive(Serialize)]
struct TextPage {
    chrome: Chrome,
    title: String,
    action: String,
    text: String,
    file: String,
    notice: Option<String>,
    /// What the file says by now, where that is something else than what was typed.
    theirs: Option<String>,
    findings: Vec<FindingItem>,
    preview: Option<String>,
    figures: Vec<Figure>,
    is_chapter: bool,
    /// What the button says that removes it, where there is something to remove.
    removes: Option<&'static str>,
    asks_removal: bool,
    /// Whether it shows what would be.
    is_trial: bool,
}

#[derive(Serialize)]
struct Figure {
    expression: String,
    value: String,
}

/// What is to be shown of a text besides what it says.
#[derive(Debug, Default)]
pub(in crate::workbench) struct Typed<'t> {
    pub(in crate::workbench) text: Option<&'t str>,
    pub(in crate::workbench) notice: Option<String>,
    pub(in crate::workbench) is_conflict: bool,
    /// Whether it is asked what becomes of the links to it if it goes.
    pub(in crate::workbench) asks_removal: bool,
    /// What is really there, where the page shows what would be said of the text.
    pub(in crate::workbench) tried_on: Option<&'t Bench<'t>>,
    /// Which text it was read from, where that is another than the file has now.
    pub(in crate::workbench) read: Option<&'t str>,
}

/// A file as text: a chapter, or one of the data that no form can show.
pub(in crate::workbench) fn text(
    bench: &Bench<'_>,
    session: &Session,
    visit: &Visit,
    file: &TextFile<'_>,
    typed: &Typed<'_>,
) -> String {
    let edition = bench.edition();
    let chapter = edition
        .and_then(|edition| edition.chapters.iter().find(|chapter| Some(chapter.body.span.source) == file.source));
    let unread = || if file.is_chapter { file.name.clone() } else { file.path.clone() };
    let title = chapter.map_or_else(unread, |chapter| chapter.title.value.clone());
    let own = |finding: &&&Finding| Some(finding.span.source) == file.source && finding.is_open();
    let findings = bench.findings();
    let preview = chapter.zip(edition).map(|(chapter, edition)| format!("/{}/{}/", edition.id.as_str(), chapter.slug));
    let chrome = Chrome::of(bench, session, visit, title.as_str(), if file.is_chapter { "capitoli" } else { "tavole" });
    let item = |finding: &&Finding| {
        let item = FindingItem::of(bench, finding);
        match typed.tried_on {
            Some(bench) => item.seen_from(bench),
            None => item,
        }
    };
    let page = TextPage {
        chrome: match typed.tried_on {
            Some(bench) => chrome.seen_from(bench),
            None => chrome,
        },
        title,
        action: file.address(),
        text: typed.text.unwrap_or(file.text).to_owned(),
        file: typed.read.map_or_else(|| file.fingerprint(), str::to_owned),
        notice: typed.notice.clone(),
        theirs: typed.is_conflict.then(|| file.text.to_owned()),
        findings: findings.iter().filter(own).map(item).collect(),
        preview: preview.filter(|path| bench.site.is_some_and(|site| site.has_page(path))),
        figures: edition.filter(|_| file.is_chapter).map(figures).unwrap_or_default(),
        is_chapter: file.is_chapter,
        removes: (file.is_chapter && file.is_there).then_some("Togli il capitolo"),
        asks_removal: typed.asks_removal,
        is_trial: typed.tried_on.is_some(),
    };
    look::shown("testo.html", &page)
}

/// The figures that a chapter can name, with what they are today.
fn figures(edition: &Edition) -> Vec<Figure> {
    let Ok(Value::Object(totals)) = serde_json::to_value(Totals::of(edition)) else { return Vec::new() };
    let figure = |(name, value): (&String, &Value)| {
        let value = value.as_str().map(str::to_owned).or_else(|| value.is_number().then(|| value.to_string()))?;
        Some(Figure { expression: format!("{{{{ totali.{name} }}}}"), value })
    };
    totals.iter().filter_map(figure).collect()
}
