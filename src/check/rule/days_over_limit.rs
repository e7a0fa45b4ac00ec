use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity};
use crate::model::{AdoptionRow, Days, Edition, Period, PeriodDays, Spanned};

pub(super) static RULE: Rule = Rule {
    code: "LA312",
    name: "giorni-oltre-il-massimo",
    severity: Severity::Warning,
    summary: "Una riga dello stato di attuazione conta più giorni di lavoro agile di quelli che questa edizione permette.",
    why: "Il documento dice un massimo e la sua tabella lo smentisce. Una tabella di un anno precedente segue altre regole, e non si guarda.",
    remedy: "Correggere i giorni della riga o il massimo in `limiti` di edizione.yaml.",
    correction: None,
    basis: "Regole della giornata agile dello stesso allegato.",
    failing: &[
        Example {
            caption: "La tabella è dello stesso anno dell'edizione",
            edits: &[
                Edit::new("attuazione.yaml", "data: 2025-12-31", "data: 2026-01-10"),
                Edit::new("attuazione.yaml", "giorni_settimana: 1\n", "giorni_settimana: 3\n"),
            ],
        },
        Example {
            caption: "Più dei giorni di ogni categoria di persone",
            edits: &[
                Edit::new("attuazione.yaml", "data: 2025-12-31", "data: 2026-01-10"),
                Edit::new("attuazione.yaml", "giorni_settimana: 1\n", "giorni: 12 al mese\n"),
                Edit::new(
                    "edizione.yaml",
                    "  giorni_settimana_max: 1\n",
                    "  - { giorni: 8 al mese }\n  - { per: Dirigenti, giorni: 4 al mese }\n",
                ),
            ],
        },
    ],
    passing: &[
        Example {
            caption: "La tabella è dell'anno prima",
            edits: &[Edit::new("attuazione.yaml", "giorni_settimana: 1\n", "giorni_settimana: 3\n")],
        },
        Example {
            caption: "I giorni di una delle categorie",
            edits: &[
                Edit::new("attuazione.yaml", "data: 2025-12-31", "data: 2026-01-10"),
                Edit::new("attuazione.yaml", "giorni_settimana: 1\n", "giorni: 12 al mese\n"),
                Edit::new(
                    "edizione.yaml",
                    "  giorni_settimana_max: 1\n",
                    "  - { giorni: 4 al mese }\n  - { per: Lavoratori fragili, giorni: 12 al mese }\n",
                ),
            ],
        },
    ],
};

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    let Some(date) = &edition.adoption.date else { return };
    let Some((from, to)) = super::plan_years::span(edition.id.as_str()) else { return };
    if !(from..=to).contains(&date.value.year()) {
        return;
    }
    let limits = limits(edition);
    let Some(first) = limits.first() else { return };
    for row in &edition.adoption.rows.rows {
        let Some(days) = days(row) else { continue };
        // A row does not say of which category its people are: it is within the limits if it is within one of them.
        let is_within = |limit: &Spanned<PeriodDays>| {
            // Additional days of the year may stand beside those of the week: then only weeks are held against it.
            let has_more = edition.limits.extra_days_per_year.is_some() && !is_weekly(&days.value);
            has_more || !days.value.exceeds(&limit.value)
        };
        if limits.iter().any(is_within) {
            continue;
        }
        let message = match limits.as_slice() {
            [limit] if is_weekly(&days.value) && is_weekly(&limit.value) => format!(
                "i giorni alla settimana di «{}» sono {}, ma il massimo è {}",
                row.name(),
                number(&days.value),
                number(&limit.value)
            ),
            [limit] => format!(
                "i giorni di lavoro agile di «{}» sono {}, ma il massimo è {}",
                row.name(),
                days.short(),
                limit.short()
            ),
            limits => format!(
                "i giorni di lavoro agile di «{}» sono {}, più di ogni massimo: {}",
                row.name(),
                days.short(),
                limits.iter().map(|limit| limit.short()).collect::<Vec<_>>().join(", ")
            ),
        };
        let finding = Finding::new(&RULE, days.span, message).label("oltre il massimo");
        let place = if limits.len() == 1 { "il massimo è scritto qui" } else { "il primo dei massimi è scritto qui" };
        findings.push(finding.related(first.span, place).remedy());
    }
}

/// The limits of an edition: that of the week, or those of the categories of people.
fn limits(edition: &Edition) -> Vec<Spanned<PeriodDays>> {
    let week = edition.limits.days_per_week.as_ref().map(|days| Spanned::new(weekly(days.value, None), days.span));
    week.into_iter().chain(edition.limits.by_category.iter().map(|limit| limit.days.clone())).collect()
}

/// The days of a row, whichever the period; nothing where it gives none, or a degree.
fn days(row: &AdoptionRow) -> Option<Spanned<PeriodDays>> {
    let Some(days) = &row.days else { return row.period_days.clone() };
    let days_of_week = match days.value {
        Days::Exactly(most) => weekly(most, None),
        Days::Between(from, to) => weekly(from, Some(to)),
        Days::Of(_) => return None,
    };
    Some(Spanned::new(days_of_week, days.span))
}

fn weekly(from: f64, to: Option<f64>) -> PeriodDays {
    PeriodDays { from, to, is_share: false, period: Period::Week }
}

fn is_weekly(days: &PeriodDays) -> bool {
    days.period == Period::Week && !days.is_share
}

fn number(days: &PeriodDays) -> String {
    days.to.map_or(Days::Exactly(days.from), |to| Days::Between(days.from, to)).short()
}
