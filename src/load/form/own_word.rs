use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::model::{Concept, Keyword as _, NounFault, NounForm, Number, Text};

/// A word of `parole` that cannot be read.
pub(crate) static RULE: Rule = Rule {
    code: "LA025",
    name: "parola-illeggibile",
    severity: Severity::Error,
    summary: "In modello.yaml una parola dell'ente non è scritta con il suo articolo.",
    why: "Articolo, numero e genere delle frasi vengono da ciò che è scritto: piao non li indovina.",
    remedy: "Scrivere la parola con il suo articolo, al singolare e al plurale: `{ singolare: la Direzione, plurale: le Direzioni }`.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example {
            caption: "Manca l'articolo",
            edits: &[Edit::new(
                "modello.yaml",
                "",
                "parole: { area: { singolare: Direzione, plurale: le Direzioni } }\n",
            )],
        },
        Example {
            caption: "Il plurale è scritto al singolare",
            edits: &[Edit::new(
                "modello.yaml",
                "",
                "parole: { area: { singolare: la Direzione, plurale: la Direzione } }\n",
            )],
        },
    ],
    passing: &[Example::new(&[Edit::new(
        "modello.yaml",
        "",
        "parole: { area: { singolare: la Direzione, plurale: le Direzioni }, smartabilita: { singolare: la remotizzabilità } }\n",
    )])],
};

/// A word of `parole` that can be read, but is hardly what was meant.
pub(crate) static SUSPECT: Rule = Rule {
    code: "LA026",
    name: "parola-sospetta",
    severity: Severity::Warning,
    summary: "Una parola di modello.yaml ha un articolo che non le sta davanti, un plurale uguale al singolare, o è di due cose diverse.",
    why: "La parola sta in ogni pagina: un articolo sbagliato o due cose con lo stesso nome si leggono dappertutto.",
    remedy: "Controllare l'articolo e il plurale, e dare a ogni cosa una parola sua.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example {
            caption: "L'articolo non sta davanti a quella parola",
            edits: &[Edit::new(
                "modello.yaml",
                "",
                "parole: { area: { singolare: il Ufficio, plurale: gli Uffici } }\n",
            )],
        },
        Example {
            caption: "Il plurale è uguale al singolare",
            edits: &[Edit::new(
                "modello.yaml",
                "",
                "parole: { area: { singolare: la Direzione, plurale: le Direzione } }\n",
            )],
        },
        Example {
            caption: "Due cose con la stessa parola",
            edits: &[Edit::new(
                "modello.yaml",
                "",
                "parole:\n  area: { singolare: l'Ufficio, plurale: gli Uffici }\n  servizio: { singolare: l'Ufficio, plurale: gli Uffici }\n",
            )],
        },
        Example {
            caption: "La parola che piao usa per un'altra cosa",
            edits: &[Edit::new(
                "modello.yaml",
                "",
                "parole: { area: { singolare: il Servizio, plurale: i Servizi } }\n",
            )],
        },
    ],
    passing: &[
        Example::new(&[Edit::new(
            "modello.yaml",
            "",
            "parole: { area: { singolare: l'Unità, plurale: le Unità }, servizio: { singolare: lo Staff, plurale: gli Staff } }\n",
        )]),
        Example {
            caption: "La parola ha un plurale solo",
            edits: &[Edit::new(
                "modello.yaml",
                "",
                "parole: { smart_team: { singolare: l'équipe, plurale: le équipe } }\n",
            )],
        },
        Example {
            caption: "Le due parole sono scambiate",
            edits: &[Edit::new(
                "modello.yaml",
                "",
                "parole: { area: { singolare: il Servizio, plurale: i Servizi }, servizio: { singolare: l'Area, plurale: le Aree } }\n",
            )],
        },
    ],
};

fn key(number: Number) -> &'static str {
    match number {
        Number::One => "singolare",
        Number::Many => "plurale",
    }
}

/// `text` is no word with its article.
pub(in crate::load) fn unreadable(text: &Text, fault: NounFault, number: Number, concept: Concept) -> Finding {
    let (of, key) = (concept.keyword(), key(number));
    let example = match number {
        Number::One => "`la Direzione`, `l'Ufficio`",
        Number::Many => "`le Direzioni`, `gli Uffici`",
    };
    let message = match fault {
        NounFault::NoArticle => format!("«{}» non comincia con il suo articolo", text.value),
        NounFault::NoWord => format!("«{}» ha l'articolo e non ha la parola", text.value),
        NounFault::OtherNumber => format!("«{}» ha un articolo che non è del {key}", text.value),
        NounFault::Sign(sign) => format!("«{}» contiene il segno «{sign}», che una parola non ha", text.value),
    };
    Finding::new(&RULE, text.span, message)
        .label(format!("`{key}` di `{of}`"))
        .help(format!("scrivere l'articolo e la parola, per esempio {example}"))
}

/// The article of `text` cannot stand before its word.
pub(in crate::load) fn article(text: &Text, form: &NounForm) -> Finding {
    let message = format!("l'articolo di «{}» di solito non sta davanti a «{}»", text.value, form.word);
    Finding::new(&SUSPECT, text.span, message)
        .label("articolo da controllare")
        .help("l'articolo segue il suono con cui la parola comincia: il Settore, lo Staff, l'Ufficio; i Settori, gli Staff, gli Uffici")
}

/// `text` is in capital letters.
pub(in crate::load) fn shouted(text: &Text) -> Finding {
    Finding::new(&SUSPECT, text.span, format!("«{}» è tutta in maiuscole", text.value))
        .label("maiuscole")
        .help("scrivere la parola come sta in mezzo a una frase: le maiuscole dei titoli le mette piao")
}

/// The plural `text` is that of the singular.
pub(in crate::load) fn same_plural(text: &Text) -> Finding {
    Finding::new(&SUSPECT, text.span, format!("il plurale «{}» ha la stessa parola del singolare", text.value))
        .label("plurale da controllare")
        .help("scrivere la parola al plurale, per esempio `le Direzioni`")
}

/// The plural `text` has another gender than `one`.
pub(in crate::load) fn other_gender(text: &Text, one: &Text) -> Finding {
    Finding::new(&SUSPECT, text.span, format!("«{}» e «{}» hanno articoli di genere diverso", one.value, text.value))
        .label("articolo da controllare")
        .related(one.span, "il singolare")
        .help("correggere l'articolo del singolare o quello del plurale")
}

/// `text` is the usual word for another thing, which has no word of the administration's own.
pub(in crate::load) fn usual_of_another(text: &Text, concept: Concept, of: Concept) -> Finding {
    let (concept, of) = (concept.keyword(), of.keyword());
    Finding::new(&SUSPECT, text.span, format!("«{}» è la parola per `{concept}`, e anche quella di `{of}`", text.value))
        .label("parola di due cose")
        .help(format!(
            "chi legge non potrebbe distinguerle: dare a `{concept}` un'altra parola, o a `{of}` una parola sua"
        ))
}

/// `text` is the word for two things.
pub(in crate::load) fn shared(text: &Text, concept: Concept, other: &Text, of: Concept) -> Finding {
    let message = format!("«{}» è la parola sia per `{}` sia per `{}`", text.value, of.keyword(), concept.keyword());
    Finding::new(&SUSPECT, text.span, message)
        .label("parola di due cose")
        .related(other.span, "la stessa parola")
        .help("chi legge non potrebbe distinguerle: dare a ciascuna una parola sua")
}
