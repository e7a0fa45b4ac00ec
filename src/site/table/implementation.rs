use crate::heading::ImplementationHeadings;
use crate::model::Days;
use crate::site::figures;
use crate::site::footing;
use crate::site::view::{Link, Meaning, Remarks};
use crate::site::volume::Volume;
use serde::Serialize;

/// The state of implementation, with the names of its year.
#[derive(Debug, Serialize)]
pub(super) struct ImplementationTable<'a> {
    caption: String,
    premise: Option<&'a str>,
    headings: ImplementationHeadings<'a>,
    rows: Vec<Row<'a>>,
    total: Option<Total<'a>>,
    marks: Vec<Meaning>,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    area: &'a str,
    service: &'a str,
    team: &'a str,
    /// The teams of this edition that continue it.
    continues: Vec<Link>,
    days: Option<DaysView>,
    employees: u32,
    agile: u32,
    remarks: Remarks,
}

/// Days as they are printed, and as they are read aloud where that differs.
#[derive(Debug, Serialize)]
struct DaysView {
    short: String,
    spoken: Option<String>,
}

/// The total as it was published, or by the rows where none was.
#[derive(Debug, Serialize)]
struct Total<'a> {
    label: &'a str,
    employees: u32,
    agile: u32,
    employees_note: Option<String>,
    agile_note: Option<String>,
}

impl From<&Days> for DaysView {
    fn from(days: &Days) -> Self {
        let (short, spoken) = (days.short(), days.spoken());
        let spoken = (short != spoken).then_some(spoken);
        Self { short, spoken }
    }
}

impl<'a> ImplementationTable<'a> {
    pub(super) fn of(volume: &Volume<'a>) -> Self {
        let implementation = &volume.edition.implementation;
        let marks = &implementation.rows.marks;
        let rows = implementation.rows.rows.iter().enumerate().map(|(number, row)| Row {
            area: &row.area.value,
            service: &row.service.value,
            team: &row.team.value,
            continues: volume.succession.teams[number].iter().map(|team| volume.team_link(*team)).collect(),
            days: row.days.as_ref().map(|days| DaysView::from(&days.value)),
            employees: row.employees.value,
            agile: row.agile.value,
            remarks: Remarks::of(&row.annotations, marks),
        });
        let day = figures::day(volume);
        Self {
            caption: format!("Stato di attuazione del lavoro agile{day}"),
            premise: implementation.premise.as_ref().map(|premise| premise.value.as_str()),
            headings: ImplementationHeadings::of(volume.edition),
            rows: rows.collect(),
            total: implementation.declared.as_ref().map(|declared| Total {
                label: &declared.label.value,
                employees: volume.totals.dipendenti,
                agile: volume.totals.agili,
                employees_note: footing::employees(&volume.totals),
                agile_note: footing::agile(&volume.totals),
            }),
            marks: marks.iter().map(Meaning::from).collect(),
        }
    }
}
