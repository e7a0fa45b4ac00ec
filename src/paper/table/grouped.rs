/// Neighbours that agree on a key, together: a band of rows under one heading.
pub(crate) fn grouped<T, K: PartialEq>(rows: Vec<T>, key: impl Fn(&T) -> K) -> Vec<Vec<T>> {
    let mut groups: Vec<Vec<T>> = Vec::new();
    for row in rows {
        match groups.last_mut() {
            Some(group) if group.first().is_some_and(|first| key(first) == key(&row)) => group.push(row),
            _ => groups.push(vec![row]),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    #[test]
    fn only_neighbours_are_grouped() {
        assert_eq!(super::grouped(vec![1, 3, 2, 4, 5], |n| n % 2), [vec![1, 3], vec![2, 4], vec![5]]);
    }
}
