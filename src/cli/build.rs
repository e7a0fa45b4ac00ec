use super::Outcome;
use super::arguments::Build;
use super::day::today;
use super::{look, paper};
use crate::check::{Checked, Settings, check};
use crate::diagnostic::Severity;
use crate::load::{Loaded, load};
use crate::model::{Administration, Edition};
use crate::open_data;
use crate::output::Output;
use crate::report::{self, Summary};
use crate::site::{self, DataFile, Site};
use crate::trouble::Trouble;
use crate::write::{self, Staging};
use anstream::{eprint, eprintln};
use rayon::prelude::*;
use std::collections::BTreeMap;

pub(super) fn run(options: &Build) -> Result<Outcome, Trouble> {
    let settings = Settings { today: today(options.folder.today.as_deref())?, waivers: true };
    let base_url = options.base_url.as_deref().map(address).transpose()?;
    let mut loaded = load(&options.folder.root)?;
    let mut checked = check(&mut loaded, settings);
    let summary = Summary::of(&checked.findings);
    // Advice can wait for `check`: here only what an office should look at before it publishes.
    checked.findings.retain(|finding| finding.severity != Severity::Note);
    eprint!("{}", report::findings(&loaded.sources, &checked.findings));
    eprintln!("Controllo: {}.", summary.sentence());
    let Some(administration) = loaded.annex.administration.as_ref().filter(|_| summary.errors == 0) else {
        eprintln!("Il sito non è stato generato: quello che era pubblicato non è stato toccato.");
        return Ok(Outcome::Faulty);
    };
    let written = publish(options, base_url, &loaded, &checked, administration)?;
    let target = target(options);
    eprintln!("Sito scritto in `{}`: {} file.", target.display(), written.files);
    if let Some(left) = written.left_behind {
        eprintln!("avviso: la versione precedente non si è potuta togliere del tutto: cancellare `{}`", left.display());
    }
    Ok(Outcome::Done)
}

/// Renders everything into a staging folder, and exchanges it with the target in one step.
fn publish(
    options: &Build,
    base_url: Option<String>,
    loaded: &Loaded,
    checked: &Checked,
    administration: &Administration,
) -> Result<write::Summary, Trouble> {
    let annex = &loaded.annex;
    let base_url = base_url.or_else(|| administration.base_url.as_ref().map(|url| closed(&url.value)));
    let theme = look::theme(&options.folder.root, administration)?;
    let emblem = look::coat_of_arms(&options.folder.root, administration)?;
    let mut files = BTreeMap::new();
    let mut process_rows = BTreeMap::new();
    let mut data: Vec<Output> = Vec::new();
    for edition in &annex.editions {
        let tables = open_data::files(annex, edition, base_url.as_deref())?;
        let listed = tables.iter().map(|file| DataFile {
            table: file.table,
            name: file.name().to_owned(),
            label: file.label(),
            media_type: file.media_type(),
            size: file.output.bytes.len(),
        });
        if let Some(rows) = tables.iter().find(|file| file.name() == "processi.csv") {
            let text = String::from_utf8_lossy(&rows.output.bytes).into_owned();
            process_rows.insert(edition.id.as_str().to_owned(), text);
        }
        files.insert(edition.id.as_str().to_owned(), listed.collect());
        data.extend(tables.into_iter().map(|file| file.output));
    }
    let csv = |edition: &Edition, table: &str| {
        let path = format!("{}/dati/{table}.csv", edition.id.as_str());
        data.iter().find(|file| file.path == path).map(|file| file.bytes.clone())
    };
    let wanted = paper::wanted(&options.paper, administration);
    let pdfs = if wanted {
        paper::pdfs(&options.paper, &options.folder.root, annex, &checked.manuscripts, &csv)?
    } else {
        Vec::new()
    };
    let approved = paper::approved(&options.folder.root, annex)?;
    let settings = site::Settings { base_url, files, process_rows, emblem };
    let site = Site::new(annex, &checked.manuscripts, &theme, settings)?;
    let staging = Staging::begin(&options.folder.root, &target(options))?;
    data.iter().chain(&pdfs).chain(&approved).try_for_each(|output| staging.put(output))?;
    site.assets()?.iter().try_for_each(|output| staging.put(output))?;
    site.pages().par_iter().try_for_each(|page| staging.put(&site.render(page)?))?;
    if !wanted && !options.paper.no_pdf {
        keep_pdfs(&staging)?;
    }
    staging.commit()
}

/// Carries over the PDFs of the site that is replaced: they go only when that is asked for.
fn keep_pdfs(staging: &Staging) -> Result<(), Trouble> {
    let is_pdf = |path: &&str| path.contains("/stampa/") && path.ends_with(".pdf");
    let pdfs: Vec<String> = staging.previous().filter(is_pdf).map(str::to_owned).collect();
    for path in &pdfs {
        staging.keep(path)?;
    }
    if pdfs.is_empty() {
        eprintln!("Il sito è senza PDF: per averli, aggiungere --pdf.");
    } else {
        eprintln!("I PDF sono quelli di prima: per rifarli, aggiungere --pdf; per toglierli, --no-pdf.");
    }
    Ok(())
}

/// Where the site goes: the option, or `public` in the folder of the administration.
fn target(options: &Build) -> std::path::PathBuf {
    options.out.clone().unwrap_or_else(|| options.folder.root.join("public"))
}

/// A base address from the command line: absolute, and ending in a slash.
fn address(text: &str) -> Result<String, Trouble> {
    let absolute = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let good = absolute.is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_alphanumeric() || c == '[')
            && !rest.contains(|c: char| c.is_whitespace() || "<>\"'?#".contains(c))
    });
    if good {
        Ok(closed(text))
    } else {
        Err(Trouble::new(
            format!("`{text}` non è un indirizzo di base"),
            "scriverlo intero, per esempio https://www.comune.esempio.it/lavoro-agile/",
        ))
    }
}

fn closed(url: &str) -> String {
    if url.ends_with('/') { url.to_owned() } else { format!("{url}/") }
}
