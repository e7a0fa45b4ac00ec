use super::Outcome;
use super::day::today;
use super::edition_arguments::NewEdition;
use super::known_edition::{find, has_errors, read};
use super::streams::tell;
use crate::edit::{Change, Document, Written};
use crate::load::{edition_files, form::to_decide};
use crate::model::EditionId;
use crate::next_edition::next_edition;
use crate::publish::CheckedAnnex;
use crate::trouble::Trouble;
use crate::write::{Replaceable, new_folders, write_file};
use std::path::Path;

/// The file that says which edition is the current one.
const ADMINISTRATION: &str = "data/ente.yaml";

pub(super) fn run(options: &NewEdition) -> Result<Outcome, Trouble> {
    let root = &options.folder.root;
    let to = EditionId::new(&options.id).ok_or_else(|| {
        Trouble::new(
            format!("`{}` non può essere il nome di un'edizione", options.id),
            "usare lettere senza accento, cifre, trattini: per esempio 2026-2028",
        )
    })?;
    let annex = read(&options.folder)?;
    let from = find(&annex, options.from.as_deref())?;
    let twin = annex.annex().editions.iter().find(|edition| edition.id.as_str().eq_ignore_ascii_case(to.as_str()));
    if let Some(twin) = twin {
        return Err(Trouble::new(
            format!("l'edizione `{}` c'è già: non è stata toccata", twin.id.as_str()),
            "scegliere un altro nome",
        ));
    }
    if has_errors(&annex, from) {
        tell!("La nuova edizione non è stata preparata: prima vanno corretti gli errori in {}.", from.id.as_str());
        return Ok(Outcome::Faulty);
    }
    let files = edition_files(root, &from.id)?;
    let next = next_edition(&files, from, &to, today(options.folder.today.as_deref())?)?;
    let administration = if options.current { Some(with_current(&annex, &to)?) } else { None };
    let folders = ["data", "content"].map(|above| format!("{above}/{}", to.as_str()));
    let folders: Vec<String> =
        folders.into_iter().filter(|folder| next.files.keys().any(|path| path.starts_with(folder))).collect();
    new_folders(root, &folders, &next.files)?;
    if let Some(text) = &administration {
        let ours = Replaceable { what: "il file dell'ente", is: &|_| true };
        write_file(&root.join(ADMINISTRATION), text.as_bytes(), &ours)?;
    }
    tell!("Edizione {} preparata da {}: {} file.", to.as_str(), from.id.as_str(), next.files.len());
    match next.dropped_acceptances {
        0 => {}
        1 => tell!("1 accettazione non è stata portata: era scaduta, o riguardava righe ora da riempire."),
        count => {
            tell!("{count} accettazioni non sono state portate: erano scadute, o riguardavano righe ora da riempire.");
        }
    }
    report(options, &to, root)
}

/// Lists what is to be decided in the new edition, and says what comes next.
fn report(options: &NewEdition, to: &EditionId, root: &Path) -> Result<Outcome, Trouble> {
    let annex = read(&options.folder)?;
    let edition = find(&annex, Some(to.as_str()))?;
    let path = |finding: &crate::diagnostic::Finding| annex.sources().get(finding.span.source);
    let decisions: Vec<_> = annex
        .findings()
        .iter()
        .filter(|finding| finding.rule.code == to_decide::RULE.code && to.is_source_of(path(finding).path()))
        .collect();
    for finding in &decisions {
        let source = path(finding);
        let line = source.position(finding.span.range().start).line;
        tell!("  {}:{line}: {}", source.path(), finding.message);
    }
    let count = match decisions.len() {
        1 => "1 decisione".to_owned(),
        count => format!("{count} decisioni"),
    };
    tell!("Restano {count} da prendere: ciascuna è segnata con `da_decidere`, da togliere quando è presa.");
    if !options.current {
        tell!(
            "La nuova edizione è una bozza, e quella corrente non è cambiata: quando sarà approvata, scrivere in {ADMINISTRATION} `edizione_corrente: {}`.",
            to.as_str()
        );
    }
    tell!("Per controllarla: piao controlla --cartella {}", root.display());
    Ok(if has_errors(&annex, edition) { Outcome::Faulty } else { Outcome::Done })
}

/// `data/ente.yaml` with another current edition.
fn with_current(annex: &CheckedAnnex, to: &EditionId) -> Result<String, Trouble> {
    let advice = "ripetere il comando senza --corrente, e scrivere `edizione_corrente` a mano";
    let unknown = || Trouble::new(format!("`{ADMINISTRATION}` non si può cambiare"), advice);
    let sources = annex.sources();
    let text = sources.get(sources.find(ADMINISTRATION).ok_or_else(unknown)?).text();
    let refused = |refusal| Trouble::new(format!("`{ADMINISTRATION}` non si può cambiare: {refusal}"), advice);
    let mut document = Document::parse(text).map_err(refused)?;
    let value = Written::text(to.as_str());
    document.apply(&Change::Set { at: vec!["edizione_corrente".into()], value }, &[]).map_err(refused)?;
    Ok(document.text().to_owned())
}
