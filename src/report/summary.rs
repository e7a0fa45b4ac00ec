use crate::diagnostic::{Finding, Severity};

/// How many findings there are of each kind. Findings under a waiver count only as such.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Open errors.
    pub errors: usize,
    /// Open warnings.
    pub warnings: usize,
    /// Open notes.
    pub notes: usize,
    /// Findings under a waiver.
    pub waived: usize,
}

impl Summary {
    /// Counts findings.
    pub fn of(findings: &[Finding]) -> Self {
        let mut summary = Self::default();
        for finding in findings {
            let count = match finding.severity {
                _ if !finding.is_open() => &mut summary.waived,
                Severity::Error => &mut summary.errors,
                Severity::Warning => &mut summary.warnings,
                Severity::Note => &mut summary.notes,
            };
            *count += 1;
        }
        summary
    }

    /// One sentence: `nessun errore, 2 avvisi, 1 nota; 3 rilievi accettati`.
    pub fn sentence(self) -> String {
        let count = |number: usize, none: &str, one: &str, many: &str| match number {
            0 => none.to_owned(),
            1 => format!("1 {one}"),
            _ => format!("{number} {many}"),
        };
        let open = [
            count(self.errors, "nessun errore", "errore", "errori"),
            count(self.warnings, "nessun avviso", "avviso", "avvisi"),
            count(self.notes, "nessuna nota", "nota", "note"),
        ];
        let waived = match self.waived {
            0 => String::new(),
            number => format!("; {}", count(number, "", "rilievo accettato", "rilievi accettati")),
        };
        format!("{}{waived}", open.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::Summary;

    #[test]
    fn counts_agree_in_number() {
        let none = Summary::default();
        assert_eq!(none.sentence(), "nessun errore, nessun avviso, nessuna nota");
        let some = Summary { errors: 1, warnings: 2, notes: 1, waived: 3 };
        assert_eq!(some.sentence(), "1 errore, 2 avvisi, 1 nota; 3 rilievi accettati");
    }
}
