use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Continuity, OfficeKind, counted_kind};

pub(super) static RULE: Rule = Rule {
    code: "LA324",
    name: "riga-di-piu-uffici",
    severity: Severity::Warning,
    summary: "Una riga dello stato di attuazione ha il nome di più uffici di questa edizione, e non dice quale.",
    why: "Le sue persone non si possono contare per nessuno di loro: contarle per il primo sarebbe una cifra inventata.",
    remedy: "Scrivere nella riga anche l'area o il servizio, oppure `continua_in` con l'identificativo dell'ufficio giusto.",
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
        let (what, span) = match counted_kind(edition, row) {
            OfficeKind::Team => ("[+smart team]", row.team.as_ref()),
            OfficeKind::Service => ("[servizi]", row.service.as_ref()),
            OfficeKind::Area => ("[aree]", row.area.as_ref()),
        };
        let span = span.map_or(row.span, |name| name.span);
        let message = context.fill(
            "più {} di questa edizione si chiamano «{}», e la riga non dice quale",
            &[&context.say(what), &row.name()],
        );
        findings.push(Finding::new(&RULE, span, message).label("di quale?").help(context.say("scrivere nella riga anche [l'area] o [il servizio], oppure `continua_in` con l'identificativo dell'ufficio giusto")));
    }
}
