use super::{BargainingSector, BodyKind, Spanned, Text};
use crate::source::Span;

/// The theme that is inside the program: the one of whoever names none.
pub const USUAL_THEME: &str = "istituzionale";

/// Who publishes, where and with which look: `data/ente.yaml`.
#[derive(Debug)]
pub struct Administration {
    /// Where the file begins.
    pub span: Span,
    /// Its full name.
    pub name: Text,
    /// The edition in force: the name of its folder.
    pub current_edition: Text,
    /// Where the site is served from, ending in a slash.
    pub base_url: Option<Text>,
    /// The theme.
    pub theme: Text,
    /// The licence of data and texts.
    pub licence: Text,
    /// A warning shown on every page and sheet.
    pub notice: Option<Text>,
    /// Code in the index of public administrations.
    pub ipa_code: Option<Text>,
    /// Code of the national institute of statistics.
    pub istat_code: Option<Text>,
    /// The union of municipalities it belongs to.
    pub union: Option<Text>,
    /// Postal address.
    pub address: Option<Text>,
    /// Path of the coat of arms, below the root.
    pub coat_of_arms: Option<Text>,
    /// Who answers for the publication.
    pub publication_officer: Option<Text>,
    /// Where the annex stands in Amministrazione Trasparente.
    pub placement: Option<Text>,
    /// How to reach the office.
    pub contacts: Contacts,
    /// Address of the institutional site.
    pub site: Option<Text>,
    /// Address of Amministrazione Trasparente.
    pub transparency: Option<Text>,
    /// Address of the privacy notice.
    pub privacy: Option<Text>,
    /// Address of the legal notes.
    pub legal_notes: Option<Text>,
    /// Address of the accessibility declaration on `AgID`'s platform.
    pub accessibility: Option<Text>,
    /// Where to report an error: an address or an e-mail.
    pub feedback: Option<Text>,
    /// Whether every build makes the PDFs.
    pub pdf: Option<Spanned<bool>>,
    /// Whether every build makes the annex as a Word document.
    pub word: Option<Spanned<bool>>,
    /// What kind of body it is, where that is written.
    pub kind: Option<Spanned<BodyKind>>,
    /// Whose collective agreement applies to its staff.
    pub sector: Option<Spanned<BargainingSector>>,
}

impl Administration {
    /// What kind of body it is: a municipality, where nothing else is written.
    pub fn body_kind(&self) -> BodyKind {
        self.kind.as_ref().map_or_else(BodyKind::default, |kind| kind.value)
    }
}

/// How to reach the office that answers for the annex.
#[derive(Debug, Default)]
pub struct Contacts {
    /// Name of the office.
    pub office: Option<Text>,
    /// E-mail.
    pub email: Option<Text>,
    /// Certified e-mail.
    pub certified_email: Option<Text>,
    /// Telephone.
    pub telephone: Option<Text>,
}
