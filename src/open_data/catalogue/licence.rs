use super::node::Node;
use crate::model::Licence;
use serde_json::{Value, json};

/// The licence: with its address if it is known by one, its name alone otherwise.
pub(super) fn licence(name: &str, own: String) -> Value {
    let classes = ["dcatapit:LicenseDocument", "dct:LicenseDocument"];
    match Licence::named(name) {
        Some(licence) => Node::new(licence.iri(), &classes)
            .maybe("dct:type", Some(json!({ "@id": licence.class })))
            .text("foaf:name", licence.name)
            .text("owl:versionInfo", licence.version)
            .build(),
        None => Node::new(own, &classes).text("foaf:name", name).build(),
    }
}
