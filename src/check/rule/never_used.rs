use super::undeclared_mark;
use crate::check::reference::{self, Named};
use crate::check::rule_context::RuleContext;
use crate::check::texts;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{LegendEntry, TrainingCode};

pub(super) static RULE: Rule = Rule {
    code: "LA318",
    name: "voce-mai-usata",
    severity: Severity::Note,
    summary: "Un segno della legenda, una colonna di destinatari, un richiamo o un prefisso comune è dichiarato e non compare mai.",
    why: "Chi legge lo cerca e non lo trova; spesso nelle righe è scritto in un altro modo.",
    remedy: "Togliere la voce, o correggere le righe che dovevano usarla.",
    correction: None,
    basis: "WCAG 2.1, criterio 1.3.1.",
    failing: &[
        Example::new(&[Edit::new(
            "formazione.yaml",
            "  X: modulo previsto\n",
            "  X: modulo previsto\n  F: facoltativo\n",
        )]),
        Example::new(&[Edit::new("formazione.yaml", "          nuovi-assunti: X\n", "")]),
        Example::new(&[Edit::new(
            "smart-team.yaml",
            "smart_team:\n",
            "note:\n  \"*\": Dipende dal dirigente\nsmart_team:\n",
        )]),
        Example::new(&[Edit::new("edizione.yaml", "limiti:", "prefissi_comuni:\n  DIR: processi comuni\nlimiti:")]),
    ],
    passing: &[Example::new(&[
        Edit::new("formazione.yaml", "  X: modulo previsto\n", "  X: modulo previsto\n  F: facoltativo\n"),
        Edit::new("formazione.yaml", "nuovi-assunti: X", "nuovi-assunti: F"),
    ])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    let training = &edition.training;
    let mut say = |span, message: String| findings.push(Finding::new(&RULE, span, message).label("mai usato").remedy());
    if training.groups.complete && !context.is_unread_here("formazione") {
        let cells = || training.groups.rows.iter().flat_map(|group| &group.modules).flat_map(|module| &module.cells);
        let is_meant = |cell: &TrainingCode, entry: &LegendEntry| {
            undeclared_mark::meant(training, &cell.mark).as_deref() == Some(entry.mark.value.as_str())
        };
        // A mark that is not declared is probably a mistyped one of those that seem to be unused.
        let undeclared = cells().any(|cell| undeclared_mark::meant(training, &cell.mark).is_none());
        let entries = training.legend.iter().filter(|_| !undeclared);
        for entry in entries.filter(|entry| cells().all(|cell| !is_meant(cell, entry))) {
            say(entry.mark.span, format!("il segno `{}` della legenda non è in nessuna casella", entry.mark.value));
        }
        // A mistyped audience is probably the one that seems to be unused.
        let mistyped = reference::any_unresolved(context, Named::Audience);
        let never = |id: &str| !mistyped && !id.is_empty() && cells().all(|cell| cell.audience.value != id);
        for audience in training.audiences.iter().filter(|audience| never(&audience.id)) {
            say(audience.name.span, format!("nessun modulo è per i destinatari «{}»", audience.name.value));
        }
    }
    let mut used = Vec::new();
    edition.each_annotation(&mut |annotations, _| {
        used.extend(annotations.marks.iter().map(|mark| (mark.span.source, mark.value.as_str())));
    });
    for note in
        texts::each_mark(edition).filter(|note| !used.contains(&(note.mark.span.source, note.mark.value.as_str())))
    {
        // A table kept in several files has its notes in one of them.
        let elsewhere = context.sources.get(note.mark.span.source).path().matches('/').count() > 2;
        // The record that it accompanies may be among what could not be read.
        if !elsewhere && !context.faulty.contains(&note.mark.span.source) {
            say(note.mark.span, format!("il richiamo `{}` non accompagna nessuna voce", note.mark.value));
        }
    }
    if edition.processes.complete && !edition.processes.rows.is_empty() && !context.is_unread_here("processi") {
        let used = |prefix: &str| {
            let mut codes = edition.coded_processes().filter_map(|(_, _, code)| code.value.prefix());
            codes.any(|own| own.eq_ignore_ascii_case(prefix))
        };
        for shared in edition.shared_prefixes.iter().flatten().filter(|shared| !used(&shared.prefix)) {
            say(
                shared.prefix.span,
                context.fill("[nessun processo] ha il prefisso comune `{}`", &[&shared.prefix.value]),
            );
        }
    }
}
