use super::inside::{attribute, child, is, value};
use super::lists::Lists;
use super::lost::{Loss, Lost};
use super::package::{Package, parse};
use super::relations::{Relations, part_name};
use super::styles::Styles;
use crate::docx::document::{Block, ListPlace, Paragraph, Piece, Style};
use crate::docx::numbering::indent as far_from_margin;
use crate::docx::table::Table;
use crate::trouble::Trouble;
use roxmltree::Node;
use std::collections::HashMap;

/// How deep pieces may stand in one another.
pub(super) const DEEPEST: usize = 48;

/// A document while it is read.
pub(super) struct Reader<'p, 'b> {
    package: &'p Package<'b>,
    main: String,
    pub(super) relations: Relations,
    pub(super) styles: Styles,
    pub(super) lists: Lists,
    pub(super) lost: Vec<Lost>,
    /// How many blocks have been read.
    pub(super) block: usize,
    /// The footnotes that are called, each with the part in which it stands and its number there.
    pub(super) called: Vec<(&'static str, String)>,
    /// What is left of paragraphs whose end was deleted: it stands before the next one.
    joined: Vec<Piece>,
    /// How many links are open.
    pub(super) links: usize,
    /// The last item of a list at each level, and how far from the margin it stands: a paragraph that stands as far goes on with it.
    items: Vec<(ListPlace, u32)>,
}

impl<'p, 'b> Reader<'p, 'b> {
    pub(super) fn new(package: &'p Package<'b>) -> Result<Self, Trouble> {
        let main = package.main()?;
        let relations = Relations::of(package, &main)?;
        let beside = |kind: &str| {
            let target = relations.of_type(kind).map_or_else(|| format!("{kind}.xml"), str::to_owned);
            part_name(&main, &target)
        };
        let styles = Styles::of(package, &beside("styles"))?;
        let lists = Lists::of(package, &beside("numbering"))?;
        let (lost, called) = (Vec::new(), Vec::new());
        let (joined, items) = (Vec::new(), Vec::new());
        Ok(Self { package, main, relations, styles, lists, lost, block: 0, called, joined, links: 0, items })
    }

    /// The blocks of a part with a body.
    pub(super) fn part(&mut self, name: &str) -> Result<Vec<Block>, Trouble> {
        let text = self.package.part(name)?.unwrap_or_default();
        let xml = parse(&self.package.shown, &text)?;
        let mut blocks = Vec::new();
        if let Some(body) = child(xml.root_element(), "body") {
            self.blocks(body, 0, &mut blocks);
        }
        Ok(blocks)
    }

    /// The footnotes and endnotes that are called, in the order of their calls.
    pub(super) fn notes(&mut self) -> Result<Vec<Vec<Block>>, Trouble> {
        let called = std::mem::take(&mut self.called);
        let mut notes = vec![Vec::new(); called.len()];
        for kind in ["footnotes", "endnotes"] {
            let Some(target) = self.relations.of_type(kind) else { continue };
            let name = part_name(&self.main, target);
            let relations = Relations::of(self.package, &name)?;
            let text = self.package.part(&name)?.unwrap_or_default();
            let xml = parse(&self.package.shown, &text)?;
            let places: HashMap<&str, Node<'_, '_>> =
                xml.root_element().children().filter_map(|note| Some((attribute(note, "id")?, note))).collect();
            let own = std::mem::replace(&mut self.relations, relations);
            for (number, (part, id)) in called.iter().enumerate() {
                if let Some(note) = places.get(id.as_str()).filter(|_| *part == kind) {
                    self.blocks(*note, 0, &mut notes[number]);
                }
            }
            self.relations = own;
        }
        // A note within a note has no place of its own.
        self.called.clear();
        Ok(notes)
    }

    pub(super) fn lose(&mut self, what: Loss) {
        self.lost.push(Lost { what, block: self.block });
    }

    /// The blocks of an element; what only wraps others is looked through.
    pub(super) fn blocks(&mut self, inside: Node<'_, '_>, depth: usize, made: &mut Vec<Block>) {
        if depth > DEEPEST {
            return self.lose(Loss::Depth);
        }
        for node in inside.children().filter(Node::is_element) {
            match node.tag_name().name() {
                "p" => {
                    if let Some(paragraph) = self.paragraph(node) {
                        made.push(Block::Paragraph(paragraph));
                        self.block += 1;
                    }
                }
                "tbl" => {
                    self.unjoined(made);
                    let table = self.table(node, depth + 1);
                    self.items.clear();
                    match boxed(&table) {
                        Some(paragraphs) => {
                            self.lose(Loss::Box);
                            self.block += paragraphs.len();
                            made.extend(paragraphs.into_iter().map(Block::Paragraph));
                        }
                        // A table whose rows were all deleted is gone.
                        None if table.columns.is_empty() => {}
                        None => {
                            made.push(Block::Table(table));
                            self.block += 1;
                        }
                    }
                }
                _ if is_wrapper(node) => {
                    self.blocks(node, depth + 1, made);
                }
                "del" | "moveFrom" => self.lose(Loss::Deletion),
                "oMathPara" | "oMath" => self.lose(Loss::Formula),
                "altChunk" => self.lose(Loss::Picture),
                _ => {}
            }
        }
        if depth == 0 || !is_wrapper(inside) {
            self.unjoined(made);
        }
    }

    /// What is left of paragraphs whose end was deleted, where no other paragraph follows.
    fn unjoined(&mut self, made: &mut Vec<Block>) {
        let pieces = std::mem::take(&mut self.joined);
        if !pieces.is_empty() {
            made.push(Block::Paragraph(Paragraph::new(Style::Normal, pieces)));
            self.block += 1;
        }
    }

    /// A paragraph; `None` for one that says nothing.
    pub(super) fn paragraph(&mut self, node: Node<'_, '_>) -> Option<Paragraph> {
        let properties = child(node, "pPr");
        let id = properties.and_then(|properties| child(properties, "pStyle")).and_then(value).unwrap_or_default();
        if self.styles.is_contents(id) {
            let told = Lost { what: Loss::Contents, block: self.block };
            if self.lost.last() != Some(&told) {
                self.lost.push(told);
            }
            return None;
        }
        let named = self.styles.style(id);
        let outline = properties.and_then(|properties| child(properties, "outlineLvl")).and_then(value);
        let outline = outline.and_then(|level| level.parse::<u8>().ok()).filter(|level| *level < 6);
        let style = match (named, outline) {
            (Style::Normal, Some(level)) => Style::Heading(level + 1),
            (named, _) => named,
        };
        let mut pieces = std::mem::take(&mut self.joined);
        pieces.extend(self.pieces_of(node));
        let end = properties.and_then(|properties| child(properties, "rPr"));
        if end.is_some_and(|end| child(end, "del").or(child(end, "moveFrom")).is_some()) {
            if !pieces.is_empty() {
                self.lose(Loss::Deletion);
            }
            self.joined = pieces;
            return None;
        }
        let list = if matches!(style, Style::Heading(_)) { None } else { self.list_place(properties, id) };
        if pieces.is_empty() && list.is_none() {
            return None;
        }
        let style = if list.is_some() { Style::List } else { style };
        Some(Paragraph { list, ..Paragraph::new(style, pieces) })
    }

    fn list_place(&mut self, properties: Option<Node<'_, '_>>, style: &str) -> Option<ListPlace> {
        let numbering = properties.and_then(|properties| child(properties, "numPr"));
        let own = numbering.and_then(|numbering| child(numbering, "numId")).and_then(value);
        let level = numbering.and_then(|numbering| child(numbering, "ilvl")).and_then(value);
        let of_style = self.styles.list(style).map(|(list, level)| (list.to_owned(), level));
        let level =
            level.and_then(|level| level.parse().ok()).or(of_style.as_ref().map(|(_, level)| *level)).unwrap_or(0);
        let list = own.map(str::to_owned).or(of_style.map(|(list, _)| list));
        let indent = properties.and_then(|properties| child(properties, "ind"));
        let left = indent.and_then(|indent| attribute(indent, "left").or(attribute(indent, "start")));
        let left = left.and_then(|left| left.parse::<u32>().ok());
        let deep = level.max(self.styles.list_level(style));
        let known = self.lists.kinds.len();
        if let Some(place) = list.as_ref().and_then(|list| self.lists.place(list, deep, level)) {
            let is_new = self.lists.kinds.len() > known;
            if is_new && list.is_some_and(|list| self.lists.is_lettered(&list, level)) {
                self.lose(Loss::Letters);
            }
            self.items.retain(|(item, _)| item.level < place.level);
            self.items.push((place, far_from_margin(place.level)));
            return Some(place);
        }
        // Without a sign, and as far from the margin as the item before it: it goes on with that item.
        let is_plain = matches!(self.styles.name(style), "list paragraph" | "paragrafo elenco" | "elenco");
        let found =
            left.and_then(|left| self.items.iter().rposition(|(_, far)| *far == left || (is_plain && *far < left)));
        self.items.truncate(found.map_or(0, |at| at + 1));
        self.items.last().map(|(item, _)| ListPlace { goes_on: true, ..*item })
    }
}

/// The paragraphs of a table that is nothing but a frame around them, as a quotation.
fn boxed(table: &Table) -> Option<Vec<Paragraph>> {
    let ([row], []) = (table.head.as_slice(), table.rows.as_slice()) else { return None };
    let [cell] = row.cells.as_slice() else { return None };
    let quoted = |paragraph: &Paragraph| {
        let style = if paragraph.style == Style::Normal { Style::Quote } else { paragraph.style };
        Paragraph { style, ..paragraph.clone() }
    };
    Some(cell.paragraphs.iter().map(quoted).collect())
}

/// Whether an element only holds others.
fn is_wrapper(node: Node<'_, '_>) -> bool {
    ["sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"].iter().any(|name| is(node, name))
}

/// Whether an element only says how something looks.
pub(super) fn is_property(node: Node<'_, '_>) -> bool {
    is(node, "pPr") || is(node, "rPr") || is(node, "tcPr") || is(node, "trPr") || is(node, "tblPr")
}
