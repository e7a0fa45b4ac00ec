use super::arguments::Folder;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Args, Debug)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Export {
    #[command(flatten)]
    pub(super) folder: Folder,

    /// L'edizione di cui si vogliono i dati; se non è detta, quella vigente
    #[arg(long, visible_alias = "edizione", value_name = "EDIZIONE")]
    pub(super) edition: Option<String>,

    /// Il foglio di calcolo da scrivere, XLSX oppure ODS secondo la fine del nome; con --per, la cartella. Se non è detto, accanto a `data` con il nome dell'edizione
    #[arg(long = "out", visible_alias = "uscita", value_name = "FILE")]
    pub(super) out: Option<PathBuf>,

    /// Un foglio di calcolo per ogni servizio, area o smart team, con le sue sole righe, da far confermare al responsabile: `servizio`, `area`, `smart-team`
    #[arg(long, value_name = "UFFICIO", hide_possible_values = true)]
    pub(super) per: Option<Office>,

    /// Scrive invece i capitoli in questa cartella, ciascuno come documento di Word con il nome del suo indirizzo
    #[arg(long, visible_alias = "capitoli", value_name = "CARTELLA", conflicts_with_all = ["out", "per"])]
    pub(super) chapters: Option<PathBuf>,
}

/// The offices for each of which a workbook may be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Office {
    #[value(name = "servizio", alias = "servizi", alias = "service")]
    Service,
    #[value(name = "area", alias = "aree")]
    Area,
    #[value(name = "smart-team", alias = "smart_team", alias = "team")]
    Team,
}

#[derive(Args, Debug)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Import {
    /// I fogli di calcolo da leggere; con --chapter, il documento di Word
    #[arg(value_name = "FILE", required = true)]
    pub(super) files: Vec<PathBuf>,

    #[command(flatten)]
    pub(super) folder: Folder,

    /// L'edizione in cui importare; se non è detta, quella dei fogli, o quella vigente
    #[arg(long, visible_alias = "edizione", value_name = "EDIZIONE")]
    pub(super) edition: Option<String>,

    /// Scrive nei dati ciò che altrimenti mostra soltanto
    #[arg(long, visible_alias = "si")]
    pub(super) yes: bool,

    /// Il capitolo che il documento di Word diventa, per indirizzo; uno che manca viene aggiunto in fondo
    #[arg(long, visible_alias = "capitolo", value_name = "INDIRIZZO", conflicts_with_all = ["table", "answers", "answers_out"])]
    pub(super) chapter: Option<String>,

    /// La tabella che i fogli altrui contengono, se non si riconosce: processi, attuazione, smart-team, servizi, aree, software, formazione, valutazione, esclusioni
    #[arg(long, visible_alias = "tavola", alias = "tabella", value_name = "TABELLA")]
    pub(super) table: Option<String>,

    /// La forma di ciò che si mostra: `text` per le persone, `json` per i programmi
    #[arg(
        long,
        visible_alias = "formato",
        value_name = "FORMATO",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(super) format: ImportFormat,

    /// Le decisioni su ciò che da soli i fogli non dicono: il file chiesto con --answers-out, compilato
    #[arg(long, visible_alias = "risposte", value_name = "FILE")]
    pub(super) answers: Option<PathBuf>,

    /// Dove scrivere, pronte da compilare, le domande su ciò che non è stato capito
    #[arg(long, visible_alias = "risposte-da-compilare", value_name = "FILE")]
    pub(super) answers_out: Option<PathBuf>,
}

/// The forms in which an import is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ImportFormat {
    /// For people.
    #[value(alias = "testo")]
    Text,
    /// The object of the contract.
    Json,
}
