/// The one known name that is near enough to `wrong` to be meant by it, if exactly one is.
///
/// Near means at most one edit (insertion, deletion, substitution, swap of neighbours) every four characters, and at least one.
/// Two names equally near give none: a guess is not a correction.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (wrong.chars().count() / 4).clamp(1, 3);
    let mut best: Option<(usize, &str)> = None;
    let mut tied = false;
    for name in known {
        if name.chars().count().abs_diff(wrong.chars().count()) > limit {
            continue;
        }
        let distance = strsim::osa_distance(wrong, name);
        if distance > limit {
            continue;
        }
        match best {
            Some((least, kept)) if distance > least || kept == name => {}
            Some((least, _)) if distance == least => tied = true,
            _ => {
                best = Some((distance, name));
                tied = false;
            }
        }
    }
    best.filter(|_| !tied).map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn only_a_unique_near_name_is_offered() {
        assert_eq!(nearest("avocatura-civica", ["avvocatura-civica", "linfa"]), Some("avvocatura-civica"));
        assert_eq!(nearest("linfa", ["ninfa", "lingua"]), Some("ninfa"));
        assert_eq!(nearest("linf", ["linfa", "linfe"]), None);
        assert_eq!(nearest("tributi", ["mobilita"]), None);
    }
}
