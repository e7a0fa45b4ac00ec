#![expect(dead_code, reason = "a shape is only described")]

use super::kind::{Free, Texts};
use schemars::JsonSchema;

// What may stand on every record; a doc comment would become the description of each of them.
#[derive(JsonSchema)]
pub(super) struct Annotations {
    /// Un testo mostrato accanto alla voce.
    nota: Option<Free>,
    /// I richiami stampati accanto alla voce, come "*" o "(1)"; il loro testo sta in `note`, in cima al file.
    richiami: Option<Texts>,
    /// Ciò che chi ha trascritto non ha potuto leggere con certezza: è ricordato a ogni controllo.
    da_verificare: Option<Free>,
}
