use super::item::{Item, ItemKind};
use super::place::{Found, Patch, Pen};
use super::refusal::Refusal;
use super::written::Written;

impl Pen<'_> {
    /// A key that is not there yet.
    pub(super) fn add_key(&self, map: Found<'_>, key: &str, value: &Written) -> Result<Vec<Patch>, Refusal> {
        if matches!(map.item.kind, ItemKind::Nothing) {
            return Ok(self.first_key(map, key, value));
        }
        let ItemKind::Map { entries, .. } = &map.item.kind else { return Err(Refusal::misread()) };
        if map.slot.flow || map.item.is_flow() {
            return Ok(vec![self.add_in_flow(map.item, key, value)]);
        }
        let Some((first, _)) = entries.first() else { return Err(Refusal::misread()) };
        let column = self.layout.column(first.span.start);
        let text = self.entry(key, value, first.span.start.into(), column, false);
        let Some((at, (_, before))) = self.predecessor(map.item, key) else {
            let start = first.span.start;
            return Ok(vec![Patch::new(start..start, text + &self.break_to(column))]);
        };
        let slot = self.entry_slot(map, at).ok_or_else(Refusal::misread)?;
        let end = self.layout.line_end(before.span.end.max(slot.after));
        let is_top = std::ptr::eq(map.item, self.root);
        let gap = if is_top && text.contains('\n') { self.layout.newline } else { "" };
        Ok(vec![Patch::new(end..end, format!("{gap}{}{text}", self.break_to(column)))])
    }

    /// The first key of a file that holds nothing, or only comments.
    fn first_key(&self, map: Found<'_>, key: &str, value: &Written) -> Vec<Patch> {
        if !std::ptr::eq(map.item, self.root) {
            return self.replace(map, key, &Written::Group(vec![(key.to_owned(), value.clone())]));
        }
        let end = self.layout.text.len();
        let newline = self.layout.newline;
        let text = self.entry(key, value, end.into(), 0, false);
        let before =
            if self.layout.slice(0..end).is_empty() || self.layout.text.ends_with('\n') { "" } else { newline };
        vec![Patch::new(end..end, format!("{before}{text}{newline}"))]
    }

    /// The entry after which a key goes: as in the nearest record that has it, else by the order of the table.
    fn predecessor<'i>(&self, map: &'i Item, key: &str) -> Option<(usize, &'i (Item, Item))> {
        let is_top = std::ptr::eq(map, self.root);
        let mut model: Option<(usize, Vec<String>)> = None;
        self.root.walk(&mut |other| {
            let Some(at) = other.position(key).filter(|_| !is_top) else { return };
            let names: Vec<String> =
                other.entries().iter().take(at).filter_map(|(name, _)| name.key_text().map(str::to_owned)).collect();
            let shared = names.iter().filter(|name| map.position(name).is_some()).count();
            let distance = other.span.start.abs_diff(map.span.start);
            if shared * 2 >= names.len() && model.as_ref().is_none_or(|(nearest, _)| distance < *nearest) {
                model = Some((distance, names));
            }
        });
        let entries = map.entries();
        let last = |names: &dyn Fn(&str) -> bool| {
            entries.iter().enumerate().rev().find(|(_, (name, _))| name.key_text().is_some_and(names))
        };
        let place = |key: &str| self.order.iter().position(|name| *name == key);
        if let Some((_, names)) = &model {
            let (at, _) = last(&|name| names.iter().any(|before| before == name))?;
            // Keys that the model lacks and that come first by the order of the table stay before.
            let is_before = |name: &str| place(name).zip(place(key)).is_some_and(|(other, own)| other < own);
            let more =
                entries.iter().skip(at + 1).take_while(|(name, _)| name.key_text().is_some_and(is_before)).count();
            return entries.iter().enumerate().nth(at + more);
        }
        match place(key) {
            Some(place) => last(&|name| self.order.iter().take(place).any(|before| *before == name)),
            None => entries.iter().enumerate().next_back(),
        }
    }

    fn add_in_flow(&self, map: &Item, key: &str, value: &Written) -> Patch {
        let text = self.entry(key, value, map.span.start.into(), 0, true);
        let Some((first, _)) = map.entries().first() else {
            return Patch::new(map.span.clone(), format!("{{ {text} }}"));
        };
        match self.predecessor(map, key) {
            Some((_, (name, before))) => {
                let end = before.span.end.max(self.after_colon(name));
                Patch::new(end..end, format!(", {text}"))
            }
            None => Patch::new(first.span.start..first.span.start, format!("{text}, ")),
        }
    }

    /// The byte after the colon of a key, or after the key where it has none.
    fn after_colon(&self, key: &Item) -> usize {
        let at = self.layout.skip_blank(key.span.end);
        if self.layout.slice(at..at + 1) == ":" { at + 1 } else { key.span.end }
    }

    /// A key that goes, with its value and the comment on its line.
    pub(super) fn remove_key(&self, map: Found<'_>, key: &str) -> Result<Vec<Patch>, Refusal> {
        let entries = map.item.entries();
        let at = map.item.position(key).ok_or_else(Refusal::misread)?;
        let Some((name, value)) = entries.get(at) else { return Err(Refusal::misread()) };
        if entries.len() == 1 {
            return Ok(self.empty_map(map));
        }
        let end = value.span.end.max(self.after_colon(name));
        let next = entries.get(at + 1).map(|(name, _)| name.span.start);
        if map.slot.flow || map.item.is_flow() {
            let before = at.checked_sub(1).and_then(|before| entries.get(before));
            let range = match (next, before) {
                (Some(next), _) => name.span.start..next,
                (None, Some((name, value))) => value.span.end.max(self.after_colon(name))..end,
                (None, None) => return Err(Refusal::misread()),
            };
            return Ok(vec![Patch::new(range, "")]);
        }
        let line = self.layout.line_start(name.span.start);
        let is_alone = self.layout.slice(line..name.span.start).trim().is_empty();
        if is_alone {
            let after = self.layout.next_line(end);
            let is_last = after == self.layout.text.len() && !self.layout.text.ends_with('\n');
            // The last line of a file that has no line break at its end goes with the break before it.
            let start = if is_last { line - self.break_before(line) } else { line };
            return Ok(vec![Patch::new(start..after, "")]);
        }
        // The first key of a record stands beside its dash, and what follows takes its place there.
        let next = next.ok_or_else(Refusal::misread)?;
        let below = self.layout.next_line(end);
        let comment = self.layout.comment_from(below).filter(|comment| comment.start < next);
        Ok(vec![Patch::new(name.span.start..comment.map_or(next, |comment| comment.start), "")])
    }

    /// How many bytes the line break before a line has.
    fn break_before(&self, line: usize) -> usize {
        let before = self.layout.slice(0..line);
        if before.ends_with("\r\n") { 2 } else { usize::from(before.ends_with('\n')) }
    }

    fn empty_map(&self, map: Found<'_>) -> Vec<Patch> {
        if map.slot.flow || map.item.is_flow() || std::ptr::eq(map.item, self.root) {
            return vec![Patch::new(map.item.span.clone(), "{}")];
        }
        self.replace(map, "", &Written::Group(Vec::new()))
    }
}
