//! Templates in which every turn of a loop counts.
//!
//! The library that runs templates limits how deep they are, not how long they run or how much they make. So each template is given, where
//! a loop turns, a piece begins or a variable is set, a call of a filter of ours that draws from what a page may use ([`super::gauge`]).
//! A call stays on the line of its tag, so that lines are the author's; columns are given back by [`Counted::column`].

use super::handed::{Handed, is_there};
use super::template_tags::{Tag, name, piece, unquoted};

/// The filter that counts a turn: of all calls, those of a filter without arguments cost least.
pub(super) const STEP: &str = "__piao_step";

/// The function that looks at the size of a value.
pub(super) const SIZE: &str = "__piao_size";

/// Longer templates are refused, in bytes.
const LONGEST: usize = 512 * 1024;

/// Texts joined in one expression.
const JOINED: usize = 32;

/// Instructions inside each other, and branches of one `if`.
const NESTED: usize = 64;

/// What a turn costs at least: as much as so many bytes of text.
const TURN: usize = 128;

/// A place where a template counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The template.
    pub(super) template: String,
    /// The line, from 1.
    pub(super) line: usize,
    /// How much a turn costs.
    pub(super) cost: usize,
}

/// A template that counts.
#[derive(Debug)]
pub(super) struct Counted {
    /// Its text.
    pub(super) text: String,
    /// What was put in: the line from 1, the column from 0 and the length, in letters.
    inserted: Vec<(usize, usize, usize)>,
}

impl Counted {
    /// The column of the author's text, where the library says another.
    pub(super) fn column(&self, line: usize, column: usize) -> usize {
        let before = self.inserted.iter().filter(|(on, at, _)| *on == line && *at < column);
        column.saturating_sub(before.map(|(_, _, length)| length).sum())
    }
}

/// What cannot be admitted in a template: the line, and why.
pub(super) type Refusal = (usize, String);

/// A template, of these tags, with its counts, each of which is added to `places`; `handed` is what the theme hands to pieces.
///
/// # Errors
///
/// When something in it has no limit that could be counted.
pub(super) fn counted(
    template: &str,
    text: &str,
    tags: &[Tag<'_>],
    handed: &Handed<'_>,
    places: &mut Vec<Place>,
) -> Result<Counted, Refusal> {
    if text.len() > LONGEST {
        return Err((1, format!("il modello supera i {} KiB", LONGEST / 1024)));
    }
    let bodies = bodies(tags).map_err(|at| {
        (
            line_of(text, at),
            format!("più di {NESTED} istruzioni stanno l'una dentro l'altra, o di seguito in un solo `if`"),
        )
    })?;
    let mut writer =
        Writer { template, source: text, at: 0, text: String::new(), inserted: Vec::new(), line: 1, column: 0, places };
    if tags.first().is_none_or(|tag| tag.word() != "extends") {
        writer.count(0, text.len(), false);
    }
    let mut sets: Vec<&str> = Vec::new();
    for (number, tag) in tags.iter().enumerate() {
        admit(tag).map_err(|words| (line_of(text, tag.range.start), words))?;
        match tag.word() {
            "for" | "component" => {
                writer.count(tag.range.end, bodies[number], tag.trims);
                let called = piece(tag.rest());
                for parameter in parameters(tag).into_iter().filter(|parameter| handed.is_made(called, parameter)) {
                    writer.size(tag.range.end, parameter, tag.trims);
                }
            }
            "set" | "set_global" => {
                let variable = name(tag.rest());
                if tag.opens_set() {
                    sets.push(variable);
                } else if !is_other_name(tag, variable) {
                    writer.size(tag.range.end, variable, tag.trims);
                }
            }
            "endset" => {
                if let Some(variable) = sets.pop() {
                    writer.size(tag.range.end, variable, tag.trims);
                }
            }
            _ => {}
        }
    }
    Ok(writer.finish())
}

/// What makes without limit in one expression is not admitted.
fn admit(tag: &Tag<'_>) -> Result<(), String> {
    if tag.signs().filter(|(_, c)| *c == '~').count() > JOINED {
        return Err(format!("un'espressione unisce con `~` più di {JOINED} testi"));
    }
    let inside = &tag.text[tag.word().len()..];
    let is_start = |at: usize| !inside[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '.'));
    if unquoted(inside).any(|(at, c)| c == 'f' && name(&inside[at..]) == "for" && is_start(at)) {
        return Err("un elenco fatto con `for` dentro un'espressione non è ammesso: usare `{% for … %}`".to_owned());
    }
    Ok(())
}

/// Whether a variable is set to a value that is there already: another name makes nothing larger.
fn is_other_name(tag: &Tag<'_>, variable: &str) -> bool {
    let value = tag.rest()[variable.len()..].trim_start().strip_prefix('=');
    value.is_some_and(is_there)
}

/// The bytes inside each instruction that has an end.
///
/// # Errors
///
/// The place of one that stands too deep.
fn bodies(tags: &[Tag<'_>]) -> Result<Vec<usize>, usize> {
    let mut bodies = vec![0; tags.len()];
    // Those that are open, with how many branches they have.
    let mut open: Vec<(usize, &str, usize)> = Vec::new();
    for (number, tag) in tags.iter().enumerate() {
        let word = tag.word();
        if let Some(opening) = word.strip_prefix("end") {
            if let Some(at) = open.iter().rposition(|(_, word, _)| *word == opening) {
                bodies[open[at].0] = tag.range.start - tags[open[at].0].range.end;
                open.truncate(at);
            }
        } else if matches!(word, "if" | "for" | "block" | "component" | "filter")
            || tag.opens_set()
            || tag.opens_piece()
        {
            open.push((number, if tag.opens_piece() { "piece" } else { word }, 0));
        } else if word == "elif"
            && let Some((_, _, branches)) = open.last_mut()
        {
            *branches += 1;
        } else if tag.closes_piece()
            && let Some(at) = open.iter().rposition(|(_, word, _)| *word == "piece")
        {
            open.truncate(at);
        }
        if open.len() > NESTED || open.last().is_some_and(|(_, _, branches)| *branches > NESTED) {
            return Err(tag.range.start);
        }
    }
    Ok(bodies)
}

/// The names that are given to a piece.
fn parameters<'t>(tag: &Tag<'t>) -> Vec<&'t str> {
    let list = tag.text.find('(').filter(|_| tag.word() == "component").map_or("", |at| &tag.text[at + 1..]);
    let mut depth = 0_usize;
    let mut names = Vec::new();
    let mut start = 0;
    for (at, c) in unquoted(list).chain([(list.len(), ')')]) {
        match c {
            '(' | '[' | '{' => depth += 1,
            ',' | ')' if depth == 0 => {
                names.push(name(list[start..at].trim_start()));
                start = at + 1;
                if c == ')' {
                    break;
                }
            }
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// Copies a template, putting calls in.
struct Writer<'a> {
    template: &'a str,
    source: &'a str,
    /// How far it has copied.
    at: usize,
    text: String,
    inserted: Vec<(usize, usize, usize)>,
    /// Where it is in the text that it writes: the line from 1, the column from 0.
    line: usize,
    column: usize,
    places: &'a mut Vec<Place>,
}

impl Writer<'_> {
    fn count(&mut self, at: usize, cost: usize, trims: bool) {
        self.copy(at);
        let number = self.place(cost);
        self.insert(&format!("{number} | {STEP}"), trims);
    }

    fn size(&mut self, at: usize, variable: &str, trims: bool) {
        self.copy(at);
        let number = self.place(0);
        // A variable may be without a value.
        self.insert(&format!("{SIZE}(at={number}, of={variable} | default(value=0))"), trims);
    }

    /// Copies the author's text up to a place.
    fn copy(&mut self, at: usize) {
        let text = &self.source[self.at..at];
        self.line += text.matches('\n').count();
        self.column = match text.rsplit_once('\n') {
            Some((_, last)) => last.chars().count(),
            None => self.column + text.chars().count(),
        };
        self.text.push_str(text);
        self.at = at;
    }

    fn place(&mut self, cost: usize) -> usize {
        self.places.push(Place { template: self.template.to_owned(), line: self.line, cost: cost + TURN });
        self.places.len() - 1
    }

    /// Puts a call in after a tag, which keeps or drops the white space that follows as the tag does.
    fn insert(&mut self, call: &str, trims: bool) {
        let call = if trims { format!("{{{{ {call} -}}}}") } else { format!("{{{{ {call} }}}}") };
        self.inserted.push((self.line, self.column, call.len()));
        self.column += call.len();
        self.text.push_str(&call);
    }

    fn finish(mut self) -> Counted {
        self.text.push_str(&self.source[self.at..]);
        Counted { text: self.text, inserted: self.inserted }
    }
}

#[cfg(test)]
mod tests {
    use super::super::template_tags::tags;
    use super::*;

    #[test]
    fn each_turn_and_each_variable_counts() {
        let mut places = Vec::new();
        let handed = Handed::of(tags("{{ <p d={a ~ b} f={a | upper} /> }}").iter());
        let source = "{% for a in b -%}\n x{% set c = a ~ b %}{% set g = a.c %}{% endfor %}\n{% component p(d: string = \",\", @e, f, g) %}y{% endcomponent p %}";
        let found = counted("m.html", source, &tags(source), &handed, &mut places).expect("a template");
        let calls: Vec<&str> = found.text.split("{{ ").skip(1).filter_map(|call| call.split("}}").next()).collect();
        assert_eq!(
            calls,
            [
                "0 | __piao_step ",
                "1 | __piao_step -",
                "__piao_size(at=2, of=c | default(value=0)) ",
                "3 | __piao_step ",
                "__piao_size(at=4, of=d | default(value=0)) ",
                "__piao_size(at=5, of=f | default(value=0)) ",
            ]
        );
        assert_eq!(places.iter().map(|place| place.line).collect::<Vec<_>>(), [1, 1, 2, 3, 3, 3]);
        assert_eq!(places[1].cost, TURN + "\n x{% set c = a ~ b %}{% set g = a.c %}".len());
        let line = found.text.lines().nth(1).expect("a line");
        let column = line.find("{% endfor").expect("a tag");
        assert_eq!(found.column(2, column), source.lines().nth(1).expect("a line").find("{% endfor").expect("a tag"));
    }

    #[test]
    fn what_cannot_be_counted_is_refused_at_its_line() {
        let of = |text: &str| counted("m.html", text, &tags(text), &Handed::default(), &mut Vec::new());
        let refused = |text: &str| of(text).expect_err("a refusal").0;
        assert_eq!(refused("\n{% set a = [b for b in c] %}"), 2);
        assert_eq!(refused(&format!("\n\n{{{{ a{} }}}}", " ~ a".repeat(40))), 3);
        assert_eq!(refused(&"{% if a %}\n".repeat(NESTED + 1)), NESTED + 1);
        assert_eq!(refused(&format!("{{% if a %}}{}{{% endif %}}", "\n{% elif a %}".repeat(NESTED + 1))), NESTED + 2);
        assert!(of(&"{% set a = 1 %}{% if a %}{% endif %}".repeat(200)).is_ok());
        assert_eq!(refused(&" ".repeat(LONGEST + 1)), 1);
        assert!(of("{{ a.for ~ \"for\" }}{% for b in c %}{% endfor %}").is_ok());
    }
}
