//! Links to pages that a theme does not make: their words stay, the links go.

use crate::routes::Page;
use crate::theme::Theme;
use std::borrow::Cow;
use std::collections::HashSet;

/// The pages of the site map that a theme leaves out, by their paths.
#[derive(Debug, Default)]
pub(super) struct LeftOut(HashSet<String>);

const LINK: &str = " href=\"";

impl LeftOut {
    pub(super) fn of<'p>(theme: &Theme, pages: impl Iterator<Item = &'p Page>) -> Self {
        Self(pages.filter(|page| !theme.renders(page.kind())).map(|page| page.path.clone()).collect())
    }

    /// The HTML of the page at a path without links to what is left out.
    pub(super) fn unlinked<'h>(&self, html: &'h str, path: &str) -> Cow<'h, str> {
        if self.0.is_empty() {
            return Cow::Borrowed(html);
        }
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut kept = String::with_capacity(html.len());
        let mut rest = html;
        while let Some((before, after)) = rest.split_once(LINK) {
            let Some((target, behind)) = after.split_once('"') else { break };
            kept.push_str(before);
            if !self.0.contains(&reached(folder, target)) {
                kept.extend([LINK, target, "\""]);
            }
            rest = behind;
        }
        kept.push_str(rest);
        Cow::Owned(kept)
    }
}

/// The path from the root of the site to which a link leads from a page in a folder.
fn reached(folder: &str, target: &str) -> String {
    let file = target.split(['#', '?']).next().unwrap_or_default();
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in file.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::LeftOut;

    #[test]
    fn only_links_to_what_is_left_out_go() {
        let left_out = LeftOut(["2026/aree/x/index.html".to_owned()].into());
        let html = "<a href=\"../aree/x/index.html#a\">X</a> <a class=\"b\" href=\"../aree/y/index.html\">Y</a> <a href=\"https://x.it/\">Z</a>";
        let kept = "<a>X</a> <a class=\"b\" href=\"../aree/y/index.html\">Y</a> <a href=\"https://x.it/\">Z</a>";
        assert_eq!(left_out.unlinked(html, "2026/processi/index.html"), kept);
        assert_eq!(LeftOut::default().unlinked(html, "2026/processi/index.html"), html);
    }
}
