use super::{Edition, Process, Scope, slug};
use std::collections::HashMap;

impl Edition {
    /// By what each process is known in addresses and from one edition to another: its code; where it has none its name, followed by the
    /// identifier of its office where another process without a code has the same.
    pub fn process_slugs(&self) -> Vec<String> {
        let names: Vec<String> = self.processes.rows.iter().map(|process| slug(&process.name)).collect();
        let mut times: HashMap<&str, usize> = HashMap::new();
        for (process, name) in self.processes.rows.iter().zip(&names) {
            *times.entry(name).or_default() += usize::from(process.code.is_none());
        }
        let slugs = self.processes.rows.iter().zip(&names).map(|(process, name)| match &process.code {
            Some(code) => code.value.slug(),
            None if times.get(name.as_str()).is_some_and(|times| *times > 1) => format!("{name}-{}", office(process)),
            None => name.clone(),
        });
        slugs.collect()
    }
}

/// The first office that a process names.
fn office(process: &Process) -> &str {
    let is_everyone = matches!(process.scope, Some(Scope::Everyone(_)));
    process.office_ids().first().copied().unwrap_or(if is_everyone { "tutti" } else { "" })
}
