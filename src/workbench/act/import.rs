use super::{missing, troubled};
use crate::digest::Sha256;
use crate::edit::ChangedFile;
use crate::sheet;
use crate::workbench::bench::Bench;
use crate::workbench::intake::Intake;
use crate::workbench::look;
use crate::workbench::page::{import_page, sheets_page};
use crate::workbench::plain_words::of_trouble;
use crate::workbench::save::save;
use crate::workbench::session::{FileEdit, Session};
use crate::workbench::visit::{Done, Form, Sent, Shown, Visit, field};
use crate::year::Incoming;

/// The page that shows what was understood.
const READING: &str = "/banco/importa/";

/// The longest name of a file that is shown, in letters.
const LONGEST_NAME: usize = 120;

/// Takes spreadsheets that were handed in; nothing is written yet.
pub(super) fn take(bench: &Bench<'_>, session: &mut Session, visit: &Visit) -> Done {
    let refused =
        |session: &Session, why: String| Done::only(Shown::Refused(sheets_page(bench, session, visit, Some(why))));
    // A form without scripts sends an empty file where none was chosen.
    let sent = visit.sent.iter().filter(|file| !(file.name.is_empty() && file.bytes.is_empty()));
    let (mut names, mut incoming, mut digest) = (Vec::new(), Incoming::default(), Sha256::default());
    for file in sent {
        let shown = shown_name(file);
        let stem = shown.rsplit_once('.').map_or(shown.as_str(), |(stem, _)| stem).to_owned();
        let name = free_name(&names, &shown);
        match sheet::parse(&name, &stem, file.bytes.clone()) {
            Ok(workbook) => incoming.add(name.clone(), workbook),
            Err(trouble) => return refused(session, of_trouble(&trouble)),
        }
        digest.update_text(&name);
        digest.update_text(&Sha256::of(&file.bytes));
        names.push(name);
    }
    if names.is_empty() {
        return refused(session, "Non è stato scelto nessun file.".to_owned());
    }
    session.take_in(Intake::new(names, incoming, digest.finish()));
    Done::only(Shown::Elsewhere(READING.to_owned()))
}

/// A name that no other file has, as answers are told apart by it.
fn free_name(taken: &[String], name: &str) -> String {
    let numbered = (2..).map(|number| format!("{name} ({number})"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    names.find(|name| !taken.contains(name)).unwrap_or_default()
}

/// The last part of a name, without what a page should not show: what stands before it is a folder of another machine.
fn shown_name(file: &Sent) -> String {
    let last = file.name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = last.chars().filter(|c| !c.is_control()).take(LONGEST_NAME).collect();
    if name.trim().is_empty() { "foglio".to_owned() } else { name }
}

/// Takes decisions, writes, or gives up, by the button that was used.
pub(super) fn decide(bench: &Bench<'_>, session: &mut Session, visit: &Visit, form: &Form) -> Done {
    let Some(intake) = session.intake_mut() else {
        let words = "I fogli di calcolo non sono più qui: sono già stati importati, o il banco è stato chiuso. Consegnarli di nuovo.";
        return Done::only(Shown::Refused(look::message("Non è stato scritto nulla", words)));
    };
    // Answers are of the sheets of which they were asked.
    if field(form, "_fogli") != Some(intake.fingerprint().as_str()) {
        let why = "Non è stato scritto nulla, e le risposte di questa pagina non sono state prese: in un'altra finestra sono stati consegnati altri fogli, o sono state date altre risposte. Qui sotto c'è come si legge ora.";
        return refused(bench, session, visit, why.to_owned());
    }
    let mut is_new = false;
    match field(form, "_azione") {
        Some("lascia") => {
            session.give_up_intake();
            return Done::only(Shown::Elsewhere("/banco/fogli/".to_owned()));
        }
        Some("dimentica") => intake.forget(),
        _ => {
            for (name, answer) in form {
                if let Ok(question) = serde_json::from_str::<Vec<String>>(name) {
                    is_new |= intake.decide(&question, answer);
                }
            }
        }
    }
    if field(form, "_azione") == Some("scrivi") {
        if is_new {
            let why = "Le risposte sono cambiate: qui sotto c'è la nuova lettura. Se va bene, ora si può scrivere.";
            return refused(bench, session, visit, why.to_owned());
        }
        return write(bench, session, visit, field(form, "_letto").unwrap_or_default());
    }
    Done::only(Shown::Elsewhere(READING.to_owned()))
}

/// The page with why nothing was written.
fn refused(bench: &Bench<'_>, session: &Session, visit: &Visit, why: String) -> Done {
    Done::only(Shown::Refused(import_page(bench, session, visit, Some(why)).unwrap_or_default()))
}

/// Writes what the page showed; `shown` tells what that was.
fn write(bench: &Bench<'_>, session: &mut Session, visit: &Visit, shown: &str) -> Done {
    let Some(intake) = session.intake() else { return missing() };
    let understood = intake.understood(bench);
    let reading = match &understood.reading {
        Ok(reading) => reading,
        Err(why) => return refused(bench, session, visit, why.clone()),
    };
    if understood.fingerprint != shown {
        let why = "Non è stato scritto nulla: nel frattempo i dati sono cambiati. Qui sotto c'è la nuova lettura; se va bene, ora si può scrivere.";
        return refused(bench, session, visit, why.to_owned());
    }
    if reading.changed.is_empty() {
        let why = format!("Non c'è nulla da scrivere: {}.", reading.why_unchanged());
        return refused(bench, session, visit, why);
    }
    if understood.is_sealed {
        let why = "Non è stato scritto nulla: l'edizione è sigillata. Prima la si riapre, dalla pagina «Edizioni».";
        return refused(bench, session, visit, why.to_owned());
    }
    let records = reading.effect.deeds.len();
    let records = if records == 1 { "1 voce".to_owned() } else { format!("{records} voci") };
    let words = format!("Importato {}: {records}", intake.names.join(", "));
    let edit = |file: ChangedFile| FileEdit { path: file.path, before: file.before, after: Some(file.after) };
    match save(bench, session, words, reading.changed.iter().cloned().map(edit).collect()) {
        Ok(()) => {
            session.give_up_intake();
            Done::written("/banco/?fatto=1")
        }
        Err(trouble) => troubled(&trouble),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_shown_without_its_folders() {
        let shown = |name: &str| shown_name(&Sent { name: name.to_owned(), bytes: Vec::new() });
        assert_eq!(shown("processi.xlsx"), "processi.xlsx");
        assert_eq!(shown("../../etc/passwd"), "passwd");
        assert_eq!(shown("C:\\Utenti\\a.csv"), "a.csv");
        assert_eq!(shown("a\r\n\u{1b}b.csv"), "ab.csv");
        assert_eq!((shown(""), shown("x/")), ("foglio".to_owned(), "foglio".to_owned()));
        let taken = ["a.csv".to_owned(), "a.csv (2)".to_owned()];
        assert_eq!(free_name(&taken, "a.csv"), "a.csv (3)");
        assert_eq!(shown(&"à".repeat(1000)).chars().count(), 120);
    }
}
