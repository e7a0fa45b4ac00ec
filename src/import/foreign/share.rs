use super::value::{Read, verdict};

/// The share in hundredths that a text states: `40` of `40%`, `40` and `0,4`.
///
/// # Errors
///
/// Why it states none for sure, in Italian.
pub(in crate::import) fn share(text: &str) -> Result<f64, String> {
    match verdict::share(text) {
        Some(Read::Sure(share)) => Ok((share * 1e6).round() / 1e6),
        Some(Read::Doubtful(_, why)) => Err(format!("{why}: si scrive con il segno «%»")),
        Some(Read::Not(why)) => Err(why),
        Some(Read::Blank) | None => Err(format!("«{text}» non è una percentuale fra 0 e 100")),
    }
}
