use super::files::Files;
use super::following::Passage;
use crate::model::Edition;
use crate::publish::ChapterLink;
use crate::tables::Home;
use crate::workbench::bench::Bench;
use crate::workbench::plain_words;
use crate::workbench::table::Row;
use crate::workbench::text_file::TextFile;
use std::collections::HashMap;

/// The tables whose records have pages of their own.
const PAGES: [&str; 4] = ["processi", "aree", "servizi", "smart-team"];

/// The links of the chapters of an edition to the pages of records.
pub(super) struct RecordLinks<'a> {
    links: Vec<ChapterLink>,
    /// The chapters that could not be read: where they link to is not known.
    unread: Vec<TextFile<'a>>,
}

/// The page of a record, from the folder of the edition, where the table has such pages.
fn page(home: &Home, id: &str) -> Option<String> {
    PAGES.contains(&home.table).then(|| format!("{}/{id}/", home.table))
}

/// The links of chapters that lead to a page of the edition; none where it has none.
pub(super) fn to_page(bench: &Bench<'_>, edition: &Edition, page: Option<&str>) -> Vec<ChapterLink> {
    let (Some(page), Ok(annex)) = (page, bench.annex) else { return Vec::new() };
    annex.chapter_links(edition).into_iter().filter(|link| link.page == page).collect()
}

/// The same, to the page of a record.
pub(super) fn to_record(bench: &Bench<'_>, edition: &Edition, home: &Home, row: &Row<'_>) -> Vec<ChapterLink> {
    to_page(bench, edition, page(home, &row.id).as_deref())
}

impl<'a> RecordLinks<'a> {
    /// Those of an edition.
    pub(super) fn of(bench: &Bench<'a>, edition: &Edition) -> Self {
        let is_read =
            |file: &TextFile<'_>| edition.chapters.iter().any(|chapter| Some(chapter.body.span.source) == file.source);
        let unread = TextFile::chapters(bench, edition).into_iter().filter(|file| !is_read(file)).collect();
        let is_record = |link: &ChapterLink| PAGES.iter().any(|table| link.page.starts_with(&format!("{table}/")));
        let links = bench.annex.map(|annex| annex.chapter_links(edition)).unwrap_or_default();
        Self { links: links.into_iter().filter(is_record).collect(), unread }
    }

    /// Whether there are none, nor may be any.
    pub(super) fn is_empty(&self) -> bool {
        self.links.is_empty() && self.unread.is_empty()
    }

    /// Lets each lead to the page that its record would have; those to a record that goes lead to its heir, where there is one. The change in
    /// words; nothing where there is none.
    ///
    /// # Errors
    ///
    /// Where a chapter that could not be read names a page that would have another address.
    pub(super) fn follow(
        &self,
        passage: &Passage<'_, 'a>,
        (changed, heir): (&Home, Option<&Row<'_>>),
        files: &mut Files,
    ) -> Result<Option<String>, String> {
        let (bench, edition) = passage.now;
        let Ok(annex) = bench.annex else { return Ok(None) };
        let moved = self.moved(passage, (changed, heir));
        let bare = |page: &str| page.trim_end_matches('/').to_owned();
        let names = |file: &TextFile<'_>| moved.keys().any(|from| file.text.contains(&bare(from)));
        if let Some(file) = self.unread.iter().find(|file| names(file)) {
            return Err(plain_words::unread(
                bench,
                &file.path,
                "non è un capitolo",
                "un suo collegamento resterebbe indietro",
            ));
        }
        let mut texts: HashMap<&str, String> = HashMap::new();
        let mut count = 0;
        let mut links: Vec<&ChapterLink> = self.links.iter().collect();
        // The last ones first, so that the others stay where they are.
        links.sort_by_key(|link| std::cmp::Reverse(link.span.start));
        links.dedup_by_key(|link| link.span);
        for link in links {
            let Some(to) = moved.get(&link.page) else { continue };
            let source = annex.sources().get(link.span.source);
            if let Some(written) = renamed(source.slice(link.span.range()), &bare(&link.page), &bare(to)) {
                let text = texts.entry(source.path()).or_insert_with(|| source.text().to_owned());
                text.replace_range(link.span.range(), &written);
                count += 1;
            }
        }
        for file in TextFile::chapters(bench, edition) {
            if let Some(after) = texts.remove(file.path.as_str()) {
                files.text(&file.path, file.text, after);
            }
        }
        Ok(match count {
            0 => None,
            1 => Some("cambiato anche nel collegamento di un capitolo".to_owned()),
            count => Some(format!("cambiato anche in {count} collegamenti dei capitoli")),
        })
    }

    /// The pages that would have another address, each with that.
    fn moved(&self, passage: &Passage<'_, 'a>, (changed, heir): (&Home, Option<&Row<'_>>)) -> HashMap<String, String> {
        let mut moved = HashMap::new();
        for home in PAGES.into_iter().filter_map(Home::of) {
            let is_named = self.links.iter().any(|link| link.page.starts_with(&format!("{}/", home.table)));
            if !is_named && self.unread.is_empty() {
                continue;
            }
            let pairs = passage.records(home);
            let heir = heir.filter(|_| home.table == changed.table).and_then(|heir| {
                let (_, after) = pairs.iter().find(|(row, _)| row.id == heir.id)?;
                Some(after.as_ref()?.id.clone())
            });
            for (row, after) in pairs {
                let to = after.map(|after| after.id).or_else(|| heir.clone()).filter(|to| *to != row.id);
                if let (Some(from), Some(to)) = (page(home, &row.id), to.and_then(|to| page(home, &to))) {
                    moved.insert(from, to);
                }
            }
        }
        moved
    }
}

/// A destination with another page in the place of the one to which it leads, however its letters are written; `None` if it does not name it.
fn renamed(written: &str, from: &str, to: &str) -> Option<String> {
    let at = written.to_ascii_lowercase().find(from)?;
    Some(format!("{}{to}{}", &written[..at], &written[at + from.len()..]))
}

#[cfg(test)]
mod tests {
    use super::renamed;

    #[test]
    fn only_the_page_of_a_destination_is_renamed() {
        let one = |link: &str| renamed(link, "aree/a", "aree/b");
        assert_eq!(one("aree/a/").as_deref(), Some("aree/b/"));
        assert_eq!(one("../2025-2027/aree/A/#a").as_deref(), Some("../2025-2027/aree/b/#a"));
        assert_eq!(one("aree/./a"), None);
    }
}
