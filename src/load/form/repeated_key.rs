use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Safety, Severity};
use crate::source::{Sources, Span};

/// A key written twice in one record.
pub(crate) static RULE: Rule = Rule {
    code: "LA009",
    name: "chiave-ripetuta",
    severity: Severity::Error,
    summary: "La stessa chiave è scritta due volte nella stessa voce.",
    why: "Non si può sapere quale dei due valori sia quello giusto.",
    remedy: "Togliere una delle due righe; se sono due voci diverse, la seconda deve cominciare con un trattino.",
    correction: None,
    basis: "YAML 1.2.2, 3.2.1.3: le chiavi di una voce sono uniche.",
    failing: &[
        Example::new(&[Edit::new("processi.yaml", "rischio: medio", "rischio: medio\n    rischio: alto")]),
        Example {
            caption: "Manca il trattino della seconda voce",
            edits: &[Edit::new("processi.yaml", "  - codice: 200-1-M", "    codice: 200-1-M")],
        },
        Example {
            caption: "La seconda volta è scritta in un altro modo",
            edits: &[Edit::new("processi.yaml", "rischio: medio", "rischio: medio\n    Rischio: alto")],
        },
    ],
    passing: &[],
};

/// `name` stands at `span` and, before, at `first`.
pub(in crate::load) fn finding(span: Span, name: &str, first: Span) -> Finding {
    Finding::new(&RULE, span, format!("la chiave `{name}` è scritta due volte nella stessa voce"))
        .label("seconda volta")
        .related(first, "la prima volta è qui")
        .help("tenere una sola delle due righe")
}

/// `name`, at `span`, is another spelling of the key `other` of the same record, at `first`.
pub(in crate::load) fn respelled(span: Span, name: &str, other: &str, first: Span) -> Finding {
    Finding::new(&RULE, span, format!("la chiave `{name}` è la stessa di `{other}`, che la voce ha già"))
        .label("la stessa chiave")
        .related(first, "l'altra è qui")
        .help("tenere una sola delle due righe")
}

/// `name` stands at `span` and, before, at `first`, each time with a list of records.
pub(in crate::load) fn list(span: Span, name: &str, first: Span) -> Finding {
    Finding::new(&RULE, span, format!("la chiave `{name}` è scritta due volte nello stesso file"))
        .label("seconda volta")
        .related(first, "la prima volta è qui")
        .help("se le voci che seguono continuano l'elenco, togliere questa riga; se sono una copia, togliere anche quelle")
}

/// The record that begins with the key at `head` has no dash.
pub(in crate::load) fn missing_dash(sources: &Sources, head: Span) -> Finding {
    let file = sources.get(head.source);
    let name = file.slice(head.range());
    let start = head.range().start;
    let before = start.checked_sub(2).filter(|from| file.slice(*from..start) == "  ");
    let fix = before.map(|from| Fix {
        span: Span::new(head.source, from, start),
        replacement: "- ".to_owned(),
        safety: Safety::Certain,
    });
    Finding::new(&RULE, head, "manca il trattino con cui comincia una nuova voce")
        .label("qui comincia un'altra voce")
        .help(format!("scrivere un trattino e uno spazio prima di `{name}`, allineati a quelli delle altre voci"))
        .fix(fix)
}
