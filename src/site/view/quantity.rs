/// A number with what it counts: `1 processo`, `0 processi`.
pub(in crate::site) fn quantity(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
