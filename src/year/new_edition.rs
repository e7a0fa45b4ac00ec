use crate::diagnostic::Finding;
use crate::edit::{Change, Document, Written};
use crate::load::{edition_files, form::to_decide};
use crate::model::{Date, Edition, EditionId};
use crate::next_edition::next_edition;
use crate::publish::CheckedAnnex;
use crate::trouble::Trouble;
use crate::write::{TextChange, new_folders, remove_folders};
use std::collections::BTreeMap;
use std::path::Path;

/// The file that says which edition is the current one.
pub const ADMINISTRATION: &str = "data/ente.yaml";

/// Next year's edition, ready to be written.
#[derive(Debug)]
pub struct NewEdition {
    /// Its files, by their path below the root.
    pub files: BTreeMap<String, Vec<u8>>,
    /// How many acceptances were not carried over.
    dropped_acceptances: usize,
    /// Its folders below the root.
    folders: Vec<String>,
    /// What the file of the administration says and is to say, where the new edition becomes the current one.
    administration: Option<(String, String)>,
}

fn current<'a>(before: &'a str, after: &'a str) -> TextChange<'a> {
    TextChange { path: ADMINISTRATION, before: Some(before), after: Some(after) }
}

/// The name of a new edition that is prepared from another, if it can be one; `is_current` = it becomes the current one. A run that was killed between the two has made the
/// edition and not made it current: the next one may go on, where the edition is as it was prepared.
///
/// # Errors
///
/// When it is no name, an edition has it already, or its years cannot be those of a plan that follows: they go backward, begin with those of an
/// edition that ends in another year, or before those of the edition that it is prepared from.
pub fn new_name(annex: &CheckedAnnex, from: &Edition, name: &str, is_current: bool) -> Result<EditionId, Trouble> {
    let id = EditionId::new(name).ok_or_else(|| {
        Trouble::new(
            format!("`{name}` non può essere il nome di un'edizione"),
            "usare lettere senza accento, cifre, trattini: per esempio 2026-2028",
        )
    })?;
    if id.is_backward() {
        return Err(Trouble::new(
            format!("`{name}` non può essere il nome di un'edizione: finisce prima di cominciare"),
            "scrivere prima l'anno in cui il piano comincia: per esempio 2026-2028",
        ));
    }
    let begins_before = |(own, source)| own < source;
    if id.first_year().zip(from.id.first_year()).is_some_and(begins_before) {
        let source = from.id.as_str();
        return Err(Trouble::new(
            format!(
                "l'edizione `{name}` comincia prima di `{source}`, da cui si prepara: ne avrebbe i dati, che sono di anni dopo"
            ),
            format!(
                "scegliere anni che seguono {source}; un'edizione passata si prepara da una ancora precedente, o si scrive con i suoi dati"
            ),
        ));
    }
    let rival = |edition: &&Edition| {
        let spans = edition.id.span_of_years().zip(id.span_of_years());
        spans.is_some_and(|(own, new)| own.0 == new.0 && own.1 != new.1)
    };
    if let Some(rival) = annex.annex().editions.iter().find(rival) {
        return Err(Trouble::new(
            format!("l'edizione `{}` comincia già nello stesso anno di `{name}`", rival.id.as_str()),
            format!("scegliere altri anni, o per un'altra versione dello stesso piano `{}`", rival.id.of_version(2)),
        ));
    }
    let twin = annex.annex().editions.iter().find(|edition| edition.id.as_str().eq_ignore_ascii_case(id.as_str()));
    let is_to_be =
        |twin: &Edition| is_current && twin.id == id && annex.annex().current().is_some_and(|current| current.id != id);
    match twin {
        None => Ok(id),
        Some(twin) if is_to_be(twin) => Ok(id),
        Some(twin) => Err(Trouble::new(
            format!("l'edizione `{}` c'è già: non è stata toccata", twin.id.as_str()),
            "scegliere un altro nome",
        )),
    }
}

impl NewEdition {
    /// Prepares the edition `to` from another of the folder, whose data have no error, on a day; `is_current` = it becomes the current one.
    ///
    /// # Errors
    ///
    /// When a file cannot be read, or is written in a way that does not let it be changed.
    pub fn prepare(
        root: &Path,
        annex: &CheckedAnnex,
        (from, to): (&Edition, &EditionId),
        day: Date,
        is_current: bool,
    ) -> Result<Self, Trouble> {
        let next = next_edition(&edition_files(root, &from.id)?, from, to, day)?;
        let administration = if is_current { Some(with_current(annex, to)?) } else { None };
        // An edition is one once it has data: until then the command can be repeated.
        let folders = ["content", "data"].map(|above| format!("{above}/{}", to.as_str()));
        let folders =
            folders.into_iter().filter(|folder| next.files.keys().any(|path| path.starts_with(folder))).collect();
        Ok(Self { files: next.files, dropped_acceptances: next.dropped_acceptances, folders, administration })
    }

    /// Writes it, all of it or nothing.
    ///
    /// # Errors
    ///
    /// When one of its folders is there already, or the disk refuses.
    pub fn write(&self, root: &Path) -> Result<(), Trouble> {
        let current = self.administration.as_ref().map(|(before, after)| current(before, after));
        new_folders(root, &self.folders, &self.files, current.as_slice())
    }

    /// Takes it away again, all of it or nothing, where nobody changed anything of it.
    ///
    /// # Errors
    ///
    /// When something of it is no longer as it was written, or the disk refuses.
    pub fn take_back(&self, root: &Path) -> Result<(), Trouble> {
        let current = self.administration.as_ref().map(|(before, after)| current(after, before));
        remove_folders(root, &self.folders, &self.files, current.as_slice())
    }

    /// What the file of the administration said before, and says since; nothing where the current edition stays.
    pub fn administration(&self) -> Option<(&str, &str)> {
        self.administration.as_ref().map(|(before, after)| (before.as_str(), after.as_str()))
    }

    /// What is said of the acceptances that were left behind, in Italian; nothing where none was.
    pub fn dropped(&self) -> Option<String> {
        match self.dropped_acceptances {
            0 => None,
            1 => {
                Some("1 accettazione non è stata portata: era scaduta, o riguardava righe ora da riempire.".to_owned())
            }
            count => Some(format!(
                "{count} accettazioni non sono state portate: erano scadute, o riguardavano righe ora da riempire."
            )),
        }
    }
}

/// What is still to be decided in an edition.
pub fn decisions<'a>(annex: &'a CheckedAnnex, edition: &EditionId) -> Vec<&'a Finding> {
    let is_its = |finding: &&Finding| {
        finding.rule.code == to_decide::RULE.code
            && edition.is_source_of(annex.sources().get(finding.span.source).path())
    };
    annex.findings().iter().filter(is_its).collect()
}

/// `data/ente.yaml` as it is, and with another current edition.
fn with_current(annex: &CheckedAnnex, to: &EditionId) -> Result<(String, String), Trouble> {
    let advice = "preparare l'edizione senza farne quella corrente, e scrivere `edizione_corrente` a mano";
    let unknown = || Trouble::new(format!("`{ADMINISTRATION}` non si può cambiare"), advice);
    let sources = annex.sources();
    let text = sources.get(sources.find(ADMINISTRATION).ok_or_else(unknown)?).text();
    let refused = |refusal| Trouble::new(format!("`{ADMINISTRATION}` non si può cambiare: {refusal}"), advice);
    let mut document = Document::parse(text).map_err(refused)?;
    let value = Written::text(to.as_str());
    document.apply(&Change::Set { at: vec!["edizione_corrente".into()], value }, &[]).map_err(refused)?;
    Ok((text.to_owned(), document.text().to_owned()))
}
