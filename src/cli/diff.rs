use super::Outcome;
use super::compared_edition::NamedEdition;
use super::day::today;
use super::edition_arguments::{Diff, DiffFormat};
use super::known_edition::is_current_untold;
use super::progress::during;
use super::streams::{tell, tell_text, write, write_bytes, write_coloured};
use crate::check::Settings;
use crate::comparison::{Comparison, Side};
use crate::difference::{self, Difference};
use crate::model::Edition;
use crate::publish::CheckedAnnex;
use crate::report;
use crate::trouble::Trouble;
use crate::write::{NewFile, Replaceable};
use crate::year::{ComparisonFormat, comparison_bytes};
use std::fs::File;
use std::io::{IsTerminal as _, Read as _};
use std::path::Path;

/// What is said where the data do not allow a comparison.
const UNDONE: &str = "Il confronto non è stato fatto: prima vanno corretti gli errori nei dati.";

pub(super) fn run(options: &Diff) -> Result<Outcome, Trouble> {
    let settings = Settings { today: today(options.folder.today.as_deref())?, waivers: true };
    let root = &options.folder.root;
    let names = (NamedEdition::parse(root, &options.from)?, NamedEdition::parse(root, &options.to)?);
    let read = |name: &NamedEdition| during("Si leggono e si controllano i dati", || name.read(settings));
    let first = read(&names.0)?;
    let second = if names.0.folder == names.1.folder { None } else { Some(read(&names.1)?) };
    let other = second.as_ref().unwrap_or(&first);
    let is_untold = |name: &NamedEdition, annex| name.is_current() && is_current_untold(annex);
    if is_untold(&names.0, &first) || is_untold(&names.1, other) {
        tell!("{UNDONE}");
        return Ok(Outcome::Faulty);
    }
    let (earlier, later) = (names.0.find(&first)?, names.1.find(other)?);
    if has_errors(&[(&first, earlier), (other, later)]) {
        tell!("{UNDONE}");
        return Ok(Outcome::Faulty);
    }
    let administration = other.annex().administration.as_ref();
    let sides = (
        Side { administration: first.annex().administration.as_ref(), edition: earlier },
        Side { administration, edition: later },
    );
    let comparison = during("Si confrontano le due edizioni", || Comparison::between(sides.0, sides.1));
    let difference = Difference {
        administration: administration.map_or("", |administration| administration.name.value.as_str()),
        title: &later.title.value,
        from: earlier.id.as_str(),
        to: later.id.as_str(),
        comparison: &comparison,
    };
    if let Some(file) = &options.out {
        during("Si scrive il confronto", || save(root, file, options.format, &difference))?;
        return Ok(Outcome::Done);
    }
    print(options.format, &difference)?;
    // The object says how many of each kind there are.
    if options.format != DiffFormat::Json {
        tell!("Confronto fatto: {}.", difference::sentence(&comparison));
    }
    Ok(Outcome::Done)
}

/// Prints the errors of the editions, each once; whether there are any.
fn has_errors(sides: &[(&CheckedAnnex, &Edition)]) -> bool {
    let mut told: Vec<(*const CheckedAnnex, &str)> = Vec::new();
    let mut any = false;
    for (annex, edition) in sides {
        let side = (std::ptr::from_ref(*annex), edition.id.as_str());
        if told.contains(&side) {
            continue;
        }
        told.push(side);
        let errors: Vec<_> = annex.errors_of(edition).into_iter().cloned().collect();
        any |= !errors.is_empty();
        tell_text(&report::findings(annex.sources(), &errors));
    }
    any
}

/// The bytes of a comparison in a format, without colours.
fn bytes(format: DiffFormat, difference: &Difference<'_>) -> Result<Vec<u8>, Trouble> {
    let format = match format {
        DiffFormat::Text => ComparisonFormat::Text,
        DiffFormat::Json => ComparisonFormat::Json,
        DiffFormat::Markdown => ComparisonFormat::Markdown,
        DiffFormat::Xlsx => ComparisonFormat::Xlsx,
        DiffFormat::Docx => ComparisonFormat::Docx,
    };
    comparison_bytes(format, difference)
}

fn print(format: DiffFormat, difference: &Difference<'_>) -> Result<(), Trouble> {
    match format {
        DiffFormat::Text => write_coloured(&difference::text(difference, report::sanitized)),
        DiffFormat::Json => write(&difference::json(difference)),
        DiffFormat::Markdown => write(&difference::markdown(difference)),
        DiffFormat::Xlsx | DiffFormat::Docx if std::io::stdout().is_terminal() => Err(Trouble::new(
            "questo formato non si può mostrare nel terminale",
            "indicare con --uscita il file in cui scrivere il confronto",
        )),
        DiffFormat::Xlsx | DiffFormat::Docx => write_bytes(&bytes(format, difference)?),
    }
}

/// Writes a comparison into a file, which may take the place of another comparison in the same format.
fn save(root: &Path, target: &Path, format: DiffFormat, difference: &Difference<'_>) -> Result<(), Trouble> {
    let bytes = bytes(format, difference)?;
    let starts = |file: &File, start: &[u8]| {
        let mut begin = Vec::new();
        file.take(start.len() as u64).read_to_end(&mut begin).is_ok() && begin == start
    };
    let is = |file: &File| match format {
        DiffFormat::Text => starts(file, b"Dall'edizione "),
        DiffFormat::Json => starts(file, b"{\n  \"version\": 1,\n  \"from\""),
        DiffFormat::Markdown => starts(file, b"# Dall'edizione "),
        DiffFormat::Xlsx => is_marked(file, "xl/workbook.xml"),
        DiffFormat::Docx => is_marked(file, "word/document.xml"),
    };
    let mut file = NewFile::begin(root, target, &Replaceable { what: "un confronto in questo formato", is: &is })?;
    file.write(&bytes)?;
    file.commit()?;
    tell!("Confronto scritto in `{}`: {}.", target.display(), difference::sentence(difference.comparison));
    Ok(())
}

/// The longest list of properties that is looked at, in bytes.
const PROPERTIES: u64 = 64 << 10;

/// Whether a file is a comparison of this program, of the kind that has this part: whoever has another workbook under that name keeps it.
fn is_marked(file: &File, part: &str) -> bool {
    let Ok(mut archive) = zip::ZipArchive::new(file) else { return false };
    let is_of_kind = archive.index_for_name(part).is_some();
    let Ok(properties) = archive.by_name("docProps/custom.xml") else { return false };
    let mut text = String::new();
    is_of_kind && properties.take(PROPERTIES).read_to_string(&mut text).is_ok() && text.contains(difference::MARK.1)
}
