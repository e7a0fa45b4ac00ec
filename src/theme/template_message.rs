use crate::diagnostic::nearest;

/// The first words of the messages of the library, and what they say; `{}` is the first name that they quote.
const MESSAGES: &[(&str, &str)] = &[
    ("Maximum render recursion", "un componente chiama sé stesso troppe volte"),
    ("Unknown filter", "il filtro {} non esiste"),
    ("Unknown test", "la prova {} non esiste"),
    ("Unknown function", "la funzione {} non esiste"),
    ("Unknown component", "il componente {} non esiste"),
    ("Unknown template", "il modello {} non c'è"),
    ("Unknown tag", "questa istruzione non esiste"),
    ("Unexpected end", "il modello finisce prima del previsto: manca una chiusura"),
    ("Unexpected character", "qui c'è un segno che non può starci"),
    ("unexpected end of string", "manca la virgoletta che chiude il testo"),
    ("unexpected end of raw block", "manca `{% endraw %}`"),
    ("String opened with", "manca {} che chiude il testo"),
    ("Closing comment tag", "manca {} che chiude il commento"),
    ("Invalid float", "questo numero non è scritto bene"),
    ("Invalid Integer", "questo numero non è scritto bene"),
    ("Invalid syntax for `set`", "dopo il nome ci vuole `=` con un valore, oppure `%}`"),
    ("Invalid", "qui ci vogliono valori scritti per esteso, non espressioni"),
    ("Found `<`", "dopo `<` ci vuole il nome di un componente"),
    ("Found invalid field of `loop`", "`loop` ha soltanto `index`, `index0`, `first`, `last` e `length`"),
    ("Keyword argument", "l'argomento {} è scritto due volte"),
    ("Component argument", "l'argomento {} è scritto due volte"),
    ("Argument", "manca l'argomento {}"),
    ("Component `", "il componente {} è scritto in due modelli"),
    ("Components with body", "un componente con un contenuto si scrive `{% <nome()> %}…{% </nome> %}`"),
    ("Component definitions", "un componente non si può scrivere dentro un'altra istruzione"),
    ("Unclosed component", "il componente {} non è chiuso"),
    ("Closing tag", "la chiusura {} non corrisponde a ciò che è aperto"),
    ("Template already contains a block", "il blocco {} è scritto due volte"),
    ("Template already contains a component", "il componente {} è scritto due volte"),
    ("Template is already extending", "il modello estende già {}"),
    ("Template", "il modello {} non si può usare"),
    ("The template nesting", "troppe istruzioni stanno l'una dentro l'altra"),
    ("The expression is too complex", "l'espressione è troppo complicata"),
    ("The name `body`", "il nome `body` è riservato"),
    ("This content would be ignored", "in un modello che ne estende un altro, fuori dai blocchi non può stare nulla"),
    ("Block", "il blocco {} non c'è nel modello che questo estende"),
    ("Blocks cannot", "un blocco non può stare qui dentro"),
    ("Function calls are only", "una funzione si può chiamare soltanto all'inizio di un'espressione"),
    ("Cannot compare", "questi due valori non si possono confrontare"),
    ("Cannot divide", "si divide per zero"),
    ("Cannot index", "si cerca dentro un valore che non c'è"),
    ("Cannot slice", "si taglia un valore che non c'è"),
    ("Index expression", "il valore che dice il posto nell'elenco non c'è"),
    ("Slice", "gli estremi di un taglio sono numeri interi"),
    ("Math operations", "i conti si fanno soltanto con i numeri"),
    ("Unable to perform", "questo conto non si può fare"),
    ("Iteration not possible", "qui ci vuole un elenco"),
    ("Spread operator", "dopo `...` ci vuole un elenco o un insieme di campi"),
    ("Tried to render", "qui c'è un valore che non esiste"),
    ("Tried to escape", "qui c'è un valore che non esiste"),
    ("Tried to use super()", "`super()` si può usare soltanto in un blocco che ne sostituisce un altro"),
    ("Missing", "manca {}"),
];

/// What a message of the library says, in Italian.
pub(super) fn italian(english: &str) -> String {
    let mut quoted = english.split('`').skip(1).step_by(2).map(str::trim).filter(|name| !name.is_empty());
    let named = quoted.next().or_else(|| english.split('\'').nth(1));
    if english.starts_with("Variable") || english.starts_with("Field") {
        let name = named.unwrap_or_default();
        let known =
            english.split_once("Available ").and_then(|(_, rest)| rest.split_once(": ")).map_or("", |(_, list)| list);
        let near = nearest(name, known.trim_end_matches('.').split(", ").map(|name| name.trim_matches('`')));
        return format!(
            "`{name}` non esiste{}",
            near.map_or_else(String::new, |near| format!(": forse si intendeva `{near}`"))
        );
    }
    let known = MESSAGES.iter().find(|(first, _)| english.starts_with(first)).map(|(_, italian)| *italian);
    match (known, named) {
        (Some(italian), Some(name)) => italian.replace("{}", &format!("`{name}`")),
        (Some(italian), None) if !italian.contains("{}") => italian.to_owned(),
        _ => unexpected(english).unwrap_or_else(|| match named {
            Some(name) => format!("qui c'è qualcosa che non va, accanto a `{name}`"),
            None => "qui c'è qualcosa che non va".to_owned(),
        }),
    }
}

/// The library's words for what is no single sign.
const KINDS: [(&str, &str); 10] = [
    ("content", "del testo"),
    ("raw content", "del testo"),
    ("comment", "un commento"),
    ("identifier", "un nome"),
    ("an identifier", "un nome"),
    ("attribute name", "un nome"),
    ("string", "un testo fra virgolette"),
    ("integer", "un numero"),
    ("float", "un numero"),
    ("bool", "`true` o `false`"),
];

/// What is said of a sign where another must stand.
fn unexpected(english: &str) -> Option<String> {
    let found = english.strip_prefix("Found ")?;
    let (found, expected) = found.split_once(" but ").unwrap_or((found, ""));
    Some(format!("qui non può stare {}{}", sign_or_kind(found), wanted(expected)))
}

/// A sign between its quotes, or what kind of thing it is.
fn sign_or_kind(english: &str) -> String {
    let kind = KINDS.iter().find(|(word, _)| *word == english.trim()).map(|(_, italian)| (*italian).to_owned());
    kind.unwrap_or_else(|| format!("`{}`", english.trim().trim_matches('`')))
}

/// What must stand there instead, after a colon; nothing where the library does not say it.
fn wanted(english: &str) -> String {
    let signs = || english.split('`').skip(1).step_by(2).take(4).map(|sign| format!("`{sign}`")).collect::<Vec<_>>();
    if english.contains("one of: integer") {
        return ": ci vuole un valore".to_owned();
    }
    if english.contains("default arguments") {
        return ": ci vuole un valore scritto per esteso".to_owned();
    }
    if english.contains("followed by an integer") {
        return ": dopo `-` ci vuole un numero".to_owned();
    }
    if let Some((_, kinds)) = english.split_once("types allowed are: ") {
        let kinds = kinds.replace(" and ", ", ");
        let kinds: Vec<String> = kinds.trim_end_matches('.').split(", ").map(|kind| format!("`{kind}`")).collect();
        return format!(": ci vuole {}", one_of(&kinds));
    }
    match (&signs()[..], english.strip_prefix("expected ")) {
        ([], Some(one)) if one.contains("identifier") => ": ci vuole un nome".to_owned(),
        ([], Some(one)) => format!(": ci vuole {}", sign_or_kind(one.strip_suffix('.').unwrap_or(one))),
        ([], None) => String::new(),
        (signs, _) => format!(": ci vuole {}", one_of(signs)),
    }
}

/// Several things of which there must be one.
fn one_of(things: &[String]) -> String {
    match things {
        [others @ .., last] if !others.is_empty() => format!("{} o {last}", others.join(", ")),
        _ => things.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::italian;

    #[test]
    fn messages_are_italian_and_name_what_was_meant() {
        for (english, told) in [
            (
                "Variable `siti` is not defined. Available variables: brand, site, frame",
                "`siti` non esiste: forse si intendeva `site`",
            ),
            (
                "Field `titl` is not defined. Available fields: lead, title",
                "`titl` non esiste: forse si intendeva `title`",
            ),
            ("Field `x` is not defined.", "`x` non esiste"),
            ("Unknown filter `niente`", "il filtro `niente` non esiste"),
            ("Found `%}` but expected `=`.", "qui non può stare `%}`: ci vuole `=`"),
            (
                "Found `%}` but was expecting `elif`, `else` or `endif`.",
                "qui non può stare `%}`: ci vuole `elif`, `else` o `endif`",
            ),
            ("Found identifier but expected in.", "qui non può stare un nome: ci vuole `in`"),
            ("Found integer but expected identifier.", "qui non può stare un numero: ci vuole un nome"),
            ("Found bool but expected string.", "qui non può stare `true` o `false`: ci vuole un testo fra virgolette"),
            ("Found `}}` but expected ..", "qui non può stare `}}`: ci vuole `.`"),
            (
                "Found `}}` but expected one of: integer, float, string, bool, ident, `-`, `not`, `<`, `{`, `[` or `(`",
                "qui non può stare `}}`: ci vuole un valore",
            ),
            (
                "Found pippo but the only types allowed are: string, bool and map",
                "qui non può stare `pippo`: ci vuole `string`, `bool` o `map`",
            ),
            (
                "Found string but `-` can only be followed by an integer or a float",
                "qui non può stare un testo fra virgolette: dopo `-` ci vuole un numero",
            ),
            ("Keyword argument `a` is defined more than once", "l'argomento `a` è scritto due volte"),
            ("Something that nobody knows", "qui c'è qualcosa che non va"),
        ] {
            assert_eq!(italian(english), told, "{english}");
        }
    }
}
