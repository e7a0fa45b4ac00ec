use super::item::{Item, ItemKind, Style};
use super::refusal::Refusal;
use super::written::Written;
use granit_parser::{Event, Parser, ScalarStyle, StructureStyle};
use std::collections::HashMap;
use std::ops::Range;

/// Deeper values are not of our data.
const DEPTH: usize = 60;
/// So many values may a file have, those behind its aliases included.
const VALUES: usize = 4_000_000;

/// What a text holds: its value, and the places of its comments.
#[derive(Clone, Debug)]
pub(super) struct Parsed {
    pub(super) root: Item,
    pub(super) comments: Vec<Range<usize>>,
    /// How its lines end.
    pub(super) newline: &'static str,
}

/// A collection that is still open.
struct Open {
    item: Item,
    /// The key whose value follows.
    key: Option<Item>,
}

/// Parses a text as one document of YAML, offsets in bytes of it.
pub(super) fn parse(text: &str) -> Result<Parsed, Refusal> {
    let broken = || Refusal::new("il file non si legge come YAML: va corretto prima");
    let (mut open, mut root, mut comments, mut documents): (Vec<Open>, _, _, _) = (Vec::new(), None, Vec::new(), 0);
    let skipped = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    for event in Parser::new_from_str(text.get(skipped..).unwrap_or_default()) {
        let (event, span) = event.map_err(|_| broken())?;
        let bytes = span.byte_range().ok_or_else(broken)?;
        let bytes = bytes.start + skipped..bytes.end + skipped;
        let done = match event {
            Event::Comment(..) => {
                comments.push(bytes);
                continue;
            }
            Event::DocumentStart(..) => {
                documents += 1;
                continue;
            }
            Event::Scalar(value, style, anchor, tag) => scalar(text, &value, style, bytes, anchor, tag.is_some()),
            Event::Alias(anchor) => Item { kind: ItemKind::Alias(anchor), span: bytes, anchor: 0 },
            Event::SequenceStart(style, anchor, _) => {
                let kind = ItemKind::List { items: Vec::new(), flow: style == StructureStyle::Flow };
                open.push(Open { item: Item { kind, span: bytes, anchor }, key: None });
                if open.len() > DEPTH {
                    return Err(Refusal::new("il file ha troppi livelli uno dentro l'altro"));
                }
                continue;
            }
            Event::MappingStart(style, anchor, _) => {
                let kind = ItemKind::Map { entries: Vec::new(), flow: style == StructureStyle::Flow };
                open.push(Open { item: Item { kind, span: bytes, anchor }, key: None });
                if open.len() > DEPTH {
                    return Err(Refusal::new("il file ha troppi livelli uno dentro l'altro"));
                }
                continue;
            }
            Event::SequenceEnd | Event::MappingEnd => close(open.pop().ok_or_else(broken)?, bytes.end),
            _ => continue,
        };
        match open.last_mut() {
            Some(parent) => parent.take(done),
            None => root = root.or(Some(done)),
        }
    }
    if documents > 1 {
        return Err(Refusal::new("il file contiene più documenti, divisi da `---`"));
    }
    let root = root.unwrap_or(Item { kind: ItemKind::Nothing, span: text.len()..text.len(), anchor: 0 });
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    Ok(Parsed { root, comments, newline })
}

impl Open {
    fn take(&mut self, done: Item) {
        match &mut self.item.kind {
            ItemKind::List { items, .. } => items.push(done),
            ItemKind::Map { entries, .. } => match self.key.take() {
                Some(key) => entries.push((key, done)),
                None => self.key = Some(done),
            },
            _ => {}
        }
    }
}

fn close(open: Open, end: usize) -> Item {
    let mut item = open.item;
    let last = match &item.kind {
        ItemKind::List { items, .. } => items.last().map(|item| item.span.end),
        ItemKind::Map { entries, .. } => entries.last().map(|(key, value)| value.span.end.max(key.span.end)),
        _ => None,
    };
    item.span.end = if item.is_flow() { end } else { last.unwrap_or(item.span.start) };
    item
}

fn scalar(text: &str, value: &str, style: ScalarStyle, bytes: Range<usize>, anchor: usize, tagged: bool) -> Item {
    let style = match style {
        ScalarStyle::Plain => Style::Plain,
        ScalarStyle::SingleQuoted => Style::Single,
        ScalarStyle::DoubleQuoted => Style::Double,
        ScalarStyle::Literal => Style::Literal,
        ScalarStyle::Folded => Style::Folded,
    };
    let written = text.get(bytes.clone()).unwrap_or_default();
    let mut span = bytes.start..bytes.start + written.trim_end().len();
    if style == Style::Plain && !tagged && is_null(value) {
        return Item { kind: ItemKind::Nothing, span, anchor };
    }
    if matches!(style, Style::Literal | Style::Folded) {
        span.start = header(text, bytes.start);
        span.end = span.end.max(span.start + 1);
    }
    Item { kind: ItemKind::Scalar { text: value.to_owned(), style }, span, anchor }
}

/// Whether YAML reads a bare word as no value.
pub(super) fn is_null(word: &str) -> bool {
    matches!(word, "" | "~" | "null" | "Null" | "NULL")
}

/// Where the `|` or `>` stands above the lines of a block scalar.
fn header(text: &str, content: usize) -> usize {
    let above = text.get(..content).unwrap_or_default();
    let line = above.rfind('\n').map_or(above, |at| above.get(..at).unwrap_or_default()).trim_end();
    let start = line.rfind('\n').map_or(0, |at| at + 1);
    let shown = line.get(start..).unwrap_or_default();
    let shown = shown.split(" #").next().unwrap_or_default();
    shown.rfind(['|', '>']).map_or(content, |at| start + at)
}

/// What an item says, aliases replaced by what they stand for.
pub(super) fn meaning(root: &Item) -> Result<Written, Refusal> {
    let mut reader = Meaning { anchors: HashMap::new(), left: VALUES };
    reader.read(root)
}

struct Meaning {
    anchors: HashMap<usize, (Written, usize)>,
    /// How many values may still be copied.
    left: usize,
}

impl Meaning {
    fn read(&mut self, item: &Item) -> Result<Written, Refusal> {
        let before = self.left;
        let read = match &item.kind {
            ItemKind::Nothing => Written::Nothing,
            ItemKind::Scalar { text, .. } => Written::Text(text.clone()),
            ItemKind::List { items, .. } => {
                Written::List(items.iter().map(|item| self.read(item)).collect::<Result<_, _>>()?)
            }
            ItemKind::Map { entries, .. } => {
                let mut group: Vec<(String, Written)> = Vec::with_capacity(entries.len());
                for (key, value) in entries {
                    let key = key.key_text().ok_or_else(|| Refusal::new("una chiave del file non è un testo"))?;
                    if group.iter().any(|(name, _)| name == key) {
                        return Err(Refusal::new(format!("la chiave `{key}` è scritta due volte nello stesso punto")));
                    }
                    if key == "<<" {
                        return Err(Refusal::new("il file unisce gruppi di chiavi con `<<`"));
                    }
                    group.push((key.to_owned(), self.read(value)?));
                }
                Written::Group(group)
            }
            ItemKind::Alias(anchor) => {
                let (value, size) = self.anchors.get(anchor).cloned().ok_or_else(Refusal::misread)?;
                self.spend(size)?;
                value
            }
        };
        self.spend(1)?;
        if item.anchor != 0 {
            self.anchors.insert(item.anchor, (read.clone(), before - self.left));
        }
        Ok(read)
    }

    fn spend(&mut self, values: usize) -> Result<(), Refusal> {
        let left = self.left.checked_sub(values);
        self.left = left.ok_or_else(|| Refusal::new("il file ha troppi valori per essere cambiato dal programma"))?;
        Ok(())
    }
}
