use super::{in_words, not_written, troubled};
use crate::edit::{Change, Document, Step, Written};
use crate::load::Overlay;
use crate::publish::CheckedAnnex;
use crate::workbench::bench::{Bench, WaiverPlace};
use crate::workbench::finding_item;
use crate::workbench::look;
use crate::workbench::page::accept_page;
use crate::workbench::plain_words::quoted;
use crate::workbench::save::save;
use crate::workbench::session::{FileEdit, Session};
use crate::workbench::table::items_of;
use crate::workbench::visit::{Done, Form, Shown, Visit, field};

/// The order of the keys of an acceptance.
const ORDER: [&str; 6] = ["controllo", "dove", "valore", "motivo", "scade", "pubblica"];

/// Accepts a finding, with the reason that was written.
pub(super) fn accept(bench: &Bench<'_>, session: &mut Session, visit: &Visit, id: &str, form: &Form) -> Done {
    let findings = bench.findings();
    let found = findings.iter().find(|finding| finding.is_open() && finding_item::id(bench, finding) == id);
    let (Some(finding), Some(edition)) = (found, bench.edition()) else {
        let words = gone(bench, form);
        return Done { shown: Shown::Refused(look::message("Non è stato scritto nulla", &words)), changed: true };
    };
    let refused = |session: &Session, why: String| {
        Done::only(Shown::Refused(accept_page(bench, session, visit, finding, Some((why, form)))))
    };
    let value = |name: &str| field(form, name).map(str::trim).filter(|value| !value.is_empty());
    let Some(reason) = value("motivo") else {
        return refused(session, "Manca il motivo: senza, un rilievo non si accetta.".to_owned());
    };
    let text = value("valore").map(str::to_owned);
    let known = bench.waiver_places(finding);
    let held = match value("dove") {
        Some(places) => vec![(items_of(places), text)],
        None if text.is_some() => vec![(known.into_iter().map(|place| place.place).collect(), text)],
        None => by_text(known),
    };
    if held.iter().all(|(places, _)| places.is_empty()) {
        return refused(session, "Non è stato scritto nulla.".to_owned());
    }
    let item = |(places, text): (Vec<String>, Option<String>)| {
        let place = match places.as_slice() {
            [one] => Written::text(one.as_str()),
            many => Written::List(many.iter().map(Written::text).collect()),
        };
        let mut entries = vec![("controllo".to_owned(), Written::text(finding.rule.code)), ("dove".to_owned(), place)];
        entries.extend(text.map(|text| ("valore".to_owned(), Written::text(text))));
        entries.push(("motivo".to_owned(), Written::text(reason)));
        entries.extend(value("scade").map(|day| ("scade".to_owned(), Written::Number(day.to_owned()))));
        Written::Group(entries)
    };
    let items = held.into_iter().map(item).collect();
    let path = format!("data/{}/accettazioni.yaml", edition.id.as_str());
    let text = bench.text(&path);
    let list = vec![Step::from("accettazioni")];
    let mut document = match Document::parse(text.filter(|text| !text.is_empty()).unwrap_or("accettazioni: []\n")) {
        Ok(document) => document,
        Err(why) => return refused(session, format!("Le accettazioni non si possono modificare da qui: {why}.")),
    };
    let count = document.read().at(&list).map_or(0, |list| list.items().len());
    if let Err(why) = document.apply(&Change::Insert { list, at: count, items }, &ORDER) {
        return refused(session, format!("Non è stato scritto nulla: {path}: {why}."));
    }
    let next = match bench.read_with(&Overlay::from([(path.clone(), document.text().to_owned())])) {
        Ok(next) => next,
        Err(trouble) => return troubled(&trouble),
    };
    if let Some(error) = bench.new_error(&next) {
        return refused(session, format!("Non è stato scritto nulla, perché {}.", quoted(&error)));
    }
    if is_open(bench, &next, id) {
        let why = "con questa scadenza, questo valore o questo posto il rilievo resterebbe aperto";
        return refused(session, not_written(why));
    }
    let named = bench.places().named(bench, finding).join("; ");
    let words = format!("Accettato un rilievo su {named}: {reason}");
    let edit = FileEdit { path, before: text.map(str::to_owned), after: Some(document.text().to_owned()) };
    match save(bench, session, words, vec![edit]) {
        Ok(()) => Done::written("/banco/?fatto=1"),
        Err(trouble) => refused(session, not_written(&in_words(&trouble))).reread(),
    }
}

/// Why a finding can no longer be accepted, with the reason that was written.
fn gone(bench: &Bench<'_>, form: &Form) -> String {
    let why = if bench.edition().is_some_and(|edition| !edition.waivers.complete) {
        "Le accettazioni non si leggono, e non si sa più quali rilievi sono già accettati: va corretto prima il loro testo."
    } else {
        "Il rilievo non c'è più: qualcuno ha corretto ciò di cui parlava."
    };
    let reason = field(form, "motivo").map(str::trim).filter(|reason| !reason.is_empty());
    reason.map_or_else(|| why.to_owned(), |reason| format!("{why} Il motivo scritto era: {reason}"))
}

/// The places for which one acceptance holds, with its text: those where the same text stands.
fn by_text(places: Vec<WaiverPlace>) -> Vec<(Vec<String>, Option<String>)> {
    let mut held: Vec<(Vec<String>, Option<String>)> = Vec::new();
    for WaiverPlace { place, text } in places {
        match held.iter_mut().find(|(_, known)| *known == text) {
            Some((places, _)) => places.push(place),
            None => held.push((vec![place], text)),
        }
    }
    held
}

/// Whether a finding is still open in the folder as it would be.
fn is_open(bench: &Bench<'_>, next: &CheckedAnnex, id: &str) -> bool {
    let next = Bench::new(bench.root, bench.settings, Ok(next), None, None);
    next.findings().iter().any(|finding| finding.is_open() && finding_item::id(&next, finding) == id)
}
