use super::terms::Terms;
use crate::site::escape::escaped;
use std::collections::HashSet;

/// The links from a page to the meaning of its terms: each term where the page first uses it.
#[derive(Debug)]
pub(in crate::site) struct TermLinks<'t> {
    terms: &'t Terms,
    /// What stands before the anchor of a term: the way to the page of the glossary, or nothing on that page itself.
    page: String,
    seen: HashSet<usize>,
}

impl<'t> TermLinks<'t> {
    /// The links of a page; `page` is the way from it to the page of the glossary.
    pub(in crate::site) fn new(terms: &'t Terms, page: impl Into<String>) -> Self {
        Self { terms, page: page.into(), seen: HashSet::new() }
    }

    /// Links this term no more: its number in the glossary.
    pub(in crate::site) fn skip(&mut self, term: usize) {
        self.seen.insert(term);
    }

    /// A text as HTML, its new terms linked; `None` if it has none.
    pub(in crate::site) fn linked(&mut self, text: &str) -> Option<String> {
        let mut html = String::new();
        let mut end = 0;
        for found in self.terms.find(text) {
            if !self.seen.insert(found.term) {
                continue;
            }
            let anchor = escaped(&self.terms.all[found.term].id);
            html.push_str(&escaped(&text[end..found.range.start]));
            let term = escaped(&text[found.range.clone()]);
            let page = escaped(&self.page);
            html.extend(["<a class=\"termine\" href=\"", &page, "#", &anchor, "\">", &term, "</a>"]);
            end = found.range.end;
        }
        (end > 0).then(|| html + &escaped(&text[end..]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load;
    use crate::model::Graph;
    use crate::tables::EditionColumns;
    use std::path::Path;

    #[test]
    fn a_term_is_linked_the_first_time() {
        let loaded = load::load(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the repository");
        let edition = &loaded.annex.editions[0];
        let terms = Terms::of(edition, &EditionColumns::of(edition, &Graph::new(edition)), None);
        let mut links = TermLinks::new(&terms, "../glossario/index.html");
        assert_eq!(
            links.linked("<b> smart team & smart team").as_deref(),
            Some(
                "&lt;b&gt; <a class=\"termine\" href=\"../glossario/index.html#smart-team\">smart team</a> &amp; smart \
                 team"
            )
        );
        assert_eq!(links.linked("lo smart team"), None);
        links.skip(terms.all.iter().position(|term| term.id == "piao").expect("the term"));
        assert_eq!(links.linked("il PIAO"), None);
    }
}
