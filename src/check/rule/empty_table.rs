use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Edition, Keyword as _, Table, TableName};
use crate::source::Span;
use crate::tables;

pub(super) static RULE: Rule = Rule {
    code: "LA712",
    name: "tavola-vuota",
    severity: Severity::Warning,
    summary: "Una tavola diversa dalla Tavola 1 c'è, e non ha nessuna riga.",
    why: "Di una tavola che c'è si pubblicano la pagina, la stampa e i dati aperti: chi li apre trova le sole intestazioni e legge che i programmi, i moduli o gli indicatori sono zero.",
    remedy: "Scrivere le righe, o recuperare il file da una copia se è stato svuotato per errore; se l'edizione non ha quella tavola, togliere il file.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: completezza dei dati pubblicati.",
    failing: &[
        Example::new(&[Edit::new("software.yaml", "", "software: []\n")]),
        Example::new(&[Edit::new("valutazione.yaml", "", "ruoli: []\n")]),
    ],
    passing: &[Example {
        caption: "Un ente può non avere smart team",
        edits: &[
            Edit::new("smart-team.yaml", "", "smart_team: []\n"),
            Edit::new("processi.yaml", "smart_team: [segreteria]", "servizio: segreteria"),
            Edit::new("processi.yaml", "smart_team: [tributi]", "servizio: tributi"),
        ],
    }],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    for table in TableName::OPTIONAL {
        let Some(span) = emptied(edition, table).filter(|_| !context.is_unread_here(table.keyword())) else { continue };
        let message = format!("la tavola «{}» non ha nessuna riga", tables::title(edition, table));
        findings.push(Finding::new(&RULE, span, message).label("nessuna riga").remedy());
    }
}

/// Where the file of a table begins that is there and has no rows.
fn emptied(edition: &Edition, table: TableName) -> Option<Span> {
    fn of<T>(table: &Table<T>) -> Option<Span> {
        table.span.filter(|_| table.complete && table.rows.is_empty())
    }
    match table {
        TableName::Software => of(&edition.software),
        TableName::Training => of(&edition.training.groups),
        TableName::Adoption => of(&edition.adoption.rows),
        TableName::ExpectedBehaviours => of(&edition.expected_behaviours),
        TableName::Indicators => of(&edition.indicators),
        TableName::Exclusions => of(&edition.exclusions),
        // An empty Tavola 1 has a rule of its own; a body may have no smart teams, and no acts to refer to.
        TableName::Processes | TableName::Teams | TableName::References => None,
    }
}
