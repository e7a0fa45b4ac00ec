use super::place::{Found, Patch, Pen};
use super::written::Written;

/// An item of a list between brackets, as it will be.
pub(super) enum FlowItem<'a> {
    /// That item as it stands.
    Kept(usize),
    /// A new one.
    New(&'a Written),
}

impl Pen<'_> {
    /// A list between brackets with other items: those that stay keep their bytes, and what follows them.
    pub(super) fn refill(&self, list: Found<'_>, key: &str, wanted: &[FlowItem<'_>]) -> Vec<Patch> {
        let items = list.item.items();
        let (Some(first), Some(end)) = (items.first(), items.last()) else {
            let new: Vec<String> = wanted.iter().map(|item| self.flow_item(list, key, item)).collect();
            return vec![Patch::new(list.item.span.clone(), format!("[{}]", new.join(", ")))];
        };
        if wanted.is_empty() {
            return vec![Patch::new(list.item.span.clone(), "[]")];
        }
        let between = |before: usize| {
            let ends = (items.get(before).map(|item| item.span.end), items.get(before + 1).map(|item| item.span.start));
            match ends {
                (Some(end), Some(start)) => self.layout.slice(end..start).to_owned(),
                _ => ", ".to_owned(),
            }
        };
        let usual = if items.len() > 1 { between(0) } else { ", ".to_owned() };
        let usual = if usual.contains('#') { ", ".to_owned() } else { usual };
        let mut text = String::new();
        for (at, item) in wanted.iter().enumerate() {
            if at > 0 {
                match wanted.get(at - 1) {
                    Some(FlowItem::Kept(before)) if before + 1 < items.len() => text.push_str(&between(*before)),
                    _ => text.push_str(&usual),
                }
            }
            text.push_str(&self.flow_item(list, key, item));
        }
        vec![Patch::new(first.span.start..end.span.end, text)]
    }

    fn flow_item(&self, list: Found<'_>, key: &str, item: &FlowItem<'_>) -> String {
        match item {
            FlowItem::Kept(at) => {
                list.item.items().get(*at).map_or(String::new(), |item| self.layout.slice(item.span.clone()).to_owned())
            }
            FlowItem::New(value) => self.in_flow(value, key, list.item.span.start.into()),
        }
    }
}
