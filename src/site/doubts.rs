use super::anchor::row_path;
use super::view::Link;
use super::volume::Volume;
use crate::model::{Annotations, TableName};
use serde::Serialize;

/// The folder of the page that gathers them.
pub(super) const FOLDER: &str = "da-verificare";

/// What an editor could not read for sure, table by table.
#[derive(Debug, Serialize)]
pub(super) struct Doubts {
    /// What holds them, as a heading.
    name: &'static str,
    items: Vec<Doubt>,
}

/// A doubt and the record that it is about.
#[derive(Debug, Serialize)]
struct Doubt {
    link: Link,
    text: String,
}

/// How many doubts an edition has.
pub(super) fn count(volume: &Volume<'_>) -> usize {
    all(volume).iter().map(|doubts| doubts.items.len()).sum()
}

/// Every doubt of an edition, in the order of its tables.
pub(super) fn all(volume: &Volume<'_>) -> Vec<Doubts> {
    let edition = volume.edition;
    let exclusions = volume.chapter_showing(TableName::Exclusions).map(|row| volume.chapter_path(row));
    let references = volume.chapter_showing(TableName::References).map(|row| volume.chapter_path(row));
    let at = |page: &Option<String>, table, row, name: &str| match page {
        Some(page) => Link::to(name, row_path(page, table, row)),
        None => Link::none(name, None),
    };
    let on = |table: TableName, row, name: &str| {
        use crate::model::Word;
        Link::to(name, row_path(&format!("{}/index.html", table.word()), table, row))
    };
    let mut lists = vec![
        Doubts::new("Aree", edition.areas.rows.iter().enumerate(), |row, area| {
            (volume.area_link(row), &area.annotations)
        }),
        Doubts::new("Servizi", edition.services.rows.iter().enumerate(), |row, service| {
            (volume.service_link(row), &service.annotations)
        }),
        Doubts::new("Smart team", edition.teams.rows.iter().enumerate(), |row, team| {
            (volume.team_link(row), &team.annotations)
        }),
        Doubts::new("Processi", edition.processes.rows.iter().enumerate(), |row, process| {
            let name = format!("{} – {}", process.code.value.as_str(), process.name.value);
            (Link::to(name, volume.process_path(row)), &process.annotations)
        }),
        Doubts::new("Programmi informatici", edition.software.rows.iter().enumerate(), |row, program| {
            (volume.program_link(row), &program.annotations)
        }),
    ];
    let modules = edition.training.groups.rows.iter().flat_map(|group| {
        let modules = group.modules.iter().map(|module| (&module.name.value, &module.annotations));
        [(&group.name.value, &group.annotations)].into_iter().chain(modules)
    });
    let audiences = edition.training.audiences.iter().map(|audience| (&audience.name.value, &audience.annotations));
    lists.push(Doubts::new("Piano formativo", audiences.chain(modules).enumerate(), |_, (name, annotations)| {
        (Link::to(name.as_str(), "formazione/index.html"), annotations)
    }));
    lists.extend([
        Doubts::new("Stato di attuazione", edition.implementation.rows.rows.iter().enumerate(), |row, line| {
            (on(TableName::Implementation, row, &line.team.value), &line.annotations)
        }),
        Doubts::new("Comportamenti e competenze attesi", edition.roles.rows.iter().enumerate(), |row, role| {
            (on(TableName::Behaviours, row, &role.name.value), &role.annotations)
        }),
        Doubts::new("Profili di norma esclusi", edition.exclusions.rows.iter().enumerate(), |row, exclusion| {
            let name = format!("lettera {}", exclusion.letter.value);
            (at(&exclusions, TableName::Exclusions, row, &name), &exclusion.annotations)
        }),
        Doubts::new("Riferimenti normativi", edition.references.iter().enumerate(), |row, reference| {
            (at(&references, TableName::References, row, &reference.act.value), &reference.annotations)
        }),
    ]);
    lists.retain(|doubts| !doubts.items.is_empty());
    lists
}

impl Doubts {
    /// The doubts of the records of a table.
    fn new<'r, T>(
        name: &'static str,
        records: impl Iterator<Item = (usize, T)>,
        of: impl Fn(usize, T) -> (Link, &'r Annotations),
    ) -> Self {
        let items = records.filter_map(|(row, record)| {
            let (link, annotations) = of(row, record);
            let text = annotations.to_verify.as_ref()?.value.clone();
            Some(Doubt { link, text })
        });
        Self { name, items: items.collect() }
    }
}
