use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Fix, Rule, Severity};
use crate::model::AddressFault;

pub(super) static RULE: Rule = Rule {
    code: "LA119",
    name: "indirizzo-del-sito-senza-barra",
    severity: Severity::Note,
    summary: "L'indirizzo di base del sito non finisce con una barra, o finisce con il nome di un file.",
    why: "Gli indirizzi di tutte le pagine cominciano da lì: senza barra non è chiaro se l'ultima parola è una cartella.",
    remedy: "Scrivere l'indirizzo della cartella, con la barra finale e nient'altro.",
    correction: None,
    basis: "RFC 3986, paragrafo 5.2: indirizzi relativi.",
    failing: &[Example::new(&[Edit::new(
        "/data/ente.yaml",
        "licenza: CC BY 4.0\n",
        "licenza: CC BY 4.0\nbase_url: https://www.ente.esempio.it/agile\n",
    )])],
    passing: &[Example::new(&[Edit::new(
        "/data/ente.yaml",
        "licenza: CC BY 4.0\n",
        "licenza: CC BY 4.0\nbase_url: https://www.ente.esempio.it/agile/\n",
    )])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let Some(base) =
        context.annex.administration.as_ref().filter(|_| context.is_first()).and_then(|ente| ente.base_url.as_ref())
    else {
        return;
    };
    // One that is no address has a finding of its own.
    if AddressFault::of_base(base).is_some() {
        return;
    }
    let finding =
        Finding::new(&RULE, base.span, format!("l'indirizzo del sito `{}` non finisce con una barra", base.value));
    let names_a_file = {
        let path = base.value.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
        path.rsplit('/').next().is_some_and(|last| last.contains('.'))
    };
    if names_a_file {
        findings.push(finding.label("qui ci vuole una cartella").remedy());
    } else if !base.value.ends_with('/') {
        let right = format!("{}/", base.value);
        let fix = Fix::scalar(context.sources.get(base.span.source), base.span, base, &right);
        findings.push(finding.label("manca la barra finale").help(format!("scrivere `{right}`")).fix(fix));
    }
}
