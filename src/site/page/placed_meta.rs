use crate::routes::{Page, folder};
use crate::site::context::{EditionContext, PageMeta, SiteContext, feedback_address};
use crate::site::machines::linked_data;
use crate::site::words::description;
use serde::Serialize;
use tera::Value;

/// What stands around a page, with what depends on where the page stands.
#[derive(Debug, Serialize)]
pub(in crate::site) struct PlacedMeta<'a> {
    #[serde(flatten)]
    meta: PageMeta<'a>,
    /// Title of the window, unique in the site.
    window: String,
    /// Where the site is served from, where that is known.
    base: Option<&'a str>,
    /// The absolute address, where one is known.
    canonical: Option<String>,
    /// Where an error on the page is reported, where there is somewhere.
    feedback: Option<String>,
    /// What the page says of itself to search engines, safe in a script element.
    linked_data: Option<Value>,
}

impl<'a> PlacedMeta<'a> {
    /// What stands around this page; `alone` if the page is a file that needs no other.
    pub(super) fn of(site: &'a SiteContext<'_>, page: &Page, mut meta: PageMeta<'a>, alone: bool) -> Self {
        let context = site.edition_of(page);
        let administration = &site.administration.name.value;
        let edition = context.map(|context| context.edition.id.as_str());
        meta.description = description::complete(&meta.description, edition, administration);
        let window = match context {
            Some(context) if alone => window_alone(context, administration),
            Some(context) => window(&meta.title, context, administration),
            None => format!("{} – {administration}", meta.title),
        };
        let linked_data = site.asked.linked_data.then(|| linked_data::script(site, page, &meta)).flatten();
        let canonical = site.base_url.map(|base| format!("{base}{}", folder(&page.path)));
        Self {
            feedback: feedback_address(site.administration, &window, canonical.as_deref()),
            linked_data: linked_data.map(|script| Value::safe_string(&script)),
            base: site.base_url,
            meta,
            window,
            canonical,
        }
    }
}

/// Title of the window of the whole annex, where it stands alone.
fn window_alone(context: &EditionContext<'_>, administration: &str) -> String {
    let edition = context.edition;
    format!("{}, edizione {} – {administration}", edition.title.value, edition.id.as_str())
}

fn window(title: &str, context: &EditionContext<'_>, administration: &str) -> String {
    let edition = context.edition;
    format!("{title} – {} {} – {administration}", edition.title.value, edition.id.as_str())
}
