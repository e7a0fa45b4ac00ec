use crate::check::reference::{self, Named};
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA207",
    name: "programma-sconosciuto",
    severity: Severity::Error,
    summary: "Un processo nomina un programma informatico che non è nell'elenco.",
    why: "Il collegamento fra il processo e il programma non porterebbe da nessuna parte.",
    remedy: "Scrivere l'identificativo (`id`) come sta in software.yaml, o darne uno al programma.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[Example::new(&[Edit::new(
        "processi.yaml",
        "    smartabilita: si\n",
        "    smartabilita: si\n    software: [protocollo]\n",
    )])],
    passing: &[Example::new(&[
        Edit::new("processi.yaml", "    smartabilita: si\n", "    smartabilita: si\n    software: [protocollo]\n"),
        Edit::new(
            "software.yaml",
            "  - nome: Protocollo informatico",
            "  - id: protocollo\n    nome: Protocollo informatico",
        ),
    ])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    findings.extend(reference::unknown(context, &RULE, Named::Program));
}
