//! The whole annex as one file that needs no other: its style is inside, its picture too, and it leads to no page of the site.

use super::Site;
use super::machines::print_style;
use crate::routes::PrintPage;
use crate::trouble::Trouble;

impl Site<'_> {
    /// The whole annex of an edition in one file that needs no other; `None` if the theme renders no page for print.
    ///
    /// # Errors
    ///
    /// When a template of the theme asks for something that is not there.
    pub fn render_alone(&self, edition: &str) -> Result<Option<String>, Trouble> {
        let path = format!("{edition}/{}", PrintPage::Annex.page_path());
        let Some(page) = self.pages.iter().find(|page| page.path == path) else { return Ok(None) };
        let prepared = self.prepared(page, true)?;
        let (mut values, template) = (self.values(&prepared)?, prepared.template);
        values.insert_value("emblem", self.inline_emblem());
        let sheet = page.edition.and_then(|number| self.context.editions.get(number));
        let sheet = sheet.map(|context| print_style::rules(self.context.administration, context.edition));
        self.theme.insert_style(&mut values, &sheet.unwrap_or_default());
        self.theme.render(template, &values, self.pages_in_all).map(Some)
    }
}
