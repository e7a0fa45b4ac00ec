//! Everything that is built can be found: pages by links from the first one, files by a link of some page.

use super::built::{BASE, Site, attributes};
use piao::load::load;
use piao::routes::Routes;
use std::collections::BTreeSet;

/// What is asked for by its name and not by a link.
const KNOWN: [&str; 4] = [".piao", "404.html", "robots.txt", "sitemap.xml"];

/// The file to which a link of a page leads, without its anchor; `None` if it leads elsewhere.
fn reached(from: &str, target: &str) -> Option<String> {
    let target = target.split('#').next().unwrap_or_default();
    if let Some(own) = target.strip_prefix(BASE) {
        return Some(if own.is_empty() || own.ends_with('/') { format!("{own}index.html") } else { own.to_owned() });
    }
    if target.is_empty() || target.contains(':') {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// Follows the links of the pages from the first one: the pages that were read, and everything that they name.
fn walk(site: &Site) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut read, mut named) = (BTreeSet::new(), BTreeSet::new());
    let mut waiting = vec!["index.html".to_owned()];
    while let Some(path) = waiting.pop() {
        if !read.insert(path.clone()) {
            continue;
        }
        let page = site.page(&path);
        // What a page says of itself or of its place to machines helps nobody to find it.
        let links = attributes(&page, "a[href]", "href").into_iter().chain(attributes(&page, "form[action]", "action"));
        let links: Vec<String> = links.filter_map(|target| reached(&path, &target)).collect();
        waiting.extend(links.iter().filter(|target| target.ends_with(".html")).cloned());
        let parts = [
            ("link[href]:not([rel=canonical])", "href"),
            ("script[src]", "src"),
            ("[data-righe]", "data-righe"),
            ("img[src]", "src"),
        ];
        let parts = parts.iter().flat_map(|(selector, name)| attributes(&page, selector, name));
        named.extend(parts.filter_map(|target| reached(&path, &target)));
        named.extend(links.into_iter().filter(|target| *target != path));
    }
    (read, named)
}

#[test]
fn every_page_and_every_file_is_found_from_the_first_page() {
    let site = Site::real();
    let (read, named) = walk(site);
    let mut lost = Vec::new();
    for path in site.paths().filter(|path| !KNOWN.contains(path)) {
        // The parts of the index are asked for by their number, which the index holds.
        let part = path.contains("/cerca/") && path.ends_with(".js") && path.contains('-');
        let found = if path.ends_with(".html") { read.contains(path) } else { named.contains(path) || part };
        if !found {
            lost.push(path);
        }
    }
    assert!(lost.is_empty(), "nothing leads to {lost:#?}");
}

#[test]
fn every_page_and_every_file_of_the_site_map_is_found_from_the_first_page() {
    let folder = crate::routes::two_editions();
    let annex = load(folder.root()).expect("the folder").annex;
    let routes = Routes::of(&annex);
    let site = Site::built(folder.root(), &[]);
    let (read, named) = walk(&site);
    let pages = routes.pages().map(|page| &page.path).filter(|path| !read.contains(*path));
    // PDFs are made only when they are asked for; the test below has them.
    let files =
        routes.files().filter(|file| file.paper.is_none() && !named.contains(&file.path)).map(|file| &file.path);
    let lost: Vec<&String> = pages.chain(files).collect();
    assert!(lost.is_empty(), "nothing leads to {lost:#?}");
}

#[cfg(unix)]
#[test]
fn every_pdf_is_linked_from_a_page() {
    use crate::folder::Folder;
    use crate::stand_in::{GOOD, StandIn};
    let starter = Folder::starter();
    StandIn::new(GOOD).piao(starter.root(), ["build", "--pdf"]).run();
    let site = Site(crate::tree::files(&starter.path("/public")));
    let (_, named) = walk(&site);
    let pdfs: Vec<&str> = site.paths().filter(|path| path.ends_with(".pdf")).collect();
    assert_eq!(pdfs.len(), 7, "{pdfs:?}");
    assert!(pdfs.iter().all(|path| named.contains(*path)), "{pdfs:?}");
}
