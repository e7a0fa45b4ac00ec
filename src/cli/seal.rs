use super::Outcome;
use super::day::today;
use super::edition_arguments::Seal;
use super::known_edition::{find, has_errors, read};
use super::streams::tell;
use crate::load::edition_files;
use crate::model::{Edition, Status};
use crate::sealing;
use crate::trouble::Trouble;
use crate::write::{Replaceable, write_file};

pub(super) fn run(options: &Seal) -> Result<Outcome, Trouble> {
    let day = today(options.folder.today.as_deref())?;
    let annex = read(&options.folder)?;
    let edition = find(&annex, Some(&options.id))?;
    let id = edition.id.as_str();
    let is_sealed = edition.seal.as_ref().is_some_and(|seal| seal.fingerprints.is_some());
    if let Some(reason) = options.reason.as_deref().filter(|_| options.unseal) {
        if !is_sealed {
            return Err(Trouble::new(format!("l'edizione `{id}` non è sigillata"), "non c'è nulla da riaprire"));
        }
        if reason.trim().is_empty() {
            return Err(Trouble::new("il motivo è vuoto", "scrivere perché l'edizione è riaperta"));
        }
        write(options, edition, &sealing::opened(edition, reason.trim(), day))?;
        tell!("Edizione {id} riaperta: il motivo è nel registro. Dopo le modifiche: piao sigilla {id}");
        return Ok(Outcome::Done);
    }
    if has_errors(&annex, edition) {
        tell!("L'edizione {id} non è stata sigillata: prima vanno corretti gli errori.");
        return Ok(Outcome::Faulty);
    }
    if is_sealed {
        tell!("L'edizione {id} è già sigillata, e nessun file è cambiato.");
        return Ok(Outcome::Done);
    }
    if edition.status.as_ref().is_some_and(|status| status.value != Status::Approved) {
        tell!("avviso: l'edizione {id} non è approvata");
    }
    let files = edition_files(&options.folder.root, &edition.id)?;
    write(options, edition, &sealing::sealed(edition, &files, day))?;
    let count = files.keys().filter(|path| !path.ends_with(sealing::FILE)).count();
    tell!("Edizione {id} sigillata: {count} file.");
    tell!("Per riaprirla: piao sigilla {id} --dissigilla --motivo \"…\"");
    Ok(Outcome::Done)
}

fn write(options: &Seal, edition: &Edition, text: &str) -> Result<(), Trouble> {
    let target = options.folder.root.join("data").join(edition.id.as_str()).join(sealing::FILE);
    write_file(&target, text.as_bytes(), &Replaceable { what: "un sigillo", is: &|_| true })
}
