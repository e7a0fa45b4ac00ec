use crate::model::{Answer, Process, Risk, Smartability, capital};
use serde::Serialize;
use std::borrow::Cow;

/// A value of a short list, with a shape that tells it from the others without colours.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(in crate::site) struct Chip {
    /// The word as it is shown.
    word: Cow<'static, str>,
    /// The class of the stylesheet.
    class: &'static str,
    /// The shape.
    shape: &'static str,
}

impl Chip {
    /// The word as it is shown.
    pub(in crate::site) fn word(&self) -> &str {
        &self.word
    }
}

impl Chip {
    /// The shape.
    pub(in crate::site) fn shape(&self) -> &'static str {
        self.shape
    }
}

impl From<Answer> for Chip {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Yes => Self { word: Cow::Borrowed("Sì"), class: "pieno", shape: "●" },
            Answer::Partly => Self { word: Cow::Borrowed("In parte"), class: "parziale", shape: "◐" },
            Answer::No => Self { word: Cow::Borrowed("No"), class: "vuoto", shape: "○" },
        }
    }
}

impl From<Smartability> for Chip {
    fn from(smartability: Smartability) -> Self {
        match smartability {
            Smartability::Full => Self { word: Cow::Borrowed("Smartabile"), class: "pieno", shape: "●" },
            Smartability::Partial => {
                Self { word: Cow::Borrowed("Parzialmente smartabile"), class: "parziale", shape: "◐" }
            }
            Smartability::None => Self { word: Cow::Borrowed("Non smartabile"), class: "vuoto", shape: "○" },
        }
    }
}

impl Chip {
    /// A step of risk on a scale of so many: the shape tells the steps apart, the class how high they are.
    pub(in crate::site) fn of_risk(risk: &Risk, steps: usize) -> Self {
        let (shape, class) = match (risk.step, steps) {
            (step, 2) => [("▽", "basso"), ("▲", "alto")][step.min(1)],
            (step, 3) => [("▽", "basso"), ("◆", "medio"), ("▲", "alto")][step.min(2)],
            (step, _) => {
                (NUMBERS[step.min(NUMBERS.len() - 1)], ["basso", "medio", "alto"][(3 * step / steps.max(1)).min(2)])
            }
        };
        Self { word: capital(&risk.word).into(), class, shape }
    }

    /// The answer of a process, by the word that was written.
    pub(in crate::site) fn of_answer(process: &Process) -> Option<Self> {
        let chip = Self::from(process.smartability.as_ref()?.value);
        Some(match &process.answer_word {
            Some(word) => Self { word: capital(word).into(), ..chip },
            None => chip,
        })
    }
}

/// The shapes of the steps of a scale that has neither two nor three.
const NUMBERS: [&str; 7] = ["①", "②", "③", "④", "⑤", "⑥", "⑦"];
