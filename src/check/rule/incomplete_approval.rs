use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Administration, Approval, BodyKind, Status};
use crate::source::Span;

pub(super) static RULE: Rule = Rule {
    code: "LA704",
    name: "approvazione-incompleta",
    severity: Severity::Warning,
    summary: "L'edizione è detta approvata, ma non è scritto per intero con quale atto.",
    why: "Senza organo, atto, numero e data nessuno può verificare che il testo sia quello approvato.",
    remedy: "Completare `approvazione` in edizione.yaml; se l'atto non c'è ancora, scrivere `stato: proposta`.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: indicazione della provenienza; D.L. 80/2021, art. 6.",
    failing: &[
        Example::new(&[Edit::new("edizione.yaml", "stato: bozza", "stato: approvata")]),
        Example::new(&[Edit::new(
            "edizione.yaml",
            "stato: bozza",
            "stato: approvata\napprovazione: { organo: Giunta comunale, atto: deliberazione, data: 2026-01-10 }",
        )]),
    ],
    passing: &[Example::new(&[Edit::new(
        "edizione.yaml",
        "stato: bozza",
        "stato: approvata\napprovazione: { organo: Giunta comunale, atto: deliberazione, numero: \"5\", data: 2026-01-10 }",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    let Some(status) = edition.status.as_ref().filter(|status| status.value == Status::Approved) else { return };
    // A part that could not be read has a finding of its own.
    if context.is_unread_here("edizione") {
        return;
    }
    let kind = context.annex.administration.as_ref().map(Administration::body_kind);
    let organ = kind.and_then(BodyKind::usual_organ);
    findings.extend(edition.acts().filter_map(|act| finding(act, status.span, organ)));
}

/// What an act lacks; `organ` is an example of who adopts it.
fn finding(act: &Approval, span: Span, organ: Option<&str>) -> Option<Finding> {
    let parts = [
        ("organo", act.body.is_some()),
        ("atto", act.act.is_some()),
        ("numero", act.number.is_some()),
        ("data", act.date.is_some()),
    ];
    let missing: Vec<String> = parts.iter().filter(|(_, there)| !there).map(|(key, _)| format!("`{key}`")).collect();
    if missing.is_empty() {
        return None;
    }
    let verb = if missing.len() == 1 { "manca" } else { "mancano" };
    let message = format!("l'edizione è detta approvata, ma nell'atto di approvazione {verb} {}", missing.join(", "));
    let finding = Finding::new(&RULE, span, message).label("con quale atto?");
    let mut finding = finding.remedy();
    if let Some((organ, help)) = organ.filter(|_| act.body.is_none()).zip(finding.help.as_mut()) {
        help.extend(["; l'organo, per esempio: ", organ]);
    }
    Some(finding)
}
