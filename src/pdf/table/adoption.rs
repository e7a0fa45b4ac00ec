use super::grouped::grouped;
use super::plain::PlainTable;
use super::sources::Sources;
use crate::model::{Adoption, AdoptionRow, DeclaredTotal, Headcount, People, Text};
use crate::pdf::remarks::{Meaning, Remarks};
use crate::tables::{ADOPTION, Headings, gender_columns};
use serde::Serialize;

/// The state of adoption, under the names of its year.
#[derive(Debug, Serialize)]
pub(super) struct AdoptionTable<'a> {
    headings: Headings<'a>,
    /// The headings of the columns that the template does not draw.
    plain: Vec<&'a str>,
    premise: Option<&'a str>,
    areas: Vec<AreaBand<'a>>,
    total: Option<Total<'a>>,
    marks: Vec<Meaning<'a>>,
}

#[derive(Debug, Serialize)]
struct AreaBand<'a> {
    name: &'a str,
    services: Vec<ServiceBand<'a>>,
}

#[derive(Debug, Serialize)]
struct ServiceBand<'a> {
    name: &'a str,
    rows: Vec<Row<'a>>,
}

#[derive(Debug, Serialize)]
struct Row<'a> {
    team: &'a str,
    days: Option<String>,
    period_days: Option<String>,
    employees: Headcount,
    agile: Headcount,
    /// For each of those columns, its texts.
    plain: Vec<Vec<String>>,
    remarks: Remarks<'a>,
}

/// The published total; where the rows give another number, that number too.
#[derive(Debug, Serialize)]
struct Total<'a> {
    label: &'a str,
    employees: Option<Figure>,
    agile: Option<Figure>,
}

#[derive(Debug, Serialize)]
struct Figure {
    published: Headcount,
    /// What the rows give, where it differs.
    by_rows: Option<People>,
}

impl<'a> AdoptionTable<'a> {
    pub(super) fn of(sources: &'a Sources<'a>) -> Self {
        let edition = sources.edition;
        let adoption = &edition.adoption;
        let plain = PlainTable::of(sources);
        let genders = gender_columns(edition);
        let row = |row: &'a AdoptionRow| {
            let counts =
                genders.iter().map(|column| (column.get)(row).map(|count| count.to_string()).into_iter().collect());
            Row::of(row, plain.cells(row).into_iter().chain(counts).collect())
        };
        let gender_headings = genders.iter().map(|column| column.heading_in(edition));
        let rows: Vec<&AdoptionRow> = adoption.rows.rows.iter().collect();
        let areas = grouped(rows, |row| text(row.area.as_ref()));
        Self {
            headings: ADOPTION.headings(edition, &sources.present),
            plain: plain.headings().into_iter().chain(gender_headings).collect(),
            premise: adoption.premise.as_ref().map(|premise| premise.value.as_str()),
            areas: areas.into_iter().map(|rows| AreaBand::of(rows, &row)).collect(),
            total: adoption.declared.as_ref().map(|total| Total::of(total, adoption)),
            marks: Meaning::all(&adoption.rows),
        }
    }
}

impl<'a> AreaBand<'a> {
    fn of(rows: Vec<&'a AdoptionRow>, row: &impl Fn(&'a AdoptionRow) -> Row<'a>) -> Self {
        let name = rows.first().map_or("", |row| text(row.area.as_ref()));
        let services = grouped(rows, |row| text(row.service.as_ref())).into_iter().map(|rows| ServiceBand {
            name: rows.first().map_or("", |row| text(row.service.as_ref())),
            rows: rows.into_iter().map(row).collect(),
        });
        Self { name, services: services.collect() }
    }
}

impl<'a> Row<'a> {
    fn of(row: &'a AdoptionRow, plain: Vec<Vec<String>>) -> Self {
        Self {
            team: text(row.team.as_ref()),
            days: row.days.as_ref().map(|days| days.short().replace('-', "–")),
            period_days: row.period_days.as_ref().map(|days| days.short().replace('-', "–")),
            employees: row.employees.value,
            agile: row.agile.value,
            plain,
            remarks: Remarks::from(&row.annotations),
        }
    }
}

/// A name, or nothing.
fn text(name: Option<&Text>) -> &str {
    name.map_or("", |name| &name.value)
}

impl<'a> Total<'a> {
    fn of(total: &'a DeclaredTotal, adoption: &Adoption) -> Self {
        let figure = |published: Headcount, by_rows: People| Figure {
            published,
            by_rows: (!by_rows.meets(published.into())).then_some(by_rows),
        };
        Self {
            label: &total.label.value,
            employees: total.employees.as_ref().map(|number| figure(number.value, adoption.employees())),
            agile: total.agile.as_ref().map(|number| figure(number.value, adoption.agile())),
        }
    }
}
