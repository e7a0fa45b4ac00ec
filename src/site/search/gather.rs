use super::answer::OfficeAnswers;
use super::record::{Record, Records};
use super::sections;
use crate::model::{Acronym, Exclusion, Scope, TableName, Text, capital};
use crate::routes::Section;
use crate::site::anchor::{row_path, table_anchor};
use crate::site::context::EditionContext;
use crate::site::view::{Chip, Link};
use crate::tables::{self, Described};

/// Between the parts of a text.
const BETWEEN: &str = " · ";

/// Everything that can be found in an edition and has a page of the site to be found on.
pub(super) fn records(context: &EditionContext<'_>) -> Records {
    let words = &context.edition.model.words;
    let say = |text: &'static str| words.say(text);
    let mut records = Records::default();
    let answers = OfficeAnswers::of(context);
    let mut add = |one: &str, many: &str, list: Vec<Record>| {
        records.add(one, many, list.into_iter().filter(|record| context.is_published(&record.path)));
    };
    add(say("[Area]"), say("[Aree]"), areas(context, &answers));
    add(say("[Servizio]"), say("[Servizi]"), services(context, &answers));
    add(say("[Smart team]"), say("[+Smart team]"), teams(context, &answers));
    add(say("[Processo]"), say("[Processi]"), processes(context));
    add("Capitolo", "Capitoli", sections::records(context));
    add("Profilo escluso", "Profili esclusi", exclusions(context, |exclusion| !exclusion.profiles.is_empty()));
    add("Attività esclusa", "Attività escluse", exclusions(context, |exclusion| exclusion.profiles.is_empty()));
    add("Modulo formativo", "Moduli formativi", modules(context));
    add("Programma", "Programmi", programs(context));
    add("Ruolo", "Ruoli", expected_behaviours(context));
    add("Indicatore", "Indicatori", indicators(context));
    add("Termine", "Termini del glossario", terms(context));
    add("Riferimento normativo", "Riferimenti normativi", references(context));
    add("Pagina", "Pagine", pages(context));
    records
}

/// The pages that an edition has once, by their titles: whoever writes «glossario» or «dati aperti» looks for that page.
fn pages(context: &EditionContext<'_>) -> Vec<Record> {
    let edition = context.edition;
    let sections = context.sections().filter(|section| *section != Section::Search);
    sections
        .map(|section| Record {
            title: section.title(edition).to_owned(),
            path: section.path(),
            text: section.entry().card.map(|card| card.text(section, edition).to_owned()).unwrap_or_default(),
            ..Record::default()
        })
        .collect()
}

fn areas(context: &EditionContext<'_>, answers: &OfficeAnswers<'_, '_>) -> Vec<Record> {
    let rows = context.edition.areas.rows.iter().enumerate().filter(|(_, area)| area.is_in_force());
    rows.map(|(row, area)| Record {
        title: area.name.value.clone(),
        path: context.area_path(row),
        place: String::new(),
        text: texts(context, area),
        answer: answers.area(row),
        ..Record::default()
    })
    .collect()
}

fn services(context: &EditionContext<'_>, answers: &OfficeAnswers<'_, '_>) -> Vec<Record> {
    let rows = context.edition.services.rows.iter().enumerate();
    rows.map(|(row, service)| Record {
        title: service.name.value.clone(),
        path: context.service_path(row),
        place: context.service_place(row),
        text: texts(context, service),
        answer: answers.service(row),
        ..Record::default()
    })
    .collect()
}

fn teams(context: &EditionContext<'_>, answers: &OfficeAnswers<'_, '_>) -> Vec<Record> {
    let rows = context.edition.teams.rows.iter().enumerate();
    rows.map(|(row, team)| Record {
        title: team.name.value.clone(),
        path: context.team_path(row),
        place: context.graph.team_service[row].map(|service| context.service_link(service).name).unwrap_or_default(),
        text: texts(context, team),
        answer: answers.team(row),
        ..Record::default()
    })
    .collect()
}

fn processes(context: &EditionContext<'_>) -> Vec<Record> {
    let rows = context.edition.processes.rows.iter().enumerate();
    rows.map(|(row, process)| {
        let place = match &process.scope {
            Some(Scope::Everyone(_)) => capital(context.everyone()),
            Some(Scope::Areas) => joined(context.process_areas(row)),
            _ => joined(context.process_scope(row)),
        };
        let answer = Chip::of_answer(process).map(|chip| chip.word().to_owned());
        Record {
            title: process.title(),
            code: process.code().map(str::to_owned),
            path: context.process_path(row),
            place,
            text: texts(context, process),
            answer,
        }
    })
    .collect()
}

fn exclusions(context: &EditionContext<'_>, wanted: fn(&Exclusion) -> bool) -> Vec<Record> {
    let Some(chapter) = context.chapter_showing(TableName::Exclusions) else { return Vec::new() };
    let page = context.chapter_path(chapter);
    let rows = context.edition.exclusions.rows.iter().enumerate().filter(|(_, exclusion)| wanted(exclusion));
    rows.map(|(row, exclusion)| Record {
        title: exclusion.items().iter().map(|item| item.value.as_str()).collect::<Vec<_>>().join("; "),
        path: row_path(&page, TableName::Exclusions, row),
        place: optional(exclusion.place.as_ref()),
        text: texts(context, exclusion),
        ..Record::default()
    })
    .collect()
}

fn modules(context: &EditionContext<'_>) -> Vec<Record> {
    let anchor = table_anchor(TableName::Training);
    let mut records = Vec::new();
    for (number, group) in context.edition.training.groups.rows.iter().enumerate() {
        for (row, module) in group.modules.iter().enumerate() {
            records.push(Record {
                title: module.name.value.clone(),
                path: format!("{}#{anchor}_g{number}m{row}", Section::Training.path()),
                place: group.name.value.clone(),
                text: texts(context, module),
                ..Record::default()
            });
        }
    }
    records
}

fn programs(context: &EditionContext<'_>) -> Vec<Record> {
    let rows = context.edition.software.rows.iter().enumerate();
    rows.map(|(row, software)| Record {
        title: software.name.value.clone(),
        path: context.row_path(Section::Software, row),
        place: optional(software.supplier.as_ref()),
        text: texts(context, software),
        ..Record::default()
    })
    .collect()
}

fn expected_behaviours(context: &EditionContext<'_>) -> Vec<Record> {
    let rows = context.edition.expected_behaviours.rows.iter().enumerate();
    rows.map(|(row, role)| Record {
        title: role.name.value.clone(),
        path: context.row_path(Section::ExpectedBehaviours, row),
        place: optional(role.kind.as_ref()),
        text: texts(context, role),
        ..Record::default()
    })
    .collect()
}

fn indicators(context: &EditionContext<'_>) -> Vec<Record> {
    let rows = context.edition.indicators.rows.iter().enumerate();
    rows.map(|(row, indicator)| Record {
        title: indicator.name.value.clone(),
        path: context.row_path(Section::Indicators, row),
        place: indicator.dimension.value.clone(),
        text: texts(context, indicator),
        ..Record::default()
    })
    .collect()
}

fn references(context: &EditionContext<'_>) -> Vec<Record> {
    let Some(chapter) = context.chapter_showing(TableName::References) else { return Vec::new() };
    let page = context.chapter_path(chapter);
    let rows = context.edition.references.iter().enumerate();
    rows.map(|(row, reference)| Record {
        title: reference.act.value.clone(),
        path: row_path(&page, TableName::References, row),
        place: String::new(),
        text: texts(context, reference),
        ..Record::default()
    })
    .collect()
}

fn terms(context: &EditionContext<'_>) -> Vec<Record> {
    // A chapter may have taken the address of the glossary.
    let terms = context.terms.iter().flat_map(|terms| &terms.all);
    // Whoever writes an acronym looks for what the document says of it: its synonyms lead there.
    terms
        .filter(|term| term.own.is_some() || Acronym::named(&term.id.to_uppercase()).is_none())
        .map(|term| Record {
            title: term.name.clone(),
            path: format!("{}#{}", Section::Glossary.path(), term.id),
            place: String::new(),
            text: term.meaning.clone(),
            ..Record::default()
        })
        .collect()
}

fn joined(links: Vec<Link>) -> String {
    links.into_iter().map(|link| link.name).collect::<Vec<_>>().join("; ")
}

/// What a record says beside its title and its place.
fn texts<R: Described>(context: &EditionContext<'_>, record: &R) -> String {
    let found = record.values().filter(|(column, _)| column.shows.search);
    let own = R::table().map(|table| context.edition.model.columns_of(table.name)).into_iter().flatten();
    let own = own.filter(|column| column.is_published() && column.is_searched());
    let own = own.map(|column| tables::own_value(column, record.annotations()));
    let values = found.map(|(_, value)| value).chain(own);
    values.flat_map(tables::Value::texts).map(|text| text.value.as_str()).collect::<Vec<_>>().join(BETWEEN)
}

fn optional(text: Option<&Text>) -> String {
    text.map(|text| text.value.clone()).unwrap_or_default()
}
