use super::edition_context::EditionContext;
use super::optional_page::OptionalPage;
use super::page_id::{Page, PrintPage, Subject};
use super::process_subset::ProcessSubset;
use crate::model::TableName;
use crate::theme::Theme;

/// Every page of the site that the theme renders, in a fixed order.
pub(super) fn pages(contexts: &[EditionContext<'_>], theme: &Theme) -> Vec<Page> {
    let mut pages = vec![Page { path: "index.html".to_owned(), subject: Subject::Landing }];
    for (number, context) in contexts.iter().enumerate() {
        let folder = format!("{}/", context.edition.id.as_str());
        let of_edition = edition_pages(number, context);
        pages.extend(of_edition.into_iter().map(|(path, subject)| Page { path: format!("{folder}{path}"), subject }));
    }
    pages.retain(|page| theme.renders(page.kind()));
    pages
}

fn edition_pages(number: usize, context: &EditionContext<'_>) -> Vec<(String, Subject)> {
    let edition = context.edition;
    let mut pages = vec![("index.html".to_owned(), Subject::Edition(number))];
    let mut add = |path: String, subject: Subject| pages.push((path, subject));
    for chapter in 0..edition.chapters.len() {
        add(context.chapter_path(chapter), Subject::Chapter(number, chapter));
    }
    add(index("processi"), Subject::Processes(number));
    for row in 0..edition.processes.rows.len() {
        add(context.process_path(row), Subject::Process(number, row));
    }
    for cut in ProcessSubset::ALL {
        add(cut.path(), Subject::ProcessList(number, *cut));
    }
    add(index("aree"), Subject::Areas(number));
    for (row, area) in edition.areas.rows.iter().enumerate() {
        if area.is_in_force() {
            add(context.area_path(row), Subject::Area(number, row));
        }
    }
    add(index("servizi"), Subject::Services(number));
    for row in 0..edition.services.rows.len() {
        add(context.service_path(row), Subject::Service(number, row));
    }
    add(index("smart-team"), Subject::Teams(number));
    for row in 0..edition.teams.rows.len() {
        add(context.team_path(row), Subject::Team(number, row));
    }
    let optional = [
        (TableName::Software, Subject::Software(number), PrintPage::Software),
        (TableName::Training, Subject::Training(number), PrintPage::Training),
        (TableName::Adoption, Subject::Adoption(number), PrintPage::Adoption),
        (TableName::ExpectedBehaviours, Subject::ExpectedBehaviours(number), PrintPage::ExpectedBehaviours),
    ];
    let mut sheets = vec![PrintPage::Processes, PrintPage::Teams];
    for (_, subject, sheet) in optional.into_iter().filter(|(table, ..)| context.has(*table)) {
        add(index(sheet.folder()), subject);
        sheets.push(sheet);
    }
    sheets.push(PrintPage::Annex);
    for sheet in sheets {
        add(format!("stampa/{}/index.html", sheet.folder()), Subject::Print(number, sheet));
    }
    add(index("dati"), Subject::Data(number));
    add(index("cerca"), Subject::Search(number));
    for extension in OptionalPage::ALL {
        if let Some(subject) = extension.subject(number, context) {
            add(index(extension.folder()), subject);
        }
    }
    pages
}

fn index(folder: &str) -> String {
    format!("{folder}/index.html")
}
