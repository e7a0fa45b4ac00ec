use super::shape::{Key, file, free, map, object, one_of, text};
use crate::model::{Concept, Keyword as _, OwnType, ReferenceTarget};
use crate::tables::TABLES;
use serde_json::{Value, json};

/// `modello.yaml`.
pub(super) fn annex_model() -> Value {
    let names: Vec<&str> = TABLES.iter().map(|table| table.name).chain(["smart_team"]).collect();
    let mut tables = map(table());
    tables["propertyNames"] = json!({ "enum": names });
    let words = || json!({ "anyOf": [text(), { "type": "array", "items": text() }] });
    let scales = object(vec![
        Key::optional(
            "rischio",
            "I gradi del rischio corruttivo, dal più basso al più alto: da due a sette.",
            json!({ "type": "array", "items": text(), "minItems": 2, "maxItems": 7 }),
        ),
        Key::optional(
            "smartabilita",
            "Le parole dell'ente per le tre risposte.",
            object(vec![
                Key::optional("si", "Le parole che valgono sì.", words()),
                Key::optional("in parte", "Le parole che valgono in parte.", words()),
                Key::optional("no", "Le parole che valgono no.", words()),
            ]),
        ),
    ]);
    file(
        "In che cosa l'allegato dell'ente è diverso da quello usuale.",
        vec![
            Key::optional("tavole", "I titoli delle tavole e le loro colonne.", tables),
            Key::optional("parole", "Le parole dell'ente per le cose di cui si parla, con i loro articoli.", nouns()),
            Key::optional("scale", "Le parole per ciò che si dice su una scala.", scales),
        ],
    )
}

/// The words of the administration.
fn nouns() -> Value {
    let (one, many) = ("Con l'articolo, come sta in mezzo a una frase: la Direzione.", "Con l'articolo: le Direzioni.");
    let noun = |(concept, meaning): (Concept, &'static str)| {
        let many = if concept.is_counted() {
            Key::required("plurale", many, text())
        } else {
            Key::optional("plurale", many, text())
        };
        Key::optional(concept.keyword(), meaning, object(vec![Key::required("singolare", one, text()), many]))
    };
    let meanings = [
        (Concept::Area, "La parola per un'area."),
        (Concept::Service, "La parola per un servizio."),
        (Concept::Team, "La parola per uno smart team."),
        (Concept::Process, "La parola per un processo."),
        (Concept::Smartability, "La parola per la smartabilità."),
        (Concept::Risk, "La parola per il rischio corruttivo."),
    ];
    object(meanings.into_iter().map(noun).collect())
}

/// A table of the annex.
fn table() -> Value {
    object(vec![
        Key::optional("titolo", "Come si chiama la tavola, ovunque compaia.", free()),
        Key::optional(
            "colonne",
            "Le colonne, nell'ordine: un testo ne cambia l'intestazione, un gruppo di chiavi ne aggiunge una.",
            columns(),
        ),
    ])
}

/// Headings of our columns, and columns of the administration's own.
fn columns() -> Value {
    let answer = |name, meaning| Key::optional(name, meaning, one_of::<bool>());
    let own = object(vec![
        Key::required("titolo", "L'intestazione della colonna.", text()),
        Key::optional("tipo", "Che cosa sono i suoi valori; se manca, testo.", one_of::<OwnType>()),
        Key::optional(
            "valori",
            "I valori ammessi, per una colonna di tipo `scelta`.",
            json!({ "anyOf": [text(), { "type": "array", "items": text() }] }),
        ),
        Key::optional(
            "a",
            "Che cosa nominano i suoi valori, per una colonna di tipo `riferimento`.",
            one_of::<ReferenceTarget>(),
        ),
        Key::optional("spiegazione", "Che cosa vuol dire, per chi legge i dati.", free()),
        answer("obbligatoria", "`si`: ogni riga deve averla."),
        answer("filtro", "`si`: le righe si possono filtrare per i suoi valori."),
        answer("stampa", "`no`: non sta sulla carta."),
        answer("pubblica", "`no`: è letta e controllata, e non è pubblicata da nessuna parte."),
    ]);
    map(json!({ "anyOf": [text(), own] }))
}
