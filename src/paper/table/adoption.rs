use super::grouped::grouped;
use super::plain::{PlainHeading, PlainTable};
use super::sources::Sources;
use crate::model::{Adoption, AdoptionRow, DeclaredTotal, Headcount, People, Text};
use crate::paper::remarks::{Meaning, Remarks};
use crate::tables::{ADOPTION, Headings, gender_columns};
use serde::Serialize;

/// The state of adoption, under the names of its year.
#[derive(Debug, Serialize)]
pub(crate) struct AdoptionTable<'a> {
    pub(crate) headings: Headings<'a>,
    /// The headings of the columns that the template does not draw.
    pub(crate) plain: Vec<PlainHeading<'a>>,
    pub(crate) premise: Option<&'a str>,
    /// That nobody is counted yet.
    pub(crate) undecided: Option<&'static str>,
    pub(crate) areas: Vec<AreaBand<'a>>,
    pub(crate) total: Option<Total<'a>>,
    pub(crate) marks: Vec<Meaning<'a>>,
}

#[derive(Debug, Serialize)]
pub(crate) struct AreaBand<'a> {
    pub(crate) name: &'a str,
    pub(crate) services: Vec<ServiceBand<'a>>,
}

#[derive(Debug, Serialize)]
pub(crate) struct ServiceBand<'a> {
    pub(crate) name: &'a str,
    pub(crate) rows: Vec<Row<'a>>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Row<'a> {
    pub(crate) team: &'a str,
    pub(crate) days: Option<String>,
    pub(crate) period_days: Option<String>,
    pub(crate) employees: String,
    pub(crate) agile: String,
    /// For each of those columns, its texts.
    pub(crate) plain: Vec<Vec<String>>,
    pub(crate) remarks: Remarks<'a>,
}

/// The published total; where the rows give another number, that number too.
#[derive(Debug, Serialize)]
pub(crate) struct Total<'a> {
    pub(crate) label: &'a str,
    pub(crate) employees: Option<Figure>,
    pub(crate) agile: Option<Figure>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Figure {
    pub(crate) published: String,
    /// What the rows give, where it differs, in words.
    pub(crate) by_rows: Option<String>,
}

impl<'a> AdoptionTable<'a> {
    pub(crate) fn of(sources: &'a Sources<'a>) -> Self {
        let edition = sources.edition;
        let adoption = &edition.adoption;
        let plain = PlainTable::of(sources);
        let genders = gender_columns(edition);
        let row = |row: &'a AdoptionRow| {
            let counts = genders.iter().map(|column| (column.get)(row).map(Headcount::shown).into_iter().collect());
            Row::of(row, plain.cells(row).into_iter().chain(counts).collect())
        };
        let gender_headings =
            genders.iter().map(|column| PlainHeading { text: column.heading_in(edition), is_number: true });
        let rows: Vec<&AdoptionRow> = adoption.rows.rows.iter().collect();
        let areas = grouped(rows, |row| text(row.area.as_ref()));
        Self {
            headings: ADOPTION.headings(edition, &sources.present),
            plain: plain.headings().into_iter().chain(gender_headings).collect(),
            premise: adoption.premise.as_ref().map(|premise| premise.value.as_str()),
            undecided: adoption.undecided_note(),
            areas: areas.into_iter().map(|rows| AreaBand::of(rows, &row)).collect(),
            total: adoption
                .declared
                .as_ref()
                .filter(|_| adoption.counts_people())
                .map(|total| Total::of(total, adoption)),
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
            employees: row.employees.value.shown(),
            agile: row.agile.value.shown(),
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
            published: published.shown(),
            by_rows: (!by_rows.meets(published.into())).then(|| by_rows.against(published.into())),
        };
        Self {
            label: &total.label.value,
            employees: total.employees.as_ref().map(|number| figure(number.value, adoption.employees())),
            agile: total.agile.as_ref().map(|number| figure(number.value, adoption.agile())),
        }
    }
}
