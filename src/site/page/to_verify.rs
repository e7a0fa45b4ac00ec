use super::Composed;
use crate::routes::Section;
use crate::site::component::doubts::{self, Doubts};
use crate::site::context::EditionContext;
use crate::site::context::PageMeta;
use crate::trouble::Trouble;
use serde::Serialize;

/// What is left to verify, with the way to each place.
#[derive(Debug, Serialize)]
struct ToVerifyPage {
    count: usize,
    lists: Vec<Doubts>,
}

pub(super) fn compose<'s>(context: &'s EditionContext<'_>) -> Result<Composed<'s>, Trouble> {
    let page = ToVerifyPage { count: context.edition.doubts(), lists: doubts::all(context) };
    let edition = context.edition;
    let description = format!(
        "I punti del testo pubblicato che chi ha trascritto i dati non ha potuto leggere con certezza: {}, edizione {}.",
        edition.title.value,
        edition.id.as_str()
    );
    let meta = PageMeta::of_section(context, Section::ToVerify, description);
    Ok((meta, Box::new(page), "da-verificare.html"))
}
