use super::shape::{Key, file, free, map, object, text, value};
use crate::tables::{Kind, Need};
use serde_json::{Value, json};

/// `sigillo.yaml`.
pub(super) fn seal() -> Value {
    let fingerprint = json!({ "type": "string", "pattern": "^[0-9a-fA-F]{64}$" });
    let event = object(vec![
        Key::optional("data", "Il giorno (AAAA-MM-GG).", value(Kind::Date, Need::Required)),
        Key::required("azione", "Che cosa è stato fatto: sigillata o dissigillata.", text()),
        Key::optional("motivo", "Perché l'edizione è stata riaperta.", free()),
    ]);
    let record = json!({ "type": "array", "items": event });
    file(
        "Il sigillo di un'edizione chiusa: lo scrive piao sigilla, e non si cambia a mano.",
        vec![
            Key::optional("impronte", "Per ogni file dell'edizione la sua impronta SHA-256.", map(fingerprint)),
            Key::optional("registro", "Quando l'edizione è stata sigillata e riaperta.", record),
        ],
    )
}
