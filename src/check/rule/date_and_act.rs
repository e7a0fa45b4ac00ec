use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::Date;

pub(super) static RULE: Rule = Rule {
    code: "LA407",
    name: "data-e-atto-discordi",
    severity: Severity::Warning,
    summary: "Il nome di un atto porta una data, e la chiave `data` ne porta un'altra.",
    why: "Chi cerca la norma non sa a quale giorno credere.",
    remedy: "Correggere una delle due.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 12: riferimenti normativi.",
    failing: &[Example::new(&[Edit::new("edizione.yaml", "data: 2017-05-22", "data: 2017-05-12")])],
    passing: &[Example::new(&[Edit::new("edizione.yaml", "Legge 22 maggio 2017 n. 81", "Legge 81 del 2017")])],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    for reference in &context.edition.references {
        let Some(date) = &reference.date else { continue };
        let dates = dates(&reference.act);
        // With more than one day in the name, any of them may be the date of the act.
        let Some((first, piece)) = dates.first().filter(|_| dates.iter().all(|(day, _)| *day != date.value)) else {
            continue;
        };
        findings.push(
            Finding::new(
                &RULE,
                date.span,
                format!("la data è il {}, ma il nome dell'atto dice {}", date.value.long(), first.long()),
            )
            .label("discorde dal nome")
            .related(context.sources.part(reference.act.span, piece), "il nome dell'atto dice questa")
            .remedy(),
        );
    }
}

/// The days written in full in a text, such as `22 maggio 2017`, with the very letters.
fn dates(text: &str) -> Vec<(Date, &str)> {
    let words: Vec<&str> = text.split(' ').collect();
    let mut found = Vec::new();
    for window in words.windows(3) {
        let day = window[0].trim_start_matches('(').trim_end_matches(['º', '°']);
        let month = Date::MONTHS.iter().position(|month| window[1].eq_ignore_ascii_case(month));
        let year = window[2].trim_end_matches(|c: char| !c.is_ascii_digit());
        let (Ok(day), Some(month), Ok(year)) = (day.parse(), month, year.parse()) else { continue };
        let Some(date) = i16::try_from(month + 1).ok().and_then(|month| Date::new(year, month, day)) else { continue };
        let piece = format!("{} {} {year}", window[0].trim_start_matches('('), window[1]);
        if let Some(at) = text.find(&piece) {
            found.push((date, &text[at..at + piece.len()]));
        }
    }
    found
}
