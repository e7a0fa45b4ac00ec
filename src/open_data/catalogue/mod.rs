//! The DCAT-AP_IT description of the open data, as JSON-LD: only what is known is stated.

mod coverage;
mod distribution;
mod licence;
mod node;
mod parties;

use super::File;
use super::data_table::DataTable;
use super::file::FileKind;
use super::pretty;
use crate::model::{Annex, Edition};
use crate::trouble::Trouble;
use coverage::{keywords, place, time};
use distribution::distribution;
use licence::licence;
use node::{Node, date};
use parties::{agent, contact};
use serde_json::{Value, json};

const THEMES: &str = "http://publications.europa.eu/resource/authority/data-theme";
const THEME: &str = "http://publications.europa.eu/resource/authority/data-theme/GOVE";
const FREQUENCY: &str = "http://publications.europa.eu/resource/authority/frequency/ANNUAL";
const LANGUAGE: &str = "http://publications.europa.eu/resource/authority/language/ITA";

/// The bytes of `catalogo.jsonld`, which describes the files that stand beside it.
pub(super) fn bytes(
    annex: &Annex,
    edition: &Edition,
    base_url: Option<&str>,
    sheets: &[DataTable<'_>],
    files: &[File],
) -> Result<Vec<u8>, Trouble> {
    let addresses = Addresses::new(base_url, edition);
    let datasets = sheets.iter().map(|sheet| dataset(annex, edition, &addresses, sheet, files)).collect();
    let catalogue = catalogue(annex, edition, &addresses, datasets);
    let mut document = serde_json::Map::from_iter([("@context".to_owned(), context())]);
    if let Value::Object(catalogue) = catalogue {
        document.extend(catalogue);
    }
    pretty(&document, "il catalogo dei dati aperti")
}

/// How the catalogue names things: in full where the address of the site is known, from its own folder otherwise.
struct Addresses {
    folder: String,
}

impl Addresses {
    fn new(base_url: Option<&str>, edition: &Edition) -> Self {
        let base = base_url.map(|base| base.trim_end_matches('/'));
        Self { folder: base.map_or_else(String::new, |base| format!("{base}/{}/dati/", edition.id.as_str())) }
    }

    /// A file beside the catalogue.
    fn file(&self, name: &str) -> String {
        format!("{}{name}", self.folder)
    }

    /// The page that lists the files: its folder where the site has an address, its file otherwise.
    fn page(&self) -> String {
        if self.folder.is_empty() { "index.html".to_owned() } else { self.folder.clone() }
    }

    /// The same page, said to be one.
    fn document(&self) -> Value {
        json!({ "@id": self.page(), "@type": "foaf:Document" })
    }

    /// Something that only the catalogue speaks of.
    fn thing(&self, name: &str) -> String {
        let document = if self.folder.is_empty() { String::new() } else { self.file("catalogo.jsonld") };
        format!("{document}#{name}")
    }
}

fn context() -> Value {
    json!({
        "adms": "http://www.w3.org/ns/adms#",
        "dcatap": "http://data.europa.eu/r5r/",
        "dcat": "http://www.w3.org/ns/dcat#",
        "dcatapit": "http://dati.gov.it/onto/dcatapit#",
        "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "owl": "http://www.w3.org/2002/07/owl#",
        "spdx": "http://spdx.org/rdf/terms#",
        "vcard": "http://www.w3.org/2006/vcard/ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#"
    })
}

fn catalogue(annex: &Annex, edition: &Edition, addresses: &Addresses, datasets: Vec<Value>) -> Value {
    let ente = annex.administration.as_ref();
    let (title, plan) = (&edition.title.value, &edition.plan.value);
    Node::new(addresses.thing("catalogo"), &["dcatapit:Catalog", "dcat:Catalog"])
        .italian("dct:title", &format!("{title} {}: dati aperti", edition.id.as_str()))
        .italian("dct:description", &with_notice(annex, &format!("Le tabelle dell'allegato «{title}» al {plan}.")))
        .maybe("dct:publisher", ente.map(|ente| agent(ente, addresses)))
        .maybe("dct:modified", edition.updated.as_ref().map(|day| date(day.value)))
        .maybe("dct:issued", edition.published.as_ref().map(|day| date(day.value)))
        .with("foaf:homepage", addresses.document())
        .link("dct:language", LANGUAGE)
        .link("dcat:themeTaxonomy", THEMES)
        .maybe("dct:license", ente.map(|ente| licence(&ente.licence.value, addresses.thing("licenza"))))
        .maybe("dct:spatial", ente.and_then(place))
        .with("dcat:dataset", Value::Array(datasets))
        .build()
}

fn dataset(annex: &Annex, edition: &Edition, addresses: &Addresses, sheet: &DataTable<'_>, files: &[File]) -> Value {
    let ente = annex.administration.as_ref();
    let local = format!("lavoro-agile-{}-{}", edition.id.as_str(), sheet.name);
    let identifier = match ente.and_then(|ente| ente.ipa_code.as_ref()) {
        Some(code) => format!("{}:{local}", code.value),
        None => local,
    };
    let distributions = files.iter().filter(|file| file.table == sheet.name).filter_map(|file| match file.kind {
        FileKind::Table(format) => Some(distribution(annex, edition, addresses, sheet, file, format)),
        FileKind::DataPackage | FileKind::Catalogue | FileKind::Bundle => None,
    });
    Node::new(addresses.thing(sheet.name), &["dcatapit:Dataset", "dcat:Dataset"])
        .text("dct:identifier", &identifier)
        .italian("dct:title", &format!("{} – {} {}", sheet.title, edition.title.value, edition.id.as_str()))
        .italian("dct:description", &with_notice(annex, &sheet.description))
        .maybe("dct:modified", edition.updated.as_ref().map(|day| date(day.value)))
        .maybe("dct:issued", edition.published.as_ref().map(|day| date(day.value)))
        .link("dcat:theme", THEME)
        .with("dcat:keyword", keywords(sheet))
        .maybe("dct:temporal", time(edition, sheet))
        .maybe("dct:spatial", ente.and_then(place))
        .maybe("dct:rightsHolder", ente.map(|ente| agent(ente, addresses)))
        .maybe("dct:publisher", ente.map(|ente| agent(ente, addresses)))
        .maybe("dcat:contactPoint", ente.and_then(|ente| contact(ente, addresses)))
        .link("dct:accrualPeriodicity", FREQUENCY)
        .link("dct:language", LANGUAGE)
        .with("dcat:landingPage", addresses.document())
        .with("dcat:distribution", Value::Array(distributions.collect()))
        .build()
}

/// A description, followed by the warning that stands on every page.
fn with_notice(annex: &Annex, description: &str) -> String {
    match annex.administration.as_ref().and_then(|ente| ente.notice.as_ref()) {
        Some(notice) => format!("{description} {}", notice.value),
        None => description.to_owned(),
    }
}
