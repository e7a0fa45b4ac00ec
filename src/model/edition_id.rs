//! The name of an edition.

use super::NameFault;
use std::cmp::Ordering;

/// The folder of the site for styles, scripts and pictures.
const ASSETS_FOLDER: &str = "risorse";

/// The name of an edition's folder, such as `2025-2027`; safe as a folder of the site.
/// Its order is that of the years, then of the numbers: `2025-2027` before `2025-2027-rev2`, and that before `2025-2027-rev10`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct EditionId(String);

impl EditionId {
    /// The name; `None` if it has anything but letters, digits, hyphens and underscores, does not begin with a letter or a digit, cannot be
    /// the name of a folder on every system, or is that of the folder of the site that pages of all editions use.
    pub fn new(name: &str) -> Option<Self> {
        let safe = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        let good = !name.is_empty() && name.starts_with(|c: char| c.is_ascii_alphanumeric()) && name.chars().all(safe);
        let good = good && NameFault::of(name).is_none() && !name.eq_ignore_ascii_case(ASSETS_FOLDER);
        good.then(|| Self(name.to_owned()))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name of the edition of the same years that holds a version of it: as it is without `-rev2` and the like for the first one,
    /// `2025-2027-rev2` for the second.
    pub fn of_version(&self, number: u32) -> String {
        let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let first =
            self.0.rsplit_once("-rev").filter(|(_, digits)| is_number(digits)).map_or(&*self.0, |(first, _)| first);
        if number < 2 { first.to_owned() } else { format!("{first}-rev{number}") }
    }

    /// Whether a path of the folder of the administration is that of data or of a chapter of this edition.
    pub fn is_source_of(&self, path: &str) -> bool {
        let mut parts = path.split('/');
        matches!(parts.next(), Some("data" | "content"))
            && parts.next() == Some(self.as_str())
            && parts.next().is_some()
    }

    /// The part of a path of the site that stands below the folder of this edition; `None` if it is not there.
    pub fn below<'p>(&self, path: &'p str) -> Option<&'p str> {
        path.strip_prefix(self.as_str())?.strip_prefix('/')
    }

    /// The first number of the name that can be a year.
    pub fn first_year(&self) -> Option<i16> {
        self.years().next()
    }

    /// The years from the first to the last that the name says; `None` if it does not say two, one after the other.
    pub fn span_of_years(&self) -> Option<(i16, i16)> {
        let mut years = self.years();
        Some((years.next()?, years.next()?)).filter(|(first, last)| first < last)
    }

    /// Whether the second year that the name says comes before the first.
    pub fn is_backward(&self) -> bool {
        let mut years = self.years();
        years.next().zip(years.next()).is_some_and(|(first, second)| second < first)
    }

    /// The numbers of the name that can be years.
    fn years(&self) -> impl Iterator<Item = i16> {
        let years = self.0.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
        years.filter_map(|digits| digits.parse().ok()).filter(|year| *year >= 1970)
    }
}

impl Ord for EditionId {
    fn cmp(&self, other: &Self) -> Ordering {
        // A name without a year comes before every year; two that are equal but for zeros in front are told apart by their letters.
        (self.first_year(), pieces(&self.0)).cmp(&(other.first_year(), pieces(&other.0))).then(self.0.cmp(&other.0))
    }
}

impl PartialOrd for EditionId {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A piece of a name: numbers go by their size and before words, words by their letters.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Piece<'n> {
    /// Its length without zeros in front, then its digits: the order of numbers of any size.
    Number(usize, &'n str),
    Word(String),
}

/// The numbers and the words of a name, in their order; hyphens and underscores only part them.
fn pieces(name: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    for part in name.split(['-', '_']) {
        let mut rest = part;
        while let Some(first) = rest.chars().next() {
            let end = rest.find(|c: char| c.is_ascii_digit() != first.is_ascii_digit()).unwrap_or(rest.len());
            let (piece, after) = rest.split_at(end);
            let number = piece.trim_start_matches('0');
            pieces.push(if first.is_ascii_digit() {
                Piece::Number(number.len(), number)
            } else {
                Piece::Word(piece.to_lowercase())
            });
            rest = after;
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::EditionId;

    #[test]
    fn the_first_year_is_the_first_number_that_can_be_one() {
        let first_year = |name: &str| EditionId::new(name).and_then(|id| id.first_year());
        assert_eq!(first_year("2025-2027"), Some(2025));
        assert_eq!(first_year("anno_2024"), Some(2024));
        assert_eq!(first_year("0001-bozza"), None);
        assert_eq!(first_year("prova"), None);
        let span = |name: &str| EditionId::new(name).and_then(|id| id.span_of_years());
        assert_eq!(span("2025-2027"), Some((2025, 2027)));
        assert_eq!(span("2025-2027-rev2"), Some((2025, 2027)));
        for (name, number, version) in [
            ("2025-2027", 1, "2025-2027"),
            ("2025-2027", 2, "2025-2027-rev2"),
            ("2025-2027-rev2", 1, "2025-2027"),
            ("2025-2027-rev2", 10, "2025-2027-rev10"),
            ("2025-review", 2, "2025-review-rev2"),
        ] {
            assert_eq!(EditionId::new(name).map(|id| id.of_version(number)).as_deref(), Some(version), "{name}");
        }
        assert_eq!(["2025", "2027-2025", "prova"].map(span), [None; 3]);
        let is_backward = |name: &str| EditionId::new(name).is_some_and(|id| id.is_backward());
        assert_eq!(["2027-2025", "2025-2027", "2025", "prova"].map(is_backward), [true, false, false, false]);
    }

    #[test]
    fn an_edition_knows_its_files() {
        let id = EditionId::new("2025").expect("a good name");
        assert!(id.is_source_of("data/2025/processi.yaml") && id.is_source_of("content/2025/01-a.md"));
        assert!(
            !["data/ente.yaml", "data/2025-2027/processi.yaml", "data/2025", "themes/2025/x"]
                .iter()
                .any(|path| id.is_source_of(path))
        );
        assert_eq!(id.below("2025/dati/processi.csv"), Some("dati/processi.csv"));
        assert_eq!(id.below("2025-2027/index.html"), None);
    }

    #[test]
    fn editions_go_by_years_and_then_by_numbers() {
        let sorted = [
            "prova",
            "2024-2026",
            "2025",
            "2025-2026",
            "2025-2027",
            "2025-2027-2",
            "2025-2027-10",
            "2025-2027-rev2",
            "2025-2027_rev10",
            "PIAO-2026",
        ];
        let mut ids: Vec<EditionId> = sorted.iter().rev().filter_map(|name| EditionId::new(name)).collect();
        ids.sort();
        assert_eq!(ids.iter().map(EditionId::as_str).collect::<Vec<_>>(), sorted);
    }

    #[test]
    fn an_edition_is_named_like_a_folder() {
        assert!(EditionId::new("2025-2027").is_some());
        for wrong in
            ["", "..", "a/b", "-x", ".git", "a b", "nul", "COM1", "risorse", "Risorse", "2025.", &"2".repeat(300)]
        {
            assert!(EditionId::new(wrong).is_none(), "{wrong}");
        }
    }
}
