use super::bench::Bench;
use super::understood::Understood;
use crate::digest::Sha256;
use crate::import::Answers;
use crate::trouble::Trouble;
use crate::year::Incoming;
use serde_json::{Map, Value};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Spreadsheets that were handed in, and what was decided of them since. They stay in memory until they are written or given up.
#[derive(Debug)]
pub(super) struct Intake {
    /// Their names, as pages show them.
    pub(super) names: Vec<String>,
    /// The spreadsheets.
    pub(super) incoming: Incoming,
    /// Tells them from others.
    digest: String,
    /// What was decided, by the question: its place in the file of answers.
    decided: BTreeMap<Vec<String>, String>,
    /// What was understood last; to read large sheets takes long.
    understood: RefCell<Option<Arc<Understood>>>,
}

impl Intake {
    /// Spreadsheets of which nothing was decided yet; the digest tells their names and bytes from others.
    pub(super) fn new(names: Vec<String>, incoming: Incoming, digest: String) -> Self {
        Self { names, incoming, digest, decided: BTreeMap::new(), understood: RefCell::default() }
    }

    /// Takes a decision; `question` is its place in the file of answers: `["nomi", "Rag."]`. An empty one takes it back. Says whether that
    /// changes anything.
    pub(super) fn decide(&mut self, question: &[String], answer: &str) -> bool {
        let is_known = match question {
            [key] => key == "uffici_nuovi",
            [group, _] => ["nomi", "parole"].contains(&group.as_str()),
            [group, _file, _sheet] | [group, _file, _sheet, _] if group == "fogli" => true,
            [group, _file, _sheet, _heading] => ["colonne", "separatori"].contains(&group.as_str()),
            _ => false,
        };
        let answer = answer.trim();
        if !is_known || self.decided.get(question).map_or("", String::as_str) == answer {
            return false;
        }
        if answer.is_empty() {
            self.decided.remove(question);
        } else {
            self.decided.insert(question.to_vec(), answer.to_owned());
        }
        true
    }

    /// Takes every decision back.
    pub(super) fn forget(&mut self) {
        self.decided.clear();
    }

    /// The decisions, each with its question.
    pub(super) fn decisions(&self) -> &BTreeMap<Vec<String>, String> {
        &self.decided
    }

    /// Tells these spreadsheets with these decisions from others.
    pub(super) fn fingerprint(&self) -> String {
        let mut digest = Sha256::default();
        digest.update_text(&self.digest);
        for (question, answer) in &self.decided {
            question.iter().chain([answer]).for_each(|part| digest.update_text(part));
        }
        digest.finish()
    }

    /// The decisions as an import takes them.
    ///
    /// # Errors
    ///
    /// When they cannot be read, which those of the forms always can.
    pub(super) fn answers(&self) -> Result<Answers, Trouble> {
        let mut file = Map::new();
        for (question, answer) in &self.decided {
            let answer = Value::from(answer.as_str());
            // In a group of its own the answer to a column cannot be taken for a group of columns, whatever the names above it.
            let is_column = question.first().is_some_and(|group| group == "colonne");
            let answer =
                if is_column { Value::Object(Map::from_iter([("chiave".to_owned(), answer)])) } else { answer };
            put(&mut file, question, answer);
        }
        if file.is_empty() {
            return Ok(Answers::default());
        }
        // An object of JSON is one of YAML.
        Answers::parse("banco", &Value::Object(file).to_string())
    }

    /// What the spreadsheets say, held against the data as they are: read once for each state of the data and of the decisions.
    pub(super) fn understood(&self, bench: &Bench<'_>) -> Arc<Understood> {
        let now = Understood::fingerprint_of(bench, self);
        if let Some(kept) = self.understood.borrow().as_ref().filter(|kept| kept.fingerprint == now) {
            return Arc::clone(kept);
        }
        let read = Arc::new(Understood::of(bench, self));
        *self.understood.borrow_mut() = Some(Arc::clone(&read));
        read
    }
}

/// Puts an answer at the end of a path of names.
fn put(group: &mut Map<String, Value>, path: &[String], answer: Value) {
    match path {
        [] => {}
        [name] => {
            group.insert(name.clone(), answer);
        }
        [name, rest @ ..] => {
            let inner = group.entry(name.clone()).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(inner) = inner {
                put(inner, rest, answer);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Settings;
    use crate::load::Overlay;
    use crate::model::Date;
    use crate::publish::CheckedAnnex;
    use crate::sheet;
    use std::path::Path;

    #[test]
    fn sheets_are_read_once_for_each_state_of_the_decisions_and_the_data() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let settings = Settings { today: Date::parse("2026-01-15").expect("a day"), waivers: true };
        let annex = CheckedAnnex::read_with(root, &Overlay::default(), settings).expect("the committed annex");
        let bench = Bench::new(root, settings, Ok(&annex), None, None);
        let mut incoming = Incoming::default();
        let workbook = sheet::parse("a.csv", "a", b"Nome;Scopo;Xyz\nAlfa;s;uno\n".to_vec()).expect("a sheet");
        incoming.add("a.csv".to_owned(), workbook);
        let mut intake = Intake::new(vec!["a.csv".to_owned()], incoming, String::new());
        let first = intake.understood(&bench);
        assert!(first.reading.is_ok() && Arc::ptr_eq(&first, &intake.understood(&bench)));
        let column = ["colonne", "a.csv", "a", "Xyz"].map(str::to_owned);
        intake.decide(&column, "fornitore");
        let decided = intake.understood(&bench);
        assert_ne!(decided.fingerprint, first.fingerprint);
        let overlay = Overlay::from([("data/2025-2027/software.yaml".to_owned(), "software: []\n".to_owned())]);
        let other = CheckedAnnex::read_with(root, &overlay, settings).expect("other data");
        let other = Bench::new(root, settings, Ok(&other), None, None);
        assert!(!Arc::ptr_eq(&decided, &intake.understood(&other)));
    }

    #[test]
    fn decisions_are_those_of_the_file_of_answers() {
        let mut intake = Intake::new(Vec::new(), Incoming::default(), String::new());
        let question = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let untouched = intake.fingerprint();
        assert!(intake.answers().is_ok());
        let (file, sheet) = ("chiave", "Foglio «1»: #");
        intake.decide(&question(&["colonne", file, sheet, "Cod.\n\"A\""]), "codice");
        intake.decide(&question(&["colonne", file, sheet, "chiave"]), "nota");
        intake.decide(&question(&["colonne", file, sheet, "Note (D3)"]), "ignora");
        intake.decide(&question(&["nomi", "Rag."]), "ragioneria");
        intake.decide(&question(&["nomi", "Altro"]), "ignora");
        assert!(intake.decide(&question(&["nomi", "Altro"]), " "));
        assert!(!intake.decide(&question(&["nomi", "Altro"]), ""));
        intake.decide(&question(&["uffici_nuovi"]), "si");
        intake.decide(&question(&["altro"]), "nulla");
        let answers = intake.answers().expect("they can be read");
        let of_sheet = answers.of_sheet(file, sheet);
        assert!(of_sheet.column("Cod.\n\"A\"", "A1").is_some() && of_sheet.column("chiave", "B1").is_some());
        assert!(of_sheet.column("Note", "D3").is_some() && of_sheet.column("Note", "E3").is_none());
        assert!(answers.of_sheet("altro", sheet).column("Cod.\n\"A\"", "A1").is_none(), "of another file");
        assert_eq!(
            (answers.name("Rag."), answers.name("Altro"), answers.new_offices),
            (Some("ragioneria"), None, Some(true))
        );
        assert_eq!(intake.decisions().len(), 5);
        assert_ne!(intake.fingerprint(), untouched);
        intake.forget();
        assert!(intake.decisions().is_empty());
        assert_eq!(intake.fingerprint(), untouched);
    }
}
