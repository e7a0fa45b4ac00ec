use super::sanitized::sanitized;
use crate::readiness::{PointStatus, Readiness};
use std::fmt::Write;

/// The result first, then every point with its mark and its status in words.
pub fn readiness(readiness: &Readiness) -> String {
    let mut page = format!("Pronto per la pubblicazione: {}\n", if readiness.is_ready() { "sì" } else { "no" });
    // Writing to a String cannot fail.
    if let Some(edition) = &readiness.edition {
        let _ = writeln!(page, "Edizione {}", sanitized(edition));
    }
    page.push('\n');
    for point in &readiness.points {
        let (mark, word) = match point.status {
            PointStatus::Done => ('✓', "a posto"),
            PointStatus::Missing => ('✗', "da fare"),
            PointStatus::Information => ('–', "da sapere"),
        };
        let _ = writeln!(page, "{mark} {word:<10} {}: {}", point.name, sanitized(&point.state));
        for detail in &point.details {
            let _ = writeln!(page, "{:13}- {}", "", sanitized(detail).replace('\n', " "));
        }
    }
    let verdict = match readiness.missing() {
        0 => "Non resta nulla da fare.".to_owned(),
        1 => "Resta 1 punto da fare (✗).".to_owned(),
        count => format!("Restano {count} punti da fare (✗)."),
    };
    let _ = writeln!(page, "\n{verdict}");
    page
}
