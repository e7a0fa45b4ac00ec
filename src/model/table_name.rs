use super::{Edition, Keyword, keyword::keywords};

/// A table of the annex that has a place of its own: on a page, in a chapter, on paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // Each is the table of that name.
pub enum TableName {
    Processes,
    Teams,
    Software,
    Training,
    Adoption,
    ExpectedBehaviours,
    Indicators,
    Exclusions,
    References,
}

keywords!(TableName {
    Processes = "processi",
    Teams = "smart-team",
    Software = "software",
    Training = "formazione",
    Adoption = "attuazione",
    ExpectedBehaviours = "valutazione",
    Indicators = "indicatori",
    Exclusions = "esclusioni",
    References = "riferimenti",
});

impl TableName {
    /// Those whose file an edition may leave out, and that have rows where it is there.
    pub const OPTIONAL: [Self; 6] =
        [Self::Software, Self::Training, Self::Adoption, Self::ExpectedBehaviours, Self::Indicators, Self::Exclusions];

    /// The names of all of them, as a message lists them.
    pub fn list() -> String {
        Self::KEYWORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ")
    }
}

impl Edition {
    /// Whether the edition has a table.
    pub fn has(&self, table: TableName) -> bool {
        match table {
            TableName::Processes => true,
            TableName::Teams => self.has_teams(),
            TableName::Software => self.software.is_present(),
            TableName::Training => self.training.groups.is_present(),
            TableName::Adoption => self.adoption.rows.is_present(),
            TableName::ExpectedBehaviours => self.expected_behaviours.is_present(),
            TableName::Indicators => self.indicators.is_present(),
            TableName::Exclusions => self.exclusions.is_present(),
            TableName::References => !self.references.is_empty(),
        }
    }

    /// Whether a table of the edition shows nothing: it has no row, and no total that is published without them.
    pub fn is_empty(&self, table: TableName) -> bool {
        match table {
            TableName::Processes => self.processes.rows.is_empty(),
            TableName::Teams => self.teams.rows.is_empty(),
            TableName::Software => self.software.rows.is_empty(),
            TableName::Training => self.training.groups.rows.is_empty(),
            TableName::Adoption => self.adoption.rows.rows.is_empty() && self.adoption.declared.is_none(),
            TableName::ExpectedBehaviours => self.expected_behaviours.rows.is_empty(),
            TableName::Indicators => self.indicators.rows.is_empty(),
            TableName::Exclusions => self.exclusions.rows.is_empty(),
            TableName::References => self.references.is_empty(),
        }
    }
}
