use super::{Context, thing};
use crate::site::address;
use crate::site::descriptor::Page;
use crate::site::frame::Frame;
use crate::site::volume::Volume;
use serde_json::{Value, json};

/// The way from the first page of the site to this one, as the page shows it.
pub(super) fn list(context: &Context<'_>, volume: &Volume<'_>, page: &Page, frame: &Frame<'_>) -> Value {
    let edition = volume.edition.id.as_str();
    let home = format!("{edition}/");
    let mut steps = vec![("Pagina iniziale".to_owned(), Some(String::new()))];
    steps.push((format!("Edizione {edition}"), Some(home.clone())));
    let above = |path: &String| format!("{home}{}", address::folder(path));
    steps.extend(frame.trail.iter().map(|step| (step.name.clone(), step.path.as_ref().map(above))));
    let here = address::folder(&page.path);
    if here != home {
        steps.push((frame.title.clone(), Some(here.to_owned())));
    }
    let items = steps.into_iter().enumerate().map(|(number, (name, path))| {
        let address = path.and_then(|path| context.address(&path)).map(Value::from);
        thing("ListItem", [("position", Some(json!(number + 1))), ("name", Some(name.into())), ("item", address)])
    });
    thing("BreadcrumbList", [("itemListElement", Some(items.collect()))])
}
