use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{AdoptionRow, Continuity, OfficeKind, counted_kind};
use std::collections::HashSet;

pub(super) static RULE: Rule = Rule {
    code: "LA324",
    name: "riga-di-piu-uffici",
    severity: Severity::Warning,
    summary: "Una riga dello stato di attuazione ha il nome di più uffici di questa edizione, e non dice quale.",
    why: "Le sue persone non si possono contare per nessuno di loro: contarle per il primo sarebbe una cifra inventata.",
    remedy: "Scrivere nella riga anche l'area o il servizio, dove bastano a distinguerli, oppure `continua_in` con l'identificativo dell'ufficio giusto.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: integrità dei dati pubblicati.",
    failing: &[Example {
        caption: "Due servizi hanno uno smart team che si chiama così, e la riga non dice il servizio",
        edits: &[
            Edit::new("smart-team.yaml", "nome: Segreteria", "nome: Tributi"),
            Edit::new(
                "attuazione.yaml",
                "    smart_team: Segreteria\n",
                "    smart_team: Segreteria\n    continua_in: segreteria\n",
            ),
            Edit::new(
                "attuazione.yaml",
                "  - area: Risorse\n    servizio: Servizio Tributi\n",
                "  - nota: Senza area\n",
            ),
        ],
    }],
    passing: &[Example {
        caption: "Due servizi hanno uno smart team che si chiama così, e la riga dice il servizio",
        edits: &[Edit::new("smart-team.yaml", "nome: Segreteria", "nome: Tributi\n    alias: [Segreteria]")],
    }],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    if !edition.has_all_offices() {
        return;
    }
    for row in Continuity::of(edition, context.graph).ambiguous {
        let row = &edition.adoption.rows.rows[row];
        let kind = counted_kind(edition, row);
        let (what, span) = match kind {
            OfficeKind::Team => ("[+smart team]", row.team.as_ref()),
            OfficeKind::Service => ("[servizi]", row.service.as_ref()),
            OfficeKind::Area => ("[aree]", row.area.as_ref()),
        };
        let span = span.map_or(row.span, |name| name.span);
        let message = context.fill(
            "più {} di questa edizione si chiamano «{}», e la riga non dice quale",
            &[&context.say(what), &row.name()],
        );
        findings
            .push(Finding::new(&RULE, span, message).label("di quale?").help(context.say(help(context, row, kind))));
    }
}

/// What tells the offices of the row's name apart: a key of the row, where they belong to different ones and it has not said which.
fn help(context: &RuleContext<'_>, row: &AdoptionRow, kind: OfficeKind) -> &'static str {
    let offices = context.edition.offices(kind).into_iter().filter(|office| office.is_called(row.name()));
    let owners: HashSet<Option<&str>> = offices.map(|office| office.owner.map(|owner| owner.value.as_str())).collect();
    match (kind, owners.len() > 1, &row.area, &row.service) {
        (OfficeKind::Team, true, None, None) => {
            "scrivere nella riga anche [l'area] o [il servizio], oppure `continua_in` con l'identificativo dell'ufficio giusto"
        }
        (OfficeKind::Team, true, Some(_), None) => {
            "scrivere nella riga anche [il servizio], oppure `continua_in` con l'identificativo dell'ufficio giusto"
        }
        (OfficeKind::Service, true, None, _) => {
            "scrivere nella riga anche [l'area], oppure `continua_in` con l'identificativo dell'ufficio giusto"
        }
        _ => "scrivere nella riga `continua_in` con l'identificativo dell'ufficio giusto",
    }
}
