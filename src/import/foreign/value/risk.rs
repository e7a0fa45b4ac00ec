use super::{Read, on_one_line, states_nothing};
use crate::model::{Scales, fold, latin};

/// The five steps that mappings of the risk of corruption use.
pub(in super::super) const FIVE: [&str; 5] = ["minimo", "basso", "medio", "alto", "altissimo"];

/// The step of risk of a cell, in the words of the edition's scale.
pub(in super::super) fn read(text: &str, scales: &Scales) -> Read<String> {
    let text = on_one_line(text);
    if states_nothing(&text) {
        return Read::Blank;
    }
    let folded = fold(&latin(&text));
    let words = scales.risk_words();
    if let Some(word) = words.iter().find(|word| fold(word) == folded) {
        return Read::Sure((*word).to_owned());
    }
    let bare = folded.strip_prefix("rischio ").or_else(|| folded.strip_suffix(" rischio")).unwrap_or(&folded);
    let same = |word: &str| {
        let word = fold(word);
        // `bassa`, `B`, `med.`: another ending, the initial, the beginning.
        word == bare
            || word.strip_suffix('o').is_some_and(|stem| bare.strip_suffix('a') == Some(stem))
            || bare.chars().count() == 1 && word.starts_with(bare)
            || bare.len() >= 3 && word.starts_with(bare)
    };
    let meant: Vec<&&str> = words.iter().filter(|word| same(word)).collect();
    if let [word] = meant.as_slice() {
        return Read::Sure((**word).to_owned());
    }
    if let Some(step) = FIVE.iter().find(|step| same(step)) {
        let list = words.join(", ");
        return Read::Doubtful(
            (*step).to_owned(),
            format!(
                "non è un grado della scala di questa edizione ({list}): se serve, la scala si dichiara in `modello.yaml`"
            ),
        );
    }
    Read::Not(format!("non è un grado di rischio: {}", words.join(", ")))
}

/// Whether a text is a step of risk.
pub(in super::super) fn is_risk(text: &str, scales: &Scales) -> bool {
    text.chars().count() > 1 && matches!(read(text, scales), Read::Sure(_) | Read::Doubtful(..))
}
