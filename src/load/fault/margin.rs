//! Wrong white space before a line, and dashes that are missing or not in their place.

use super::{Scene, Shape, Supposition};
use crate::load::line::{Line, name, next_written};
use std::collections::HashMap;

/// The head of a record without its dash, or with its dash elsewhere.
pub(super) fn head(scene: &Scene<'_>) -> Vec<Supposition> {
    let Shape::Item { level, misplaced: true } = scene.shape else { return Vec::new() };
    let Some(first) = next_written(&scene.lines, 0, scene.lines.len()) else { return Vec::new() };
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
    vec![Supposition::new(range, message, help).edit(before, format!("{}- ", " ".repeat(level)))]
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
pub(super) fn margins(scene: &Scene<'_>) -> Vec<Supposition> {
    let mut supposed = Vec::new();
    let written = |at: &usize| scene.lines[*at].is_written();
    let odd: Vec<usize> =
        (0..scene.lines.len()).filter(written).filter(|at| odd_space(&scene.lines[*at]).is_some()).collect();
    if let Some(first) = odd.first() {
        let line = &scene.lines[*first];
        if let Some(space) = odd_space(line) {
            let right = target(scene, *first).unwrap_or(0);
            let mut all = Supposition::new(space.range(line), space.message(), spaces_only(right));
            for at in &odd {
                let right = target(scene, *at).unwrap_or(0);
                all = all.edit(scene.lines[*at].margin(), " ".repeat(right));
            }
            supposed.push(all);
        }
    }
    let first = next_written(&scene.lines, 0, scene.lines.len()).unwrap_or(0);
    for at in (first..scene.lines.len()).filter(written) {
        let line = &scene.lines[at];
        let (mark, rest) = line.marked();
        if line.item().is_none() && !mark.is_empty() && (at > first || matches!(scene.shape, Shape::Item { .. })) {
            supposed.extend(dash(line, mark, rest).map(|found| found.and_below(scene, at, mark)));
        }
        let Some(right) = target(scene, at).filter(|right| *right != line.indent()) else { continue };
        let (what, help) = match (line.item(), line.key()) {
            (Some(_), _) => ("prima del trattino".to_owned(), ALIGN_DASH.to_owned()),
            (None, Some((key, _))) => {
                (format!("prima di `{key}`"), format!("allineare `{key}` alle altre chiavi della stessa voce"))
            }
            _ => continue,
        };
        let length = line.key().filter(|_| line.item().is_none()).map_or(1, |(key, _)| key.len());
        let range = line.body_start()..line.body_start() + length;
        let message = misaligned(&what, line.indent(), right);
        supposed.push(Supposition::new(range, message, help).edit(line.margin(), " ".repeat(right)));
    }
    supposed
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
    let first = next_written(&scene.lines, 0, scene.lines.len());
    match (scene.shape, line.item()) {
        (Shape::Item { level, .. }, Some(_)) if first == Some(at) => Some(level),
        (_, Some(_)) => items_above(scene, at),
        _ => {
            let (key, _) = line.key()?;
            if first == Some(at) {
                return match scene.shape {
                    Shape::Key { level } => Some(level),
                    _ => None,
                };
            }
            scene.usage.column(key).or_else(|| key_above(scene, at))
        }
    }
}

/// Where the other items of a list stand.
fn items_above(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let head = scene.lines[at].head();
    let column = head.and_then(|key| scene.usage.column(key));
    if let Some(column) = column {
        return column.checked_sub(2);
    }
    let parent = (0..at).rev().find(|above| scene.lines[*above].is_written() && scene.lines[*above].is_bare_key())?;
    let below = scene.lines[parent + 1..].iter().filter(|line| line.is_written());
    let below = below.take_while(|line| line.item().is_some() || line.key().is_none());
    let indents: Vec<usize> =
        below.filter(|line| line.is_spaced() && line.item().is_some()).map(Line::indent).collect();
    let usual = scene.lines[parent].column() + 2;
    let mut times: HashMap<usize, usize> = HashMap::new();
    for indent in &indents {
        *times.entry(*indent).or_default() += 1;
    }
    let often = |indent: usize| times.get(&indent).copied().unwrap_or(0);
    let most = indents.iter().copied().map(often).max().unwrap_or(0);
    let mut best = indents.iter().copied().filter(|indent| often(*indent) == most);
    // The only item says nothing of where the others stand.
    Some(if indents.len() < 2 || often(usual) == most { usual } else { best.next().unwrap_or(usual) })
}

/// Where the key above stands that has a value.
fn key_above(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let keys = (0..at).rev().map(|above| &scene.lines[above]).filter(|line| line.is_written() && line.is_spaced());
    keys.filter(|line| line.key().is_some())
        .map(|line| if line.is_bare_key() { line.column() + 2 } else { line.column() })
        .next()
}
