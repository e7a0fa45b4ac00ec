//! The verdict of a mark that the sheet itself explains in a legend.

use super::Read;
use super::verdict::{Verdict, read};
use crate::model::{Answer, Keyword as _, Scales, fold};

/// How meanings begin that say that nothing is decided yet.
const OPEN: [&str; 7] =
    ["da valutare", "da definire", "da decidere", "da verificare", "da approfondire", "non valutat", "in valutazione"];
/// Words that tell of which answer a meaning is, where it says more than that; the first that stands in it counts.
const TELLING: [(&str, Answer); 12] = [
    ("parzial", Answer::Partly),
    ("in parte", Answer::Partly),
    ("non smart", Answer::No),
    ("non remot", Answer::No),
    ("non esegu", Answer::No),
    ("non puo", Answer::No),
    ("esclus", Answer::No),
    ("in presenza", Answer::No),
    ("smartabil", Answer::Yes),
    ("remotizzabil", Answer::Yes),
    ("da remoto", Answer::Yes),
    ("in modalita agile", Answer::Yes),
];

/// What a mark means that reads as `own`: what the legend says, where that is an answer; what it leaves open is none.
pub(in super::super) fn explained(own: Read<Verdict>, meaning: &str, scales: &Scales) -> Read<Verdict> {
    let folded = fold(meaning);
    if OPEN.iter().any(|open| folded.contains(open)) {
        return Read::Not(format!("la legenda del foglio dice che vuol dire «{meaning}»"));
    }
    let told = TELLING.iter().find(|(word, _)| folded.contains(word)).map(|(_, answer)| answer.keyword());
    match (read(meaning, scales, |_| None), told, own) {
        (Read::Sure(meant), ..) => Read::Sure(meant),
        (_, Some(told), Read::Sure(own)) if own.word == told => Read::Sure(own),
        (_, Some(told), _) => Read::Doubtful(
            Verdict { word: told.to_owned(), ..Verdict::default() },
            format!("la legenda del foglio dice che vuol dire «{meaning}»"),
        ),
        (_, None, own) => own,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_legend_of_the_sheet_says_what_a_mark_means() {
        for (mark, meaning, right) in [
            ("x", "da valutare", "non capito"),
            ("x", "sì", "si"),
            ("x", "attività smartabile", "si"),
            ("x", "NO", "no"),
            ("x", "attività che non può essere resa da remoto", "forse no"),
            ("P", "in presenza", "no"),
            ("P", "parzialmente smartabile", "in parte"),
            ("S", "sentito il dirigente", "si"),
            ("Z", "smartabile", "si"),
            ("Z", "altro", "non capito"),
        ] {
            let scales = Scales::default();
            let said = match explained(read(mark, &scales, |_| None), meaning, &scales) {
                Read::Sure(verdict) => verdict.word,
                Read::Doubtful(verdict, _) => format!("forse {}", verdict.word),
                Read::Not(_) => "non capito".to_owned(),
                Read::Blank => "nulla".to_owned(),
            };
            assert_eq!(said, right, "{mark} = {meaning}");
        }
    }
}
