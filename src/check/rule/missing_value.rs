use crate::check::process_noun::process_noun;
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Continuity, Scope, Table};
use crate::source::Span;
use crate::tables::{self, Described, Need, TableDescription, Value};

/// A third process: what one other row alone has is no habit of the table.
const ANOTHER: Edit = Edit::new(
    "processi.yaml",
    "processi:\n",
    "processi:\n  - codice: 100-2-B\n    rischio: basso\n    processo: Tenuta dell'archivio\n    finalita: Conservare gli atti\n    \
     input: [Atto]\n    fasi: [Archiviazione]\n    output: [Fascicolo]\n    smart_team: [segreteria]\n    smartabilita: si\n",
);

pub(super) static RULE: Rule = Rule {
    code: "LA323",
    name: "valore-mancante",
    severity: Severity::Warning,
    summary: "In una riga manca ciò che la maggior parte delle altre righe della tabella dice.",
    why: "La cella pubblicata resta vuota, e chi legge non sa se il dato non c'è o se è stato dimenticato. Una colonna che nessuna riga riempie, invece, non si pubblica e non si chiede.",
    remedy: "Scrivere il valore che manca; se il testo pubblicato è così, accettare il rilievo con il suo motivo.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: completezza dei dati pubblicati.",
    failing: &[
        Example::new(&[ANOTHER, Edit::new("processi.yaml", "    finalita: Recuperare i tributi non versati\n", "")]),
        Example::new(&[ANOTHER, Edit::new("processi.yaml", "    rischio: medio\n", "")]),
        Example::new(&[
            Edit::new(
                "servizi.yaml",
                "servizi:\n",
                "servizi:\n  - { id: archivio, nome: Servizio Archivio, area: affari-generali, prefisso: \"300\" }\n",
            ),
            Edit::new("servizi.yaml", "    area: risorse\n", ""),
        ]),
        Example::new(&[ANOTHER, Edit::new("processi.yaml", "    smart_team: [tributi]\n", "")]),
    ],
    passing: &[
        Example {
            caption: "Nessuna riga ha la colonna",
            edits: &[
                Edit::new("processi.yaml", "    finalita: Recuperare i tributi non versati\n", ""),
                Edit::new("processi.yaml", "    finalita: Pubblicare gli atti nei tempi previsti\n", ""),
            ],
        },
        Example {
            caption: "Di due righe una sola ha la colonna",
            edits: &[Edit::new("processi.yaml", "    finalita: Recuperare i tributi non versati\n", "")],
        },
        Example {
            caption: "I profili hanno una lettera, le attività no",
            edits: &[Edit::new(
                "esclusioni.yaml",
                "esclusioni:\n",
                "esclusioni:\n  - { attivita: [Pronto intervento], dove: Strade }\n  - { lettera: b, profili: [Autisti], dove: Trasporto scolastico }\n",
            )],
        },
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    let mut ask = Asking { context, findings };
    ask.table(&tables::TEAMS, &edition.teams, |team| {
        (context.fill("[lo smart team] «{}»", &[&team.name.value]), team.name.span)
    });
    ask.table(&tables::PROCESSES, &edition.processes, |process| {
        (context.fill("[il processo] {}", &[&process_noun(context, process)]), process.label_span())
    });
    // Of a row that may be of several offices it is said that it does not tell which.
    let rows = &edition.adoption.rows.rows;
    let ambiguous = Continuity::of(edition, context.graph).ambiguous;
    let ambiguous: Vec<Span> = ambiguous.into_iter().map(|row| rows[row].span).collect();
    ask.rows(
        &tables::ADOPTION,
        &edition.adoption.rows,
        |row| !ambiguous.contains(&row.span),
        |row| (format!("la riga «{}»", row.name()), row.name_span()),
    );
    // Profiles may have letters, as in the chapter that lists them, and activities none.
    for of_activities in [false, true] {
        ask.rows(
            &tables::EXCLUSIONS,
            &edition.exclusions,
            |exclusion| exclusion.activities.is_empty() != of_activities,
            |exclusion| {
                let name = exclusion.items().first().map_or("", |item| item.value.as_str());
                (format!("l'esclusione «{name}»"), exclusion.items().first().map_or(exclusion.span, |item| item.span))
            },
        );
    }
    let services = &edition.services;
    let placed = services.rows.iter().filter(|service| service.area.is_some() || service.parent.is_some()).count();
    // Where there are no areas, no service can say which is its own.
    let has_areas = !edition.areas.rows.is_empty();
    if has_areas && services.complete && !context.is_unread_here("servizi") && is_usual(placed, services.rows.len()) {
        for service in services.rows.iter().filter(|service| service.area.is_none() && service.parent.is_none()) {
            // A service that others are a part of stands at the top.
            let number = context.graph.service(&service.id);
            if number.is_none_or(|number| context.graph.hierarchy.parts[number].is_empty()) {
                ask.missing(&context.fill("[il servizio] «{}»", &[&service.name.value]), service.name.span, "`area`");
            }
        }
    }
    let processes = &edition.processes;
    let is_named = |scope: &Option<Scope>| !matches!(scope, Some(Scope::Areas) | None);
    let named = processes.rows.iter().filter(|process| is_named(&process.scope)).count();
    let whole = processes.rows.iter().filter(|process| matches!(process.scope, Some(Scope::Areas))).count();
    // Several processes of whole areas are a choice, not an oversight.
    let is_exception = whole == 1 || whole * 10 <= processes.rows.len();
    let is_read = processes.complete && !context.is_unread_here("processi");
    if is_read && is_exception && is_usual(named, processes.rows.len()) {
        for process in processes.rows.iter().filter(|process| matches!(process.scope, Some(Scope::Areas))) {
            let who = context.fill("[il processo] {}", &[&process_noun(context, process)]);
            let keys = if edition.teams.rows.is_empty() { "`servizio`" } else { "`smart_team` o `servizio`" };
            // A process may well be of a whole area: this is no more than a question.
            let question = missing(&who, process.label_span(), keys);
            ask.findings.push(Finding { severity: Severity::Note, ..question });
        }
    }
}

/// Whether most of the other rows of a table fill a column that a row leaves out: one row alone is no habit.
fn is_usual(filled: usize, rows: usize) -> bool {
    filled > 1 && filled < rows && filled * 2 > rows - 1
}

/// The tables, one after the other.
struct Asking<'a, 'c> {
    context: &'a RuleContext<'c>,
    findings: &'a mut Findings,
}

impl Asking<'_, '_> {
    /// Asks of each row what most of the others have.
    fn table<R: Described>(&mut self, table: &TableDescription, rows: &Table<R>, row: impl Fn(&R) -> (String, Span)) {
        self.rows(table, rows, |_| true, row);
    }

    /// The same of some rows only.
    fn rows<R: Described>(
        &mut self,
        table: &TableDescription,
        rows: &Table<R>,
        is_asked: impl Fn(&R) -> bool,
        row: impl Fn(&R) -> (String, Span),
    ) {
        // What is there but could not be read has a finding of its own.
        if !rows.complete || self.context.is_unread_here(table.name) {
            return;
        }
        let asked: Vec<&R> = rows.rows.iter().filter(|record| is_asked(record)).collect();
        for field in R::description().fields.iter().filter(|field| field.column.need == Need::Usual) {
            let (filled, missing): (Vec<&R>, Vec<&R>) = asked.iter().partition(|record| field.get(record).is_stated());
            if !is_usual(filled.len(), asked.len()) {
                continue;
            }
            for record in missing.into_iter().filter(|record| matches!(field.get(record), Value::Absent)) {
                let (who, span) = row(record);
                self.missing(&who, span, &format!("`{}`", field.column.key));
            }
        }
    }

    fn missing(&mut self, who: &str, span: Span, keys: &str) {
        self.findings.push(missing(who, span, keys));
    }
}

fn missing(who: &str, span: Span, keys: &str) -> Finding {
    let message = format!("manca {keys} per {who}: la maggior parte delle altre righe lo dice");
    Finding::new(&RULE, span, message).label("riga incompleta").remedy()
}
