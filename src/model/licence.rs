use super::fold;

/// A licence that programs know by its address.
#[derive(Debug, PartialEq, Eq)]
pub struct Licence {
    /// What it is called, as [`fold()`] leaves it.
    names: &'static [&'static str],
    /// Where it is below the site of Creative Commons.
    path: &'static str,
    /// Its class among the licence types of ADMS.
    pub class: &'static str,
    /// Its short name.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
}

/// Only licences whose address is certain; any other is known by its name alone.
static KNOWN: [Licence; 3] = [
    Licence {
        names: &[
            "cc by 4 0",
            "cc by 4 0 international",
            "cc by 4 0 internazionale",
            "creative commons attribuzione 4 0",
            "creative commons attribuzione 4 0 internazionale",
            "creative commons attribution 4 0 international",
        ],
        path: "licenses/by/4.0/",
        class: "http://purl.org/adms/licencetype/Attribution",
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
        path: "licenses/by-sa/4.0/",
        class: "http://purl.org/adms/licencetype/ViralEffect-ShareAlike",
        name: "CC BY-SA",
        version: "4.0",
    },
    Licence {
        names: &["cc0", "cc0 1 0", "cc 0 1 0", "cc0 1 0 universal", "cc0 1 0 universale"],
        path: "publicdomain/zero/1.0/",
        class: "http://purl.org/adms/licencetype/PublicDomain",
        name: "CC0",
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

    /// The name by which catalogues of data know it: an IRI, which is written with `http`.
    pub fn iri(&self) -> String {
        format!("http://creativecommons.org/{}", self.path)
    }

    /// Where it is on the web.
    pub fn address(&self) -> String {
        format!("https://creativecommons.org/{}", self.path)
    }

    /// Where it is explained to people, in Italian.
    pub fn explanation(&self) -> String {
        format!("https://creativecommons.org/{}deed.it", self.path)
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
        for text in ["CC BY", "CC BY 3.0", "IODL 2.0", ""] {
            assert_eq!(name(text), None, "{text}");
        }
    }

    #[test]
    fn names_are_written_as_they_are_compared() {
        for name in KNOWN.iter().flat_map(|licence| licence.names) {
            assert_eq!(fold(name), *name);
        }
    }
}
