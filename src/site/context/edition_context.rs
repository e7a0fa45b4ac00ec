use super::asked::Asked;
use super::inputs::SiteInputs;
use crate::chapters::ChapterTree;
use crate::edition_files::{EditionFiles, Printed};
use crate::model::{Continuity, Edition, Graph, IndicatorSeries, Membership, OfficeLabels, Process, TableName, Totals};
use crate::open_data::File;
use crate::output::file_name;
use crate::picture::Album;
use crate::routes::{EditionRoutes, Page, PageKind, Part, PrintPage, Routes, Section};
use crate::site::anchor::row_path;
use crate::site::context::workforce::Workforce;
use crate::site::glossary::Terms;
use crate::site::view::{Chip, FileItem, Link, PaperItem, Passage, ProcessItem};
use crate::tables::{EditionColumns, Headings, PROCESSES};
use crate::theme::Theme;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// An edition with all that its pages share, worked out once.
#[derive(Debug)]
pub(in crate::site) struct EditionContext<'a> {
    pub(in crate::site) edition: &'a Edition,
    /// Its number among the editions.
    pub(in crate::site) number: usize,
    /// The site map.
    pub(in crate::site) routes: &'a Routes,
    theme: &'a Theme,
    /// Its chapters, in the order of the edition's.
    pub(in crate::site) chapters: &'a [&'a ChapterTree],
    pub(in crate::site) graph: Graph<'a>,
    /// What the theme asks for.
    pub(in crate::site) asked: Asked,
    /// Whether the codes of its processes have the form prefix, number and letter of the risk.
    pub(in crate::site) has_codes_in_parts: bool,
    /// The headings of Tavola 1, which the page of each process shows.
    pub(in crate::site) process_headings: Headings<'a>,
    /// Which columns its tables have.
    pub(in crate::site) columns: EditionColumns,
    /// What its offices are called.
    pub(in crate::site) labels: OfficeLabels,
    /// What each process is called where nothing beside it says whose it is.
    pub(in crate::site) process_titles: Vec<String>,
    pub(in crate::site) totals: Totals,
    pub(in crate::site) continuity: Continuity,
    pub(in crate::site) workforce: Workforce,
    /// The pictures of its chapters.
    pub(in crate::site) album: &'a Album,
    /// The files that stand beside its pages.
    pub(in crate::site) files: &'a EditionFiles,
    /// For each team, the exclusions that name it.
    pub(in crate::site) team_exclusions: Vec<Vec<usize>>,
    pub(in crate::site) membership: Membership,
    /// For each indicator, its years through all the editions.
    pub(in crate::site) indicators: Vec<IndicatorSeries<'a>>,
    /// The terms that its pages link; nothing where it has no page of the glossary.
    pub(in crate::site) terms: Option<Terms>,
    /// How each table is read, once a page of it asks.
    guides: Mutex<BTreeMap<TableName, Vec<Passage>>>,
}

impl<'a> EditionContext<'a> {
    /// Resolves the edition with this number.
    pub(in crate::site) fn new(inputs: &SiteInputs<'a>, number: usize) -> Self {
        let SiteInputs { annex, routes, theme, .. } = *inputs;
        let edition = &annex.editions[number];
        let chapters = inputs.chapters.get(number).map_or(&[][..], Vec::as_slice);
        let files = inputs.files.get(number).unwrap_or(const { &EditionFiles::NONE });
        let graph = Graph::new(edition);
        let mut team_exclusions = vec![Vec::new(); edition.teams.rows.len()];
        for (row, exclusion) in edition.exclusions.rows.iter().enumerate() {
            for team in exclusion.teams.iter().filter_map(|id| graph.team(&id.value)) {
                team_exclusions[team].push(row);
            }
        }
        let columns = EditionColumns::of(edition, &graph);
        let labels = OfficeLabels::of(edition, &graph);
        let series = |row| IndicatorSeries::of(&annex.editions, number, row);
        let continuity = Continuity::of(edition, &graph);
        let sector = annex.administration.as_ref().and_then(|ente| Some(ente.sector.as_ref()?.value));
        let has_glossary = has_section(routes.edition(number), theme, Section::Glossary);
        Self {
            edition,
            number,
            routes,
            theme,
            asked: Asked::of(theme),
            has_codes_in_parts: edition.has_codes_in_parts(),
            process_headings: PROCESSES.headings(edition, &columns),
            chapters,
            process_titles: edition.process_titles(&graph, &labels),
            labels,
            totals: Totals::of(edition),
            workforce: Workforce::of(edition, &graph, &continuity),
            continuity,
            album: inputs.albums.get(number).unwrap_or(const { &Album::EMPTY }),
            files,
            team_exclusions,
            membership: Membership::of(edition, &graph),
            indicators: edition.indicators.rows.iter().map(series).collect(),
            terms: has_glossary.then(|| Terms::of(edition, &columns, sector)),
            columns,
            graph,
            guides: Mutex::default(),
        }
    }

    /// How a table is read, said once for all the pages on which it stands.
    pub(in crate::site) fn guide(&self, table: TableName, say: impl FnOnce() -> Vec<Passage>) -> Vec<Passage> {
        let mut guides = self.guides.lock().unwrap_or_else(PoisonError::into_inner);
        guides.entry(table).or_insert_with(say).clone()
    }

    /// The addresses of the edition.
    pub(in crate::site) fn own_routes(&self) -> &'a EditionRoutes {
        self.routes.edition(self.number)
    }

    /// Whether the edition has this page.
    pub(in crate::site) fn has_section(&self, section: Section) -> bool {
        has_section(self.own_routes(), self.theme, section)
    }

    /// The pages that an edition has once, in the order of the site map.
    pub(in crate::site) fn sections(&self) -> impl Iterator<Item = Section> {
        Section::ALL.iter().copied().filter(|section| self.has_section(*section))
    }

    /// Whether a path from the folder of the edition leads to one of its pages.
    pub(in crate::site) fn is_published(&self, path: &str) -> bool {
        let page = path.split_once('#').map_or(path, |(page, _)| page);
        let page = self.routes.page(&format!("{}/{page}", self.edition.id.as_str()));
        page.is_some_and(|page| self.renders(page))
    }

    /// Whether a page of the site map is made: a theme may render some kinds of page only.
    pub(in crate::site) fn renders(&self, page: &Page) -> bool {
        self.theme.renders(page.kind()) && (page.part.is_first() || self.theme.divides(page.kind()))
    }

    /// The part of the table of a section that holds a row: the whole of it, where the theme does not divide it.
    pub(in crate::site) fn part_holding(&self, section: Section, row: usize) -> Part {
        let is_divided = self.theme.divides(PageKind::Section(section));
        Part::holding(row, if is_divided { section.rows(self.edition) } else { 0 })
    }

    /// Whether the pages made for paper are made.
    pub(in crate::site) fn renders_papers(&self) -> bool {
        self.theme.renders(PageKind::Print)
    }

    /// Whether a file is published, by its path from the root of the site.
    pub(in crate::site) fn offers(&self, path: &str) -> bool {
        self.files.data.iter().any(|file| file.path == path)
            || self.files.printed().any(|file| file.path() == path)
            || self.files.approved.as_ref().is_some_and(|file| file.path == path)
    }

    pub(in crate::site) fn area_path(&self, row: usize) -> String {
        self.own_routes().area_path(row)
    }

    pub(in crate::site) fn service_path(&self, row: usize) -> String {
        self.own_routes().service_path(row)
    }

    pub(in crate::site) fn team_path(&self, row: usize) -> String {
        self.own_routes().team_path(row)
    }

    pub(in crate::site) fn process_path(&self, row: usize) -> String {
        self.own_routes().process_path(row)
    }

    pub(in crate::site) fn chapter_path(&self, row: usize) -> String {
        self.own_routes().chapter_path(row)
    }

    /// A computer program and its row.
    pub(in crate::site) fn program_link(&self, row: usize) -> Link {
        Link::to(self.edition.software.rows[row].name.value.as_str(), self.row_path(Section::Software, row))
    }

    /// The place of a row on the page of its table, or on the one of its pages that holds it.
    pub(in crate::site) fn row_path(&self, section: Section, row: usize) -> String {
        let page = self.part_holding(section, row).path(&section.path());
        section.entry().table.map_or_else(|| page.clone(), |table| row_path(&page, table, row))
    }

    /// A chapter by its number and title.
    pub(in crate::site) fn chapter_link(&self, row: usize) -> Link {
        let chapter = &self.edition.chapters[row];
        let name = match &chapter.number {
            Some(number) => format!("{}. {}", number.value, chapter.title.value),
            None => chapter.title.value.clone(),
        };
        Link::to(name, self.chapter_path(row))
    }

    /// The first chapter that shows a table.
    pub(in crate::site) fn chapter_showing(&self, table: TableName) -> Option<usize> {
        self.chapters.iter().position(|tree| tree.tables().contains(&table))
    }

    /// The same as a link.
    pub(in crate::site) fn chapter_link_showing(&self, table: TableName) -> Option<Link> {
        self.chapter_showing(table).map(|row| self.chapter_link(row))
    }

    pub(in crate::site) fn process_item(&self, row: usize) -> ProcessItem<'a> {
        let process = &self.edition.processes.rows[row];
        ProcessItem {
            code: process.code(),
            path: self.process_path(row),
            name: &process.name.value,
            risk: self.risk_chip(process),
            smartability: Chip::of_answer(process),
        }
    }

    /// What a process is called in little room: its code, or its name where it has none.
    pub(in crate::site) fn process_label(&self, row: usize) -> String {
        self.edition.processes.rows[row].label().to_owned()
    }

    /// The open data files of a table.
    pub(in crate::site) fn files_of(&self, table: &str) -> Vec<FileItem<'_>> {
        self.files.data.iter().filter(|file| file.table == table).map(FileItem::from).collect()
    }

    /// Whether the rows of Tavola 1 can be downloaded as they were chosen: their open data are published, and the theme offers it.
    pub(in crate::site) fn offers_process_rows(&self) -> bool {
        self.files.csv("processi").is_some() && self.theme.mentions("download")
    }

    /// The open data of Tavola 1, where rows of it can be downloaded.
    pub(in crate::site) fn process_rows(&self) -> Option<&'a File> {
        self.files.csv("processi").filter(|_| self.offers_process_rows())
    }

    /// The PDF of a page made for paper; `None` if it is not made.
    pub(in crate::site) fn pdf_of(&self, paper: PrintPage) -> Option<PaperItem> {
        let name = |pdf: &&Printed| file_name(pdf.path()).strip_suffix(".pdf") == Some(paper.name());
        let pdf = self.files.pdfs.iter().find(name)?;
        // Beside the approved document ours is told apart by what it is for.
        let text = match paper {
            PrintPage::Annex if self.files.approved.is_some() => "Versione accessibile",
            PrintPage::Annex => "Scarica il documento",
            PrintPage::Table(_) => "Scarica la tavola",
        };
        Some(PaperItem::of(file_name(pdf.path()), pdf.size(), text))
    }

    /// The whole annex as a Word document; `None` if it is not made.
    pub(in crate::site) fn word(&self) -> Option<PaperItem> {
        let word = self.files.word.as_ref()?;
        Some(PaperItem::of(file_name(word.path()), word.size(), "Documento da modificare"))
    }

    /// The document that was approved, where it is published.
    pub(in crate::site) fn approved(&self) -> Option<PaperItem> {
        let file = self.files.approved.as_ref()?;
        Some(PaperItem::of(file_name(&file.path), file.bytes.len() as u64, "Documento approvato"))
    }

    /// The risk of a process, on the scale of the edition.
    pub(in crate::site) fn risk_chip(&self, process: &Process) -> Option<Chip> {
        let steps = self.edition.model.scales.risk_words().len();
        process.risk.as_ref().map(|risk| Chip::of_risk(&risk.value, steps))
    }

    /// The way from the pages below a section to it.
    pub(in crate::site) fn crumb(&self, section: Section) -> Link {
        Link::to(section.crumb(self.edition), section.path())
    }

    /// The way from the page of a process to Tavola 1: to its row, where the table stands on several pages.
    pub(in crate::site) fn process_crumb(&self, row: usize) -> Link {
        let crumb = self.crumb(Section::Processes);
        if self.part_holding(Section::Processes, row).count() == 1 {
            return crumb;
        }
        Link { path: Some(self.row_path(Section::Processes, row)), ..crumb }
    }

    /// Whether the edition has the table.
    pub(in crate::site) fn has(&self, table: TableName) -> bool {
        self.edition.has(table)
    }
}

fn has_section(routes: &EditionRoutes, theme: &Theme, section: Section) -> bool {
    theme.renders(PageKind::Section(section)) && routes.sections().contains(&section)
}
