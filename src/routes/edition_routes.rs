use super::file::{self, SiteFile};
use super::folder_names::{folder_names, folder_names_besides};
use super::lengths::Lengths;
use super::page::{Page, Subject};
use super::part::Part;
use super::print_page::PrintPage;
use super::process_subset::ProcessSubset;
use super::section::Section;
use crate::model::{Annex, Edition, Process};
use std::ops::Range;

/// The addresses of an edition.
#[derive(Debug)]
pub struct EditionRoutes {
    id: String,
    /// For each row of a table, the name of its folder below that of the table.
    names: RowNames,
    sections: Vec<Section>,
    pages: Vec<Page>,
    files: Vec<SiteFile>,
}

/// For each row of a table, the name of its folder below that of the table.
#[derive(Debug)]
struct RowNames {
    chapters: Vec<String>,
    areas: Vec<String>,
    services: Vec<String>,
    teams: Vec<String>,
    processes: Vec<String>,
}

impl EditionRoutes {
    /// The addresses of the edition with this number.
    pub(super) fn of(annex: &Annex, number: usize) -> Self {
        let edition = &annex.editions[number];
        let names = RowNames::of(edition);
        let id = edition.id.as_str().to_owned();
        let mut list = PageList { id: &id, number, pages: Vec::new() };
        list.add("index.html", Subject::Edition);
        let present = |section: &Section| section.is_in(edition, number == 0);
        let sections: Vec<Section> = Section::ALL.iter().copied().filter(present).collect();
        list.fill(edition, &names, &sections);
        let pages = list.pages;
        Self { id, names, sections, pages, files: file::of_edition(edition) }
    }

    /// Divides the page of a section, whose longest list has so many rows; the numbers of the pages that are added, after all others.
    pub(super) fn divide(&mut self, section: Section, rows: usize) -> Range<usize> {
        let (subject, before) = (Subject::Section(section), self.pages.len());
        if let Some(first) = self.pages.iter_mut().find(|page| page.subject == subject) {
            first.part = Part::first(rows);
            let (path, edition) = (first.path.clone(), first.edition);
            let page = |part: Part| Page { path: part.path(&path), edition, subject, part };
            self.pages.extend(Part::all(rows).skip(1).map(page));
        }
        before..self.pages.len()
    }

    /// The name of the edition's folder.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The pages that it has once, in the order of the site map.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// Its pages, in a fixed order.
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// Its files that are not pages, in a fixed order.
    pub fn files(&self) -> &[SiteFile] {
        &self.files
    }

    /// The page of a chapter, from the folder of the edition; likewise below.
    pub fn chapter_path(&self, row: usize) -> String {
        format!("{}/index.html", self.names.chapters[row])
    }

    /// How many chapters it has.
    pub(super) fn chapter_count(&self) -> usize {
        self.names.chapters.len()
    }

    /// The name of a chapter in addresses; likewise below.
    pub fn chapter_name(&self, row: usize) -> &str {
        &self.names.chapters[row]
    }

    /// The page of an area; an area that is no longer there has none.
    pub fn area_path(&self, row: usize) -> String {
        row_path(Section::Areas, self.area_name(row))
    }

    /// The name of an area.
    pub fn area_name(&self, row: usize) -> &str {
        &self.names.areas[row]
    }

    /// The page of a service.
    pub fn service_path(&self, row: usize) -> String {
        row_path(Section::Services, self.service_name(row))
    }

    /// The name of a service.
    pub fn service_name(&self, row: usize) -> &str {
        &self.names.services[row]
    }

    /// The page of a team.
    pub fn team_path(&self, row: usize) -> String {
        row_path(Section::Teams, self.team_name(row))
    }

    /// The name of a team.
    pub fn team_name(&self, row: usize) -> &str {
        &self.names.teams[row]
    }

    /// The page of a process.
    pub fn process_path(&self, row: usize) -> String {
        row_path(Section::Processes, &self.names.processes[row])
    }
}

/// The page of a row, from the folder of the edition.
fn row_path(section: Section, name: &str) -> String {
    format!("{}/{name}/index.html", section.entry().folder)
}

impl RowNames {
    fn of(edition: &Edition) -> Self {
        let slugs = edition.process_slugs();
        // The code in lower case is the address of its process before it is the plain form of another.
        let is_code = |process: &Process, slug: &str| process.code().is_some_and(|code| code.to_lowercase() == slug);
        let processes = edition.processes.rows.iter().zip(&slugs);
        let processes = processes.map(|(process, slug)| (slug.as_str(), is_code(process, slug)));
        Self {
            chapters: edition.chapters.iter().map(|chapter| chapter.slug.clone()).collect(),
            areas: folder_names(edition.areas.rows.iter().map(|area| area.id.value.as_str())),
            services: folder_names(edition.services.rows.iter().map(|service| service.id.value.as_str())),
            teams: folder_names(edition.teams.rows.iter().map(|team| team.id.value.as_str())),
            processes: folder_names_besides(ProcessSubset::FOLDERS, processes),
        }
    }
}

/// The pages of an edition, while they are listed.
struct PageList<'e> {
    id: &'e str,
    number: usize,
    pages: Vec<Page>,
}

impl PageList<'_> {
    fn add(&mut self, path: &str, subject: Subject) {
        self.add_parts(path, subject, 0);
    }

    /// The pages of something whose longest list has so many rows.
    fn add_parts(&mut self, path: &str, subject: Subject, rows: usize) {
        let path = format!("{}/{path}", self.id);
        let page = |part: Part| Page { path: part.path(&path), edition: Some(self.number), subject, part };
        self.pages.extend(Part::all(rows).map(page));
    }

    fn fill(&mut self, edition: &Edition, names: &RowNames, sections: &[Section]) {
        for (row, name) in names.chapters.iter().enumerate() {
            self.add(&format!("{name}/index.html"), Subject::Chapter(row));
        }
        let lengths = Lengths::of(edition);
        for section in sections.iter().copied() {
            // The pages made for paper come after those of the tables.
            if section == Section::Data {
                for page in PrintPage::of(edition) {
                    self.add(&page.page_path(), Subject::Print(page));
                }
            }
            self.add_parts(&section.path(), Subject::Section(section), section.rows(edition));
            self.add_rows(section, edition, names, &lengths);
        }
    }

    /// The pages of the rows of a section.
    fn add_rows(&mut self, section: Section, edition: &Edition, names: &RowNames, lengths: &Lengths<'_>) {
        let mut each = |names: &[String], subject: fn(usize) -> Subject, rows: &dyn Fn(usize) -> usize| {
            for (row, name) in names.iter().enumerate() {
                self.add_parts(&row_path(section, name), subject(row), rows(row));
            }
        };
        match section {
            Section::Processes => {
                each(&names.processes, Subject::Process, &|_| 0);
                for subset in ProcessSubset::of(edition) {
                    self.add_parts(&subset.path(edition), Subject::ProcessList(subset), lengths.subset(subset));
                }
            }
            Section::Areas => {
                for (row, name) in
                    names.areas.iter().enumerate().filter(|(row, _)| edition.areas.rows[*row].is_in_force())
                {
                    self.add_parts(&row_path(section, name), Subject::Area(row), lengths.area(row));
                }
            }
            Section::Services => each(&names.services, Subject::Service, &|row| lengths.service(row)),
            Section::Teams => each(&names.teams, Subject::Team, &|row| lengths.team(row)),
            _ => {}
        }
    }
}
