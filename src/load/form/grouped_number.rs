use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Severity};
use crate::model::Text;
use crate::source::Sources;

/// A decimal number that looks like one with its thousands apart.
pub(crate) static RULE: Rule = Rule {
    code: "LA128",
    name: "punto-delle-migliaia",
    severity: Severity::Warning,
    summary: "In una colonna propria un numero come `1.234` ha un punto che può separare le migliaia o i decimali, e vale per i decimali.",
    why: "In italiano il punto separa le migliaia: se il numero era milleduecentotrentaquattro, se ne pubblica uno mille volte più piccolo.",
    remedy: "Scrivere il numero senza punto, `1234`; se è decimale, con la virgola, `1,234`.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: integrità dei dati pubblicati.",
    failing: &[Example::new(&[
        Edit::new(
            "modello.yaml",
            "",
            "tavole: { processi: { colonne: { pratiche: { titolo: Pratiche, tipo: numero } } } }\n",
        ),
        Edit::new("processi.yaml", "smartabilita: si", "smartabilita: si\n    pratiche: 1.234"),
    ])],
    passing: &[
        Example::new(&[
            Edit::new(
                "modello.yaml",
                "",
                "tavole: { processi: { colonne: { pratiche: { titolo: Pratiche, tipo: numero } } } }\n",
            ),
            Edit::new("processi.yaml", "smartabilita: si", "smartabilita: si\n    pratiche: 1234"),
        ]),
        Example {
            caption: "Decimali che non possono essere migliaia",
            edits: &[
                Edit::new(
                    "modello.yaml",
                    "",
                    "tavole: { processi: { colonne: { costo: { titolo: Costo, tipo: numero }, quota: { titolo: Quota, tipo: numero } } } }\n",
                ),
                Edit::new("processi.yaml", "smartabilita: si", "smartabilita: si\n    costo: 12.50\n    quota: 0.125"),
            ],
        },
    ],
};

/// Whether a point stands in a number where a reader takes it for that of the thousands: `1.234`, and not `0.234`.
pub(in crate::load) fn is_grouped(number: &str) -> bool {
    let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    let bare = number.strip_prefix('-').unwrap_or(number);
    bare.split_once('.').is_some_and(|(whole, rest)| {
        (1..=3).contains(&whole.len()) && rest.len() == 3 && !whole.starts_with('0') && digits(whole) && digits(rest)
    })
}

/// `text`, the value of `key`, is such a number.
pub(in crate::load) fn finding(sources: &Sources, text: &Text, key: &str) -> Finding {
    let whole = text.value.replace('.', "");
    let decimal = text.value.replace('.', ",");
    let fix = Fix::scalar(sources.get(text.span.source), text.span, text, &whole);
    Finding::new(&RULE, text.span, format!("`{}`: il valore di `{key}` è letto come decimale, {decimal}", text.value))
        .label("migliaia o decimali?")
        .help(format!("se si intendeva {whole}, scrivere `{whole}`; se è un decimale, scrivere `{decimal}`"))
        .fix(fix.map(Fix::guess))
}
