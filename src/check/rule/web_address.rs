use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{OwnValue, Text};
use crate::tables;

pub(super) static RULE: Rule = Rule {
    code: "LA112",
    name: "indirizzo-non-valido",
    severity: Severity::Error,
    summary: "Un indirizzo non comincia con https:// o http://, o contiene spazi.",
    why: "Un collegamento rotto nel piè di pagina si ripete su ogni pagina del sito.",
    remedy: "Scrivere l'indirizzo intero, come compare nella barra del navigatore. Per `segnalazioni` va bene anche un indirizzo di posta.",
    basis: "RFC 3986.",
    failing: &[
        Example::new(&[Edit::new(
            "/data/ente.yaml",
            "licenza: CC BY 4.0\n",
            "licenza: CC BY 4.0\nprivacy: www.ente.esempio.it/privacy\n",
        )]),
        Example::new(&[Edit::new(
            "/data/ente.yaml",
            "licenza: CC BY 4.0\n",
            "licenza: CC BY 4.0\nbase_url: /lavoro-agile/\n",
        )]),
    ],
    passing: &[
        Example::new(&[Edit::new(
            "/data/ente.yaml",
            "licenza: CC BY 4.0\n",
            "licenza: CC BY 4.0\nprivacy: https://www.ente.esempio.it/privacy\n",
        )]),
        Example::new(&[Edit::new(
            "/data/ente.yaml",
            "licenza: CC BY 4.0\n",
            "licenza: CC BY 4.0\nsegnalazioni: urp@ente.esempio.it\n",
        )]),
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    // The file of the administration is one for all editions: it is looked at once.
    let first = context.annex.editions.first().is_some_and(|edition| edition.id == context.edition.id);
    if let Some(administration) = context.annex.administration.as_ref().filter(|_| first) {
        let addresses = [
            ("base_url", &administration.base_url),
            ("sito", &administration.site),
            ("amministrazione_trasparente", &administration.transparency),
            ("privacy", &administration.privacy),
            ("note_legali", &administration.legal_notes),
            ("dichiarazione_accessibilita", &administration.accessibility),
        ];
        addresses
            .into_iter()
            .filter_map(|(key, address)| Some((key, address.as_ref()?)))
            .for_each(|(key, address)| look(key, address, findings));
        if let Some(feedback) = administration.feedback.as_ref().filter(|feedback| !is_mail(feedback)) {
            look("segnalazioni", feedback, findings);
        }
    }
    context.edition.acts().filter_map(|act| act.url.as_ref()).for_each(|url| look("url", url, findings));
    context
        .edition
        .references
        .iter()
        .filter_map(|reference| reference.url.as_ref())
        .for_each(|url| look("url", url, findings));
    for entry in tables::rows(context.edition).filter_map(|row| row.annotations).flat_map(|row| &row.own) {
        if let OwnValue::Address(address) = &entry.value {
            look(&entry.key, address, findings);
        }
    }
}

fn look(key: &str, address: &Text, findings: &mut Findings) {
    let text = address.value.as_str();
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let good = rest.is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_alphanumeric() || c == '[')
            && !text.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c))
    });
    if !good {
        findings.push(
            Finding::new(&RULE, address.span, format!("`{text}` non è un indirizzo valido per `{key}`"))
                .label("indirizzo incompleto")
                .help("scrivere l'indirizzo intero, per esempio https://www.ente.esempio.it/privacy"),
        );
    }
}

/// An e-mail address, bare or after `mailto:`.
pub(super) fn is_mail(text: &str) -> bool {
    let text = text.strip_prefix("mailto:").unwrap_or(text);
    let plain = |c: char| c.is_ascii_alphanumeric() || "._%+-".contains(c);
    text.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty()
            && user.chars().all(plain)
            && host.contains('.')
            && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-".contains(c))
    })
}
