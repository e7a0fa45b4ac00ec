//! Names with their articles: `lo smart team Linfa`, `nell'area Risorse`, `i servizi A e B`.

use crate::model::{Before, Concept, NounForm, Number, Words};
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
    fn concept(self) -> Concept {
        match self {
            Self::Team => Concept::Team,
            Self::Service => Concept::Service,
            Self::Area => Concept::Area,
        }
    }

    /// The administration's own word, in the form with which a name begins.
    fn own_word<'w>(self, words: &'w Words, name: &str) -> Option<(&'w NounForm, Number)> {
        let noun = words.own(self.concept())?;
        let forms = [Number::Many, Number::One].map(|number| (noun.form(number), number));
        let mut found = forms.into_iter().filter(|(form, _)| form.begins(name));
        found.next().map(|first| found.next().unwrap_or(first))
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
    pub(super) fn is_plural(self, words: &Words, name: &str) -> bool {
        let own = self.own_word(words, name).map(|(_, number)| number == Number::Many);
        own.unwrap_or_else(|| self.unit(name).is_some_and(|unit| unit.2))
    }
}

/// Offices by their names.
pub(super) fn named(words: &Words, office: Office, before: Before, names: &[&str]) -> String {
    let form = |number| words.noun(office.concept()).map(|noun| noun.form(number).after(before)).unwrap_or_default();
    let (column, preposition) = match before {
        Before::In => (1, "in "),
        Before::To => (2, "a "),
        _ => (0, ""),
    };
    match names {
        [] => String::new(),
        [name] => {
            let name = one_line(name);
            match (office.own_word(words, &name), office.unit(&name)) {
                (Some((own, _)), _) => own.before_name(before, &name),
                (None, Some(unit)) => format!("{}{name}", unit.1[column]),
                (None, None) => format!("{} {name}", form(Number::One)),
            }
        }
        _ if names.len() <= MOST && names.iter().any(|name| office.own_word(words, name).is_some()) => {
            // `l'Ufficio tecnico e l'Ufficio Tributi`, never `gli Uffici Ufficio tecnico e Tributi`.
            let each: Vec<String> = names.iter().map(|name| named(words, office, before, &[name])).collect();
            let (last, first) = each.split_last().map_or(("", &[][..]), |(last, first)| (last.as_str(), first));
            format!("{} e {last}", first.join(", "))
        }
        _ if names.len() > MOST => format!("{preposition}{}", words.count(names.len() as u64, office.concept())),
        _ => format!("{} {}", form(Number::Many), list(names)),
    }
}

/// The areas by their names; one that is no longer there says so.
pub(super) fn areas(words: &Words, before: Before, areas: &[AreaName<'_>]) -> String {
    let with_remark = |area: &AreaName<'_>| {
        if area.ceased { format!("{} ({CEASED})", area.name) } else { area.name.to_owned() }
    };
    let names: Vec<String> = areas.iter().map(with_remark).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    named(words, Office::Area, before, &names)
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
    use crate::model::Noun;

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
            assert_eq!(named(&Words::default(), office, before, &[name]), expected);
        }
    }

    #[test]
    fn several_names_are_listed_and_many_are_counted() {
        assert_eq!(
            named(&Words::default(), Office::Team, Before::Article, &["Linfa", "Nidi"]),
            "gli smart team Linfa e Nidi"
        );
        assert_eq!(named(&Words::default(), Office::Area, Before::In, &["A", "B", "C"]), "nelle aree A, B e C");
        assert_eq!(
            named(&Words::default(), Office::Service, Before::Article, &["Tributi", "Edilizia"]),
            "i servizi Tributi ed Edilizia"
        );
        let ambiguous = ["Parchi, Rifiuti", "Linfa"];
        assert_eq!(
            named(&Words::default(), Office::Team, Before::Article, &ambiguous),
            "gli smart team «Parchi, Rifiuti» e «Linfa»"
        );
        let many = ["A", "B", "C", "D", "E"];
        assert_eq!(named(&Words::default(), Office::Team, Before::Article, &many), "5 smart team");
        assert_eq!(named(&Words::default(), Office::Area, Before::In, &many), "in 5 aree");
        assert_eq!(named(&Words::default(), Office::Area, Before::To, &many), "a 5 aree");
        assert_eq!(named(&Words::default(), Office::Area, Before::To, &[]), "");
    }

    #[test]
    fn a_name_that_begins_with_the_own_word_has_it_once() {
        let mut words = Words::default();
        words.set(Concept::Area, Noun::read("la Direzione", Some("le Direzioni")).expect("a word"));
        words.set(Concept::Service, Noun::read("l'Ufficio", Some("gli Uffici")).expect("a word"));
        let said = |office, before, name: &str| named(&words, office, before, &[name]);
        assert_eq!(said(Office::Area, Before::In, "Direzione generale"), "nella Direzione generale");
        assert_eq!(said(Office::Area, Before::In, "Risorse"), "nella Direzione Risorse");
        assert_eq!(said(Office::Service, Before::Article, "UFFICI DEMOGRAFICI"), "gli UFFICI DEMOGRAFICI");
        assert_eq!(said(Office::Service, Before::Article, "Tributi"), "l'Ufficio Tributi");
        assert_eq!(named(&words, Office::Area, Before::To, &["A", "B"]), "alle Direzioni A e B");
        let both = ["Ufficio tecnico", "Tributi"];
        assert_eq!(named(&words, Office::Service, Before::Article, &both), "l'Ufficio tecnico e l'Ufficio Tributi");
    }

    #[test]
    fn an_area_that_is_gone_says_so() {
        let gone = AreaName { name: "Servizi alla Persona", ceased: true };
        assert_eq!(
            areas(&Words::default(), Before::To, &[gone]),
            "all'area Servizi alla Persona (non più presente nell'organizzazione)"
        );
    }
}
