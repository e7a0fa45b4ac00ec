//! Whole administrations of other kinds and sizes, each from the names of its offices and processes.

use crate::annex::Files;
use std::fmt::Write;

/// One line a team; a line with `=` begins an administration.
const BODIES: &str = include_str!("bodies.txt");
const EDITION: &str = "data/2026-2028";

/// An administration: its name, and its teams.
pub struct Body {
    pub name: &'static str,
    teams: Vec<Team>,
}

struct Team {
    area: &'static str,
    service: &'static str,
    prefix: &'static str,
    name: &'static str,
    processes: Vec<&'static str>,
}

/// Every one.
pub fn bodies() -> Vec<Body> {
    let mut bodies: Vec<Body> = Vec::new();
    for line in BODIES.lines().filter(|line| !line.starts_with('#')) {
        if let Some(name) = line.strip_prefix("= ") {
            bodies.push(Body { name, teams: Vec::new() });
            continue;
        }
        let cells: Vec<&str> = line.split(" | ").collect();
        let [area, service, prefix, name, processes] = cells[..] else { panic!("five cells: {line}") };
        let processes = processes.split("; ").collect();
        bodies.last_mut().expect("an administration").teams.push(Team { area, service, prefix, name, processes });
    }
    bodies
}

/// The number, from 1, of a name among those before it.
fn number<'n>(names: &mut Vec<&'n str>, name: &'n str) -> (usize, bool) {
    if let Some(at) = names.iter().position(|known| *known == name) {
        return (at + 1, false);
    }
    names.push(name);
    (names.len(), true)
}

impl Body {
    /// Its annex: that of `piao init`, with its own name, offices and processes.
    pub fn files(&self) -> Files {
        let (mut areas, mut services) = (String::from("aree:\n"), String::from("servizi:\n"));
        let (mut teams, mut processes) = (String::from("smart_team:\n"), String::from("processi:\n"));
        let mut rows = String::from("data: 2025-12-31\nrighe:\n");
        let (mut known_areas, mut known_services) = (Vec::new(), Vec::new());
        let mut last_code = std::collections::BTreeMap::new();
        for (at, team) in self.teams.iter().enumerate() {
            let (area, new) = number(&mut known_areas, team.area);
            if new {
                writeln!(areas, "  - id: area-{area}\n    nome: {}", text(team.area)).expect("an area");
            }
            let (service, new) = number(&mut known_services, team.service);
            if new {
                let (name, prefix) = (text(team.service), text(team.prefix));
                writeln!(
                    services,
                    "  - id: servizio-{service}\n    nome: {name}\n    area: area-{area}\n    prefisso: {prefix}"
                )
                .expect("a service");
            }
            let name = text(team.name);
            writeln!(
                teams,
                "  - id: gruppo-{at}\n    nome: {name}\n    servizio: servizio-{service}\n    smartabilita: parzialmente smartabile"
            )
            .expect("a team");
            writeln!(
                rows,
                "  - {{ area: {}, servizio: {}, smart_team: {name}, dipendenti: {}, agili: {} }}",
                text(team.area),
                text(team.service),
                20 + at,
                9 + at
            )
            .expect("a row");
            for process in &team.processes {
                let count = last_code.entry(team.prefix).and_modify(|count| *count += 1).or_insert(1_usize);
                let (letter, risk) = [("B", "basso"), ("M", "medio"), ("A", "alto")][*count % 3];
                let process = text(process);
                writeln!(
                    processes,
                    "  - codice: {}\n    rischio: {risk}\n    processo: {process}\n    finalita: {process}\n    input: [Istanza di parte]\n    fasi: [Esame, Decisione]\n    output: [Provvedimento]\n    smart_team: gruppo-{at}\n    smartabilita: in parte",
                    text(&format!("{}-{count}-{letter}", team.prefix))
                )
                .expect("a process");
            }
        }
        let mut files = starter();
        files.insert(format!("{EDITION}/servizi.yaml"), areas + &services);
        files.insert(format!("{EDITION}/smart-team.yaml"), teams);
        files.insert(format!("{EDITION}/processi.yaml"), processes);
        files.insert(format!("{EDITION}/attuazione.yaml"), rows);
        let administration = files.get_mut("data/ente.yaml").expect("the administration");
        *administration = administration.replace("Comune di Esempio", &text(self.name));
        files
    }
}

/// The annex of `piao init`.
pub fn starter() -> Files {
    let files = piao::scaffold::files().into_iter();
    files
        .filter(|(path, _)| path.starts_with("data/") || path.starts_with("content/"))
        .map(|(path, text)| (path, text.to_owned()))
        .collect()
}

/// A text between quotes: JSON's are YAML's.
fn text(words: &str) -> String {
    serde_json::to_string(words).expect("a text")
}
