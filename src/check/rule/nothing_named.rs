use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA124",
    name: "riga-senza-soggetto",
    severity: Severity::Error,
    summary: "Una riga dello stato di attuazione non nomina nessun ufficio, o un'esclusione non dice che cosa esclude.",
    why: "Chi legge non sa di chi, o di che cosa, la riga parli.",
    remedy: "Nello stato di attuazione scrivere almeno una chiave fra `area`, `servizio` e `smart_team`; in un'esclusione una sola fra `profili` e `attivita`.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new(
            "attuazione.yaml",
            "  - area: Risorse\n    servizio: Servizio Tributi\n    smart_team: Tributi\n",
            "  - nota: Riga senza ufficio\n",
        )]),
        Example::new(&[Edit::new("esclusioni.yaml", "    profili: [Operatori di sportello]\n", "")]),
        Example::new(&[Edit::new("esclusioni.yaml", "    dove:", "    attivita: [Sportelli in presenza]\n    dove:")]),
    ],
    passing: &[Example::new(&[Edit::new(
        "esclusioni.yaml",
        "profili: [Operatori di sportello]",
        "attivita: [Sportelli in presenza]",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    // A name that is there but could not be read has a finding of its own.
    if !context.is_unread_here("attuazione") {
        for row in edition.adoption.rows.rows.iter().filter(|row| row.name().is_empty()) {
            let message = context.say(
                "la riga dello stato di attuazione non nomina né [un'area], né [un servizio], né [uno smart team]",
            );
            let help = "scrivere almeno una chiave fra `area`, `servizio` e `smart_team`";
            findings.push(Finding::new(&RULE, row.span, message).label("di quale ufficio?").help(help));
        }
    }
    if context.is_unread_here("esclusioni") {
        return;
    }
    for exclusion in &edition.exclusions.rows {
        let (message, help) = match (exclusion.profiles.is_empty(), exclusion.activities.is_empty()) {
            (true, true) => (
                "l'esclusione non dice quali profili, o quali attività, sono esclusi",
                "scrivere una chiave fra `profili` e `attivita`",
            ),
            (false, false) => (
                "l'esclusione ha sia `profili` sia `attivita`: ne va scritta una sola",
                "dividere la voce in due: una con i `profili`, l'altra con le `attivita`",
            ),
            _ => continue,
        };
        findings.push(Finding::new(&RULE, exclusion.span, message).label("che cosa è escluso?").help(help));
    }
}
