//! The rows of a table: which are records, what each states, and what the others say of them.

use super::Context;
use super::anchor::{self, name_key};
use super::blocks::{chains, column_of, finer};
use super::body::{Body, Line};
use super::chain::Chain;
use super::fields::written_number;
use super::grid::Grid;
use super::header::Header;
use super::levels::Level;
use super::office_doubt::OfficeDoubts;
use super::offices::Offices;
use super::record::{Cells, Counted, RowReader, draft};
use super::section::{Section, Titles};
use super::sums::{self, Stated};
use super::sums_ahead;
use super::value::{Read, list, mark};
use super::{exclusions, legend, mark_legend, training};
use crate::edit::Written;
use crate::import::Draft;
use crate::import::answers::SheetAnswers;
use crate::import::reading::{Question, SheetReading, Skipped, TotalReading, Why};
use crate::tables::TABLES;
use std::collections::BTreeMap;

/// Reads the rows of a table into what was understood of its sheet.
pub(super) fn read<'a>(
    grid: &Grid<'_>,
    header: &Header,
    (levels, around): (&[Level], Vec<Section>),
    table: &str,
    (context, answers): (Context<'a>, &SheetAnswers<'a>),
    offices: &mut Offices<'a>,
    reading: &mut SheetReading,
) {
    let name = name_key(table);
    let anchor = anchor::column(header, table);
    let finer = finer(grid, header, anchor).filter(|_| table == "processi");
    let has_bands = group_key(table).is_some_and(|key| column_of(header, key).is_none());
    let titles = Titles::of(grid, header, levels, table, offices);
    let office = around.last().map(|section| section.kind);
    let (columns, rows) = (header.columns.as_slice(), header.rows.as_slice());
    let lines = Body { grid, columns, header: rows, anchor, finer, has_bands, titles, around: office }.lines();
    let records: Vec<usize> =
        lines.iter().filter_map(|line| if let Line::Record(row) = line { Some(*row) } else { None }).collect();
    let mut rows = Rows {
        grid,
        header,
        levels,
        table,
        name,
        anchor,
        finer,
        chains: chains(header, levels, table, anchor, finer),
        sections: around,
        office_doubts: OfficeDoubts::of(grid, header, levels, &records),
        group: String::new(),
        records: Vec::new(),
        totals: Vec::new(),
        notes: Vec::new(),
        legend: Vec::new(),
    };
    let (edition, columns, above) = (context.edition, header.columns.as_slice(), BTreeMap::new());
    let legend = legend::explained(grid, &lines);
    let header = &header.rows;
    let agile = None;
    let mut reader =
        RowReader { edition, answers, table, columns, header, levels, offices, reading, above, legend, agile };
    for line in lines {
        rows.take(line, &mut reader);
    }
    rows.finish(reading);
}

/// The key that the title of a part of a table fills.
fn group_key(table: &str) -> Option<&'static str> {
    match table {
        "formazione" => Some("gruppo"),
        "indicatori" => Some("dimensione"),
        _ => None,
    }
}

/// The rows of a table, as they are read.
struct Rows<'r> {
    grid: &'r Grid<'r>,
    header: &'r Header,
    levels: &'r [Level],
    table: &'r str,
    /// The key without which a row is no record.
    name: Option<&'static str>,
    anchor: Option<usize>,
    finer: Option<usize>,
    chains: Vec<Chain>,
    /// The offices that titles above the row name, or the sheet as a whole.
    sections: Vec<Section>,
    office_doubts: OfficeDoubts,
    /// The title above the row that names no office.
    group: String,
    records: Vec<Counted>,
    totals: Vec<Stated>,
    notes: Vec<(String, String)>,
    /// What notes say of the marks of a training plan.
    legend: Vec<(String, String)>,
}

impl Rows<'_> {
    fn take(&mut self, line: Line, reader: &mut RowReader<'_, '_, '_>) {
        let skip = |row: usize, why: Why, text: String| Skipped { row: row + 1, why, text };
        match line {
            Line::Record(row) => self.record(row, reader),
            Line::More(row) => self.more(row, reader),
            Line::Total(row, label) => {
                self.totals.push(Stated { row, label, above: self.records.len() });
                reader.reading.skipped.push(skip(row, Why::Total, self.grid.shown(row)));
            }
            Line::Section(row, kind, text) => {
                let cell = self.grid.filled(row).first().map(|column| (row, *column));
                self.sections.retain(|known| known.kind < kind);
                self.sections.push(Section { kind, name: text.clone(), cell });
                self.office_doubts.unclear = None;
                reader.reading.skipped.push(skip(row, Why::Title, text));
            }
            Line::Unclear(row) => {
                self.office_doubts.unclear = Some(row);
                reader.reading.skipped.push(skip(row, Why::Title, self.grid.shown(row)));
            }
            Line::Opening(row) => {
                for chain in &mut self.chains {
                    if self.grid.filled(row).iter().any(|column| chain.has(*column)) {
                        chain.next(self.grid, row);
                    }
                }
                reader.reading.skipped.push(skip(row, Why::Title, self.grid.shown(row)));
            }
            Line::Skipped(skipped) => {
                let row = skipped.row - 1;
                if skipped.why == Why::Title && self.header.rows.last().is_some_and(|last| row > *last) {
                    self.group.clone_from(&skipped.text);
                }
                if skipped.why == Why::Note {
                    let lines =
                        self.grid.filled(row).into_iter().flat_map(|column| self.grid.text(row, column).lines());
                    self.notes.extend(lines.filter_map(mark::of_note));
                    self.legend.extend(training::legend(&skipped.text));
                    self.legend.extend(mark_legend::entries(self.grid, row));
                }
                reader.reading.skipped.push(skipped);
            }
        }
    }

    fn record(&mut self, row: usize, reader: &mut RowReader<'_, '_, '_>) {
        let mut cells = Cells::of(self.grid, self.header, &mut self.chains, row);
        cells.sections.clone_from(&self.sections);
        if self.table == "servizi" {
            cells.name_by_whole(self.anchor, self.levels, &self.header.columns);
        }
        let before = reader.offices.added.len();
        let (mut fields, mut counted) = reader.read(&cells);
        self.office_doubts.tell((self.grid, &cells), self.sections.last(), &mut fields, reader);
        if let Some(column) =
            self.header.columns.iter().find(|column| Some(column.at) == self.finer && column.role.is_none())
            && !cells.text(column.at).is_empty()
        {
            fields.note(&format!("{}: {}", column.heading, cells.text(column.at)));
        }
        if let Some(key) = group_key(self.table).filter(|key| !self.group.is_empty() && !fields.has(key)) {
            fields.text(key, &self.group);
        }
        if self.table == "formazione" && !fields.has("gruppo") {
            training::put_in_group(row, &mut fields, reader);
        }
        let group = self.levels.first().map(|level| cells.text(self.header.columns[level.column].at).to_owned());
        counted.group = group.unwrap_or_default();
        let has_office = ["area", "servizio", "smart_team"].iter().any(|key| fields.has(key));
        let is_number = |name: &str| fields.stated(name).is_some_and(|text| !text.contains(char::is_alphabetic));
        let lacks = match self.name {
            Some(name) if is_number(name) => Some("il nome (al suo posto c'è un numero)"),
            Some(name) => (!fields.has(name)).then_some("il nome"),
            None if self.table == "esclusioni" => (!exclusions::has_subject(&fields)).then_some("ciò che è escluso"),
            None => (self.table == "attuazione" && !has_office).then_some("l'ufficio"),
        };
        if let Some(lacks) = lacks.or_else(|| fields.is_empty().then_some("ogni dato")) {
            let message = format!("nella riga manca {lacks}: non è stata letta");
            reader.take_back_offices(row, before);
            reader.fail(row, self.anchor.unwrap_or_default(), &self.grid.shown(row), &message, Question::None);
            return;
        }
        self.records.push(counted);
        reader.reading.read += 1;
        let order = TABLES.iter().find(|known| known.is_called(self.table)).map(|table| (table.columns)());
        let order: Vec<&str> = order.unwrap_or_default().iter().map(|column| column.key).collect();
        let draft = draft(self.table, &reader.reading.name, row, fields, &order);
        match self.table {
            "esclusioni" => exclusions::add(&mut reader.reading.drafts, draft),
            table => add(&mut reader.reading.drafts, draft, table),
        }
    }

    /// Adds to the lists of the last record what a row below it says.
    fn more(&self, row: usize, reader: &mut RowReader<'_, '_, '_>) {
        for column in &self.header.columns {
            let (Some(role), text) = (&column.role, self.grid.text(row, column.at)) else { continue };
            if text.is_empty() {
                continue;
            }
            let separator = reader.separator(column, &role.key);
            let items = match list::read(text, &separator) {
                Read::Sure(items) => items,
                Read::Doubtful(items, why) => {
                    reader.doubt(row, column.at, text, &items.join(" | "), &why, Question::Separator);
                    items
                }
                _ => continue,
            };
            let Some(draft) = reader.reading.drafts.last_mut() else { continue };
            let items = items.into_iter().map(Written::Text);
            match draft.fields.iter_mut().find(|(key, _)| *key == role.key) {
                Some((_, Written::List(known))) => known.extend(items),
                Some(_) => {}
                None => draft.fields.push((role.key.clone(), Written::List(items.collect()))),
            }
        }
    }

    /// What the rows together say: totals, notes, and the keys of the file.
    fn finish(mut self, reading: &mut SheetReading) {
        if self.table == "attuazione" {
            sums_ahead::take_out(&mut self.records, &mut self.totals, reading);
        }
        let (compared, whole) = sums::compare(self.grid, &self.header.columns, &self.records, &self.totals);
        if let Some(row) = whole.filter(|_| self.table == "attuazione") {
            reading.settings.extend(self.declared(row, &compared));
        }
        reading.totals = compared;
        let used = |mark: &str| {
            let mark = Written::Text(mark.to_owned());
            let fields = reading.drafts.iter().flat_map(|draft| &draft.fields);
            fields
                .clone()
                .any(|(key, value)| key == "richiami" && matches!(value, Written::List(marks) if marks.contains(&mark)))
        };
        let mut notes: Vec<(String, Written)> = self
            .notes
            .iter()
            .filter(|(mark, _)| used(mark))
            .map(|(mark, text)| (mark.clone(), Written::Text(text.clone())))
            .collect();
        notes.dedup_by(|left, right| left.0 == right.0);
        if !notes.is_empty() {
            reading.settings.push(("note".to_owned(), Written::Group(notes)));
        }
        if self.table == "formazione" {
            self.legend.extend(mark_legend::beside(self.grid, self.header));
            training::explain(self.legend, reading);
        }
        reading.skipped.sort_by_key(|skipped| skipped.row);
    }

    /// The total of everything, as the table of adoption publishes it.
    fn declared(&self, row: usize, compared: &[TotalReading]) -> Option<(String, Written)> {
        let texts = self.grid.filled(row).into_iter().map(|column| self.grid.text(row, column));
        let label = texts.into_iter().find(|text| super::total::label(text).is_some()).unwrap_or("Totale");
        let mut declared = vec![("etichetta".to_owned(), Written::Text(label.to_owned()))];
        for key in ["dipendenti", "agili"] {
            let at = column_of(self.header, key);
            let stated = compared.iter().find(|total| total.row == row + 1 && Some(total.column) == at);
            declared.extend(stated.map(|total| (key.to_owned(), written_number(total.declared))));
        }
        (declared.len() > 1).then(|| ("totale_dichiarato".to_owned(), Written::Group(declared)))
    }
}

/// Adds a draft; the entries of one role of the expected behaviours are one record.
fn add(drafts: &mut Vec<Draft>, draft: Draft, table: &str) {
    let name = |draft: &Draft| draft.fields.iter().find(|(key, _)| key == "nome").map(|(_, value)| value.clone());
    if table == "valutazione"
        && let Some(last) = drafts.last_mut()
        && name(last) == name(&draft)
    {
        for (key, value) in draft.fields {
            match (last.fields.iter_mut().find(|(known, _)| *known == key), value) {
                (Some((_, Written::List(known))), Written::List(items)) => known.extend(items),
                (None, value) => last.fields.push((key, value)),
                _ => {}
            }
        }
        return;
    }
    drafts.push(draft);
}
