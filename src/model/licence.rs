use super::fold;

/// A licence by which catalogues of data know that data are open.
#[derive(Debug, PartialEq, Eq)]
pub struct Licence {
    /// What it is called, as [`fold()`] leaves it.
    names: &'static [&'static str],
    address: Address,
    /// Its class among the licence types of ADMS.
    pub class: &'static str,
    /// Its short name.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
}

/// Where a licence is; what stands before is the same for all of a kind.
#[derive(Debug, PartialEq, Eq)]
enum Address {
    /// Below the site of Creative Commons.
    CreativeCommons(&'static str),
    /// Below the controlled vocabulary of licences of DCAT-AP_IT, and on the site of Open Data Commons.
    OpenDataCommons(&'static str, &'static str),
    /// Below that vocabulary; no page of its own is certain to remain.
    Vocabulary(&'static str),
}

const VOCABULARY: &str = "https://w3id.org/italia/controlled-vocabulary/licences/";
const OPEN_DATA_COMMONS: &str = "https://opendatacommons.org/licenses/";

const ATTRIBUTION: &str = "http://purl.org/adms/licencetype/Attribution";
const SHARE_ALIKE: &str = "http://purl.org/adms/licencetype/ViralEffect-ShareAlike";
const PUBLIC_DOMAIN: &str = "http://purl.org/adms/licencetype/PublicDomain";

/// The open licences of the controlled vocabulary of DCAT-AP_IT that public bodies use; of one name, the latest first. Any other is known by
/// its name alone.
static KNOWN: [Licence; 14] = [
    Licence {
        names: &[
            "cc by 4 0",
            "cc by 4 0 international",
            "cc by 4 0 internazionale",
            "creative commons attribuzione 4 0",
            "creative commons attribuzione 4 0 internazionale",
            "creative commons attribution 4 0 international",
        ],
        address: Address::CreativeCommons("licenses/by/4.0/"),
        class: ATTRIBUTION,
        name: "CC BY",
        version: "4.0",
    },
    Licence {
        names: &[
            "cc by sa 4 0",
            "cc by sa 4 0 international",
            "cc by sa 4 0 internazionale",
            "creative commons attribuzione condividi allo stesso modo 4 0",
            "creative commons attribuzione condividi allo stesso modo 4 0 internazionale",
            "creative commons attribution sharealike 4 0 international",
        ],
        address: Address::CreativeCommons("licenses/by-sa/4.0/"),
        class: SHARE_ALIKE,
        name: "CC BY-SA",
        version: "4.0",
    },
    Licence {
        names: &["cc0", "cc0 1 0", "cc 0 1 0", "cc0 1 0 universal", "cc0 1 0 universale"],
        address: Address::CreativeCommons("publicdomain/zero/1.0/"),
        class: PUBLIC_DOMAIN,
        name: "CC0",
        version: "1.0",
    },
    Licence {
        names: &["iodl 2 0", "italian open data license 2 0", "italian open data licence 2 0"],
        address: Address::Vocabulary("A29_IODL20"),
        class: ATTRIBUTION,
        name: "IODL",
        version: "2.0",
    },
    Licence {
        names: &["iodl 1 0", "italian open data license 1 0", "italian open data licence 1 0"],
        address: Address::Vocabulary("A39_IODL10"),
        class: SHARE_ALIKE,
        name: "IODL",
        version: "1.0",
    },
    Licence {
        names: &[
            "cc by 3 0",
            "cc by 3 0 unported",
            "creative commons attribuzione 3 0 unported",
            "creative commons attribution 3 0 unported",
        ],
        address: Address::CreativeCommons("licenses/by/3.0/"),
        class: ATTRIBUTION,
        name: "CC BY",
        version: "3.0",
    },
    Licence {
        names: &[
            "cc by 3 0 it",
            "creative commons attribuzione 3 0 italia",
            "creative commons attribuzione italia 3 0",
        ],
        address: Address::CreativeCommons("licenses/by/3.0/it/"),
        class: ATTRIBUTION,
        name: "CC BY",
        version: "3.0 IT",
    },
    Licence {
        names: &[
            "cc by 2 5 it",
            "creative commons attribuzione 2 5 italia",
            "creative commons attribuzione italia 2 5",
        ],
        address: Address::CreativeCommons("licenses/by/2.5/it/"),
        class: ATTRIBUTION,
        name: "CC BY",
        version: "2.5 IT",
    },
    Licence {
        names: &[
            "cc by sa 3 0",
            "cc by sa 3 0 unported",
            "creative commons attribuzione condividi allo stesso modo 3 0 unported",
            "creative commons attribution sharealike 3 0 unported",
        ],
        address: Address::CreativeCommons("licenses/by-sa/3.0/"),
        class: SHARE_ALIKE,
        name: "CC BY-SA",
        version: "3.0",
    },
    Licence {
        names: &["cc by sa 3 0 it", "creative commons attribuzione condividi allo stesso modo 3 0 italia"],
        address: Address::CreativeCommons("licenses/by-sa/3.0/it/"),
        class: SHARE_ALIKE,
        name: "CC BY-SA",
        version: "3.0 IT",
    },
    Licence {
        names: &["cc by sa 2 5 it", "creative commons attribuzione condividi allo stesso modo 2 5 italia"],
        address: Address::CreativeCommons("licenses/by-sa/2.5/it/"),
        class: SHARE_ALIKE,
        name: "CC BY-SA",
        version: "2.5 IT",
    },
    Licence {
        names: &[
            "odc by",
            "odc by 1 0",
            "open data commons attribution license",
            "open data commons attribution license 1 0",
        ],
        address: Address::OpenDataCommons("A210_ODCBY", "by/1-0/"),
        class: ATTRIBUTION,
        name: "ODC-BY",
        version: "1.0",
    },
    Licence {
        names: &[
            "odbl",
            "odbl 1 0",
            "odc odbl",
            "open database license",
            "open database license 1 0",
            "open data commons open database license 1 0",
        ],
        address: Address::OpenDataCommons("A310_ODBL", "odbl/1-0/"),
        class: SHARE_ALIKE,
        name: "ODbL",
        version: "1.0",
    },
    Licence {
        names: &["pddl", "pddl 1 0", "odc pddl", "odc public domain dedication and license"],
        address: Address::OpenDataCommons("A12_PDDL", "pddl/1-0/"),
        class: PUBLIC_DOMAIN,
        name: "PDDL",
        version: "1.0",
    },
];

impl Licence {
    /// Every licence that is known.
    pub fn all() -> &'static [Self] {
        &KNOWN
    }

    /// What it is called, in each way, as [`fold()`] leaves it.
    pub fn names(&self) -> &'static [&'static str] {
        self.names
    }

    /// Its name with its version, as it is usually written.
    pub fn title(&self) -> String {
        format!("{} {}", self.name, self.version)
    }

    /// The licence with this name, in whatever spelling; `None` if it is not a known one.
    pub fn named(name: &str) -> Option<&'static Self> {
        let folded = fold(name);
        KNOWN.iter().find(|licence| licence.names.contains(&folded.as_str()))
    }

    /// The name by which catalogues of data know it: an IRI, which Creative Commons writes with `http`.
    pub fn iri(&self) -> String {
        match self.address {
            Address::CreativeCommons(path) => format!("http://creativecommons.org/{path}"),
            Address::OpenDataCommons(code, _) | Address::Vocabulary(code) => format!("{VOCABULARY}{code}"),
        }
    }

    /// Where it is on the web.
    pub fn address(&self) -> String {
        match self.address {
            Address::CreativeCommons(path) => format!("https://creativecommons.org/{path}"),
            Address::OpenDataCommons(_, path) => format!("{OPEN_DATA_COMMONS}{path}"),
            Address::Vocabulary(_) => self.iri(),
        }
    }

    /// Where it is explained to people, in Italian where it is; `None` where no page is certain to remain.
    pub fn explanation(&self) -> Option<String> {
        match self.address {
            Address::CreativeCommons(path) => Some(format!("https://creativecommons.org/{path}deed.it")),
            Address::OpenDataCommons(..) => Some(self.address()),
            Address::Vocabulary(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_is_known_in_whatever_spelling() {
        let name = |text: &str| Licence::named(text).map(|licence| licence.name);
        for text in ["CC BY 4.0", "cc-by-4.0", "Creative Commons – Attribuzione 4.0 Internazionale"] {
            assert_eq!(name(text), Some("CC BY"), "{text}");
        }
        assert_eq!(name("CC BY-SA 4.0"), Some("CC BY-SA"));
        assert!(Licence::all().iter().all(|licence| Licence::named(&licence.title()) == Some(licence)));
        assert_eq!(name("CC0"), Some("CC0"));
        assert_eq!((name("IODL 2.0"), name("CC BY 3.0 IT"), name("ODbL")), (Some("IODL"), Some("CC BY"), Some("ODbL")));
        for text in ["CC BY", "CC BY 5.0", "CC BY-NC 4.0", ""] {
            assert_eq!(name(text), None, "{text}");
        }
    }

    #[test]
    fn names_are_written_as_they_are_compared() {
        for name in KNOWN.iter().flat_map(|licence| licence.names) {
            assert_eq!(fold(name), *name);
        }
    }

    #[test]
    fn catalogues_know_each_by_an_address() {
        let of = |name: &str| Licence::named(name).map(|licence| (licence.iri(), licence.explanation())).expect(name);
        let (iri, explanation) = of("CC BY 3.0 IT");
        assert_eq!(iri, "http://creativecommons.org/licenses/by/3.0/it/");
        assert_eq!(explanation.as_deref(), Some("https://creativecommons.org/licenses/by/3.0/it/deed.it"));
        let iodl = "https://w3id.org/italia/controlled-vocabulary/licences/A29_IODL20".to_owned();
        assert_eq!(of("IODL 2.0"), (iodl, None));
        assert_eq!(of("ODbL").1.as_deref(), Some("https://opendatacommons.org/licenses/odbl/1-0/"));
    }
}
