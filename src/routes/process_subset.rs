use crate::model::{Answer, Edition, Process};

/// A part of the processes that has a list of its own, for who cannot or will not filter the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProcessSubset {
    /// By what can be done remotely.
    Smartability(Answer),
    /// By the risk of corruption: the number of a step of the edition's scale.
    Risk(usize),
}

impl ProcessSubset {
    /// The folders of the lists below `processi/`: no process has a folder of this name.
    pub const FOLDERS: &'static [&'static str] = &["per-smartabilita", "per-rischio"];

    /// Those of an edition that hold a process, in the order in which they are listed.
    pub fn of(edition: &Edition) -> Vec<Self> {
        let answers = [Answer::Yes, Answer::Partly, Answer::No].map(Self::Smartability);
        let all = answers.into_iter().chain((0..edition.risks().len()).map(Self::Risk));
        all.filter(|subset| edition.processes.rows.iter().any(|process| subset.holds(process))).collect()
    }

    /// Its page, from the folder of the edition.
    pub fn path(self, edition: &Edition) -> String {
        let (folder, name) = match self {
            Self::Smartability(Answer::Yes) => ("per-smartabilita", "si".to_owned()),
            Self::Smartability(Answer::Partly) => ("per-smartabilita", "in-parte".to_owned()),
            Self::Smartability(Answer::No) => ("per-smartabilita", "no".to_owned()),
            Self::Risk(step) => ("per-rischio", edition.model.scales.risk_name(step)),
        };
        format!("processi/{folder}/{name}/index.html")
    }

    /// What its processes have in common.
    pub fn title(self, edition: &Edition) -> String {
        match self {
            Self::Smartability(answer) => edition.processes_answering(answer).to_owned(),
            Self::Risk(step) => {
                edition.processes_at_risk(edition.model.scales.risk_words().get(step).copied().unwrap_or_default())
            }
        }
    }

    /// Whether a process is in it.
    pub fn holds(self, process: &Process) -> bool {
        match self {
            Self::Smartability(answer) => process.smartability.as_ref().is_some_and(|own| own.value == answer),
            Self::Risk(step) => process.risk.as_ref().is_some_and(|own| own.value.step == step),
        }
    }
}
