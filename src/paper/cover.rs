use super::colophon::{self, ColophonLine};
use super::{Materials, sheet};
use crate::model::{self, Date, EditionState, Keyword, Status, Text};
use serde::Serialize;

/// What stands on the frontispiece, and what runs over every page.
#[derive(Debug, Serialize)]
pub(crate) struct Cover<'a> {
    pub(crate) administration: &'a str,
    pub(crate) union: Option<&'a str>,
    pub(crate) plan: &'a str,
    pub(crate) section: &'a str,
    pub(crate) annex: &'a str,
    pub(crate) title: &'a str,
    pub(crate) edition: &'a str,
    /// Head of every page.
    pub(crate) running: String,
    /// The state, while it is not approved.
    pub(crate) state: Option<&'static str>,
    /// Whether it is in force, past or still to come, where that is stated.
    pub(crate) standing: Option<&'static str>,
    pub(crate) notice: Option<&'a str>,
    /// Whether an act approved it: a draft does not say by which it was.
    pub(crate) is_approved: bool,
    pub(crate) approval: Approval<'a>,
    /// The acts that changed it later.
    pub(crate) later_acts: Vec<Approval<'a>>,
    /// The most days of agile work, by category of people: who, and how many.
    pub(crate) limits: Vec<(String, String)>,
    pub(crate) updated: Option<String>,
    pub(crate) licence: &'a str,
    /// What closes the annex: who publishes it, by which acts, under which licence; only what is known.
    pub(crate) colophon: Vec<ColophonLine>,
    /// File of the coat of arms.
    pub(crate) coat_of_arms: Option<String>,
    /// Year, month and day of the document.
    pub(crate) date: (i16, i8, i8),
    /// The number of the first page.
    pub(crate) first_page: u32,
    /// Whether the title page leaves room for the stamp of the register of documents.
    pub(crate) stamp: bool,
    /// The sheet of Tavola 1.
    pub(crate) sheet: &'static str,
    #[serde(skip)]
    pub(crate) day: Date,
}

/// The act of approval; what is not known is dotted on paper.
#[derive(Debug, Serialize)]
pub(crate) struct Approval<'a> {
    pub(crate) act: Option<&'a str>,
    pub(crate) body: Option<&'a str>,
    pub(crate) number: Option<&'a str>,
    pub(crate) date: Option<String>,
}

impl<'a> Cover<'a> {
    pub(crate) fn of(materials: &Materials<'a>) -> Self {
        let (administration, edition) = (materials.administration, materials.edition);
        // PDF/A asks for a day.
        let day = edition.nominal_day();
        Self {
            administration: &administration.name.value,
            union: text(administration.union.as_ref()),
            plan: &edition.plan.value,
            section: &edition.section.value,
            annex: &edition.annex.value,
            title: &edition.title.value,
            edition: edition.id.as_str(),
            running: format!("Allegato {} – {}", edition.annex.value, edition.title.value),
            state: edition
                .status
                .as_ref()
                .map(|status| status.value)
                .filter(|status| *status != Status::Approved)
                .map(Keyword::keyword),
            standing: Some(materials.state).filter(|state| *state != EditionState::Unstated).map(EditionState::label),
            notice: text(administration.notice.as_ref()),
            is_approved: edition.is_approved(),
            approval: Approval::of(&edition.approval),
            later_acts: edition.later_acts.iter().map(Approval::of).collect(),
            limits: edition.told_limits(),
            updated: edition.updated.as_ref().map(|date| date.value.long()),
            licence: &administration.licence.value,
            colophon: colophon::lines(administration, edition),
            coat_of_arms: materials.coat_of_arms.map(super::picture_file),
            date: (day.year(), day.month(), day.day()),
            first_page: edition.first_page.as_ref().map_or(1, |page| page.value.max(1)),
            stamp: edition.stamp.as_ref().is_some_and(|stamp| stamp.value),
            sheet: sheet::of(edition),
            day,
        }
    }
}

impl<'a> Approval<'a> {
    fn of(act: &'a model::Approval) -> Self {
        Self {
            act: text(act.act.as_ref()),
            body: text(act.body.as_ref()),
            number: text(act.number.as_ref()),
            date: act.date.as_ref().map(|date| date.value.of()),
        }
    }
}

fn text(text: Option<&Text>) -> Option<&str> {
    text.map(|text| text.value.as_str())
}
