use crate::edit::Written;

/// A record as a row of a spreadsheet states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The table: `aree`, `servizi`, `smart-team`, `processi`, `software`, `formazione`, `attuazione`, `valutazione`, `esclusioni`,
    /// `indicatori`, `riferimenti`; and `destinatari`, the audiences of the training plan.
    ///
    /// A draft of `formazione` is a module: `gruppo` is the name of its group, `nome` its own, `destinatari` a group of marks by audience.
    pub table: String,
    /// The sheet that holds the row.
    pub sheet: String,
    /// The row, as the spreadsheet numbers it.
    pub row: usize,
    /// The keys of the data that the row states, with what it states; a blank cell is no entry.
    pub fields: Vec<(String, Written)>,
    /// What was not read for sure, in words: written as `da_verificare`.
    pub to_verify: Option<String>,
}
