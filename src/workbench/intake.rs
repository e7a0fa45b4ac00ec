use crate::import::Answers;
use crate::trouble::Trouble;
use crate::year::Incoming;
use serde_json::{Map, Value};

/// Spreadsheets that were handed in, and what was decided of them since. They stay in memory until they are written or given up.
#[derive(Debug)]
pub(super) struct Intake {
    /// Their names, as pages show them.
    pub(super) names: Vec<String>,
    /// The spreadsheets.
    pub(super) incoming: Incoming,
    /// The decisions, in the shape of the file of answers.
    decided: Map<String, Value>,
}

impl Intake {
    /// Spreadsheets of which nothing was decided yet.
    pub(super) fn new(names: Vec<String>, incoming: Incoming) -> Self {
        Self { names, incoming, decided: Map::new() }
    }

    /// Takes a decision; `question` is its place in the file of answers: `["nomi", "Rag."]`. An empty one takes it back. Says whether that
    /// changes anything.
    pub(super) fn decide(&mut self, question: &[String], answer: &str) -> bool {
        let before = self.decided.clone();
        self.put(question, answer.trim());
        self.decided != before
    }

    fn put(&mut self, question: &[String], answer: &str) {
        match question {
            [key] if key == "uffici_nuovi" => put(&mut self.decided, key, answer),
            [group, name] if ["fogli", "nomi", "parole", "separatori"].contains(&group.as_str()) => {
                within(&mut self.decided, group, |group| put(group, name, answer));
            }
            [group, sheet, heading] if group == "colonne" => {
                within(&mut self.decided, group, |group| within(group, sheet, |sheet| put(sheet, heading, answer)));
            }
            _ => {}
        }
    }

    /// Takes every decision back.
    pub(super) fn forget(&mut self) {
        self.decided.clear();
    }

    /// The decisions, each with its question.
    pub(super) fn decisions(&self) -> Vec<(Vec<String>, String)> {
        let mut all = Vec::new();
        list(&self.decided, &mut Vec::new(), &mut all);
        all
    }

    /// The decisions as an import takes them.
    ///
    /// # Errors
    ///
    /// When they cannot be read, which those of the forms always can.
    pub(super) fn answers(&self) -> Result<Answers, Trouble> {
        if self.decided.is_empty() {
            return Ok(Answers::default());
        }
        // An object of JSON is one of YAML.
        Answers::parse("banco", &Value::Object(self.decided.clone()).to_string())
    }
}

fn put(group: &mut Map<String, Value>, name: &str, answer: &str) {
    if answer.is_empty() {
        group.remove(name);
    } else {
        group.insert(name.to_owned(), Value::from(answer));
    }
}

/// Does something to the group under a key, which is made where it is not there, and goes where it is left empty.
fn within(group: &mut Map<String, Value>, key: &str, change: impl FnOnce(&mut Map<String, Value>)) {
    let mut inner = match group.remove(key) {
        Some(Value::Object(inner)) => inner,
        _ => Map::new(),
    };
    change(&mut inner);
    if !inner.is_empty() {
        group.insert(key.to_owned(), Value::Object(inner));
    }
}

fn list(group: &Map<String, Value>, above: &mut Vec<String>, all: &mut Vec<(Vec<String>, String)>) {
    for (key, value) in group {
        above.push(key.clone());
        match value {
            Value::Object(inner) => list(inner, above, all),
            Value::String(answer) => all.push((above.clone(), answer.clone())),
            _ => {}
        }
        above.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisions_are_those_of_the_file_of_answers() {
        let mut intake = Intake::new(Vec::new(), Incoming::default());
        let question = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        assert!(intake.answers().is_ok());
        intake.decide(&question(&["colonne", "Foglio «1»: #", "Cod.\n\"A\""]), "codice");
        intake.decide(&question(&["nomi", "Rag."]), "ragioneria");
        intake.decide(&question(&["nomi", "Altro"]), "ignora");
        intake.decide(&question(&["nomi", "Altro"]), " ");
        intake.decide(&question(&["uffici_nuovi"]), "si");
        intake.decide(&question(&["altro"]), "nulla");
        let answers = intake.answers().expect("they can be read");
        assert!(answers.column("Foglio «1»: #", "Cod.\n\"A\"").is_some());
        assert_eq!(
            (answers.name("Rag."), answers.name("Altro"), answers.new_offices),
            (Some("ragioneria"), None, Some(true))
        );
        assert_eq!(intake.decisions().len(), 3);
        intake.forget();
        assert!(intake.decisions().is_empty());
    }
}
