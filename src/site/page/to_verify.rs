use super::Composed;
use crate::site::doubts::{self, Doubts};
use crate::site::frame::Frame;
use crate::site::value;
use crate::site::volume::Volume;
use crate::trouble::Trouble;
use serde::Serialize;

/// What is left to verify, with the way to each place.
#[derive(Debug, Serialize)]
struct ToVerifyPage {
    count: usize,
    lists: Vec<Doubts>,
}

pub(super) fn compose<'s>(volume: &'s Volume<'_>) -> Result<Composed<'s>, Trouble> {
    let page = ToVerifyPage { count: volume.doubts, lists: doubts::all(volume) };
    let edition = volume.edition;
    let frame = Frame {
        title: "Da verificare".to_owned(),
        description: format!(
            "I punti del testo pubblicato che chi ha trascritto i dati non ha potuto leggere con certezza: {}, edizione {}.",
            edition.title.value,
            edition.id.as_str()
        ),
        section: "da-verificare",
        is_section: true,
        ..Frame::default()
    };
    Ok((frame, value(&page)?, "da-verificare.html"))
}
