use super::shape::{Key, free, map, object, rows, table_file, text, value};
use crate::model::{
    AdoptionRow, Area, Audience, Definition, Exclusion, ExpectedBehaviour, Indicator, ModuleGroup, Process, Service,
    SmartTeam, Software, Waiver,
};
use crate::tables::{Described, Kind, Need};
use serde_json::Value;

/// A file that holds one table under one key.
fn single<R: Described>(meaning: &str, key: &'static str, rows_meaning: &str) -> Value {
    table_file(meaning, vec![Key::required(key, rows_meaning, rows::<R>())])
}

/// `servizi.yaml`.
pub(super) fn organisation() -> Value {
    table_file(
        "L'organizzazione: le aree e i loro servizi.",
        vec![
            Key::required("aree", "Le aree.", rows::<Area>()),
            Key::required("servizi", "I servizi.", rows::<Service>()),
        ],
    )
}

/// `smart-team.yaml`.
pub(super) fn teams() -> Value {
    let meaning = "Gli smart team: i gruppi di lavoro che alternano presenza e lavoro agile.";
    single::<SmartTeam>(meaning, "smart_team", "Gli smart team.")
}

/// `processi.yaml`.
pub(super) fn processes() -> Value {
    let meaning = "La mappatura dei processi (Tavola 1): una voce per processo.";
    single::<Process>(meaning, "processi", "I processi.")
}

/// `software.yaml`.
pub(super) fn software() -> Value {
    single::<Software>("I programmi informatici in uso.", "software", "I programmi.")
}

/// `formazione.yaml`.
pub(super) fn training() -> Value {
    let meaning = "Il piano formativo: una riga per modulo, una colonna per gruppo di destinatari.";
    table_file(
        meaning,
        vec![
            Key::optional(
                "legenda",
                "Il significato dei segni delle caselle; vuoto se il testo pubblicato non lo dice.",
                map(free()),
            ),
            Key::required("destinatari", "Le colonne della tabella.", rows::<Audience>()),
            Key::required("gruppi", "I gruppi di moduli.", rows::<ModuleGroup>()),
        ],
    )
}

/// `attuazione.yaml`.
pub(super) fn adoption() -> Value {
    let count = || value(Kind::Headcount, Need::Required);
    let total = object(vec![
        Key::required("etichetta", "Come è chiamato il totale.", text()),
        Key::optional("dipendenti", "I dipendenti.", count()),
        Key::optional("agili", "I lavoratori agili.", count()),
    ]);
    let meaning = "Lo stato di attuazione del lavoro agile in un giorno, con i nomi di quell'anno.";
    table_file(
        meaning,
        vec![
            Key::required(
                "data",
                "Il giorno a cui si riferiscono i numeri (AAAA-MM-GG).",
                value(Kind::Date, Need::Required),
            ),
            Key::optional("premessa", "Chi è contato nella tabella.", free()),
            Key::required("righe", "Una riga per smart team.", rows::<AdoptionRow>()),
            Key::optional(
                "totale_dichiarato",
                "Il totale pubblicato, anche dove la somma delle righe è un'altra.",
                total,
            ),
        ],
    )
}

/// `valutazione.yaml`.
pub(super) fn expected_behaviours() -> Value {
    single::<ExpectedBehaviour>("Le competenze e i comportamenti attesi.", "ruoli", "I ruoli.")
}

/// `indicatori.yaml`.
pub(super) fn indicators() -> Value {
    let meaning = "Gli indicatori del piano: da dove si parte, che cosa si vuole raggiungere anno per anno, che cosa si è misurato.";
    single::<Indicator>(meaning, "indicatori", "Gli indicatori.")
}

/// `esclusioni.yaml`.
pub(super) fn exclusions() -> Value {
    let meaning = "I profili professionali che un capitolo esclude dal lavoro agile.";
    single::<Exclusion>(meaning, "esclusioni", "Le esclusioni.")
}

/// `glossario.yaml`.
pub(super) fn glossary() -> Value {
    let meaning = "Che cosa vogliono dire le parole del documento: voci che si aggiungono a quelle del programma, o ne prendono il posto.";
    single::<Definition>(meaning, "glossario", "I termini.")
}

/// `accettazioni.yaml`.
pub(super) fn waivers() -> Value {
    let meaning = "I rilievi che l'ufficio accetta, per iscritto. Gli errori non si possono accettare.";
    single::<Waiver>(meaning, "accettazioni", "Le accettazioni.")
}
