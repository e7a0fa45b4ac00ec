use super::document::{Align, Block, ContentsEntry, Document, ListPlace, Look, Paragraph, Piece, Shown, Style, Target};
use super::numbering::indent;
use super::parts::{HEAD, NAMES, field};
use super::section;
use super::xml::escaped;
use crate::digest::Sha256;
use std::fmt::Write as _;

/// The text of a part, as it grows.
pub(super) struct Body {
    pub(super) xml: String,
    /// The addresses to which its links lead.
    links: Vec<String>,
    /// How many places have been named so far.
    places: usize,
    /// How many pictures have been shown so far.
    shown: usize,
    /// How wide the text is, in twentieths of a point.
    pub(super) width: u32,
    /// Whether the words stand on the ground of headings.
    pub(super) on_head: bool,
}

impl Body {
    fn new() -> Self {
        Self { xml: String::new(), links: Vec::new(), places: 0, shown: 0, width: 0, on_head: false }
    }

    /// The main part, and the addresses to which its links lead.
    pub(super) fn of_document(document: &Document) -> (String, Vec<String>) {
        let mut body = Self::new();
        let _ = write!(body.xml, "{HEAD}<w:document {NAMES}><w:body>");
        let last = document.sections.len().saturating_sub(1);
        for (number, section) in document.sections.iter().enumerate() {
            body.width = section.sheet.width();
            body.blocks(&section.blocks);
            let properties = section::properties(section.sheet, number == 0, document.running.as_ref());
            if number == last {
                body.xml.push_str(&properties);
            } else {
                let _ = write!(body.xml, "<w:p><w:pPr><w:pStyle w:val=\"Finesezione\"/>{properties}</w:pPr></w:p>");
            }
        }
        body.xml.push_str("</w:body></w:document>");
        (body.xml, body.links)
    }

    /// The footnotes, and the addresses to which their links lead.
    pub(super) fn of_notes(document: &Document) -> (String, Vec<String>) {
        let mut body = Self::new();
        body.width = document.sections.first().map_or(9000, |section| section.sheet.width());
        let _ = write!(
            body.xml,
            "{HEAD}<w:footnotes {NAMES}><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
        );
        for (number, blocks) in document.notes.iter().enumerate() {
            let _ = write!(body.xml, "<w:footnote w:id=\"{}\">", number + 1);
            let sign = "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>";
            if let Some((Block::Paragraph(first), rest)) = blocks.split_first() {
                body.paragraph(first, sign);
                body.blocks(rest);
            } else {
                body.paragraph(&Paragraph::new(Style::Note, Vec::new()), sign);
                body.blocks(blocks);
            }
            body.xml.push_str("</w:footnote>");
        }
        body.xml.push_str("</w:footnotes>");
        (body.xml, body.links)
    }

    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.paragraph(paragraph, ""),
                Block::Table(table) => self.table(table),
                Block::Contents(entries) => self.contents(entries),
            }
        }
    }

    /// A paragraph, which begins with what is written already.
    pub(super) fn paragraph(&mut self, paragraph: &Paragraph, start: &str) {
        let _ = write!(self.xml, "<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", paragraph.style.id());
        if paragraph.with_next {
            self.xml.push_str("<w:keepNext/>");
        }
        if paragraph.starts_page {
            self.xml.push_str("<w:pageBreakBefore/>");
        }
        if let Some(place) = paragraph.list {
            self.list_place(place);
        }
        if let Some(align) = paragraph.align {
            let side = match align {
                Align::Left => "left",
                Align::Centre => "center",
                Align::Right => "right",
            };
            let _ = write!(self.xml, "<w:jc w:val=\"{side}\"/>");
        }
        self.xml.push_str("</w:pPr>");
        let first = self.places;
        for anchor in &paragraph.anchors {
            let _ = write!(self.xml, "<w:bookmarkStart w:id=\"{}\" w:name=\"{}\"/>", self.places, place_name(anchor));
            self.places += 1;
        }
        self.xml.push_str(start);
        self.pieces(&paragraph.pieces, false);
        for place in first..self.places {
            let _ = write!(self.xml, "<w:bookmarkEnd w:id=\"{place}\"/>");
        }
        self.xml.push_str("</w:p>");
    }

    fn list_place(&mut self, place: ListPlace) {
        if place.goes_on {
            let _ = write!(self.xml, "<w:ind w:left=\"{}\"/>", indent(place.level));
        } else {
            let _ = write!(
                self.xml,
                "<w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"{}\"/></w:numPr>",
                place.level.min(super::numbering::DEEPEST),
                place.list + 1
            );
        }
    }

    fn pieces(&mut self, pieces: &[Piece], is_link: bool) {
        for piece in pieces {
            match piece {
                Piece::Text(text, look) => self.text(text, *look, is_link),
                Piece::Break => self.xml.push_str("<w:r><w:br/></w:r>"),
                Piece::Note(number) => {
                    let _ = write!(
                        self.xml,
                        "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"{}\"/></w:r>",
                        number + 1
                    );
                }
                Piece::PageOf(anchor) => {
                    let code = format!("PAGEREF {} \\h", place_name(anchor));
                    self.xml.push_str(&field(&code, "–"));
                }
                // Links do not stand in one another.
                Piece::Link(_, inside) if is_link => self.pieces(inside, true),
                Piece::Link(target, inside) => {
                    let start = match target {
                        Target::Inside(anchor) => format!("<w:hyperlink w:anchor=\"{}\">", place_name(anchor)),
                        Target::Outside(address) => format!("<w:hyperlink r:id=\"link{}\">", self.link(address)),
                    };
                    self.xml.push_str(&start);
                    self.pieces(inside, true);
                    self.xml.push_str("</w:hyperlink>");
                }
                Piece::Picture(shown) => self.picture(shown),
            }
        }
    }

    /// The number of an address among those to which links lead.
    fn link(&mut self, address: &str) -> usize {
        let known = self.links.iter().position(|known| known == address);
        known.unwrap_or_else(|| {
            self.links.push(address.to_owned());
            self.links.len() - 1
        })
    }

    fn text(&mut self, text: &str, look: Look, is_link: bool) {
        let mut marks = String::new();
        if look.source {
            marks.push_str("<w:rStyle w:val=\"Sorgente\"/>");
        } else if is_link {
            marks.push_str("<w:rStyle w:val=\"Hyperlink\"/>");
        }
        if look.code {
            marks.push_str("<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/>");
        }
        for (wanted, mark) in
            [(look.bold || self.on_head, "<w:b/>"), (look.italic, "<w:i/>"), (look.strike, "<w:strike/>")]
        {
            marks.push_str(if wanted { mark } else { "" });
        }
        if look.code {
            marks.push_str("<w:noProof/>");
        }
        if self.on_head {
            marks.push_str("<w:color w:val=\"FFFFFF\"/>");
        }
        if look.raised {
            marks.push_str("<w:vertAlign w:val=\"superscript\"/>");
        }
        let marks = if marks.is_empty() { marks } else { format!("<w:rPr>{marks}</w:rPr>") };
        // A line break of a text is one of the document; a tab is a tab.
        for (number, line) in text.split('\n').enumerate() {
            let start = if number == 0 { "" } else { "<w:br/>" };
            let line = escaped(line).replace('\t', "</w:t><w:tab/><w:t xml:space=\"preserve\">");
            let _ = write!(self.xml, "<w:r>{marks}{start}<w:t xml:space=\"preserve\">{line}</w:t></w:r>");
        }
    }

    fn picture(&mut self, shown: &Shown) {
        self.shown += 1;
        let Shown { picture, width, height, text } = shown;
        // A point has 12 700 units of the format.
        let (width, height, text, number) = (width * 12_700, height * 12_700, escaped(text), self.shown);
        let _ = write!(
            self.xml,
            "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/><wp:docPr id=\"{number}\" name=\"Figura {number}\" descr=\"{text}\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"Figura {number}\" descr=\"{text}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"figura{picture}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        );
    }

    /// The table of contents: links with the number of the page, which programs work out. As one field for the whole, `LibreOffice` would
    /// show no number until somebody asks for it.
    fn contents(&mut self, entries: &[ContentsEntry]) {
        for entry in entries {
            let place = place_name(&entry.anchor);
            let _ = write!(
                self.xml,
                "<w:p><w:pPr><w:pStyle w:val=\"TOC{}\"/></w:pPr><w:hyperlink w:anchor=\"{place}\" w:history=\"1\"><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r><w:r><w:tab/></w:r>{}</w:hyperlink></w:p>",
                entry.level.clamp(1, 3),
                escaped(&entry.text),
                field(&format!("PAGEREF {place} \\h"), "–")
            );
        }
    }
}

/// The name of an anchor in the document: the format allows few letters.
fn place_name(anchor: &str) -> String {
    let letters: String = anchor.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).take(24).collect();
    let digest = Sha256::of(anchor.as_bytes());
    format!("_{letters}_{}", digest.chars().take(10).collect::<String>())
}
