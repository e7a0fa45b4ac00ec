use super::cells::{columns, optional, text, texts, word};
use crate::model::{Edition, Process, Scope};
use crate::open_data::data_table::{Cell, DataTable};

const COLUMNS: [(&str, &str); 16] = [
    ("codice", "Codice"),
    ("rischio", "Rischio corruttivo"),
    ("processo", "Processo"),
    ("finalita", "Finalità"),
    ("input", "Avvio (input)"),
    ("fasi", "Fasi"),
    ("output", "Risultato (output)"),
    ("area", "Area"),
    ("smart_team", "Smart team"),
    ("smartabilita", "Smartabilità"),
    ("supporti_cartacei", "Supporti cartacei"),
    ("servizio", "Servizio"),
    ("percentuale", "Percentuale"),
    ("motivazione", "Motivazione"),
    ("software", "Programmi informatici"),
    ("nota", "Nota"),
];

/// The mapping of the processes, as written: areas and services that follow from the teams are left to the reader.
pub(super) fn sheet(edition: &Edition) -> DataTable<'_> {
    DataTable {
        name: "processi",
        title: "Tavola 1 – Mappatura dei processi",
        description: "I processi dell'ente: rischio corruttivo, finalità, fasi, smart team e smartabilità di ciascuno.",
        columns: columns(edition, "processi", &COLUMNS),
        rows: edition.processes.rows.iter().map(row).collect(),
    }
}

fn row(process: &Process) -> Vec<Cell<'_>> {
    let (teams, services) = match &process.scope {
        Some(Scope::Teams(ids)) => (Cell::List(texts(ids)), Cell::Empty),
        Some(Scope::Services(ids)) => (Cell::Empty, Cell::List(texts(ids))),
        Some(Scope::Everyone(_)) => (Cell::text("tutti"), Cell::Empty),
        None => (Cell::Empty, Cell::Empty),
    };
    vec![
        Cell::text(process.code.value.as_str()),
        word(process.risk.as_ref()),
        text(&process.name),
        text(&process.purpose),
        Cell::List(texts(&process.inputs.value)),
        Cell::List(texts(&process.phases.value)),
        Cell::List(texts(&process.outputs.value)),
        Cell::optional_list(texts(&process.areas)),
        teams,
        word(process.smartability.as_ref()),
        word(process.paper.as_ref()),
        services,
        process.percentage.as_ref().map_or(Cell::Empty, |percentage| Cell::Number(percentage.value)),
        optional(process.reason.as_ref()),
        Cell::optional_list(texts(&process.software)),
        optional(process.annotations.note.as_ref()),
    ]
}
