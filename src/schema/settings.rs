use super::setting::{key, keys};
use super::shape::{Key, file, merge, object, one_of, rows, rule_meaning};
use crate::check::catalogue;
use crate::diagnostic::Rule;
use crate::model::{LegalReference, Level};
use crate::tables::{ADMINISTRATION, EDITION_SETTINGS, SettingKind};
use serde_json::{Map, Value, json};

/// `ente.yaml`.
pub(super) fn administration() -> Value {
    file("Chi pubblica l'allegato, dove e con quale aspetto.", keys(&ADMINISTRATION))
}

/// `controlli.yaml`.
pub(super) fn controls() -> Value {
    let threshold = || json!({ "type": ["integer", "string"], "minimum": 1, "pattern": "^[0-9]*[1-9][0-9]*$" });
    let thresholds = object(vec![
        Key::optional(
            "celle_piccole",
            "Il numero di persone sotto il quale una casella può far capire di chi si tratta; se manca, 3.",
            threshold(),
        ),
        Key::optional(
            "testo_ripetuto",
            "Il numero di caratteri da cui due testi uguali sono presi per una copia; se manca, 40.",
            threshold(),
        ),
    ]);
    let level = |rule: &&Rule| {
        let mut level = json!({ "description": rule_meaning(rule) });
        merge(&mut level, one_of::<Level>());
        (rule.code.to_owned(), level)
    };
    let changeable = catalogue().into_iter().filter(|rule| rule.is_adjustable());
    let levels: Map<String, Value> = changeable.map(|rule| level(&rule)).collect();
    let levels = json!({ "type": "object", "properties": levels, "additionalProperties": false });
    file(
        "Quanto pesano i controlli per questo ente, e da quali numeri parlano.",
        vec![
            Key::optional(
                "gravita",
                "Per ogni codice di controllo, la gravità dei suoi rilievi. Gli errori non si possono cambiare.",
                levels,
            ),
            Key::optional("soglie", "I numeri da cui alcuni controlli parlano.", thresholds),
        ],
    )
}

/// `edizione.yaml`.
pub(super) fn edition() -> Value {
    let keys = EDITION_SETTINGS.iter().map(|setting| match setting.kind {
        SettingKind::Rows => Key::optional(setting.key, setting.meaning, rows::<LegalReference>()),
        _ => key(setting),
    });
    file("Il documento di un'edizione: titolo, piano di cui è allegato, stato di approvazione.", keys.collect())
}
