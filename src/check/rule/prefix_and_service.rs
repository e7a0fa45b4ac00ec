use super::repeated_code;
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Scope, Service};
use std::collections::HashMap;

pub(super) static RULE: Rule = Rule {
    code: "LA302",
    name: "prefisso-e-servizio-discordi",
    severity: Severity::Warning,
    summary: "Il prefisso del codice è di un altro servizio, o di nessuno.",
    why: "Dal prefisso si riconosce a quale servizio compete il processo.",
    remedy: "Correggere il codice o l'assegnazione; se il prefisso è comune a più servizi, dichiararlo in `prefissi_comuni` di edizione.yaml.",
    correction: None,
    basis: "Tavola 1 dell'allegato: colonna del codice.",
    failing: &[
        Example::new(&[Edit::new("processi.yaml", "codice: 200-1-M", "codice: 100-2-M")]),
        Example::new(&[Edit::new("processi.yaml", "codice: 200-1-M", "codice: 900-1-M")]),
    ],
    passing: &[Example::new(&[
        Edit::new("processi.yaml", "codice: 200-1-M", "codice: DIR-1-M"),
        Edit::new("edizione.yaml", "limiti:", "prefissi_comuni: { DIR: processi comuni }\nlimiti:"),
    ])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    if !edition.services.complete
        || !edition.teams.complete
        || edition.services.rows.iter().all(|service| service.prefix.is_none())
    {
        return;
    }
    // Whoever carries it out is not there: that has a finding of its own.
    let is_of_nobody = |number: usize| {
        let named = matches!(edition.processes.rows[number].scope, Some(Scope::Teams(_) | Scope::Services(_)));
        named && context.graph.process_services[number].is_empty()
    };
    // A prefix that is there but could not be read may be any.
    let states_prefix = |service: &Service| {
        let record = context.annex.outline.around(service.id.span).next();
        record.is_some_and(|record| record.keys().any(|(_, key)| key == "prefisso"))
    };
    let may_be_unread = context.is_unread_here("servizi")
        && edition.services.rows.iter().any(|service| service.prefix.is_none() && states_prefix(service));
    // The first service with each prefix.
    let mut owners = HashMap::new();
    for (number, service) in edition.services.rows.iter().enumerate() {
        if let Some(prefix) = &service.prefix {
            owners.entry(prefix.value.to_ascii_lowercase()).or_insert(number);
        }
    }
    // A code that is another row's says nothing of this one.
    let repeated = repeated_code::repeated_rows(edition);
    for (number, _, code) in edition.codes_in_parts().filter(|(row, ..)| !repeated.contains(row)) {
        let Some(prefix) = code.prefix() else { continue };
        if edition.shared_prefixes.iter().flatten().any(|shared| shared.prefix.value.eq_ignore_ascii_case(prefix)) {
            continue;
        }
        let Some(&owner) = owners.get(&prefix.to_ascii_lowercase()) else {
            // The prefixes that belong to no service may be among what could not be read.
            if edition.shared_prefixes.is_none() || is_of_nobody(number) || may_be_unread {
                continue;
            }
            findings.push(
                Finding::new(&RULE, code.span, context.fill("il prefisso `{}` non è di [nessun servizio]", &[&prefix]))
                    .label("prefisso sconosciuto")
                    .help(context.say("scriverlo come `prefisso` di [un servizio] in servizi.yaml, o fra i `prefissi_comuni` di edizione.yaml")),
            );
            continue;
        };
        // Nothing is concluded from references that resolve to nothing: they have findings of their own.
        let concerned = &context.graph.process_services[number];
        let is_owner = |service: &usize| context.graph.hierarchy.chain(*service).any(|service| service == owner);
        if concerned.is_empty() || concerned.iter().any(is_owner) {
            continue;
        }
        let service = &edition.services.rows[owner];
        let declared = service.prefix.as_ref().map_or(service.id.span, |prefix| prefix.span);
        findings.push(
            Finding::new(
                &RULE,
                code.span,
                context.fill(
                    "il prefisso `{}` è [del servizio] «{}», che non svolge [questo processo]",
                    &[&prefix, &service.name.value],
                ),
            )
            .label(context.say("prefisso di [un altro servizio]"))
            .related(declared, "il prefisso è assegnato qui")
            .help(context.say("correggere il codice o l'assegnazione; se il prefisso è comune a più [servizi], dichiararlo in `prefissi_comuni` di edizione.yaml")),
        );
    }
}
