use super::marker::MARKER;
use crate::model::is_device;

/// Whether a path of the site stays below the target and means the same on every system.
///
/// It has `/` between its parts; no part is empty, `.` or `..`, ends in a dot or a space, or holds a backslash, a
/// colon, a control character or another sign that Windows refuses; none is the name of a device there, as `nul` is.
pub(crate) fn is_safe(path: &str) -> bool {
    path != MARKER && path.split('/').all(is_safe_part)
}

fn is_safe_part(part: &str) -> bool {
    let forbidden = |c: char| c.is_control() || matches!(c, '\\' | ':' | '<' | '>' | '"' | '|' | '?' | '*');
    !part.is_empty()
        && !part.ends_with(['.', ' '])
        && !part.contains(forbidden)
        && part.len() <= 255
        && !is_device(part)
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn only_plain_relative_paths_are_safe() {
        for good in ["index.html", "2025-2027/processi/500-1-b/index.html", "a/.nojekyll", "à/è.html"] {
            assert!(is_safe(good), "{good}");
        }
        let bad = [
            "",
            "/etc/passwd",
            "..",
            "a/../b",
            "a/./b",
            "a//b",
            "a/",
            "a\\b",
            "C:x",
            "a\nb",
            "a\0",
            "a./b",
            ".piao",
            "a/nul/b",
            "Con.css",
        ];
        for bad in bad {
            assert!(!is_safe(bad), "{bad:?}");
        }
    }
}
