/// The most characters of a description that search engines show.
const LONGEST: usize = 160;

/// The line that says what a page holds, made unlike that of any other page: with its edition and its administration where it does
/// not name them, and no longer than what is shown.
pub(super) fn complete(text: &str, edition: Option<&str>, administration: &str) -> String {
    let edition = edition.filter(|edition| !text.contains(*edition)).map(|edition| format!("edizione {edition}"));
    let administration = (!text.contains(administration)).then(|| administration.to_owned());
    let place = match (edition, administration) {
        (None, None) => return shortened(text, LONGEST),
        (Some(edition), Some(administration)) => format!("{administration}, {edition}."),
        (Some(edition), None) => format!("E{}.", edition.trim_start_matches('e')),
        (None, Some(administration)) => format!("{administration}."),
    };
    // A very long name leaves the text at least half of the room.
    let place = shortened(&place, LONGEST / 2);
    let text = shortened(text, LONGEST - 1 - place.chars().count());
    format!("{text} {place}")
}

/// A text of at most so many characters, cut after a whole word.
fn shortened(text: &str, most: usize) -> String {
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
            "I servizi. Comune di Prova, edizione 2025-2027."
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
        assert_eq!(shortened("uno due tre", 9), "uno due…");
        assert_eq!(shortened("uno, due", 7), "uno…");
    }
}
