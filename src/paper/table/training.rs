use super::grouped::grouped;
use super::plain::{PlainHeading, PlainTable};
use super::sources::Sources;
use crate::model::{Audience, Module, ModuleGroup};
use crate::paper::remarks::{Meaning, Remarks};
use crate::tables::{Headings, TRAINING};
use serde::Serialize;

/// The training plan: modules by audience, with headings of two levels.
#[derive(Debug, Serialize)]
pub(crate) struct TrainingTable<'a> {
    pub(crate) headings: Headings<'a>,
    /// The headings of the columns that the template does not draw.
    pub(crate) plain: Vec<PlainHeading<'a>>,
    /// The upper headings, each with how many columns it covers.
    pub(crate) upper: Vec<Upper<'a>>,
    pub(crate) columns: Vec<Column<'a>>,
    pub(crate) groups: Vec<Group<'a>>,
    pub(crate) legend: Vec<Meaning<'a>>,
    pub(crate) marks: Vec<Meaning<'a>>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Upper<'a> {
    pub(crate) name: Option<&'a str>,
    pub(crate) span: usize,
}

#[derive(Debug, Serialize)]
pub(crate) struct Column<'a> {
    pub(crate) name: &'a str,
    pub(crate) remarks: Remarks<'a>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Group<'a> {
    pub(crate) name: &'a str,
    pub(crate) remarks: Remarks<'a>,
    pub(crate) modules: Vec<Row<'a>>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Row<'a> {
    pub(crate) name: &'a str,
    pub(crate) cells: Vec<Option<&'a str>>,
    /// For each of those columns, its texts.
    pub(crate) plain: Vec<Vec<String>>,
    pub(crate) remarks: Remarks<'a>,
}

impl<'a> TrainingTable<'a> {
    pub(crate) fn of(sources: &'a Sources<'a>) -> Self {
        let edition = sources.edition;
        let training = &edition.training;
        let audiences: Vec<&Audience> = training.audiences.iter().collect();
        let group_of = |audience: &&'a Audience| audience.group.as_ref().map(|group| group.value.as_str());
        let uppers = grouped(audiences, group_of)
            .into_iter()
            .map(|columns| Upper { name: columns.first().and_then(group_of), span: columns.len() });
        let plain = PlainTable::of(sources);
        Self {
            plain: plain.headings(),
            headings: TRAINING.headings(edition, &sources.present),
            upper: uppers.collect(),
            columns: training
                .audiences
                .iter()
                .map(|audience| Column { name: &audience.name.value, remarks: Remarks::from(&audience.annotations) })
                .collect(),
            groups: training
                .groups
                .rows
                .iter()
                .map(|group| Group::of(&training.audiences, group, |module| plain.cells(module)))
                .collect(),
            legend: training
                .legend
                .iter()
                .map(|entry| Meaning::new(&entry.mark.value, entry.meaning.as_ref().map(|text| text.value.as_str())))
                .collect(),
            marks: Meaning::all(&training.groups),
        }
    }
}

impl<'a> Group<'a> {
    fn of(audiences: &'a [Audience], group: &'a ModuleGroup, plain: impl Fn(&Module) -> Vec<Vec<String>>) -> Self {
        Self {
            name: &group.name.value,
            remarks: Remarks::from(&group.annotations),
            modules: group.modules.iter().map(|module| Row::of(audiences, module, plain(module))).collect(),
        }
    }
}

impl<'a> Row<'a> {
    fn of(audiences: &'a [Audience], module: &'a Module, plain: Vec<Vec<String>>) -> Self {
        let cell = |audience: &Audience| {
            let found = module.cells.iter().find(|cell| cell.audience.value == audience.id.value);
            found.map(|cell| cell.mark.value.as_str())
        };
        Self {
            name: &module.name.value,
            cells: audiences.iter().map(cell).collect(),
            plain,
            remarks: Remarks::from(&module.annotations),
        }
    }
}
