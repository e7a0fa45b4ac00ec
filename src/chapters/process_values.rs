use super::values::{maybe, number, object, text, texts, word};
use crate::model::{Process, Scope, Spanned, Text};
use serde_json::{Value, json};

/// A process under the keys of the data, with the words that its row has.
pub(super) fn process_values(process: &Process) -> Value {
    let stated = |list: &Option<Spanned<Vec<Text>>>| list.as_ref().map(|list| texts(&list.value));
    let named = |list: &[Text]| (!list.is_empty()).then(|| texts(list));
    let (teams, services) = match &process.scope {
        Some(Scope::Teams(ids)) => (named(ids), None),
        Some(Scope::Services(ids)) => (None, named(ids)),
        Some(Scope::Everyone(_)) => (Some(json!(["tutti"])), None),
        Some(Scope::Areas) | None => (None, None),
    };
    let answer = process.answer_word.as_ref().map(|word| json!(word));
    object([
        ("codice", process.code().map(|code| json!(code))),
        ("rischio", process.risk.as_ref().map(|risk| json!(risk.word))),
        ("processo", text(&process.name)),
        ("finalita", maybe(process.purpose.as_ref())),
        ("input", stated(&process.inputs)),
        ("fasi", stated(&process.phases)),
        ("output", stated(&process.outputs)),
        ("area", named(&process.areas)),
        ("smart_team", teams),
        ("servizio", services),
        ("smartabilita", answer.or_else(|| word(process.smartability.as_ref()))),
        ("supporti_cartacei", word(process.paper.as_ref())),
        ("percentuale", process.percentage.as_ref().map(|share| number(share.value))),
        ("motivazione", maybe(process.reason.as_ref())),
        ("software", named(&process.software)),
    ])
}
