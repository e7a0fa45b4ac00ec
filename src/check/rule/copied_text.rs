use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::model::{Process, fold};

pub(super) static RULE: Rule = Rule {
    code: "LA316",
    name: "testo-copiato",
    severity: Severity::Note,
    summary: "Due processi diversi hanno la stessa lunga finalità, o le stesse fasi.",
    why: "Spesso è il testo di una riga rimasto in un'altra. Le formule brevi che si ripetono non contano; da quanti caratteri in su si dice in controlli.yaml, `soglie: { testo_ripetuto: 40 }`.",
    remedy: "Controllare che il testo sia davvero quello di questo processo; se lo è, non c'è nulla da fare.",
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
    passing: &[Example {
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
    }],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let least = context.annex.controls.thresholds.repeated_text() as usize;
    let rows: Vec<(&Process, String, String)> =
        context.edition.processes.rows.iter().map(|row| (row, purpose(row, least), phases(row, least))).collect();
    for (number, (row, purpose, phases)) in rows.iter().enumerate() {
        let copied = |text: &str, other: &str| !text.is_empty() && text == other;
        let first = rows[..number]
            .iter()
            .find(|(_, other_purpose, other_phases)| copied(purpose, other_purpose) || copied(phases, other_phases));
        let Some((first, first_purpose, first_phases)) = first else { continue };
        let (what, span, other) = match (copied(purpose, first_purpose), copied(phases, first_phases)) {
            (true, true) => ("la stessa finalità e le stesse fasi", row.purpose.span, first.purpose.span),
            (true, false) => ("la stessa finalità", row.purpose.span, first.purpose.span),
            _ => ("le stesse fasi", row.phases.span, first.phases.span),
        };
        // A list is pointed at by its first item, so that the caret stays on one line.
        let head = |row: &Process, span| {
            if span == row.phases.span { row.phases.value.first().map_or(span, |phase| phase.span) } else { span }
        };
        let message = format!("i processi `{}` e `{}` hanno {what}", row.code.as_str(), first.code.as_str());
        findings.push(
            Finding::new(&RULE, head(row, span), message)
                .label("uguale a un altro processo")
                .related(head(first, other), "l'altro è qui")
                .remedy(),
        );
    }
}

fn purpose(row: &Process, least: usize) -> String {
    let folded = fold(&row.purpose);
    if folded.chars().count() >= least { folded } else { String::new() }
}

/// The phases as one text, where at least one of them is long enough to be no routine formula.
fn phases(row: &Process, least: usize) -> String {
    let folded: Vec<String> = row.phases.value.iter().map(|phase| fold(phase)).collect();
    if folded.iter().any(|phase| phase.chars().count() >= least) { folded.join("; ") } else { String::new() }
}
