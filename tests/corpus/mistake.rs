//! One plausible mistake in one file: how lines are found and changed.

use crate::annex::{Files, data};
use crate::change::{Change, Part};
use crate::dice::Dice;
use crate::slips::SLIPS;

/// A mistake that was made, and what should be said of it.
#[derive(Debug)]
pub struct Mistake {
    pub kind: &'static str,
    pub path: String,
    pub text: String,
    /// Where it should be shown.
    pub line: usize,
    /// Any of these rules may speak.
    pub rules: &'static [&'static str],
}

/// Fixed words.
type Words = &'static [&'static str];

/// A kind of mistake that changes one line of one of some files.
pub struct Kind {
    pub name: &'static str,
    /// Names of data files; `content` stands for the chapters.
    pub files: Words,
    pub rules: Words,
    pub change: Change,
}

/// A kind of mistake that is made by a function.
pub const fn line(
    name: &'static str,
    files: Words,
    rules: Words,
    change: fn(&str, &mut Dice) -> Option<String>,
) -> Kind {
    Kind { name, files, rules, change: Change::Line(change) }
}

/// A kind that puts a part of a line into another form; see [`Change::Form`].
pub const fn form(
    name: &'static str,
    files: Words,
    rules: Words,
    part: Part,
    form: &'static str,
    marks: Words,
) -> Kind {
    Kind { name, files, rules, change: Change::Form(part, form, marks) }
}

/// A kind that puts a piece at the end of a text; see [`Change::End`].
pub const fn end(name: &'static str, files: Words, rules: Words, pieces: Words) -> Kind {
    Kind { name, files, rules, change: Change::End(pieces) }
}

impl Kind {
    /// Makes the mistake somewhere, in a line of a file that is `free`; of the chapters, in the first that has such a line.
    pub fn make(&self, files: &Files, dice: &mut Dice, free: impl Fn(&str, usize) -> bool) -> Option<Mistake> {
        let name = dice.pick(self.files);
        let mut paths: Vec<String> = match *name {
            "content" => files.keys().filter(|path| path.starts_with("content/")).cloned().collect(),
            name => vec![data(name)],
        };
        let start = dice.roll(paths.len());
        paths.rotate_left(start);
        paths.into_iter().find_map(|path| self.make_in(path, files, dice, &free))
    }

    /// The same in one file.
    fn make_in(
        &self,
        path: String,
        files: &Files,
        dice: &mut Dice,
        free: &impl Fn(&str, usize) -> bool,
    ) -> Option<Mistake> {
        let lines: Vec<&str> = files[&path].lines().collect();
        let start = dice.roll(lines.len());
        for step in 0..lines.len() {
            let at = (start + step) % lines.len();
            let comment = lines[at].trim_start().starts_with('#') && path.ends_with(".yaml");
            if comment || !free(&path, at + 1) {
                continue;
            }
            if let Some(changed) = self.change.of(lines[at], dice).filter(|changed| changed != lines[at]) {
                let text = with_line(&lines, at, &changed);
                // What a mistake adds stands below the line.
                let line = at + 1 + changed.matches('\n').count();
                return Some(Mistake { kind: self.name, path, text, line, rules: self.rules });
            }
        }
        None
    }
}

/// The text in which the line `at` (from 0) is another.
pub fn with_line(lines: &[&str], at: usize, changed: &str) -> String {
    let mut lines = lines.to_vec();
    lines[at] = changed;
    lines.join("\n") + "\n"
}

/// What stands before the key of a line, the key and the value.
pub fn field(line: &str) -> Option<(&str, &str, &str)> {
    let (before, value) = line.split_once(": ")?;
    let start = before.trim_end_matches(|c: char| c.is_ascii_lowercase() || c == '_').len();
    let (head, key) = before.split_at(start);
    (!key.is_empty() && matches!(head.trim(), "" | "-")).then_some((head, key, value))
}

/// The line with another value, if it has this key.
pub fn revalued(line: &str, wanted: &str, change: impl FnOnce(&str) -> Option<String>) -> Option<String> {
    let (head, key, value) = field(line).filter(|(_, key, _)| *key == wanted)?;
    let value = change(value)?;
    Some(format!("{head}{key}: {value}"))
}

/// A bare text that a person wrote: a value or an item of a list.
pub fn prose(line: &str, change: impl FnOnce(&str) -> String) -> Option<String> {
    let free = ["nome", "scopo", "processo", "finalita", "materia", "dove"];
    let (before, text) = match field(line) {
        Some((head, key, value)) if free.contains(&key) => (format!("{head}{key}: "), value),
        Some(_) => return None,
        None => {
            let text = line.trim_start().strip_prefix("- ")?;
            let indent = line.len() - line.trim_start().len();
            (format!("{}- ", &line[..indent]), text)
        }
    };
    let plain = !text.contains(['"', '{', '[', ':', '#', '>', '/']) && text.split(' ').count() >= 3;
    plain.then(|| format!("{before}{}", change(text)))
}

/// The same text between double quotes, in which a backslash begins an escape.
pub fn quoted(line: &str, change: impl FnOnce(&str) -> String) -> Option<String> {
    prose(line, |text| format!("\"{}\"", change(text)))
}

/// A paragraph of a chapter without marks and figures.
pub fn paragraph(line: &str, change: impl FnOnce(&str) -> String) -> Option<String> {
    let plain = line.len() > 60 && line.ends_with('.') && line.starts_with(|c: char| c.is_ascii_uppercase());
    (plain && !line.contains(['{', '|', '[', '`', '*'])).then(|| change(line))
}

/// A word with a slip of the pen, if it is a plain word.
pub fn slip(word: &str, dice: &mut Dice) -> Option<String> {
    let plain =
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    let (_, damage) = dice.pick(SLIPS);
    plain.then(|| damage(word, dice)).filter(|slipped| slipped != word && !slipped.is_empty())
}

/// The first identifier of a value such as `[a, b]` or `a`, with a slip of the pen.
pub fn slipped_id(value: &str, dice: &mut Dice) -> Option<String> {
    let id = value.trim_matches(['[', ']']).split(", ").next()?;
    Some(value.replacen(id, &slip(id, dice)?, 1)).filter(|_| id != "tutti")
}
