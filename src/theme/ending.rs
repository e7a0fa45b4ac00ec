/// A text without the one of these endings that it has, in letters of whatever case.
pub(super) fn without_ending<'t>(text: &'t str, endings: &[&str]) -> Option<&'t str> {
    endings.iter().find_map(|ending| {
        let (before, end) = text.split_at_checked(text.len().checked_sub(ending.len())?)?;
        end.eq_ignore_ascii_case(ending).then_some(before)
    })
}
