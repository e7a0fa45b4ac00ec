use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::Status;

pub(super) static RULE: Rule = Rule {
    code: "LA705",
    name: "dati-di-pubblicazione-mancanti",
    severity: Severity::Note,
    summary: "L'edizione è approvata, ma mancano il giorno di pubblicazione, quello dell'ultimo aggiornamento o i recapiti dell'ufficio.",
    why: "Ogni pagina deve dire quando è stata aggiornata e a chi rivolgersi; dal giorno di pubblicazione si conta fino a quando il documento resta in linea.",
    remedy: "Aggiungere `pubblicato_il` e `ultimo_aggiornamento` in edizione.yaml, e i `contatti` in ente.yaml.",
    correction: None,
    basis: "D.lgs. 33/2013, artt. 6 e 8; linee guida di design per i siti della PA.",
    failing: &[Example::new(&[Edit::new(
        "edizione.yaml",
        "stato: bozza",
        "stato: approvata\napprovazione: { organo: Giunta comunale, atto: deliberazione, numero: \"5\", data: 2026-01-10 }",
    )])],
    passing: &[Example::new(&[
        Edit::new(
            "edizione.yaml",
            "stato: bozza",
            "stato: approvata\napprovazione: { organo: Giunta comunale, atto: deliberazione, numero: \"5\", data: 2026-01-10 }\npubblicato_il: 2026-01-12\nultimo_aggiornamento: 2026-01-12",
        ),
        Edit::new(
            "/data/ente.yaml",
            "licenza: CC BY 4.0\n",
            "licenza: CC BY 4.0\ncontatti: { ufficio: Ufficio personale, email: personale@ente.esempio.it }\n",
        ),
    ])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    let Some(status) = edition.status.as_ref().filter(|status| status.value == Status::Approved) else { return };
    if context.is_unread_here("edizione") {
        return;
    }
    let Some(administration) = &context.annex.administration else { return };
    let contacts = &administration.contacts;
    let reachable = [&contacts.email, &contacts.certified_email, &contacts.telephone].into_iter().any(Option::is_some);
    // Only the edition in force is read by people who want to write to someone.
    let current = administration.current_edition.value == edition.id.as_str();
    let wanted = [
        (
            "il giorno di pubblicazione (`pubblicato_il`)",
            "`pubblicato_il` in edizione.yaml",
            edition.published.is_some(),
        ),
        (
            "l'ultimo aggiornamento (`ultimo_aggiornamento`)",
            "`ultimo_aggiornamento` in edizione.yaml",
            edition.updated.is_some(),
        ),
        ("i recapiti dell'ufficio (`contatti` in ente.yaml)", "`contatti` in ente.yaml", reachable || !current),
    ];
    let lacking = || wanted.iter().filter(|(.., there)| !there);
    let missing: Vec<&str> = lacking().map(|(what, ..)| *what).collect();
    if let [first, ..] = missing.as_slice() {
        let keys: Vec<&str> = lacking().map(|(_, key, _)| *key).collect();
        let one = missing.len() == 1 && !first.starts_with("i ");
        let verb = if one { "manca" } else { "mancano" };
        let message = format!("l'edizione è approvata, ma {verb} {}", missing.join(", "));
        findings.push(
            Finding::new(&RULE, status.span, message)
                .label("da completare prima di pubblicare")
                .help(format!("aggiungere {}", keys.join(", "))),
        );
    }
}
