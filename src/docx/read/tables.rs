use super::body::{DEEPEST, Reader};
use super::inside::{child, is, is_on, value};
use super::lost::Loss;
use crate::docx::document::{Block, Paragraph};
use crate::docx::table::{Cell, Row, Table};
use roxmltree::Node;

impl Reader<'_, '_> {
    /// A table: cells that are one leave their place to the first of them.
    pub(super) fn table(&mut self, node: Node<'_, '_>, depth: usize) -> Table {
        let mut table = Table::default();
        for row in rows(node) {
            let properties = child(row, "trPr");
            if properties.is_some_and(|properties| child(properties, "del").is_some()) {
                self.lose(Loss::Deletion);
                continue;
            }
            if properties.is_some_and(|properties| child(properties, "ins").is_some()) {
                self.lose(Loss::Insertion);
            }
            let is_head = is_on(properties, "tblHeader");
            let cells = self.cells(row, depth);
            let row = Row { cells, may_split: false };
            // The first row names the columns, whether its program says so or not.
            if table.rows.is_empty() && (is_head || table.head.is_empty()) {
                table.head.push(row);
            } else {
                table.rows.push(row);
            }
        }
        let width = table.head.iter().chain(&table.rows).map(|row| row.cells.len()).max().unwrap_or(0);
        table.columns = vec![1; width];
        table
    }

    fn cells(&mut self, row: Node<'_, '_>, depth: usize) -> Vec<Cell> {
        let before = child(row, "trPr").and_then(|properties| child(properties, "gridBefore")).and_then(value);
        let before = before.and_then(|before| before.parse::<usize>().ok()).unwrap_or(0).min(100);
        let mut cells: Vec<Cell> = (0..before).map(|_| Cell::default()).collect();
        for node in wrapped(row).filter(|node| is(*node, "tc")) {
            let properties = child(node, "tcPr");
            if properties.is_some_and(|properties| child(properties, "cellDel").is_some()) {
                self.lose(Loss::Deletion);
                continue;
            }
            let merged = properties.and_then(|properties| child(properties, "vMerge"));
            let goes_on = merged.is_some_and(|merged| value(merged) != Some("restart"));
            let span = properties.and_then(|properties| child(properties, "gridSpan")).and_then(value);
            let span = span.and_then(|span| span.parse::<usize>().ok()).unwrap_or(1).clamp(1, 100);
            if goes_on || span > 1 {
                self.lose(Loss::MergedCell);
            }
            let paragraphs = if goes_on { Vec::new() } else { self.cell(node, depth) };
            cells.push(Cell { paragraphs, ..Cell::default() });
            cells.extend((1..span).map(|_| Cell::default()));
        }
        cells
    }

    /// The paragraphs of a cell; the words of a table in it stand one after the other.
    fn cell(&mut self, node: Node<'_, '_>, depth: usize) -> Vec<Paragraph> {
        // All that stands in it stands in the block that the table is.
        let (block, told) = (self.block, self.lost.len());
        let mut blocks = Vec::new();
        if depth < DEEPEST {
            self.blocks(node, depth + 1, &mut blocks);
        } else {
            self.lose(Loss::Depth);
        }
        let mut paragraphs = Vec::new();
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => paragraphs.push(paragraph),
                Block::Table(table) => {
                    self.lose(Loss::NestedTable);
                    let rows = table.head.into_iter().chain(table.rows);
                    paragraphs.extend(rows.flat_map(|row| row.cells).flat_map(|cell| cell.paragraphs));
                }
                Block::Contents(_) => {}
            }
        }
        self.block = block;
        self.lost[told..].iter_mut().for_each(|lost| lost.block = block);
        paragraphs
    }
}

/// The rows of a table, those within wrappers included.
fn rows<'a, 'i>(table: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    wrapped(table).filter(|node| is(*node, "tr"))
}

/// The children of an element, and those of the wrappers among them.
fn wrapped<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().flat_map(|child| {
        let content = if is(child, "sdt") { super::inside::child(child, "sdtContent") } else { None };
        let inside: Vec<Node<'a, 'i>> = match content {
            Some(content) => content.children().collect(),
            None => vec![child],
        };
        inside
    })
}
