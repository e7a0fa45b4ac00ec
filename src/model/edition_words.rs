use super::{Answer, Concept, Edition, Keyword as _, TableName, fold};
use std::borrow::Cow;

/// What the table of processes is usually called within a sentence.
pub const PROCESS_TABLE: &str = "Tavola 1";

/// What sentences call an edition and parts of it.
impl Edition {
    /// Whether it has anything that a word stands for.
    pub fn has_any(&self, concept: Concept) -> bool {
        match concept {
            Concept::Area => !self.areas.rows.is_empty(),
            Concept::Service => !self.services.rows.is_empty(),
            Concept::Team => self.has_teams(),
            Concept::Process | Concept::Smartability => !self.processes.rows.is_empty(),
            Concept::Risk => self.processes.rows.iter().any(|process| process.risk.is_some()),
        }
    }

    /// Whom a process that concerns everyone concerns.
    pub fn everyone(&self) -> &str {
        if self.has_teams() { self.model.words.say("[tutti gli smart team]") } else { "tutti gli uffici" }
    }

    /// What its table of processes is called within a sentence, with a feminine article before it: `Tavola 1`, or by the title that the
    /// edition gives to it.
    pub fn process_table(&self) -> Cow<'static, str> {
        let own = self.model.title_of(TableName::Processes.keyword());
        own.map_or(Cow::Borrowed(PROCESS_TABLE), |title| Cow::Owned(format!("tavola «{title}»")))
    }

    /// Which annex of which plan it is: `allegato 2A del Piano…`; only words of plans that take that preposition have it.
    pub fn annex_of_plan(&self) -> String {
        let (annex, plan) = (&self.annex.value, &self.plan.value);
        let first = plan.split_whitespace().next().map(fold).unwrap_or_default();
        let is_known = ["piano", "piao", "programma", "documento", "regolamento"].contains(&first.as_str());
        format!("allegato {annex}{}{plan}", if is_known { " del " } else { ", " })
    }

    /// What its processes of an answer are called.
    pub fn processes_answering(&self, answer: Answer) -> &str {
        self.model.words.say(match answer {
            Answer::Yes => "[Processi][ smartabili!smartabilità][ che si possono svolgere in modalità agile@smartabilità]",
            Answer::Partly => {
                "[Processi][ smartabili in parte!smartabilità][ che si possono svolgere in parte in modalità agile@smartabilità]"
            }
            Answer::No => {
                "[Processi][ non smartabili!smartabilità][ che non si possono svolgere in modalità agile@smartabilità]"
            }
        })
    }

    /// What its processes of a step of risk are called; a word of the administration's own stands before a colon.
    pub fn processes_at_risk(&self, step: &str) -> String {
        self.model.words.fill("[Processi][ a!rischio][ –@rischio] [rischio corruttivo][:@rischio] {}", &[&step])
    }
}
