use crate::model::{Headcount, People, Text};
use crate::routes::Part;
use crate::site::context::EditionContext;
use crate::site::view::{Link, Meaning, Remarks};
use crate::site::words::total_note;
use crate::tables::{ADOPTION, Headings};
use serde::Serialize;

/// The state of adoption, with the names of its year.
#[derive(Debug, Serialize)]
pub(super) struct AdoptionTable<'a> {
    caption: String,
    premise: Option<&'a str>,
    /// That nobody is counted yet.
    undecided: Option<&'static str>,
    headings: Headings<'a>,
    /// How many columns stand before the numbers.
    offices: usize,
    /// How many rows stand on the pages before.
    before: usize,
    rows: Vec<Row<'a>>,
    total: Option<Total<'a>>,
    marks: Vec<Meaning>,
}

/// The columns that stand before the numbers.
const BEFORE: [&str; 5] = ["area", "servizio", "smart_team", "giorni_settimana", "giorni"];

#[derive(Debug, Serialize)]
struct Row<'a> {
    area: Option<&'a str>,
    service: Option<&'a str>,
    team: Option<&'a str>,
    /// The smallest office that the row names.
    name: &'a str,
    /// The offices of this edition that continue it.
    continues: Vec<Link>,
    days: Option<DaysView>,
    period_days: Option<DaysView>,
    employees: Headcount,
    agile: Headcount,
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
    employees: People,
    agile: People,
    employees_note: Option<String>,
    agile_note: Option<String>,
}

fn text(name: Option<&Text>) -> Option<&str> {
    name.map(|name| name.value.as_str())
}

impl DaysView {
    fn of(short: String, spoken: String) -> Self {
        let spoken = (short != spoken).then_some(spoken);
        Self { short, spoken }
    }
}

impl<'a> AdoptionTable<'a> {
    pub(super) fn of(context: &EditionContext<'a>, part: Part) -> Self {
        let adoption = &context.edition.adoption;
        let range = part.range(adoption.rows.rows.len());
        let marks = &adoption.rows.marks;
        let rows = adoption.rows.rows.iter().enumerate().skip(range.start).take(range.len());
        let rows = rows.map(|(number, row)| Row {
            area: text(row.area.as_ref()),
            service: text(row.service.as_ref()),
            team: text(row.team.as_ref()),
            name: row.name(),
            continues: context.successors(number),
            days: row.days.as_ref().map(|days| DaysView::of(days.short(), days.spoken())),
            period_days: row.period_days.as_ref().map(|days| DaysView::of(days.short(), days.spoken())),
            employees: row.employees.value,
            agile: row.agile.value,
            remarks: Remarks::of(&row.annotations, marks),
        });
        let day = context.adoption_day();
        Self {
            caption: format!("{}{day}", ADOPTION.caption_start(context.edition)),
            premise: adoption.premise.as_ref().map(|premise| premise.value.as_str()),
            undecided: adoption.undecided_note(),
            headings: ADOPTION.headings(context.edition, &context.columns),
            offices: BEFORE.iter().filter(|key| context.columns.shows(&ADOPTION, key)).count(),
            before: range.start,
            rows: rows.collect(),
            total: adoption.declared.as_ref().filter(|_| context.counts_people()).map(|declared| Total {
                label: &declared.label.value,
                employees: context.totals.dipendenti,
                agile: context.totals.agili,
                employees_note: total_note::employees(&context.totals),
                agile_note: total_note::agile(&context.totals),
            }),
            marks: marks.iter().map(Meaning::from).collect(),
        }
    }
}
