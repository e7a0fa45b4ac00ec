use super::item::{Item, ItemKind, Style};
use super::place::Pen;
use super::scalar::needs_quotes;

/// From this width on, a text whose neighbours are folded is folded too.
const LONG: usize = 100;

/// How the values of a key are written elsewhere in the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Habit {
    /// Whether its lists stand between brackets, where there are any.
    pub(super) flow_list: Option<bool>,
    /// Whether its groups of keys stand between braces, likewise.
    pub(super) flow_group: Option<bool>,
    /// How far its dashes stand to the right of the key.
    pub(super) offset: usize,
    /// The quotation marks that its texts have, also where they need none.
    pub(super) style: Style,
    /// Whether its long texts are folded.
    pub(super) folded: bool,
}

impl Pen<'_> {
    /// How the values of a key are written, the places nearest to a byte first.
    pub(super) fn habit(&self, key: &str, near: usize) -> Habit {
        let (mut same, mut any) = (Vec::new(), Vec::new());
        self.root.walk(&mut |map| {
            for (name, value) in map.entries() {
                let entry = (name.span.start.abs_diff(near), name.span.clone(), value.clone_light());
                if name.key_text() == Some(key) {
                    same.push(entry.clone());
                }
                any.push(entry);
            }
        });
        same.sort_by_key(|(distance, ..)| *distance);
        any.sort_by_key(|(distance, ..)| *distance);
        let list = |(.., value): &&(usize, _, Light)| matches!(value.shape, Shape::List { .. });
        let flow = |(.., value): &(usize, _, Light)| value.flow;
        let offset = |(_, name, value): &(usize, std::ops::Range<usize>, Light)| match value.shape {
            Shape::List { first: Some(first) } if !value.flow => {
                let line = self.layout.line_start(first);
                let text = self.layout.slice(line..first);
                let dash = text.len() - text.trim_start().len();
                text.trim_start().starts_with('-').then(|| dash.saturating_sub(self.layout.column(name.start)))
            }
            _ => None,
        };
        let bare = same.iter().filter(|(.., value)| value.plain_style.is_some());
        let styles: Vec<Style> = bare.filter_map(|(.., value)| value.plain_style).collect();
        let quoted = styles.iter().find(|style| matches!(style, Style::Single | Style::Double)).copied();
        let many = styles.iter().filter(|style| matches!(style, Style::Single | Style::Double)).count() * 2;
        Habit {
            flow_list: same.iter().find(list).map(flow),
            flow_group: same.iter().find(|(.., value)| matches!(value.shape, Shape::Group)).map(flow),
            offset: same.iter().find_map(offset).or_else(|| any.iter().find_map(offset)).unwrap_or(2),
            style: quoted.filter(|_| many > styles.len()).unwrap_or(Style::Plain),
            folded: same.iter().find(|(.., value)| value.length > LONG).is_some_and(|(.., value)| value.folded),
        }
    }
}

/// What of a value matters to a habit.
#[derive(Clone, Debug)]
struct Light {
    flow: bool,
    shape: Shape,
    /// The style of a text that could do without quotation marks.
    plain_style: Option<Style>,
    folded: bool,
    length: usize,
}

#[derive(Clone, Debug)]
enum Shape {
    Other,
    /// With the first byte of its first item; an empty list tells nothing.
    List {
        first: Option<usize>,
    },
    Group,
}

impl Item {
    fn clone_light(&self) -> Light {
        let light = Light { flow: self.is_flow(), shape: Shape::Other, plain_style: None, folded: false, length: 0 };
        match &self.kind {
            ItemKind::List { items, .. } if !items.is_empty() => {
                Light { shape: Shape::List { first: items.first().map(|item| item.span.start) }, ..light }
            }
            ItemKind::Map { entries, .. } if !entries.is_empty() => Light { shape: Shape::Group, ..light },
            ItemKind::Scalar { text, style } => {
                let is_block = matches!(style, Style::Literal | Style::Folded);
                let tells = !is_block && (!needs_quotes(text) || *style == Style::Plain);
                // Numbers and codes between quotation marks tell a habit too.
                let is_word = !text.contains([',', ':', '#', '"', '\'', '[', '{']);
                let plain_style = (tells || (is_word && !is_block)).then_some(*style);
                Light { plain_style, folded: is_block, length: text.len(), ..light }
            }
            _ => light,
        }
    }
}

/// Whether a rendered list or group is too wide for one line.
pub(super) fn is_wide(text: &str, column: usize) -> bool {
    column + text.chars().count() > 130
}
