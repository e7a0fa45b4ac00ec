use crate::model::{Answer, Concept, Edition, Risk, Words};
use crate::site::context::EditionContext;
use crate::site::view::Chip;
use crate::tables::PROCESSES;

/// How to read Tavola 1.
pub(super) fn points(context: &EditionContext<'_>) -> Vec<String> {
    let edition = context.edition;
    let words = &edition.model.words;
    let has = |column: &str| context.columns.shows(&PROCESSES, column);
    let rows = &edition.processes.rows;
    let mut points = vec![
        row(words, &has),
        words.fill(
            "[La smartabilità] dice se [il processo] si può svolgere in modalità agile: {}.",
            &[&answers(edition)],
        ),
    ];
    if has("rischio") {
        // Of a word of the administration's own it cannot be known what it is about, nor its gender beside the steps.
        let text = if words.has_own(Concept::Risk) {
            "[Rischio corruttivo]: {}."
        } else {
            "Il rischio corruttivo è {}. Riguarda solo la corruzione: non dice nulla del lavoro agile."
        };
        points.push(words.fill(text, &[&risks(edition)]));
    }
    points.extend(code(edition));
    if has("supporti_cartacei") && rows.iter().any(|process| process.paper.is_none()) {
        points.push(
            "Sui supporti cartacei, «non indicato» vuol dire che la tavola non ne parla, non che la carta non serve."
                .to_owned(),
        );
    }
    points.extend(super::remarks(rows.iter().map(|process| &process.annotations), &edition.processes.marks));
    points
}

/// The answers with their shapes, and the own words for them.
fn answers(edition: &Edition) -> String {
    let answers = [(Answer::Yes, "●\u{a0}sì"), (Answer::Partly, "◐\u{a0}in parte"), (Answer::No, "○\u{a0}no")];
    let said = |(answer, usual): (Answer, &str)| {
        let own: Vec<&str> = edition.model.scales.words_of(answer).collect();
        if own.is_empty() { usual.to_owned() } else { format!("{usual} ({})", own.join(", ")) }
    };
    answers.map(said).join(", ")
}

/// The steps of risk with their shapes.
fn risks(edition: &Edition) -> String {
    let risks = edition.risks();
    let said = |risk: &Risk| format!("{}\u{a0}{}", Chip::of_risk(risk, risks.len()).shape(), risk.word);
    let said: Vec<String> = risks.iter().map(said).collect();
    said.split_last().map_or_else(String::new, |(last, rest)| format!("{} o {last}", rest.join(", ")))
}

/// What a row says, as far as the table has it.
fn row(words: &Words, has: &impl Fn(&str) -> bool) -> String {
    let parts = [
        ("input", "che cosa [lo|processo] avvia (input)"),
        ("fasi", "in quali fasi si svolge"),
        ("output", "quale risultato dà (output)"),
    ];
    let said: Vec<&str> =
        parts.into_iter().filter(|(column, _)| has(column)).map(|(_, text)| words.say(text)).collect();
    if said.is_empty() {
        return words.say("Ogni riga è [un processo], con chi [lo|processo] svolge.").to_owned();
    }
    words.fill("Ogni riga è [un processo]: {} e chi [lo|processo] svolge.", &[&said.join(", ")])
}

/// How the codes are made, where all are made so.
fn code(edition: &Edition) -> Option<String> {
    if !edition.has_codes_in_parts() || !edition.model.scales.has_usual_risks() {
        return None;
    }
    let differs = edition.codes_in_parts().any(|(_, process, code)| {
        let letter = code.value.risk_letter();
        letter.is_some() && process.risk.as_ref().is_some_and(|risk| letter != Some(risk.letter()))
    });
    let parts = edition.model.words.say(
        "Il codice [del processo] unisce il prefisso, di norma quello [del servizio], un numero e la lettera [del \
         rischio corruttivo]: B basso, M medio, A alto.",
    );
    let rest = if differs {
        edition.model.words.say(" Dove la lettera e [il rischio] non coincidono, così è nel testo pubblicato.")
    } else {
        ""
    };
    Some(format!("{parts}{rest}"))
}
