use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::Text;
use std::collections::HashMap;

pub(super) static RULE: Rule = Rule {
    code: "LA104",
    name: "identificativo-ripetuto",
    severity: Severity::Error,
    summary: "Due voci della stessa tabella hanno lo stesso identificativo.",
    why: "L'identificativo è l'indirizzo della pagina: due voci finirebbero sulla stessa, e i richiami non saprebbero a quale puntare.",
    remedy: "Dare a una delle due voci un altro identificativo.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new(
            "smart-team.yaml",
            "  - id: tributi",
            "  - { id: tributi, nome: Entrate, servizio: tributi, smartabilita: smartabile }\n  - id: tributi",
        )]),
        Example::new(&[Edit::new(
            "servizi.yaml",
            "  - id: risorse",
            "  - { id: risorse, nome: Bilancio }\n  - id: risorse",
        )]),
    ],
    passing: &[],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    let mut look = |what: &'static str, ids: Vec<&Text>| {
        let mut seen: HashMap<&str, &Text> = HashMap::new();
        for id in ids.into_iter().filter(|id| !id.value.is_empty()) {
            match seen.get(id.value.as_str()) {
                Some(first) => findings.push(
                    Finding::new(
                        &RULE,
                        id.span,
                        context.fill("l'identificativo `{}` è già di {}", &[&id.value, &context.say(what)]),
                    )
                    .label("seconda volta")
                    .related(first.span, "la prima volta è qui")
                    .help("dare a una delle due voci un altro identificativo"),
                ),
                None => {
                    seen.insert(&id.value, id);
                }
            }
        }
    };
    look("[un'altra area]", edition.areas.rows.iter().map(|row| &row.id).collect());
    look("[un altro servizio]", edition.services.rows.iter().map(|row| &row.id).collect());
    look("[un altro smart team]", edition.teams.rows.iter().map(|row| &row.id).collect());
    look("un altro programma", edition.software.rows.iter().filter_map(|row| row.id.as_ref()).collect());
    look("un altro indicatore", edition.indicators.rows.iter().filter_map(|row| row.id.as_ref()).collect());
    look("un altro gruppo di destinatari", edition.training.audiences.iter().map(|row| &row.id).collect());
}
