//! Chapters link to the pages of records by what those are called: their links follow one that is called otherwise.

use super::files::Files;
use super::table_form::TableForm;
use crate::workbench::table::Row;
use crate::workbench::text_file::TextFile;

/// The tables whose records have pages of their own.
const PAGES: [&str; 4] = ["processi", "aree", "servizi", "smart-team"];

/// Lets the links of chapters that lead to the page of a record lead to where it is once the files say what they are to say, where they would
/// lead nowhere. The change in words; nothing where there is none.
///
/// # Errors
///
/// When the folder cannot be read.
pub(super) fn follow(
    table: &TableForm<'_>,
    row: &Row<'_>,
    id: &str,
    files: &mut Files,
) -> Result<Option<String>, String> {
    let (bench, name) = (table.bench, table.home.table);
    if row.id == id || !PAGES.contains(&name) {
        return Ok(None);
    }
    let (from, to) = (format!("{name}/{}", row.id), format!("{name}/{id}"));
    let chapters = TextFile::chapters(bench, table.edition);
    let named: Vec<&TextFile<'_>> = chapters.iter().filter(|file| file.text.contains(&from)).collect();
    if named.is_empty() {
        return Ok(None);
    }
    let next = bench.read_with(&files.overlay()).map_err(|trouble| trouble.to_string())?;
    let mut count = 0;
    for file in named {
        let broken = next.findings().iter().filter(|finding| finding.rule.name == "collegamento-interrotto");
        let own = broken.filter(|finding| next.sources().get(finding.span.source).path() == file.path);
        let mut spans: Vec<_> = own.map(|finding| finding.span.range()).collect();
        spans.sort_by_key(|span| std::cmp::Reverse(span.start));
        spans.dedup();
        let mut text = file.text.to_owned();
        for span in spans {
            if let Some(link) = text.get(span.clone()).and_then(|link| renamed(link, &from, &to)) {
                text.replace_range(span, &link);
                count += 1;
            }
        }
        files.text(&file.path, file.text, text);
    }
    Ok(match count {
        0 => None,
        1 => Some("cambiato anche nel collegamento di un capitolo".to_owned()),
        count => Some(format!("cambiato anche in {count} collegamenti dei capitoli")),
    })
}

/// A link with another address in the place of one that it names once, as a whole.
fn renamed(link: &str, from: &str, to: &str) -> Option<String> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
    let mut places = link.match_indices(from).map(|(at, _)| at);
    let (at, None) = (places.next()?, places.next()) else { return None };
    let (before, after) = (&link[..at], &link[at + from.len()..]);
    let ends = after.strip_prefix('/').unwrap_or(after);
    let is_whole = !before.ends_with(|c: char| is_part(c) && c != '/') && !ends.starts_with(is_part);
    is_whole.then(|| format!("{before}{to}{after}"))
}

#[cfg(test)]
mod tests {
    use super::renamed;

    #[test]
    fn only_whole_addresses_are_renamed() {
        let one = |link: &str| renamed(link, "aree/a", "aree/b");
        assert_eq!(one("[x](aree/a/)").as_deref(), Some("[x](aree/b/)"));
        assert_eq!(one("[x](../2025-2027/aree/a/#y)").as_deref(), Some("[x](../2025-2027/aree/b/#y)"));
        assert_eq!(one("aree/a").as_deref(), Some("aree/b"));
        for other in ["[x](aree/a-2/)", "[x](aree/a/b/)", "[aree/a](aree/a/)", "[x](miearee/a/)", "[x](altro/)"] {
            assert_eq!(one(other), None, "{other}");
        }
    }
}
