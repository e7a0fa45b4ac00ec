//! What a mistake makes of one line: whatever a function says, or a part of the line in another form.

use crate::dice::Dice;
use crate::mistake::{paragraph, prose, quoted};

/// What a mistake makes of a line, if it can be made in it.
pub enum Change {
    /// What the function says.
    Line(fn(&str, &mut Dice) -> Option<String>),
    /// A part in another form, in which `{text}` stands for what was there and `{mark}` for one of the marks.
    Form(Part, &'static str, &'static [&'static str]),
    /// A text with one of these pieces at its end: a value or an item of a table, a paragraph of a chapter.
    End(&'static [&'static str]),
}

/// Changes a part of a line, if the line has it.
pub type Part = fn(&str, &dyn Fn(&str) -> String) -> Option<String>;

/// See [`prose`].
pub const PROSE: Part = |line, change| prose(line, change);
/// See [`quoted`].
pub const QUOTED: Part = |line, change| quoted(line, change);
/// See [`paragraph`].
pub const PARAGRAPH: Part = |line, change| paragraph(line, change);

/// The first space of a text.
pub const GAP: Part = |line, change| prose(line, |text| text.replacen(' ', &change(" "), 1));

impl Change {
    /// The changed line.
    pub fn of(&self, line: &str, dice: &mut Dice) -> Option<String> {
        match self {
            Self::Line(change) => change(line, dice),
            Self::Form(part, form, marks) => {
                let form = form.replace("{mark}", pick(marks, dice));
                part(line, &|text| form.replace("{text}", text))
            }
            Self::End(pieces) => {
                let piece = pick(pieces, dice);
                prose(line, |text| format!("{text} {piece}"))
                    .or_else(|| paragraph(line, |text| format!("{text} Anche {piece}.")))
            }
        }
    }
}

/// One of some marks, nothing where there are none; one alone takes no throw of the dice.
fn pick(marks: &[&'static str], dice: &mut Dice) -> &'static str {
    match marks {
        [] => "",
        [only] => only,
        _ => marks[dice.roll(marks.len())],
    }
}
