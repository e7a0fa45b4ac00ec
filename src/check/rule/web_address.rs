use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Fix, Rule, Severity};
use crate::model::{AddressFault, OwnValue, Text};
use crate::source::Sources;
use crate::tables;

pub(super) static RULE: Rule = Rule {
    code: "LA112",
    name: "indirizzo-non-valido",
    severity: Severity::Error,
    summary: "Un indirizzo non comincia con https:// o http://, contiene spazi, oppure un nome utente o una parola d'ordine; o l'indirizzo di base del sito non è quello di una cartella.",
    why: "Un collegamento rotto nel piè di pagina si ripete su ogni pagina del sito; una parola d'ordine, una volta pubblicata, è di tutti.",
    remedy: "Scrivere l'indirizzo intero, come compare nella barra del navigatore, senza nome utente. Per `segnalazioni` va bene anche un indirizzo di posta.",
    correction: None,
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
        Example {
            caption: "Le pagine non possono stare sotto un indirizzo con una domanda",
            edits: &[Edit::new(
                "/data/ente.yaml",
                "licenza: CC BY 4.0\n",
                "licenza: CC BY 4.0\nbase_url: https://www.ente.esempio.it/agile?pagina=1\n",
            )],
        },
        Example {
            caption: "Prima di `@` c'è un nome utente",
            edits: &[Edit::new(
                "/data/ente.yaml",
                "licenza: CC BY 4.0\n",
                "licenza: CC BY 4.0\nsito: https://redazione:segreta@www.ente.esempio.it/\n",
            )],
        },
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
    let sources = context.sources;
    // The file of the administration is one for all editions: it is looked at once.
    let first = context.annex.editions.first().is_some_and(|edition| edition.id == context.edition.id);
    if let Some(administration) = context.annex.administration.as_ref().filter(|_| first) {
        if let Some(base) = &administration.base_url {
            tell(sources, "base_url", base, AddressFault::of_base(base), findings);
        }
        let addresses = [
            ("sito", &administration.site),
            ("amministrazione_trasparente", &administration.transparency),
            ("privacy", &administration.privacy),
            ("note_legali", &administration.legal_notes),
            ("dichiarazione_accessibilita", &administration.accessibility),
        ];
        addresses
            .into_iter()
            .filter_map(|(key, address)| Some((key, address.as_ref()?)))
            .for_each(|(key, address)| look(sources, key, address, findings));
        if let Some(feedback) = administration.feedback.as_ref().filter(|feedback| !is_mail(feedback)) {
            look(sources, "segnalazioni", feedback, findings);
        }
    }
    context.edition.acts().filter_map(|act| act.url.as_ref()).for_each(|url| look(sources, "url", url, findings));
    context
        .edition
        .references
        .iter()
        .filter_map(|reference| reference.url.as_ref())
        .for_each(|url| look(sources, "url", url, findings));
    for entry in tables::rows(context.edition).filter_map(|row| row.annotations).flat_map(|row| &row.own) {
        if let OwnValue::Address(address) = &entry.value {
            look(sources, &entry.key, address, findings);
        }
    }
}

fn look(sources: &Sources, key: &str, address: &Text, findings: &mut Findings) {
    tell(sources, key, address, AddressFault::of(address), findings);
}

fn tell(sources: &Sources, key: &str, address: &Text, fault: Option<AddressFault>, findings: &mut Findings) {
    let text = address.value.as_str();
    let finding = |message: String| Finding::new(&RULE, address.span, message);
    findings.extend(fault.map(|fault| {
        match fault {
            AddressFault::Incomplete if AddressFault::of(text).is_none() => {
                finding(format!("`{text}` non è l'indirizzo di una cartella, e `{key}` deve esserlo"))
                    .label("non è una cartella")
                    .help("togliere `?`, `#` e ciò che segue, e gli apostrofi")
            }
            AddressFault::Incomplete => finding(format!("`{text}` non è un indirizzo valido per `{key}`"))
                .label("indirizzo incompleto")
                .help("scrivere l'indirizzo intero, per esempio https://www.ente.esempio.it/privacy"),
            AddressFault::Capitals(right) => finding(format!("`{text}` non è un indirizzo valido per `{key}`"))
                .label("qui ci vogliono le minuscole")
                .help(format!("scrivere `{right}`"))
                .fix(Fix::scalar(sources.get(address.span.source), address.span, text, &right)),
            // What it says is not repeated: it would stand in logs.
            AddressFault::Credentials => finding(format!(
                "l'indirizzo di `{key}` contiene un nome utente o una parola d'ordine, che si pubblicherebbe"
            ))
            .label("nome utente prima di `@`")
            .help("togliere quello che sta fra `//` e `@`, e `@`; se è una parola d'ordine, cambiarla"),
        }
    }));
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
