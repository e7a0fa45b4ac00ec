use super::{Context, thing};
use crate::routes::{Page, folder};
use crate::site::context::EditionContext;
use crate::site::context::PageMeta;
use serde_json::{Value, json};

/// The way from the first page of the site to this one, as the page shows it.
pub(super) fn list(
    context: &Context<'_>,
    edition_context: &EditionContext<'_>,
    page: &Page,
    meta: &PageMeta<'_>,
) -> Value {
    let edition = edition_context.edition.id.as_str();
    let home = format!("{edition}/");
    let mut steps = vec![("Pagina iniziale".to_owned(), Some(String::new()))];
    steps.push((format!("Edizione {edition}"), Some(home.clone())));
    let above = |path: &String| format!("{home}{}", folder(path.split('#').next().unwrap_or(path)));
    steps.extend(meta.trail.iter().map(|step| (step.name.clone(), step.path.as_ref().map(above))));
    let here = folder(&page.path);
    if here != home {
        steps.push((meta.title.clone(), Some(here.to_owned())));
    }
    let items = steps.into_iter().enumerate().map(|(number, (name, path))| {
        let address = path.and_then(|path| context.address(&path)).map(Value::from);
        thing("ListItem", [("position", Some(json!(number + 1))), ("name", Some(name.into())), ("item", address)])
    });
    thing("BreadcrumbList", [("itemListElement", Some(items.collect()))])
}
