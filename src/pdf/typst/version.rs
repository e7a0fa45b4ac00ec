use std::fmt;

/// The oldest version that makes both standards at once.
pub(super) const OLDEST: &str = "0.15";

/// A version of the converter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    major: u32,
    minor: u32,
    text: String,
}

impl Version {
    /// Reads what `typst --version` prints: `typst 0.15.1 (unknown commit)`.
    pub fn parse(output: &str) -> Option<Self> {
        let mut words = output.split_whitespace();
        if words.next() != Some("typst") {
            return None;
        }
        let text = words.next()?;
        let mut numbers = text.split(['.', '-', '+']);
        let major = numbers.next()?.parse().ok()?;
        let minor = numbers.next()?.parse().ok()?;
        Some(Self { major, minor, text: text.to_owned() })
    }

    /// Whether it comes before the oldest that will do.
    pub fn is_too_old(&self) -> bool {
        (self.major, self.minor) < (0, 15)
    }

    /// Whether its accessibility extras are known to be what the templates expect: they are on trial and may change.
    pub(super) fn has_extras(&self) -> bool {
        (self.major, self.minor) == (0, 15)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::Version;

    #[test]
    fn versions_are_read_and_compared() {
        let version = |text| Version::parse(text).map(|version| (version.is_too_old(), version.to_string()));
        assert_eq!(version("typst 0.15.1 (unknown commit)\n"), Some((false, "0.15.1".to_owned())));
        assert_eq!(version("typst 0.14.2"), Some((true, "0.14.2".to_owned())));
        assert_eq!(version("typst 1.0.0-rc1 (x)"), Some((false, "1.0.0-rc1".to_owned())));
        for wrong in ["", "typst", "typst x.y", "bash 5.2.1", "typst 15"] {
            assert_eq!(version(wrong), None, "{wrong}");
        }
    }
}
