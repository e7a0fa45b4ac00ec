use super::body::Body;
use super::document::{Paragraph, Style};
use super::table::{Cell, Merge, Row, Table, Tint};
use super::xml::escaped;
use std::fmt::Write as _;

impl Body {
    /// A table as wide as the text, with a line after it, as two tables in a row would be one.
    pub(super) fn table(&mut self, table: &Table) {
        let whole: u32 = table.columns.iter().sum::<u32>().max(1);
        let share = |part: u32| self.width * part / whole;
        let widths: Vec<u32> = table.columns.iter().map(|part| share(*part)).collect();
        let _ = write!(
            self.xml,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0620\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>",
            widths.iter().sum::<u32>()
        );
        if !table.title.is_empty() {
            let _ = write!(self.xml, "<w:tblCaption w:val=\"{}\"/>", escaped(&table.title));
        }
        self.xml.push_str("</w:tblPr><w:tblGrid>");
        for width in &widths {
            let _ = write!(self.xml, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.xml.push_str("</w:tblGrid>");
        for row in &table.head {
            self.row(row, &widths, true);
        }
        for row in &table.rows {
            self.row(row, &widths, false);
        }
        self.xml.push_str("</w:tbl>");
    }

    fn row(&mut self, row: &Row, widths: &[u32], is_head: bool) {
        self.xml.push_str("<w:tr><w:trPr>");
        if !row.may_split {
            self.xml.push_str("<w:cantSplit/>");
        }
        if is_head {
            self.xml.push_str("<w:tblHeader/>");
        }
        self.xml.push_str("</w:trPr>");
        let mut column = 0;
        for cell in &row.cells {
            let span = cell.span.max(1);
            let width: u32 = widths.iter().skip(column).take(span).sum();
            column += span;
            self.cell(cell, width, span);
        }
        self.xml.push_str("</w:tr>");
    }

    fn cell(&mut self, cell: &Cell, width: u32, span: usize) {
        let _ = write!(self.xml, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>");
        if span > 1 {
            let _ = write!(self.xml, "<w:gridSpan w:val=\"{span}\"/>");
        }
        self.xml.push_str(match cell.merge {
            Merge::Alone => "",
            Merge::First => "<w:vMerge w:val=\"restart\"/>",
            Merge::Next => "<w:vMerge/>",
        });
        self.xml.push_str(match cell.tint {
            Tint::Plain => "",
            Tint::Head => "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"17324D\"/><w:vAlign w:val=\"bottom\"/>",
            Tint::Band => "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E9EEF3\"/>",
        });
        self.xml.push_str("</w:tcPr>");
        self.on_head = cell.tint == Tint::Head;
        for paragraph in &cell.paragraphs {
            self.paragraph(paragraph, "");
        }
        self.on_head = false;
        // A cell holds a paragraph at least.
        if cell.paragraphs.is_empty() {
            self.paragraph(&Paragraph::new(Style::Cell, Vec::new()), "");
        }
        self.xml.push_str("</w:tc>");
    }
}
