#![expect(dead_code, reason = "a shape is only described")]

use super::kind::{Map, OneOf, Threshold};
use crate::model::Level;
use schemars::JsonSchema;

/// Quanto pesano i controlli per questo ente, e da quali numeri parlano.
#[derive(JsonSchema)]
#[schemars(title = "controlli.yaml", deny_unknown_fields)]
pub(super) struct File {
    /// Per ogni codice di controllo, la gravità dei suoi rilievi. Gli errori non si possono cambiare.
    #[schemars(extend("propertyNames" = { "pattern": "^LA[0-9]{3}$" }))]
    gravita: Option<Map<OneOf<Level>>>,
    /// I numeri da cui alcuni controlli parlano.
    soglie: Option<Thresholds>,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Thresholds {
    /// Il numero di persone sotto il quale una casella può far capire di chi si tratta; se manca, 3.
    celle_piccole: Option<Threshold>,
    /// Il numero di caratteri da cui due testi uguali sono presi per una copia; se manca, 40.
    testo_ripetuto: Option<Threshold>,
}
