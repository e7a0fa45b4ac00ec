use super::site_outputs::SiteOutputs;
use crate::digest::Sha256;
use crate::package::{self, Archive, COVER_SHEET, Origins, Piece, SITE};
use crate::trouble::{Context, Trouble};
use crate::write::{NewFile, Replaceable};
use std::io::{BufReader, Seek, Write};
use std::path::{Path, PathBuf};

/// The archive for Amministrazione Trasparente, being written beside its target.
#[derive(Debug)]
pub struct PackageFile {
    file: NewFile,
    target: PathBuf,
}

/// Size and fingerprint of a written archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackageSummary {
    /// How many files it holds.
    pub files: usize,
    /// Its SHA-256, in hexadecimal.
    pub sha256: String,
}

impl PackageFile {
    /// Begins to write `target`, from the folder `root`.
    ///
    /// # Errors
    ///
    /// When something that is no archive of this program is in the way, the target lies in the data, or the disk refuses.
    pub fn begin(root: &Path, target: &Path) -> Result<Self, Trouble> {
        let is_ours = |file: &std::fs::File| package::is_ours(BufReader::new(file));
        let ours = Replaceable { what: "un pacchetto di questo programma", is: &is_ours };
        Ok(Self { file: NewFile::begin(root, target, &ours)?, target: target.to_owned() })
    }

    /// Puts everything into the archive, and the archive in its place.
    ///
    /// # Errors
    ///
    /// When there is no edition in force, a template of the theme cannot be used, or the disk refuses: what was there before is then
    /// untouched.
    pub fn write(mut self, outputs: &SiteOutputs<'_>) -> Result<PackageSummary, Trouble> {
        let files = self.file.fill(|writer| fill(writer, outputs))?;
        let reader = BufReader::new(self.file.reread()?);
        let (sha256, _) = Sha256::of_reader(reader).trouble(
            || format!("non è possibile leggere `{}`", self.target.display()),
            "controllare il disco e i permessi del file",
        )?;
        self.file.commit()?;
        Ok(PackageSummary { files, sha256 })
    }
}

/// Writes every file, always in the same order; gives how many there are.
fn fill(writer: impl Write + Seek, outputs: &SiteOutputs<'_>) -> Result<usize, Trouble> {
    let publication = outputs.publication;
    let (base_url, administration) = (publication.base_url.as_deref(), publication.administration);
    let (number, edition) = publication.current()?;
    let origins = Origins::new(publication.annex, base_url);
    let page = outputs.site.render_alone(edition.id.as_str())?;
    let uploads = package::uploads(edition, &outputs.files.editions[number], page.as_deref())?;
    let (text_path, text) = package::pasted_text(administration, edition, base_url, &uploads);
    let (portal_path, portal) = package::portal_text(administration, edition, base_url, &uploads);
    let theme = &publication.appearance.theme;
    let sheet = package::cover_sheet(theme, administration, edition, base_url, &uploads, &text_path, &portal_path)?;
    let mut archive = Archive::new(writer, origins.archive_only().day());
    let archive_only = |path: &str, bytes| Piece { path: path.to_owned(), bytes, origin: origins.archive_only() };
    archive.put(&[
        archive_only(COVER_SHEET, sheet.as_bytes()),
        archive_only(&text_path, text.as_bytes()),
        archive_only(&portal_path, portal.as_bytes()),
    ])?;
    for upload in &uploads {
        let origin = upload.on_site.map_or_else(|| origins.archive_only(), |path| origins.of(path));
        archive.put(&[Piece { path: upload.path.clone(), bytes: &upload.bytes()?, origin }])?;
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
    Ok(archive.finish()?.1)
}
