//! What header and footer of the pages show of the administration: made once for the site.

use super::edition_shared::band;
use crate::model::{Administration, Annex, EditionState, Licence, Text};
use crate::site::address;
use crate::site::view::Day;
use serde::Serialize;

/// What every page shows of the administration.
#[derive(Debug, Serialize)]
pub(in crate::site) struct SiteShared<'a> {
    name: &'a str,
    union: Option<&'a str>,
    address: Option<&'a str>,
    notice: Option<&'a str>,
    licence: &'a str,
    licence_address: Option<String>,
    home: Option<String>,
    transparency: Option<String>,
    placement: Option<&'a str>,
    officer: Option<&'a str>,
    contacts: Vec<Contact<'a>>,
    duties: Vec<Address>,
    /// The office that answers for the document.
    office: Option<&'a str>,
    /// The edition to which readers of the others are led, where there is one: the current one, or the one in force while that is a draft.
    leading: Option<&'a str>,
    /// How it is called: in force only if it is approved.
    adjective: &'static str,
    /// What is printed across the pages that belong to no edition, while the current one is a draft or a proposal.
    band: Option<&'static str>,
    /// The last update of the current edition.
    updated: Option<Day>,
}

/// A way to reach the office.
#[derive(Debug, Serialize)]
struct Contact<'a> {
    label: &'static str,
    text: &'a str,
    address: Option<String>,
}

/// A page of somebody else.
#[derive(Debug, Serialize)]
struct Address {
    name: &'static str,
    address: String,
}

impl<'a> SiteShared<'a> {
    /// What the pages show of this administration.
    pub(in crate::site) fn of(administration: &'a Administration, annex: &'a Annex) -> Self {
        let (current, leading) = (annex.current(), annex.leading());
        let contacts = &administration.contacts;
        let contact = |label, text: &'a Option<Text>, address: fn(&str) -> Option<String>| {
            text.as_ref().map(|text| Contact { label, text: text.value.as_str(), address: address(&text.value) })
        };
        let link = |name, text: &Option<Text>, address: fn(&str) -> Option<String>| {
            text.as_ref().and_then(|text| address(&text.value)).map(|address| Address { name, address })
        };
        let duties = [
            link("Privacy", &administration.privacy, address::web),
            link("Note legali", &administration.legal_notes, address::web),
            link("Dichiarazione di accessibilità", &administration.accessibility, address::web),
        ];
        let contacts = [
            contact("Ufficio", &contacts.office, |_| None),
            contact("E-mail", &contacts.email, address::email),
            contact("PEC", &contacts.certified_email, address::email),
            contact("Telefono", &contacts.telephone, telephone),
        ];
        Self {
            name: &administration.name.value,
            union: value(administration.union.as_ref()),
            address: value(administration.address.as_ref()),
            notice: value(administration.notice.as_ref()),
            licence: &administration.licence.value,
            licence_address: Licence::named(&administration.licence.value).and_then(Licence::explanation),
            home: administration.site.as_ref().and_then(|site| address::web(&site.value)),
            transparency: administration.transparency.as_ref().and_then(|page| address::web(&page.value)),
            placement: value(administration.placement.as_ref()),
            officer: value(administration.publication_officer.as_ref()),
            contacts: contacts.into_iter().flatten().collect(),
            duties: duties.into_iter().flatten().collect(),
            office: value(administration.contacts.office.as_ref()),
            leading: leading.map(|edition| edition.id.as_str()),
            adjective: leading.map_or("corrente", |edition| EditionState::of(edition, annex).adjective()),
            band: current.and_then(|edition| band(edition.status.as_ref()?.value)),
            updated: current.and_then(|edition| edition.updated.as_ref()).map(|date| date.value.into()),
        }
    }
}

fn value(text: Option<&Text>) -> Option<&str> {
    text.map(|text| text.value.as_str())
}

fn telephone(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    let plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '.' | '/' | '(' | ')'));
    (plain && digits.len() >= 3).then(|| format!("tel:{digits}"))
}
