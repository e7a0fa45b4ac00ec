use super::folder::{Folder, Identity, Kind};
use super::marker::Marker;
use super::target_folder::TargetFolder;
use super::tree;
use crate::trouble::{Context, Trouble};
use std::path::Path;

/// The site in the target; nothing, where there is none.
#[derive(Debug, Default)]
pub(super) struct PreviousSite {
    pub(super) folder: Option<Folder>,
    pub(super) marker: Marker,
}

const ADVICE: &str = "controllare i permessi della cartella di uscita";

impl PreviousSite {
    /// The one that is there now.
    ///
    /// # Errors
    ///
    /// When the target holds anything that the program did not write, or is no folder.
    pub(super) fn find(place: &TargetFolder, beside: &Folder) -> Result<Self, Trouble> {
        const SHOWN: usize = 3;
        let shown = &place.shown;
        let read = || format!("non è possibile leggere la cartella `{shown}`");
        let folder = match beside.look(&place.name).trouble(read, ADVICE)?.map(|seen| seen.kind) {
            None => return Ok(Self::default()),
            Some(Kind::Folder) => beside.inner(&place.name).trouble(read, ADVICE)?,
            // What a link led to was made the target at the beginning.
            Some(_) => return Err(replaced(shown)),
        };
        let known = Marker::read(&folder, Path::new(shown))?;
        let foreign = known.is_none();
        let marker = known.unwrap_or_default();
        let extras = tree::extras(&folder, &marker, SHOWN + 1).trouble(read, ADVICE)?;
        if extras.is_empty() {
            return Ok(Self { folder: Some(folder), marker });
        }
        if foreign {
            return Err(Trouble::new(
                format!("la cartella `{shown}` non è stata scritta da questo programma e non è vuota"),
                "indicare con --uscita una cartella nuova o vuota; questa non è stata toccata",
            ));
        }
        let mut names = extras.iter().take(SHOWN).map(|path| format!("`{path}`")).collect::<Vec<_>>().join(", ");
        if extras.len() > SHOWN {
            names.push_str(" e altri");
        }
        Err(Trouble::new(
            format!("nella cartella `{shown}` ci sono file che non vengono dal programma: {names}"),
            "spostarli altrove e ripetere il comando: la cartella viene sostituita per intero, e così andrebbero persi",
        ))
    }

    /// Which folder the target is `now`.
    ///
    /// # Errors
    ///
    /// When it is not this one.
    pub(super) fn still(&self, now: &Self, shown: &str) -> Result<Option<Identity>, Trouble> {
        let identity = |site: &Self| site.folder.as_ref().map(Folder::identity).transpose();
        let both = identity(self).and_then(|then| Ok((then, identity(now)?)));
        match both.trouble(|| format!("non è possibile leggere la cartella `{shown}`"), ADVICE)? {
            (Some(then), Some(now)) if then != now => Err(replaced(shown)),
            (_, now) => Ok(now),
        }
    }
}

fn replaced(shown: &str) -> Trouble {
    Trouble::new(
        format!("mentre si scriveva, al posto della cartella `{shown}` è stato messo altro: non è stato toccato"),
        "controllare chi altro scrive lì, e ripetere il comando",
    )
}
