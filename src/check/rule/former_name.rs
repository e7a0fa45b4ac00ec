use crate::check::office_rows::OfficeRows;
use crate::check::rule_context::RuleContext;
use crate::check::written::each_written;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{Office, Text, fold};

pub(super) static RULE: Rule = Rule {
    code: "LA402",
    name: "nome-di-un-tempo",
    severity: Severity::Note,
    summary: "Un testo chiama un'area, un servizio o uno smart team con un nome che non è quello di oggi.",
    why: "Il cittadino cerca quell'ufficio e non lo trova: succede quando l'organizzazione cambia e i capitoli restano.",
    remedy: "Scrivere il nome di oggi; se il testo parla del passato, aggiungere «ex» o «già» davanti.",
    correction: None,
    basis: "D.lgs. 33/2013, art. 6: aggiornamento dei dati pubblicati.",
    failing: &[
        Example::new(&[Edit::new(
            "/content/2026-2028/01-premessa.md",
            "Questo allegato descrive",
            "Il Servizio Entrate risponde. Questo allegato descrive",
        )]),
        Example::new(&[Edit::new(
            "software.yaml",
            "scopo: Registrazione dei documenti",
            "scopo: Registrazione dei documenti del Servizio Entrate",
        )]),
    ],
    passing: &[Example::new(&[Edit::new(
        "/content/2026-2028/01-premessa.md",
        "Questo allegato descrive",
        "Il Servizio Tributi (ex Servizio Entrate) risponde. Questo allegato descrive",
    )])],
};

/// Words before a former name that say that it is one.
const FORMER: [&str; 6] = ["ex", "gia", "allora", "denominato", "precedente", "vecchio"];

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let names = Names::of(context);
    if names.former.is_empty() {
        return;
    }
    let rows = OfficeRows::of(context);
    each_written(context, &mut |written| {
        for (alias, name) in &names.former {
            let Some(at) = written.text.find(alias.value.as_str()) else { continue };
            if written.value_span().is_some_and(|span| rows.hold(span)) {
                return;
            }
            let range = at..at + alias.value.len();
            let letter = |c: char| c.is_alphanumeric();
            let whole = !written.text[..at].ends_with(letter) && !written.text[range.end..].starts_with(letter);
            let before = fold(written.text[..at].trim_end().rsplit([' ', '(']).next().unwrap_or(""));
            // Inside a longer name of today it is that name.
            let inside = names
                .current
                .iter()
                .any(|current| current.contains(alias.value.as_str()) && written.text.contains(current.as_str()));
            if !whole || inside || FORMER.contains(&before.as_str()) {
                continue;
            }
            findings.push(
                Finding::new(
                    &RULE,
                    written.span(context, range),
                    format!("«{}» oggi si chiama «{}»", alias.value, name.value),
                )
                .label("nome di un tempo")
                .related(name.span, "il nome di oggi è questo")
                .remedy(),
            );
            return;
        }
    });
}

struct Names<'a> {
    /// The other names that are really different, each with the name of today.
    former: Vec<(&'a Text, &'a Text)>,
    current: Vec<String>,
}

impl<'a> Names<'a> {
    fn of(context: &RuleContext<'a>) -> Self {
        let edition = context.edition;
        let offices: Vec<Office<'a>> = edition.all_offices().collect();
        let current: Vec<String> = offices.iter().map(|office| office.name.value.clone()).collect();
        let folded: Vec<String> = current.iter().map(|name| fold(name)).collect();
        let mut former: Vec<(&Text, &Text)> = Vec::new();
        for office in &offices {
            for alias in office.aliases {
                let other = fold(alias);
                // A shorter or longer form of a name of today is no former name, and one word alone may mean anything.
                let form = folded
                    .iter()
                    .any(|name| !name.is_empty() && (name.contains(&other) || other.contains(name.as_str())));
                let known = former.iter().any(|(known, _)| known.value == alias.value);
                if !form && !known && other.contains(' ') {
                    former.push((alias, office.name));
                }
            }
        }
        Self { former, current }
    }
}
