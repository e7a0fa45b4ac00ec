use super::{Context, thing};
use crate::model::Text;
use crate::site::address;
use serde_json::Value;

/// Who publishes, by name and address: for the facts that only refer to it.
pub(super) fn brief(context: &Context<'_>) -> Value {
    let name = Some(Value::from(context.administration.name.value.as_str()));
    thing("GovernmentOrganization", [("@id", id(context)), ("name", name), ("url", own_site(context))])
}

/// Who publishes, with all that is known of it.
pub(super) fn whole(context: &Context<'_>) -> Value {
    let administration = context.administration;
    let codes = [("Codice IPA", &administration.ipa_code), ("Codice ISTAT", &administration.istat_code)];
    let codes: Vec<Value> = codes.into_iter().filter_map(|(name, code)| property(name, code.as_ref()?)).collect();
    let union = administration.union.as_ref();
    let union = union.map(|union| thing("GovernmentOrganization", [("name", text(Some(union)))]));
    thing(
        "GovernmentOrganization",
        [
            ("@id", id(context)),
            ("name", text(Some(&administration.name))),
            ("url", own_site(context)),
            ("logo", context.logo.clone().map(Value::from)),
            ("identifier", (!codes.is_empty()).then(|| codes.into())),
            ("address", text(administration.address.as_ref())),
            ("memberOf", union),
            ("contactPoint", contact(context)),
        ],
    )
}

/// By what the facts of all pages know that they speak of the same administration.
fn id(context: &Context<'_>) -> Option<Value> {
    context.address("#ente").map(Value::from)
}

/// The address of its institutional site.
fn own_site(context: &Context<'_>) -> Option<Value> {
    let site = context.administration.site.as_ref().filter(|_| context.base.is_some())?;
    address::web(&site.value).map(Value::from)
}

fn property(name: &str, code: &Text) -> Option<Value> {
    let value = text(Some(code))?;
    Some(thing("PropertyValue", [("propertyID", Some(name.into())), ("value", Some(value))]))
}

/// The office to turn to; nothing where there is no way to reach it.
fn contact(context: &Context<'_>) -> Option<Value> {
    let contacts = &context.administration.contacts;
    let mail = contacts.email.as_ref().or(contacts.certified_email.as_ref());
    if mail.is_none() && contacts.telephone.is_none() {
        return None;
    }
    let properties = [
        ("contactType", text(contacts.office.as_ref())),
        ("email", text(mail)),
        ("telephone", text(contacts.telephone.as_ref())),
    ];
    Some(thing("ContactPoint", properties))
}

fn text(text: Option<&Text>) -> Option<Value> {
    text.map(|text| Value::from(text.value.as_str()))
}
