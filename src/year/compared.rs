use crate::difference::{self, Difference};
use crate::report;
use crate::trouble::Trouble;

/// The forms in which a comparison is handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparisonFormat {
    /// For people at a terminal, here without colours.
    Text,
    /// The object of the contract.
    Json,
    /// For the act.
    Markdown,
    /// A workbook.
    Xlsx,
    /// A document.
    Docx,
}

impl ComparisonFormat {
    /// The format whose files end like this.
    pub fn ending_in(ending: &str) -> Option<Self> {
        Some(match ending {
            "txt" => Self::Text,
            "json" => Self::Json,
            "md" => Self::Markdown,
            "xlsx" => Self::Xlsx,
            "docx" => Self::Docx,
            _ => return None,
        })
    }
}

/// The bytes of a comparison in a format.
///
/// # Errors
///
/// When it is too large for its format.
pub fn comparison_bytes(format: ComparisonFormat, difference: &Difference<'_>) -> Result<Vec<u8>, Trouble> {
    Ok(match format {
        ComparisonFormat::Text => {
            let text = difference::text(difference, report::sanitized);
            anstream::adapter::strip_str(&text).to_string().into_bytes()
        }
        ComparisonFormat::Json => difference::json(difference).into_bytes(),
        ComparisonFormat::Markdown => difference::markdown(difference).into_bytes(),
        ComparisonFormat::Xlsx => difference::xlsx(difference)?,
        ComparisonFormat::Docx => difference::docx(difference)?,
    })
}
