/// A number with what it counts: `1 processo`, `0 processi`.
pub(in crate::site) fn quantity(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// The hundredths of a whole, rounded: `88 %`. What is there is never said to be nothing, nor is a part said to be the whole.
pub(in crate::site) fn percentage(part: u64, whole: u64) -> Option<String> {
    hundredths(part, whole).map(|share| format!("{share}\u{a0}%"))
}

/// The same as a number.
pub(in crate::site) fn hundredths(part: u64, whole: u64) -> Option<u64> {
    if whole == 0 || part > whole {
        return None;
    }
    let rounded = (part.saturating_mul(200) + whole) / whole.saturating_mul(2);
    let (least, most) = (u64::from(part > 0), 100 - u64::from(part < whole));
    Some(rounded.clamp(least, most))
}

#[cfg(test)]
mod tests {
    use super::percentage;

    #[test]
    fn a_share_is_neither_nothing_nor_all_unless_it_is() {
        let said = |part, whole| percentage(part, whole);
        assert_eq!(said(7, 8).as_deref(), Some("88\u{a0}%"));
        assert_eq!(said(0, 8).as_deref(), Some("0\u{a0}%"));
        assert_eq!(said(1, 1000).as_deref(), Some("1\u{a0}%"));
        assert_eq!(said(999, 1000).as_deref(), Some("99\u{a0}%"));
        assert_eq!(said(8, 8).as_deref(), Some("100\u{a0}%"));
        assert_eq!((said(0, 0), said(9, 8)), (None, None));
    }
}
