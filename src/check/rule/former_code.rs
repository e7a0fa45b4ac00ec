use super::code_form;
use super::earlier_edition::{EDITION, PROCESSES, SERVICES, TEAMS};
use super::reused_code::is_same;
use crate::check::rule_context::RuleContext;
use crate::diagnostic::{Edit, Example, Finding, Findings, Rule, Severity, Suggestion};
use crate::model::{Edition, Process, ProcessCode, Spanned, slug};
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

pub(super) static RULE: Rule = Rule {
    code: "LA336",
    name: "codice-precedente-discorde",
    severity: Severity::Warning,
    summary: "Il `codice_precedente` di un processo non è di nessun processo delle edizioni precedenti, è ancora di un altro processo, o è già scritto in un'altra riga.",
    why: "È il filo che lega un anno all'altro: dove è sbagliato, il confronto dà per nuovo un processo che c'era, per tolto uno che c'è ancora, o unisce due processi diversi.",
    remedy: "Scrivere il codice che il processo aveva nell'edizione precedente; se è un processo nuovo, togliere `codice_precedente`.",
    correction: None,
    basis: "Linee guida nazionali per i dati aperti (AgID): identificativi persistenti.",
    failing: &[
        Example {
            caption: "L'anno prima nessuno aveva quel codice",
            edits: &[EDITION, SERVICES, TEAMS, PROCESSES, Edit::new("processi.yaml", "codice: 200-1-M", ABSENT)],
        },
        Example {
            caption: "Il processo che aveva quel codice lo ha ancora",
            edits: &[EDITION, SERVICES, TEAMS, PROCESSES, Edit::new("processi.yaml", "codice: 100-1-B", CLAIMED)],
        },
        Example {
            caption: "Due processi prenderebbero il posto dello stesso",
            edits: &[
                Edit::new("processi.yaml", "codice: 200-1-M", RENAMED),
                Edit::new("processi.yaml", "codice: 100-1-B", CLAIMED),
            ],
        },
    ],
    passing: &[
        Example {
            caption: "Il processo ha cambiato codice",
            edits: &[EDITION, SERVICES, TEAMS, PROCESSES, Edit::new("processi.yaml", "codice: 200-1-M", RENAMED)],
        },
        Example {
            caption: "L'edizione precedente non è nella cartella",
            edits: &[Edit::new("processi.yaml", "codice: 200-1-M", ABSENT)],
        },
    ],
};

const ABSENT: &str = "codice: 200-2-M\n    codice_precedente: 900-9-M";
const RENAMED: &str = "codice: 200-2-M\n    codice_precedente: 200-1-M";
const CLAIMED: &str = "codice: 100-1-B\n    codice_precedente: 200-1-M";

pub(super) fn check(context: &RuleContext<'_>, findings: &mut Findings) {
    let edition = context.edition;
    let in_parts = edition.has_codes_in_parts();
    let earlier = Earlier::of(context);
    let now: HashMap<&str, &Process> =
        edition.coded_processes().map(|(_, process, code)| (code.value.as_str(), process)).collect();
    let mut claimed: HashMap<&str, &Spanned<ProcessCode>> = HashMap::new();
    for process in &edition.processes.rows {
        let Some(code) = process.previous_code.as_ref().filter(|code| !code.as_str().is_empty()) else { continue };
        // What is no code has a finding of its own.
        if code_form::finding(context, code, in_parts).is_some() {
            continue;
        }
        if let Some(first) = claimed.get(code.value.as_str()) {
            findings.push(twice(context, code, first));
            continue;
        }
        claimed.insert(code.value.as_str(), code);
        let Some(earlier) = &earlier else { continue };
        match earlier.processes.get(code.value.as_str()) {
            None if earlier.known.contains(code.value.as_str()) => {}
            None => findings.push(absent(context, earlier, process, code)),
            Some(before) => {
                // One that says which code it had has come to its own since.
                let alive = now.get(code.value.as_str()).filter(|alive| alive.previous_code.is_none());
                findings.extend(alive.filter(|alive| is_same(alive, before)).map(|alive| living(context, code, alive)));
            }
        }
    }
}

/// The edition before, where all of its processes are known.
struct Earlier<'a> {
    edition: &'a Edition,
    /// Its processes by their codes.
    processes: HashMap<&'a str, &'a Process>,
    /// The codes that any earlier edition has, and those that its processes had before.
    known: HashSet<&'a str>,
    /// Its codes by what their processes are called; `None` where several are called so. Made when the first code is not found.
    namesakes: OnceCell<HashMap<String, Option<&'a ProcessCode>>>,
}

impl<'a> Earlier<'a> {
    fn of(context: &RuleContext<'a>) -> Option<Self> {
        let editions = &context.annex.editions[..context.number];
        let is_read = |edition: &Edition| {
            edition.processes.complete && !context.is_unread(&format!("{}/processi", edition.id.as_str()))
        };
        let edition = editions.last().filter(|_| editions.iter().all(is_read))?;
        let mut processes = HashMap::new();
        for (_, process, code) in edition.coded_processes() {
            processes.entry(code.value.as_str()).or_insert(process);
        }
        let rows = editions.iter().flat_map(|edition| &edition.processes.rows);
        let codes = rows.flat_map(|process| process.code.iter().chain(&process.previous_code));
        Some(Self {
            edition,
            processes,
            known: codes.map(|code| code.value.as_str()).collect(),
            namesakes: OnceCell::new(),
        })
    }

    /// The code of the only process that is called like another.
    fn code_of_namesake(&self, process: &Process) -> Option<&'a ProcessCode> {
        let edition: &'a Edition = self.edition;
        let namesakes = self.namesakes.get_or_init(|| {
            let mut namesakes = HashMap::new();
            for (_, other, code) in edition.coded_processes() {
                namesakes.entry(slug(&other.name)).and_modify(|code| *code = None).or_insert(Some(&code.value));
            }
            namesakes
        });
        let name = slug(&process.name);
        namesakes.get(&name).copied().flatten().filter(|_| !name.is_empty())
    }
}

/// No process of the edition before had this code.
fn absent(context: &RuleContext<'_>, earlier: &Earlier<'_>, process: &Process, code: &Spanned<ProcessCode>) -> Finding {
    let words = "nell'edizione {} [nessun processo] ha il codice `{}`";
    let message = context.fill(words, &[&earlier.edition.id.as_str(), &code.as_str()]);
    let finding = Finding::new(&RULE, code.span, message).label("codice di nessuno");
    let own = process.code.as_ref().map(|own| &own.value);
    match earlier.code_of_namesake(process).filter(|namesake| Some(*namesake) != own) {
        Some(right) => {
            finding.suggest(Suggestion::new(context.sources, code.span, code.as_str(), right.as_str()).as_guess())
        }
        None => finding.help(context.say(
            "scrivere il codice che [il processo] aveva in quell'edizione; se allora non c'era, togliere `codice_precedente`",
        )),
    }
}

/// A process of this edition still has this code.
fn living(context: &RuleContext<'_>, code: &Spanned<ProcessCode>, alive: &Process) -> Finding {
    let message = context.fill("il codice `{}` è ancora [del processo] «{}»", &[&code.as_str(), &alive.name.value]);
    Finding::new(&RULE, code.span, message)
        .label("codice ancora in uso")
        .related(alive.label_span(), "è in uso qui")
        .help(context.say("scrivere il codice che [questo processo] aveva, o togliere `codice_precedente`"))
}

/// Another row has said already that it had this code.
fn twice(context: &RuleContext<'_>, code: &Spanned<ProcessCode>, first: &Spanned<ProcessCode>) -> Finding {
    let message = context.fill("il codice `{}` è già quello che aveva [un altro processo]", &[&code.as_str()]);
    Finding::new(&RULE, code.span, message)
        .label("seconda volta")
        .related(first.span, "la prima volta è qui")
        .help("lasciarlo nella riga che ne continua la storia, e toglierlo dall'altra")
}
