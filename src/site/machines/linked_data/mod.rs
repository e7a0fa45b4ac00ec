//! What a page says of itself to search engines, in the words of schema.org.
//!
//! Owns which facts each kind of page states. States only what is known, and addresses of the site only where it has one.

mod breadcrumb;
mod dataset;
mod organisation;
mod script;

use crate::model::Administration;
use crate::routes::{Page, Section, Subject};
use crate::site::context::{PageMeta, SiteContext};
use serde_json::{Map, Value, json};

/// The content of the script element that holds the facts of a page, safe in it; nothing where there are none.
pub(in crate::site) fn script(site: &SiteContext<'_>, page: &Page, meta: &PageMeta<'_>) -> Option<String> {
    let facts = facts(site, page, meta);
    (!facts.is_empty()).then(|| script::content(&json!({ "@context": "https://schema.org", "@graph": facts })))
}

fn facts(site: &SiteContext<'_>, page: &Page, meta: &PageMeta<'_>) -> Vec<Value> {
    let context = Context::of(site);
    let Some(edition_context) = site.edition_of(page) else {
        let facts = [context.base.map(|base| website(&context, base)), Some(organisation::whole(&context))];
        return facts.into_iter().flatten().collect();
    };
    let mut facts = vec![breadcrumb::list(&context, edition_context, page, meta)];
    match page.subject {
        Subject::Edition => {
            facts.push(organisation::whole(&context));
            facts.push(dataset::whole(&context, edition_context));
        }
        Subject::Section(Section::Data) => facts.push(dataset::with_parts(&context, edition_context)),
        Subject::Section(section) if section.entry().has_data => {
            facts.extend(dataset::alone(&context, edition_context, section.entry().folder));
        }
        _ => {}
    }
    facts
}

/// What the facts are made from.
struct Context<'a> {
    administration: &'a Administration,
    /// The address of the site, where it has one.
    base: Option<&'a str>,
    /// The address of the coat of arms.
    logo: Option<String>,
}

impl<'a> Context<'a> {
    fn of(site: &'a SiteContext<'_>) -> Self {
        let base = site.base_url;
        let logo = site.coat_of_arms.zip(base).map(|(picture, base)| format!("{base}{}", picture.path()));
        Self { administration: site.administration, base, logo }
    }

    /// The address of something on the site.
    fn address(&self, path: &str) -> Option<String> {
        self.base.map(|base| format!("{base}{path}"))
    }
}

/// The site itself, so that it is listed under its own name.
fn website(context: &Context<'_>, base: &str) -> Value {
    json!({
        "@type": "WebSite",
        "name": format!("Lavoro agile – {}", context.administration.name.value),
        "url": base,
        "inLanguage": "it",
        "publisher": organisation::brief(context),
    })
}

/// Something of a type, with those of its properties that are known.
fn thing<const N: usize>(kind: &str, properties: [(&str, Option<Value>); N]) -> Value {
    let mut known = Map::new();
    known.insert("@type".to_owned(), kind.into());
    known.extend(properties.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    Value::Object(known)
}
