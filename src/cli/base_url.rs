use crate::model::AddressFault;
use crate::trouble::Trouble;

/// A base address from the command line; an error if it is not absolute, or says more than where a folder is.
pub(super) fn parse(option: Option<&str>) -> Result<Option<&str>, Trouble> {
    let Some(text) = option else { return Ok(None) };
    match AddressFault::of_base(text) {
        None => Ok(Some(text)),
        Some(AddressFault::Credentials) => Err(Trouble::new(
            "l'indirizzo di base contiene un nome utente o una parola d'ordine, che si pubblicherebbe",
            "togliere quello che sta fra `//` e `@`, e `@`",
        )),
        Some(AddressFault::Capitals(right)) => {
            Err(Trouble::new(format!("`{text}` non è un indirizzo di base"), format!("scrivere `{right}`")))
        }
        Some(AddressFault::Incomplete) => Err(Trouble::new(
            format!("`{text}` non è un indirizzo di base"),
            "scriverlo intero, per esempio https://www.ente.esempio.it/lavoro-agile/",
        )),
    }
}
