//! Columns that say the same of several years or days: the last of them is read, those before it are left out and asked about.

use super::heading::words;
use super::measure::is_year;
use super::value::date;
use crate::model::fold;

/// For each heading, in its parts from the top, the place of that which says the same of the last year or day; `None` where it says it itself.
pub(super) fn last_of_each(headings: &[Vec<String>]) -> Vec<Option<usize>> {
    let read = |storeys: &Vec<String>| {
        let joined = storeys.join(" ");
        (words(&joined), when(&joined))
    };
    let read: Vec<(String, Option<String>)> = headings.iter().map(read).collect();
    let last = |(words, day): &(String, Option<String>)| {
        let day = day.as_ref().filter(|_| !words.is_empty())?;
        let others = read.iter().enumerate().filter(|(_, (other, _))| other == words);
        let (at, latest) = others.filter_map(|(at, (_, day))| Some((at, day.as_ref()?))).max_by_key(|(_, day)| *day)?;
        (latest > day).then_some(at)
    };
    read.iter().map(last).collect()
}

/// The day or the year that a heading names, so that the later is the greater.
fn when(heading: &str) -> Option<String> {
    date::find(heading).or_else(|| fold(heading).split(' ').filter(|word| is_year(word)).max().map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_year_of_a_column_is_found() {
        let last = |headings: &[&str]| {
            last_of_each(&headings.iter().map(|heading| vec![(*heading).to_owned()]).collect::<Vec<_>>())
        };
        assert_eq!(
            last(&["Ufficio", "Dip. 2024", "Dip. 2025", "Agili al 31.12.2024", "Agili al 31/12/2025"]),
            [None, Some(2), None, Some(4), None]
        );
        assert_eq!(last(&["2024", "2025", "Dipendenti", "Dipendenti 2025"]), [None; 4]);
    }
}
