use super::folder_option::FolderOption;
use super::known_edition::desk;
use super::progress::during;
use super::spreadsheet_arguments::{Export as Options, Office};
use super::streams::tell;
use super::{Outcome, chapter_export};
use crate::load::load;
use crate::sheet;
use crate::trouble::Trouble;
use crate::workbook::{Book, BookFormat, Returned, ScopeKind};
use crate::write::{NewFile, Replaceable};
use crate::year::Export;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

/// Writes the data of an edition as a workbook, or one workbook for each office.
pub(super) fn run(options: &Options) -> Result<Outcome, Trouble> {
    if let Some(folder) = &options.chapters {
        return chapter_export::run(options, folder);
    }
    let root = &options.folder.root;
    let loaded = during("Si leggono i dati", || load(root))?;
    let Some(desk) = desk(&options.folder, &loaded, options.edition.as_deref())? else {
        tell!("Il foglio di calcolo non è stato scritto: prima vanno corretti gli errori nei dati.");
        return Ok(Outcome::Faulty);
    };
    let export = match Export::of(desk) {
        Ok(export) => export,
        Err(refused) => {
            for line in refused {
                tell!("errore: {line}");
            }
            tell!("Il foglio di calcolo non è stato scritto: ciò che manca si trova con `piao controlla`.");
            return Ok(Outcome::Faulty);
        }
    };
    let id = desk.edition.id.as_str();
    let Some(office) = options.per else {
        let target = options.out.clone().unwrap_or_else(|| root.join(format!("piao-{id}.xlsx")));
        let book = export.whole();
        during("Si scrive il foglio di calcolo", || begun(root, &target, &book)?.commit())?;
        tell!("Foglio di calcolo scritto in `{}`: {}.", target.display(), size(&book));
        return Ok(Outcome::Done);
    };
    let kind = office.kind();
    if !kind.is_in(desk.edition) {
        let words = &desk.edition.model.words;
        let none = words.say(match kind {
            ScopeKind::Area => "[aree]",
            ScopeKind::Service => "[servizi]",
            ScopeKind::Team => "[+smart team]",
        });
        let known: Vec<&str> =
            ScopeKind::ALL.into_iter().filter(|other| other.is_in(desk.edition)).map(ScopeKind::word).collect();
        let advice = if known.is_empty() {
            "scrivere un foglio solo, senza --per".to_owned()
        } else {
            format!("si può dividere con `--per {}`; senza --per il foglio è uno solo", known.join("` o `--per "))
        };
        return Err(Trouble::new(
            format!("l'edizione `{id}` non ha {none}: non c'è nessun foglio da scrivere"),
            advice,
        ));
    }
    let folder = options.out.clone().unwrap_or_else(|| root.join(format!("piao-{id}-per-{}", kind.word())));
    if folder.extension().is_some_and(|ending| is_book(&ending.to_string_lossy())) {
        return Err(Trouble::new(
            format!("`{}` è il nome di un file, e con --per serve una cartella", folder.display()),
            "indicare con --uscita la cartella in cui scrivere i fogli di calcolo",
        ));
    }
    let mut written = 0;
    let books = export.each(kind).map(|(office, book)| {
        written += 1;
        begun(root, &folder.join(format!("{office}.xlsx")), &book)
    });
    during("Si scrivono i fogli di calcolo", || NewFile::commit_all(books))?;
    let count = match written {
        1 => "1 foglio di calcolo scritto".to_owned(),
        count => format!("{count} fogli di calcolo scritti"),
    };
    if let Some(left_out) = export.left_out(kind) {
        tell!("{left_out}");
    }
    tell!(
        "{count} in `{}`. Quando tornano: piao importa{} \"{}\"/*.xlsx",
        folder.display(),
        FolderOption(root),
        folder.display()
    );
    Ok(Outcome::Done)
}

impl Office {
    fn kind(self) -> ScopeKind {
        match self {
            Self::Area => ScopeKind::Area,
            Self::Service => ScopeKind::Service,
            Self::Team => ScopeKind::Team,
        }
    }
}

fn is_book(ending: &str) -> bool {
    ["xlsx", "ods"].iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// `9 tabelle, 212 righe`.
fn size(book: &Book) -> String {
    let rows: usize = book.sheets.iter().map(|sheet| sheet.rows.len()).sum();
    let tables = if book.sheets.len() == 1 { "tabella" } else { "tabelle" };
    format!("{} {tables}, {rows} {}", book.sheets.len(), if rows == 1 { "riga" } else { "righe" })
}

/// A workbook that waits beside its place; one that is already there is replaced only if nobody has filled anything into it.
fn begun(root: &Path, target: &Path, book: &Book) -> Result<NewFile, Trouble> {
    let ending = target.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let format = match ending.as_deref() {
        Some("xlsx") => BookFormat::Excel,
        Some("ods") => BookFormat::OpenDocument,
        _ => {
            return Err(Trouble::new(
                format!("`{}` non finisce in .xlsx né in .ods", target.display()),
                "indicare con --uscita un nome di file che finisce in .xlsx o in .ods",
            ));
        }
    };
    let bytes = book.bytes(format)?;
    let is_untouched = |file: &File| is_untouched(file).unwrap_or(false);
    let ours =
        Replaceable { what: "un foglio di calcolo di questo programma in cui nessuno ha scritto", is: &is_untouched };
    let mut file = NewFile::begin(root, target, &ours)?;
    file.write(&bytes)?;
    Ok(file)
}

/// Whether a file is a workbook of ours that holds what it held when it was written.
fn is_untouched(file: &File) -> Option<bool> {
    let mut bytes = Vec::new();
    file.take(sheet::LARGEST).read_to_end(&mut bytes).ok()?;
    let workbook = sheet::parse("", "", bytes).ok()?;
    Returned::of(&workbook).map(|returned| returned.is_untouched())
}
