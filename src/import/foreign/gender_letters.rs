use crate::model::fold;

/// Letters that stand for women and for men, where both are there: one of them alone may mean anything.
const PAIRS: [[&str; 2]; 2] = [["d", "u"], ["f", "m"]];

/// The letters by which the headings of a table tell women and men: `D` and `U`, or `F` and `M`.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Letters {
    pairs: [bool; 2],
}

impl Letters {
    /// Those that stand in some headings, in their parts from the top.
    pub(super) fn of(headings: &[Vec<String>]) -> Self {
        let said: Vec<String> = headings.iter().filter_map(|storeys| letter(storeys)).collect();
        Self { pairs: PAIRS.map(|pair| pair.iter().all(|letter| said.iter().any(|said| said == letter))) }
    }

    /// Whether there are none.
    pub(super) fn is_empty(self) -> bool {
        self.pairs == [false; 2]
    }

    /// Whom the letter of a heading means.
    pub(super) fn group(self, storeys: &[String]) -> Option<&'static str> {
        let letter = letter(storeys)?;
        let known = PAIRS.iter().zip(self.pairs).filter(|(_, is_there)| *is_there);
        known
            .flat_map(|(pair, _)| pair.iter().zip(["donne", "uomini"]))
            .find(|(own, _)| **own == letter)
            .map(|(_, group)| group)
    }
}

/// The letter by itself at the end of a heading, or of a part of it: `Dipendenti / D`, `Agili U`, `F / Dipendenti`.
fn letter(storeys: &[String]) -> Option<String> {
    let at_end = |storey: &String| {
        let folded = fold(storey);
        let (before, letter) = folded.rsplit_once(' ').unwrap_or(("", &folded));
        // `U.D.` is an abbreviation.
        let is_alone = letter.len() == 1 && before.rsplit(' ').next().is_none_or(|word| word.len() != 1);
        is_alone.then(|| letter.to_owned())
    };
    storeys.iter().rev().find_map(at_end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_mean_women_and_men_only_in_pairs() {
        let groups = |headings: &[&str]| {
            let headings: Vec<Vec<String>> =
                headings.iter().map(|heading| heading.split(" / ").map(str::to_owned).collect()).collect();
            let letters = Letters::of(&headings);
            headings.iter().map(|storeys| letters.group(storeys)).collect::<Vec<_>>()
        };
        let (women, men) = (Some("donne"), Some("uomini"));
        assert_eq!(groups(&["Servizio", "D", "U."]), [None, women, men]);
        assert_eq!(groups(&["Dip. M", "Dip. (F)"]), [men, women]);
        assert_eq!(groups(&["Dipendenti / D", "Agili U", "U.D."]), [women, men, None]);
        assert_eq!(groups(&["F / Dipendenti", "M / Dipendenti"]), [women, men]);
        assert_eq!(groups(&["D", "M", "Dipendenti"]), [None; 3]);
        assert_eq!(groups(&["F"]), [None]);
    }
}
