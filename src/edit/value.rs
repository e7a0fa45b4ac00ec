use super::item::{Item, ItemKind, Style};
use super::place::{Found, Patch, Pen};
use super::render::Rendered;
use super::scalar::{can_be_block, can_be_plain, inline, is_other_word, wrap};
use super::written::Written;

/// Lines of folded texts are at least allowed to be so wide.
const LEAST_WIDTH: usize = 60;

impl Pen<'_> {
    /// Another value in the place of one; `key` is that of the value, or of the list that it is an item of.
    pub(super) fn replace(&self, found: Found<'_>, key: &str, new: &Written) -> Vec<Patch> {
        let Found { item, slot } = found;
        if slot.flow {
            let text = match (&item.kind, new.scalar()) {
                (ItemKind::Scalar { style, .. }, Some(text)) => {
                    self.in_style(text, *style, stays_bare(item, new), true)
                }
                _ => self.in_flow(new, key, item.span.start.into()),
            };
            let is_empty = item.span.is_empty();
            let range = if is_empty { slot.after..slot.after } else { item.span.clone() };
            return vec![Patch::new(range, if is_empty { format!(" {text}") } else { text })];
        }
        let rendered = match (&item.kind, new.scalar()) {
            (ItemKind::Scalar { style, .. }, Some(text)) if !self.careful => {
                self.rewritten(item, *style, text, new, slot.column)
            }
            (ItemKind::Scalar { style, .. }, Some(text)) => {
                let head = self.in_style(text, *style, stays_bare(item, new), false);
                Rendered { head, body: String::new() }
            }
            _ => self.render(new, key, item.span.start.into(), slot.column, false),
        };
        self.put(found, &rendered)
    }

    /// Puts a rendered value where another stood; a comment on its first line stays there.
    fn put(&self, found: Found<'_>, rendered: &Rendered) -> Vec<Patch> {
        let Found { item, slot } = found;
        let end = item.span.end.max(slot.after);
        let first_end = self.layout.line_end(slot.after);
        if item.span.is_empty() || end <= first_end {
            let shown = if item.span.is_empty() { slot.after..slot.after } else { item.span.clone() };
            if rendered.body.is_empty() && !item.span.is_empty() && !rendered.head.is_empty() {
                return vec![Patch::new(shown, rendered.head.clone())];
            }
            let head = if rendered.head.is_empty() { String::new() } else { format!(" {}", rendered.head) };
            let mut patches = vec![Patch::new(slot.after..shown.end, head)];
            if !rendered.body.is_empty() {
                patches.push(Patch::new(first_end..first_end, rendered.body.clone()));
            }
            return patches;
        }
        let inline_end = self.layout.comment_after(slot.after).map_or(first_end, |comment| comment.start);
        let shown = self.layout.slice(slot.after..inline_end);
        let inline_end = slot.after + shown.trim_end().len();
        let head = if rendered.head.is_empty() { String::new() } else { format!(" {}", rendered.head) };
        vec![Patch::new(slot.after..inline_end, head), Patch::new(first_end..end, rendered.body.clone())]
    }

    /// A scalar in the style of the one that stood there, on one line.
    fn in_style(&self, text: &str, style: Style, bare: bool, flow: bool) -> String {
        let style = match style {
            Style::Single | Style::Double => style,
            _ => self.chosen(Style::Plain),
        };
        inline(text, self.chosen(style), bare, flow)
    }

    /// The same, on the lines that such a style takes.
    fn rewritten(&self, item: &Item, style: Style, text: &str, new: &Written, column: usize) -> Rendered {
        let written = self.layout.slice(item.span.clone());
        let mut lines = written.lines();
        let header = lines.next().unwrap_or_default();
        let below: Vec<&str> = lines.map(str::trim).collect();
        let indent = written.lines().skip(1).find(|line| !line.trim().is_empty());
        let indent = indent.map_or(column + 2, |line| line.len() - line.trim_start().len());
        match style {
            Style::Literal if can_be_block(text) => {
                let lines: Vec<String> = text.lines().map(str::to_owned).collect();
                Rendered { head: block_header(header, '|'), body: self.block_lines(&lines, indent) }
            }
            Style::Folded if can_be_block(text) => {
                let lines = folded(&below, text);
                Rendered { head: block_header(header, '>'), body: self.block_lines(&lines, indent) }
            }
            Style::Plain if !below.is_empty() && can_be_plain(text, false) => {
                let old: Vec<&str> = std::iter::once(header.trim()).chain(below).collect();
                let mut lines = refilled(&old, text);
                let head = if lines.is_empty() { String::new() } else { lines.remove(0) };
                Rendered { head, body: self.block_lines(&lines, indent) }
            }
            Style::Plain if text.contains('\n') && can_be_block(text) => {
                let lines: Vec<String> = text.lines().map(str::to_owned).collect();
                Rendered { head: "|-".to_owned(), body: self.block_lines(&lines, column + 2) }
            }
            _ => Rendered { head: self.in_style(text, style, stays_bare(item, new), false), body: String::new() },
        }
    }
}

/// Whether a value needs no quotation marks though it looks like a number: it is one, or stands in the place of one that had none.
fn stays_bare(item: &Item, new: &Written) -> bool {
    let was_bare = matches!(&item.kind, ItemKind::Scalar { text, style: Style::Plain } if is_other_word(text));
    was_bare || matches!(new, Written::Number(_))
}

/// The header of a block scalar without what said how far its lines stand in, and without its comment.
fn block_header(header: &str, mark: char) -> String {
    let shown = header.split_whitespace().next().unwrap_or_default();
    let chomping = shown.chars().find(|c| matches!(c, '-' | '+'));
    std::iter::once(mark).chain(chomping).collect()
}

/// The lines of a folded text: a line break in the text is an empty line between two.
fn folded(old: &[&str], text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut old = old.split(|line| line.is_empty());
    for (at, paragraph) in text.lines().enumerate() {
        if at > 0 {
            lines.push(String::new());
        }
        lines.extend(refilled(old.next().unwrap_or_default(), paragraph));
    }
    lines
}

/// A text on lines: those of the old text that it begins with as they were, then new ones of the same width.
fn refilled(old: &[&str], text: &str) -> Vec<String> {
    let width = old.iter().map(|line| line.chars().count()).max().unwrap_or_default().max(LEAST_WIDTH);
    let (mut lines, mut rest) = (Vec::new(), text);
    for line in old.iter().filter(|line| !line.is_empty()) {
        match rest.strip_prefix(line) {
            Some(after) if after.is_empty() || after.starts_with(' ') => {
                lines.push((*line).to_owned());
                rest = after.trim_start();
            }
            _ => break,
        }
    }
    if !rest.is_empty() {
        lines.extend(wrap(rest, width));
    }
    lines
}

#[cfg(test)]
mod tests {
    use crate::edit::{Change, Document, Step, Written};

    #[test]
    fn what_stood_without_quotation_marks_stands_without() {
        let change = |text: &str, typed: &str| {
            let mut document = Document::parse(text).expect("a document");
            let change = Change::Set { at: vec![Step::from("numero")], value: Written::text(typed) };
            document.apply(&change, &[]).expect("a change");
            document.text().to_owned()
        };
        assert_eq!(change("numero: 12  # due\n", "13"), "numero: 13  # due\n");
        assert_eq!(change("numero: \"12\"\n", "13"), "numero: \"13\"\n");
        assert_eq!(change("numero: dodici\n", "13"), "numero: \"13\"\n");
        assert_eq!(change("numero: 12\n", "13: x"), "numero: \"13: x\"\n");
        assert_eq!(change("{ numero: 12 }\n", "13"), "{ numero: 13 }\n");
    }
}
