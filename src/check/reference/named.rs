use crate::model::{Edition, Graph, Office, OfficeKind, Table, Text};
use crate::tables;

/// The kinds of record to which references lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Named {
    Area,
    Service,
    Team,
    Program,
    Audience,
}

/// A record to which a reference may lead.
#[derive(Clone, Copy)]
pub(super) struct Target<'a> {
    /// Its identifier; a program may have none.
    pub(super) id: Option<&'a Text>,
    /// Its name.
    pub(super) name: &'a Text,
    /// Its other names.
    pub(super) aliases: &'a [Text],
}

impl<'a> From<Office<'a>> for Target<'a> {
    fn from(office: Office<'a>) -> Self {
        Self { id: Some(office.id), name: office.name, aliases: office.aliases }
    }
}

impl From<tables::Target> for Named {
    fn from(target: tables::Target) -> Self {
        match target {
            tables::Target::Area => Self::Area,
            tables::Target::Service => Self::Service,
            tables::Target::Team => Self::Team,
            tables::Target::Software => Self::Program,
        }
    }
}

impl Named {
    /// `lo smart team`.
    pub(super) fn with_article(self, edition: &Edition) -> &str {
        edition.model.words.say(match self {
            Self::Area => "[l'area]",
            Self::Service => "[il servizio]",
            Self::Team => "[lo smart team]",
            Self::Program => "il programma",
            Self::Audience => "il gruppo di destinatari",
        })
    }

    /// `uno smart team`.
    pub(super) fn one(self, edition: &Edition) -> &str {
        edition.model.words.say(match self {
            Self::Area => "[un'area]",
            Self::Service => "[un servizio]",
            Self::Team => "[uno smart team]",
            Self::Program => "un programma",
            Self::Audience => "un gruppo di destinatari",
        })
    }

    /// `smart team sconosciuto`.
    pub(super) fn unknown(self, edition: &Edition) -> &str {
        edition.model.words.say(match self {
            Self::Area => "[area sconosciuta]",
            Self::Service => "[servizio sconosciuto]",
            Self::Team => "[smart team sconosciuto]",
            Self::Program => "programma sconosciuto",
            Self::Audience => "destinatari sconosciuti",
        })
    }

    /// The file where they are defined.
    pub(super) fn file(self) -> &'static str {
        match self {
            Self::Area | Self::Service => "servizi.yaml",
            Self::Team => "smart-team.yaml",
            Self::Program => "software.yaml",
            Self::Audience => "formazione.yaml",
        }
    }

    /// The records of this kind.
    pub(super) fn targets(self, edition: &Edition) -> Vec<Target<'_>> {
        let offices = |kind| edition.offices(kind).into_iter().map(Target::from).collect();
        match self {
            Self::Area => offices(OfficeKind::Area),
            Self::Service => offices(OfficeKind::Service),
            Self::Team => offices(OfficeKind::Team),
            Self::Program => {
                let rows = edition.software.rows.iter();
                rows.map(|row| Target { id: row.id.as_ref(), name: &row.name, aliases: &[] }).collect()
            }
            Self::Audience => {
                let rows = edition.training.audiences.iter();
                rows.map(|row| Target { id: Some(&row.id), name: &row.name, aliases: &[] }).collect()
            }
        }
    }

    /// Whether there is one with this identifier.
    pub(super) fn is_known(self, edition: &Edition, graph: &Graph<'_>, id: &str) -> bool {
        match self {
            Self::Area => graph.area(id).is_some(),
            Self::Service => graph.service(id).is_some(),
            Self::Team => graph.team(id).is_some(),
            Self::Program => graph.program(id).is_some(),
            Self::Audience => edition.training.audiences.iter().any(|audience| audience.id.value == id),
        }
    }

    /// Whether one with this identifier may stand in a part of its file that could not be read.
    pub(super) fn may_be_unread(self, edition: &Edition, id: &str) -> bool {
        fn may<T>(table: &Table<T>, id: &str) -> bool {
            table.may_hold(id)
        }
        match self {
            Self::Area => may(&edition.areas, id),
            Self::Service => may(&edition.services, id),
            Self::Team => may(&edition.teams, id),
            Self::Program => may(&edition.software, id),
            Self::Audience => may(&edition.training.groups, id),
        }
    }
}
