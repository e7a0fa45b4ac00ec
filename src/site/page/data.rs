use super::Composed;
use crate::model::{Edition, TableName};
use crate::site::edition_context::EditionContext;
use crate::site::page_meta::PageMeta;
use crate::site::value;
use crate::site::view::FileItem;
use crate::trouble::Trouble;
use serde::Serialize;

/// The open data of an edition.
#[derive(Debug, Serialize)]
struct DataPage<'s> {
    tables: Vec<Dataset<'s>>,
    /// Files of no single table.
    others: Vec<FileItem<'s>>,
}

/// A table with its files and columns.
#[derive(Debug, Serialize)]
struct Dataset<'s> {
    id: &'static str,
    name: &'static str,
    files: Vec<FileItem<'s>>,
    columns: Vec<Column<'s>>,
}

/// A column of a table.
#[derive(Debug, Serialize)]
struct Column<'s> {
    key: &'s str,
    meaning: String,
}

/// A column and what it holds.
type Meaning = (&'static str, &'static str);

/// The tables with their columns, in the order of the contract; `formazione` has one more for each audience.
const TABLES: &[(&str, &str, &[Meaning])] = &[
    ("aree", "Aree", &[("id", "identificativo"), ("nome", "nome"), ("cessata", "«si» se l'area non c'è più")]),
    (
        "servizi",
        "Servizi",
        &[
            ("id", "identificativo"),
            ("nome", "nome"),
            ("area", "identificativo dell'area"),
            ("prefisso", "prima parte dei codici dei processi"),
        ],
    ),
    (
        "smart-team",
        "Smart team",
        &[
            ("id", "identificativo"),
            ("nome", "nome"),
            ("servizio", "identificativo del servizio"),
            ("smartabilita", "smartabile, parzialmente smartabile o non smartabile"),
            ("nota", "nota"),
        ],
    ),
    (
        "processi",
        "Processi (Tavola 1)",
        &[
            ("codice", "codice del processo"),
            ("rischio", "rischio corruttivo: basso, medio o alto"),
            ("processo", "nome del processo"),
            ("finalita", "finalità"),
            ("input", "avvio (input)"),
            ("fasi", "fasi"),
            ("output", "risultato (output)"),
            ("area", "identificativi delle aree"),
            ("smart_team", "identificativi degli smart team, oppure «tutti»"),
            ("smartabilita", "si, no o in parte"),
            ("supporti_cartacei", "si o no; vuoto se non è indicato"),
            ("servizio", "identificativi dei servizi"),
            ("percentuale", "quota smartabile, da 0 a 100"),
            ("motivazione", "motivazione"),
            ("software", "identificativi dei programmi informatici"),
            ("nota", "nota"),
        ],
    ),
    (
        "software",
        "Programmi informatici (software)",
        &[("nome", "nome"), ("scopo", "a che cosa serve"), ("fornitore", "fornitore"), ("nota", "nota")],
    ),
    ("formazione", "Piano formativo", &[("gruppo", "gruppo di moduli"), ("modulo", "nome del modulo")]),
    (
        "attuazione",
        "Stato di attuazione",
        &[
            ("area", "area, con il nome di quell'anno"),
            ("servizio", "servizio, con il nome di quell'anno"),
            ("smart_team", "smart team, con il nome di quell'anno"),
            ("continua_in", "identificativi degli smart team che lo continuano"),
            ("giorni_settimana", "giorni di lavoro agile alla settimana"),
            ("dipendenti", "dipendenti"),
            ("agili", "lavoratrici e lavoratori agili"),
            ("nota", "nota"),
        ],
    ),
    ("valutazione", "Comportamenti e competenze attesi", &[("ruolo", "ruolo"), ("voce", "che cosa ci si attende")]),
];

pub(super) fn compose<'s>(context: &'s EditionContext<'_>) -> Result<Composed<'s>, Trouble> {
    let present = TABLES.iter().filter(|(id, ..)| match *id {
        "software" => context.has(TableName::Software),
        "formazione" => context.has(TableName::Training),
        "attuazione" => context.has(TableName::Adoption),
        "valutazione" => context.has(TableName::ExpectedBehaviours),
        _ => true,
    });
    let tables = present.map(|(id, name, columns)| Dataset {
        id,
        name,
        files: context.files_of(id),
        columns: columns
            .iter()
            .map(|(key, meaning)| Column { key, meaning: (*meaning).to_owned() })
            .chain(audiences(id, context.edition))
            .collect(),
    });
    let known = |table: &str| TABLES.iter().any(|(id, ..)| *id == table);
    let others = context.files.data.iter().filter(|file| !known(file.table)).map(FileItem::from);
    let page = DataPage { tables: tables.collect(), others: others.collect() };
    let meta = PageMeta {
        title: "Dati aperti".to_owned(),
        description: format!("Le tavole dell'edizione {} da scaricare e riusare.", context.edition.id.as_str()),
        section: "dati",
        is_section: true,
        ..PageMeta::default()
    };
    Ok((meta, value(&page)?, "dati.html"))
}

/// The columns of the training matrix, one for each audience.
fn audiences<'s>(table: &str, edition: &'s Edition) -> Vec<Column<'s>> {
    let audiences = if table == "formazione" { &edition.training.audiences[..] } else { &[] };
    audiences
        .iter()
        .map(|audience| {
            let group = audience.group.as_ref().map(|group| format!("{} – ", group.value)).unwrap_or_default();
            Column { key: &audience.id.value, meaning: format!("destinatari: {group}{}", audience.name.value) }
        })
        .collect()
}
