use crate::diagnostic::{Edit, Example, Finding, Rule, Severity, Suggestion, nearest};
use crate::model::Text;
use crate::source::{Sources, Span};
use crate::tables::{TABLES, TableDescription};

/// A mistake in `modello.yaml` itself.
pub(crate) static RULE: Rule = Rule {
    code: "LA024",
    name: "modello-incoerente",
    severity: Severity::Error,
    summary: "In modello.yaml una tavola non esiste, o una colonna propria o una scala è descritta in modo che non si può leggere.",
    why: "La colonna o il titolo non comparirebbe da nessuna parte, e i valori che le righe hanno per essa resterebbero senza senso.",
    remedy: "Correggere il nome della tavola o la descrizione della colonna, come dice il messaggio.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example {
            caption: "La tavola non esiste",
            edits: &[Edit::new("modello.yaml", "", "tavole: { procesi: { titolo: Catalogo } }\n")],
        },
        Example {
            caption: "La chiave è già di una colonna di piao",
            edits: &[Edit::new(
                "modello.yaml",
                "",
                "tavole: { processi: { colonne: { finalita: { titolo: Scopo, tipo: elenco } } } }\n",
            )],
        },
        Example {
            caption: "Una scelta senza i suoi valori",
            edits: &[Edit::new(
                "modello.yaml",
                "",
                "tavole: { processi: { colonne: { fascia: { titolo: Fascia, tipo: scelta } } } }\n",
            )],
        },
        Example {
            caption: "Una scelta con un valore ripetuto",
            edits: &[Edit::new(
                "modello.yaml",
                "",
                "tavole: { processi: { colonne: { fascia: { titolo: Fascia, tipo: scelta, valori: [prima, Prima] } } } }\n",
            )],
        },
        Example {
            caption: "Un filtro per una colonna che non si pubblica",
            edits: &[Edit::new(
                "modello.yaml",
                "",
                "tavole: { servizi: { colonne: { sede: { titolo: Sede, filtro: si, pubblica: no } } } }\n",
            )],
        },
        Example {
            caption: "Una scala con un grado solo",
            edits: &[Edit::new("modello.yaml", "", "scale: { rischio: [alto] }\n")],
        },
        Example {
            caption: "Un testo rinomina, non aggiunge",
            edits: &[Edit::new(
                "modello.yaml",
                "",
                "tavole: { processi: { colonne: { macroprocesso: Macroprocesso } } }\n",
            )],
        },
    ],
    passing: &[Example::new(&[Edit::new(
        "modello.yaml",
        "",
        "tavole: { processi: { titolo: Catalogo dei procedimenti, colonne: { codice: CODICE - IND, macroprocesso: { titolo: Macroprocesso, tipo: testo } } } }\n",
    )])],
};

/// There is no table `name`.
pub(in crate::load) fn unknown_table(sources: &Sources, name: &Text) -> Finding {
    let known = TABLES.map(|table| table.name);
    let finding =
        Finding::new(&RULE, name.span, format!("la tavola `{}` non esiste", name.value)).label("tavola sconosciuta");
    match nearest(name, known) {
        Some(near) => finding.suggest(Suggestion::new(sources, name.span, name, near)),
        None => finding.help(format!("le tavole sono: {}", known.join(", "))),
    }
}

/// At `span`, a column that is not the administration's own is described as if it were.
pub(in crate::load) fn reserved(span: Span, key: &str, table: &TableDescription) -> Finding {
    let message = format!("`{key}` è già una colonna di `{}`: se ne può cambiare soltanto il titolo", table.name);
    Finding::new(&RULE, span, message)
        .label("non è una colonna propria")
        .help(format!("scrivere soltanto `{key}: titolo`, o dare alla colonna propria un'altra chiave"))
}

/// `key` is no column of ours, and a text cannot add it.
pub(in crate::load) fn no_record(key: &Text, table: &TableDescription) -> Finding {
    let message = format!("`{}` non ha la colonna `{}`, e un testo solo non l'aggiunge", table.name, key.value);
    Finding::new(&RULE, key.span, message)
        .label("colonna sconosciuta")
        .help(format!("per aggiungerla scrivere `{}: {{ titolo: …, tipo: testo }}`", key.value))
}

/// `key` cannot be the key of a record.
pub(in crate::load) fn malformed_key(key: &Text) -> Finding {
    Finding::new(&RULE, key.span, format!("`{}` non può essere la chiave di una colonna", key.value))
        .label("chiave malformata")
        .help("scrivere minuscole senza accenti, cifre e trattini bassi, per esempio `area_di_rischio`: il nome per chi legge sta in `titolo`")
}

/// The column `key` is of a kind that needs `missing`.
pub(in crate::load) fn lacking(key: &Text, kind: &str, missing: &str, what: &str) -> Finding {
    Finding::new(&RULE, key.span, format!("la colonna `{}` è di tipo `{kind}` e non ha `{missing}`", key.value))
        .label(format!("qui manca `{missing}`"))
        .help(format!("aggiungere `{missing}`: {what}"))
}

/// At `span`, `key` is written for a column that is not of the kind that has it.
pub(in crate::load) fn needless(span: Span, key: &str, kind: &str) -> Finding {
    Finding::new(&RULE, span, format!("`{key}` ha senso soltanto in una colonna di tipo `{kind}`"))
        .label("chiave fuori posto")
        .help(format!("toglierla, o scrivere `tipo: {kind}`"))
}

/// At `span` stands `filtro: si` for a column that is published nowhere.
pub(in crate::load) fn no_filter(span: Span) -> Finding {
    let mut finding = Finding::new(&RULE, span, "`filtro: si` qui non ha effetto: la colonna non si pubblica")
        .label("nessun filtro")
        .help("togliere `filtro`: la colonna resta com'è");
    finding.severity = Severity::Note;
    finding
}

/// At `span` stand `count` steps of risk.
pub(in crate::load) fn steps(span: Span, count: usize) -> Finding {
    let steps = if count == 1 { "1 grado".to_owned() } else { format!("{count} gradi") };
    Finding::new(&RULE, span, format!("la scala del rischio ha {steps}: possono essere da due a sette"))
        .label("scala troppo corta o troppo lunga")
        .help("scrivere i gradi dal più basso al più alto, per esempio `[minimo, basso, medio, alto, altissimo]`")
}

/// A word stands twice on a scale.
pub(in crate::load) fn repeated_word(word: &Text) -> Finding {
    Finding::new(&RULE, word.span, format!("«{}» sta due volte nella stessa scala", word.value))
        .label("parola ripetuta")
        .help("ogni grado ha una parola sua: togliere la seconda, o correggerla")
}

/// A word stands twice among the values of a column.
pub(in crate::load) fn repeated_value(word: &Text, first: Span) -> Finding {
    Finding::new(&RULE, word.span, format!("«{}» sta due volte in `valori`", word.value))
        .label("valore ripetuto")
        .related(first, "la prima volta è qui")
        .help("togliere il secondo, o correggerlo")
}

/// A word is the usual one of another answer.
pub(in crate::load) fn other_answer(word: &Text) -> Finding {
    Finding::new(&RULE, word.span, format!("«{}» è già la parola di un'altra risposta", word.value))
        .label("parola di un'altra risposta")
        .help("le parole `si`, `in parte` e `no` hanno sempre il loro senso: spostarla sotto la sua risposta, o toglierla")
}
