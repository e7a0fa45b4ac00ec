//! The title above a table, or the name of its sheet, where it says no more than what the table holds.

use super::grid::Grid;
use super::header::{self, Header};
use super::vocabulary::Vocabulary;
use crate::import::answers::SheetAnswers;
use crate::model::fold;

/// What tables are called in titles.
const NAMES: [(&str, &str); 7] = [
    ("servizi", "servizi"),
    ("aree", "aree"),
    ("smart team", "smart-team"),
    ("software", "software"),
    ("programmi", "software"),
    ("programmi informatici", "software"),
    ("indicatori", "indicatori"),
];
/// Words of titles that do not say what a table holds.
const EMPTY: [&str; 12] =
    ["tabella", "tab", "tavola", "foglio", "allegato", "elenco", "lista", "n", "dei", "degli", "delle", "di"];

/// What a sheet holds by its title, where its headings only seem to be those of processes: nothing in them tells of agile work or of risk.
pub(super) fn retold<'v>(
    (grid, name): (&Grid<'_>, &str),
    vocabularies: &'v [Vocabulary],
    answers: &SheetAnswers<'_>,
    found: (&'v Vocabulary, Header),
) -> (&'v Vocabulary, Header) {
    let (vocabulary, header) = &found;
    let says_more = header.keys().any(|key| matches!(key, "smartabilita" | "rischio" | "percentuale" | "fasi"));
    if vocabulary.table != "processi" || says_more {
        return found;
    }
    let above = (0..header.rows.first().copied().unwrap_or_default()).rev();
    let titles = above.filter_map(|row| match grid.filled(row).as_slice() {
        [column] => Some(grid.text(row, *column)),
        _ => None,
    });
    let Some(table) = titles.chain([name]).find_map(table) else { return found };
    let Some(other) = vocabularies.iter().find(|other| other.table == table) else { return found };
    let again = header::find(grid, std::slice::from_ref(other), answers).map(|(_, header)| header);
    let again = again.filter(|again| again.rows == header.rows && again.stands_alone(other));
    again.map_or(found, |header| (other, header))
}

/// The table that a title names.
fn table(title: &str) -> Option<&'static str> {
    let folded = fold(title);
    let is_empty = |word: &&str| EMPTY.contains(word) || word.bytes().all(|byte| byte.is_ascii_digit());
    let words: Vec<&str> = folded.split(' ').skip_while(is_empty).collect();
    let said = words.join(" ");
    NAMES.iter().find(|(name, _)| *name == said).map(|(_, table)| *table)
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn a_title_names_a_table_only_where_it_says_nothing_else() {
        for title in ["Tabella 1 - Servizi", "SERVIZI", "Elenco dei servizi"] {
            assert_eq!(table(title), Some("servizi"), "{title}");
        }
        for title in ["Processi dei servizi", "Servizi al cittadino", "Tabella 1", ""] {
            assert_eq!(table(title), None, "{title}");
        }
    }
}
