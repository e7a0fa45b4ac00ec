//! Names with their articles: `lo smart team Linfa`, `nell'area Risorse`, `i servizi A e B`.

use crate::site::context::CEASED;

/// The most names that a sentence lists; more of them are counted.
const MOST: usize = 4;

/// A kind of office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Office {
    Team,
    Service,
    Area,
}

/// What stands before a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    /// `lo smart team`
    Article,
    /// `nell'area`
    In,
    /// `all'area`
    To,
}

/// The name of an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct AreaName<'a> {
    pub(super) name: &'a str,
    /// Whether the organisation no longer has it.
    pub(super) ceased: bool,
}

/// A word with which names of offices begin, the article alone, in `in` and in `a`, and whether it is plural.
struct Unit(&'static str, [&'static str; 3], bool);

/// Names that begin so say already what they are: `il Servizio Tributi`, never `il servizio Servizio Tributi`.
const SERVICES: &[Unit] = &[
    Unit("servizio", ["il ", "nel ", "al "], false),
    Unit("servizi", ["i ", "nei ", "ai "], true),
    Unit("ufficio", ["l'", "nell'", "all'"], false),
    Unit("uffici", ["gli ", "negli ", "agli "], true),
    Unit("settore", ["il ", "nel ", "al "], false),
    Unit("sportello", ["lo ", "nello ", "allo "], false),
    Unit("direzione", ["la ", "nella ", "alla "], false),
];

/// Likewise for areas; `Servizi alla Persona` may well be the name of an area, so that word is not here.
const AREAS: &[Unit] = &[
    Unit("area", ["l'", "nell'", "all'"], false),
    Unit("settore", ["il ", "nel ", "al "], false),
    Unit("dipartimento", ["il ", "nel ", "al "], false),
    Unit("direzione", ["la ", "nella ", "alla "], false),
];

impl Office {
    /// One of them, then several: with the article, in `in` and in `a`; then the word for some of them.
    fn words(self) -> ([&'static str; 3], [&'static str; 3], &'static str) {
        match self {
            Self::Team => (
                ["lo smart team", "nello smart team", "allo smart team"],
                ["gli smart team", "negli smart team", "agli smart team"],
                "smart team",
            ),
            Self::Service => {
                (["il servizio", "nel servizio", "al servizio"], ["i servizi", "nei servizi", "ai servizi"], "servizi")
            }
            Self::Area => (["l'area", "nell'area", "all'area"], ["le aree", "nelle aree", "alle aree"], "aree"),
        }
    }

    fn units(self) -> &'static [Unit] {
        match self {
            Self::Team => &[],
            Self::Service => SERVICES,
            Self::Area => AREAS,
        }
    }

    /// The unit with which a name begins.
    fn unit(self, name: &str) -> Option<&'static Unit> {
        let first = name.split_whitespace().next()?.to_lowercase();
        self.units().iter().find(|unit| unit.0 == first)
    }

    /// Whether the office of this name takes a plural verb.
    pub(super) fn is_plural(self, name: &str) -> bool {
        self.unit(name).is_some_and(|unit| unit.2)
    }
}

/// Offices by their names.
pub(super) fn named(office: Office, before: Before, names: &[&str]) -> String {
    let form = before as usize;
    let (one, several, some) = office.words();
    match names {
        [] => String::new(),
        [name] => {
            let name = one_line(name);
            match office.unit(&name) {
                Some(unit) => format!("{}{name}", unit.1[form]),
                None => format!("{} {name}", one[form]),
            }
        }
        _ if names.len() > MOST => format!("{}{} {some}", ["", "in ", "a "][form], names.len()),
        _ => format!("{} {}", several[form], list(names)),
    }
}

/// The areas by their names; one that is no longer there says so.
pub(super) fn areas(before: Before, areas: &[AreaName<'_>]) -> String {
    let with_remark = |area: &AreaName<'_>| {
        if area.ceased { format!("{} ({CEASED})", area.name) } else { area.name.to_owned() }
    };
    let names: Vec<String> = areas.iter().map(with_remark).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    named(Office::Area, before, &names)
}

/// `A, B e C`; between quotes where a name holds a comma or an `e`, which would be read as one of the list.
fn list(names: &[&str]) -> String {
    let ambiguous = |name: &&str| name.contains([',', ';']) || name.split_whitespace().any(|word| word == "e");
    let quoted = names.iter().any(ambiguous);
    let shown = |name: &&str| if quoted { format!("«{}»", one_line(name)) } else { one_line(name) };
    let mut shown: Vec<String> = names.iter().map(shown).collect();
    let Some(last) = shown.pop() else { return String::new() };
    let and = if last.trim_start_matches('«').to_lowercase().starts_with(['e', 'è', 'é']) { "ed" } else { "e" };
    format!("{} {and} {last}", shown.join(", "))
}

fn one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_takes_its_article() {
        let cases = [
            (Office::Team, Before::Article, "Linfa", "lo smart team Linfa"),
            (Office::Team, Before::Article, "Servizio Tributi", "lo smart team Servizio Tributi"),
            (Office::Service, Before::Article, "Servizio Tributi", "il Servizio Tributi"),
            (Office::Service, Before::Article, "SERVIZIO  TRIBUTI", "il SERVIZIO TRIBUTI"),
            (Office::Service, Before::Article, "Servizi Finanziari", "i Servizi Finanziari"),
            (Office::Service, Before::Article, "Uffici demografici", "gli Uffici demografici"),
            (Office::Service, Before::Article, "Ufficio tecnico", "l'Ufficio tecnico"),
            (Office::Service, Before::Article, "Avvocatura Civica", "il servizio Avvocatura Civica"),
            (Office::Service, Before::Article, "Serviziario", "il servizio Serviziario"),
            (Office::Area, Before::In, "Risorse", "nell'area Risorse"),
            (Office::Area, Before::In, "Area Tecnica", "nell'Area Tecnica"),
            (Office::Area, Before::In, "Settore Tecnico", "nel Settore Tecnico"),
            (Office::Area, Before::In, "Direzione generale", "nella Direzione generale"),
            (Office::Area, Before::To, "Servizi alla Persona", "all'area Servizi alla Persona"),
            (Office::Area, Before::To, "Area Tecnica", "all'Area Tecnica"),
        ];
        for (office, before, name, expected) in cases {
            assert_eq!(named(office, before, &[name]), expected);
        }
    }

    #[test]
    fn several_names_are_listed_and_many_are_counted() {
        assert_eq!(named(Office::Team, Before::Article, &["Linfa", "Nidi"]), "gli smart team Linfa e Nidi");
        assert_eq!(named(Office::Area, Before::In, &["A", "B", "C"]), "nelle aree A, B e C");
        assert_eq!(named(Office::Service, Before::Article, &["Tributi", "Edilizia"]), "i servizi Tributi ed Edilizia");
        let ambiguous = ["Parchi, Rifiuti", "Linfa"];
        assert_eq!(named(Office::Team, Before::Article, &ambiguous), "gli smart team «Parchi, Rifiuti» e «Linfa»");
        let many = ["A", "B", "C", "D", "E"];
        assert_eq!(named(Office::Team, Before::Article, &many), "5 smart team");
        assert_eq!(named(Office::Area, Before::In, &many), "in 5 aree");
        assert_eq!(named(Office::Area, Before::To, &many), "a 5 aree");
        assert_eq!(named(Office::Area, Before::To, &[]), "");
    }

    #[test]
    fn an_area_that_is_gone_says_so() {
        let gone = AreaName { name: "Servizi alla Persona", ceased: true };
        assert_eq!(areas(Before::To, &[gone]), "all'area Servizi alla Persona (non più presente nell'organizzazione)");
    }
}
