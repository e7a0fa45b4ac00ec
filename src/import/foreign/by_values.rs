//! What a column is by what its values look like, where its heading does not say.

use super::answer_heading::{Says, says, says_risk};
use super::grid::Grid;
use super::heading::words;
use super::known_offices::KnownOffices;
use super::likeness::is_beside;
use super::names::Likeness;
use super::role::{Reads, Role};
use super::sheet_column::SheetColumn;
use super::total;
use super::value::{Read, code, risk, share, states_nothing, verdict, yes_no};
use super::vocabulary::Vocabulary;
use crate::import::reading::How;
use crate::model::{Answer, Edition, Graph, Keyword as _, OfficeKind, OfficeNames, fold};
use std::collections::BTreeSet;

/// How many values are looked at.
const LOOKED_AT: usize = 200;
/// What is said of a column whose heading does not agree nor disagree with what its values say.
const SUPPOSED: &str = "riconosciuta soltanto dai suoi valori: l'intestazione non dice che cosa sono";
/// What is said of a column that has no heading in a table that has some.
const NAMELESS: &str = "riconosciuta soltanto dai suoi valori: la colonna non ha intestazione";

/// How sure it is what a column is, by what its values look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Certainty {
    /// It is that.
    Sure,
    /// It is likely that, and is to be looked at.
    Supposed,
    /// Its values look so, and those of other columns do too: it is not taken for that.
    OnlyLike,
}

/// Finds out what the columns without a known heading are, by the rows from `first` on.
pub(super) fn assign(
    columns: &mut [SheetColumn],
    grid: &Grid<'_>,
    first: usize,
    vocabulary: &Vocabulary,
    edition: &Edition,
) {
    if vocabulary.table != "processi" {
        return;
    }
    give_up_answers(columns, grid, first, edition);
    let names = OfficeNames::of(edition);
    // Of two columns of answers, that whose heading speaks of agile work.
    let mut open: Vec<usize> = (0..columns.len()).filter(|at| columns[*at].how == How::None).collect();
    open.sort_by_key(|at| says(&columns[*at].heading));
    for at in open {
        let place = columns[at].at;
        let values: Vec<&str> = (first..grid.height())
            .map(|row| grid.text(row, place))
            .filter(|text| !states_nothing(text))
            .take(LOOKED_AT)
            .collect();
        let heading = columns[at].heading.clone();
        let taken = |key: &str| columns.iter().any(|column| column.role.as_ref().is_some_and(|role| role.key == key));
        let Some((key, certainty)) = looks_like(&values, edition, &names, &heading, taken) else { continue };
        let Some(role) = vocabulary.roles.iter().find(|role| role.key == key) else { continue };
        if columns[at].narrowed.as_deref() == Some(key) {
            continue;
        }
        // Hardly any other question is answered by a part.
        let is_telling = || values.iter().any(|value| is_part(value, edition));
        let is_nameless =
            heading.is_empty() && first > 0 && (key == "supporti_cartacei" || key == "smartabilita" && !is_telling());
        if certainty == Certainty::OnlyLike {
            columns[at].remark = Some(format!(
                "i suoi valori sono come quelli di `{key}`, ma l'intestazione non dice che lo siano: non è stata letta"
            ));
            continue;
        }
        columns[at].role = Some(role.clone());
        columns[at].how = How::Values;
        columns[at].is_supposed = certainty == Certainty::Supposed || is_nameless;
        let why = match certainty {
            _ if is_nameless => NAMELESS,
            Certainty::Supposed => SUPPOSED,
            _ => "riconosciuta dai suoi valori",
        };
        columns[at].remark = Some(why.to_owned());
    }
    // A name is what a process cannot be without.
    let is_name = |role: &Role| role.key == "processo";
    if !columns.iter().any(|column| column.role.as_ref().is_some_and(is_name))
        && let Some(role) = vocabulary.roles.iter().find(|role| is_name(role))
        && let Some(column) = columns
            .iter_mut()
            .filter(|column| column.how == How::None)
            .max_by_key(|column| letters(grid, first, column.at))
        && letters(grid, first, column.at) > 0
    {
        column.role = Some(role.clone());
        column.how = How::Values;
        column.remark = Some("riconosciuta perché contiene testi e nessun'altra può contenere i nomi".to_owned());
    }
}

/// A heading may mean two things, as `Esito` does: where no other column holds the answers, and every value of one is an answer, it is not what
/// its heading says.
fn give_up_answers(columns: &mut [SheetColumn], grid: &Grid<'_>, first: usize, edition: &Edition) {
    let is_answers = |role: &Role| role.key == "smartabilita";
    if columns.iter().any(|column| column.role.as_ref().is_some_and(is_answers)) {
        return;
    }
    let scales = &edition.model.scales;
    let says_answers = |at: usize| {
        let mut values = (first..grid.height()).map(|row| grid.text(row, at)).filter(|text| !states_nothing(text));
        let mut any = false;
        values.all(|value| {
            any = true;
            matches!(verdict::read(value, scales, |_| None), Read::Sure(_))
        }) && any
    };
    let lists = columns.iter_mut().filter(|column| column.how == How::Heading);
    let mut lists = lists.filter(|column| column.role.as_ref().is_some_and(|role| matches!(role.reads, Reads::List)));
    if let Some(column) = lists.find(|column| says(&column.heading) == Says::Agile && says_answers(column.at)) {
        (column.role, column.how) = (None, How::None);
    }
}

/// Columns that only number the rows, 1, 2, 3 …, under a heading that says no more than that: what is called otherwise may be a weight or a
/// rank, and is asked. One that is called so and holds words is none.
pub(super) fn number_rows(columns: &mut [SheetColumn], grid: &Grid<'_>, first: usize) {
    let is_ordinal =
        |column: &SheetColumn| column.role.as_ref().is_some_and(|role| matches!(role.reads, Reads::Ordinal));
    for column in columns.iter_mut() {
        // Titles and notes stand nearly alone in their rows, and headings may stand there once more.
        let rows = (first..grid.height()).filter(|row| grid.filled(*row).len() > 2);
        let texts = rows.map(|row| grid.text(row, column.at));
        let texts = texts.filter(|text| !text.is_empty() && *text != column.heading);
        let numbers: Vec<u32> =
            texts.clone().filter_map(|text| text.trim_end_matches(['.', ')']).parse().ok()).collect();
        // The headings once more, and a total.
        let others = texts.count() - numbers.len();
        if column.how == How::Heading && is_ordinal(column) && others > numbers.len() {
            (column.role, column.how) = (None, How::None);
        }
        // It may begin anew in each part of the table.
        let follows = |pair: &[u32]| pair[1] == pair[0] + 1 || pair[1] == 1;
        let ordered =
            usize::from(numbers.first() == Some(&1)) + numbers.windows(2).filter(|pair| follows(pair)).count();
        let is_varied = numbers.iter().any(|number| *number > 1);
        let counts = is_varied && others < 2 + numbers.len() / 10 && ordered + 1 >= numbers.len().max(2);
        // `N.`, `Nr.` and `#` are no words; `D` stands for one.
        let is_sign = words(&column.heading).is_empty() && !matches!(fold(&column.heading).as_str(), "d" | "l");
        if column.how == How::None && counts && is_sign {
            column.role = Some(Role { key: String::new(), reads: Reads::Ordinal, words: Vec::new() });
            column.how = How::Values;
        }
    }
}

/// Columns of offices in which every name is that of a smart team, and of no other office: they name smart teams, whatever they are called.
/// Under `Servizio` the name of a service may stand without that word.
pub(super) fn name_teams(columns: &mut [SheetColumn], grid: &Grid<'_>, first: usize, edition: &Edition) {
    let names = OfficeNames::of(edition);
    let of_team = |role: &Role| matches!(role.reads, Reads::Office(7)) || role.key == "smart_team";
    if columns.iter().any(|column| column.role.as_ref().is_some_and(of_team)) {
        return;
    }
    let is_team = |name: &str| {
        let is = |kind| !names.find(kind, name).is_empty();
        is(OfficeKind::Team) && !is(OfficeKind::Service) && !is(OfficeKind::Area)
    };
    let known = KnownOffices::of(edition, &Graph::new(edition));
    let is_service =
        |name: &str| known.called(OfficeKind::Service, name).iter().any(|(_, likeness)| *likeness >= Likeness::Bare);
    for column in columns.iter_mut().filter(|column| matches!(column.how, How::Heading | How::Values)) {
        let Some(role) = column.role.as_mut().filter(|role| matches!(role.reads, Reads::Office(3..=6))) else {
            continue;
        };
        let stated = (first..grid.height()).map(|row| grid.text(row, column.at));
        let stated = stated.filter(|text| !states_nothing(text) && total::label(text).is_none());
        let stated: BTreeSet<&str> = stated.collect();
        let says_service = matches!(role.reads, Reads::Office(4));
        if !stated.is_empty() && stated.iter().all(|name| is_team(name) && !(says_service && is_service(name))) {
            role.reads = Reads::Office(7);
            column.remark = Some("i suoi valori sono nomi di smart team".to_owned());
            return;
        }
    }
}

/// Columns of days in which a number is beyond what a person can work: they count those of a whole office; and all but the first that fill a key.
pub(super) fn hold_days(columns: &mut [SheetColumn], grid: &Grid<'_>, first: usize) {
    let mut given: Vec<String> = Vec::new();
    for column in columns.iter_mut().filter(|column| column.how == How::Heading) {
        let Some(Role { key, reads: Reads::Days(period), .. }) = &column.role else { continue };
        let most = |row: usize| {
            super::value::number::parse(grid.text(row, column.at)).is_some_and(|number| number > period.longest())
        };
        let remark = if (first..grid.height()).any(most) {
            "conta le giornate di tutto un ufficio, non di una persona: la tavola non ha questa colonna"
        } else if given.contains(key) {
            "ripete ciò che un'altra colonna dice già"
        } else {
            given.push(key.clone());
            continue;
        };
        (column.role, column.how, column.remark) = (None, How::None, Some(remark.to_owned()));
        column.counts_days = true;
    }
}

/// Finds out whether the numbers of columns of shares are parts of one or of one hundred.
pub(super) fn measure_shares(columns: &mut [SheetColumn], grid: &Grid<'_>, first: usize) {
    let is_total = |row: &usize| grid.filled(*row).iter().any(|at| total::label(grid.text(*row, *at)).is_some());
    for column in columns {
        if let Some(Role { reads: Reads::Percentage(whole), .. }) = &mut column.role {
            let rows = (first..grid.height()).filter(|row| !is_total(row));
            *whole = share::whole(rows.map(|row| grid.text(row, column.at)));
        }
    }
}

/// The key of the column whose values look like these, and how sure that is.
fn looks_like(
    values: &[&str],
    edition: &Edition,
    names: &OfficeNames,
    heading: &str,
    taken: impl Fn(&str) -> bool,
) -> Option<(&'static str, Certainty)> {
    let scales = &edition.model.scales;
    let most = |is: &dyn Fn(&str) -> bool| {
        !values.is_empty() && values.iter().filter(|value| is(value)).count() * 5 >= values.len() * 4
    };
    if !taken("codice") && most(&|value| code::is_code(value)) {
        return Some(("codice", Certainty::Sure));
    }
    if !taken("rischio") && most(&|value| risk::is_risk(value, scales)) {
        // High, middle and low are also steps of priority, of weight, of complexity.
        let is_said = heading.is_empty() || says_risk(heading);
        return Some(("rischio", if is_said { Certainty::Sure } else { Certainty::OnlyLike }));
    }
    if !taken("smartabilita")
        && let Some(certainty) = answers(values, edition, heading)
    {
        return Some(("smartabilita", certainty));
    }
    if heading.is_empty() && !taken("supporti_cartacei") && most(&|value| yes_no::answer(value).is_some()) {
        return Some(("supporti_cartacei", Certainty::Sure));
    }
    for (key, kind) in [("smart_team", OfficeKind::Team), ("servizio", OfficeKind::Service), ("area", OfficeKind::Area)]
    {
        if !taken(key) && most(&|value| !fold(value).is_empty() && !names.find(kind, value).is_empty()) {
            // Who answers for a process is no office of it, though the name is that of one.
            let is_another = is_beside(&words(heading));
            return Some((key, if is_another { Certainty::OnlyLike } else { Certainty::Sure }));
        }
    }
    None
}

/// How sure it is that values are the answers of agile work. Any question is answered by a yes or a no: only the heading says that it is this
/// one, or an answer that hardly any other question has.
fn answers(values: &[&str], edition: &Edition, heading: &str) -> Option<Certainty> {
    let scales = &edition.model.scales;
    let answer = |value: &&str| match verdict::read(value, scales, |_| None) {
        Read::Sure(verdict) if super::value::number::parse(value).is_none() => Some(verdict.word),
        _ => None,
    };
    let words: Vec<String> = values.iter().filter_map(answer).collect();
    if words.is_empty() {
        return None;
    }
    let said = if heading.is_empty() { Says::Agile } else { says(heading) };
    // An office that gives every answer its own shade is still understood.
    let is_most = words.len() * 5 >= values.len() * 3;
    let is_third = words.len() * 3 >= values.len();
    let partly = Answer::Partly.keyword();
    match said {
        Says::Agile => (is_most || is_third && !heading.is_empty()).then_some(Certainty::Sure),
        _ if !is_most => None,
        Says::Nothing if words.iter().any(|word| word == partly) => Some(Certainty::Supposed),
        _ => Some(Certainty::OnlyLike),
    }
}

/// Whether a value is the answer that a process can be done in part.
fn is_part(value: &str, edition: &Edition) -> bool {
    let read = verdict::read(value, &edition.model.scales, |_| None);
    matches!(read, Read::Sure(verdict) if verdict.word == Answer::Partly.keyword())
}

fn letters(grid: &Grid<'_>, first: usize, at: usize) -> usize {
    let texts = (first..grid.height()).take(LOOKED_AT).map(|row| grid.text(row, at));
    texts.filter(|text| text.chars().any(char::is_alphabetic)).map(|text| text.chars().count().min(80)).sum()
}

/// Whether a role is that of an office.
pub(super) fn is_office(role: &Role) -> bool {
    matches!(role.reads, Reads::Office(_))
}
