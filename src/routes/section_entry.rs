use super::section::Section;
use crate::model::{Edition, TableName};

/// What is known of a page that an edition has once, in a folder of its own.
#[derive(Clone, Copy, Debug)]
pub struct SectionEntry {
    /// Its folder below that of the edition: what templates and style sheets call it, too.
    pub folder: &'static str,
    /// The name by which `theme.yaml` calls this kind of page; the folder if there is no other.
    pub(super) kind: Option<&'static str>,
    /// The table that the page shows.
    pub table: Option<TableName>,
    /// Its title; that of its table if there is no other.
    pub(super) title: Option<&'static str>,
    /// What a link to it says in little room; the title if there is nothing shorter.
    pub(super) short: Option<&'static str>,
    /// What the pages below it call it, on the way that leads to them; `short` if there is nothing else.
    pub(super) crumb: Option<&'static str>,
    /// Its entry in the menu.
    pub menu: Option<&'static str>,
    /// The section whose entry in the menu stands for it, too: its own is then one of those below that.
    pub menu_of: Option<Section>,
    /// The card by which the first page of the edition leads to it.
    pub card: Option<Card>,
    /// What the page of the search calls it in its list.
    pub listed: Option<&'static str>,
    /// Whether open data of this name hold the same.
    pub has_data: bool,
    /// Which editions have it.
    pub(super) presence: Presence,
    /// Whether a chapter may have its name, which then stands in its place.
    pub(super) gives_way: bool,
}

/// A link with a sentence.
#[derive(Clone, Copy, Debug)]
pub struct Card {
    /// What the link says; the title of the page if there is nothing else.
    pub(super) name: Option<&'static str>,
    /// What the page holds.
    pub(super) text: &'static str,
}

/// Which editions have a section.
#[derive(Clone, Copy, Debug)]
pub(super) enum Presence {
    /// Every edition.
    Always,
    /// Those with the table that it shows.
    WithTable,
    /// Those with areas.
    WithAreas,
    /// Those with services.
    WithServices,
    /// Those with an earlier edition to be compared with.
    AfterAnother,
    /// Those with something that could not be read for sure.
    WithDoubts,
}

impl SectionEntry {
    /// What most sections have in common.
    pub(super) const USUAL: Self = Self {
        folder: "",
        kind: None,
        table: None,
        title: None,
        short: None,
        crumb: None,
        menu: None,
        menu_of: None,
        card: None,
        listed: None,
        has_data: false,
        presence: Presence::Always,
        gives_way: false,
    };
}

impl Card {
    /// What the link to a section says.
    pub fn name(self, section: Section, edition: &Edition) -> &str {
        let usual = self.name.filter(|_| edition.model.title_of(section.entry().folder).is_none());
        usual.map_or_else(|| section.title(edition), |usual| edition.model.words.say(usual))
    }

    /// What the page holds, in the words of an edition.
    pub fn text(self, section: Section, edition: &Edition) -> &str {
        let is_without_areas = section == Section::Services && !edition.has_areas();
        edition.model.words.say(if is_without_areas { "[I servizi], con [i loro processi]." } else { self.text })
    }
}
