#![expect(dead_code, reason = "a shape is only described")]

use super::annotations::Annotations;
use super::kind::{Count, Day, Days, Free, Map, MaybeIds, Rows, Text};
use schemars::JsonSchema;

/// Lo stato di attuazione del lavoro agile in un giorno, con i nomi di quell'anno.
#[derive(JsonSchema)]
#[schemars(title = "attuazione.yaml", deny_unknown_fields)]
pub(super) struct File {
    /// Il giorno a cui si riferiscono i numeri (AAAA-MM-GG).
    data: Day,
    /// Chi è contato nella tabella.
    premessa: Option<Free>,
    /// Una riga per smart team.
    righe: Rows<Row>,
    /// Il totale pubblicato, anche dove la somma delle righe è un'altra.
    totale_dichiarato: Option<Total>,
    /// Il significato dei richiami del file; vuoto se il testo pubblicato non lo dice.
    note: Option<Map<Free>>,
    /// Una nota sull'intera tabella.
    nota: Option<Free>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Row {
    /// L'area, con il nome di allora.
    area: Text,
    /// Il servizio, con il nome di allora.
    servizio: Text,
    /// Lo smart team, con il nome di allora.
    smart_team: Text,
    /// Gli smart team di questa edizione che lo continuano; se manca, si riconosce dal nome.
    continua_in: Option<MaybeIds>,
    /// I giorni alla settimana: un numero, un intervallo come "0,5-1", o il grado di smartabilità.
    giorni_settimana: Option<Days>,
    /// I dipendenti.
    dipendenti: Count,
    /// Quanti di loro lavorano in modalità agile.
    agili: Count,
    #[serde(flatten)]
    annotations: Annotations,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Total {
    /// Come è chiamato il totale.
    etichetta: Text,
    /// I dipendenti.
    dipendenti: Option<Count>,
    /// I lavoratori agili.
    agili: Option<Count>,
}
