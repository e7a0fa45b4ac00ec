use crate::manuscript::Manuscript;
use crate::model::capital;
use crate::routes::{chapter_name, is_reserved};
use crate::trouble::Trouble;
use crate::year::Desk;

/// A chapter that is not there yet.
pub(super) struct NewChapter {
    pub(super) slug: String,
    /// Its file, from the folder of the administration.
    pub(super) path: String,
    /// Its front matter.
    pub(super) head: String,
}

/// A new chapter of an edition, after the last one, with the title of the document.
pub(super) fn of(
    desk: Desk<'_>,
    asked: &str,
    slug: &str,
    manuscript: Manuscript,
) -> Result<(NewChapter, Manuscript), Trouble> {
    let edition = desk.edition.id.as_str();
    let folder = format!("content/{edition}/");
    let known: Vec<&str> = desk.edition.chapters.iter().map(|chapter| chapter.slug.as_str()).collect();
    let is_there = |path: &str| path.starts_with(&folder) && chapter_name(path) == slug;
    if let Some(source) = desk.loaded.sources.iter().find(|source| is_there(source.path())) {
        return Err(Trouble::new(
            format!("il capitolo `{slug}` c'è, ma la sua intestazione non si legge"),
            format!("correggere `{}`: che cosa manca si legge con `piao controlla`", source.path()),
        ));
    }
    if slug.is_empty() || slug != asked || is_reserved(slug) {
        return Err(Trouble::new(
            format!("`{asked}` non può essere l'indirizzo di un capitolo"),
            format!(
                "scriverlo con lettere minuscole, cifre e trattini; i capitoli dell'edizione sono: {}",
                known.join(", ")
            ),
        ));
    }
    let order = desk.edition.next_order();
    let title = manuscript.title.clone().filter(|title| !title.trim().is_empty());
    let title = title.unwrap_or_else(|| capital(&slug.replace('-', " ")));
    let head = format!("---\ntitolo: {}\nordine: {order}\n---\n", quoted(&title));
    Ok((NewChapter { slug: slug.to_owned(), path: format!("{folder}{order:02}-{slug}.md"), head }, manuscript))
}

/// A text as YAML: bare where that reads as itself.
fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '\'' | '’' | ',' | '(' | ')' | '-' | '–' | '.');
    let is_bare = text.chars().all(is_plain)
        && text.chars().next().is_some_and(char::is_alphabetic)
        && text.contains(' ')
        && !text.ends_with(' ');
    if is_bare { text.to_owned() } else { serde_json::Value::from(text).to_string() }
}
