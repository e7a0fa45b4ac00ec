use crate::trouble::Trouble;

/// A base address from the command line; an error if it is not absolute.
pub(super) fn parse(option: Option<&str>) -> Result<Option<&str>, Trouble> {
    let Some(text) = option else { return Ok(None) };
    let absolute = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let good = absolute.is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_alphanumeric() || c == '[')
            && !rest.contains(|c: char| c.is_whitespace() || "<>\"'?#".contains(c))
    });
    if good {
        Ok(Some(text))
    } else {
        Err(Trouble::new(
            format!("`{text}` non è un indirizzo di base"),
            "scriverlo intero, per esempio https://www.ente.esempio.it/lavoro-agile/",
        ))
    }
}
