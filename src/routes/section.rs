use super::print_page::PrintPage;
use super::section_entry::{Card, Presence, SectionEntry};
use crate::model::{Edition, TableName};
use crate::tables;

/// Declares the sections with their entries.
macro_rules! sections {
    ($($(#[$doc:meta])* $section:ident { $($field:ident: $value:expr),+ $(,)? })+) => {
        /// A page that an edition has once, in a folder of its own.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Section { $($(#[$doc])* $section),+ }

        impl Section {
            /// All of them, in the order of the site map.
            pub const ALL: &'static [Self] = &[$(Self::$section),+];

            /// What is known of it.
            pub const fn entry(self) -> &'static SectionEntry {
                match self {
                    $(Self::$section => &SectionEntry { $($field: $value,)+ ..SectionEntry::USUAL }),+
                }
            }
        }
    };
}

sections! {
    /// Tavola 1.
    Processes {
        folder: "processi",
        table: Some(TableName::Processes),
        crumb: Some("Tavola 1 – [Processi]"),
        menu: Some("[Processi]"),
        card: Some(Card { name: None, text: "Che cosa fa ogni ufficio, e che cosa si può fare in modalità agile." }),
        listed: Some("[Tutti i processi] (Tavola 1)"),
        has_data: true,
    }
    /// The areas, and the organisation as a whole.
    Areas {
        folder: "aree",
        title: Some("[Aree] e organizzazione"),
        short: Some("[Aree]"),
        crumb: Some("[Aree] e organizzazione"),
        menu: Some("Organizzazione"),
        card: Some(Card { name: Some("[Aree]"), text: "Le parti dell'organizzazione." }),
        listed: Some("[Aree]"),
        has_data: true,
        presence: Presence::WithAreas,
    }
    /// The services.
    Services {
        folder: "servizi",
        title: Some("[Servizi]"),
        menu_of: Some(Section::Areas),
        card: Some(Card { name: None, text: "[I servizi] di [ogni area]." }),
        listed: Some("[Servizi]"),
        has_data: true,
        presence: Presence::WithServices,
    }
    /// The smart teams.
    Teams {
        folder: "smart-team",
        kind: Some("smart-team-elenco"),
        table: Some(TableName::Teams),
        short: Some("[+Smart team]"),
        menu_of: Some(Section::Areas),
        card: Some(Card { name: Some("[+Smart team]"), text: "I gruppi di lavoro, con [i loro processi]." }),
        listed: Some("[+Smart team]"),
        has_data: true,
        presence: Presence::WithTable,
    }
    /// The computer programs.
    Software {
        folder: "software",
        table: Some(TableName::Software),
        menu: Some("Software"),
        menu_of: Some(Section::Data),
        card: Some(Card { name: Some("Elenco dei programmi informatici"), text: "I programmi in uso e a che cosa servono." }),
        listed: Some("Programmi informatici"),
        has_data: true,
        presence: Presence::WithTable,
    }
    /// The training plan.
    Training {
        folder: "formazione",
        table: Some(TableName::Training),
        menu: Some("Piano formativo"),
        menu_of: Some(Section::Data),
        card: Some(Card { name: None, text: "I moduli e a chi sono destinati." }),
        listed: Some("Piano formativo"),
        has_data: true,
        presence: Presence::WithTable,
    }
    /// The state of adoption.
    Adoption {
        folder: "attuazione",
        table: Some(TableName::Adoption),
        menu: Some("Attuazione"),
        menu_of: Some(Section::Data),
        card: Some(Card { name: None, text: "Quante persone lavorano in modalità agile." }),
        listed: Some("Stato di attuazione"),
        has_data: true,
        presence: Presence::WithTable,
    }
    /// What is expected of each role.
    ExpectedBehaviours {
        folder: "valutazione",
        table: Some(TableName::ExpectedBehaviours),
        menu: Some("Comportamenti"),
        menu_of: Some(Section::Data),
        card: Some(Card { name: None, text: "Che cosa ci si attende da ogni ruolo." }),
        listed: Some("Comportamenti e competenze attesi"),
        has_data: true,
        presence: Presence::WithTable,
    }
    /// The indicators.
    Indicators {
        folder: "indicatori",
        table: Some(TableName::Indicators),
        menu: Some("Indicatori"),
        menu_of: Some(Section::Data),
        card: Some(Card { name: None, text: "Che cosa si vuole raggiungere, anno per anno, e con quali misure." }),
        listed: Some("Indicatori"),
        has_data: true,
        presence: Presence::WithTable,
    }
    /// The open data.
    Data {
        folder: "dati",
        title: Some("Dati aperti"),
        short: Some("Dati aperti"),
        menu: Some("Tavole e dati"),
        card: Some(Card { name: None, text: "Le tavole da scaricare e riusare." }),
    }
    /// The search.
    Search { folder: "cerca", title: Some("Cerca") }
    /// What the words mean.
    Glossary {
        folder: "glossario",
        title: Some("Glossario"),
        card: Some(Card { name: None, text: "Che cosa vogliono dire le parole del documento." }),
        listed: Some("Glossario"),
        gives_way: true,
    }
    /// What is different from the edition before; its title names that one.
    Changes { folder: "cambiamenti", title: Some("Cosa cambia"), presence: Presence::AfterAnother, gives_way: true }
    /// What could not be read for sure.
    ToVerify {
        folder: "da-verificare",
        title: Some("Da verificare"),
        card: Some(Card { name: None, text: "I punti del testo pubblicato che non si leggono con certezza." }),
        presence: Presence::WithDoubts,
        gives_way: true,
    }
}

impl Section {
    /// The name by which `theme.yaml` calls this kind of page.
    pub fn kind(self) -> &'static str {
        let entry = self.entry();
        entry.kind.unwrap_or(entry.folder)
    }

    /// Its page, from the folder of the edition.
    pub fn path(self) -> String {
        format!("{}/index.html", self.entry().folder)
    }

    /// How many rows the longest list of its page has; nothing of pages that are never divided.
    pub fn rows(self, edition: &Edition) -> usize {
        match self {
            Self::Processes => edition.processes.rows.len(),
            Self::Services => edition.services.rows.len(),
            Self::Teams => edition.teams.rows.len(),
            Self::Software => edition.software.rows.len(),
            Self::Adoption => edition.adoption.rows.rows.len(),
            _ => 0,
        }
    }

    /// The title that an edition gives to what it shows.
    fn own_title(self, edition: &Edition) -> Option<&str> {
        edition.model.title_of(self.entry().folder)
    }

    /// Its title in an edition.
    pub fn title(self, edition: &Edition) -> &str {
        let entry = self.entry();
        let usual = || entry.title.or(entry.table.map(|name| tables::table(name).title)).unwrap_or(entry.folder);
        self.own_title(edition).unwrap_or_else(|| edition.model.words.say(usual()))
    }

    /// What a link to it says in little room.
    pub fn short(self, edition: &Edition) -> &str {
        let short = self.entry().short.filter(|_| self.own_title(edition).is_none());
        short.map_or_else(|| self.title(edition), |short| edition.model.words.say(short))
    }

    /// What the pages below it call it.
    pub fn crumb(self, edition: &Edition) -> &str {
        let crumb = self.entry().crumb.filter(|_| self.own_title(edition).is_none());
        crumb.map_or_else(|| self.short(edition), |crumb| edition.model.words.say(crumb))
    }

    /// What the menu calls it; `None` if it has no entry there.
    pub fn menu(self, edition: &Edition) -> Option<&str> {
        let usual = self.entry().menu?;
        // The entries of the areas and of the open data stand for more than their page.
        let own = self.own_title(edition).filter(|_| !matches!(self, Self::Areas | Self::Data));
        Some(own.unwrap_or_else(|| edition.model.words.say(usual)))
    }

    /// What the page of the search calls it in its list; `None` if it is not there.
    pub fn listed(self, edition: &Edition) -> Option<&str> {
        let usual = self.entry().listed?;
        Some(self.own_title(edition).unwrap_or_else(|| edition.model.words.say(usual)))
    }

    /// The page of a table; `None` if it has none of its own.
    pub fn of_table(table: TableName) -> Option<Self> {
        Self::ALL.iter().copied().find(|section| section.entry().table == Some(table))
    }

    /// Whether an edition has it; `is_first` if no other edition comes before.
    pub(super) fn is_in(self, edition: &Edition, is_first: bool) -> bool {
        let entry = self.entry();
        let replaced = entry.gives_way && edition.chapters.iter().any(|chapter| chapter.slug == entry.folder);
        let present = match entry.presence {
            Presence::Always => true,
            Presence::WithAreas => edition.has_areas(),
            Presence::WithServices => edition.has_services(),
            Presence::WithTable => entry.table.is_none_or(|table| edition.has(table)),
            Presence::AfterAnother => !is_first,
            Presence::WithDoubts => edition.doubts() > 0,
        };
        present && !replaced
    }
}

/// Whether a name is kept for other pages of an edition, so that no chapter may have it.
pub fn is_reserved(name: &str) -> bool {
    name == PrintPage::FOLDER
        || Section::ALL.iter().map(|section| section.entry()).any(|entry| entry.folder == name && !entry.gives_way)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_two_sections_share_a_folder_or_a_kind() {
        let folders: HashSet<_> = Section::ALL.iter().map(|section| section.entry().folder).collect();
        let kinds: HashSet<_> = Section::ALL.iter().map(|section| section.kind()).collect();
        assert_eq!((folders.len(), kinds.len()), (Section::ALL.len(), Section::ALL.len()));
    }

    #[test]
    fn the_names_of_pages_are_reserved_unless_they_give_way() {
        for name in [
            "processi",
            "aree",
            "servizi",
            "smart-team",
            "software",
            "formazione",
            "attuazione",
            "valutazione",
            "indicatori",
            "stampa",
            "dati",
            "cerca",
        ] {
            assert!(is_reserved(name), "{name}");
        }
        for name in ["premessa", "glossario", "cambiamenti", "da-verificare", ""] {
            assert!(!is_reserved(name), "{name}");
        }
    }
}
