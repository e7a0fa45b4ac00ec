use super::setting::keys;
use super::shape::{Key, rows, table_file};
use crate::model::{
    AdoptionRow, Area, Audience, Definition, Exclusion, ExpectedBehaviour, Indicator, ModuleGroup, Process, Service,
    SmartTeam, Software, Waiver,
};
use crate::tables::{ADOPTION_SETTINGS, Described, TRAINING_SETTINGS};
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
    let mut all = keys(&TRAINING_SETTINGS);
    all.push(Key::required("destinatari", "Le colonne della tabella.", rows::<Audience>()));
    all.push(Key::required("gruppi", "I gruppi di moduli.", rows::<ModuleGroup>()));
    table_file(meaning, all)
}

/// `attuazione.yaml`.
pub(super) fn adoption() -> Value {
    let meaning = "Lo stato di attuazione del lavoro agile in un giorno, con i nomi di quell'anno.";
    let mut all = keys(&ADOPTION_SETTINGS);
    all.push(Key::required("righe", "Una riga per smart team.", rows::<AdoptionRow>()));
    table_file(meaning, all)
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
