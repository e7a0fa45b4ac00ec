use super::form::{
    empty_text, impossible_date, system_name, typographic_quotes, unlisted_value, wrong_number, wrong_type,
};
use super::node::{Node, NodeKind};
use crate::diagnostic::{Finding, Tally};
use crate::model::{
    AnnexModel, Concept, Date, Days, Headcount, Keyword, NameFault, Outline, PeriodDays, ProcessCode, RecordName,
    Spanned, Text, is_hyphen, signs, slug,
};
use crate::source::{Sources, Span};
use crate::tables::Words;
use std::sync::Arc;

/// Turns YAML values into values of the model; whatever does not fit becomes a finding, and reading goes on.
pub(super) struct Reader<'a> {
    pub(super) sources: &'a Sources,
    pub(super) findings: &'a mut Vec<Finding>,
    pub(super) outline: &'a mut Outline,
    /// What was told so far, so that it does not grow without end.
    pub(super) tally: Tally,
    /// How the annex of the edition being read differs from the usual one.
    pub(super) model: Arc<AnnexModel>,
}

impl<'a> Reader<'a> {
    /// One of the usual annex, which has told nothing yet.
    pub(super) fn new(sources: &'a Sources, findings: &'a mut Vec<Finding>, outline: &'a mut Outline) -> Self {
        Self { sources, findings, outline, tally: Tally::default(), model: Arc::default() }
    }
}

impl Reader<'_> {
    /// Reports a finding.
    pub(super) fn report(&mut self, finding: Finding) {
        self.findings.extend(self.tally.admit(finding));
    }

    /// What a record is, `il processo`, in the words of the edition.
    pub(super) fn noun(&self, what: &'static str) -> String {
        let is_ours = Concept::ALL.iter().any(|concept| concept.usual().0 == what);
        if is_ours { self.model.words.fill(&format!("[{what}]"), &[]) } else { what.to_owned() }
    }

    /// Gives a place that is no record a name in the outline.
    pub(super) fn name(&mut self, span: Span, table: &'static str, name: RecordName) {
        self.outline.add(span, table, name, Vec::new(), Vec::new());
    }

    /// The items of a list.
    pub(super) fn items<'n>(&mut self, node: &'n Node, what: &'static str) -> &'n [Node] {
        match &node.kind {
            NodeKind::List(items) => items,
            NodeKind::Empty => &[],
            _ => {
                self.report(wrong_type::finding(node, "un elenco", what));
                &[]
            }
        }
    }

    /// A text that is not empty.
    pub(super) fn text(&mut self, node: &Node, key: &str) -> Option<Text> {
        match node.text() {
            Some("") => {
                self.report(empty_text::finding(node.span(), key));
                None
            }
            Some(text) => Some(Spanned::new(text.to_owned(), node.span())),
            None if node.is_empty() => {
                self.report(empty_text::finding(node.span(), key));
                None
            }
            None => {
                self.report(wrong_type::finding(node, "un testo", key));
                None
            }
        }
    }

    /// One of the words of a type.
    pub(super) fn keyword<W: Keyword>(&mut self, node: &Node, key: &str) -> Option<Spanned<W>> {
        let word = self.word(node, key, Words::of::<W>())?;
        W::parse(word.value).map(|(value, _)| Spanned::new(value, word.span))
    }

    /// One of a short list of words, however it was spelled.
    pub(super) fn word(&mut self, node: &Node, key: &str, words: Words) -> Option<Spanned<&'static str>> {
        let text = self.text(node, key)?;
        let Some((word, exact)) = words.parse(&text) else {
            if let Some((word, _)) = self.inside_quotes(&text).and_then(|inside| words.parse(inside)) {
                return Some(text.map(|_| word));
            }
            self.report(unlisted_value::finding(self.sources, &text, key, &words.list()));
            return None;
        };
        self.spelled(node, &text, if exact { text.value.as_str() } else { word });
        Some(text.map(|_| word))
    }

    /// What stands between the typographic quotes of a plain text, which have a finding of their own.
    pub(super) fn inside_quotes<'t>(&self, text: &'t Text) -> Option<&'t str> {
        let is_plain = self.sources.slice(text.span) == text.value;
        typographic_quotes::inside(&text.value).filter(|_| is_plain)
    }

    /// The identifier of a record: a slug, however it was spelled.
    pub(super) fn id(&mut self, node: &Node, key: &str) -> Option<Text> {
        let text = self.text(node, key)?;
        let right = slug(&text);
        if right.is_empty() || !signs(&text).is_empty() {
            self.report(unlisted_value::malformed_id(self.sources, &text, key));
        } else {
            self.spelled(node, &text, &right);
        }
        if let Some(fault) = NameFault::of(&right) {
            self.report(system_name::value(text.span, &right, fault));
        }
        (!right.is_empty()).then(|| text.map(|_| right))
    }

    /// The identifier of another record. A text with signs in it, such as `a, b`, stays as it is: what it means is known to who
    /// knows the records.
    pub(super) fn reference(&mut self, node: &Node, key: &str) -> Option<Text> {
        let text = self.text(node, key)?;
        let right = slug(&text);
        if right.is_empty() {
            self.report(unlisted_value::malformed_id(self.sources, &text, key));
            return None;
        }
        if !signs(&text).is_empty() {
            return Some(text);
        }
        self.spelled(node, &text, &right);
        Some(text.map(|_| right))
    }

    /// The code of a process, however it was spelled.
    pub(super) fn code(&mut self, node: &Node, key: &str) -> Option<Spanned<ProcessCode>> {
        let text = self.text(node, key)?;
        let code = ProcessCode::parse(&text);
        self.spelled(node, &text, code.as_str());
        if let Some(fault) = NameFault::of(&code.slug()) {
            self.report(system_name::value(text.span, code.as_str(), fault));
        }
        Some(text.map(|_| code))
    }

    /// A day.
    pub(super) fn date(&mut self, node: &Node, key: &str) -> Option<Spanned<Date>> {
        let text = self.text(node, key)?;
        if let Some(date) = Date::parse(&text).or_else(|| Date::parse(self.inside_quotes(&text)?)) {
            self.spelled(node, &text, &text.value);
            Some(text.map(|_| date))
        } else {
            self.report(impossible_date::finding(self.sources, &text, key));
            None
        }
    }

    /// A whole number that is not negative.
    pub(super) fn count(&mut self, node: &Node, key: &str) -> Option<Spanned<u32>> {
        let text = self.text(node, key)?;
        if let Ok(number) = text.parse() {
            self.spelled(node, &text, &text.value);
            Some(text.map(|_| number))
        } else {
            self.report(wrong_number::finding(
                self.sources,
                &text,
                key,
                "un numero intero, senza segno e senza decimali",
            ));
            None
        }
    }

    /// A number, with a comma or a point.
    pub(super) fn number(&mut self, node: &Node, key: &str) -> Option<Spanned<f64>> {
        let text = self.text(node, key)?;
        if let Some(number) = number(&text) {
            self.spelled(node, &text, &text.value);
            Some(text.map(|_| number))
        } else {
            self.report(wrong_number::finding(self.sources, &text, key, "un numero, per esempio 1 o 0,5"));
            None
        }
    }

    /// A number from 0 to 100, perhaps with the sign of a percentage.
    pub(super) fn percentage(&mut self, node: &Node, key: &str) -> Option<Spanned<f64>> {
        let text = node.text().unwrap_or_default();
        let Some(bare) = text.strip_suffix('%').map(str::trim_end) else { return self.number(node, key) };
        let Some(number) = number(bare) else { return self.number(node, key) };
        let text = self.text(node, key)?;
        self.report(wrong_number::percentage(self.sources, &text, key, bare));
        Some(text.map(|_| number))
    }

    /// Days of agile work a week.
    pub(super) fn days(&mut self, node: &Node, key: &str) -> Option<Spanned<Days>> {
        let text = self.text(node, key)?;
        if let Some(days) = Days::parse(&text) {
            match &days {
                Days::Of(smartability) => self.spelled(node, &text, smartability.keyword()),
                Days::Between(..) => self.spelled(node, &text, &without_spaces(&text)),
                Days::Exactly(_) => self.spelled(node, &text, &text.value),
            }
            Some(text.map(|_| days))
        } else {
            let expected = "un numero di giorni, un intervallo come \"0,5-1\" o il grado di [smartabilità]";
            self.report(wrong_number::finding(self.sources, &text, key, self.model.words.say(expected)));
            None
        }
    }

    /// How many people: a whole number, or a class such as `< 3`, however it was spelled.
    pub(super) fn headcount(&mut self, node: &Node, key: &str) -> Option<Spanned<Headcount>> {
        match node.text().and_then(Headcount::parse) {
            Some(class @ Headcount::Below(_)) => {
                let text = self.text(node, key)?;
                self.spelled(node, &text, &class.to_string());
                Some(text.map(|_| class))
            }
            _ => self.count(node, key).map(|count| count.map(Headcount::Exactly)),
        }
    }

    /// Days of agile work in a period, however it was spelled.
    pub(super) fn period_days(&mut self, node: &Node, key: &str) -> Option<Spanned<PeriodDays>> {
        let text = self.text(node, key)?;
        let Some(days) = PeriodDays::parse(&text) else {
            let expected = "un numero con il suo periodo, come \"8 al mese\", \"1-2 alla settimana\", \"92 all'anno\" o \"40% del trimestre\"";
            self.report(wrong_number::without_period(&text, key, expected));
            return None;
        };
        self.spelled(node, &text, &days.short());
        Some(text.map(|_| days))
    }

    /// A list whose items are read by `read`; a single value stands for a list of one.
    pub(super) fn list<T>(
        &mut self,
        node: &Node,
        key: &str,
        read: impl Fn(&mut Self, &Node, &str) -> Option<T>,
    ) -> Vec<T> {
        match &node.kind {
            NodeKind::List(items) => {
                // As many as there are: what would be held ready for more adds up over long tables.
                let mut read_items = Vec::with_capacity(items.len());
                read_items.extend(items.iter().filter_map(|item| read(self, item, key)));
                read_items
            }
            NodeKind::Empty => Vec::new(),
            _ => read(self, node, key).into_iter().collect(),
        }
    }
}

/// A range of days as it is written: without spaces, with the hyphen of the keyboard.
fn without_spaces(range: &str) -> String {
    range.chars().filter(|c| !c.is_whitespace()).map(|c| if is_hyphen(c) { '-' } else { c }).collect()
}

/// A number that is not negative, with a comma or a point.
fn number(text: &str) -> Option<f64> {
    text.replace(',', ".").parse::<f64>().ok().filter(|number| number.is_finite() && *number >= 0.0)
}
