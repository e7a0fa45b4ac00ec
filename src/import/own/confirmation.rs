use super::changes::OwnFile;
use crate::workbook::Confirmation;

impl OwnFile {
    /// What its manager confirmed, in a sentence; nothing where nothing was asked.
    pub fn confirmation(&self) -> Option<String> {
        let given = self.returned.confirmation.as_ref()?;
        let office = &self.returned.office;
        if *given == Confirmation::default() {
            return Some(format!("{}: {office}, non ancora confermato", self.file));
        }
        let who = if given.who.is_empty() { "non è detto chi conferma" } else { &given.who };
        let day = if given.day.is_empty() { String::new() } else { format!(" il {}", given.day) };
        let answer = match given.answer.to_lowercase().as_str() {
            "si" | "sì" => "confermato".to_owned(),
            "no" => "NON confermato".to_owned(),
            _ => "senza risposta sulla conferma".to_owned(),
        };
        let remarks = if given.remarks.is_empty() {
            String::new()
        } else {
            format!("; osservazioni: {}", given.remarks.replace('\n', " "))
        };
        Some(format!("{}: {office}, {answer} ({who}{day}){remarks}", self.file))
    }
}
