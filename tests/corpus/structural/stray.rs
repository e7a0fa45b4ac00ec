//! Files that nobody reads, and files that say nothing.

use super::{Make, mistake};
use crate::annex::{Files, data};
use crate::dice::Dice;
use crate::mistake::Mistake;

pub const MAKES: &[Make] = &[
    other_ending,
    misspelled_name,
    copy_of_a_file,
    other_letters,
    misplaced_file,
    document_among_data,
    chapter_ending,
    chapter_among_data,
];

/// Those that take a file its records.
pub const EMPTIED: &[Make] = &[no_processes, emptied_file];

/// A file that lies beside the others and is read by nobody.
fn stray(kind: &'static str, path: &str, files: &Files, copied: &str) -> Option<Mistake> {
    mistake(kind, path.to_owned(), files.get(copied).cloned().unwrap_or_default(), 1, &["LA017"])
}

fn other_ending(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let name = *dice.pick(&["software", "processi", "formazione", "glossario", "smart-team"]);
    let ending = *dice.pick(&["yml", "YAML", "yaml.txt", "txt", "json"]);
    stray("dati con un'altra terminazione", &format!("data/2025-2027/{name}.{ending}"), files, &data(name))
}

fn misspelled_name(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let (name, right) = *dice.pick(&[
        ("formazone", "formazione"),
        ("accetazioni", "accettazioni"),
        ("smartteam", "smart-team"),
        ("smart_team", "smart-team"),
        ("procesi", "processi"),
        ("glosario", "glossario"),
        ("softwares", "software"),
        ("esclusione", "esclusioni"),
    ]);
    stray("nome di un file scritto male", &format!("data/2025-2027/{name}.yaml"), files, &data(right))
}

fn copy_of_a_file(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let name = *dice.pick(&["processi (1)", "processi - Copia", "Copia di processi", "processi_vecchio", "processi2"]);
    stray("copia di un file accanto al file", &format!("data/2025-2027/{name}.yaml"), files, &data("processi"))
}

fn other_letters(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let (name, right) =
        *dice.pick(&[("Formazione", "formazione"), ("SOFTWARE", "software"), ("Smart-Team", "smart-team")]);
    stray("nome di un file con le maiuscole", &format!("data/2025-2027/{name}.yaml"), files, &data(right))
}

fn misplaced_file(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let (path, copied) = *dice.pick(&[
        ("data/2025-2027/controlli.yaml", "controlli"),
        ("data/2025-2027/ente.yaml", "ente"),
        ("data/processi.yaml", "processi"),
        ("data/edizione.yaml", "edizione"),
        ("data/accettazioni.yaml", "accettazioni"),
        ("content/2025-2027/processi.yaml", "processi"),
    ]);
    stray("file in un'altra cartella", path, files, &data(copied))
}

fn document_among_data(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let name =
        *dice.pick(&["processi.xlsx", "Tavola 1.pdf", "delibera.docx", "processi.csv", "piao.zip", "appunti.yaml"]);
    stray("documento fra i dati", &format!("data/2025-2027/{name}"), files, "")
}

fn chapter_ending(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let ending = *dice.pick(&["MD", "markdown", "md.txt", "txt", "docx", "html", "Md"]);
    let path = format!("content/2025-2027/11-conclusioni.{ending}");
    stray("capitolo con un'altra terminazione", &path, files, "content/2025-2027/01-premessa.md")
}

fn chapter_among_data(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let path = *dice.pick(&["data/2025-2027/11-conclusioni.md", "content/11-conclusioni.md", "data/premessa.md"]);
    stray("capitolo in un'altra cartella", path, files, "content/2025-2027/01-premessa.md")
}

fn no_processes(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let text = *dice.pick(&["processi: []\n", "# Da compilare.\nprocessi: []\n", "\nprocessi:\n  []\n"]);
    files.contains_key(&data("processi")).then_some(())?;
    mistake("Tavola 1 senza processi", data("processi"), text.to_owned(), 1, &["LA709"])
}

fn emptied_file(files: &Files, dice: &mut Dice) -> Option<Mistake> {
    let name = *dice.pick(&["processi", "smart-team", "servizi", "edizione", "ente"]);
    let text = *dice.pick(&["", "\n\n", "# Da compilare.\n"]);
    files.contains_key(&data(name)).then_some(())?;
    mistake("file svuotato", data(name), text.to_owned(), 1, &["LA002", "LA006", "LA008", "LA709"])
}
