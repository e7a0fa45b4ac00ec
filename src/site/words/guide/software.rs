use crate::model::{Edition, fold};
use std::collections::HashSet;

/// How to read the list of the computer programs.
pub(super) fn points(edition: &Edition) -> Vec<String> {
    let words = &edition.model.words;
    let rows = &edition.software.rows;
    let mut points = vec!["Ogni riga è una voce dell'elenco: un programma e lo scopo per cui si usa.".to_owned()];
    let mut names = HashSet::new();
    if rows.iter().any(|software| !names.insert(fold(&software.name.value))) {
        points.push("Lo stesso programma può comparire più volte, con scopi diversi.".to_owned());
    }
    if edition.processes.rows.iter().any(|process| !process.software.is_empty()) {
        points.push(
            words
                .say("La colonna [dei processi] riporta [quelli|processi] che dichiarano di usare il programma.")
                .to_owned(),
        );
    }
    points.extend(super::remarks(rows.iter().map(|software| &software.annotations), &edition.software.marks));
    points
}
