use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::Text;

pub(super) static RULE: Rule = Rule {
    code: "LA116",
    name: "prefisso-ripetuto",
    severity: Severity::Warning,
    summary: "Lo stesso prefisso dei codici è di due servizi, o è anche fra i prefissi comuni.",
    why: "Dal prefisso si riconosce a quale servizio compete il processo: se è di due, non lo si riconosce più.",
    remedy: "Correggere uno dei due; se il prefisso è davvero di più servizi, scriverlo soltanto fra i `prefissi_comuni` di edizione.yaml.",
    correction: None,
    basis: "Tavola 1 dell'allegato: colonna del codice.",
    failing: &[
        Example::new(&[Edit::new("servizi.yaml", "prefisso: \"200\"", "prefisso: \"100\"")]),
        Example::new(&[Edit::new(
            "edizione.yaml",
            "limiti:",
            "prefissi_comuni: { \"200\": processi comuni }\nlimiti:",
        )]),
    ],
    passing: &[Example::new(&[Edit::new(
        "edizione.yaml",
        "limiti:",
        "prefissi_comuni: { DIR: processi comuni }\nlimiti:",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let mut seen: Vec<&Text> = Vec::new();
    let shared = context.edition.shared_prefixes.iter().flatten().map(|shared| &shared.prefix);
    let own = context.edition.services.rows.iter().filter_map(|service| service.prefix.as_ref());
    for prefix in shared.chain(own).filter(|prefix| !prefix.value.is_empty()) {
        match seen.iter().find(|first| first.value.eq_ignore_ascii_case(prefix)) {
            Some(first) => findings.push(
                Finding::new(&RULE, prefix.span, format!("il prefisso `{}` è già assegnato", prefix.value))
                    .label("seconda volta")
                    .related(first.span, "la prima volta è qui")
                    .help(context.say("correggere uno dei due; se il prefisso è davvero di più [servizi], scriverlo soltanto fra i `prefissi_comuni` di edizione.yaml")),
            ),
            None => seen.push(prefix),
        }
    }
}
