use crate::model::BargainingSector;

/// What a meaning of the program rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::site) enum Basis {
    /// A law, as it is cited.
    Law(&'static str),
    /// The national collective agreement of the sector to which the administration belongs.
    Agreement,
}

impl Basis {
    /// How it is cited to the readers of a body of this sector; `None` if it cannot be known which agreement is theirs.
    pub(super) fn cited(self, sector: Option<BargainingSector>) -> Option<&'static str> {
        match self {
            Self::Law(law) => Some(law),
            Self::Agreement => sector.map(agreement),
        }
    }
}

/// The agreement of 2019-2021, which first regulated agile work in every sector.
fn agreement(sector: BargainingSector) -> &'static str {
    match sector {
        BargainingSector::LocalFunctions => {
            "Contratto collettivo nazionale di lavoro del comparto Funzioni locali, 16 novembre 2022"
        }
        BargainingSector::CentralFunctions => {
            "Contratto collettivo nazionale di lavoro del comparto Funzioni centrali, 9 maggio 2022"
        }
        BargainingSector::Health => "Contratto collettivo nazionale di lavoro del comparto Sanità, 2 novembre 2022",
        BargainingSector::EducationAndResearch => {
            "Contratto collettivo nazionale di lavoro del comparto Istruzione e ricerca, 18 gennaio 2024"
        }
    }
}
