use crate::model::Date;
use crate::trouble::Trouble;
use std::time::{SystemTime, UNIX_EPOCH};

/// The day for the rules that need one: the option's, else `SOURCE_DATE_EPOCH`'s, else the clock's.
pub(super) fn today(option: Option<&str>) -> Result<Date, Trouble> {
    if let Some(text) = option {
        return Date::parse(text).ok_or_else(|| {
            Trouble::new(
                format!("`{text}` non è un giorno"),
                "scrivere il giorno come AAAA-MM-GG, per esempio 2025-01-31",
            )
        });
    }
    // An empty variable is one that is not set.
    if let Some(text) = std::env::var_os("SOURCE_DATE_EPOCH").filter(|text| !text.is_empty()) {
        let day = text.to_str().and_then(|text| text.trim().parse().ok()).and_then(Date::from_epoch);
        return day.ok_or_else(|| {
            Trouble::new(
                "SOURCE_DATE_EPOCH non è un numero di secondi",
                "toglierla dall'ambiente, o scriverla in secondi dal 1º gennaio 1970",
            )
        });
    }
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    i64::try_from(seconds)
        .ok()
        .and_then(Date::from_epoch)
        .ok_or_else(|| Trouble::new("l'orologio della macchina è sbagliato", "usare --oggi"))
}
