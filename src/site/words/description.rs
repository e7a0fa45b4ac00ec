/// The most characters of a description that search engines show.
const LONGEST: usize = 160;

/// The line that says what a page holds, made unlike that of any other page: with its edition and its administration where it does
/// not name them, and no longer than what is shown.
pub(in crate::site) fn complete(text: &str, edition: Option<&str>, administration: &str) -> String {
    let lacks = |name: &str| !text.contains(name);
    let line = placed(text, edition.filter(|edition| lacks(edition)), Some(administration).filter(|name| lacks(name)));
    // What the text named may have been cut away.
    match edition.filter(|edition| !line.contains(*edition)) {
        Some(edition) => placed(text, Some(edition), Some(administration).filter(|name| lacks(name))),
        None => line,
    }
}

/// How many characters a page has for its own words, beside those that say where it belongs.
pub(in crate::site) fn room(edition: &str, administration: &str) -> usize {
    LONGEST - 1 - place_of(Some(administration), Some(edition)).chars().count()
}

/// A text followed by where it belongs.
fn placed(text: &str, edition: Option<&str>, administration: Option<&str>) -> String {
    let place = place_of(administration, edition);
    if place.is_empty() {
        return shortened(text, LONGEST);
    }
    let text = shortened(text, LONGEST - 1 - place.chars().count());
    format!("{text} {place}")
}

/// Where a text belongs; a very long name leaves the text at least half of the room.
fn place_of(administration: Option<&str>, edition: Option<&str>) -> String {
    let place = match (administration, edition) {
        (None, None) => String::new(),
        // The edition first: of a very long name the end is cut.
        (Some(administration), Some(edition)) => format!("Edizione {edition}, {administration}."),
        (None, Some(edition)) => format!("Edizione {edition}."),
        (Some(administration), None) => format!("{administration}."),
    };
    shortened(&place, LONGEST / 2)
}

/// A text of at most so many characters, cut after a whole word.
pub(in crate::site) fn shortened(text: &str, most: usize) -> String {
    let text = text.trim();
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let room = text[..end].trim_end_matches(|c: char| !c.is_whitespace()).trim_end();
    // A single word longer than the room is cut where the room ends.
    let kept =
        if room.is_empty() { text.char_indices().nth(most - 1).map_or(text, |(end, _)| &text[..end]) } else { room };
    let kept = kept.trim_end_matches([',', ';', ':', '.', '–', '(', ' ']);
    if kept.chars().count() < most { format!("{kept}…") } else { kept.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_names_edition_and_administration_once() {
        assert_eq!(
            complete("I servizi.", Some("2025-2027"), "Comune di Prova"),
            "I servizi. Edizione 2025-2027, Comune di Prova."
        );
        assert_eq!(complete("I servizi, 2025-2027.", Some("2025-2027"), "Comune"), "I servizi, 2025-2027. Comune.");
        assert_eq!(complete("Comune: tutto.", Some("2025"), "Comune"), "Comune: tutto. Edizione 2025.");
        assert_eq!(complete("Comune: tutto.", None, "Comune"), "Comune: tutto.");
    }

    #[test]
    fn no_description_is_longer_than_what_is_shown() {
        let name = "Città metropolitana ".repeat(20);
        for text in ["parola ".repeat(40), "x".repeat(300), "è, ".repeat(100), String::new()] {
            for name in [name.as_str(), "Comune", ""] {
                let line = complete(&text, Some("2025-2027"), name);
                assert!(line.chars().count() <= LONGEST, "{line}");
            }
        }
        let plan = format!("{} 2025-2027.", "piano ".repeat(30));
        assert!(complete(&plan, Some("2025-2027"), "Comune").ends_with("… Edizione 2025-2027, Comune."));
        assert_eq!(shortened("uno due tre", 9), "uno due…");
        assert_eq!(shortened("uno, due", 7), "uno…");
    }
}
