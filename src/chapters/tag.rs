use std::ops::Range;

/// A piece of a chapter between `{{` and `}}`, `{%` and `%}`, `{#` and `#}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) kind: TagKind,
    /// Its bytes; of one that is never closed, those to the end of its line.
    pub(super) range: Range<usize>,
    pub(super) closed: bool,
}

/// What a tag is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TagKind {
    /// A value.
    Expression,
    /// A command.
    Statement,
    /// What nobody reads.
    Comment,
}

impl TagKind {
    const ALL: [Self; 3] = [Self::Expression, Self::Statement, Self::Comment];

    pub(super) fn open(self) -> &'static str {
        match self {
            Self::Expression => "{{",
            Self::Statement => "{%",
            Self::Comment => "{#",
        }
    }

    pub(super) fn close(self) -> &'static str {
        match self {
            Self::Expression => "}}",
            Self::Statement => "%}",
            Self::Comment => "#}",
        }
    }
}

impl Tag {
    /// What stands between its signs.
    pub(super) fn inside<'t>(&self, source: &'t str) -> &'t str {
        let end = if self.closed { self.range.end - 2 } else { self.range.end };
        source.get(self.range.start + 2..end).unwrap_or_default().trim_matches(['-', '+']).trim()
    }

    /// The first word of a command.
    fn word<'t>(&self, source: &'t str) -> &'t str {
        if self.kind == TagKind::Statement {
            self.inside(source).split_whitespace().next().unwrap_or_default()
        } else {
            ""
        }
    }
}

/// The tags of a chapter, in order. One that meets an empty line or the start of another before its end is not closed.
pub(super) fn tags(source: &str) -> Vec<Tag> {
    let mut found = Vec::new();
    let mut from = 0;
    let mut closes = TagKind::ALL.map(|kind| Seeker::new(source, kind.close()));
    let mut line_end = Seeker::new(source, "\n");
    let mut empty_line = Seeker::new(source, "\n\n");
    while let Some((start, kind)) = opening(source, from) {
        let inside = start + 2;
        let close = closes.iter_mut().find(|seeker| seeker.pattern == kind.close());
        let end = close.and_then(|seeker| seeker.next(inside)).map(|at| at + 2);
        let stop = empty_line.next(inside).unwrap_or(source.len());
        let next = opening(source, inside).map_or(source.len(), |(at, _)| at);
        let end =
            end.filter(|end| kind == TagKind::Comment || *end <= stop.min(next) + 2 && *end - 2 <= stop.min(next));
        let line = line_end.next(start).unwrap_or(source.len()).min(next.max(inside));
        let range = start..end.unwrap_or(line);
        from = end.unwrap_or(inside);
        found.push(Tag { kind, range, closed: end.is_some() });
    }
    found
}

/// The first sign from here on that opens a tag.
pub(super) fn opening(source: &str, from: usize) -> Option<(usize, TagKind)> {
    let rest = source.get(from..)?;
    rest.match_indices('{').find_map(|(at, _)| {
        let kind = TagKind::ALL.into_iter().find(|kind| rest[at..].starts_with(kind.open()))?;
        Some((from + at, kind))
    })
}

/// The first sign from here on that closes a tag of any kind.
pub(super) fn closing(source: &str, from: usize) -> Option<usize> {
    let rest = source.get(from..)?;
    let closes = |at: &usize| *at > 0 && matches!(rest.as_bytes()[at - 1], b'}' | b'%' | b'#');
    rest.match_indices('}').map(|(at, _)| at).find(closes).map(|at| from + at - 1)
}

/// Looks for the next place of a pattern, from places that only go on: no byte is looked at twice.
struct Seeker<'s> {
    source: &'s str,
    pattern: &'static str,
    /// The place that was found last; the end where there is none.
    at: Option<usize>,
}

impl<'s> Seeker<'s> {
    fn new(source: &'s str, pattern: &'static str) -> Self {
        Self { source, pattern, at: None }
    }

    fn next(&mut self, from: usize) -> Option<usize> {
        if self.at.is_none_or(|at| at < from) {
            let found = self.source.get(from..).and_then(|rest| rest.find(self.pattern));
            self.at = Some(found.map_or(usize::MAX, |at| from + at));
        }
        self.at.filter(|at| *at != usize::MAX)
    }
}

/// What belongs to the tag with this number: of a condition, its other parts and its end; of a loop, every tag up to its end,
/// for they speak of what it counts.
pub(super) fn block(source: &str, tags: &[Tag], at: usize) -> Block {
    let tag = &tags[at];
    let mut own = vec![tag.range.clone()];
    let word = tag.word(source);
    if !is_opening(word, tag, source) {
        return Block { own, endless: false };
    }
    let end = format!("end{word}");
    let mut depth = 0_usize;
    for other in &tags[at + 1..] {
        let other_word = other.word(source);
        let ends = other_word == end && depth == 0;
        if ends || word == "for" || (depth == 0 && other_word.starts_with("el")) {
            own.push(other.range.clone());
        }
        if ends {
            return Block { own, endless: false };
        }
        if other_word == word && is_opening(other_word, other, source) {
            depth += 1;
        } else if other_word == end {
            depth -= 1;
        }
    }
    Block { own, endless: true }
}

fn is_opening(word: &str, tag: &Tag, source: &str) -> bool {
    let pairs = ["for", "if", "block", "with", "filter", "macro", "call", "autoescape", "raw"];
    pairs.contains(&word) || (word == "set" && !tag.inside(source).contains('='))
}

/// The tags that stand and fall with one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// The bytes of each, its own first.
    pub(super) own: Vec<Range<usize>>,
    /// Whether it is a command that is never ended.
    pub(super) endless: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(source: &str) -> Vec<(&str, bool)> {
        tags(source).into_iter().map(|tag| (&source[tag.range.clone()], tag.closed)).collect()
    }

    #[test]
    fn what_is_never_closed_is_known_by_what_follows() {
        assert_eq!(seen("a {{ b }} {# {{ c #} {% d %}"), [("{{ b }}", true), ("{# {{ c #}", true), ("{% d %}", true)]);
        assert_eq!(seen("a {{ b\n\nc {{ d }}"), [("{{ b", false), ("{{ d }}", true)]);
        assert_eq!(seen("{{ b } e {{ d }}"), [("{{ b } e ", false), ("{{ d }}", true)]);
        assert_eq!(seen("{# b\n\n{{ c }}"), [("{# b", false), ("{{ c }}", true)]);
        assert_eq!(seen("{{ a\n  b }}"), [("{{ a\n  b }}", true)]);
        assert_eq!(seen("è {{"), [("{{", false)]);
    }

    #[test]
    fn a_loop_reaches_to_its_own_end() {
        let source = "{% for a in b %}{% for c in d %}x{% endfor %}y{% endfor %}z{% if a %}";
        let tags = tags(source);
        let whole = block(source, &tags, 0);
        assert_eq!((whole.own.len(), whole.endless), (4, false));
        assert_eq!(block(source, &tags, 2), Block { own: vec![tags[2].range.clone()], endless: false });
        assert!(block(source, &tags, 4).endless);
    }
}
