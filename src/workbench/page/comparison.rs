use super::Chrome;
use super::chrome::counted;
use crate::comparison::{ChangeKind, Comparison, Field, Recomputed, RecordChange, Side};
use crate::difference::{self, Difference};
use crate::model::{Edition, capital};
use crate::workbench::bench::Bench;
use crate::workbench::look;
use crate::workbench::session::Session;
use crate::workbench::visit::{Shown, Visit};
use crate::year::{ComparisonFormat, comparison_bytes};
use serde::Serialize;

/// How many records of a table are shown; a file of the comparison holds all of them.
const SHOWN: usize = 300;

#[derive(Serialize)]
struct Page {
    chrome: Chrome,
    editions: Vec<String>,
    from: String,
    to: String,
    /// Why nothing is compared.
    why: Option<String>,
    sentence: String,
    tables: Vec<Table>,
    figures: Vec<Figure>,
    /// The paragraphs of the chapters in which only figures of the data differ.
    recomputed: Vec<FieldLine>,
}

#[derive(Serialize)]
struct Table {
    title: String,
    changes: Vec<Record>,
    more: usize,
}

#[derive(Serialize)]
struct Record {
    kind: &'static str,
    word: &'static str,
    name: String,
    fields: Vec<FieldLine>,
}

#[derive(Serialize)]
struct FieldLine {
    label: String,
    before: String,
    after: String,
}

#[derive(Serialize)]
struct Figure {
    label: String,
    before: usize,
    after: usize,
    difference: String,
}

/// The two editions that are asked for: the one worked on beside the one before it, where nothing is said.
fn pair<'a>(bench: &Bench<'a>, visit: &Visit) -> Option<(&'a Edition, &'a Edition)> {
    let editions = bench.annex.ok()?.annex().editions.as_slice();
    let named = |name: &str| editions.iter().find(|edition| edition.id.as_str() == visit.asked(name));
    let to = named("a").or(bench.edition())?;
    let place = editions.iter().position(|edition| edition.id == to.id)?;
    let beside = place.checked_sub(1).or_else(|| Some(place + 1)).and_then(|place| editions.get(place));
    let from = named("da").or(beside)?;
    // The earlier one first, unless it is asked for the other way round.
    let is_asked = !visit.asked("da").is_empty();
    Some(if is_asked || from.id < to.id { (from, to) } else { (to, from) })
}

/// Why two editions cannot be compared; nothing if they can.
fn obstacle(bench: &Bench<'_>, pair: (&Edition, &Edition)) -> Option<String> {
    let annex = bench.annex.ok()?;
    if pair.0.id == pair.1.id {
        return Some("È due volte la stessa edizione: sceglierne due diverse.".to_owned());
    }
    let faulty = [pair.0, pair.1].into_iter().find(|edition| !annex.errors_of(edition).is_empty())?;
    let errors = counted(annex.errors_of(faulty).len(), "errore", "errori");
    Some(format!("L'edizione {} ha {errors}: il confronto si fa quando i dati non ne hanno.", faulty.id.as_str()))
}

fn between(bench: &Bench<'_>, (from, to): (&Edition, &Edition)) -> Comparison {
    let administration = bench.annex.ok().and_then(|annex| annex.annex().administration.as_ref());
    Comparison::between(Side { administration, edition: from }, Side { administration, edition: to })
}

/// What is different between two editions.
pub(super) fn page(bench: &Bench<'_>, session: &Session, visit: &Visit) -> String {
    let editions = bench.annex.map(|annex| annex.annex().editions.as_slice()).unwrap_or_default();
    let pair = pair(bench, visit);
    let why = match pair {
        None => Some("C'è una sola edizione: il confronto si fa con la prossima.".to_owned()),
        Some(pair) => obstacle(bench, pair),
    };
    let compared = pair.filter(|_| why.is_none()).map(|pair| between(bench, pair));
    let id = |edition: Option<&Edition>| edition.map(|edition| edition.id.as_str().to_owned()).unwrap_or_default();
    let page = Page {
        chrome: Chrome::of(bench, session, visit, "Confronto", "confronto"),
        editions: editions.iter().map(|edition| edition.id.as_str().to_owned()).collect(),
        from: id(pair.map(|pair| pair.0)),
        to: id(pair.map(|pair| pair.1)),
        why,
        sentence: compared.as_ref().map(|it| capital(&difference::sentence(it))).unwrap_or_default(),
        tables: compared.as_ref().map(tables).unwrap_or_default(),
        figures: compared.as_ref().map(figures).unwrap_or_default(),
        recomputed: compared.map(|compared| compared.recomputed).unwrap_or_default().into_iter().map(line).collect(),
    };
    look::shown("confronto.html", &page)
}

fn tables(comparison: &Comparison) -> Vec<Table> {
    let changed = comparison.tables.iter().filter(|table| !table.changes.is_empty());
    changed
        .map(|table| Table {
            title: table.title.clone(),
            changes: table.changes.iter().take(SHOWN).map(record).collect(),
            more: table.changes.len().saturating_sub(SHOWN),
        })
        .collect()
}

fn record(change: &RecordChange) -> Record {
    let kind = match change.kind {
        ChangeKind::Added => "aggiunta",
        ChangeKind::Removed => "tolta",
        ChangeKind::Renamed | ChangeKind::Moved | ChangeKind::Changed => "cambiata",
    };
    let field = |field: &Field| FieldLine {
        label: field.label.clone(),
        before: difference::value(&field.before),
        after: difference::value(&field.after),
    };
    Record {
        kind,
        word: difference::word(change.kind),
        name: difference::called(change),
        fields: change.fields.iter().map(field).collect(),
    }
}

fn figures(comparison: &Comparison) -> Vec<Figure> {
    let changed = comparison.figures.iter().filter(|figure| figure.before != figure.after);
    changed
        .map(|figure| Figure {
            label: figure.label.clone(),
            before: figure.before,
            after: figure.after,
            difference: difference::signed(figure),
        })
        .collect()
}

/// A paragraph in which only figures of the data differ.
fn line(recomputed: Recomputed) -> FieldLine {
    FieldLine { label: recomputed.title, before: recomputed.before, after: recomputed.after }
}

/// The comparison as a file.
pub(super) fn file(bench: &Bench<'_>, visit: &Visit) -> Option<Shown> {
    let ending = visit.asked("formato");
    let format = ComparisonFormat::ending_in(ending)?;
    let (from, to) = pair(bench, visit)?;
    if let Some(why) = obstacle(bench, (from, to)) {
        return Some(Shown::Refused(look::message("Il confronto non è stato fatto", &why)));
    }
    let comparison = between(bench, (from, to));
    let administration = bench.annex.ok()?.annex().administration.as_ref();
    let difference = Difference {
        administration: administration.map_or("", |administration| administration.name.value.as_str()),
        title: &to.title.value,
        from: from.id.as_str(),
        to: to.id.as_str(),
        comparison: &comparison,
    };
    let name = format!("confronto-{}-{}.{ending}", from.id.as_str(), to.id.as_str());
    Some(match comparison_bytes(format, &difference) {
        Ok(bytes) => Shown::File { name, bytes },
        Err(trouble) => Shown::Refused(look::trouble("Il confronto non è stato scritto", &trouble)),
    })
}
