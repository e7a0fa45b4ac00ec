use super::Addresses;
use super::licence::licence;
use super::node::{Node, date};
use crate::model::{Annex, Edition, Status};
use crate::open_data::{DataTable, File, Format};
use serde_json::{Value, json};

/// One file of a table.
pub(super) fn distribution(
    annex: &Annex,
    edition: &Edition,
    addresses: &Addresses,
    sheet: &DataTable<'_>,
    file: &File,
    format: Format,
) -> Value {
    let address = addresses.file(file.name());
    let terms = annex.administration.as_ref().map(|ente| licence(&ente.licence.value, addresses.thing("licenza")));
    // Each file of a table is named after its own format, so the names differ although two of them are CSV.
    Node::new(addresses.thing(file.name()), &["dcatapit:Distribution", "dcat:Distribution"])
        .italian("dct:title", &format!("{} – {}", sheet.title, format.label()))
        .italian("dct:description", description(format))
        .link("dcat:accessURL", &addresses.page())
        .link("dcat:downloadURL", &address)
        .link(
            "dct:format",
            &format!("http://publications.europa.eu/resource/authority/file-type/{}", format.file_type()),
        )
        .link("dcat:mediaType", &format!("https://www.iana.org/assignments/media-types/{}", format.media_type()))
        .maybe("dct:license", terms)
        .maybe("dcatap:availability", availability(edition).map(|how_long| json!({ "@id": how_long })))
        .maybe("dct:modified", edition.updated.as_ref().map(|day| date(day.value)))
        .with("dcat:byteSize", json!({ "@value": file.size().to_string(), "@type": "xsd:decimal" }))
        .with("spdx:checksum", checksum(&file.sha256))
        .build()
}

/// How long the file is meant to be there: what is approved stays public for years (d.lgs. 33/2013, art. 8), a draft does not. `None` where
/// the state of the edition is not stated.
fn availability(edition: &Edition) -> Option<&'static str> {
    Some(match edition.status.as_ref()?.value {
        Status::Approved => "http://publications.europa.eu/resource/authority/planned-availability/STABLE",
        Status::Draft | Status::Proposed => {
            "http://publications.europa.eu/resource/authority/planned-availability/TEMPORARY"
        }
    })
}

fn description(format: Format) -> &'static str {
    match format {
        Format::Csv => "Valori separati da virgole, UTF-8, secondo RFC 4180.",
        Format::ExcelCsv => "Valori separati da punti e virgola, con le intestazioni in italiano, da aprire con Excel.",
        Format::Json => "Un elenco di oggetti, uno per riga della tabella.",
        Format::Xlsx => "Cartella di lavoro con un foglio e le intestazioni in italiano.",
    }
}

fn checksum(sha256: &str) -> Value {
    json!({
        "@type": "spdx:Checksum",
        "spdx:algorithm": { "@id": "spdx:checksumAlgorithm_sha256" },
        "spdx:checksumValue": { "@value": sha256, "@type": "xsd:hexBinary" }
    })
}
