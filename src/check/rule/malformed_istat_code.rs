use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity, Suggestion};
use crate::model::{BodyKind, Keyword as _};

pub(super) static RULE: Rule = Rule {
    code: "LA131",
    name: "codice-istat-malformato",
    severity: Severity::Warning,
    summary: "Il codice ISTAT non ha la forma di quello di un ente di quel genere: sei cifre per un comune, tre per una provincia o una città metropolitana, due per una regione.",
    why: "I cataloghi dei dati riconoscono il territorio da questo codice. Un foglio di calcolo toglie gli zeri davanti: il codice che resta è di un altro ente, o di nessuno.",
    remedy: "Scrivere il codice per intero, con gli zeri davanti; se l'ente non è un comune, dirne il genere con `tipo`.",
    correction: None,
    basis: "ISTAT: codici delle unità amministrative territoriali; profilo DCAT-AP_IT: territorio dei dati.",
    failing: &[
        Example {
            caption: "Manca lo zero davanti",
            edits: &[Edit::new("/data/ente.yaml", "tipo: comune", "tipo: comune\ncodice_istat: 37011")],
        },
        Example::new(&[Edit::new("/data/ente.yaml", "tipo: comune", "tipo: comune\ncodice_istat: c_b880")]),
    ],
    passing: &[
        Example::new(&[Edit::new("/data/ente.yaml", "tipo: comune", "tipo: comune\ncodice_istat: \"037011\"")]),
        Example::new(&[Edit::new("/data/ente.yaml", "tipo: comune", "tipo: provincia\ncodice_istat: \"037\"")]),
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let Some(administration) = context.annex.administration.as_ref().filter(|_| context.is_first()) else { return };
    let Some(code) = &administration.istat_code else { return };
    let kind = administration.body_kind();
    let Some(digits) = kind.istat_digits() else { return };
    let is_number = !code.value.is_empty() && code.value.bytes().all(|byte| byte.is_ascii_digit());
    if is_number && code.value.len() == digits {
        return;
    }
    let message = format!("`{}` non è un codice ISTAT con `tipo: {}`", code.value, kind.keyword());
    let finding = Finding::new(&RULE, code.span, message).label(format!("qui ci vogliono {digits} cifre"));
    if is_number && code.value.len() < digits {
        let whole = format!("{:0>digits$}", code.value);
        let suggestion = Suggestion::new(context.sources, code.span, code, &whole).as_guess();
        let help = format!("{}: i fogli di calcolo tolgono gli zeri davanti", suggestion.help);
        findings.push(finding.help(help).fix(suggestion.fix));
        return;
    }
    let help = format!("scrivere le {digits} cifre del codice");
    findings.push(finding.help(match kind {
        BodyKind::Municipality => format!("{help}; se l'ente non è un comune, dirne il genere con `tipo`"),
        _ => help,
    }));
}
