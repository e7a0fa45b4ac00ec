/// A text with its first letter in upper case, the rest as it is.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::capital;

    #[test]
    fn only_the_first_letter_changes() {
        assert_eq!([capital("è IN parte"), capital("1 sì"), capital("")], ["È IN parte", "1 sì", ""]);
    }
}
