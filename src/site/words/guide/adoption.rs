use crate::model::Days;
use crate::site::context::EditionContext;
use crate::site::words::total_note;
use crate::tables::ADOPTION;

/// How to read the state of adoption.
pub(super) fn points(context: &EditionContext<'_>) -> Vec<String> {
    let adoption = &context.edition.adoption;
    let rows = &adoption.rows.rows;
    let day = adoption.date.as_ref().map(|date| format!(", {}", date.value.at())).unwrap_or_default();
    let mut points = vec![format!(
        "Ogni riga è un gruppo, con i nomi di allora: quanti dipendenti ha e quanti di loro lavorano in modalità agile{day}."
    )];
    let office =
        if context.edition.has_teams() { context.edition.model.words.say("[lo smart team]") } else { "l'ufficio" };
    if rows.iter().any(|row| !row.continues_in.is_empty()) {
        points.push(format!("«In questa edizione» indica {office} che oggi continua quel gruppo."));
    }
    let days =
        |wanted: fn(&Days) -> bool| rows.iter().any(|row| row.days.as_ref().is_some_and(|days| wanted(&days.value)));
    if days(|days| matches!(days, Days::Between(..))) {
        points
            .push("Due numeri uniti da un trattino nei giorni alla settimana sono il minimo e il massimo.".to_owned());
    }
    let has_weeks = context.columns.shows(&ADOPTION, "giorni_settimana");
    if has_weeks && rows.iter().any(|row| row.short_days().is_none()) {
        points.push("«Non indicato» vuol dire che il testo pubblicato non riporta i giorni alla settimana.".to_owned());
    }
    if total_note::agile(&context.totals).or_else(|| total_note::employees(&context.totals)).is_some() {
        points
            .push("Il totale è quello pubblicato: dove la somma delle righe è un'altra, lo dice una nota.".to_owned());
    }
    points.extend(super::remarks(rows.iter().map(|row| &row.annotations), &adoption.rows.marks));
    points
}
