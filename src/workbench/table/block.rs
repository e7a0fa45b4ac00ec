/// A block copied from a spreadsheet: rows of cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::workbench) struct Block(pub(in crate::workbench) Vec<Vec<String>>);

impl Block {
    /// How many rows a block may have.
    pub(in crate::workbench) const ROWS: usize = 5000;

    /// Reads cells between tabs, rows between line ends. Quotation marks around a whole cell hold its tabs and lines together, as spreadsheets
    /// copy them; those of a text that only begins with one are its own. Rows without anything stay in their place, but for those at the end.
    pub(in crate::workbench) fn read(text: &str) -> Self {
        let mut rows = vec![Vec::new()];
        let mut rest = text;
        loop {
            let (cell, after) = quoted(rest).unwrap_or_else(|| plain(rest));
            if let Some(row) = rows.last_mut() {
                row.push(cell.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned());
            }
            if let Some(next) = after.strip_prefix('\t') {
                rest = next;
                continue;
            }
            let Some(next) = after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\r', '\n'])) else { break };
            if rows.len() == Self::ROWS {
                break;
            }
            rows.push(Vec::new());
            rest = next;
        }
        while rows.last().is_some_and(|row| row.iter().all(String::is_empty)) {
            rows.pop();
        }
        Self(rows)
    }
}

/// The signs that end a cell.
const ENDS: [char; 3] = ['\t', '\r', '\n'];

/// A cell in quotation marks, of which two stand for one, and what follows; `None` if the marks do not hold a whole cell.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (before, after) = rest.split_once('"')?;
        cell.push_str(before);
        match after.strip_prefix('"') {
            Some(next) => {
                cell.push('"');
                rest = next;
            }
            None => return (after.is_empty() || after.starts_with(ENDS)).then_some((cell, after)),
        }
    }
}

/// A cell up to its end, and what follows.
fn plain(text: &str) -> (String, &str) {
    let (cell, after) = text.split_at(text.find(ENDS).unwrap_or(text.len()));
    (cell.to_owned(), after)
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
        assert!(read("\n\n").is_empty() && read("").is_empty());
    }

    #[test]
    fn rows_without_anything_keep_the_place_of_the_next() {
        assert_eq!(Block::read("uno\n\ntre\r\n\r\n").0, [["uno"], [""], ["tre"]]);
    }

    #[test]
    fn marks_that_hold_no_whole_cell_are_part_of_the_text() {
        let read = |text: &str| Block::read(text).0;
        assert_eq!(read("\"Città\" del Tronto\tb\nc"), [vec!["\"Città\" del Tronto", "b"], vec!["c"]]);
        assert_eq!(read("\"senza fine\tb\nc"), [vec!["\"senza fine", "b"], vec!["c"]]);
        assert_eq!(read("\"\"\tb"), [["", "b"]]);
        assert_eq!(Block::read(&"a\n".repeat(Block::ROWS + 3)).0.len(), Block::ROWS);
    }
}
