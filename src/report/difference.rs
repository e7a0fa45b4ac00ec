use similar::TextDiff;

/// What changes in one file, as a unified diff that `patch -p1` and `git apply` understand.
pub fn difference(path: &str, before: &str, after: &str) -> String {
    let diff = TextDiff::from_lines(before, after);
    diff.unified_diff().context_radius(2).header(&format!("a/{path}"), &format!("b/{path}")).to_string()
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn only_the_changed_lines_and_their_neighbours_are_shown() {
        let shown = difference("data/a.yaml", "1\n2\n3\nx: Sì\n5\n6\n7\n", "1\n2\n3\nx: si\n5\n6\n7\n");
        assert_eq!(shown, "--- a/data/a.yaml\n+++ b/data/a.yaml\n@@ -2,5 +2,5 @@\n 2\n 3\n-x: Sì\n+x: si\n 5\n 6\n");
    }
}
