use super::licence::is_known;
use crate::model::{Annex, Edition};

/// What DCAT-AP_IT asks for and the data do not say, in Italian, so that the data page and the office know it.
///
/// An empty list means that the catalogue is complete.
pub fn missing(annex: &Annex, edition: &Edition, base_url: Option<&str>) -> Vec<&'static str> {
    let ente = annex.administration.as_ref();
    let contacts = ente.map(|ente| &ente.contacts);
    let email = contacts.is_some_and(|contacts| contacts.email.is_some() || contacts.certified_email.is_some());
    let wanted = [
        (edition.updated.is_some(), "data dell'ultimo aggiornamento"),
        (ente.is_some_and(|ente| ente.ipa_code.is_some()), "codice IPA dell'ente"),
        (contacts.is_some_and(|contacts| contacts.office.is_some()), "nome dell'ufficio a cui rivolgersi"),
        (email, "indirizzo e-mail dell'ufficio a cui rivolgersi"),
        (base_url.is_some(), "indirizzo da cui il sito è pubblicato"),
        (ente.is_some_and(|ente| is_known(&ente.licence.value)), "licenza riconosciuta, come CC BY 4.0"),
    ];
    wanted.into_iter().filter(|(known, _)| !known).map(|(_, name)| name).collect()
}
