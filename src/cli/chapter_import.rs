use super::Outcome;
use super::imported::{how_to_write, save, told_errors};
use super::known_edition::desk;
use super::new_chapter::{self, NewChapter};
use super::progress::during;
use super::spreadsheet_arguments::{Import, ImportFormat};
use super::streams::{tell, write};
use crate::docx::{self, Loss, Reading};
use crate::edit::ChangedFile;
use crate::load::load;
use crate::manuscript::{self, Manuscript, Merged};
use crate::model::Chapter;
use crate::routes::chapter_name;
use crate::trouble::{Context as _, Trouble};
use crate::year::Desk;
use crate::{plain_file, report};
use serde_json::json;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// Most bytes of a document that is read.
const LARGEST: u64 = 64 << 20;
/// How many places of one kind of loss are named.
const MOST_PLACES: usize = 5;

/// What a document does to a chapter.
struct Deed {
    slug: String,
    file: ChangedFile,
    merged: Merged,
    is_new: bool,
    /// What is to be known besides.
    remarks: Vec<String>,
}

/// Shows what a Word document would change in a chapter, and changes it when that is asked for.
pub(super) fn run(options: &Import, asked: &str) -> Result<Outcome, Trouble> {
    let [path] = options.files.as_slice() else {
        return Err(Trouble::new(
            "con --chapter si legge un documento alla volta",
            "ripetere il comando per ogni documento, ciascuno con il suo capitolo",
        ));
    };
    let shown = path.display().to_string();
    let reading = during("Si legge il documento", || docx::read(&shown, &bytes(path, &shown)?))?;
    let loaded = during("Si leggono i dati", || load(&options.folder.root))?;
    let Some(desk) = desk(&options.folder, &loaded, options.edition.as_deref())? else {
        tell!("Nulla è stato importato: prima vanno corretti gli errori nei dati.");
        return Ok(Outcome::Faulty);
    };
    let slug = chapter_name(asked);
    let chapter = desk.edition.chapters.iter().find(|chapter| chapter.slug == slug || chapter.slug == asked);
    let deed = match chapter {
        Some(chapter) => changed(desk, chapter, &reading),
        None => new_chapter::of(desk, asked, &slug, manuscript::from_word(&reading, &[])).map(added)?,
    };
    let is_changed = deed.file.before.as_deref() != Some(&deed.file.after);
    let files: Vec<ChangedFile> = if is_changed { vec![deed.file.clone()] } else { Vec::new() };
    during("Si controllano i dati", || told_errors(options, desk, &files))?;
    if options.yes {
        save(&options.folder.root, desk.edition, &files)?;
    }
    show(options, &shown, &deed, &reading, is_changed)?;
    let unwritten = (!options.yes).then(|| how_to_write(desk.edition));
    tell!("{}", summary(&deed, is_changed, unwritten));
    let lost = reading.lost.iter().any(|lost| lost.what.is_content());
    Ok(if lost || !deed.merged.unfaithful.is_empty() { Outcome::Faulty } else { Outcome::Done })
}

fn bytes(path: &Path, shown: &str) -> Result<Vec<u8>, Trouble> {
    let what = || format!("`{shown}` non si può leggere");
    let file = plain_file::open(path).trouble(what, "indicare un documento di Word che c'è e che si può aprire")?;
    if file.metadata().trouble(what, "riprovare")?.len() > LARGEST {
        return Err(Trouble::new(
            format!("`{shown}` è troppo grande per essere un capitolo"),
            "togliere dal documento ciò che non è testo, o dividerlo",
        ));
    }
    plain_file::read(path).trouble(what, "riprovare")
}

/// What a document does to a chapter that is there.
fn changed(desk: Desk<'_>, chapter: &Chapter, reading: &Reading) -> Deed {
    let source = desk.loaded.sources.get(chapter.body.span.source);
    let body = &chapter.body.value;
    let manuscript = manuscript::from_word(reading, &known_links(body));
    let merged = manuscript::merge(body, &manuscript);
    let head = &source.text()[..source.text().len() - body.len()];
    let after = format!("{head}{}", merged.body);
    let file = ChangedFile { path: source.path().to_owned(), before: Some(source.text().to_owned()), after };
    let mut remarks = Vec::new();
    if let Some(title) = manuscript.title.filter(|title| *title != chapter.title.value) {
        remarks.push(format!(
            "il titolo resta «{}»: nel documento è «{title}»; si cambia in `titolo`, nell'intestazione del capitolo",
            chapter.title.value
        ));
    }
    Deed { slug: chapter.slug.clone(), file, merged, is_new: false, remarks }
}

/// The addresses to which a chapter leads.
fn known_links(body: &str) -> Vec<String> {
    let parsed = manuscript::parse(body);
    let mut known: Vec<String> = parsed.links();
    // The longest first, so that none is taken for the end of another.
    known.sort_by_key(|link| std::cmp::Reverse(link.len()));
    known.dedup();
    known
}

fn added((new, manuscript): (NewChapter, Manuscript)) -> Deed {
    let merged = manuscript::merge("", &manuscript);
    let after = format!("{}{}", new.head, merged.body);
    let file = ChangedFile { path: new.path, before: None, after };
    Deed { slug: new.slug, file, merged, is_new: true, remarks: Vec::new() }
}

fn show(options: &Import, shown: &str, deed: &Deed, reading: &Reading, is_changed: bool) -> Result<(), Trouble> {
    let lost = losses(reading);
    if options.format == ImportFormat::Json {
        let lost: Vec<_> = lost
            .iter()
            .map(|(what, places)| json!({ "what": what.counted(places.len()), "count": places.len(), "near": near(places) }))
            .collect();
        let written: Vec<&str> = if options.yes && is_changed { vec![&deed.file.path] } else { Vec::new() };
        let object = json!({
            "version": 1, "file": shown, "chapter": deed.slug, "new": deed.is_new, "changed": deed.merged.changed,
            "removed": deed.merged.removed, "lost": lost, "not_understood": deed.merged.unfaithful, "remarks": deed.remarks,
            "written": written,
        });
        return write(&report::sanitized_json(&format!("{object:#}\n")));
    }
    let mut text = String::new();
    if !lost.is_empty() {
        text.push_str("Dal documento non si porta tutto:\n");
        for (what, places) in &lost {
            let near: Vec<String> = near(places).iter().map(|words| format!("«{words}»")).collect();
            let place = if near.is_empty() { String::new() } else { format!(" (presso {})", near.join(", ")) };
            let _ = writeln!(text, "- {}{place}", what.counted(places.len()));
        }
    }
    for words in &deed.merged.unfaithful {
        let _ =
            writeln!(text, "- da ricontrollare, perché nel capitolo si leggerebbe diversamente: «{}»", short(words));
    }
    for remark in &deed.remarks {
        let _ = writeln!(text, "- {remark}");
    }
    if is_changed {
        let before = deed.file.before.as_deref().unwrap_or_default();
        let _ = write!(text, "{}", report::difference(&deed.file.path, before, &deed.file.after));
    }
    write(&report::sanitized(&text))
}

/// What is lost, each kind with the words near which it stood.
fn losses(reading: &Reading) -> BTreeMap<Loss, Vec<String>> {
    let mut all: BTreeMap<Loss, Vec<String>> = BTreeMap::new();
    for lost in &reading.lost {
        let words = reading.blocks.get(lost.block).map(docx::Block::words);
        let words = words.unwrap_or_else(|| "in fondo, o nelle note".to_owned());
        all.entry(lost.what).or_default().push(short(&words));
    }
    all
}

/// Some of the places, none twice.
fn near(places: &[String]) -> Vec<&String> {
    let mut near: Vec<&String> = Vec::new();
    for place in places.iter().filter(|place| !place.is_empty()) {
        if near.len() < MOST_PLACES && !near.contains(&place) {
            near.push(place);
        }
    }
    near
}

/// The beginning of a text.
fn short(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= 50 {
        return words;
    }
    words.chars().take(48).collect::<String>() + "…"
}

/// The last line; `unwritten` says how it is written where it was not.
fn summary(deed: &Deed, is_changed: bool, unwritten: Option<String>) -> String {
    if !is_changed {
        return format!("Capitolo `{}`: nulla da cambiare, dice già lo stesso.", deed.slug);
    }
    let count =
        |count: usize, one: &str, many: &str| if count == 1 { format!("1 {one}") } else { format!("{count} {many}") };
    let mut what = count(deed.merged.changed, "capoverso nuovo o cambiato", "capoversi nuovi o cambiati");
    if deed.merged.removed > 0 {
        let _ = write!(what, ", {}", count(deed.merged.removed, "tolto", "tolti"));
    }
    let new = if deed.is_new { " nuovo" } else { "" };
    match unwritten {
        None => format!("Capitolo{new} `{}` scritto in `{}`: {what}.", deed.slug, deed.file.path),
        Some(how) => format!("Capitolo{new} `{}`: {what}; nulla è stato scritto: {how}.", deed.slug),
    }
}
