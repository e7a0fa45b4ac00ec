/// A text of at most `most` characters: the whole, or its first words and an ellipsis.
pub(super) fn of(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let room: String = text.chars().take(most.saturating_sub(1)).collect();
    // A word that ends just where the room does is whole.
    let whole = text[room.len()..].starts_with(char::is_whitespace);
    let end = if whole { room.len() } else { room.rfind(char::is_whitespace).unwrap_or(room.len()) };
    let kept =
        room[..end].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '–' | '(' | '«'));
    format!("{kept}…")
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn a_text_is_cut_at_a_word() {
        assert_eq!(of("uno due tre", 11), "uno due tre");
        assert_eq!(of("uno due tre", 10), "uno due…");
        assert_eq!(of("uno due tre", 8), "uno due…");
        assert_eq!(of("uno due tre", 7), "uno…");
        assert_eq!(of("uno, due", 7), "uno…");
        assert_eq!(of("perché così è lunghissimo", 8), "perché…");
        assert_eq!(of("lunghissimo", 5), "lung…");
        assert_eq!(of("à", 0), "…");
    }
}
