//! What readers can work out of the people whom the state of adoption counts, by sums and subtractions.

use crate::model::{Adoption, AdoptionRow, GenderCounts, Headcount, People, Spanned};

/// Passes over the cells of a table. Each narrows what is known; a few suffice wherever one number follows from others.
const PASSES: usize = 16;

/// Whom a cell of a row counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    All,
    Women,
    Men,
}

impl Group {
    pub(super) const ALL: [Self; 3] = [Self::All, Self::Women, Self::Men];
}

/// A count of a row: of its employees, or of the agile workers among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Count {
    Employees,
    Agile,
}

impl Count {
    pub(super) const ALL: [Self; 2] = [Self::Employees, Self::Agile];

    /// What the row itself says of a group; `None` if it says nothing.
    pub(super) fn written(self, row: &AdoptionRow, group: Group) -> Option<&Spanned<Headcount>> {
        match group {
            Group::All => Some(match self {
                Self::Employees => &row.employees,
                Self::Agile => &row.agile,
            }),
            Group::Women => self.of_gender(row.women.as_ref()?),
            Group::Men => self.of_gender(row.men.as_ref()?),
        }
    }

    fn of_gender(self, counts: &GenderCounts) -> Option<&Spanned<Headcount>> {
        match self {
            Self::Employees => counts.employees.as_ref(),
            Self::Agile => counts.agile.as_ref(),
        }
    }

    /// What the declared total says.
    pub(super) fn declared(self, adoption: &Adoption) -> Option<&Spanned<Headcount>> {
        let declared = adoption.declared.as_ref()?;
        match self {
            Self::Employees => declared.employees.as_ref(),
            Self::Agile => declared.agile.as_ref(),
        }
    }
}

/// What is known of the people of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RowCounts {
    /// By count, then by group.
    known: [[People; 3]; 2],
}

impl RowCounts {
    /// What the row alone tells.
    pub(super) fn of(row: &AdoptionRow) -> Self {
        let cell = |count: Count, group| {
            let written = count.written(row, group).map(|count| count.value);
            People::from(written.unwrap_or(Headcount::Undecided))
        };
        let mut this = Self { known: Count::ALL.map(|count| Group::ALL.map(|group| cell(count, group))) };
        this.settle();
        this
    }

    /// Whether what the row says contradicts itself: more agile workers than employees, or women and men who are not all.
    pub(super) fn is_contradictory(&self) -> bool {
        let [employees, agile] = &self.known;
        let in_parts = |[all, women, men]: &[People; 3]| all.meets([*women, *men].into_iter().sum());
        !self.known.iter().all(in_parts) || employees.iter().zip(agile).any(|(all, agile)| agile.least > all.most)
    }

    /// How many of a group are employees, or agile workers.
    pub(super) fn get(&self, count: Count, group: Group) -> People {
        self.known[count as usize][group as usize]
    }

    /// Works out each cell from the others: women and men are all, and agile workers are among the employees.
    fn settle(&mut self) {
        for _ in 0..PASSES {
            let before = *self;
            for [all, women, men] in &mut self.known {
                narrow(all, [*women, *men].into_iter().sum());
                narrow(women, all.without(*men));
                narrow(men, all.without(*women));
            }
            let [employees, agile] = &mut self.known;
            for (employees, agile) in employees.iter_mut().zip(agile) {
                narrow(agile, People { least: 0, most: employees.most });
                narrow(employees, People { least: agile.least, most: u64::MAX });
            }
            if *self == before {
                break;
            }
        }
    }
}

/// What the rows tell together with the declared total.
pub(super) fn by_total(adoption: &Adoption) -> Vec<RowCounts> {
    let mut rows: Vec<RowCounts> = adoption.rows.rows.iter().map(RowCounts::of).collect();
    let totals = Count::ALL.map(|count| count.declared(adoption).map(|total| People::from(total.value)));
    for _ in 0..PASSES {
        let before = rows.clone();
        for (count, total) in totals.iter().enumerate() {
            let sum: People = rows.iter().map(|row| row.known[count][0]).sum();
            // A total that the rows contradict tells nothing, and neither does one of rows that nobody has counted.
            let Some(total) = total.filter(|total| sum.most < u64::MAX && total.meets(sum)) else { continue };
            for row in &mut rows {
                let own = &mut row.known[count][0];
                let others = People { least: sum.least - own.least, most: sum.most - own.most };
                narrow(own, total.without(others));
            }
        }
        rows.iter_mut().for_each(RowCounts::settle);
        if rows == before {
            break;
        }
    }
    rows
}

/// Keeps what both allow; where they contradict each other, what was known.
fn narrow(known: &mut People, by: People) {
    let both = People { least: known.least.max(by.least), most: known.most.min(by.most) };
    if both.least <= both.most {
        *known = both;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DeclaredTotal, Table, Text};
    use crate::source::Span;

    fn count(text: &str) -> Spanned<Headcount> {
        Spanned::new(Headcount::parse(text).expect("a count"), Span::default())
    }

    fn row(agile: &str, women: Option<&str>, men: Option<&str>) -> AdoptionRow {
        let of = |agile: Option<&str>| agile.map(|agile| GenderCounts { employees: None, agile: Some(count(agile)) });
        AdoptionRow {
            employees: count("20"),
            agile: count(agile),
            women: of(women),
            men: of(men),
            ..AdoptionRow::default()
        }
    }

    fn adoption(rows: Vec<AdoptionRow>, total: &str) -> Adoption {
        let declared =
            DeclaredTotal { span: Span::default(), label: Text::default(), employees: None, agile: Some(count(total)) };
        Adoption { rows: Table { rows, ..Table::default() }, declared: Some(declared), ..Adoption::default() }
    }

    #[test]
    fn one_gender_follows_from_the_other() {
        let all = |row: &AdoptionRow| Group::ALL.map(|group| RowCounts::of(row).get(Count::Agile, group).to_string());
        assert_eq!(all(&row("7", Some("6"), None)), ["7", "6", "1"]);
        assert_eq!(all(&row("7", Some("6"), Some("< 3"))), ["7", "6", "1"]);
        assert_eq!(all(&row("< 3", Some("1"), Some("1"))), ["2", "1", "1"]);
        // Two classes, and a class alone, keep what they hide.
        assert_eq!(all(&row("6", Some("< 6"), Some("< 3"))), ["6", "almeno 4", "almeno 1"]);
        assert_eq!(all(&row("7", None, None)), ["7", "meno di 8", "meno di 8"]);
        assert_eq!(all(&row("0", None, None)), ["0", "0", "0"]);
    }

    #[test]
    fn a_row_may_contradict_itself() {
        let is_contradictory = |agile, women, men| RowCounts::of(&row(agile, women, men)).is_contradictory();
        assert!(is_contradictory("21", None, None), "more agile workers than employees");
        assert!(is_contradictory("7", Some("6"), Some("2")), "more women and men than people");
        assert!(!is_contradictory("7", Some("6"), Some("1")) && !is_contradictory("20", None, None));
        assert!(!is_contradictory("7", Some("6"), Some("< 3")) && !is_contradictory("< 3", Some("1"), None));
    }

    #[test]
    fn a_class_follows_from_the_total_and_two_do_not() {
        let agile = |rows: &[&str], total: &str| -> Vec<String> {
            let rows = rows.iter().map(|agile| row(agile, None, None)).collect();
            by_total(&adoption(rows, total)).iter().map(|row| row.get(Count::Agile, Group::All).to_string()).collect()
        };
        assert_eq!(agile(&["4", "< 3", "4"], "9"), ["4", "1", "4"]);
        assert_eq!(agile(&["4", "< 3", "< 3"], "8"), ["4", "2", "2"]);
        assert_eq!(agile(&["4", "< 3", "< 3"], "6"), ["4", "meno di 3", "meno di 3"]);
        assert_eq!(agile(&["4", "< 3", "4"], "< 12"), ["4", "meno di 3", "4"]);
        // The total is not that of these rows.
        assert_eq!(agile(&["4", "< 3", "4"], "20"), ["4", "meno di 3", "4"]);
    }
}
