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
    /// I fogli di calcolo da leggere
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
}
