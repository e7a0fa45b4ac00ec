use super::item::Style;
use super::parse::is_null;
use super::place::Pen;
use super::scalar::{can_be_block, inline, wrap};
use super::spot::Spot;
use super::style::{Habit, is_wide};
use super::written::Written;
use std::fmt::Write as _;

/// The width of folded texts.
const WIDTH: usize = 120;

/// A new value as it is written: what follows the colon or the dash on its line, and the lines below, each after its line break.
#[derive(Clone, Debug, Default)]
pub(super) struct Rendered {
    pub(super) head: String,
    pub(super) body: String,
}

impl Rendered {
    fn inline(head: String) -> Self {
        Self { head, body: String::new() }
    }

    /// With its blank in front.
    pub(super) fn after_mark(&self) -> String {
        if self.head.is_empty() { self.body.clone() } else { format!(" {}{}", self.head, self.body) }
    }
}

impl Pen<'_> {
    /// A line break and the blanks that lead to a column.
    pub(super) fn break_to(&self, column: usize) -> String {
        format!("{}{}", self.layout.newline, " ".repeat(column))
    }

    /// A value of a key, or of an item of the list of a key, below a key or a dash at `column`.
    pub(super) fn render(&self, value: &Written, key: &str, near: Spot, column: usize, flow: bool) -> Rendered {
        let habit = self.habit(key, near);
        match value {
            _ if flow => Rendered::inline(self.in_flow(value, key, near)),
            Written::Nothing => Rendered::default(),
            Written::Text(text) | Written::Number(text) => {
                self.scalar(text.trim(), matches!(value, Written::Number(_)), &habit, column)
            }
            Written::List(items) if items.is_empty() => Rendered::inline("[]".to_owned()),
            Written::Group(entries) if entries.is_empty() => Rendered::inline("{}".to_owned()),
            Written::List(items) => self.list(items, key, near, column, &habit),
            Written::Group(entries) => {
                let braces = self.in_flow(value, key, near);
                let is_short = entries.iter().all(|(_, value)| value.scalar().is_some()) && !is_wide(&braces, column);
                // At the top of a file groups are blocks.
                let is_small = is_short && column > 0;
                if habit.flow_group.unwrap_or(is_small) {
                    return Rendered::inline(braces);
                }
                let body = self.entries(entries, near, column + 2);
                Rendered { head: String::new(), body: self.break_to(column + 2) + &body }
            }
        }
    }

    fn scalar(&self, text: &str, is_number: bool, habit: &Habit, column: usize) -> Rendered {
        let is_block = !self.careful && can_be_block(text);
        if is_block && text.contains('\n') {
            let lines = text.lines().map(str::to_owned).collect::<Vec<_>>();
            return Rendered { head: "|-".to_owned(), body: self.block_lines(&lines, column + 2) };
        }
        if is_block && habit.folded && is_wide(text, column) {
            return Rendered { head: ">-".to_owned(), body: self.block_lines(&wrap(text, WIDTH), column + 2) };
        }
        Rendered::inline(inline(text, self.chosen(habit.style), is_number, false))
    }

    /// The quotation marks of a new text.
    pub(super) fn chosen(&self, style: Style) -> Style {
        if self.careful { Style::Double } else { style }
    }

    /// The lines of a block scalar; those that are empty stay without blanks.
    pub(super) fn block_lines(&self, lines: &[String], column: usize) -> String {
        let newline = self.layout.newline;
        let line = |line: &String| if line.is_empty() { newline.to_owned() } else { self.break_to(column) + line };
        lines.iter().map(line).collect()
    }

    fn list(&self, items: &[Written], key: &str, near: Spot, column: usize, habit: &Habit) -> Rendered {
        if items.iter().all(|item| item.scalar().is_some()) {
            let brackets = self.in_flow(&Written::List(items.to_vec()), key, near);
            if habit.flow_list.unwrap_or(!is_wide(&brackets, column)) {
                return Rendered::inline(brackets);
            }
        }
        let dash = column + habit.offset;
        let item = |item: &Written| format!("{}-{}", self.break_to(dash), self.item(item, key, near, dash, 1, false));
        Rendered { head: String::new(), body: items.iter().map(item).collect() }
    }

    /// An item of the list of a key: what follows its dash, blanks included.
    pub(super) fn item(
        &self,
        value: &Written,
        key: &str,
        near: Spot,
        dash: usize,
        blanks: usize,
        flow: bool,
    ) -> String {
        let gap = " ".repeat(blanks);
        match value {
            Written::Group(entries) if !entries.is_empty() && !flow => {
                gap + &self.entries(entries, near, dash + 1 + blanks)
            }
            Written::List(items) if !items.is_empty() => gap + &self.in_flow(value, key, near),
            _ if flow => gap + &self.in_flow(value, key, near),
            _ => self.render(value, key, near, dash, false).after_mark(),
        }
    }

    /// The keys of a group, one below the other; the first stands where the text goes.
    fn entries(&self, entries: &[(String, Written)], near: Spot, column: usize) -> String {
        let entry = |(key, value): &(String, Written)| self.entry(key, value, near, column, false);
        entries.iter().map(entry).collect::<Vec<_>>().join(&self.break_to(column))
    }

    /// A key with its value.
    pub(super) fn entry(&self, key: &str, value: &Written, near: Spot, column: usize, flow: bool) -> String {
        let name = inline(key, Style::Plain, true, flow);
        format!("{name}:{}", self.render(value, key, near, column, flow).after_mark())
    }

    /// A value between brackets, on one line.
    pub(super) fn in_flow(&self, value: &Written, key: &str, near: Spot) -> String {
        match value {
            Written::Nothing => String::new(),
            Written::Text(text) | Written::Number(text) => {
                let style = self.chosen(self.habit(key, near).style);
                let is_number = matches!(value, Written::Number(_));
                if is_null(text.trim()) {
                    "\"".to_owned() + text.trim() + "\""
                } else {
                    inline(text.trim(), style, is_number, true)
                }
            }
            Written::List(items) => {
                let items: Vec<String> = items.iter().map(|item| self.in_flow(item, key, near)).collect();
                format!("[{}]", items.join(", "))
            }
            Written::Group(entries) if entries.is_empty() => "{}".to_owned(),
            Written::Group(entries) => {
                let mut text = "{ ".to_owned();
                for (at, (key, value)) in entries.iter().enumerate() {
                    let separator = if at == 0 { "" } else { ", " };
                    let _ = write!(text, "{separator}{}", self.entry(key, value, near, 0, true));
                }
                text + " }"
            }
        }
    }
}
