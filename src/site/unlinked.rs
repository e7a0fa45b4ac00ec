//! Links to pages that a theme does not make: their words stay, the links go.

use crate::routes::Page;
use crate::theme::Theme;
use memchr::{memchr, memmem};
use std::collections::HashSet;

/// The pages of the site map that a theme leaves out, by their paths.
#[derive(Debug, Default)]
pub(super) struct LeftOut(HashSet<String>);

const LINK: &str = " href=\"";

impl LeftOut {
    pub(super) fn of<'p>(theme: &Theme, pages: impl Iterator<Item = &'p Page>) -> Self {
        Self(pages.filter(|page| !theme.renders(page.kind())).map(|page| page.path.clone()).collect())
    }

    /// The HTML of the page at a path without links to what is left out; `None` where it has none: it may be large, and is not copied.
    pub(super) fn unlinked(&self, html: &str, path: &str) -> Option<String> {
        if self.0.is_empty() {
            return None;
        }
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let (mut kept, mut from, mut reached) = (String::new(), 0, String::new());
        for at in memmem::find_iter(html.as_bytes(), LINK) {
            let target = at + LINK.len();
            let Some(length) = memchr(b'"', &html.as_bytes()[target..]) else { break };
            reach(folder, &html[target..target + length], &mut reached);
            if self.0.contains(&reached) {
                kept.push_str(&html[from..at]);
                from = target + length + 1;
            }
        }
        (from > 0).then(|| kept + &html[from..])
    }
}

/// The path from the root of the site to which a link leads from a page in a folder.
fn reach(folder: &str, target: &str, path: &mut String) {
    let file = target.split(['#', '?']).next().unwrap_or_default();
    path.clear();
    path.push_str(folder);
    for step in file.split('/') {
        match step {
            "" | "." => {}
            ".." => path.truncate(path.rfind('/').unwrap_or_default()),
            step => {
                path.push_str(if path.is_empty() { "" } else { "/" });
                path.push_str(step);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::LeftOut;

    #[test]
    fn only_links_to_what_is_left_out_go() {
        let left_out = LeftOut(["2026/aree/x/index.html".to_owned()].into());
        let html = "<a href=\"../aree/x/index.html#a\">X</a> <a class=\"b\" href=\"../aree/y/index.html\">Y</a> <a href=\"https://x.it/\">Z</a>";
        let kept = "<a>X</a> <a class=\"b\" href=\"../aree/y/index.html\">Y</a> <a href=\"https://x.it/\">Z</a>";
        let unlinked = |html: &str, path: &str| left_out.unlinked(html, path).expect("a link goes");
        assert_eq!(unlinked(html, "2026/processi/index.html"), kept);
        for target in ["x/index.html", "./x/index.html", "../../2026/aree/x/index.html?q=1#a"] {
            assert_eq!(unlinked(&format!("<a href=\"{target}\">"), "2026/aree/index.html"), "<a>", "{target}");
        }
        assert_eq!(unlinked("<a href=\"2026/aree/x/index.html\">è</a>è", "index.html"), "<a>è</a>è");
        assert_eq!(left_out.unlinked(kept, "2026/processi/index.html"), None);
        assert_eq!(LeftOut::default().unlinked(html, "2026/processi/index.html"), None);
    }
}
