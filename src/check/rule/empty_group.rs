use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA317",
    name: "voce-senza-contenuto",
    severity: Severity::Warning,
    summary: "Un gruppo formativo non ha moduli, un modulo non è per nessuno, un ruolo non ha comportamenti né competenze, o un indicatore non ha obiettivi.",
    why: "Sulla pagina compare un titolo con sotto nulla: manca qualcosa che si voleva pubblicare.",
    remedy: "Scrivere ciò che manca, o togliere la voce.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: completezza dei dati pubblicati.",
    failing: &[
        Example::new(&[Edit::new(
            "formazione.yaml",
            "gruppi:\n",
            "gruppi:\n  - { nome: Futuri assunti, moduli: [] }\n",
        )]),
        Example::new(&[Edit::new(
            "formazione.yaml",
            "    moduli:\n",
            "    moduli:\n      - { nome: Lavoro agile avanzato }\n",
        )]),
        Example::new(&[Edit::new(
            "valutazione.yaml",
            "voci: [Definizione degli obiettivi, Capacità di delega]",
            "voci: []",
        )]),
        Example::new(&[Edit::new(
            "indicatori.yaml",
            "",
            "indicatori:\n  - { dimensione: Salute digitale, indicatore: Portatili, obiettivi: {} }\n",
        )]),
    ],
    passing: &[Example::new(&[Edit::new(
        "valutazione.yaml",
        "[Definizione degli obiettivi, Capacità di delega]",
        "[Capacità di delega]",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    // What could not be read may be what is missing.
    let unread = |span: crate::source::Span| context.faulty.contains(&span.source);
    let training = &context.edition.training.groups;
    for group in training.rows.iter().filter(|group| training.complete && !unread(group.name.span)) {
        if group.modules.is_empty() {
            let message = format!("il gruppo formativo «{}» non ha moduli", group.name.value);
            findings.push(Finding::new(&RULE, group.name.span, message).label("senza moduli").remedy());
        }
        for module in group.modules.iter().filter(|module| module.cells.is_empty()) {
            let message = format!("il modulo «{}» non ha nessun destinatario", module.name.value);
            findings.push(Finding::new(&RULE, module.name.span, message).label("per chi?").remedy());
        }
    }
    let indicators = &context.edition.indicators;
    let empty = indicators.rows.iter().filter(|row| row.targets.is_empty() && !row.annotations.is_undecided);
    let empty = empty.filter(|row| !unread(row.name.span));
    for indicator in empty.filter(|_| indicators.complete) {
        let message = format!("l'indicatore «{}» non ha obiettivi", indicator.name.value);
        findings.push(Finding::new(&RULE, indicator.name.span, message).label("senza obiettivi").remedy());
    }
    let roles = &context.edition.expected_behaviours;
    for role in roles.rows.iter().filter(|role| roles.complete && role.entries.is_empty() && !unread(role.name.span)) {
        let message = format!("il ruolo «{}» non ha comportamenti né competenze", role.name.value);
        findings.push(Finding::new(&RULE, role.name.span, message).label("senza voci").remedy());
    }
}
