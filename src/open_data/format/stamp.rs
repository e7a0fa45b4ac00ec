use crate::digest::Sha256;
use crate::model::{Administration, Date, Edition, Keyword, Status};

/// What a workbook says of itself: who made it, of what, on which day.
#[derive(Debug)]
pub(in crate::open_data) struct Stamp {
    /// The administration.
    pub(super) author: String,
    /// The annex and its edition.
    pub(super) subject: String,
    /// The warning and the state of the edition, where there are any.
    pub(super) notice: String,
    /// Year, month and day of the document, so that two builds give the same bytes.
    pub(super) day: (u16, u8, u8),
}

impl Stamp {
    /// The stamp of an edition; the clock has no part in it.
    pub(in crate::open_data) fn new(administration: Option<&Administration>, edition: &Edition) -> Self {
        let status = edition.status.as_ref().map(|status| status.value).filter(|status| *status != Status::Approved);
        let status = status.map(|status| status.keyword().to_uppercase());
        let notice = administration.and_then(|ente| ente.notice.as_ref()).map(|notice| notice.value.clone());
        Self {
            author: administration.map(|ente| ente.name.value.clone()).unwrap_or_default(),
            subject: format!("{} {}", edition.title.value, edition.id.as_str()),
            notice: status.into_iter().chain(notice).collect::<Vec<_>>().join(" – "),
            day: day(edition),
        }
    }

    /// Adds all of it to a fingerprint.
    pub(super) fn add_to(&self, digest: &mut Sha256) {
        let Self { author, subject, notice, day: (year, month, day) } = self;
        for text in [author, subject, notice] {
            digest.update_text(text);
        }
        digest.update(&year.to_le_bytes());
        digest.update(&[*month, *day]);
    }
}

/// The last update, else the approval, else the first day of the edition, else the first of 2000.
fn day(edition: &Edition) -> (u16, u8, u8) {
    let known = edition.updated.as_ref().or(edition.last_act_date()).and_then(|date| parts(date.value));
    known.or_else(|| first_year(edition.id.as_str()).map(|year| (year, 1, 1))).unwrap_or((2000, 1, 1))
}

/// Year, month and day, where Excel's calendar has them: it begins in 1900.
fn parts(date: Date) -> Option<(u16, u8, u8)> {
    let year = u16::try_from(date.year()).ok().filter(|year| *year >= 1900)?;
    Some((year, u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?))
}

fn first_year(id: &str) -> Option<u16> {
    let runs = id.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4);
    runs.filter_map(|run| run.parse().ok()).find(|year| *year >= 1900)
}
