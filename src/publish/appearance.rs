use crate::load::own_file;
use crate::model::Administration;
use crate::picture::Picture;
use crate::theme::Theme;
use crate::trouble::Trouble;
use std::path::Path;
use std::sync::Arc;

/// The heaviest coat of arms, in bytes, that every page can bear without a warning.
const HEAVY: usize = 100_000;

/// How the site and the paper of an administration look, apart from the data: its theme and its coat of arms.
#[derive(Debug)]
pub struct Appearance {
    /// The theme.
    pub theme: Arc<Theme>,
    /// The coat of arms; `None` if the data name none.
    pub coat_of_arms: Option<Picture>,
}

impl Appearance {
    /// Reads what `data/ente.yaml` names; the theme is one that was read before, if it is that one.
    ///
    /// # Errors
    ///
    /// When the theme cannot be used, or the coat of arms cannot be read or is no picture that a page can show.
    pub fn read(root: &Path, administration: &Administration, before: Option<&Arc<Theme>>) -> Result<Self, Trouble> {
        let name = administration.theme.value.as_str();
        let theme = match before.filter(|theme| theme.name() == name) {
            Some(theme) => Arc::clone(theme),
            None => Theme::load(root, name)?,
        };
        let coat_of_arms = match &administration.coat_of_arms {
            Some(path) => Some(Picture::coat_of_arms(path, own_file(root, path)?)?),
            None => None,
        };
        Ok(Self { theme, coat_of_arms })
    }

    /// Warnings, a sentence in Italian for each: colours that are hard to read, a coat of arms that is too heavy.
    pub fn warnings(&self, administration: &Administration) -> Vec<String> {
        let name = &administration.theme.value;
        let colours = self.theme.warnings().iter().map(|warning| format!("nell'aspetto `{name}`, {warning}"));
        colours.chain(self.heavy(administration)).collect()
    }

    fn heavy(&self, administration: &Administration) -> Option<String> {
        let path = &administration.coat_of_arms.as_ref()?.value;
        let size = self.coat_of_arms.as_ref()?.bytes().len();
        let sentence = || {
            let size = size / 1000;
            format!("lo stemma `{path}` pesa {size} kB e sta in ogni pagina: conviene ridurlo a meno di 100 kB")
        };
        (size > HEAVY).then(sentence)
    }
}
