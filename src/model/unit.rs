use super::fold;

/// A unit of measure, as far as two of them can be held against each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Hundredths.
    Percent,
    /// Things that are counted: `n.`, `numero di dipendenti`.
    Count,
    /// One that has a name: `euro`, `giorni`, `ore`.
    Named(&'static str),
    /// Any other words, which say what is counted or measured.
    Other,
}

/// The words of the units that have a name; two that share one are one unit.
const NAMED: [(&str, &[&str]); 13] = [
    ("euro", &["euro", "eur"]),
    ("secondi", &["secondo", "secondi", "sec"]),
    ("minuti", &["minuto", "minuti", "min"]),
    ("ore", &["ora", "ore", "h"]),
    ("giorni", &["giorno", "giorni", "gg", "giornata", "giornate"]),
    ("settimane", &["settimana", "settimane"]),
    ("mesi", &["mese", "mesi"]),
    ("anni", &["anno", "anni"]),
    ("metri quadrati", &["mq", "m²"]),
    ("chilometri", &["km", "chilometro", "chilometri"]),
    ("chilowattora", &["kwh"]),
    ("chilogrammi", &["kg", "chilogrammo", "chilogrammi"]),
    ("tonnellate", &["t", "tonnellata", "tonnellate"]),
];

/// Words by which a unit is another one, some thousands of times as large.
const MULTIPLES: [&str; 4] = ["migliaia", "milioni", "miliardi", "mila"];

impl Unit {
    /// Reads the unit that a text names: `%`, `n.`, `€`, `ore di formazione`.
    pub fn parse(text: &str) -> Self {
        let lower = text.to_lowercase();
        let folded = fold(text);
        let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let has = |word: &str| words.contains(&word);
        if lower.contains('%') || has("percentuale") || has("percento") || folded.contains("per cento") {
            return Self::Percent;
        }
        if MULTIPLES.iter().any(|word| has(word)) {
            return Self::Other;
        }
        if lower.contains('€') {
            return Self::Named("euro");
        }
        // The first word that is a unit decides: `ore all'anno` are hours.
        let named = |word: &&str| NAMED.iter().find(|(_, names)| names.contains(word)).map(|(name, _)| *name);
        if let Some(name) = words.iter().find_map(named) {
            return Self::Named(name);
        }
        let counts = ["n", "num", "numero", "nr", "n°", "no"];
        if words.first().is_some_and(|word| counts.contains(word)) { Self::Count } else { Self::Other }
    }

    /// Whether both may be the same: two that are known to differ are not, and words of which nothing is known may always be.
    pub fn may_be(&self, other: &Self) -> bool {
        self == other || matches!(self, Self::Other) || matches!(other, Self::Other)
    }
}

#[cfg(test)]
mod tests {
    use super::Unit;

    #[test]
    fn units_are_known_by_their_words() {
        for (text, unit) in [
            ("%", Unit::Percent),
            ("% di dipendenti", Unit::Percent),
            ("percentuale", Unit::Percent),
            ("n.", Unit::Count),
            ("N°", Unit::Count),
            ("numero", Unit::Count),
            ("€", Unit::Named("euro")),
            ("Euro/anno", Unit::Named("euro")),
            ("gg", Unit::Named("giorni")),
            ("n. giorni", Unit::Named("giorni")),
            ("ore all'anno", Unit::Named("ore")),
            ("migliaia di euro", Unit::Other),
            ("postazioni", Unit::Other),
            ("n. postazioni", Unit::Count),
        ] {
            assert_eq!(Unit::parse(text), unit, "{text}");
        }
    }

    #[test]
    fn what_is_counted_is_a_number_of_it() {
        assert!(Unit::parse("n.").may_be(&Unit::parse("postazioni")));
        assert!(Unit::parse("pc").may_be(&Unit::parse("postazioni")));
        assert!(!Unit::parse("n.").may_be(&Unit::parse("€")));
        assert!(Unit::parse("circa").may_be(&Unit::parse("€")));
        assert!(!Unit::parse("n. dipendenti").may_be(&Unit::parse("%")));
    }
}
