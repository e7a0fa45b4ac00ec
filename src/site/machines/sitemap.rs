//! The files for search engines. Nothing is closed to them (d.lgs. 33/2013, art. 9).

use crate::output::Output;
use crate::routes::{Page, folder};
use crate::site::context::EditionContext;

/// `robots.txt`, which opens everything.
pub(in crate::site) fn robots(base_url: Option<&str>) -> Output {
    let mut text = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(base) = base_url {
        text.push_str("\nSitemap: ");
        text.push_str(base);
        text.push_str("sitemap.xml\n");
    }
    Output::new("robots.txt", text)
}

/// The most addresses that one file may hold.
const MOST: usize = 50_000;

/// `sitemap.xml`, with the day of the last update where it is known; for very large sites, an index of several.
pub(in crate::site) fn sitemaps(base_url: &str, pages: &[Page], contexts: &[EditionContext<'_>]) -> Vec<Output> {
    let base = escape(base_url);
    let mut parts: Vec<Output> = Vec::new();
    for (number, part) in pages.chunks(MOST).enumerate() {
        let addresses = part.iter().map(|page| {
            let updated = page.edition.and_then(|number| contexts[number].edition.updated.as_ref());
            let day = updated.map(|date| format!("<lastmod>{}</lastmod>", date.value.iso())).unwrap_or_default();
            format!("<url><loc>{base}{}</loc>{day}</url>", escape(folder(&page.path)))
        });
        parts.push(Output::new(format!("sitemap-{}.xml", number + 1), list("urlset", addresses)));
    }
    if let [only] = &mut parts[..] {
        "sitemap.xml".clone_into(&mut only.path);
        return parts;
    }
    let addresses = parts.iter().map(|part| format!("<sitemap><loc>{base}{}</loc></sitemap>", part.path));
    let index = Output::new("sitemap.xml", list("sitemapindex", addresses));
    parts.push(index);
    parts
}

fn list(element: &str, entries: impl Iterator<Item = String>) -> String {
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{element} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    );
    for entry in entries {
        xml.push_str(&entry);
        xml.push('\n');
    }
    xml.push_str("</");
    xml.push_str(element);
    xml.push_str(">\n");
    xml
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&apos;")
}
