//! How much a heading is like the words by which a column is known.

/// Words that make of a heading another one.
const OTHER: [&str; 22] = [
    "responsabile",
    "referente",
    "email",
    "mail",
    "telefono",
    "link",
    "data",
    "soggetti",
    "tipo",
    "tipologia",
    "stato",
    "tempi",
    "rischio",
    "normativa",
    "termine",
    "scadenza",
    "titolare",
    "dirigente",
    "misure",
    "fattori",
    "indicatore",
    "target",
];

/// Whether words are about something that stands beside what the tables hold: who answers for it, when it is due.
pub(super) fn is_beside(words: &str) -> bool {
    let telling = ["rischio", "indicatore", "tipo"];
    OTHER.iter().any(|other| words.split(' ').any(|word| word == *other) && !telling.contains(other))
}

/// How much a heading is like the words of a role: 100 if it is the same, 0 if it is not at all.
pub(super) fn strength(variants: &[String], known: &[String]) -> u32 {
    let mut best = 0;
    for (number, heading) in variants.iter().enumerate() {
        let later = u32::try_from(number).unwrap_or_default() * 5;
        for word in known.iter().filter(|word| !word.is_empty()) {
            let strength = if heading == word {
                100_u32.saturating_sub(later)
            } else {
                likeness(heading, word).saturating_sub(later)
            };
            best = best.max(strength);
        }
    }
    best
}

/// The same for one word of it that is not the heading itself.
fn likeness(heading: &str, word: &str) -> u32 {
    let (long, short): (Vec<&str>, Vec<&str>) = (heading.split(' ').collect(), word.split(' ').collect());
    let extra = || long.iter().filter(|part| !short.contains(part));
    let found = if let Some(place) = place(&long, &short, word.len()) {
        place
    } else if short.len() > 1 && long.len() == short.len() && extra().next().is_none() {
        // The same words in another order.
        70
    } else if is_near(heading, word) {
        60
    } else {
        return 0;
    };
    // Looked at last: hardly any heading comes here, and the list is long.
    if extra().any(|part| OTHER.contains(part)) { 0 } else { found }
}

/// How much a heading of few more words is like those that stand in it, by where they stand.
fn place(long: &[&str], short: &[&str], letters: usize) -> Option<u32> {
    let is_telling = letters >= 6 || short.len() > 1;
    if !is_telling || long.len() <= short.len() || long.len() > short.len() + 4 {
        return None;
    }
    if long.starts_with(short) {
        return Some(65);
    }
    if long.ends_with(short) {
        return Some(55);
    }
    long.windows(short.len()).any(|part| part == short).then_some(50)
}

/// Whether one letter in six, at most, is another.
pub(super) fn is_near(heading: &str, word: &str) -> bool {
    let length = word.chars().count();
    length >= 5
        && heading.chars().count().abs_diff(length) * 6 <= length
        && strsim::osa_distance(heading, word) * 6 <= length
}
