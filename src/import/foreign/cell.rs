//! One cell, read as its column says.

use super::days_unplanned;
use super::exclusions;
use super::fields::{Fields, written_number};
use super::legend::mark_of;
use super::measure;
use super::record::{Counted, RoleCell, RowReader};
use super::role::{MeasuredOn, Reads};
use super::sheet_column::SheetColumn;
use super::value::explained::explained;
use super::value::list::Separator;
use super::value::share::{self, Whole};
use super::value::{
    Read, code, count, date, days, grade, is_stroke, is_undecided, list, mark, number, on_one_line, paper, risk,
    states_nothing, verdict, yes_no,
};
use crate::edit::Written;
use crate::import::reading::Question;
use crate::model::{Headcount, Keyword as _, OwnKind, Period, ReferenceTarget, decimal};
use crate::tables::Words;

impl RowReader<'_, '_, '_> {
    /// One cell, read as its column says.
    pub(super) fn cell(&mut self, cell: &RoleCell<'_>, reads: &Reads, fields: &mut Fields, counted: &mut Counted) {
        if self.is_unknown(cell, reads, fields) {
            return;
        }
        match reads {
            Reads::Office(_) | Reads::Ordinal | Reads::Derived => {}
            Reads::Text if cell.key == "lettera" => fields.text(cell.key, &exclusions::letter(cell.text)),
            Reads::Text => plain(cell, fields),
            Reads::List => self.list(cell, fields),
            Reads::Code => self.code(cell, fields),
            Reads::Risk => self.risk(cell, fields),
            Reads::Verdict => self.verdict(cell, fields, counted),
            Reads::Grade => self.grade(cell, fields),
            Reads::YesNo => self.yes_no(cell, fields),
            Reads::Cross(answer) => self.cross(cell, answer, fields),
            Reads::Percentage(whole) => self.percentage(cell, *whole, fields),
            Reads::Count | Reads::Gender(..) => self.people(cell, reads, fields, counted),
            Reads::Days(period) => self.days(cell, *period, fields),
            Reads::Number => self.number(cell, fields),
            Reads::Date => self.date(cell, fields),
            Reads::Word(words) => self.word(cell, *words, fields),
            Reads::Programs => self.programs(cell, fields),
            Reads::Measure(key, when) => self.measure(cell, key, when.as_ref(), fields),
            Reads::Audience => self.audience(cell, fields),
            Reads::Own(kind) => {
                let reads = match kind {
                    OwnKind::Texts => Reads::List,
                    OwnKind::YesNo => Reads::YesNo,
                    OwnKind::Number => Reads::Number,
                    OwnKind::Date => Reads::Date,
                    OwnKind::References(ReferenceTarget::Software) => Reads::Programs,
                    OwnKind::Text | OwnKind::Address | OwnKind::Choice(_) | OwnKind::References(_) => Reads::Text,
                };
                self.cell(cell, &reads, fields, counted);
            }
        }
    }

    /// A value of an indicator; of a year without a day the last one is supposed.
    fn measure(&mut self, cell: &RoleCell<'_>, key: &str, when: Option<&MeasuredOn>, fields: &mut Fields) {
        if states_nothing(cell.text) {
            return;
        }
        fields.within(cell.key, key, measure::written(cell.text));
        let day = match when {
            None => return,
            Some(MeasuredOn::Day(day)) => day.clone(),
            Some(MeasuredOn::Year(year)) => {
                let message =
                    format!("l'intestazione dice soltanto l'anno {year}: come giorno è stato inteso il 31 dicembre");
                let understood = format!("{} al 31/12/{year}", on_one_line(cell.text));
                self.doubt(cell.row, cell.column.at, cell.text, &understood, &message, Question::None);
                fields.doubt(cell.text, &message);
                format!("{year}-12-31")
            }
        };
        fields.within(cell.key, "al", Written::Number(day));
    }

    /// What the answers say of a word.
    fn answered(&self, word: &str) -> Option<String> {
        self.answers.all.word(word).map(str::to_owned)
    }

    /// What a cell says, or what the answers say that it means.
    pub(super) fn said(&self, cell: &RoleCell<'_>) -> String {
        self.answered(cell.text).unwrap_or_else(|| cell.text.to_owned())
    }

    /// Tells of a cell that its value is not known, where that is more than a blank: the answer of a process, or what is still to be decided.
    /// Whether it was told.
    fn is_unknown(&mut self, cell: &RoleCell<'_>, reads: &Reads, fields: &mut Fields) -> bool {
        let is_asked = match reads {
            Reads::Verdict => states_nothing(cell.text) && !is_stroke(cell.text),
            Reads::Office(_)
            | Reads::Ordinal
            | Reads::Derived
            | Reads::Text
            | Reads::List
            | Reads::Code
            | Reads::Programs
            | Reads::Audience
            | Reads::Own(_) => false,
            _ => is_undecided(cell.text),
        };
        if !is_asked || self.answered(cell.text).is_some() {
            return false;
        }
        let message = "il foglio non lo dice: il dato non è stato scritto";
        self.doubt(cell.row, cell.column.at, cell.text, "", message, Question::Word);
        fields.doubt(cell.text, message);
        true
    }

    /// What parts the items of the lists of a column.
    pub(super) fn separator(&self, column: &SheetColumn, key: &str) -> Separator {
        let said = self.answers.separator(&column.heading, &column.cell(self.header), key);
        said.map_or(Separator::Found, Separator::named)
    }

    fn list(&mut self, cell: &RoleCell<'_>, fields: &mut Fields) {
        let separator = self.separator(cell.column, cell.key);
        let read = list::read(cell.text, &separator);
        if let Some(items) = self.settled(cell, read, Question::Separator, fields, |items| items.join(" | ")) {
            fields.texts(cell.key, items);
        }
    }

    fn code(&mut self, cell: &RoleCell<'_>, fields: &mut Fields) {
        let remade = Read::Not("il foglio di calcolo ne ha fatto una data".to_owned());
        let read = if cell.is_day { remade } else { code::read(cell.text) };
        if let Some(code) = self.settled(cell, read, Question::None, fields, Clone::clone) {
            fields.text(cell.key, &code);
        }
    }

    fn risk(&mut self, cell: &RoleCell<'_>, fields: &mut Fields) {
        let scales = &self.edition.model.scales;
        let read = self.answered(cell.text).map_or_else(|| risk::read(cell.text, scales), Read::Sure);
        if let Some(word) = self.settled(cell, read, Question::Word, fields, Clone::clone) {
            fields.text(cell.key, &word);
        }
    }

    fn verdict(&mut self, cell: &RoleCell<'_>, fields: &mut Fields, counted: &mut Counted) {
        let scales = &self.edition.model.scales;
        let read = verdict::read(cell.text, scales, |word| self.answered(word));
        let read = match self.legend.get(&mark_of(cell.text)).filter(|_| self.answered(cell.text).is_none()) {
            Some(meaning) => explained(read, meaning, scales),
            None => read,
        };
        let shown = |verdict: &verdict::Verdict| {
            let share = verdict.percentage.map(|share| format!(" {}%", decimal(share))).unwrap_or_default();
            format!("{}{share}", verdict.word)
        };
        let Some(verdict) = self.settled(cell, read, Question::Word, fields, shown) else { return };
        counted.words.insert(cell.column.at, verdict.word.clone());
        fields.text(cell.key, &verdict.word);
        if let Some(share) = verdict.percentage {
            fields.number("percentuale", share);
        }
        if let Some(reason) = &verdict.reason {
            fields.text("motivazione", reason);
        }
        fields.mark(verdict.marks);
    }

    fn grade(&mut self, cell: &RoleCell<'_>, fields: &mut Fields) {
        let read = grade::read(cell.text, |word| self.answered(word));
        if let Some((grade, marks)) =
            self.settled(cell, read, Question::Word, fields, |(grade, _)| grade.keyword().to_owned())
        {
            fields.text(cell.key, grade.keyword());
            fields.mark(marks);
        }
    }

    fn yes_no(&mut self, cell: &RoleCell<'_>, fields: &mut Fields) {
        let (bare, marks) = mark::split(cell.text);
        let word = self.answered(bare).unwrap_or_else(|| bare.to_owned());
        let read = if cell.key == "supporti_cartacei" { paper::read(&word) } else { yes_no::read(&word) };
        if let Some(answer) = self.settled(cell, read, Question::Word, fields, |answer| answer.keyword().to_owned()) {
            fields.text(cell.key, answer.keyword());
            fields.mark(marks);
        }
    }

    fn percentage(&mut self, cell: &RoleCell<'_>, whole: Whole, fields: &mut Fields) {
        let read = share::read(&self.said(cell), whole);
        if let Some(share) = self.settled(cell, read, Question::Word, fields, |share| decimal(*share)) {
            fields.number(cell.key, share);
        }
    }

    fn people(&mut self, cell: &RoleCell<'_>, reads: &Reads, fields: &mut Fields, counted: &mut Counted) {
        let read = count::read(&self.said(cell));
        let Some(people) = self.settled(cell, read, Question::Word, fields, |counted| counted.people.to_string())
        else {
            return;
        };
        counted.people.insert(cell.column.at, people.people.into());
        let value = match people.people {
            Headcount::Exactly(number) => {
                counted.numbers.insert(cell.column.at, f64::from(number));
                written_number(f64::from(number))
            }
            Headcount::Undecided => return,
            Headcount::Below(_) => Written::Text(people.people.to_string()),
        };
        match reads {
            Reads::Gender(group, key) => fields.within(group, key, value),
            _ => fields.put(cell.key, value),
        }
        fields.mark(people.marks);
    }

    fn days(&mut self, cell: &RoleCell<'_>, period: Period, fields: &mut Fields) {
        let read = days::read(cell.text, period, cell.is_day, |word| self.answered(word));
        let read = days_unplanned::settled(read, cell.text, self.agile);
        let Some(stated) = self.settled(cell, read, Question::Word, fields, |stated| stated.text.clone()) else {
            return;
        };
        let plain = stated.text.replace(',', ".");
        let value = if plain.parse::<f64>().is_ok() { Written::Number(plain) } else { Written::Text(stated.text) };
        // One of the two keys holds the days.
        let known = ["giorni_settimana", "giorni"].into_iter().find(|key| fields.has(key));
        fields.put(known.unwrap_or(stated.key), value);
        fields.mark(stated.marks);
    }

    fn number(&mut self, cell: &RoleCell<'_>, fields: &mut Fields) {
        let text = self.said(cell);
        let read = match number::parse(&text) {
            Some(number) => Read::Sure(number),
            None if states_nothing(&text) => Read::Blank,
            None => Read::Not("non è un numero".to_owned()),
        };
        if let Some(number) = self.settled(cell, read, Question::Word, fields, |number| decimal(*number)) {
            fields.number(cell.key, number);
        }
    }

    fn date(&mut self, cell: &RoleCell<'_>, fields: &mut Fields) {
        let read = date::read(&self.said(cell));
        if let Some(day) = self.settled(cell, read, Question::Word, fields, Clone::clone) {
            fields.put(cell.key, Written::Number(day));
        }
    }

    fn word(&mut self, cell: &RoleCell<'_>, words: Words, fields: &mut Fields) {
        let text = self.said(cell);
        let read = match words.parse(&text) {
            Some((word, _)) => Read::Sure(word),
            None if states_nothing(&text) => Read::Blank,
            None => Read::Not(format!("si accetta {}", words.list().join(", "))),
        };
        if let Some(word) = self.settled(cell, read, Question::Word, fields, |word| (*word).to_owned()) {
            fields.text(cell.key, word);
        }
    }

    fn programs(&mut self, cell: &RoleCell<'_>, fields: &mut Fields) {
        let ids = self.named_programs(cell, fields);
        if !ids.is_empty() {
            fields.texts(cell.key, ids);
        }
    }
}

fn plain(cell: &RoleCell<'_>, fields: &mut Fields) {
    if states_nothing(cell.text) {
        return;
    }
    match cell.key {
        "nota" => match mark::alone(cell.text) {
            Some(marks) => fields.mark(marks),
            None => fields.note(cell.text),
        },
        "da_verificare" => fields.doubt("", cell.text),
        key => {
            let (bare, marks) = mark::split(cell.text);
            let starred: Vec<String> = marks.into_iter().filter(|mark| mark.starts_with('*')).collect();
            fields.text(key, if starred.is_empty() { cell.text } else { bare });
            fields.mark(starred);
        }
    }
}
