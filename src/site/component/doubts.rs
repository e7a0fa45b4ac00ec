use crate::model::{Annotations, TableName};
use crate::routes::Section;
use crate::site::anchor::{row_path, table_anchor};
use crate::site::context::EditionContext;
use crate::site::view::Link;
use crate::tables::EXCLUSIONS;
use serde::Serialize;

/// What an editor could not read for sure, table by table.
#[derive(Debug, Serialize)]
pub(in crate::site) struct Doubts {
    /// What holds them, as a heading.
    name: String,
    items: Vec<Doubt>,
}

/// A doubt and the record that it is about.
#[derive(Debug, Serialize)]
struct Doubt {
    link: Link,
    text: String,
}

impl Doubts {
    /// How many they are.
    pub(in crate::site) fn len(&self) -> usize {
        self.items.len()
    }

    /// The doubts of the records of a table; `link` is asked only for those that have one.
    fn of<'r, T: 'r>(
        name: &str,
        records: impl IntoIterator<Item = T>,
        annotations: impl Fn(&T) -> &'r Annotations,
        link: impl Fn(usize, &T) -> Link,
    ) -> Self {
        let items = records.into_iter().enumerate().filter_map(|(row, record)| {
            let text = annotations(&record).to_verify.as_ref()?.value.clone();
            Some(Doubt { link: link(row, &record), text })
        });
        Self { name: name.to_owned(), items: items.collect() }
    }
}

/// Every doubt of an edition, in the order of its tables.
pub(in crate::site) fn all(context: &EditionContext<'_>) -> Vec<Doubts> {
    let edition = context.edition;
    let say = |text| edition.model.words.say(text);
    let mut lists = vec![
        Doubts::of(say("[Aree]"), &edition.areas.rows, |area| &area.annotations, |row, _| context.area_link(row)),
        Doubts::of(
            say("[Servizi]"),
            &edition.services.rows,
            |service| &service.annotations,
            |row, _| context.service_link(row),
        ),
        Doubts::of(
            say("[+Smart team]"),
            &edition.teams.rows,
            |team| &team.annotations,
            |row, _| context.team_link(row),
        ),
        Doubts::of(
            say("[Processi]"),
            &edition.processes.rows,
            |process| &process.annotations,
            |row, _| Link::to(context.process_titles[row].as_str(), context.process_path(row)),
        ),
        Doubts::of(
            "Programmi informatici",
            &edition.software.rows,
            |program| &program.annotations,
            |row, _| context.program_link(row),
        ),
    ];
    lists.extend(training(context));
    lists.extend([
        Doubts::of(
            "Stato di attuazione",
            &edition.adoption.rows.rows,
            |line| &line.annotations,
            |row, line| on_its_page(context, Section::Adoption, row, line.name()),
        ),
        Doubts::of(
            "Comportamenti e competenze attesi",
            &edition.expected_behaviours.rows,
            |role| &role.annotations,
            |row, role| on_its_page(context, Section::ExpectedBehaviours, row, &role.name.value),
        ),
        Doubts::of(
            "Indicatori",
            &edition.indicators.rows,
            |indicator| &indicator.annotations,
            |row, indicator| on_its_page(context, Section::Indicators, row, &indicator.name.value),
        ),
        Doubts::of(
            EXCLUSIONS.title_in(edition),
            &edition.exclusions.rows,
            |exclusion| &exclusion.annotations,
            |row, exclusion| {
                let first = exclusion.items().first().map_or(String::new(), |item| item.value.clone());
                let letter = exclusion.letter.as_ref().map(|letter| format!("lettera {}", letter.value));
                in_a_chapter(context, TableName::Exclusions, row, letter.unwrap_or(first))
            },
        ),
        Doubts::of(
            "Riferimenti normativi",
            &edition.references,
            |reference| &reference.annotations,
            |row, reference| in_a_chapter(context, TableName::References, row, reference.act.value.clone()),
        ),
        Doubts::of(
            "Glossario",
            &edition.definitions.rows,
            |definition| &definition.annotations,
            |row, definition| {
                let terms = context.terms.iter().flat_map(|terms| &terms.all);
                match terms.into_iter().find(|term| term.own == Some(row)) {
                    Some(term) => Link::to(term.name.as_str(), format!("{}#{}", Section::Glossary.path(), term.id)),
                    None => Link::none(definition.term.value.as_str(), None),
                }
            },
        ),
    ]);
    lists.retain(|doubts| doubts.len() > 0);
    lists
}

/// The doubts of the training plan: its audiences, its groups, their modules.
fn training(context: &EditionContext<'_>) -> [Doubts; 3] {
    const NAME: &str = "Piano formativo";
    let training = &context.edition.training;
    let page = Section::Training.path();
    let anchor = table_anchor(TableName::Training);
    let groups = &training.groups.rows;
    let modules = groups
        .iter()
        .enumerate()
        .flat_map(|(group, rows)| rows.modules.iter().enumerate().map(move |(module, row)| (group, module, row)));
    [
        Doubts::of(
            NAME,
            &training.audiences,
            |audience| &audience.annotations,
            |_, audience| Link::to(audience.name.value.as_str(), page.as_str()),
        ),
        Doubts::of(
            NAME,
            groups,
            |group| &group.annotations,
            |row, group| Link::to(group.name.value.as_str(), format!("{page}#{anchor}_g{row}")),
        ),
        Doubts::of(
            NAME,
            modules,
            |(_, _, module)| &module.annotations,
            |_, (group, module, row)| Link::to(row.name.value.as_str(), format!("{page}#{anchor}_g{group}m{module}")),
        ),
    ]
}

/// A row of a table that has a page of its own.
fn on_its_page(context: &EditionContext<'_>, section: Section, row: usize, name: &str) -> Link {
    Link::to(name, context.row_path(section, row))
}

/// A row of a table that stands in a chapter; without a link where none shows it.
fn in_a_chapter(context: &EditionContext<'_>, table: TableName, row: usize, name: String) -> Link {
    match context.chapter_showing(table) {
        Some(chapter) => Link::to(name, row_path(&context.chapter_path(chapter), table, row)),
        None => Link::none(name, None),
    }
}
