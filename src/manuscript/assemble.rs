use super::definitions::{self, Definitions};
use super::merge::Entry;
use super::parsed::Parsed;
use super::{Block, written};
use std::ops::Range;

/// A piece of the Markdown to be.
struct Piece {
    text: String,
    /// The place among the pieces of the Markdown that was where it stands, or that it takes.
    at: Option<usize>,
    /// Whether it has the bytes that stood there.
    is_kept: bool,
    is_item: bool,
    /// Whether the outermost list in which it stands counts.
    counts: bool,
}

/// The Markdown of the entries: what is kept keeps its bytes, and so does what stood between two that stay neighbours.
pub(super) fn assemble(
    body: &str,
    parsed: &Parsed,
    entries: &[Entry<'_>],
    labels: &[Vec<String>],
    notes: &Definitions,
) -> String {
    let newline = if body.contains("\r\n") { "\r\n" } else { "\n" };
    let old = places(parsed);
    let pieces = pieces(body, parsed, entries, labels, notes, &old);
    if old.is_empty() && pieces.is_empty() {
        return body.to_owned();
    }
    let mut made = String::new();
    made.push_str(old.first().map_or(newline, |(place, _)| &body[..place.start]));
    for (at, piece) in pieces.iter().enumerate() {
        if let Some(before) = at.checked_sub(1).map(|at| &pieces[at]) {
            match (before.at, piece.at) {
                (Some(one), Some(next)) if next == one + 1 => made.push_str(&body[old[one].0.end..old[next].0.start]),
                _ if before.is_item && piece.is_item && before.counts == piece.counts => made.push_str(newline),
                _ => made.push_str(&newline.repeat(2)),
            }
        }
        made.push_str(&if piece.is_kept { piece.text.clone() } else { piece.text.replace('\n', newline) });
    }
    made.push_str(old.last().map_or(newline, |(place, _)| &body[place.end..]));
    made
}

/// What stands in the Markdown, in its order: blocks by their numbers, footnotes by theirs.
fn places(parsed: &Parsed) -> Vec<(Range<usize>, Own)> {
    let units = parsed.units.iter().enumerate().map(|(number, unit)| (unit.range.clone(), Own::Unit(number)));
    let notes = parsed.definitions.iter().enumerate().map(|(number, note)| (note.range.clone(), Own::Note(number)));
    let mut all: Vec<_> = units.chain(notes).collect();
    all.sort_by_key(|(place, _)| place.start);
    all
}

#[derive(Clone, Copy, PartialEq)]
enum Own {
    Unit(usize),
    Note(usize),
}

fn pieces(
    body: &str,
    parsed: &Parsed,
    entries: &[Entry<'_>],
    labels: &[Vec<String>],
    notes: &Definitions,
    old: &[(Range<usize>, Own)],
) -> Vec<Piece> {
    let mut made: Vec<Piece> = Vec::new();
    let mut lists = Lists::default();
    // How much of what was there has been behind.
    let mut behind = 0;
    for (entry, labels) in entries.iter().zip(labels) {
        let unit = match entry {
            Entry::Kept(unit) => Some(*unit),
            Entry::Written(_, before) => *before,
        };
        if let Some(at) = unit.and_then(|unit| old.iter().position(|(_, own)| *own == Own::Unit(unit))) {
            let between = old.get(behind..at).unwrap_or_default().iter().enumerate();
            for (number, (place, own)) in between {
                if let Own::Note(note) = own {
                    made.extend(note_piece(body, place, notes, *note, behind + number));
                }
            }
            behind = behind.max(at + 1);
        }
        made.push(match entry {
            Entry::Kept(unit) => {
                let own = &parsed.units[*unit];
                let text = body[own.range.clone()].to_owned();
                lists.pass(&own.block, &text);
                let at = old.iter().position(|(_, place)| *place == Own::Unit(*unit));
                Piece { text, at, is_kept: true, is_item: is_item(&own.block), counts: lists.counts }
            }
            Entry::Written(block, before) => {
                let source = before.map(|unit| &body[parsed.units[unit].range.clone()]);
                let text = lists.write(block, labels, source);
                // What takes the place of its like stands as far from its neighbours.
                let like = before.filter(|unit| is_item(&parsed.units[*unit].block) == is_item(block));
                let at = like.and_then(|unit| old.iter().position(|(_, own)| *own == Own::Unit(unit)));
                Piece { text, at, is_kept: false, is_item: is_item(block), counts: lists.counts }
            }
        });
    }
    for (number, (place, own)) in old.iter().enumerate().skip(behind) {
        if let Own::Note(note) = own {
            made.extend(note_piece(body, place, notes, *note, number));
        }
    }
    made.extend(notes.new.iter().map(|(label, blocks)| {
        let text = definitions::markdown(label, blocks);
        Piece { text, at: None, is_kept: false, is_item: false, counts: false }
    }));
    made
}

fn is_item(block: &Block) -> bool {
    matches!(block, Block::Item { .. })
}

/// A footnote that is there, if it still is called.
fn note_piece(body: &str, place: &Range<usize>, notes: &Definitions, number: usize, at: usize) -> Option<Piece> {
    let note = notes.known.get(number).filter(|note| note.is_called)?;
    let (is_kept, text) = if note.is_changed {
        (false, definitions::markdown(&note.label, &note.blocks))
    } else {
        (true, body[place.clone()].to_owned())
    };
    Some(Piece { text, at: Some(at), is_kept, is_item: false, counts: false })
}

/// Where the words of the items begin, and to which number each list has counted, level by level.
#[derive(Default)]
struct Lists {
    levels: Vec<(usize, u64)>,
    /// Whether the outermost list counts.
    counts: bool,
}

impl Lists {
    /// Takes note of an item that stays as it is written.
    fn pass(&mut self, block: &Block, text: &str) {
        let Block::Item { level, goes_on, is_numbered, .. } = block else {
            self.levels.clear();
            return;
        };
        if *goes_on {
            return;
        }
        let indent = text.len() - text.trim_start_matches(' ').len();
        let rest = &text[indent..];
        let mark = rest.find(' ').unwrap_or(rest.len());
        let spaces = rest[mark..].len() - rest[mark..].trim_start_matches(' ').len();
        let count = rest[..mark].trim_end_matches(['.', ')']).parse().unwrap_or(0);
        self.set(*level, indent + mark + spaces.clamp(1, 4), if *is_numbered { count } else { 0 });
    }

    fn set(&mut self, level: u8, column: usize, count: u64) {
        if level == 0 {
            self.counts = count > 0;
        }
        let level = usize::from(level).min(self.levels.len());
        self.levels.truncate(level);
        self.levels.push((column, count));
    }

    /// A block as Markdown; `source` is the Markdown of the one in whose place it stands.
    fn write(&mut self, block: &Block, labels: &[String], source: Option<&str>) -> String {
        let Block::Item { level, is_numbered, start, goes_on, line } = block else {
            self.levels.clear();
            return plain_block(block, labels, source);
        };
        let level = usize::from(*level);
        if *goes_on {
            let column = self.levels.get(level).or(self.levels.last()).map_or(0, |(column, _)| *column);
            let indent = " ".repeat(column);
            return format!("\n{indent}{}", written::line(line, labels, &indent));
        }
        let indent = level.checked_sub(1).and_then(|above| self.levels.get(above)).map_or(0, |(column, _)| *column);
        let count = self.levels.get(level).map_or(0, |(_, count)| *count);
        let count = if *is_numbered { start.unwrap_or(count + 1) } else { 0 };
        let mark = if *is_numbered { format!("{count}. ") } else { "- ".to_owned() };
        let column = indent + mark.len();
        self.set(u8::try_from(level).unwrap_or(u8::MAX), column, count);
        format!("{}{mark}{}", " ".repeat(indent), written::line(line, labels, &" ".repeat(column)))
    }
}

/// A block that is no item as Markdown.
fn plain_block(block: &Block, labels: &[String], source: Option<&str>) -> String {
    match block {
        Block::Heading(level, line) => {
            let line: super::Line =
                line.iter().map(|span| if *span == super::Span::Break { space() } else { span.clone() }).collect();
            format!("{} {}", "#".repeat(usize::from(*level)), written::line(&line, labels, ""))
        }
        Block::Quote(line) => format!("> {}", written::line(line, labels, "> ")),
        Block::Code(text) => {
            let fence = if text.contains("```") { "~~~~" } else { "```" };
            format!("{fence}\n{text}\n{fence}")
        }
        Block::Rule => "---".to_owned(),
        Block::Grid { head, rows } => grid(head, rows, labels, source),
        Block::Paragraph(line) | Block::Item { line, .. } => written::line(line, labels, ""),
    }
}

fn space() -> super::Span {
    super::Span::Words(super::Words { text: " ".to_owned(), ..super::Words::default() })
}

/// A table as Markdown; the line below its headings stays as it was where the columns are as many.
fn grid(head: &[super::Line], rows: &[Vec<super::Line>], labels: &[String], source: Option<&str>) -> String {
    let mut labels = labels.iter().cloned();
    let mut row = |cells: &[super::Line]| {
        let cells: Vec<String> = cells.iter().map(|line| written::cell(line, &mut labels)).collect();
        format!("| {} |", cells.join(" | "))
    };
    let is_rule = |line: &&str| line.contains('-') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '));
    let columns = |line: &&str| line.trim().trim_matches('|').split('|').count() == head.len();
    let kept = source.and_then(|source| source.lines().nth(1)).filter(is_rule).filter(columns);
    let rule = kept.map_or_else(|| format!("|{}", "---|".repeat(head.len())), |line| line.trim().to_owned());
    let mut made = vec![row(head), rule];
    made.extend(rows.iter().map(|cells| row(cells)));
    made.join("\n")
}
