use super::item::Style;
use super::place::Pen;
use super::spot::Spot;

/// From this width on, a text whose neighbours are folded is folded too.
pub(super) const LONG: usize = 100;

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
    /// How the values of a key are written, the places nearest to a spot first.
    pub(super) fn habit(&self, key: &str, near: Spot) -> Habit {
        self.habits.get_or_init(|| super::habits::Habits::of(self.root, self.layout)).habit(key, near)
    }
}

/// Whether a rendered list or group is too wide for one line.
pub(super) fn is_wide(text: &str, column: usize) -> bool {
    column + text.chars().count() > 130
}
