use super::body::{DEEPEST, Reader, is_property};
use super::inside::{attribute, child, is, is_on, value};
use super::lost::Loss;
use crate::docx::document::{Look, Piece, Target};
use crate::docx::xml::is_writable;
use roxmltree::Node;

/// Names of the styles of words that say what the words are.
const STRONG: [&str; 4] = ["strong", "enfasi (grassetto)", "strong emphasis", "grassetto"];
const EMPHASIS: [&str; 4] = ["emphasis", "enfasi (corsivo)", "intense emphasis", "corsivo"];
const SOURCE: [&str; 1] = ["sorgente"];

/// A field that is open: what it asks for, and whether what stands there already has begun.
#[derive(Debug, Default)]
struct Field {
    code: String,
    is_shown: bool,
    /// The first of the pieces that it shows.
    start: usize,
}

/// The pieces of a paragraph while they are read.
#[derive(Debug, Default)]
struct Line {
    pieces: Vec<Piece>,
    fields: Vec<Field>,
}

impl Reader<'_, '_> {
    /// The pieces of a paragraph.
    pub(super) fn pieces_of(&mut self, paragraph: Node<'_, '_>) -> Vec<Piece> {
        let mut line = Line::default();
        self.pieces(paragraph, 0, &mut line);
        line.pieces
    }

    fn pieces(&mut self, inside: Node<'_, '_>, depth: usize, line: &mut Line) {
        if depth > DEEPEST {
            return self.lose(Loss::Depth);
        }
        for node in inside.children().filter(|node| node.is_element() && !is_property(*node)) {
            match node.tag_name().name() {
                "r" => self.run(node, line),
                "hyperlink" => self.link(node, depth, line),
                "ins" | "moveTo" => {
                    self.lose(Loss::Insertion);
                    self.pieces(node, depth + 1, line);
                }
                "del" | "moveFrom" => self.lose(Loss::Deletion),
                "oMath" | "oMathPara" => self.lose(Loss::Formula),
                "fldSimple" | "smartTag" | "sdt" | "sdtContent" | "customXml" | "dir" | "bdo" => {
                    self.pieces(node, depth + 1, line);
                }
                "AlternateContent" => self.drawn(node),
                _ => {}
            }
        }
    }

    fn link(&mut self, node: Node<'_, '_>, depth: usize, line: &mut Line) {
        let mut inside = Line::default();
        self.links += 1;
        self.pieces(node, depth + 1, &mut inside);
        self.links -= 1;
        let anchor = attribute(node, "anchor").filter(|anchor| !anchor.is_empty());
        let outside = attribute(node, "id").and_then(|id| self.relations.target(id)).map(str::to_owned);
        let target = match (outside, anchor) {
            (Some(address), Some(anchor)) => Some(Target::Outside(format!("{address}#{anchor}"))),
            (Some(address), None) => Some(Target::Outside(address)),
            (None, Some(anchor)) => Some(Target::Inside(anchor.to_owned())),
            (None, None) => None,
        };
        match target {
            Some(target) if !inside.pieces.is_empty() => line.pieces.push(Piece::Link(target, inside.pieces)),
            _ => line.pieces.extend(inside.pieces),
        }
    }

    /// A run: words of one look.
    fn run(&mut self, run: Node<'_, '_>, line: &mut Line) {
        let properties = child(run, "rPr");
        let says = run.children().any(|node| is(node, "t"));
        if is_on(properties, "vanish") {
            if says && line.fields.is_empty() {
                self.lose(Loss::Hidden);
            }
            return;
        }
        let look = self.look(properties, says);
        for node in run.children().filter(|node| node.is_element() && !is_property(*node)) {
            let is_code = line.fields.last().is_some_and(|field| !field.is_shown);
            match node.tag_name().name() {
                "fldChar" => line.field(node),
                "instrText" => {
                    if let Some(field) = line.fields.last_mut() {
                        field.code.push_str(node.text().unwrap_or_default());
                    }
                }
                _ if is_code => {}
                "t" => line.text(node.text().unwrap_or_default(), look),
                "tab" | "ptab" => line.text("\t", look),
                "noBreakHyphen" => line.text("\u{2011}", look),
                // A new sheet or column separates words as a space does.
                "br" if matches!(attribute(node, "type"), Some("page" | "column")) => line.text(" ", Look::default()),
                "br" | "cr" => line.pieces.push(Piece::Break),
                "footnoteReference" => self.call("footnotes", node, line),
                "endnoteReference" => self.call("endnotes", node, line),
                "commentReference" => self.lose(Loss::Comment),
                "sym" => self.lose(Loss::Symbol),
                "drawing" | "pict" | "object" | "AlternateContent" => self.drawn(node),
                "delText" => self.lose(Loss::Deletion),
                _ => {}
            }
        }
    }

    /// Something that is drawn: a text box where words stand in it.
    fn drawn(&mut self, node: Node<'_, '_>) {
        let is_box = node.descendants().any(|inside| is(inside, "txbxContent"));
        self.lose(if is_box { Loss::TextBox } else { Loss::Picture });
    }

    fn call(&mut self, part: &'static str, node: Node<'_, '_>, line: &mut Line) {
        if let Some(id) = attribute(node, "id") {
            line.pieces.push(Piece::Note(self.called.len()));
            self.called.push((part, id.to_owned()));
        }
    }

    fn look(&mut self, properties: Option<Node<'_, '_>>, says: bool) -> Look {
        let style = properties.and_then(|properties| child(properties, "rStyle")).and_then(value).unwrap_or_default();
        let font =
            properties.and_then(|properties| child(properties, "rFonts")).and_then(|font| attribute(font, "ascii"));
        let is_source = self.styles.is_one_of(style, &SOURCE);
        let is_link = self
            .styles
            .is_one_of(style, &["hyperlink", "collegamento ipertestuale", "internet link", "followedhyperlink"]);
        let is_note = self
            .styles
            .is_one_of(style, &["footnote reference", "endnote reference", "footnote anchor", "footnote characters"]);
        let coloured = properties.and_then(|properties| child(properties, "color")).and_then(value);
        let coloured = coloured.is_some_and(|colour| !matches!(colour, "auto" | "000000" | "FFFFFF"));
        let raised = properties.and_then(|properties| child(properties, "vertAlign")).and_then(value);
        let raised = raised.is_some_and(|place| place != "baseline");
        let is_ours = !says || self.links > 0 || is_link || is_source || is_note;
        if !is_ours && (coloured || raised || is_on(properties, "u") || is_on(properties, "highlight")) {
            self.lose(Loss::Look);
        }
        Look {
            bold: is_on(properties, "b") || self.styles.is_one_of(style, &STRONG),
            italic: is_on(properties, "i") || self.styles.is_one_of(style, &EMPHASIS),
            strike: is_on(properties, "strike") || is_on(properties, "dstrike"),
            code: !is_source && font.is_some_and(|font| font.starts_with("Courier") || font.contains("Mono")),
            raised: false,
            source: is_source,
        }
    }
}

impl Line {
    /// The marks of a field: one that leads elsewhere is a link.
    fn field(&mut self, node: Node<'_, '_>) {
        match attribute(node, "fldCharType") {
            Some("begin") => self.fields.push(Field { start: self.pieces.len(), ..Field::default() }),
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.is_shown = true;
                }
            }
            Some("end") => {
                let Some(field) = self.fields.pop() else { return };
                if let Some(target) = address(&field.code) {
                    let inside = self.pieces.split_off(field.start.min(self.pieces.len()));
                    if !inside.is_empty() {
                        self.pieces.push(Piece::Link(target, inside));
                    }
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str, look: Look) {
        let text = text.chars().filter(|c| is_writable(*c)).collect();
        self.pieces.push(Piece::Text(text, look));
    }
}

/// Where a field leads: `HYPERLINK "https://…"` or `HYPERLINK \l "place"`.
fn address(code: &str) -> Option<Target> {
    let rest = code.trim().strip_prefix("HYPERLINK")?.trim();
    let quoted = |text: &str| text.split('"').nth(1).map(str::to_owned);
    match rest.strip_prefix("\\l") {
        Some(place) => Some(Target::Inside(quoted(place)?)),
        None => Some(Target::Outside(quoted(rest)?)),
    }
}
