use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Days, People, Smartability};

pub(super) static RULE: Rule = Rule {
    code: "LA306",
    name: "agili-in-smart-team-non-smartabile",
    severity: Severity::Warning,
    summary: "Una riga dice «non smartabile» e conta lavoratrici o lavoratori agili.",
    why: "Se il gruppo di lavoro non può lavorare in modalità agile, nessuno dovrebbe farlo: o è un'eccezione da spiegare, o una cifra sbagliata.",
    remedy: "Correggere la cifra o il grado di smartabilità; se è un'eccezione prevista, spiegarla in una nota e accettare il rilievo.",
    correction: None,
    basis: "L'organizzazione degli smart team pubblicata nello stesso allegato.",
    failing: &[Example::new(&[Edit::new(
        "attuazione.yaml",
        "giorni_settimana: \"0,5-1\"",
        "giorni_settimana: non smartabile",
    )])],
    passing: &[Example::new(&[Edit::new(
        "attuazione.yaml",
        "giorni_settimana: \"0,5-1\"",
        "giorni_settimana: parzialmente smartabile",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for row in &context.edition.adoption.rows.rows {
        let Some(days) = row.days.as_ref().filter(|days| days.value == Days::Of(Smartability::None)) else { continue };
        if People::from(row.agile.value).least > 0 {
            let message = format!("«{}» non è smartabile, ma conta {} agili", row.name(), row.agile.value);
            findings.push(
                Finding::new(
                    &RULE,
                    row.agile.span,
                    message.replace("conta 1 agili", "conta una lavoratrice o un lavoratore agile"),
                )
                .label("ci si aspetta 0")
                .related(days.span, "qui è detto non smartabile")
                .help(context.say("correggere la cifra o il grado di [smartabilità]; se è un'eccezione prevista, spiegarla in una nota e accettare il rilievo")),
            );
        }
    }
}
