use crate::model::law_citations;
use crate::site::escape::escaped;
use std::fmt::Write as _;

/// A text as HTML, each law that it cites in full linked to the public collection of the laws in force, what stands between them written
/// by `plain`; `None` if it cites none.
pub(in crate::site) fn with_laws(text: &str, mut plain: impl FnMut(&str) -> String) -> Option<String> {
    let mut html = String::new();
    let mut end = 0;
    for citation in law_citations(text) {
        html.push_str(&plain(&text[end..citation.range.start]));
        let (address, words) = (escaped(&citation.address), escaped(&text[citation.range.clone()]));
        let _ = write!(html, "<a href=\"{address}\" rel=\"external\">{words}</a>");
        end = citation.range.end;
    }
    (end > 0).then(|| html + &plain(&text[end..]))
}

#[cfg(test)]
mod tests {
    use super::with_laws;
    use crate::site::escape::escaped_text;

    #[test]
    fn laws_are_linked_and_the_rest_stays_harmless() {
        assert_eq!(
            with_laws("<b> legge 22 maggio 2017 n. 81 & altro", escaped_text).as_deref(),
            Some(
                "&lt;b&gt; <a href=\"https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:legge:2017-05-22;81\" rel=\"external\">\
                 legge 22 maggio 2017 n. 81</a> &amp; altro"
            )
        );
        assert_eq!(with_laws("Legge n. 104/1992", escaped_text), None);
    }
}
