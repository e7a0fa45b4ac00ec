use crate::model::Edition;

/// How to read the training plan.
pub(super) fn points(edition: &Edition) -> Vec<String> {
    let training = &edition.training;
    let mut points = vec![
        "Ogni riga è un modulo formativo; le righe su fondo colorato danno il nome al gruppo di moduli che segue."
            .to_owned(),
        "Ogni colonna è un gruppo di destinatari: una lettera all'incrocio riguarda quel modulo per quei destinatari."
            .to_owned(),
    ];
    let (known, unknown): (Vec<_>, Vec<_>) = training.legend.iter().partition(|entry| entry.meaning.is_some());
    if !known.is_empty() {
        points.push("Il significato delle lettere è sotto la tavola.".to_owned());
    }
    match unknown.as_slice() {
        [] => {}
        [letter] => {
            points.push(format!("Il testo pubblicato non spiega che cosa significa la lettera {}.", letter.mark.value));
        }
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(|letter| letter.mark.value.as_str()).collect();
            let letters = format!("{} e {}", first.join(", "), last.mark.value);
            points.push(format!("Il testo pubblicato non spiega che cosa significano le lettere {letters}."));
        }
    }
    let modules = || training.groups.rows.iter().flat_map(|group| &group.modules);
    if modules().any(|module| module.cells.len() < training.audiences.len()) {
        points.push("Una cella vuota è vuota anche nel testo pubblicato.".to_owned());
    }
    let modules = modules().map(|module| &module.annotations);
    let groups = training.groups.rows.iter().map(|group| &group.annotations);
    let audiences = training.audiences.iter().map(|audience| &audience.annotations);
    points.extend(super::remarks(modules.chain(groups).chain(audiences), &training.groups.marks));
    points
}
