use super::cut::Cut;
use super::descriptor::{Page, Sheet, Subject};
use super::extension::Extension;
use super::volume::Volume;
use crate::narrative::TableName;
use crate::theme::Theme;

/// Every page of the site that the theme renders, in a fixed order.
pub(super) fn pages(volumes: &[Volume<'_>], theme: &Theme) -> Vec<Page> {
    let mut pages = vec![Page { path: "index.html".to_owned(), subject: Subject::Landing }];
    for (number, volume) in volumes.iter().enumerate() {
        let folder = format!("{}/", volume.edition.id.as_str());
        let of_edition = edition_pages(number, volume);
        pages.extend(of_edition.into_iter().map(|(path, subject)| Page { path: format!("{folder}{path}"), subject }));
    }
    pages.retain(|page| theme.renders(page.kind()));
    pages
}

fn edition_pages(number: usize, volume: &Volume<'_>) -> Vec<(String, Subject)> {
    let edition = volume.edition;
    let mut pages = vec![("index.html".to_owned(), Subject::Edition(number))];
    let mut add = |path: String, subject: Subject| pages.push((path, subject));
    for chapter in 0..edition.chapters.len() {
        add(volume.chapter_path(chapter), Subject::Chapter(number, chapter));
    }
    add(index("processi"), Subject::Processes(number));
    for row in 0..edition.processes.rows.len() {
        add(volume.process_path(row), Subject::Process(number, row));
    }
    for cut in Cut::ALL {
        add(cut.path(), Subject::ProcessList(number, *cut));
    }
    add(index("aree"), Subject::Areas(number));
    for (row, area) in edition.areas.rows.iter().enumerate() {
        if area.is_in_force() {
            add(volume.area_path(row), Subject::Area(number, row));
        }
    }
    add(index("servizi"), Subject::Services(number));
    for row in 0..edition.services.rows.len() {
        add(volume.service_path(row), Subject::Service(number, row));
    }
    add(index("smart-team"), Subject::Teams(number));
    for row in 0..edition.teams.rows.len() {
        add(volume.team_path(row), Subject::Team(number, row));
    }
    let optional = [
        (TableName::Software, Subject::Software(number), Sheet::Software),
        (TableName::Training, Subject::Training(number), Sheet::Training),
        (TableName::Implementation, Subject::Implementation(number), Sheet::Implementation),
        (TableName::Behaviours, Subject::Behaviours(number), Sheet::Behaviours),
    ];
    let mut sheets = vec![Sheet::Processes, Sheet::Teams];
    for (_, subject, sheet) in optional.into_iter().filter(|(table, ..)| volume.has(*table)) {
        add(index(sheet.folder()), subject);
        sheets.push(sheet);
    }
    sheets.push(Sheet::Annex);
    for sheet in sheets {
        add(format!("stampa/{}/index.html", sheet.folder()), Subject::Print(number, sheet));
    }
    add(index("dati"), Subject::Data(number));
    add(index("cerca"), Subject::Search(number));
    for extension in Extension::ALL {
        if let Some(subject) = extension.subject(number, volume) {
            add(index(extension.folder()), subject);
        }
    }
    pages
}

fn index(folder: &str) -> String {
    format!("{folder}/index.html")
}
