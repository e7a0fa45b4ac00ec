//! Wrong white space before a line, and dashes that are missing or not in their place.

use super::{Scene, Shape, Supposition, Suppositions};
use crate::load::line::{Line, name};
use std::iter;

/// The head of a record without its dash, or with its dash elsewhere.
pub(super) fn head<'s>(scene: &'s Scene<'_>) -> Suppositions<'s> {
    let Shape::Item { level, misplaced: true } = scene.shape else { return Box::new(iter::empty()) };
    let Some(first) = scene.first else { return Box::new(iter::empty()) };
    let line = &scene.lines[first];
    let (mark, rest) = line.marked();
    let at = line.body_start();
    let shown = rest.trim_start_matches(['{', ' ']);
    let shown = name(shown);
    let (range, message, help) = match odd_space(line) {
        Some(odd) => (odd.range(line), odd.message(), spaces_only(level)),
        None if mark.is_empty() => (
            at..at + shown.len(),
            "manca il trattino con cui comincia una nuova voce".to_owned(),
            format!("scrivere un trattino e uno spazio prima di `{shown}`, allineati a quelli delle altre voci"),
        ),
        None if mark != "-" => (at..at + mark.len(), bullet(mark), BULLET_HELP.to_owned()),
        None if line.item().is_none() => {
            (at..at + 1, "manca lo spazio dopo il trattino".to_owned(), format!("scrivere `- {shown}`"))
        }
        None => (at..at + 1, misaligned("prima del trattino", line.indent(), level), ALIGN_DASH.to_owned()),
    };
    let before = line.start..line.end() - rest.len();
    Box::new(iter::once(Supposition::new(range, message, help).edit(before, format!("{}- ", " ".repeat(level)))))
}

const BULLET_HELP: &str = "scrivere un trattino e uno spazio";
const ALIGN_DASH: &str = "allineare il trattino a quelli delle altre voci";

fn bullet(mark: &str) -> String {
    format!("la voce comincia con «{mark}» invece che con un trattino")
}

/// `before` is `prima di …`.
fn misaligned(before: &str, is: usize, right: usize) -> String {
    let right = match right {
        0 => "non ne va nessuno".to_owned(),
        1 => "ne va uno".to_owned(),
        right => format!("ne vanno {right}"),
    };
    match is {
        0 => format!("{before} mancano gli spazi: {right}"),
        1 => format!("{before} c'è uno spazio: {right}"),
        is => format!("{before} ci sono {is} spazi: {right}"),
    }
}

/// White space before a line that is no space, or not as much as before its neighbours.
pub(super) fn margins<'s>(scene: &'s Scene<'_>) -> Suppositions<'s> {
    let first = scene.first.unwrap_or(scene.lines.len());
    let each = (first..scene.lines.len()).filter(|at| scene.lines[*at].is_written());
    Box::new(
        odd_spaces(scene).into_iter().chain(each.flat_map(|at| mark(scene, at).into_iter().chain(margin(scene, at)))),
    )
}

/// Every line of the piece that has odd spaces before it: one mistake.
fn odd_spaces(scene: &Scene<'_>) -> Option<Supposition> {
    let mut all: Option<Supposition> = None;
    for (at, line) in scene.lines.iter().enumerate().filter(|(_, line)| line.is_written()) {
        let Some(space) = odd_space(line) else { continue };
        let right = target(scene, at).unwrap_or(0);
        let supposed = all.unwrap_or_else(|| Supposition::new(space.range(line), space.message(), spaces_only(right)));
        all = Some(supposed.edit(line.margin(), " ".repeat(right)));
    }
    all
}

/// A wrong mark before an item, and before those below it.
fn mark(scene: &Scene<'_>, at: usize) -> Option<Supposition> {
    let line = &scene.lines[at];
    let (mark, rest) = line.marked();
    let wrong = line.item().is_none() && !mark.is_empty();
    let is_item = scene.first.is_some_and(|first| at > first) || matches!(scene.shape, Shape::Item { .. });
    (wrong && is_item).then(|| dash(line, mark, rest))?.map(|found| found.and_below(scene, at, mark))
}

/// Too many or too few spaces before a line.
fn margin(scene: &Scene<'_>, at: usize) -> Option<Supposition> {
    let line = &scene.lines[at];
    let right = target(scene, at).filter(|right| *right != line.indent())?;
    let (what, help, length) = match (line.item(), line.key()) {
        (Some(_), _) => ("prima del trattino".to_owned(), ALIGN_DASH.to_owned(), 1),
        (None, Some((key, _))) => {
            (format!("prima di `{key}`"), format!("allineare `{key}` alle altre chiavi della stessa voce"), key.len())
        }
        _ => return None,
    };
    let range = line.body_start()..line.body_start() + length;
    let message = misaligned(&what, line.indent(), right);
    Some(Supposition::new(range, message, help).edit(line.margin(), " ".repeat(right)))
}

/// An item without a space after its dash, or with another mark.
fn dash(line: &Line<'_>, mark: &str, rest: &str) -> Option<Supposition> {
    let at = line.body_start();
    let (message, help) = if mark == "-" {
        let word = rest.split_whitespace().next()?;
        ("manca lo spazio dopo il trattino".to_owned(), format!("scrivere `- {word}`"))
    } else {
        (bullet(mark), BULLET_HELP.to_owned())
    };
    Some(Supposition::new(at..at + mark.len(), message, help).edit(at..line.end() - rest.len(), "- "))
}

impl Supposition {
    /// With the other items that begin with the same wrong mark, which are one mistake.
    fn and_below(mut self, scene: &Scene<'_>, at: usize, mark: &str) -> Self {
        let margin = scene.lines[at].indent();
        for line in scene.lines[at + 1..].iter().filter(|line| line.indent() == margin && line.item().is_none()) {
            let (other, rest) = line.marked();
            if other == mark {
                self = self.edit(line.body_start()..line.end() - rest.len(), "- ");
            }
        }
        self
    }
}

/// White space that YAML does not take for indentation.
enum OddSpace {
    Tabulation,
    Other(char),
}

fn odd_space(line: &Line<'_>) -> Option<OddSpace> {
    let margin = &line.text[..line.indent()];
    let odd = margin.chars().find(|c| *c != ' ')?;
    Some(if odd == '\t' { OddSpace::Tabulation } else { OddSpace::Other(odd) })
}

impl OddSpace {
    fn range(&self, line: &Line<'_>) -> std::ops::Range<usize> {
        let c = match self {
            Self::Tabulation => '\t',
            Self::Other(c) => *c,
        };
        let at = line.start + line.text.find(c).unwrap_or(0);
        at..at + c.len_utf8()
    }

    fn message(&self) -> String {
        match self {
            Self::Tabulation => "il rientro è fatto con il tasto di tabulazione".to_owned(),
            Self::Other(c) => {
                format!("il rientro è fatto con uno spazio che non è quello comune (U+{:04X})", u32::from(*c))
            }
        }
    }
}

fn spaces_only(right: usize) -> String {
    match right {
        0 => "usare soltanto spazi, due per livello".to_owned(),
        right => format!("usare soltanto spazi: qui ne vanno {right}"),
    }
}

/// How many spaces should stand before a line, if its neighbours say so.
fn target(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let line = &scene.lines[at];
    let is_first = scene.first == Some(at);
    match (scene.shape, line.item()) {
        (Shape::Item { level, .. }, Some(_)) if is_first => Some(level),
        (_, Some(_)) => match line.head().and_then(|key| scene.usage.column(key)) {
            Some(column) => column.checked_sub(2),
            None => scene.neighbours.item(at),
        },
        (shape, None) => {
            let (key, _) = line.key()?;
            match shape {
                Shape::Key { level } if is_first => Some(level),
                _ if is_first => None,
                _ => scene.usage.column(key).or_else(|| scene.neighbours.key(at)),
            }
        }
    }
}
