use super::node::Node;
use crate::model::fold;
use serde_json::Value;

/// A licence that is known by its address.
struct Known {
    names: &'static [&'static str],
    address: &'static str,
    /// Its class among the licence types of ADMS, where there is one for it.
    kind: Option<&'static str>,
    name: &'static str,
    version: &'static str,
}

/// Only licences whose address is certain; any other keeps its own name.
const KNOWN: [Known; 2] = [
    Known {
        names: &[
            "cc by 4 0",
            "cc by 4 0 international",
            "creative commons attribuzione 4 0 internazionale",
            "creative commons attribution 4 0 international",
        ],
        address: "http://creativecommons.org/licenses/by/4.0/",
        kind: Some("http://purl.org/adms/licencetype/Attribution"),
        name: "CC BY",
        version: "4.0",
    },
    Known {
        names: &["cc0", "cc0 1 0", "cc 0 1 0"],
        address: "http://creativecommons.org/publicdomain/zero/1.0/",
        kind: Some("http://purl.org/adms/licencetype/PublicDomain"),
        name: "CC0",
        version: "1.0",
    },
];

fn known(name: &str) -> Option<&'static Known> {
    let folded = fold(name);
    KNOWN.iter().find(|licence| licence.names.contains(&folded.as_str()))
}

/// Whether the licence has an address that programs recognise.
pub(super) fn is_known(name: &str) -> bool {
    known(name).is_some()
}

/// The licence: with its address where it is known, its name alone otherwise.
pub(super) fn licence(name: &str, own: String) -> Value {
    let classes = ["dcatapit:LicenseDocument", "dct:LicenseDocument"];
    match known(name) {
        Some(licence) => Node::new(licence.address.to_owned(), &classes)
            .maybe("dct:type", licence.kind.map(|kind| serde_json::json!({ "@id": kind })))
            .text("foaf:name", licence.name)
            .text("owl:versionInfo", licence.version)
            .build(),
        None => Node::new(own, &classes).text("foaf:name", name).build(),
    }
}
