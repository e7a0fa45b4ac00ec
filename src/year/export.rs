use super::Desk;
use crate::model::{Administration, Edition, Graph};
use crate::trouble::{Context as _, Trouble};
use crate::workbook::{Book, Grid, RecordLabels, Scope, ScopeKind};
use std::collections::BTreeSet;
use std::fmt;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// So many of the rows that no office has are named.
const NAMED: usize = 8;

/// An edition, ready to be written as workbooks.
pub struct Export<'a> {
    administration: Option<&'a Administration>,
    edition: &'a Edition,
    graph: Graph<'a>,
    labels: RecordLabels,
    grids: Vec<Grid>,
}

impl fmt::Debug for Export<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Export").field("edition", &self.edition.id).finish_non_exhaustive()
    }
}

impl<'a> Export<'a> {
    /// Prepares an edition.
    ///
    /// # Errors
    ///
    /// The files whose records cannot be told apart, each with its reason: a workbook without them would be taken for the whole.
    pub fn of(desk: Desk<'a>) -> Result<Self, Vec<String>> {
        let ledger = desk.ledger();
        let refused: Vec<String> = ledger.refused().map(|(path, why)| format!("`{path}`: {why}")).collect();
        if !refused.is_empty() {
            return Err(refused);
        }
        let graph = Graph::new(desk.edition);
        let labels = RecordLabels::of(desk.edition, &graph);
        let grids = Grid::all(desk.edition, &ledger, &labels);
        let administration = desk.loaded.annex.administration.as_ref();
        Ok(Self { administration, edition: desk.edition, graph, labels, grids })
    }

    /// The workbook of the whole edition.
    pub fn whole(&self) -> Book {
        self.book(&Scope::whole())
    }

    /// A workbook for each office of a kind, with the identifier of the office.
    pub fn each(&self, kind: ScopeKind) -> impl Iterator<Item = (String, Book)> {
        Scope::each(kind, self.edition, &self.graph).into_iter().map(|scope| (scope.id.clone(), self.book(&scope)))
    }

    /// Which rows of the tables that are divided by office stand in the workbook of none, and where they are changed; nothing if every one does.
    pub fn left_out(&self, kind: ScopeKind) -> Option<String> {
        let scopes = Scope::each(kind, self.edition, &self.graph);
        let given: Vec<Grid> =
            scopes.iter().flat_map(|scope| scope.filter(&self.grids, self.edition, &self.graph)).collect();
        let mut said = Vec::new();
        for grid in self.grids.iter().filter(|grid| matches!(grid.home.table, "processi" | "attuazione")) {
            let parts = given.iter().filter(|part| part.home.table == grid.home.table);
            let held: BTreeSet<usize> = parts.flat_map(|part| &part.rows).map(|row| row.number).collect();
            let left = grid.rows.iter().filter(|row| !held.contains(&row.number));
            let left: Vec<&str> = left.map(|row| row.key.as_str()).collect();
            let names = left.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
            let more = if left.len() > NAMED { ", …" } else { "" };
            match left.as_slice() {
                [] => {}
                [row] => said.push(format!("«{}», la riga {row}", grid.title)),
                rows => said.push(format!("«{}», {} righe ({names}{more})", grid.title, rows.len())),
            }
        }
        let office = match kind {
            ScopeKind::Area => "una sola area",
            ScopeKind::Service => "un solo servizio",
            ScopeKind::Team => "un solo smart team",
        };
        (!said.is_empty()).then(|| {
            format!(
                "In nessuno dei fogli, perché non sono di {office}: {}. Si cambiano, come le altre tabelle, nel foglio di tutta l'edizione: piao esporta.",
                said.join("; ")
            )
        })
    }

    fn book(&self, scope: &Scope) -> Book {
        Book::of(self.administration, self.edition, &self.graph, (&self.grids, &self.labels), scope)
    }
}

/// Files in one archive, under these names; the same files give the same bytes.
///
/// # Errors
///
/// When the archive cannot be written, or two files have one name.
pub fn archived(files: &[(String, Vec<u8>)]) -> Result<Vec<u8>, Trouble> {
    let write = || {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        for (name, bytes) in files {
            zip.start_file(name.as_str(), options)?;
            zip.write_all(bytes)?;
        }
        Ok::<_, zip::result::ZipError>(zip.finish()?.into_inner())
    };
    write()
        .map_err(|error| error.to_string())
        .trouble(|| "i fogli di calcolo non si possono raccogliere".to_owned(), "esportarli uno per volta")
}
