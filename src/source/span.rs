/// Which file of [`Sources`](super::Sources) a place belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(pub(super) u32);

/// A half-open range of bytes in one file: `start..end`, counted from the file's first byte (a byte-order mark included).
///
/// A finding about a whole file has the empty span `0..0`; the default is that of the first file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The file.
    pub source: SourceId,
    /// First byte.
    pub start: u32,
    /// First byte after the range.
    pub end: u32,
}

impl Span {
    /// The range `start..end` of `source`.
    pub fn new(source: SourceId, start: usize, end: usize) -> Self {
        // Files over 64 MiB are refused before anything is read from them, so offsets always fit.
        let clamp = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { source, start: clamp(start), end: clamp(end.max(start)) }
    }

    /// The place that stands for a whole file.
    pub fn whole(source: SourceId) -> Self {
        Self { source, start: 0, end: 0 }
    }

    /// The range as `usize` offsets, ready to index the file's text.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// From the start of this range to the end of `other`.
    pub fn to(self, other: Span) -> Self {
        Self { end: other.end.max(self.end), ..self }
    }

    /// Whether `other` lies inside this range, in the same file.
    pub fn contains(self, other: Span) -> bool {
        self.source == other.source && self.start <= other.start && other.end <= self.end
    }

    /// The part `from..to` of this range, in bytes relative to its start.
    pub fn part(self, from: usize, to: usize) -> Self {
        let start = self.start as usize;
        Self::new(self.source, start + from, (start + to).min(self.end as usize))
    }
}
