//! The title of a part of a table that has headings of its own.

use super::body::Body;

impl Body<'_, '_> {
    /// Whether the headings are repeated below a row, and no record stands just above it: it is the title of what follows, and no record itself.
    pub(super) fn heads_part(&self, row: usize) -> bool {
        let above = row.checked_sub(1).map(|above| (above, self.grid.filled(above)));
        if above.is_some_and(|(above, filled)| !filled.is_empty() && self.total(above, &filled).is_none()) {
            return false;
        }
        let below = (row + 1..self.grid.height()).map(|row| (row, self.grid.filled(row)));
        let mut below = below.skip_while(|(_, filled)| filled.is_empty());
        below.next().is_some_and(|(row, filled)| filled.len() > 1 && self.is_header(row, &filled))
    }
}
