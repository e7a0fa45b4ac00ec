use super::{Edition, Graph, OfficeLabels, Process, Scope, fold};
use std::collections::HashMap;

impl Edition {
    /// What each process is called where nothing beside it says whose it is: by its code and its name; one without a code whose name
    /// another has, with its offices after it, `Accertamento – Ufficio IMU (Comune di Alfa)`.
    pub fn process_titles(&self, graph: &Graph<'_>, labels: &OfficeLabels) -> Vec<String> {
        let rows = &self.processes.rows;
        let names: Vec<Option<String>> =
            rows.iter().map(|process| process.code.is_none().then(|| fold(&process.name.value))).collect();
        let mut times: HashMap<&str, usize> = HashMap::new();
        for name in names.iter().flatten() {
            *times.entry(name).or_default() += 1;
        }
        let title = |(process, name): (&Process, &Option<String>)| {
            let is_repeated = name.as_ref().is_some_and(|name| times[name.as_str()] > 1);
            let offices = if is_repeated { offices(process, graph, labels) } else { Vec::new() };
            match offices.as_slice() {
                [] => process.title(),
                offices => format!("{} – {}", process.title(), offices.join("; ")),
            }
        };
        rows.iter().zip(&names).map(title).collect()
    }
}

/// The offices that a process names; none for one that concerns everyone.
fn offices<'l>(process: &Process, graph: &Graph<'_>, labels: &'l OfficeLabels) -> Vec<&'l str> {
    let ids = process.office_ids().into_iter();
    match &process.scope {
        Some(Scope::Teams(_)) => ids.filter_map(|id| graph.team(id)).map(|row| labels.teams[row].as_str()).collect(),
        Some(Scope::Services(_)) => {
            ids.filter_map(|id| graph.service(id)).map(|row| labels.services[row].as_str()).collect()
        }
        Some(Scope::Areas) => ids.filter_map(|id| graph.area(id)).map(|row| labels.areas[row].as_str()).collect(),
        Some(Scope::Everyone(_)) | None => Vec::new(),
    }
}
