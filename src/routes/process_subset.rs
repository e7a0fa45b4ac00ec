use crate::model::{Answer, Edition, Process, Risk};

/// A part of the processes that has a list of its own, for who cannot or will not filter the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProcessSubset {
    /// By what can be done remotely.
    Smartability(Answer),
    /// By the risk of corruption.
    Risk(Risk),
}

impl ProcessSubset {
    /// The folders of the lists below `processi/`: no process has a folder of this name.
    pub const FOLDERS: &'static [&'static str] = &["per-smartabilita", "per-rischio"];

    /// All of them, in the order in which they are listed.
    pub const ALL: &'static [Self] = &[
        Self::Smartability(Answer::Yes),
        Self::Smartability(Answer::Partly),
        Self::Smartability(Answer::No),
        Self::Risk(Risk::Low),
        Self::Risk(Risk::Medium),
        Self::Risk(Risk::High),
    ];

    /// Those of an edition: by risk only where the edition has risks.
    pub fn of(edition: &Edition) -> Vec<Self> {
        let has_risk = edition.processes.rows.iter().any(|process| process.risk.is_some());
        Self::ALL.iter().copied().filter(|subset| has_risk || !matches!(subset, Self::Risk(_))).collect()
    }

    /// Its page, from the folder of the edition.
    pub fn path(self) -> String {
        let (folder, name) = match self {
            Self::Smartability(Answer::Yes) => ("per-smartabilita", "si"),
            Self::Smartability(Answer::Partly) => ("per-smartabilita", "in-parte"),
            Self::Smartability(Answer::No) => ("per-smartabilita", "no"),
            Self::Risk(Risk::Low) => ("per-rischio", "basso"),
            Self::Risk(Risk::Medium) => ("per-rischio", "medio"),
            Self::Risk(Risk::High) => ("per-rischio", "alto"),
        };
        format!("processi/{folder}/{name}/index.html")
    }

    /// What its processes have in common.
    pub fn title(self) -> &'static str {
        match self {
            Self::Smartability(Answer::Yes) => "Processi smartabili",
            Self::Smartability(Answer::Partly) => "Processi smartabili in parte",
            Self::Smartability(Answer::No) => "Processi non smartabili",
            Self::Risk(Risk::Low) => "Processi a rischio corruttivo basso",
            Self::Risk(Risk::Medium) => "Processi a rischio corruttivo medio",
            Self::Risk(Risk::High) => "Processi a rischio corruttivo alto",
        }
    }

    /// Whether a process is in it.
    pub fn holds(self, process: &Process) -> bool {
        match self {
            Self::Smartability(answer) => process.smartability.as_ref().is_some_and(|own| own.value == answer),
            Self::Risk(risk) => process.risk.as_ref().is_some_and(|own| own.value == risk),
        }
    }
}
