use super::item::Item;
use super::place::{Found, Patch, Pen};
use super::refusal::Refusal;
use super::spot::Spot;
use super::written::Written;
use std::ops::Range;

/// The lines of an item of a block.
#[derive(Clone, Debug)]
pub(super) struct Lines {
    /// From the first comment that belongs to it to the end of its last line, with the comments inside it.
    pub(super) own: Range<usize>,
    /// The line of its dash.
    pub(super) dash: usize,
}

/// An item of a block beside which new ones go in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Neighbour<'i> {
    pub(super) item: &'i Item,
    pub(super) dash: usize,
    pub(super) column: usize,
    /// How many blanks stand after its dash.
    pub(super) blanks: usize,
}

impl<'i> Neighbour<'i> {
    /// The keys of the item.
    pub(super) fn keys(&self) -> Vec<&'i str> {
        self.item.entries().iter().filter_map(|(key, _)| key.key_text()).collect()
    }
}

impl Pen<'_> {
    /// The lines of an item; nothing where something else stands on the line of its dash.
    pub(super) fn lines(&self, list: Found<'_>, at: usize) -> Option<Lines> {
        let next = self.dash(list, at + 1).map(|dash| self.layout.line_start(dash));
        self.lines_before(list, at, |below| next == Some(below))
    }

    /// The same; `is_next` says whether the next item begins at a byte.
    pub(super) fn lines_before(&self, list: Found<'_>, at: usize, is_next: impl Fn(usize) -> bool) -> Option<Lines> {
        let layout = self.layout;
        let dash = self.dash(list, at)?;
        let line = layout.line_start(dash);
        if !layout.slice(line..dash).trim().is_empty() {
            return None;
        }
        let end = list.item.items().get(at).map_or(dash + 1, |item| item.span.end.max(dash + 1));
        // The span of a block scalar ends on the next line; that of another text may end after a letter of several bytes.
        let mut below = layout.next_line(layout.text.floor_char_boundary(end - 1));
        while below < layout.text.len() && layout.is_comment(below) && layout.depth(below) > layout.column(dash) {
            below = layout.next_line(below);
        }
        let above = layout.comments_above(line);
        let begins = at == 0 || layout.line_above(above).is_none_or(|above| layout.is_blank(above));
        // A comment above several records that stand together is the heading of them all.
        let is_heading = begins && is_next(below);
        Some(Lines { own: if is_heading { line } else { above }..below, dash: line })
    }

    /// A block of keys that becomes an item: a dash before its first key, and all its lines further in; nothing where it is no block.
    pub(super) fn enlist(&self, group: &Item) -> Option<Vec<Patch>> {
        let layout = self.layout;
        let (start, end) = (group.span.start, group.span.end);
        let stands_alone = layout.slice(layout.line_start(start)..start).trim().is_empty();
        if group.is_flow() || !stands_alone {
            return None;
        }
        let column = layout.column(start);
        let last = layout.text.floor_char_boundary(end.saturating_sub(1));
        let mut patches = vec![Patch::new(start..start, "- ")];
        let mut line = layout.next_line(start);
        while line < layout.text.len() && (line <= last || layout.is_comment(line) && layout.depth(line) >= column) {
            if !layout.is_blank(line) {
                patches.push(Patch::new(line..line, "  "));
            }
            line = layout.next_line(line);
        }
        Some(patches)
    }

    /// An item that goes, with the comments that belong to it.
    pub(super) fn remove_item(&self, list: Found<'_>, at: usize) -> Result<Vec<Patch>, Refusal> {
        let layout = self.layout;
        let lines = self.lines(list, at).ok_or_else(Refusal::misread)?;
        let mut range = lines.own;
        let is_last = at + 1 == list.item.items().len();
        let is_after_blank = layout.line_above(range.start).is_some_and(|above| layout.is_blank(above));
        if is_last {
            range.start = layout.blanks_above(range.start);
        } else if is_after_blank || at == 0 {
            range.end = layout.blanks_below(range.end);
        }
        let ends_file = range.end == layout.text.len() && !layout.text.ends_with('\n');
        if ends_file {
            let before = layout.slice(0..range.start);
            range.start = before.trim_end_matches(['\r', '\n']).len();
        }
        Ok(vec![Patch::new(range, "")])
    }

    /// New items in a block that has some.
    pub(super) fn insert_items(
        &self,
        list: Found<'_>,
        key: &str,
        at: usize,
        items: &[Written],
    ) -> Result<Vec<Patch>, Refusal> {
        let beside = at.saturating_sub(1);
        let neighbour = self.neighbour(list, beside).ok_or_else(Refusal::misread)?;
        let keys = neighbour.keys();
        let text = |item: &Written| {
            let item = self.ordered(&keys, item);
            self.item_beside(&neighbour, &item, key, neighbour.dash.into())
        };
        let texts: Vec<String> = items.iter().map(text).collect();
        self.insert_texts(list, at, neighbour.column, &texts)
    }

    /// An item of a block, as those look that go in beside it.
    pub(super) fn neighbour<'i>(&self, list: Found<'i>, at: usize) -> Option<Neighbour<'i>> {
        let item = list.item.items().get(at)?;
        let dash = self.dash(list, at)?;
        let on_same_line = self.layout.line_end(dash) >= item.span.start;
        let blanks = if on_same_line { item.span.start.saturating_sub(dash + 1).max(1) } else { 1 };
        let blanks = if item.anchor == 0 { blanks } else { 1 };
        Some(Neighbour { item, dash, column: self.layout.column(dash), blanks })
    }

    /// A new item with its dash, written as its neighbour is; its keys stand as they are given.
    pub(super) fn item_beside(&self, neighbour: &Neighbour<'_>, item: &Written, key: &str, near: Spot) -> String {
        let Neighbour { column, blanks, .. } = *neighbour;
        format!("-{}", self.item(item, key, near, column, blanks, neighbour.item.is_flow()))
    }

    /// Texts that begin with their dash, as items of a block that has some.
    pub(super) fn insert_texts(
        &self,
        list: Found<'_>,
        at: usize,
        column: usize,
        texts: &[String],
    ) -> Result<Vec<Patch>, Refusal> {
        let layout = self.layout;
        let gap = layout.newline.repeat(self.blank_lines(list, at));
        if let Some(before) = at.checked_sub(1) {
            let lines = self.lines(list, before).ok_or_else(Refusal::misread)?;
            let end = layout.slice(0..lines.own.end).trim_end_matches(['\r', '\n']).len();
            let text: String = texts.iter().map(|text| format!("{gap}{}{text}", self.break_to(column))).collect();
            return Ok(vec![Patch::new(end..end, text)]);
        }
        let lines = self.lines(list, 0).ok_or_else(Refusal::misread)?;
        let indent = " ".repeat(column);
        let text: String = texts.iter().map(|text| format!("{indent}{text}{}{gap}", layout.newline)).collect();
        Ok(vec![Patch::new(lines.own.start..lines.own.start, text)])
    }

    /// How many blank lines stand between the items about a place: the fewest, as more of them divide groups.
    pub(super) fn blank_lines(&self, list: Found<'_>, at: usize) -> usize {
        let count = |item: usize| {
            let lines = self.lines(list, item)?;
            let first = self.layout.comments_above(lines.dash);
            let blanks = self.layout.slice(self.layout.blanks_above(first)..first);
            Some(blanks.matches('\n').count())
        };
        let places = at.saturating_sub(1).max(1)..=at + 1;
        places.filter(|place| *place < list.item.items().len()).filter_map(count).min().unwrap_or_default()
    }

    /// A new record with its keys in the order of a neighbour; those that it has not, by the order of the table.
    pub(super) fn ordered(&self, neighbour: &[&str], item: &Written) -> Written {
        let Written::Group(entries) = item else { return item.clone() };
        let table = |key: &str| self.order.iter().position(|name| *name == key).unwrap_or(self.order.len());
        let position = |key: &str| neighbour.iter().position(|own| *own == key);
        let (mut sorted, mut others): (Vec<_>, Vec<_>) = entries.iter().partition(|(key, _)| position(key).is_some());
        sorted.sort_by_key(|(key, _)| position(key));
        others.sort_by_key(|(key, _)| table(key));
        for other in others {
            let place = sorted.iter().rposition(|(key, _)| table(key) < table(&other.0)).map_or(0, |before| before + 1);
            let place = if self.order.contains(&other.0.as_str()) { place } else { sorted.len() };
            sorted.insert(place, other);
        }
        Written::Group(sorted.into_iter().cloned().collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::edit::{Change, Document, Step, Written};

    fn changed(text: &str, change: &Change) -> String {
        let mut document = Document::parse(text).expect("a document");
        document.apply(change, &[]).expect("a change");
        document.text().to_owned()
    }

    const RECORDS: &str = "r:\n  - id: x\n    # in fondo a x\n  # di y\n  - id: y\n    # in fondo a y\n  - id: z\n";

    #[test]
    fn comments_that_stand_further_in_belong_to_the_record_above() {
        let remove = |at: usize| changed(RECORDS, &Change::Remove { at: vec![Step::from("r"), Step::from(at)] });
        assert_eq!(remove(0), "r:\n  # di y\n  - id: y\n    # in fondo a y\n  - id: z\n");
        assert_eq!(remove(1), "r:\n  - id: x\n    # in fondo a x\n  - id: z\n");
        assert_eq!(remove(2), RECORDS.replace("  - id: z\n", ""));
        let moved = changed(RECORDS, &Change::Move { list: vec![Step::from("r")], from: 2, to: 0 });
        assert_eq!(moved, format!("r:\n  - id: z\n{}", RECORDS.replace("  - id: z\n", "").replace("r:\n", "")));
    }

    #[test]
    fn items_in_another_order_keep_their_comments() {
        let text = "a:\n  - x # di x\n  # di y\n  - 'y'\n  - z\n";
        let value = |items: &[&str]| Written::List(items.iter().map(|item| Written::text(*item)).collect());
        let set = |items: &[&str]| changed(text, &Change::Set { at: vec![Step::from("a")], value: value(items) });
        assert_eq!(set(&["z", "x", "y"]), "a:\n  - z\n  - x # di x\n  # di y\n  - 'y'\n");
        assert_eq!(set(&["y", "z", "x"]), "a:\n  # di y\n  - 'y'\n  - z\n  - x # di x\n");
    }
}
