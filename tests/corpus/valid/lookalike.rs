//! Facts that look like mistakes and are none.

use super::{edit, process};
use crate::annex::Files;
use crate::dice::Dice;

/// A team that is called like one of another service, with a process of its own.
pub fn add_homonym(files: &mut Files, dice: &mut Dice) {
    let name = *dice.pick(&["Linfa", "Semplice", "Mobilità", "Servizi Finanziari"]);
    edit(files, "smart-team", |text| {
        format!(
            "{text}  - id: omonimo\n    nome: {name}\n    servizio: avvocatura-civica\n    smartabilita: parzialmente smartabile\n"
        )
    });
    edit(files, "processi", |text| text.to_owned() + &process("500-90-B", "basso", 90, "smart_team: [omonimo]"));
}

/// The people of a row in two rows, for other days.
pub fn split_row(files: &mut Files, dice: &mut Dice) {
    let people = 1 + dice.roll(2);
    edit(files, "attuazione", |text| {
        let Some((before, rest)) = text.split_once("    smart_team: Servizi Finanziari\n") else {
            return text.to_owned();
        };
        let less = |rest: &str, key: &str| {
            let (head, after) = rest.split_once(&format!("    {key}: "))?;
            let (number, after) = after.split_once('\n')?;
            let fewer = number.parse::<usize>().ok()?.checked_sub(people)?;
            Some(format!("{head}    {key}: {fewer}\n{after}"))
        };
        let Some(rest) = less(rest, "dipendenti").and_then(|rest| less(&rest, "agili")) else { return text.to_owned() };
        let row = format!(
            "  - area: Risorse\n    servizio: Servizi Finanziari\n    smart_team: Servizi Finanziari\n    giorni_settimana: \"0,5\"\n    dipendenti: {people}\n    agili: {people}\n"
        );
        // At the end, so that the other rows stay where acceptances look for them.
        let rest = rest.replacen("totale_dichiarato", &format!("{row}totale_dichiarato"), 1);
        format!("{before}    smart_team: Servizi Finanziari\n{rest}")
    });
}

/// A law that is old and still in force.
pub fn cite_old_law(files: &mut Files, dice: &mut Dice) {
    let (act, day) = *dice.pick(&[
        ("Legge 20 maggio 1970 n. 300", "1970-05-20"),
        ("Legge 7 agosto 1990 n. 241", "1990-08-07"),
        ("Regio decreto 16 marzo 1942 n. 262", "1942-03-16"),
    ]);
    edit(files, "edizione", |text| {
        text.replacen(
            "riferimenti:\n",
            &format!("riferimenti:\n  - {{ atto: {act}, data: {day}, materia: lavoro }}\n"),
            1,
        )
    });
}

/// More of the profiles that are excluded, without a place, for whom a letter is like a figure.
pub fn add_exclusion(files: &mut Files, dice: &mut Dice) {
    let letter = *dice.pick(&["z", "aa", "bis"]);
    edit(files, "esclusioni", |text| {
        format!("{text}\n  - lettera: {letter}\n    profili: [Autisti, Messi notificatori]\n")
    });
}
