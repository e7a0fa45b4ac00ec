/// The words of a text that are written in capitals only, each with its place in bytes: `SUE` in `Servizio SUE-SUAP`.
pub fn capitals(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = None;
    text.char_indices().chain([(text.len(), ' ')]).filter_map(move |(at, c)| {
        match (start, c.is_alphanumeric()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                start = None;
                let word = &text[from..at];
                let is_capital = word.chars().all(|c| c.is_ascii_uppercase());
                return (is_capital && word.len() > 1).then_some((from, word));
            }
            _ => {}
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::capitals;

    #[test]
    fn words_in_capitals_are_found_where_they_stand() {
        let found: Vec<_> = capitals("Servizio SUE-SUAP, l'IMU e 2A X Più PNRR2").collect();
        assert_eq!(found, [(9, "SUE"), (13, "SUAP"), (21, "IMU")]);
    }
}
