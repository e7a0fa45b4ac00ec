use super::Outcome;
use super::day::today;
use super::edition_arguments::NewEdition as Options;
use super::folder_option::FolderOption;
use super::known_edition::{edition, has_errors, read};
use super::progress::during;
use super::streams::tell;
use crate::model::EditionId;
use crate::trouble::Trouble;
use crate::workbook::ScopeKind;
use crate::year::{ADMINISTRATION, NewEdition, decisions, new_name};
use std::path::Path;

pub(super) fn run(options: &Options) -> Result<Outcome, Trouble> {
    let root = &options.folder.root;
    let annex = read(&options.folder)?;
    let Some(from) = edition(&annex, options.from.as_deref())? else {
        tell!("La nuova edizione non è stata preparata: prima vanno corretti gli errori nei dati.");
        return Ok(Outcome::Faulty);
    };
    let to = new_name(&annex, from, &options.id, options.current)?;
    if has_errors(&annex, from) {
        tell!("La nuova edizione non è stata preparata: prima vanno corretti gli errori in {}.", from.id.as_str());
        return Ok(Outcome::Faulty);
    }
    let day = today(options.folder.today.as_deref())?;
    let prepare = || NewEdition::prepare(root, &annex, (from, &to), day, options.current);
    let next = during("Si prepara la nuova edizione", prepare)?;
    next.write(root)?;
    if let Some(dropped) = next.dropped() {
        tell!("{dropped}");
    }
    let (from, files) = (from.id.as_str(), next.files.len());
    // What was written is said even where it can no longer be read.
    let (decisions, outcome) = report(options, &to, root)
        .inspect_err(|_| tell!("Edizione {} preparata da {from}: {files} file.", to.as_str()))?;
    tell!("Edizione {} preparata da {from}: {files} file, {decisions}.", to.as_str());
    Ok(outcome)
}

/// Lists what is to be decided in the new edition, and says what comes next; how many decisions there are.
fn report(options: &Options, to: &EditionId, root: &Path) -> Result<(String, Outcome), Trouble> {
    let annex = read(&options.folder)?;
    let edition = annex.edition(Some(to.as_str()))?;
    let decisions = decisions(&annex, to);
    for finding in &decisions {
        let source = annex.sources().get(finding.span.source);
        let line = source.position(finding.span.range().start).line;
        tell!("  {}:{line}: {}", source.path(), finding.message);
    }
    let count = match decisions.len() {
        0 => "nessuna decisione da prendere".to_owned(),
        1 => "1 decisione da prendere".to_owned(),
        count => format!("{count} decisioni da prendere"),
    };
    match decisions.len() {
        0 => {}
        1 => tell!("La decisione da prendere è segnata con `da_decidere`, da togliere quando è presa."),
        _ => tell!("Ogni decisione da prendere è segnata con `da_decidere`, da togliere quando è presa."),
    }
    if !options.current {
        tell!(
            "La nuova edizione è una bozza, e quella corrente non è cambiata: quando sarà approvata, scrivere in {ADMINISTRATION} `edizione_corrente: {}`.",
            to.as_str()
        );
    }
    tell!("Per controllarla: piao controlla{}", FolderOption(root));
    let per = [ScopeKind::Service, ScopeKind::Area, ScopeKind::Team].into_iter().find(|kind| kind.is_in(edition));
    tell!(
        "Per mandarne i dati ai responsabili: piao esporta{} --edizione {}{}",
        FolderOption(root),
        to.as_str(),
        per.map(|kind| format!(" --per {}", kind.word())).unwrap_or_default()
    );
    Ok((count, if has_errors(&annex, edition) { Outcome::Faulty } else { Outcome::Done }))
}
