use crate::model::{Answer, Risk, Smartability};
use serde::Serialize;

/// A value of a short list, with a shape that tells it from the others without colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(in crate::site) struct Chip {
    /// The word as it is shown.
    word: &'static str,
    /// The class of the stylesheet.
    class: &'static str,
    /// The shape.
    shape: &'static str,
}

impl Chip {
    /// The word as it is shown.
    pub(in crate::site) fn word(self) -> &'static str {
        self.word
    }
}

impl From<Answer> for Chip {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Yes => Self { word: "Sì", class: "pieno", shape: "●" },
            Answer::Partly => Self { word: "In parte", class: "parziale", shape: "◐" },
            Answer::No => Self { word: "No", class: "vuoto", shape: "○" },
        }
    }
}

impl From<Smartability> for Chip {
    fn from(smartability: Smartability) -> Self {
        match smartability {
            Smartability::Full => Self { word: "Smartabile", class: "pieno", shape: "●" },
            Smartability::Partial => Self { word: "Parzialmente smartabile", class: "parziale", shape: "◐" },
            Smartability::None => Self { word: "Non smartabile", class: "vuoto", shape: "○" },
        }
    }
}

impl From<Risk> for Chip {
    fn from(risk: Risk) -> Self {
        match risk {
            Risk::Low => Self { word: "Basso", class: "basso", shape: "▽" },
            Risk::Medium => Self { word: "Medio", class: "medio", shape: "◆" },
            Risk::High => Self { word: "Alto", class: "alto", shape: "▲" },
        }
    }
}
