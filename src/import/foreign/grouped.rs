//! Columns whose values stand in a group of their record, by the key that an answer gives them: `donne.agili`, `obiettivi.2026`.

use super::gender;
use super::measure::is_year;
use super::role::{Reads, Role};
use crate::model::fold;

/// What an answer makes of a column.
pub(super) enum Grouped {
    /// Values of one part of the group.
    Role(Role),
    /// Neither the answer nor the heading says which part; what to write instead, in Italian.
    Partial(String),
}

/// What a column under a heading is by a key of a table; without the part behind its dot the heading says it. `None` = the key is of no group.
pub(super) fn answered(table: &str, key: &str, heading: &str) -> Option<Grouped> {
    let (group, part) = key.split_once('.').map_or((key, None), |(group, part)| (group, Some(part.trim())));
    let role = |reads| Grouped::Role(Role { key: group.to_owned(), reads, words: Vec::new() });
    let people = |group| match part {
        Some("agili") => role(Reads::Gender(group, "agili")),
        Some("dipendenti") => role(Reads::Gender(group, "dipendenti")),
        None => role(Reads::Gender(group, if gender::is_agile(heading) { "agili" } else { "dipendenti" })),
        Some(_) => Grouped::Partial(format!("rispondere `{group}.dipendenti` oppure `{group}.agili`")),
    };
    Some(match (table, group) {
        ("attuazione", "donne") => people("donne"),
        ("attuazione", "uomini") => people("uomini"),
        ("indicatori", "base") => role(Reads::Measure("valore".to_owned(), None)),
        ("indicatori", "obiettivi" | "consuntivo") => {
            let said = fold(heading);
            match part.into_iter().chain(said.split(' ')).find(|word| is_year(word)) {
                Some(year) => role(Reads::Measure(year.to_owned(), None)),
                None => Grouped::Partial(format!("l'anno non è scritto: rispondere con l'anno, come `{group}.2026`")),
            }
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_or_the_heading_says_the_part() {
        let part = |table: &str, key: &str, heading: &str| match answered(table, key, heading) {
            Some(Grouped::Role(Role { key, reads: Reads::Gender(_, part), .. })) => format!("{key} {part}"),
            Some(Grouped::Role(Role { key, reads: Reads::Measure(part, _), .. })) => format!("{key} {part}"),
            Some(Grouped::Partial(why)) => why,
            _ => String::new(),
        };
        assert_eq!(part("attuazione", "donne", "Dipendenti D"), "donne dipendenti");
        assert_eq!(part("attuazione", "donne", "Agili D"), "donne agili");
        assert_eq!(part("attuazione", "uomini.agili", "U"), "uomini agili");
        assert!(part("attuazione", "donne.altro", "D").contains("`donne.agili`"));
        assert_eq!(part("indicatori", "obiettivi", "Valore 2027"), "obiettivi 2027");
        assert_eq!(part("indicatori", "obiettivi.2026", "Valore"), "obiettivi 2026");
        assert!(part("indicatori", "consuntivo", "Valore").contains("`consuntivo.2026`"));
        assert_eq!(part("processi", "donne", "D"), "");
    }
}
