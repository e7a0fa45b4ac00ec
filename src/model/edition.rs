use super::{
    Adoption, AnnexModel, Area, Callout, Chapter, Date, Definition, EditionId, EditionVersion, Exclusion,
    ExpectedBehaviour, Indicator, LegalReference, Limits, Process, Seal, Service, SmartTeam, Software, Spanned, Table,
    Text, Training, Waiver, keyword::keywords,
};
use crate::source::Span;

/// One edition of the annex: everything below `data/<edizione>/` and `content/<edizione>/`.
#[derive(Debug)]
pub struct Edition {
    /// The name of its folder.
    pub id: EditionId,
    /// Where `edizione.yaml` begins.
    pub span: Span,
    /// Title of the annex.
    pub title: Text,
    /// Its number among the annexes of the plan, such as `2A`.
    pub annex: Text,
    /// The plan it is annexed to.
    pub plan: Text,
    /// The section of the plan.
    pub section: Text,
    /// Day of the last update; `None` if it is not known.
    pub updated: Option<Spanned<Date>>,
    /// State of approval; `None` if it is not stated.
    pub status: Option<Spanned<Status>>,
    /// Act of approval.
    pub approval: Approval,
    /// The acts that changed the edition after it, in their order.
    pub later_acts: Vec<Approval>,
    /// The file that was approved.
    pub approved_document: Option<ApprovedDocument>,
    /// Day of publication.
    pub published: Option<Spanned<Date>>,
    /// Laws, contracts and acts.
    pub references: Vec<LegalReference>,
    /// What the marks beside the laws and acts mean.
    pub reference_marks: Vec<Callout>,
    /// Limits of the agile day.
    pub limits: Limits,
    /// Code prefixes that belong to no single service; `None` if some of them could not be read.
    pub shared_prefixes: Option<Vec<SharedPrefix>>,
    /// Printed headings that differ from the usual ones.
    pub columns: Vec<Relabel>,
    /// How its annex differs from the usual one.
    pub model: AnnexModel,
    /// The paper of Tavola 1.
    pub sheet: Option<Spanned<PaperSize>>,
    /// The number of the first page of the annex, where it goes on in the plan; 1 without it.
    pub first_page: Option<Spanned<u32>>,
    /// Whether the title page leaves room for the stamp of the register of documents.
    pub stamp: Option<Spanned<bool>>,
    /// Areas.
    pub areas: Table<Area>,
    /// Services.
    pub services: Table<Service>,
    /// Smart teams.
    pub teams: Table<SmartTeam>,
    /// Processes.
    pub processes: Table<Process>,
    /// Computer programs.
    pub software: Table<Software>,
    /// Training plan.
    pub training: Training,
    /// State of adoption.
    pub adoption: Adoption,
    /// Behaviours and skills that are assessed.
    pub expected_behaviours: Table<ExpectedBehaviour>,
    /// The targets of the plan and what came of them.
    pub indicators: Table<Indicator>,
    /// Excluded job profiles.
    pub exclusions: Table<Exclusion>,
    /// Definitions of words, besides those of the program or instead of them.
    pub definitions: Table<Definition>,
    /// Waivers.
    pub waivers: Table<Waiver>,
    /// Its versions, where acts changed it within its year.
    pub versions: Vec<EditionVersion>,
    /// Its seal, where it has one.
    pub seal: Option<Seal>,
    /// Chapters, in their order.
    pub chapters: Vec<Chapter>,
}

/// State of approval of an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// A draft.
    Draft,
    /// Proposed, not yet approved.
    Proposed,
    /// Approved.
    Approved,
}

keywords!(Status { Draft = "bozza", Proposed = "proposta", Approved = "approvata" });

/// The paper on which Tavola 1 is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperSize {
    /// The paper of every other page.
    A4,
    /// Twice as large.
    A3,
}

keywords!(PaperSize { A4 = "A4", A3 = "A3" });

/// The act that approved an edition; each part may be unknown.
#[derive(Debug, Default)]
pub struct Approval {
    /// Body.
    pub body: Option<Text>,
    /// Kind of act.
    pub act: Option<Text>,
    /// Number.
    pub number: Option<Text>,
    /// Day.
    pub date: Option<Spanned<Date>>,
    /// Where it can be read.
    pub url: Option<Text>,
}

/// The file that was approved, published byte for byte.
#[derive(Debug)]
pub struct ApprovedDocument {
    /// Path below the root.
    pub file: Text,
    /// Its SHA-256, in hexadecimal.
    pub sha256: Text,
}

/// A code prefix that belongs to no single service.
#[derive(Debug)]
pub struct SharedPrefix {
    /// The prefix, such as `DIR`.
    pub prefix: Text,
    /// What it means.
    pub meaning: Text,
}

/// A printed heading that differs from the usual one.
#[derive(Debug)]
pub struct Relabel {
    /// The table.
    pub table: Text,
    /// The key of the column.
    pub column: Text,
    /// The heading.
    pub heading: Text,
}

impl Edition {
    /// The order of a chapter behind the others; very large numbers, which only put a chapter at the end, do not count.
    pub fn next_order(&self) -> i64 {
        let orders = self.chapters.iter().map(|chapter| chapter.order.value).filter(|order| *order < 10_000);
        orders.max().unwrap_or(0).max(0) + 1
    }

    /// Whether the organisation has areas, or may have some that could not be read; likewise below.
    pub fn has_areas(&self) -> bool {
        !self.areas.rows.is_empty() || !self.areas.complete
    }

    /// Whether it has services.
    pub fn has_services(&self) -> bool {
        !self.services.rows.is_empty() || !self.services.complete
    }

    /// Whether it has smart teams.
    pub fn has_teams(&self) -> bool {
        !self.teams.rows.is_empty() || !self.teams.complete
    }

    /// The areas that the organisation has today.
    pub fn areas_in_force(&self) -> impl Iterator<Item = &Area> {
        self.areas.rows.iter().filter(|area| area.is_in_force())
    }

    /// The area with this identifier.
    pub fn area(&self, id: &str) -> Option<&Area> {
        self.areas.rows.iter().find(|area| area.id.value == id)
    }

    /// The act of approval, then those that changed the edition.
    pub fn acts(&self) -> impl DoubleEndedIterator<Item = &Approval> {
        std::iter::once(&self.approval).chain(&self.later_acts)
    }

    /// The day of the last act whose day is known.
    pub fn last_act_date(&self) -> Option<&Spanned<Date>> {
        self.acts().rev().find_map(|act| act.date.as_ref())
    }

    /// Whether it may be called approved: it says so, or says nothing and names the act.
    pub fn is_approved(&self) -> bool {
        match &self.status {
            Some(status) => status.value == Status::Approved,
            None => self.acts().any(|act| act.act.is_some() || act.number.is_some() || act.date.is_some()),
        }
    }

    /// The day of the document, where one is stated: of its last update, else of its last act; never today.
    pub fn day(&self) -> Option<Date> {
        self.updated.as_ref().or(self.last_act_date()).map(|date| date.value)
    }

    /// A day for formats that cannot do without one: that of the document, else the first of its first year.
    pub fn nominal_day(&self) -> Date {
        self.day().or_else(|| Date::new(self.id.first_year()?, 1, 1)).unwrap_or(Date::EPOCH)
    }

    /// Until when the edition must stay public: five years from 1 January of the year after its publication (d.lgs. 33/2013, art. 8 c. 3).
    pub fn public_until(&self) -> Option<Date> {
        let published = self.published.as_ref()?;
        Date::new(published.value.year() + 5, 12, 31)
    }
}
