use crate::workbench::visit::Visit;
use serde::Serialize;
use std::ops::Range;

/// How many rows stand on a page.
const ROWS: usize = 200;

/// The name of the page in an address.
const NAME: &str = "pagina";

/// Which rows of a long table are shown, and the ways to the others.
#[derive(Serialize)]
pub(super) struct Paging {
    /// Counted from 1.
    first: usize,
    last: usize,
    found: usize,
    /// The ways to other pages, with the sorting and the filters of this one.
    start: Option<String>,
    earlier: Option<String>,
    later: Option<String>,
    end: Option<String>,
}

impl Paging {
    /// The page that a visit asks for, of a table in which some rows were found; one that is not there is the last.
    pub(super) fn of(visit: &Visit, found: usize) -> Self {
        let pages = found.div_ceil(ROWS).max(1);
        let page = visit.asked(NAME).parse::<usize>().unwrap_or(1).clamp(1, pages);
        let to = |number: usize| {
            let is_other = number != page && (1..=pages).contains(&number);
            is_other.then(|| address(visit, &[(NAME, (number > 1).then(|| number.to_string()).as_deref())]))
        };
        Self {
            first: (page - 1) * ROWS + 1,
            last: (page * ROWS).min(found),
            found,
            start: to(1),
            earlier: to(page - 1),
            later: to(page + 1),
            end: to(pages),
        }
    }

    /// The rows that are shown, counted from 0.
    pub(super) fn rows(&self) -> Range<usize> {
        (self.first - 1).min(self.last)..self.last
    }

    /// Whether there are other pages.
    pub(super) fn has_others(&self) -> bool {
        self.start.is_some() || self.end.is_some()
    }
}

/// The address of the same page with some names of its query given other values, or none.
pub(super) fn address(visit: &Visit, changes: &[(&str, Option<&str>)]) -> String {
    let is_changed = |name: &str| changes.iter().any(|(changed, _)| *changed == name);
    // What was said of the last change is said once.
    let kept = visit.query.iter().filter(|(name, value)| !is_changed(name) && name != "fatto" && !value.is_empty());
    let kept = kept.map(|(name, value)| (name.as_str(), value.as_str()));
    let new = changes.iter().filter_map(|(name, value)| Some((*name, (*value)?)));
    format!("?{}", form_urlencoded::Serializer::new(String::new()).extend_pairs(kept.chain(new)).finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(query: &[(&str, &str)]) -> Visit {
        let query = query.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Visit { query, ..Visit::default() }
    }

    #[test]
    fn a_page_leads_to_the_others_with_what_was_asked_for() {
        let page = Paging::of(&visit(&[("q", "a&b"), ("rischio", ""), ("fatto", "1"), ("pagina", "2")]), 500);
        assert_eq!((page.first, page.last, page.rows()), (201, 400, 200..400));
        assert_eq!((page.start.as_deref(), page.earlier.as_deref()), (Some("?q=a%26b"), Some("?q=a%26b")));
        assert_eq!(page.later.as_deref(), Some("?q=a%26b&pagina=3"));
        assert_eq!(page.end, page.later);
    }

    #[test]
    fn pages_that_are_not_there_are_the_nearest() {
        for (asked, found, rows) in
            [("", 0, 0..0), ("9", 0, 0..0), ("9", 201, 200..201), ("0", 201, 0..200), ("x", 7, 0..7)]
        {
            let page = Paging::of(&visit(&[("pagina", asked)]), found);
            assert_eq!((page.rows(), page.has_others()), (rows, found > ROWS), "{asked} of {found}");
        }
    }
}
