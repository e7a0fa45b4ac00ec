use super::record::{Record, Records};
use super::sections;
use crate::model::{Scope, TableName, Text};
use crate::site::anchor::{row_path, table_anchor};
use crate::site::glossary;
use crate::site::volume::Volume;

/// Between the parts of a text.
const BETWEEN: &str = " · ";

/// Everything that can be found in an edition and has a page of the site to be found on.
pub(super) fn records(volume: &Volume<'_>) -> Records {
    let mut records = Records::default();
    let mut add = |one, many, list: Vec<Record>| {
        records.add(one, many, list.into_iter().filter(|record| volume.is_published(&record.path)));
    };
    add("Area", "Aree", areas(volume));
    add("Servizio", "Servizi", services(volume));
    add("Smart team", "Smart team", teams(volume));
    add("Processo", "Processi", processes(volume));
    add("Capitolo", "Capitoli", sections::records(volume));
    add("Profilo escluso", "Profili esclusi", exclusions(volume));
    add("Modulo formativo", "Moduli formativi", modules(volume));
    add("Programma", "Programmi", programs(volume));
    add("Ruolo", "Ruoli", roles(volume));
    add("Termine", "Termini del glossario", terms(volume));
    add("Riferimento normativo", "Riferimenti normativi", references(volume));
    records
}

fn areas(volume: &Volume<'_>) -> Vec<Record> {
    let rows = volume.edition.areas.rows.iter().enumerate().filter(|(_, area)| area.is_in_force());
    rows.map(|(row, area)| Record {
        title: area.name.value.clone(),
        path: volume.area_path(row),
        place: String::new(),
        text: joined(&area.aliases),
    })
    .collect()
}

fn services(volume: &Volume<'_>) -> Vec<Record> {
    let rows = volume.edition.services.rows.iter().enumerate();
    rows.map(|(row, service)| Record {
        title: service.name.value.clone(),
        path: volume.service_path(row),
        place: volume.graph.service_area[row].map(|area| volume.area_link(area).name).unwrap_or_default(),
        text: joined(&service.aliases),
    })
    .collect()
}

fn teams(volume: &Volume<'_>) -> Vec<Record> {
    let rows = volume.edition.teams.rows.iter().enumerate();
    rows.map(|(row, team)| Record {
        title: team.name.value.clone(),
        path: volume.team_path(row),
        place: volume.graph.team_service[row].map(|service| volume.service_link(service).name).unwrap_or_default(),
        text: joined(&team.aliases),
    })
    .collect()
}

fn processes(volume: &Volume<'_>) -> Vec<Record> {
    let rows = volume.edition.processes.rows.iter().enumerate();
    rows.map(|(row, process)| {
        let place = match &process.scope {
            Some(Scope::Everyone(_)) => "Tutti gli smart team".to_owned(),
            _ => volume.process_scope(row).into_iter().map(|link| link.name).collect::<Vec<_>>().join("; "),
        };
        let lists = [&process.inputs.value, &process.phases.value, &process.outputs.value];
        let texts = std::iter::once(&process.purpose).chain(lists.into_iter().flatten()).chain(&process.reason);
        Record {
            title: format!("{} – {}", process.code.value.as_str(), process.name.value),
            path: volume.process_path(row),
            place,
            text: texts.map(|text| text.value.as_str()).collect::<Vec<_>>().join(BETWEEN),
        }
    })
    .collect()
}

fn exclusions(volume: &Volume<'_>) -> Vec<Record> {
    let Some(chapter) = volume.chapter_showing(TableName::Exclusions) else { return Vec::new() };
    let page = volume.chapter_path(chapter);
    let rows = volume.edition.exclusions.rows.iter().enumerate();
    rows.map(|(row, exclusion)| Record {
        title: exclusion.profiles.iter().map(|profile| profile.value.as_str()).collect::<Vec<_>>().join("; "),
        path: row_path(&page, TableName::Exclusions, row),
        place: optional(exclusion.place.as_ref()),
        text: optional(exclusion.exceptions.as_ref()),
    })
    .collect()
}

fn modules(volume: &Volume<'_>) -> Vec<Record> {
    let anchor = table_anchor(TableName::Training);
    let mut records = Vec::new();
    for (number, group) in volume.edition.training.groups.rows.iter().enumerate() {
        for (row, module) in group.modules.iter().enumerate() {
            records.push(Record {
                title: module.name.value.clone(),
                path: format!("formazione/index.html#{anchor}_g{number}m{row}"),
                place: group.name.value.clone(),
                text: String::new(),
            });
        }
    }
    records
}

fn programs(volume: &Volume<'_>) -> Vec<Record> {
    let rows = volume.edition.software.rows.iter().enumerate();
    rows.map(|(row, software)| Record {
        title: software.name.value.clone(),
        path: row_path("software/index.html", TableName::Software, row),
        place: optional(software.supplier.as_ref()),
        text: software.purpose.value.clone(),
    })
    .collect()
}

fn roles(volume: &Volume<'_>) -> Vec<Record> {
    let rows = volume.edition.roles.rows.iter().enumerate();
    rows.map(|(row, role)| Record {
        title: role.name.value.clone(),
        path: row_path("valutazione/index.html", TableName::Behaviours, row),
        place: optional(role.kind.as_ref()),
        text: joined(&role.entries),
    })
    .collect()
}

fn references(volume: &Volume<'_>) -> Vec<Record> {
    let Some(chapter) = volume.chapter_showing(TableName::References) else { return Vec::new() };
    let page = volume.chapter_path(chapter);
    let rows = volume.edition.references.iter().enumerate();
    rows.map(|(row, reference)| Record {
        title: reference.act.value.clone(),
        path: row_path(&page, TableName::References, row),
        place: String::new(),
        text: optional(reference.subject.as_ref()),
    })
    .collect()
}

fn terms(volume: &Volume<'_>) -> Vec<Record> {
    // A chapter may have taken the address of the glossary.
    let terms = volume.terms.iter().flat_map(|terms| &terms.all);
    terms
        .map(|term| Record {
            title: term.name.clone(),
            path: format!("{}#{}", glossary::PATH, term.id),
            place: String::new(),
            text: term.meaning.clone(),
        })
        .collect()
}

fn joined(texts: &[Text]) -> String {
    texts.iter().map(|text| text.value.as_str()).collect::<Vec<_>>().join(BETWEEN)
}

fn optional(text: Option<&Text>) -> String {
    text.map(|text| text.value.clone()).unwrap_or_default()
}
