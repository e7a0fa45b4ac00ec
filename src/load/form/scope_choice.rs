use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};
use crate::source::Span;

/// A process that concerns both teams and services, or neither.
pub(crate) static RULE: Rule = Rule {
    code: "LA013",
    name: "smart-team-o-servizio",
    severity: Severity::Error,
    summary: "Un processo indica sia `smart_team` sia `servizio`, oppure nessuno dei due.",
    why: "Deve essere chiaro chi svolge il processo: uno o più smart team, tutti quelli di un servizio, o tutti.",
    remedy: "Lasciare una sola delle due chiavi: `smart_team` con uno o più identificativi (o `tutti`), oppure `servizio`.",
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new("processi.yaml", "    smart_team: [segreteria]\n", "")]),
        Example::new(&[Edit::new(
            "processi.yaml",
            "smart_team: [tributi]",
            "smart_team: [tributi]\n    servizio: tributi",
        )]),
        Example::new(&[Edit::new("processi.yaml", "smart_team: [tributi]", "smart_team: []")]),
    ],
    passing: &[Example::new(&[Edit::new("processi.yaml", "smart_team: [tributi]", "servizio: tributi")])],
};

/// The process at `span` names nobody.
pub(in crate::load) fn neither(span: Span) -> Finding {
    Finding::new(&RULE, span, "il processo non dice a chi compete: manca `smart_team` o `servizio`")
        .label("di chi è questo processo?")
        .help("aggiungere `smart_team: [identificativo]`, oppure `servizio: [identificativo]`, oppure `smart_team: tutti`")
}

/// The process names teams at `teams` and services at `services`.
pub(in crate::load) fn both(teams: Span, services: Span) -> Finding {
    Finding::new(&RULE, services, "il processo indica sia `smart_team` sia `servizio`: ne va scritto uno solo")
        .label("seconda indicazione")
        .related(teams, "la prima indicazione è qui")
        .help("`servizio` comprende già tutti gli smart team del servizio: togliere la chiave che non serve")
}
