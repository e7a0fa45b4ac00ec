use csv::ReaderBuilder;

/// A block copied from a spreadsheet: rows of cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::workbench) struct Block(pub(in crate::workbench) Vec<Vec<String>>);

impl Block {
    /// How many rows a block may have.
    pub(in crate::workbench) const ROWS: usize = 5000;

    /// Reads cells between tabs, rows between line ends; quotation marks hold cells of several lines together, as spreadsheets copy them.
    /// Empty rows at the end are no rows.
    pub(in crate::workbench) fn read(text: &str) -> Self {
        let mut reader =
            ReaderBuilder::new().delimiter(b'\t').has_headers(false).flexible(true).from_reader(text.as_bytes());
        let cells = |cell: &str| cell.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned();
        let records = reader.records().take(Self::ROWS).filter_map(Result::ok);
        let mut rows: Vec<Vec<String>> = records.map(|record| record.iter().map(cells).collect()).collect();
        while rows.last().is_some_and(|row| row.iter().all(String::is_empty)) {
            rows.pop();
        }
        Self(rows)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_as_spreadsheets_copy_them() {
        let read = |text: &str| Block::read(text).0;
        assert_eq!(read("a\tb\r\nc\td\r\n"), [["a", "b"], ["c", "d"]]);
        assert_eq!(read("\"uno\ndue\"\t\"il \"\"terzo\"\"\"\n"), [["uno\ndue", "il \"terzo\""]]);
        assert_eq!(read("solo"), [["solo"]]);
        assert_eq!(read("a\t\tc\n\t\n"), [vec!["a", "", "c"]]);
        assert!(read("\n\n").is_empty());
    }
}
