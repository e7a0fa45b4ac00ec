use crate::check::contact::{Contact, SIGNS, contacts};
use crate::check::rule_context::RuleContext;
use crate::check::written::each_written;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::Edition;
use crate::source::Span;
use crate::tables::{self, Kind};

pub(super) static RULE: Rule = Rule {
    code: "LA602",
    name: "recapito-personale",
    severity: Severity::Warning,
    summary: "In un testo c'è un codice fiscale, un numero di cellulare o un indirizzo di posta di una persona.",
    why: "Sono dati personali che la pubblicazione dell'allegato non richiede. I recapiti degli uffici non contano.",
    remedy: "Toglierlo, o scrivere il recapito dell'ufficio; se il cellulare è di servizio, accettare il rilievo con il suo motivo.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 7-bis c. 4; regolamento (UE) 2016/679, art. 5.",
    failing: &[
        Example::new(&[Edit::new(
            "software.yaml",
            "scopo: Registrazione dei documenti",
            "scopo: Registrazione dei documenti (RSSMRA80A01H501U)",
        )]),
        Example::new(&[Edit::new(
            "software.yaml",
            "scopo: Registrazione dei documenti",
            "scopo: \"Registrazione: chiamare il 347 1234567\"",
        )]),
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Scrivere a maria.bianchi@ente.esempio.it. Questo allegato descrive",
        )]),
    ],
    passing: &[
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Scrivere a ufficio.personale@ente.esempio.it o chiamare lo 051 598111. Questo allegato descrive",
        )]),
        Example {
            caption: "La casella di un ufficio, anche se una parola è un nome di persona",
            edits: &[Edit::new(
                "/content/2026-2028/01-premessa.md",
                "Questo allegato descrive",
                "Scrivere a anna.sport@ente.esempio.it o a gare.appalti@ente.esempio.it. Questo allegato descrive",
            )],
        },
        Example {
            caption: "Il numero di una pratica",
            edits: &[Edit::new(
                "software.yaml",
                "scopo: Registrazione dei documenti",
                "scopo: \"Registrazione dei documenti (pratica n. 3471234567)\"",
            )],
        },
    ],
};

/// Schemes of links that lead to somebody.
const SCHEMES: [&str; 2] = ["mailto:", "tel:"];

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let mut told: Vec<Span> = Vec::new();
    each_written(context, &mut |written| {
        if !written.signs.meets(SIGNS) {
            return;
        }
        for (range, what) in contacts(written.text) {
            let span = written.span(context, range);
            told.push(span);
            findings.push(finding(span, what));
        }
    });
    for (text, span) in codes(context.edition) {
        let is_tax_code = |(_, what): &(_, Contact)| *what == Contact::TaxCode;
        if contacts(text).iter().any(is_tax_code) {
            findings.push(finding(span, Contact::TaxCode));
        }
    }
    for (chapter, expanded) in context.edition.chapters.iter().zip(context.chapters) {
        for link in expanded.written().links() {
            let address = SCHEMES.iter().find_map(|scheme| link.target.strip_prefix(scheme));
            let Some(bytes) = link.written.as_ref().or(link.whole.as_ref()) else { continue };
            let span = chapter.body.span.part(bytes.start, bytes.end);
            // An address that is its own text was told as a text.
            let is_told = told.iter().any(|told| span.contains(*told) || told.contains(span));
            for (_, what) in address.map(contacts).unwrap_or_default().into_iter().filter(|_| !is_told) {
                findings.push(finding(span, what));
            }
        }
    }
}

/// The identifiers of records and the codes of processes, which addresses and files bear.
fn codes(edition: &Edition) -> impl Iterator<Item = (&str, Span)> {
    let ids = tables::rows(edition).flat_map(|row| {
        let ids = row.values.into_iter().filter(|(column, _)| matches!(column.kind, Kind::Id));
        ids.flat_map(|(_, value)| value.texts()).map(|text| (text.value.as_str(), text.span)).collect::<Vec<_>>()
    });
    let codes = edition.processes.rows.iter().filter_map(|process| process.code.as_ref());
    ids.chain(codes.map(|code| (code.value.as_str(), code.span)))
}

fn finding(span: Span, what: Contact) -> Finding {
    let help = match what {
        Contact::TaxCode => "toglierlo: nessuna parte dell'allegato lo richiede",
        Contact::Mobile => {
            "toglierlo, o scrivere il recapito dell'ufficio; se il cellulare è di servizio, accettare il rilievo con il suo motivo"
        }
        Contact::Mail => {
            "toglierlo, o scrivere la casella dell'ufficio; se lo è, accettare il rilievo con il suo motivo"
        }
    };
    Finding::new(&RULE, span, format!("c'è {}", what.noun())).label("dato personale?").help(help)
}
