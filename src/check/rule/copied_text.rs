use crate::check::process_noun::process_noun;
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Process, fold};
use crate::source::Span;
use rayon::prelude::*;
use std::collections::HashMap;

pub(super) static RULE: Rule = Rule {
    code: "LA316",
    name: "testo-copiato",
    severity: Severity::Note,
    summary: "Due processi diversi hanno la stessa lunga finalità, o le stesse fasi.",
    why: "Spesso è il testo di una riga rimasto in un'altra. Le formule brevi che si ripetono, e le fasi di rito di ogni procedimento, non contano; da quanti caratteri in su si dice in controlli.yaml, `soglie: { testo_ripetuto: 40 }`.",
    remedy: "Controllare che il testo sia davvero quello di questo processo; se lo è, non c'è nulla da fare.",
    correction: None,
    basis: "Tavola 1 dell'allegato.",
    failing: &[
        Example::new(&[
            Edit::new(
                "processi.yaml",
                "finalita: Pubblicare gli atti nei tempi previsti",
                "finalita: Recuperare i tributi non versati negli anni precedenti",
            ),
            Edit::new(
                "processi.yaml",
                "finalita: Recuperare i tributi non versati\n",
                "finalita: Recuperare i tributi non versati negli anni precedenti\n",
            ),
        ]),
        Example::new(&[
            Edit::new(
                "processi.yaml",
                "fasi: [Verifica dell'atto, Pubblicazione all'albo]",
                "fasi: [Ricezione, Confronto della segnalazione con il capitolato d'opera]",
            ),
            Edit::new(
                "processi.yaml",
                "fasi: [Estrazione delle posizioni, Emissione dell'avviso]",
                "fasi: [Ricezione, Confronto della segnalazione con il capitolato d'opera]",
            ),
        ]),
    ],
    passing: &[
        Example {
            caption: "Fasi lunghe, ma di rito in ogni procedimento",
            edits: &[
                Edit::new(
                    "processi.yaml",
                    "fasi: [Verifica dell'atto, Pubblicazione all'albo]",
                    "fasi: [Ricezione e protocollazione della domanda, Istruttoria e verifica dei requisiti richiesti, Adozione del provvedimento finale e comunicazione dell'esito all'interessato]",
                ),
                Edit::new(
                    "processi.yaml",
                    "fasi: [Estrazione delle posizioni, Emissione dell'avviso]",
                    "fasi: [Ricezione e protocollazione della domanda, Istruttoria e verifica dei requisiti richiesti, Adozione del provvedimento finale e comunicazione dell'esito all'interessato]",
                ),
            ],
        },
        Example {
            caption: "Fasi brevi e comuni",
            edits: &[
                Edit::new(
                    "processi.yaml",
                    "fasi: [Verifica dell'atto, Pubblicazione all'albo]",
                    "fasi: [Ricezione istanza, Istruttoria istanza, Adozione atto]",
                ),
                Edit::new(
                    "processi.yaml",
                    "fasi: [Estrazione delle posizioni, Emissione dell'avviso]",
                    "fasi: [Ricezione istanza, Istruttoria istanza, Adozione atto]",
                ),
            ],
        },
    ],
};

/// Beginnings of the words of which the steps of any administrative procedure are made.
const PROCEDURE: [&str; 102] = [
    "acquisiz",
    "adozione",
    "aggiorn",
    "agli",
    "albo",
    "alla",
    "alle",
    "allo",
    "amministr",
    "ammissib",
    "apertura",
    "approvaz",
    "archivia",
    "assegnaz",
    "atti",
    "atto",
    "autorizz",
    "avvio",
    "chiusura",
    "competent",
    "comunicaz",
    "conclus",
    "conclusiv",
    "conferenz",
    "contabil",
    "controll",
    "convocaz",
    "dalla",
    "dalle",
    "dati",
    "degli",
    "deliber",
    "dell",
    "della",
    "delle",
    "dello",
    "determin",
    "diniego",
    "document",
    "domanda",
    "domande",
    "elabor",
    "emissione",
    "esame",
    "esiti",
    "esito",
    "eventual",
    "fascicol",
    "fattura",
    "final",
    "firma",
    "formal",
    "impegno",
    "integraz",
    "interessat",
    "invio",
    "istanza",
    "istanze",
    "istruttor",
    "liquidaz",
    "monitor",
    "necessar",
    "nell",
    "nella",
    "notific",
    "pagament",
    "parere",
    "pareri",
    "pratica",
    "pratiche",
    "preavviso",
    "predispos",
    "presentat",
    "pretorio",
    "procedim",
    "protocoll",
    "provvedim",
    "pubblicaz",
    "raccolta",
    "redazione",
    "registr",
    "regolarit",
    "relativ",
    "rendicont",
    "requisit",
    "responsab",
    "ricevimento",
    "ricezione",
    "richiest",
    "rilascio",
    "servizi",
    "soggett",
    "sottoscr",
    "spesa",
    "sull",
    "sulla",
    "tecnic",
    "trasmiss",
    "uffici",
    "ufficio",
    "valutaz",
    "verific",
];

/// How many processes may share their phases before these are a standard of the body rather than a slip.
const STANDARD: usize = 2;

/// How many processes one thread looks at at a time.
const PIECE: usize = 256;

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let least = context.annex.controls.thresholds.repeated_text() as usize;
    let rows = context.edition.processes.rows.par_iter().with_max_len(PIECE);
    let rows: Vec<(&Process, String, String)> =
        rows.map(|row| (row, purpose(row, least), phases(row, least))).collect();
    let mut times: HashMap<&str, usize> = HashMap::new();
    for (_, _, phases) in &rows {
        *times.entry(phases).or_default() += 1;
    }
    // The first row with each text.
    let (mut purposes, mut lists) = (HashMap::new(), HashMap::new());
    for (number, (row, purpose, phases)) in rows.iter().enumerate() {
        // Phases that many processes share are the standard ones of the body.
        let phases = if times[phases.as_str()] > STANDARD { "" } else { phases };
        let copied = |text: &str, other: &str| !text.is_empty() && text == other;
        let earlier = [earlier(&mut purposes, purpose, number), earlier(&mut lists, phases, number)];
        let Some(first) = earlier.into_iter().flatten().min() else { continue };
        let (first, first_purpose, first_phases) = &rows[first];
        let (what, span, other) = match (copied(purpose, first_purpose), copied(phases, first_phases)) {
            (true, true) => ("la stessa finalità e le stesse fasi", purpose_span(row), purpose_span(first)),
            (true, false) => ("la stessa finalità", purpose_span(row), purpose_span(first)),
            _ => ("le stesse fasi", phases_span(row), phases_span(first)),
        };
        let message = context.fill(
            "[i processi] {} e {} hanno {}",
            &[&process_noun(context, row), &process_noun(context, first), &what],
        );
        findings.push(
            Finding::new(&RULE, span, message)
                .label(context.say("uguale a [un altro processo]"))
                .related(other, context.say("[l'altro|processo] è qui"))
                .help(context.say(
                    "controllare che il testo sia davvero quello di [questo processo]; se lo è, non c'è nulla da fare",
                )),
        );
    }
}

/// The first row with a text, where that is before the row of this number; of no text there is none.
fn earlier<'t>(firsts: &mut HashMap<&'t str, usize>, text: &'t str, number: usize) -> Option<usize> {
    let first = if text.is_empty() { number } else { *firsts.entry(text).or_insert(number) };
    (first < number).then_some(first)
}

fn purpose_span(row: &Process) -> Span {
    row.purpose.as_ref().map_or(row.label_span(), |purpose| purpose.span)
}

/// A list is pointed at by its first item, so that the caret stays on one line.
fn phases_span(row: &Process) -> Span {
    let first = row.phases.as_ref().and_then(|phases| phases.value.first());
    first.map_or(row.label_span(), |phase| phase.span)
}

fn purpose(row: &Process, least: usize) -> String {
    let folded = row.purpose.as_ref().map(|purpose| fold(purpose)).unwrap_or_default();
    if folded.chars().count() >= least { folded } else { String::new() }
}

/// The phases as one text, where at least one of them is long enough, and special enough, to be no routine formula.
fn phases(row: &Process, least: usize) -> String {
    let folded: Vec<String> = row.phases.iter().flat_map(|phases| &phases.value).map(|phase| fold(phase)).collect();
    let special = |phase: &String| phase.chars().count() >= least && !is_of_routine(phase);
    if folded.iter().any(special) { folded.join("; ") } else { String::new() }
}

/// Whether a folded phase speaks of nothing but the steps of a procedure.
fn is_of_routine(phase: &str) -> bool {
    let mut words = phase.split(' ').filter(|word| word.len() > 3);
    words.all(|word| PROCEDURE.iter().any(|start| word.starts_with(start)))
}

#[cfg(test)]
mod tests {
    use super::is_of_routine;

    #[test]
    fn the_steps_of_a_procedure_are_routine() {
        assert!(is_of_routine("istruttoria della domanda e verifica dei requisiti"));
        assert!(is_of_routine("predisposizione della determina di impegno di spesa e liquidazione"));
        assert!(!is_of_routine("confronto della segnalazione con il capitolato d opera"));
    }
}
