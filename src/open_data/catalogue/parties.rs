use super::Addresses;
use super::node::Node;
use crate::model::Administration;
use serde_json::{Value, json};

/// The vocabulary of the kinds of publishers.
const PUBLISHERS: &str = "http://purl.org/adms/publishertype/";

/// The administration, as who holds and publishes the data.
pub(super) fn agent(ente: &Administration, addresses: &Addresses) -> Value {
    let publisher_type = ente.kind.as_ref().and_then(|kind| kind.value.publisher_type());
    Node::new(addresses.thing("ente"), &["dcatapit:Agent", "foaf:Agent"])
        .maybe("dct:identifier", ente.ipa_code.as_ref().map(|code| Value::from(code.value.as_str())))
        .italian("foaf:name", &ente.name.value)
        .maybe("dct:type", publisher_type.map(|kind| json!({ "@id": format!("{PUBLISHERS}{kind}") })))
        .build()
}

/// The office to write to; nothing where neither its name nor an e-mail is known.
pub(super) fn contact(ente: &Administration, addresses: &Addresses) -> Option<Value> {
    let contacts = &ente.contacts;
    let email = contacts.email.as_ref().or(contacts.certified_email.as_ref());
    if contacts.office.is_none() && email.is_none() {
        return None;
    }
    let name = contacts.office.as_ref().unwrap_or(&ente.name);
    let classes = ["dcatapit:Organization", "vcard:Organization", "vcard:Kind"];
    let mut node = Node::new(addresses.thing("referente"), &classes).italian("vcard:fn", &name.value);
    if let Some(email) = email {
        node = node.link("vcard:hasEmail", &format!("mailto:{}", email.value));
    }
    Some(node.build())
}
