use crate::model::OfficeKind;

/// The office of the rows below a title, or of a whole sheet.
#[derive(Clone, Debug)]
pub(super) struct Section {
    pub(super) kind: OfficeKind,
    pub(super) name: String,
    /// The cell of the title, row and column from 0; `None` if it is the name of the sheet.
    pub(super) cell: Option<(usize, usize)>,
}
