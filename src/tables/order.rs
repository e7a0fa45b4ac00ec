use super::description::Described;
use super::plain::PlainColumns;
use serde::Serialize;

/// A column of a page or of paper, in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ColumnPlace<'a> {
    /// Its name among the published columns.
    pub key: &'a str,
    /// Which of the columns it is that show plainly; `None` if its template draws it.
    pub plain: Option<usize>,
}

impl<'a, R: Described> PlainColumns<'a, R> {
    /// All columns of the table in the order of the page and of paper: those that `colonne` of `modello.yaml` lists, then the ones that its
    /// template draws, then these.
    pub fn order(&self, drawn: impl IntoIterator<Item = &'static str>) -> Vec<ColumnPlace<'a>> {
        let drawn = drawn.into_iter().map(|key| ColumnPlace { key, plain: None });
        let plain = self.keys().into_iter().enumerate().map(|(at, key)| ColumnPlace { key, plain: Some(at) });
        let mut places: Vec<ColumnPlace<'_>> = drawn.chain(plain).collect();
        if let Some(table) = R::table() {
            places.sort_by_key(|place| self.model().rank(table.name, place.key));
        }
        places
    }
}
