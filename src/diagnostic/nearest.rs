use super::look_alike;
use crate::model::is_respelling;

/// The one known name that is near enough to `wrong` to be meant by it, if exactly one is.
///
/// The same letters in another case, with other accents or drawn alike are nearest. Otherwise near means at most one edit (insertion,
/// deletion, substitution, swap of neighbours) every four characters, and at least one in a word of three or more.
/// Two names equally near give none: a guess is not a correction.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let known: Vec<&str> = known.into_iter().collect();
    let mut same = known.iter().filter(|name| is_respelling(wrong, name) || look_alike(wrong, name));
    if let Some(first) = same.next() {
        return same.all(|name| name == first).then_some(*first);
    }
    let length = wrong.chars().count();
    if length < 3 {
        return None;
    }
    let limit = (length / 4).clamp(1, 3);
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
        assert_eq!(nearest("on", ["si", "no", "in parte"]), None);
        assert_eq!(nearest("TRIBUTI", ["tributi", "tribute"]), Some("tributi"));
        assert_eq!(nearest("аrеа–а", ["area-a", "area-b"]), Some("area-a"));
    }
}
