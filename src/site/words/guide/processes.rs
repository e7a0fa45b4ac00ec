use crate::model::Edition;

/// How to read Tavola 1.
pub(super) fn points(edition: &Edition) -> Vec<String> {
    let rows = &edition.processes.rows;
    let mut points = vec![
        "Ogni riga è un processo: che cosa lo avvia (input), in quali fasi si svolge, quale risultato dà (output) e chi \
         lo svolge."
            .to_owned(),
        "La smartabilità dice se il processo si può svolgere in modalità agile: ●\u{a0}sì, ◐\u{a0}in parte, ○\u{a0}no.".to_owned(),
        "Il rischio corruttivo è ▽\u{a0}basso, ◆\u{a0}medio o ▲\u{a0}alto. Riguarda solo la corruzione: non dice nulla del lavoro \
         agile."
            .to_owned(),
        code(edition),
    ];
    if rows.iter().any(|process| process.paper.is_none()) {
        points.push(
            "Sui supporti cartacei, «non indicato» vuol dire che la tavola non ne parla, non che la carta non serve."
                .to_owned(),
        );
    }
    points.extend(super::remarks(rows.iter().map(|process| &process.annotations), &edition.processes.marks));
    points
}

fn code(edition: &Edition) -> String {
    let rows = &edition.processes.rows;
    let differs = rows.iter().any(|process| {
        let letter = process.code.value.risk();
        letter.is_some() && process.risk.as_ref().is_some_and(|risk| letter != Some(risk.value))
    });
    let parts = "Il codice del processo unisce il prefisso, di norma quello del servizio, un numero e la lettera del \
                 rischio corruttivo: B basso, M medio, A alto.";
    let rest =
        if differs { " Dove la lettera e il rischio non coincidono, così è nel testo pubblicato." } else { "" };
    format!("{parts}{rest}")
}
