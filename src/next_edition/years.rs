use crate::model::EditionId;

/// A text in which the years of one edition have become those of another: `2025-2027`, also as `2025/2027` or `2025 – 2027`; where the
/// edition is called by one year, that year.
pub(super) fn moved_on(text: &str, from: &EditionId, to: &EditionId) -> String {
    let (old, new) = (years(from.as_str()), years(to.as_str()));
    let (Some(first), Some(last)) = (old.first(), old.last()) else { return text.to_owned() };
    let (Some(new_first), Some(new_last)) = (new.first(), new.last()) else { return text.to_owned() };
    if old.len() == 1 {
        return replaced(text, first, new_first);
    }
    let mut moved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(first) {
        let after = &rest[at + first.len()..];
        let gap = after.find(|c: char| c.is_ascii_digit()).filter(|gap| is_between(&after[..*gap]));
        let range = gap.filter(|gap| after[*gap..].starts_with(last) && !starts_with_digit(&after[gap + last.len()..]));
        if let Some(gap) = range.filter(|_| !ends_with_digit(&rest[..at])) {
            moved.push_str(&rest[..at]);
            let end = if new.len() > 1 { format!("{}{new_last}", &after[..gap]) } else { String::new() };
            moved.push_str(new_first);
            moved.push_str(&end);
            rest = &after[gap + last.len()..];
        } else {
            moved.push_str(&rest[..at + first.len()]);
            rest = after;
        }
    }
    moved + rest
}

/// The years of the name of an edition, in their order.
pub(super) fn years(name: &str) -> Vec<&str> {
    name.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4).collect()
}

/// Whether a text parts two years of a range.
fn is_between(text: &str) -> bool {
    ["-", "–", "—", "/", "al", "a"].contains(&text.trim())
}

fn replaced(text: &str, old: &str, new: &str) -> String {
    let mut replaced = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(old) {
        let after = &rest[at + old.len()..];
        let whole = !ends_with_digit(&rest[..at]) && !starts_with_digit(after);
        replaced.push_str(&rest[..at]);
        replaced.push_str(if whole { new } else { old });
        rest = after;
    }
    replaced + rest
}

fn starts_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

fn ends_with_digit(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_years_of_the_plan_move_on_and_no_others() {
        for (from, to, text, moved) in [
            ("2025-2027", "2026-2028", "PIAO 2025-2027", "PIAO 2026-2028"),
            ("2025-2027", "2026-2028", "triennio 2025 – 2027, legge del 2025", "triennio 2026 – 2028, legge del 2025"),
            ("2025-2027", "2026-2028", "2025/2027", "2026/2028"),
            ("2025-2027", "2026-2028", "dal 2025 al 2027", "dal 2026 al 2028"),
            ("2025-2027", "2026-2028", "n. 12025-2027 e 2025-20271", "n. 12025-2027 e 2025-20271"),
            ("2025", "2026", "Piano 2025, n. 12025", "Piano 2026, n. 12025"),
            ("prova", "2026", "Piano 2025", "Piano 2025"),
        ] {
            let id = |name| EditionId::new(name).expect("a good name");
            assert_eq!(moved_on(text, &id(from), &id(to)), moved);
        }
    }
}
