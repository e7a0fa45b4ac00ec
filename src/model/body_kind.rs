use super::keyword::keywords;

/// What kind of body an administration is: it chooses the words of hints and of the starter folder, and nothing that is checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BodyKind {
    /// A municipality.
    #[default]
    Municipality,
    /// A union of municipalities.
    Union,
    /// A province.
    Province,
    /// A metropolitan city.
    MetropolitanCity,
    /// A region.
    Region,
    /// A university.
    University,
    /// A health agency.
    HealthAgency,
    /// A ministry.
    Ministry,
    /// A national or regional agency.
    Agency,
    /// Any other.
    Other,
}

keywords!(BodyKind {
    Municipality = "comune",
    Union = "unione",
    Province = "provincia",
    MetropolitanCity = "citta-metropolitana",
    Region = "regione",
    University = "universita",
    HealthAgency = "azienda-sanitaria",
    Ministry = "ministero",
    Agency = "agenzia",
    Other = "altro",
});

impl BodyKind {
    /// The organ that usually adopts its plan, as an example; `None` where no organ is usual.
    pub fn usual_organ(self) -> Option<&'static str> {
        match self {
            Self::Municipality => Some("Giunta comunale"),
            Self::Union => Some("Giunta dell'Unione"),
            Self::Province => Some("Presidente della Provincia"),
            Self::MetropolitanCity => Some("Sindaco metropolitano"),
            Self::Region => Some("Giunta regionale"),
            Self::University => Some("Consiglio di amministrazione"),
            Self::HealthAgency => Some("Direttore generale"),
            Self::Ministry => Some("Ministro"),
            Self::Agency | Self::Other => None,
        }
    }

    /// What kind of publisher of data it is, as the ADMS vocabulary calls it; `None` where the kind does not say.
    pub fn publisher_type(self) -> Option<&'static str> {
        match self {
            Self::Municipality | Self::Union | Self::Province | Self::MetropolitanCity => Some("LocalAuthority"),
            Self::Region => Some("RegionalAuthority"),
            Self::Ministry => Some("NationalAuthority"),
            Self::University => Some("Academia-ScientificOrganisation"),
            Self::HealthAgency | Self::Agency | Self::Other => None,
        }
    }

    /// How many digits its code of the national institute of statistics has; `None` where bodies of this kind have none of one form.
    pub fn istat_digits(self) -> Option<usize> {
        match self {
            Self::Municipality => Some(6),
            Self::Province | Self::MetropolitanCity => Some(3),
            Self::Region => Some(2),
            Self::Union | Self::University | Self::HealthAgency | Self::Ministry | Self::Agency | Self::Other => None,
        }
    }

    /// The name of an invented body of this kind.
    pub fn example_name(self) -> &'static str {
        match self {
            Self::Municipality => "Comune di Esempio",
            Self::Union => "Unione di Esempio",
            Self::Province => "Provincia di Esempio",
            Self::MetropolitanCity => "Città metropolitana di Esempio",
            Self::Region => "Regione Esempio",
            Self::University => "Università di Esempio",
            Self::HealthAgency => "Azienda sanitaria di Esempio",
            Self::Ministry => "Ministero di Esempio",
            Self::Agency => "Agenzia di Esempio",
            Self::Other => "Ente di Esempio",
        }
    }

    /// The sector whose agreement applies to every body of this kind; `None` where they differ.
    pub fn sector(self) -> Option<BargainingSector> {
        match self {
            Self::Municipality | Self::Union | Self::Province | Self::MetropolitanCity | Self::Region => {
                Some(BargainingSector::LocalFunctions)
            }
            Self::University => Some(BargainingSector::EducationAndResearch),
            Self::HealthAgency => Some(BargainingSector::Health),
            Self::Ministry => Some(BargainingSector::CentralFunctions),
            Self::Agency | Self::Other => None,
        }
    }
}

/// The sector of public bargaining whose national collective agreement applies to the staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BargainingSector {
    /// Municipalities, provinces, regions.
    LocalFunctions,
    /// Ministries, tax agencies, public bodies.
    CentralFunctions,
    /// The national health service.
    Health,
    /// Schools, universities, research bodies.
    EducationAndResearch,
}

keywords!(BargainingSector {
    LocalFunctions = "funzioni-locali",
    CentralFunctions = "funzioni-centrali",
    Health = "sanita",
    EducationAndResearch = "istruzione-e-ricerca",
});
