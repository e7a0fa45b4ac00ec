use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Severity, nearest};
use crate::model::{Text, fold};
use crate::source::Sources;

/// A word that is not on the list.
pub(crate) static RULE: Rule = Rule {
    code: "LA101",
    name: "valore-fuori-elenco",
    severity: Severity::Error,
    summary: "Il valore non è uno di quelli ammessi.",
    why: "Filtri, conteggi e grafici si basano su pochi valori uguali per tutti.",
    remedy: "Scrivere uno dei valori elencati nel messaggio.",
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new("processi.yaml", "rischio: medio", "rischio: moderato")]),
        Example::new(&[Edit::new("processi.yaml", "smartabilita: in parte", "smartabilita: forse")]),
        Example::new(&[Edit::new(
            "smart-team.yaml",
            "smartabilita: parzialmente smartabile",
            "smartabilita: in parte",
        )]),
    ],
    passing: &[Example::new(&[Edit::new("processi.yaml", "smartabilita: in parte", "smartabilita: \"no\"")])],
};

/// An identifier with no letter in it.
pub(crate) static MALFORMED_ID: Rule = Rule {
    code: "LA103",
    name: "identificativo-malformato",
    severity: Severity::Error,
    summary: "Un identificativo non contiene né lettere né cifre.",
    why: "L'identificativo diventa l'indirizzo di una pagina e deve restare lo stesso di anno in anno.",
    remedy: "Scrivere una o più parole minuscole senza accenti, unite da trattini.",
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[Edit::new("smart-team.yaml", "- id: tributi", "- id: \"??\"")])],
    passing: &[],
};

/// `text` is the value of `key`, which allows only `allowed`.
pub(in crate::load) fn finding(sources: &Sources, text: &Text, key: &str, allowed: &[&str]) -> Finding {
    let finding = Finding::new(&RULE, text.span, format!("`{}` non è un valore ammesso per `{key}`", text.value))
        .label("valore fuori elenco");
    let list = allowed.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    match nearest(&fold(text), allowed.iter().copied()) {
        Some(near) => {
            let fix = Fix::near(sources.get(text.span.source), text.span, text, near);
            finding.help(format!("forse si intendeva `{near}`; i valori ammessi sono {list}")).fix(fix)
        }
        None => finding.help(format!("i valori ammessi sono {list}")),
    }
}

/// `text`, the value of `key`, has no letter and no digit.
pub(in crate::load) fn malformed_id(text: &Text, key: &str) -> Finding {
    Finding::new(&MALFORMED_ID, text.span, format!("`{}` non può essere un identificativo (`{key}`)", text.value))
        .label("né lettere né cifre")
        .help("scrivere una o più parole minuscole senza accenti, unite da trattini")
}
