use super::Mistake;
use crate::model::{Keyword as _, TableName};
use minijinja::ErrorKind;
use std::ops::Range;

/// The filters that a chapter can be expected to use.
const FILTERS: &str =
    "i filtri sono `data`, che scrive una data per esteso, e `parola`, che scrive in lettere un numero fino a dieci";

/// A table whose name is not in quotes.
pub(super) fn unquoted_table(shown: &Range<usize>, inside: &str) -> Option<Mistake> {
    let name = inside.strip_prefix("tabella")?.trim_start().strip_prefix('(')?.strip_suffix(')')?.trim();
    let plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | '_'));
    plain.then(|| {
        let mistake = Mistake::new(shown.clone(), "il nome della tabella va scritto fra virgolette");
        match TableName::parse(&name.replace('_', "-")) {
            Some((table, true)) => {
                let mended = format!("{{{{ tabella(\"{}\") }}}}", table.keyword());
                mistake.help(format!("scrivere `{mended}`")).mended(mended)
            }
            _ => mistake.help(format!("le tabelle sono {}", TableName::list())),
        }
    })
}

/// Something that cannot be done with these values; `piece` is the filter, the function or the operation.
pub(super) fn mistake(shown: Range<usize>, kind: ErrorKind, detail: &str, piece: &str) -> Mistake {
    let new = |message: &str| Mistake::new(shown.clone(), message);
    let name = piece.trim_start_matches('.').split(['(', ' ', '|']).next().unwrap_or_default();
    match kind {
        ErrorKind::UnknownFunction if name == "tabella" || piece.is_empty() => {
            new("questa funzione non esiste").help("l'unica è `tabella(\"nome\")`")
        }
        ErrorKind::UnknownFunction => new(&format!("la funzione `{name}` non esiste"))
            .help("l'unica è `tabella(\"nome\")`, che mostra una tabella dei dati"),
        ErrorKind::UnknownFilter => new(&format!("il filtro `{name}` non esiste")).help(FILTERS),
        ErrorKind::UnknownTest => new(&format!("il confronto `{name}` non esiste"))
            .help("i confronti si scrivono con `==`, `!=`, `<`, `>`; `is defined` dice se un dato c'è"),
        ErrorKind::UnknownMethod => new(&format!("`{name}` non è una funzione di questo valore"))
            .help("togliere le parentesi tonde, e controllare il nome"),
        ErrorKind::MissingArgument if name == "tabella" => new("fra le parentesi manca il nome della tabella")
            .help("scrivere per esempio `{{ tabella(\"processi\") }}`"),
        ErrorKind::MissingArgument => {
            new(&format!("a `{name}` manca un valore fra le parentesi")).help("scrivere fra le parentesi ciò che manca")
        }
        ErrorKind::TooManyArguments => {
            new(&format!("`{name}` ha troppi valori fra le parentesi")).help("togliere quelli di troppo")
        }
        ErrorKind::OutOfFuel => endless(shown),
        ErrorKind::TemplateNotFound | ErrorKind::BadInclude | ErrorKind::UnknownBlock | ErrorKind::EvalBlock => {
            new("un capitolo non può prendere il testo di un altro file")
                .help("scrivere qui il testo, o un collegamento all'altro capitolo")
        }
        ErrorKind::CannotUnpack => {
            new("il ciclo dà più nomi a ciò che è una cosa sola").help("scrivere un solo nome dopo `for`")
        }
        _ => invalid(shown, detail, name),
    }
}

fn endless(shown: Range<usize>) -> Mistake {
    Mistake::excess(shown, "le espressioni del capitolo chiedono troppo lavoro", "togliere o accorciare i cicli")
}

fn invalid(shown: Range<usize>, detail: &str, name: &str) -> Mistake {
    let new = |message: &str| Mistake::new(shown.clone(), message);
    let has = |words: &str| detail.contains(words);
    if has("recursion") {
        endless(shown)
    } else if name == "parola" {
        new("il filtro `parola` vuole un numero intero, e questo valore non lo è")
            .help("togliere `| parola`, o metterlo dopo un numero")
    } else if name == "data" {
        new("il filtro `data` vuole una data, e questo valore non lo è")
            .help("togliere `| data`, o metterlo dopo una data")
    } else if name == "tabella" {
        new("fra le parentesi ci vuole solo il nome di una tabella")
            .help("scrivere per esempio `{{ tabella(\"processi\") }}`")
    } else if has("callable") {
        new("qui non c'è una funzione: è un valore").help("togliere le parentesi tonde che lo seguono")
    } else if has("not iterable") || has("cannot be sliced") {
        new("qui ci vuole un elenco, e questo valore non lo è")
            .help("gli elenchi sono per esempio `aree`, `servizi`, `attuazione.righe`")
    } else if has("operator") || has("unable to calculate") || has("multiplied") {
        new("questo calcolo non si può fare").help("si calcola soltanto con i numeri, e non si divide per zero")
    } else if has("too many elements") || has("too large") {
        new("l'elenco che ne risulta è troppo lungo").help("scrivere un numero più piccolo")
    } else {
        new("questa operazione non si può fare con questo valore")
            .help("un'espressione è di solito un nome, come `{{ totali.processi }}`, o una tabella, come `{{ tabella(\"processi\") }}`")
    }
}
