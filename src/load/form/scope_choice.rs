use crate::diagnostic::{Edit, Example, Finding, Fix, Rule, Severity};
use crate::model::Words;
use crate::source::Span;

/// A process that concerns both teams and services, or neither.
pub(crate) static RULE: Rule = Rule {
    code: "LA013",
    name: "smart-team-o-servizio",
    severity: Severity::Error,
    summary: "Un processo indica sia `smart_team` sia `servizio`, oppure non dice a chi compete.",
    why: "Deve essere chiaro chi svolge il processo: uno o più smart team, un servizio, un'area, o tutti.",
    remedy: "Lasciare una sola delle due chiavi: `smart_team` con uno o più identificativi (o `tutti`), oppure `servizio`; dove non c'è né l'una né l'altra, scrivere `area`.",
    correction: None,
    basis: "Struttura dei dati di piao.",
    failing: &[
        Example::new(&[Edit::new("processi.yaml", "    smart_team: [segreteria]\n", "")]),
        Example::new(&[Edit::new(
            "processi.yaml",
            "smart_team: [tributi]",
            "smart_team: [tributi]\n    servizio: tributi",
        )]),
        Example::new(&[Edit::new("processi.yaml", "smart_team: [segreteria]", "smart_team: []")]),
        Example {
            caption: "Un elenco vuoto accanto all'area",
            edits: &[Edit::new("processi.yaml", "smart_team: [tributi]", "smart_team: []")],
        },
    ],
    passing: &[
        Example::new(&[Edit::new("processi.yaml", "smart_team: [tributi]", "servizio: tributi")]),
        Example {
            caption: "Senza smart team e servizio, il processo è delle sue aree",
            edits: &[Edit::new("processi.yaml", "    smart_team: [segreteria]\n", "    area: [affari-generali]\n")],
        },
    ],
};

/// The process at `span` names nobody.
pub(in crate::load) fn neither(words: &Words, span: Span) -> Finding {
    Finding::new(&RULE, span, words.say("[il processo] non dice a chi compete: manca `smart_team`, `servizio` o `area`"))
        .label(words.say("di chi è [questo processo]?"))
        .help("aggiungere `smart_team: [identificativo]`, oppure `servizio: [identificativo]`, oppure `area: [identificativo]`, oppure `smart_team: tutti`")
}

/// At `span`, the list `key` is empty, and another key of the process says whom it concerns; `fix` takes it away.
pub(in crate::load) fn empty_list(span: Span, key: &str, fix: Option<Fix>) -> Finding {
    Finding::new(&RULE, span, format!("l'elenco `{key}` è vuoto, e a chi compete lo dice già un'altra chiave"))
        .label("elenco vuoto")
        .help(format!("togliere `{key}`"))
        .fix(fix)
}

/// The process names teams at `teams` and services at `services`.
pub(in crate::load) fn both(words: &Words, teams: Span, services: Span) -> Finding {
    Finding::new(
        &RULE,
        services,
        words.say("[il processo] indica sia `smart_team` sia `servizio`: ne va scritto uno solo"),
    )
    .label("seconda indicazione")
    .related(teams, "la prima indicazione è qui")
    .help(words.say("`servizio` comprende già [tutti gli smart team] [del servizio]: togliere la chiave che non serve"))
}
