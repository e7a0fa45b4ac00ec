use super::super::tag::{Tag, TagKind};
use super::Mistake;
use std::ops::Range;

/// A tag that is never closed.
pub(super) fn unclosed(source: &str, tag: &Tag) -> Mistake {
    let (open, close) = (tag.kind.open(), tag.kind.close());
    let text = source.get(tag.range.clone()).unwrap_or_default();
    // `{{ totali.aree }`: one brace where two are needed.
    if let Some(at) = text.find('}').filter(|_| tag.kind == TagKind::Expression) {
        let spaced = text[at..].starts_with("} }");
        let range = tag.range.start..tag.range.start + at + if spaced { 3 } else { 1 };
        let mended = format!("{{{{ {} }}}}", text[2..at].trim());
        let message = if spaced {
            "le due graffe che chiudono devono stare attaccate"
        } else {
            "l'espressione si chiude con una graffa sola"
        };
        return Mistake::new(range, message).help(format!("scrivere `{mended}`")).mended(mended);
    }
    let what = match tag.kind {
        TagKind::Expression => "l'espressione",
        TagKind::Statement => "il comando",
        TagKind::Comment => "il commento",
    };
    let range = tag.range.start..tag.range.start + text.trim_end().len();
    Mistake::new(range, format!("{what} si apre con `{open}` e non si chiude"))
        .help(format!("scrivere `{close}` dove finisce"))
}

/// A loop or a condition that is never ended.
pub(super) fn endless(source: &str, tag: &Tag) -> Mistake {
    let word = tag.inside(source).split_whitespace().next().unwrap_or_default();
    let what = match word {
        "for" => "il ciclo",
        "if" => "la condizione",
        _ => "il comando",
    };
    Mistake::new(tag.range.clone(), format!("{what} `{{% {word} … %}}` si apre e non finisce"))
        .help(format!("scrivere `{{% end{word} %}}` dove finisce"))
}

/// What is wrong with the writing of a tag; `range` is where the engine stopped.
pub(super) fn mistake(
    shown: Range<usize>,
    detail: &str,
    source: &str,
    range: &Range<usize>,
    tag: Option<&Tag>,
) -> Mistake {
    let new = |message: &str| Mistake::new(shown.clone(), message);
    let inside = tag.map_or("", |tag| tag.inside(source));
    let at = source.get(range.start..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
    let has = |words: &str| detail.contains(words);
    if let Some(word) = detail.strip_prefix("unknown statement ") {
        return unknown_command(shown, word, inside);
    }
    if has("expected statement") {
        new("fra `{%` e `%}` non c'è nessun comando").help("un valore si scrive fra `{{` e `}}`")
    } else if inside.is_empty() {
        new("fra le graffe non c'è nulla")
            .help("scrivere il nome di un dato, per esempio `{{ totali.processi }}`, o togliere le graffe")
    } else if inside.starts_with('{') {
        new("le graffe sono troppe").help("un'espressione ne ha due prima e due dopo: `{{ totali.processi }}`")
    } else if is_quote_open(inside) {
        new("una virgoletta si apre e non si chiude")
            .help("chiuderla dopo il nome, per esempio `{{ tabella(\"processi\") }}`")
    } else if has("unexpected character") {
        wrong_sign(shown, at, inside)
    } else if has("expected identifier") {
        new("dopo il punto manca il nome del dato").help("scrivere per esempio `totali.processi`")
    } else if has("expected in") {
        new("il ciclo non è scritto bene").help("si scrive per esempio `{% for area in aree %}`")
    } else if at == '=' {
        new("per confrontare due valori ci vogliono due segni di uguale").help("scrivere `==`")
    } else if has("expected `)`") || has("expected `,`") || has("expected `]`") || has("unexpected `}`") {
        new("una parentesi si apre e non si chiude").help("chiuderla prima della fine dell'espressione")
    } else if has("unexpected identifier") || has("unexpected integer") || has("unexpected string") {
        new("fra le graffe ci sono due nomi di seguito")
            .help("un'espressione è un nome solo, senza spazi, per esempio `{{ totali.processi }}`")
    } else if has("unexpected end of") {
        new("l'espressione non è finita").help("scrivere ciò che manca prima della fine, o togliere l'ultimo segno")
    } else if has("inside a loop") {
        new("questo comando vale soltanto dentro un ciclo").help("toglierlo")
    } else if has("invalid integer") || has("invalid float") {
        new("il numero non si può leggere").help("scrivere un numero con meno cifre")
    } else {
        new("l'espressione non è scritta bene").help(
            "un'espressione è un nome, come `{{ totali.processi }}`, o una tabella, come `{{ tabella(\"processi\") }}`",
        )
    }
}

fn unknown_command(shown: Range<usize>, word: &str, inside: &str) -> Mistake {
    let opening = word.strip_prefix("end").or_else(|| word.starts_with("el").then_some("if"));
    match opening {
        Some(opening) => {
            let message = format!("`{{% {word} %}}` viene dopo un `{{% {opening} … %}}` che non c'è");
            Mistake::new(shown, message)
                .help(format!("scrivere prima `{{% {opening} … %}}`, o togliere questo comando"))
        }
        // A value or a table, between the signs of a command.
        None if word == "tabella" || inside.contains('.') || inside == word => {
            let mended = format!("{{{{ {inside} }}}}");
            let mistake = Mistake::new(shown, format!("`{word}` non è un comando"));
            let help = format!("i valori e le tabelle si scrivono fra doppie graffe: `{mended}`");
            let known = word == "tabella" || inside.contains('.');
            if known {
                mistake.help(help).mended(mended)
            } else {
                mistake.help("i comandi sono `for`, `if` e `set`; i valori si scrivono fra `{{` e `}}`")
            }
        }
        None => Mistake::new(shown, format!("`{word}` non è un comando"))
            .help("i comandi sono `for`, `if` e `set`; i valori si scrivono fra `{{` e `}}`"),
    }
}

/// Whether a quotation mark has no companion.
pub(super) fn is_quote_open(inside: &str) -> bool {
    !inside.matches('"').count().is_multiple_of(2)
}

/// A sign that no expression holds.
fn wrong_sign(shown: Range<usize>, sign: char, inside: &str) -> Mistake {
    if "“”„«»‘’".contains(sign) {
        let straight: String = inside
            .chars()
            .map(|c| {
                if "“”„«»".contains(c) {
                    '"'
                } else if "‘’".contains(c) {
                    '\''
                } else {
                    c
                }
            })
            .collect();
        let mended = format!("{{{{ {straight} }}}}");
        return Mistake::new(shown, "nelle espressioni le virgolette sono quelle diritte della tastiera")
            .help(format!("scrivere `{mended}`"))
            .mended(mended);
    }
    if sign.is_alphabetic() {
        return Mistake::new(shown, format!("nei nomi dei dati non ci sono lettere accentate come «{sign}»"))
            .help("controllare il nome");
    }
    Mistake::new(shown, format!("il segno «{sign}» non si può usare in un'espressione"))
        .help("toglierlo, e lasciare fra le graffe soltanto il nome del dato")
}
