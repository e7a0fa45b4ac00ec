use super::{DocumentFault, Point, PointStatus};
use crate::model::{Administration, Edition};

/// Where what is published goes, as far as the data say it.
pub(super) fn points(administration: &Administration, edition: &Edition, faults: &[DocumentFault]) -> Vec<Point> {
    vec![transparency(administration, edition), portal(edition, faults)]
}

/// The section of the site of the administration.
fn transparency(administration: &Administration, edition: &Edition) -> Point {
    const NAME: &str = "Amministrazione Trasparente";
    let (section, address) = (&administration.placement, &administration.transparency);
    let what = format!("che cosa: l'allegato {}, con le tavole e i dati aperti", edition.annex.value);
    let mut details = vec![format!("{what}; li riunisce in un archivio `piao confeziona`")];
    details.extend(address.as_ref().map(|address| format!("indirizzo: {}", address.value)));
    let keys = [(section.is_none(), "`collocazione_at`"), (address.is_none(), "`amministrazione_trasparente`")];
    let absent: Vec<&str> = keys.iter().filter(|(absent, _)| *absent).map(|(_, key)| *key).collect();
    let place = section.as_ref().map_or("sezione non indicata", |section| section.value.as_str());
    if absent.is_empty() {
        return Point::new(PointStatus::Done, NAME, place).details(details);
    }
    let verb = if absent.len() == 1 { "manca" } else { "mancano" };
    let state = format!("{place}: in data/ente.yaml {verb} {}", absent.join(" e "));
    let keys = [(section.is_none(), "collocazione_at"), (address.is_none(), "amministrazione_trasparente")];
    let asks = keys.into_iter().filter(|(absent, _)| *absent).map(|(_, key)| ("ente", key));
    Point::new(PointStatus::Information, NAME, state).details(details).asks(asks)
}

/// The national portal. Whether the plan is there is not in the data.
fn portal(edition: &Edition, faults: &[DocumentFault]) -> Point {
    let state = format!(
        "l'allegato {} vi si pubblica con il piano di cui è parte, «{}» (D.M. 132/2022, art. 13); se è già stato fatto, i dati non lo dicono",
        edition.annex.value, edition.plan.value
    );
    let usable = !faults.iter().any(|fault| fault.edition == edition.id.as_str());
    let document = match &edition.approved_document {
        Some(document) if usable => format!("documento da caricare: `{}`, quello approvato", document.file.value),
        Some(_) => "documento da caricare: quello approvato, quando il suo punto qui sopra sarà a posto".to_owned(),
        None => "documento da caricare: quello approvato, che i dati non indicano".to_owned(),
    };
    Point::new(PointStatus::Information, "Portale PIAO", state).details(vec![document])
}
