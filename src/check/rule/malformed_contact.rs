use super::web_address::is_mail;
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA120",
    name: "recapito-malformato",
    severity: Severity::Error,
    summary: "Un indirizzo di posta dell'ufficio non ha la forma nome@dominio, o un numero di telefono non ha cifre.",
    why: "Il recapito è su ogni pagina: se è sbagliato, chi scrive non riceve risposta e non sa perché.",
    remedy: "Scrivere l'indirizzo per intero, per esempio urp@ente.esempio.it, e il telefono in cifre.",
    correction: None,
    basis: "RFC 5322; d.lgs. 33/2013, art. 13 c. 1 lett. d: recapiti degli uffici.",
    failing: &[
        Example::new(&[Edit::new(
            "/data/ente.yaml",
            "licenza: CC BY 4.0\n",
            "licenza: CC BY 4.0\ncontatti: { email: personale.ente.esempio.it }\n",
        )]),
        Example::new(&[Edit::new(
            "/data/ente.yaml",
            "licenza: CC BY 4.0\n",
            "licenza: CC BY 4.0\ncontatti: { telefono: da indicare }\n",
        )]),
    ],
    passing: &[Example::new(&[Edit::new(
        "/data/ente.yaml",
        "licenza: CC BY 4.0\n",
        "licenza: CC BY 4.0\ncontatti: { email: personale@ente.esempio.it, telefono: +39 051 000000 }\n",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let Some(administration) = context.annex.administration.as_ref().filter(|_| context.is_first()) else { return };
    let contacts = &administration.contacts;
    for (key, mail) in [("email", &contacts.email), ("pec", &contacts.certified_email)] {
        if let Some(mail) = mail.as_ref().filter(|mail| !is_mail(mail)) {
            let message = format!("`{}` non è un indirizzo di posta (`{key}`)", mail.value);
            findings.push(Finding::new(&RULE, mail.span, message).label("indirizzo incompleto").remedy());
        }
    }
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    if let Some(telephone) = contacts.telephone.as_ref().filter(|telephone| digits(telephone) < 3) {
        let message = format!("`{}` non è un numero di telefono", telephone.value);
        findings.push(Finding::new(&RULE, telephone.span, message).label("qui ci vogliono cifre").remedy());
    }
}
