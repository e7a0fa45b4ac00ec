//! Columns that say the same of several years or days: the last of them is read, those before it are left out and asked about.

use super::header::Header;
use super::heading::words;
use super::measure::is_year;
use super::value::date;
use crate::import::reading::How;
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

/// Of each heading, whether it names a year or a day beside another that says the same without one.
pub(super) fn with_undated(headings: &[Vec<String>]) -> Vec<bool> {
    let read = |storeys: &Vec<String>| {
        let joined = storeys.join(" ");
        (words(&joined), when(&joined).is_some())
    };
    let read: Vec<(String, bool)> = headings.iter().map(read).collect();
    let has_twin = |said: &String| read.iter().any(|(other, is_dated)| other == said && !is_dated);
    read.iter().map(|(said, is_dated)| *is_dated && !said.is_empty() && has_twin(said)).collect()
}

/// The day or the year that a heading names, so that the later is the greater.
fn when(heading: &str) -> Option<String> {
    date::find(heading).or_else(|| fold(heading).split(' ').filter(|word| is_year(word)).max().map(str::to_owned))
}

impl Header {
    /// Says of the columns of past years which one is read instead of them.
    pub(super) fn tell_past_years(&mut self, of_last_year: &[Option<usize>]) {
        for (at, last) in of_last_year.iter().enumerate() {
            let Some(last) = last.map(|last| &self.columns[last]).filter(|last| last.role.is_some()) else { continue };
            let remark = format!("riguarda una data passata: si legge la colonna «{}»", last.heading);
            if self.columns[at].how == How::None {
                self.columns[at].remark = Some(remark);
            }
        }
    }
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
        let headings = ["Smartabilità 2025", "Smartabilità", "2025"].map(|heading| vec![heading.to_owned()]);
        assert_eq!(with_undated(&headings), [true, false, false]);
    }
}
