/// The longest name of a folder of the site, in bytes: with the folders around it, a path that every system and server takes.
pub const LONGEST_NAME: usize = 100;

/// Why a name that is safe in an address cannot be that of a folder everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameFault {
    /// Windows keeps it for a device.
    Device,
    /// It is too long.
    Long,
}

impl NameFault {
    /// The fault of a name; `None` if it can be that of a folder.
    pub fn of(name: &str) -> Option<Self> {
        if is_device(name) { Some(Self::Device) } else { (name.len() > LONGEST_NAME).then_some(Self::Long) }
    }

    /// What is wrong with it, in Italian, after the thing that has the name.
    pub fn words(self) -> String {
        match self {
            Self::Device => "è un nome che Windows tiene per sé: nessuna cartella può portarlo".to_owned(),
            Self::Long => format!("è più lungo di {LONGEST_NAME} caratteri: troppo per il nome di una cartella"),
        }
    }
}

/// Whether Windows keeps a name for a device, whatever stands after its first full stop.
pub fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_lowercase();
    let numbered = |device: &str| {
        let number = stem.strip_prefix(device).unwrap_or_default();
        matches!(number, "¹" | "²" | "³") || number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_devices_are_known_in_any_case_and_with_any_ending() {
        for name in ["con", "CON", "Aux", "nul", "prn", "com1", "LPT9", "com0", "nul.html", "aux .txt", "com²"] {
            assert_eq!(NameFault::of(name), Some(NameFault::Device), "{name}");
        }
        for name in ["conto", "com", "com10", "lpt-1", "a.con", "nulla", "2025-2027", "console"] {
            assert_eq!(NameFault::of(name), None, "{name}");
        }
        assert_eq!(NameFault::of(&"a".repeat(LONGEST_NAME)), None);
        assert_eq!(NameFault::of(&"a".repeat(LONGEST_NAME + 1)), Some(NameFault::Long));
    }
}
