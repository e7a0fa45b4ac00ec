use super::colour::Colour;
use super::palette::Palette;
use super::typeface::Typeface;
use crate::diagnostic::nearest;
use crate::routes::PageKind;
use crate::trouble::{Context as _, Trouble};
use serde::Deserialize;
use serde_saphyr::Spanned;
use std::collections::{BTreeMap, BTreeSet};

/// Colours as they are written; a value is `None` if a bare `#` turned it into a comment.
type Colours = BTreeMap<String, Spanned<Option<String>>>;

/// `theme.yaml`, as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ThemeSettings {
    pages: Option<Vec<String>>,
    #[serde(default)]
    colori: Colours,
    #[serde(default)]
    colori_scuri: Colours,
    /// A picture below `static/`.
    pub(super) logo: Option<String>,
    /// The typeface of the pages and, where its files allow it, of the PDFs.
    pub(super) carattere: Option<Typeface>,
}

impl ThemeSettings {
    /// Reads the file of a theme; an empty file changes nothing.
    ///
    /// # Errors
    ///
    /// When it is not YAML, or has a key that is not one of its own.
    pub(super) fn read(bytes: &[u8], theme: &str) -> Result<Self, Trouble> {
        let what = || format!("il file `themes/{theme}/theme.yaml` non si può leggere");
        let advice =
            "controllare il file: le sue chiavi sono pages, colori, colori_scuri, logo e carattere (docs/aspetto.md)";
        let text = std::str::from_utf8(bytes).trouble(what, advice)?;
        if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
            return Ok(Self::default());
        }
        serde_saphyr::from_str(text).map_err(|error| {
            let place = error
                .location()
                .map_or_else(String::new, |place| format!(": riga {}, colonna {}", place.line(), place.column()));
            Trouble::new(format!("{}{place}{}{}", what(), unknown_key(text), misshapen_key(text)), advice)
        })
    }

    /// The kinds of page that the theme renders; `None` = all.
    ///
    /// # Errors
    ///
    /// When one of them does not exist.
    pub(super) fn pages(&self, theme: &str) -> Result<Option<BTreeSet<PageKind>>, Trouble> {
        let Some(words) = &self.pages else { return Ok(None) };
        let kind = |word: &String| {
            PageKind::named(word).ok_or_else(|| {
                let known: Vec<_> = PageKind::all().map(PageKind::name).collect();
                Trouble::new(
                    format!("in `themes/{theme}/theme.yaml` il genere di pagina `{word}` non esiste"),
                    format!("{}i generi sono {}", meant(word, &known), known.join(", ")),
                )
            })
        };
        words.iter().map(kind).collect::<Result<_, _>>().map(Some)
    }

    /// Whether it changes a colour.
    pub(super) fn has_colours(&self) -> bool {
        !(self.colori.is_empty() && self.colori_scuri.is_empty())
    }

    /// The colours that it changes, light and dark.
    ///
    /// # Errors
    ///
    /// When some are no variables of the stylesheet, or no colours: each is told, with its line.
    pub(super) fn colours(&self, palette: &Palette, theme: &str) -> Result<[BTreeMap<String, Colour>; 2], Trouble> {
        let known: Vec<_> = palette.names().collect();
        let mut wrong = Vec::new();
        let mut read = |colours: &Colours| {
            let mut right = BTreeMap::new();
            for (name, value) in colours {
                match colour(name, value.value.as_deref(), &known) {
                    Ok(colour) => {
                        right.insert(name.clone(), colour);
                    }
                    Err(fault) => wrong.push((value.referenced.line(), fault)),
                }
            }
            right
        };
        let colours = [read(&self.colori), read(&self.colori_scuri)];
        if wrong.is_empty() {
            return Ok(colours);
        }
        wrong.sort();
        let told: Vec<_> = wrong.iter().map(|(line, fault)| format!("riga {line}, il colore {fault}")).collect();
        Err(Trouble::new(
            format!("in `themes/{theme}/theme.yaml`: {}", told.join("; ")),
            format!(
                "un colore si scrive con tre o sei cifre esadecimali e tra virgolette, per esempio \"#005c3c\"; i colori sono {}",
                known.join(", ")
            ),
        ))
    }
}

/// A colour that a theme gives to a variable, or what is wrong with it.
fn colour(name: &str, value: Option<&str>, known: &[&str]) -> Result<Colour, String> {
    if !known.contains(&name) {
        let meant = nearest(name, known.iter().copied());
        return Err(format!(
            "`{name}` non esiste{}",
            meant.map_or_else(String::new, |near| format!(" (forse si intendeva `{near}`)"))
        ));
    }
    let Some(value) = value else { return Err(format!("`{name}` è vuoto")) };
    Colour::parse(value).ok_or_else(|| format!("`{name}` non si può leggere: `{value}`"))
}

/// The keys of `theme.yaml`, and those below `carattere`.
const KEYS: [&str; 5] = ["pages", "colori", "colori_scuri", "logo", "carattere"];

/// The known name that was meant by a wrong one, before what an advice says.
fn meant(wrong: &str, known: &[&str]) -> String {
    nearest(wrong, known.iter().copied()).map_or_else(String::new, |near| format!("forse si intendeva `{near}`; "))
}

/// The first key of a file that is none of its own, for a message.
fn unknown_key(text: &str) -> String {
    let keys = text.lines().filter(|line| !line.starts_with([' ', '#', '-'])).filter_map(|line| line.split_once(':'));
    let Some(unknown) = keys.map(|(key, _)| key.trim()).find(|key| !KEYS.contains(key)) else { return String::new() };
    let near = nearest(unknown, KEYS).map_or_else(String::new, |near| format!(": forse si intendeva `{near}`"));
    format!(", la chiave `{unknown}` non esiste{near}")
}

/// The first key of a file whose value has another shape than it should, for a message.
fn misshapen_key(text: &str) -> String {
    let keys = text.lines().filter_map(|line| line.split_once(':')).map(|(key, value)| (key, value.trim()));
    let mut written = keys.filter(|(_, value)| !(value.is_empty() || value.starts_with(['#', '&', '*'])));
    let misshapen = written.find_map(|(key, value)| match key {
        "pages" => (!value.starts_with('[')).then(|| "`pages` è un elenco, fra parentesi quadre".to_owned()),
        "colori" | "colori_scuri" | "carattere" => {
            (!value.starts_with('{')).then(|| format!("di `{key}` si scrive ogni chiave sotto, più a destra"))
        }
        _ => None,
    });
    misshapen.map_or_else(String::new, |misshapen| format!(": {misshapen}"))
}
