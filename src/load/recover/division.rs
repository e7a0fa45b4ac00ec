//! Where the keys of a mapping and the records of a list begin, by the lines alone.

use super::super::line::{Line, name, next_written};
use std::collections::BTreeMap;
use std::ops::Range;

/// How the records of a list stand.
pub(super) struct Layout<'t> {
    /// Spaces before the dash of a record.
    pub(super) level: usize,
    /// The key with which each record begins.
    pub(super) head: Option<&'t str>,
}

/// The lines of each key at `level`; lines before the first make a part of their own.
pub(super) fn keys(lines: &[Line<'_>], part: Range<usize>, level: usize) -> Vec<Range<usize>> {
    let mut starts: Vec<usize> = Vec::new();
    let mut list: Option<usize> = None;
    for at in part.clone() {
        let line = &lines[at];
        let begins = line.is_written() && line.is_spaced() && line.indent() == level && line.item().is_none();
        if begins && line.key().is_some() && !is_stray(lines, at, part.end, list) {
            starts.push(at);
            list = None;
        } else if list.is_none() && line.is_written() && line.item().is_some() {
            list = Some(line.indent());
        }
    }
    divided(lines, part, &starts)
}

/// Parts that begin at some lines, and one for what is written before the first of them.
fn divided(lines: &[Line<'_>], part: Range<usize>, starts: &[usize]) -> Vec<Range<usize>> {
    let first = starts.first().copied().unwrap_or(part.end);
    let mut parts = Vec::new();
    if next_written(lines, part.start, first).is_some() {
        parts.push(part.start..first);
    }
    parts
        .extend(starts.iter().enumerate().map(|(number, at)| *at..starts.get(number + 1).copied().unwrap_or(part.end)));
    parts
}

/// Whether a key that stands as far left as those of the file belongs to a record of the `list` above it, pushed to the margin:
/// what follows it would make no sense below a key of the file.
fn is_stray(lines: &[Line<'_>], at: usize, end: usize, list: Option<usize>) -> bool {
    let line = &lines[at];
    let (Some(list), Some(next)) = (list, next_written(lines, at + 1, end)) else { return false };
    let following = &lines[next];
    let (level, depth) = (line.indent(), following.indent());
    if !line.is_bare_key() {
        let value = line.key().map_or("", |(_, value)| value);
        let runs_on = value.starts_with(['|', '>']) || value.starts_with(['[', '{']) && !value.ends_with([']', '}']);
        let deeper = depth > level || following.item().is_some();
        return !runs_on && deeper && (following.item().is_some() || following.key().is_some());
    }
    let opens_records = following.head().is_some() && depth <= level + 3;
    let below = (next + 1..end).filter(|at| lines[*at].is_written()).map(|at| lines[at].indent());
    let contradicted = below.take_while(|depth| *depth > level).any(|later| later < depth);
    !opens_records && depth > list + 1 && contradicted
}

/// Whether what stands below a key is a list rather than a mapping.
pub(super) fn is_list(lines: &[Line<'_>], part: Range<usize>) -> bool {
    let Some(first) = next_written(lines, part.start, part.end) else { return false };
    let shallower =
        |at: usize| lines[at].is_spaced() && lines[at].item().is_some() && lines[at].indent() < lines[first].indent();
    lines[first].item().is_some() || part.clone().any(shallower) || !lines[first].marked().0.is_empty()
}

/// How the records of a list stand: as most of those do that are followed by what they should be followed by.
pub(super) fn layout<'t>(lines: &[Line<'t>], part: Range<usize>) -> Option<Layout<'t>> {
    let items: Vec<usize> = part.clone().filter(|at| lines[*at].is_spaced() && lines[*at].item().is_some()).collect();
    let head = items.iter().find_map(|at| lines[*at].head());
    let heads: Vec<usize> = items.iter().copied().filter(|at| lines[*at].head() == head).collect();
    let well_placed = |at: &&usize| {
        next_written(lines, **at + 1, part.end).is_none_or(|next| {
            let (line, next) = (&lines[**at], &lines[next]);
            next.indent() == line.column() || next.indent() <= line.indent()
        })
    };
    let good: Vec<usize> = heads.iter().filter(well_placed).map(|at| lines[*at].indent()).collect();
    let limit = good.first().copied().or_else(|| heads.first().map(|at| lines[*at].indent()))?;
    let mut times: BTreeMap<usize, usize> = BTreeMap::new();
    for level in good {
        *times.entry(level).or_default() += 1;
    }
    let level = times.range(..=limit).max_by_key(|(level, times)| (*times, *level)).map(|(level, _)| *level);
    Some(Layout { level: level.unwrap_or(limit), head })
}

/// The records of a list: from each dash in its place to the next.
pub(super) fn records(lines: &[Line<'_>], part: Range<usize>, layout: &Layout<'_>) -> Vec<Range<usize>> {
    let begins =
        |at: usize| lines[at].is_spaced() && lines[at].indent() == layout.level && opens_record(&lines[at], layout);
    // The mark of a conflict between two records belongs to the second.
    let opens =
        |at: usize| lines[at].text.starts_with("<<<<<<<") && next_written(lines, at + 1, part.end).is_some_and(begins);
    let starts: Vec<usize> = part.clone().filter(|at| begins(*at) || opens(*at)).collect();
    divided(lines, part, &starts)
}

/// Whether a line is an item, and none of a list of texts where the others are records.
fn opens_record(line: &Line<'_>, layout: &Layout<'_>) -> bool {
    let (Some(item), head) = (line.item(), layout.head) else { return false };
    let text = |item: &str| !item.is_empty() && !item.starts_with(['{', '[', '"', '\'', '#']);
    head.is_none_or(|head| line.head().is_some() || item.starts_with(head) || !text(item))
}

/// The pieces of a record that cannot be read: a line that looks like the head of another one begins a piece of its own.
pub(super) fn pieces(lines: &[Line<'_>], record: Range<usize>, layout: &Layout<'_>) -> Vec<Range<usize>> {
    let first = next_written(lines, record.start, record.end).unwrap_or(record.start);
    let mut starts = vec![record.start];
    // The lines above the one that is looked at, each less deep than those after it.
    let mut outer: Vec<usize> = Vec::new();
    for at in (first + 1..record.end).filter(|at| lines[*at].is_written()) {
        while outer.last().is_some_and(|above| lines[*above].indent() >= lines[at].indent()) {
            outer.pop();
        }
        let is_nested = outer.last().is_some_and(|above| is_below(lines, at, *above));
        if !is_nested && is_head(&lines[at], layout) {
            starts.push(at);
        }
        outer.push(at);
    }
    divided(lines, record, &starts)
}

/// Whether a line begins as the records of a list do, wherever it stands.
fn is_head(line: &Line<'_>, layout: &Layout<'_>) -> bool {
    let Some(head) = layout.head else { return false };
    let (mark, rest) = line.marked();
    let rest = rest.trim_start_matches(['{', ' ']);
    let named = name(rest) == head && rest[head.len()..].trim_start().starts_with([':', '=', '：']);
    let shallow = line.indent() <= layout.level + 2 || !line.is_spaced();
    named && (!mark.is_empty() || shallow)
}

/// Whether an item stands properly below the key at line `above`, the last that is less deep.
fn is_below(lines: &[Line<'_>], at: usize, above: usize) -> bool {
    let depth = lines[at].indent();
    let first = next_written(lines, above + 1, at + 1);
    lines[above].is_spaced()
        && lines[above].is_bare_key()
        && lines[above].column() < depth
        && first.is_some_and(|first| lines[first].indent() == depth)
}

/// Whether a record begins with a dash in the right place.
pub(super) fn is_placed(lines: &[Line<'_>], record: &Range<usize>, layout: &Layout<'_>) -> bool {
    let first = next_written(lines, record.start, record.end).map(|first| &lines[first]);
    first.is_some_and(|line| line.is_spaced() && line.indent() == layout.level && opens_record(line, layout))
}

/// The lists of records inside a record.
pub(super) fn nested_lists(lines: &[Line<'_>], record: &Range<usize>) -> Vec<Range<usize>> {
    let mut lists = Vec::new();
    for at in record.clone().skip(1) {
        let key = &lines[at];
        if !key.is_written() || !key.is_bare_key() || key.item().is_some() {
            continue;
        }
        let Some(first) = next_written(lines, at + 1, record.end) else { continue };
        if lines[first].head().is_none() || lines[first].indent() < key.indent() {
            continue;
        }
        let ends = |at: &usize| {
            let line = &lines[*at];
            line.is_written() && line.is_spaced() && line.item().is_none() && line.indent() <= key.indent()
        };
        lists.push(at + 1..(first + 1..record.end).find(ends).unwrap_or(record.end));
    }
    lists
}
