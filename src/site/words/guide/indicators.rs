use crate::model::Outcome;
use crate::site::context::EditionContext;
use crate::tables::INDICATORS;

/// How to read the indicators.
pub(super) fn points(context: &EditionContext<'_>) -> Vec<String> {
    let table = &context.edition.indicators;
    let has = |column| context.columns.shows(&INDICATORS, column);
    let mut points = vec!["Ogni riga è un indicatore, sotto la dimensione a cui appartiene.".to_owned()];
    if has("base") {
        points.push("La base è il valore da cui si parte.".to_owned());
    }
    points.push("L'obiettivo è il valore che il piano si dà per un anno.".to_owned());
    let told = || context.indicators.iter().flat_map(|series| series.years.values());
    if told().any(|year| year.result.is_some()) {
        points.push("Il consuntivo è il valore misurato per un anno concluso.".to_owned());
    }
    if told().any(|year| Outcome::of(year).is_some()) {
        let text = "Se l'obiettivo è raggiunto si dice soltanto dove i valori lo dicono con certezza: il segno dell'obiettivo (≥, ≤) dice da che parte.";
        points.push(text.to_owned());
    }
    if told().flat_map(|year| [year.target, year.result]).flatten().any(|told| told.by.is_some()) {
        points.push("Un valore che viene da un'altra edizione del documento ha accanto il nome di quella.".to_owned());
    }
    points.extend(super::remarks(table.rows.iter().map(|row| &row.annotations), &table.marks));
    points
}
