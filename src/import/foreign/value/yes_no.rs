use super::{Read, states_nothing};
use crate::model::{fold, latin};

const YES: [&str; 14] = [
    "si",
    "s",
    "x",
    "yes",
    "y",
    "v",
    "vero",
    "true",
    "ok",
    "presente",
    "presenti",
    "richiesto",
    "richiesti",
    "necessari",
];
const NO: [&str; 16] = [
    "no",
    "n",
    "falso",
    "false",
    "nessuno",
    "nessuna",
    "nessun supporto",
    "assente",
    "assenti",
    "non presenti",
    "non richiesti",
    "non necessari",
    "non previsto",
    "non prevista",
    "non previsti",
    "non previste",
];

/// Signs that are drawn instead of a word.
const TICKS: &str = "✓✔☑☒✗✘×✅❌";

/// A yes or a no.
pub(in super::super) fn read(text: &str) -> Read<bool> {
    if states_nothing(text) {
        return Read::Blank;
    }
    match answer(text) {
        Some(answer) => Read::Sure(answer),
        None => Read::Not("non è un sì né un no".to_owned()),
    }
}

/// The same of a text that is one of these words or signs and nothing else.
pub(in super::super) fn answer(text: &str) -> Option<bool> {
    // A sign may ask to be drawn in colours.
    let signs: Vec<char> = text.chars().filter(|c| !c.is_whitespace() && *c != '\u{fe0f}').collect();
    if let [sign] = signs.as_slice()
        && TICKS.contains(*sign)
    {
        return Some(!matches!(sign, '✗' | '✘' | '❌'));
    }
    let folded = fold(&latin(text));
    // Letters set apart, as headings do: `S I`.
    let folded = match folded.as_str() {
        "s i" => "si".to_owned(),
        "n o" => "no".to_owned(),
        _ => folded,
    };
    if YES.contains(&folded.as_str()) {
        return Some(true);
    }
    NO.contains(&folded.as_str()).then_some(false)
}
