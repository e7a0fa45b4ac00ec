use super::Outcome;
use super::arguments::Package;
use super::base_url;
use super::outputs::{Outputs, Pdfs, Sources};
use super::paper;
use super::publishable::Publishable;
use crate::model::{Administration, Edition};
use crate::package::{self, Archive, COVER_SHEET, Origins, Piece, Published, SITE};
use crate::trouble::{Context, Trouble};
use crate::write::NewFile;
use anstream::eprintln;
use std::io::{Seek, Write};
use std::path::Path;

/// Writes the archive, or verifies one.
pub(super) fn run(options: &Package) -> Result<Outcome, Trouble> {
    match &options.verify {
        Some(file) => super::verify::run(file),
        None => write(options),
    }
}

fn write(options: &Package) -> Result<Outcome, Trouble> {
    let base_url = base_url::parse(options.publishing.base_url.as_deref())?;
    let root = &options.folder.root;
    let publishable = Publishable::read(&options.folder)?;
    let Some(sources) = publishable.sources(base_url)? else {
        eprintln!("Il pacchetto non è stato scritto.");
        return Ok(Outcome::Faulty);
    };
    let Some(edition) = sources.annex.current() else {
        return Err(Trouble::new(
            "nei dati non c'è l'edizione vigente",
            "in data/ente.yaml scrivere in `edizione_corrente` il nome di una cartella di `data`",
        ));
    };
    let target = options.out.clone().unwrap_or_else(|| root.join(package::default_name(edition)));
    refuse_foreign(&target)?;
    let mut file = NewFile::begin(root, &target)?;
    let outputs = outputs(options, root, &sources)?;
    let files = fill(file.writer(), &sources, edition, &outputs)?;
    let fingerprint = super::verify::fingerprint(file.reread()?, &target)?;
    file.commit()?;
    eprintln!("Pacchetto scritto in `{}`: {} file.", target.display(), files);
    eprintln!("Impronta SHA-256 del pacchetto: {fingerprint}");
    eprintln!("Per controllare che nulla sia cambiato: piao confeziona --verifica \"{}\"", target.display());
    Ok(Outcome::Done)
}

/// A file that is in the way and is no archive of ours is not replaced.
fn refuse_foreign(target: &Path) -> Result<(), Trouble> {
    if !target.is_file() {
        return Ok(());
    }
    let file = std::fs::File::open(target).trouble(
        || format!("non è possibile leggere `{}`, che c'è già", target.display()),
        "indicare con --uscita un altro file",
    )?;
    if package::is_ours(std::io::BufReader::new(file)) {
        return Ok(());
    }
    Err(Trouble::new(
        format!("`{}` c'è già e non è un pacchetto di questo programma: non è stato toccato", target.display()),
        "indicare con --uscita un altro file",
    ))
}

fn outputs<'s>(options: &Package, root: &Path, sources: &'s Sources<'s>) -> Result<Outputs<'s>, Trouble> {
    let wanted = paper::wanted_if_possible(&options.publishing.paper, sources.administration)?;
    if !wanted {
        eprintln!(
            "Il pacchetto è senza PDF{}.",
            if options.publishing.paper.no_pdf { "" } else { ": per averli, aggiungere --pdf" }
        );
    }
    Outputs::new(sources, |csv| {
        let pdfs = if wanted {
            paper::pdfs(
                &options.publishing.paper,
                root,
                sources.annex,
                sources.manuscripts,
                sources.coat_of_arms.as_ref(),
                csv,
            )?
        } else {
            Vec::new()
        };
        Ok(Pdfs::Made(pdfs))
    })
}

/// Puts everything into the archive, always in the same order.
fn fill(
    writer: impl Write + Seek,
    sources: &Sources<'_>,
    edition: &Edition,
    outputs: &Outputs<'_>,
) -> Result<usize, Trouble> {
    let base_url = sources.base_url.as_deref();
    let administration: &Administration = sources.administration;
    let origins = Origins::new(sources.annex, base_url);
    let page = outputs.site.render_alone(edition.id.as_str())?;
    let published =
        Published { data: &outputs.data, pdfs: &outputs.pdfs, approved: outputs.approved, page: page.as_deref() };
    let uploads = package::uploads(edition, published);
    let (text_path, text) = package::pasted_text(administration, edition, base_url, &uploads);
    let sheet = package::cover_sheet(&sources.theme, administration, edition, base_url, &uploads, &text_path)?;
    let mut archive = Archive::new(writer, origins.aside().day());
    let aside = |path: &str, bytes| Piece { path: path.to_owned(), bytes, origin: origins.aside() };
    archive.put(&[aside(COVER_SHEET, sheet.as_bytes()), aside(&text_path, text.as_bytes())])?;
    for upload in &uploads {
        let piece = match &upload.on_site {
            Some(path) => outputs.find(path).map(|output| Piece {
                path: upload.path.clone(),
                bytes: &output.bytes,
                origin: origins.of(path),
            }),
            None => page.as_ref().map(|page| aside(&upload.path, page.as_bytes())),
        };
        archive.put(piece.as_slice())?;
    }
    outputs.in_order(|some| {
        let pieces: Vec<_> = some
            .iter()
            .map(|output| Piece {
                path: format!("{SITE}{}", output.path),
                bytes: &output.bytes,
                origin: origins.of(&output.path),
            })
            .collect();
        archive.put(&pieces)
    })?;
    let (mut writer, files) = archive.finish()?;
    writer.flush().trouble(
        || "non è possibile scrivere il pacchetto".to_owned(),
        "controllare lo spazio libero sul disco e i permessi della cartella",
    )?;
    Ok(files)
}
