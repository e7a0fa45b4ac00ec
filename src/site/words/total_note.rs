//! What is said where a published total and the sum of its rows differ: the published one is shown, and the other is told.

use crate::model::{People, Totals};

/// Of the agile workers.
pub(in crate::site) fn agile(totals: &Totals) -> Option<String> {
    remark(totals.agili, totals.agili_righe)
}

/// Of the employees.
pub(in crate::site) fn employees(totals: &Totals) -> Option<String> {
    remark(totals.dipendenti, totals.dipendenti_righe)
}

fn remark(published: People, rows: People) -> Option<String> {
    // Classes leave room for more than one number.
    (!published.meets(rows))
        .then(|| format!("Il totale pubblicato è {published}; la somma delle righe è {}.", rows.against(published)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_difference_is_told() {
        let totals = Totals {
            agili: 88_u32.into(),
            agili_righe: 89_u32.into(),
            dipendenti: 160_u32.into(),
            dipendenti_righe: 160_u32.into(),
            ..Totals::default()
        };
        assert_eq!(agile(&totals).as_deref(), Some("Il totale pubblicato è 88; la somma delle righe è 89."));
        assert_eq!(employees(&totals), None);
    }
}
