use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity, Suggestion, nearest};
use crate::model::{Licence, fold};

pub(super) static RULE: Rule = Rule {
    code: "LA130",
    name: "licenza-non-riconosciuta",
    severity: Severity::Warning,
    summary: "La licenza di dati e testi non è una di quelle che i cataloghi dei dati riconoscono dal nome.",
    why: "Chi trova i dati non sa che cosa ne può fare: il nome resta senza collegamento alle condizioni, e i cataloghi non sanno se i dati sono aperti.",
    remedy: "Scrivere il nome di una delle licenze elencate nel messaggio; se i dati ne hanno davvero un'altra, accettare il rilievo.",
    correction: None,
    basis: "Linee guida AgID sui dati aperti: licenza aperta, indicata in modo che anche un programma la riconosca.",
    failing: &[
        Example::new(&[Edit::new("/data/ente.yaml", "licenza: CC BY 4.0", "licenza: Uso libero")]),
        Example {
            caption: "Manca la versione",
            edits: &[Edit::new("/data/ente.yaml", "licenza: CC BY 4.0", "licenza: CC BY")],
        },
    ],
    passing: &[Example::new(&[Edit::new(
        "/data/ente.yaml",
        "licenza: CC BY 4.0",
        "licenza: Creative Commons Attribuzione 4.0 Internazionale",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let Some(administration) = context.annex.administration.as_ref().filter(|_| context.is_first()) else { return };
    let licence = &administration.licence;
    if licence.value.is_empty() || Licence::named(licence).is_some() {
        return;
    }
    let message = format!("la licenza `{}` non è fra quelle che i cataloghi dei dati riconoscono", licence.value);
    let finding = Finding::new(&RULE, licence.span, message).label("licenza sconosciuta");
    let known: Vec<String> = Licence::all().iter().map(|licence| format!("`{}`", licence.title())).collect();
    let list = format!("le licenze riconosciute sono {}", known.join(", "));
    findings.push(match meant(licence) {
        Some(meant) => {
            let suggestion = Suggestion::new(context.sources, licence.span, licence, &meant.title()).as_guess();
            finding.help(format!("{}; {list}", suggestion.help)).fix(suggestion.fix)
        }
        None => finding.help(list),
    });
}

/// The known licence that was probably meant: the same name without its version or with one that there is not, or one that is near.
fn meant(written: &str) -> Option<&'static Licence> {
    let written = fold(written);
    // Each of these forbids something that no known licence does.
    if written.split(' ').any(|word| matches!(word, "nc" | "nd")) {
        return None;
    }
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
    let own = letters(&written);
    let called = |name: &str| Licence::all().iter().find(|licence| licence.names().contains(&name));
    let names = || Licence::all().iter().flat_map(Licence::names).copied();
    let begins = |name: &str| written.len() > 3 && name.starts_with(&written);
    let same = names().filter(|name| own.len() > 2 && letters(name) == own || begins(name));
    // Of those equally near the first: the latest version.
    let same = same.min_by_key(|name| strsim::osa_distance(&written, name));
    same.or_else(|| nearest(&written, names())).and_then(called)
}

#[cfg(test)]
mod tests {
    use super::{Licence, meant};

    #[test]
    fn a_name_leads_to_the_licence_that_it_is_nearly_that_of() {
        for (written, title) in [
            ("CC BY", Some("CC BY 4.0")),
            ("ccby 4.0", Some("CC BY 4.0")),
            ("CC BY 3", Some("CC BY 3.0")),
            ("CC BY 5.0", Some("CC BY 4.0")),
            ("CC BY IT", Some("CC BY 3.0 IT")),
            ("CC-BY-SA", Some("CC BY-SA 4.0")),
            ("Creative Commons Atribuzione 4.0", Some("CC BY 4.0")),
            ("CC0 1", Some("CC0 1.0")),
            ("CC BY-NC 4.0", None),
            ("CC", None),
            ("IODL", Some("IODL 2.0")),
            ("IODL v2.0", Some("IODL 2.0")),
            ("pippo", None),
        ] {
            assert_eq!(meant(written).map(Licence::title).as_deref(), title, "{written}");
        }
    }
}
