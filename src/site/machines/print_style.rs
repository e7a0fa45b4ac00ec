use crate::model::{Administration, Edition};
use crate::output::Output;
use crate::routes::PrintPage;
use crate::site::address::css_text;

/// The sheets on which the pages of an edition are printed: their size, and what stands above and below each.
pub(in crate::site) fn rules(administration: &Administration, edition: &Edition) -> String {
    let title = css_text(&format!("{} – {} – {}", administration.name.value, edition.title.value, edition.id.as_str()));
    format!(
        "@page {{ size: A4; margin: 18mm 12mm 16mm; @top-left {{ content: \"{title}\"; font: 8pt sans-serif; }} \
         @bottom-right {{ content: \"Pagina \" counter(page) \" di \" counter(pages); font: 8pt sans-serif; }} }}\n\
         @page tavola {{ size: A4 landscape; }}\n"
    )
}

/// The same as a file: no page has a style of its own.
pub(in crate::site) fn style(administration: &Administration, edition: &Edition) -> Output {
    Output::new(format!("{}/{}", edition.id.as_str(), PrintPage::style_path()), rules(administration, edition))
}
