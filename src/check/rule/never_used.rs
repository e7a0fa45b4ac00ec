use crate::check::rule_context::RuleContext;
use crate::check::texts;
use crate::diagnostic::{Edit, Example, Finding, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    code: "LA318",
    name: "voce-mai-usata",
    severity: Severity::Note,
    summary: "Un segno della legenda, una colonna di destinatari, un richiamo o un prefisso comune è dichiarato e non compare mai.",
    why: "Chi legge lo cerca e non lo trova; spesso nelle righe è scritto in un altro modo.",
    remedy: "Togliere la voce, o correggere le righe che dovevano usarla.",
    basis: "WCAG 2.1, criterio 1.3.1.",
    failing: &[
        Example::new(&[Edit::new(
            "formazione.yaml",
            "legenda: { X: modulo previsto }",
            "legenda: { X: modulo previsto, F: facoltativo }",
        )]),
        Example::new(&[Edit::new("formazione.yaml", ", nuovi-assunti: X }", " }")]),
        Example::new(&[Edit::new(
            "smart-team.yaml",
            "smart_team:\n",
            "note: { \"*\": Dipende dal dirigente }\nsmart_team:\n",
        )]),
        Example::new(&[Edit::new("edizione.yaml", "limiti:", "prefissi_comuni: { DIR: processi comuni }\nlimiti:")]),
    ],
    passing: &[Example::new(&[
        Edit::new(
            "formazione.yaml",
            "legenda: { X: modulo previsto }",
            "legenda: { X: modulo previsto, F: facoltativo }",
        ),
        Edit::new("formazione.yaml", "nuovi-assunti: X }", "nuovi-assunti: F }"),
    ])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Vec<Finding>) {
    let edition = context.edition;
    let training = &edition.training;
    let mut say = |span, message: String| findings.push(Finding::new(&RULE, span, message).label("mai usato").remedy());
    if training.groups.complete && !context.is_unread_here("formazione") {
        let cells = || training.groups.rows.iter().flat_map(|group| &group.modules).flat_map(|module| &module.cells);
        for entry in training.legend.iter().filter(|entry| cells().all(|cell| cell.mark.value != entry.mark.value)) {
            say(entry.mark.span, format!("il segno `{}` della legenda non è in nessuna casella", entry.mark.value));
        }
        let never = |id: &str| !id.is_empty() && cells().all(|cell| cell.audience.value != id);
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
        if !elsewhere {
            say(note.mark.span, format!("il richiamo `{}` non accompagna nessuna voce", note.mark.value));
        }
    }
    if edition.processes.complete {
        let used = |prefix: &str| {
            let mut codes = edition.coded_processes().filter_map(|(_, _, code)| code.value.prefix());
            codes.any(|own| own.eq_ignore_ascii_case(prefix))
        };
        for shared in edition.shared_prefixes.iter().flatten().filter(|shared| !used(&shared.prefix)) {
            say(shared.prefix.span, format!("nessun processo ha il prefisso comune `{}`", shared.prefix.value));
        }
    }
}
