use super::Outcome;
use super::day::today;
use super::edition_arguments::Seal;
use super::folder_option::FolderOption;
use super::known_edition::{has_errors, read};
use super::progress::during;
use super::streams::tell;
use crate::model::{Edition, Status};
use crate::trouble::Trouble;
use crate::write::{Replaceable, write_file};
use crate::year::{Sealing, opened, seal_path, sealed};

pub(super) fn run(options: &Seal) -> Result<Outcome, Trouble> {
    let day = today(options.folder.today.as_deref())?;
    let annex = read(&options.folder)?;
    let edition = annex.edition(Some(&options.id))?;
    let (id, folder) = (edition.id.as_str(), FolderOption(&options.folder.root));
    if let Some(reason) = options.reason.as_deref().filter(|_| options.unseal) {
        write(options, edition, &opened(edition, reason, day)?)?;
        tell!("Edizione {id} riaperta: il motivo è nel registro. Dopo le modifiche: piao sigilla {id}{folder}");
        return Ok(Outcome::Done);
    }
    if has_errors(&annex, edition) {
        tell!("L'edizione {id} non è stata sigillata: prima vanno corretti gli errori.");
        return Ok(Outcome::Faulty);
    }
    let Sealing::Sealed { text, files } =
        during("Si calcolano le impronte", || sealed(&options.folder.root, edition, day))?
    else {
        tell!("L'edizione {id} è già sigillata, e nessun file è cambiato.");
        return Ok(Outcome::Done);
    };
    if edition.status.as_ref().is_some_and(|status| status.value != Status::Approved) {
        tell!("avviso: l'edizione {id} non è approvata");
    }
    write(options, edition, &text)?;
    tell!("Per riaprirla: piao sigilla {id}{folder} --dissigilla --motivo \"…\"");
    tell!("Edizione {id} sigillata: {files} file.");
    Ok(Outcome::Done)
}

fn write(options: &Seal, edition: &Edition, text: &str) -> Result<(), Trouble> {
    let target = options.folder.root.join(seal_path(edition));
    write_file(&target, text.as_bytes(), &Replaceable { what: "un sigillo", is: &|_| true })
}
