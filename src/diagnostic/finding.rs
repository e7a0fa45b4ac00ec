use super::{Fix, Rule, Severity};
use crate::source::Span;

/// One fault, and its place.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// Its severity; that of the rule unless the office changed it.
    pub severity: Severity,
    /// The fault, in one sentence that can be read alone.
    pub message: String,
    /// The very value that is wrong, or the whole file.
    pub span: Span,
    /// A few words under the caret; may be empty.
    pub label: String,
    /// Other places that the message refers to, such as the other end of a conflict.
    pub related: Vec<Label>,
    /// The other values of which it speaks in one breath with `span`: it is accepted only where each of them is.
    pub together: Vec<Span>,
    /// What to do.
    pub help: Option<String>,
    /// The correction, certain or guessed, if there is one.
    pub fix: Option<Fix>,
    /// Whether a correction is known that cannot be made as things are; `help` says why.
    pub is_fix_withheld: bool,
    /// The reason for which the office accepted this finding, in writing.
    pub waived: Option<String>,
    /// Whether that reason is for the readers of the annex, too.
    pub is_told: bool,
}

/// A second place that a finding points at.
#[derive(Clone, Debug)]
pub struct Label {
    /// What is there.
    pub message: String,
    /// Where.
    pub span: Span,
}

impl Finding {
    /// A finding of `rule` at `span`.
    pub fn new(rule: &'static Rule, span: Span, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: rule.severity,
            message: message.into(),
            span,
            label: String::new(),
            related: Vec::new(),
            together: Vec::new(),
            help: None,
            fix: None,
            is_fix_withheld: false,
            waived: None,
            is_told: false,
        }
    }

    /// Writes a few words under the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Points at a second place.
    #[must_use]
    pub fn related(mut self, span: Span, message: impl Into<String>) -> Self {
        self.related.push(Label { message: message.into(), span });
        self
    }

    /// Says of which other values it speaks.
    #[must_use]
    pub fn together(mut self, spans: impl IntoIterator<Item = Span>) -> Self {
        self.together.extend(spans);
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Says what to do in the words of the rule itself.
    #[must_use]
    pub fn remedy(self) -> Self {
        // Whether the program can do it is said of each finding, by its fix.
        let mut letters = self.rule.remedy.chars();
        let first = letters.next().into_iter().flat_map(char::to_lowercase);
        let help = first.chain(letters.as_str().chars()).collect::<String>();
        self.help(help.trim_end_matches('.'))
    }

    /// Adds the correction, if there is one.
    #[must_use]
    pub fn fix(mut self, fix: Option<Fix>) -> Self {
        self.fix = fix;
        self
    }

    /// Takes the correction back, and says why beside what to do.
    pub fn withhold_fix(&mut self, why: &str) {
        self.fix = None;
        self.is_fix_withheld = true;
        self.help = Some(self.help.take().map_or_else(|| why.to_owned(), |help| format!("{help}; {why}")));
    }

    /// Whether no waiver covers it.
    pub fn is_open(&self) -> bool {
        self.waived.is_none()
    }
}
