//! What a heading says of answers under it, where it is none of the known ones: that they are those of agile work, the contrary, or nothing.

use super::heading::{outside_brackets, words};
use super::likeness::is_beside;
use super::role::Reads;

/// Beginnings of the words of agile work.
const AGILE: [&str; 7] = ["agil", "smart", "remot", "distanz", "telelavor", "casa", "domicili"];
/// Words for an answer, whatever the question.
const ANSWER: [&str; 6] = ["esito", "risposta", "verdetto", "giudizio", "valutazione", "risultato"];
/// Words of work that is done on the spot.
const ON_THE_SPOT: [&str; 6] = ["presenza", "presidio", "sede", "sportello", "fisica", "fisico"];
/// Words that turn what a heading says into its contrary.
const NOT: [&str; 2] = ["non", "senza"];
/// The same, after what they turn.
const LEFT_OUT: [&str; 4] = ["escluso", "esclusa", "esclusi", "escluse"];
/// Words of risk.
const RISK: [&str; 6] = ["rischio", "rischi", "rischiosita", "corruttivo", "corruzione", "anticorruzione"];

/// What a heading says of the answers under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Says {
    /// That they may be those of agile work.
    Agile,
    /// Nothing of it.
    Nothing,
    /// That they are others, or their contrary.
    Other,
}

/// What a heading says of the answers under it.
pub(super) fn says(heading: &str) -> Says {
    let folded = words(heading);
    let said: Vec<&str> = folded.split(' ').collect();
    let has = |known: &[&str]| said.iter().any(|word| known.contains(word));
    if has(&ON_THE_SPOT) || has(&NOT) || has(&LEFT_OUT) || is_beside(&folded) {
        Says::Other
    } else if has(&ANSWER) || said.iter().any(|word| is_agile(word)) {
        Says::Agile
    } else {
        Says::Nothing
    }
}

/// Whether a heading speaks of risk.
pub(super) fn says_risk(heading: &str) -> bool {
    words(heading).split(' ').any(|word| RISK.contains(&word))
}

/// Whether a heading says the contrary of what a column would be that is read so: `Non smartabile`, `Dipendenti non agili`, `Personale escluso`.
pub(super) fn is_contrary(storeys: &[String], reads: &Reads) -> bool {
    let mut of_people = false;
    match reads {
        Reads::Count | Reads::Gender(..) => of_people = true,
        Reads::Verdict | Reads::Grade | Reads::YesNo | Reads::Percentage(_) | Reads::Days(_) => {}
        _ => return false,
    }
    storeys.iter().any(|storey| {
        let folded = words(&outside_brackets(storey));
        let said: Vec<&str> = folded.split(' ').collect();
        let is_last = said.len() > 1 && said.last().is_some_and(|word| LEFT_OUT.contains(word));
        let turned = said.iter().position(|word| NOT.contains(word)).map(|at| &said[at + 1..]);
        // `Personale non dirigente` are people all the same.
        let is_turned =
            |rest: &[&str]| !of_people || rest.iter().any(|word| is_agile(word) || word.starts_with("accord"));
        is_last || turned.is_some_and(is_turned)
    })
}

fn is_agile(word: &str) -> bool {
    AGILE.iter().any(|start| word.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_says_whether_answers_are_of_agile_work() {
        for (heading, right) in [
            ("Si riesce a distanza?", Says::Agile),
            ("Effettuabile da remoto", Says::Agile),
            ("Smart si/no", Says::Agile),
            ("ESITO", Says::Agile),
            ("Firma digitale", Says::Nothing),
            ("S.A.", Says::Nothing),
            ("Presenza necessaria", Says::Other),
            ("Presidio", Says::Other),
            ("Non remotizzabile", Says::Other),
            ("Responsabile lavoro agile", Says::Other),
        ] {
            assert_eq!(says(heading), right, "{heading}");
        }
    }

    #[test]
    fn a_contrary_is_not_what_it_denies() {
        let verdict = |heading: &str| is_contrary(&[heading.to_owned()], &Reads::Verdict);
        let count = |heading: &str| is_contrary(&[heading.to_owned()], &Reads::Count);
        assert!(verdict("Non smartabile") && verdict("Lavoro agile non possibile"));
        assert!(!verdict("Smartabile") && !verdict("Smartabile (se non urgente)"));
        assert!(count("Dipendenti non agili") && count("Personale escluso"));
        assert!(!count("Personale non dirigenziale") && !count("Dipendenti (esclusi i comandati)"));
        assert!(!is_contrary(&["Motivi della non smartabilità".to_owned()], &Reads::Text));
    }
}
