//! The arguments of the commands on whole editions.

use super::arguments::Folder;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Args, Debug)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Diff {
    /// L'edizione di prima: il suo nome, per esempio 2025-2027; oppure una cartella che contiene `data`, di cui vale l'edizione corrente, o un'edizione di quella cartella, come `CARTELLA#2025-2027` o `CARTELLA/data/2025-2027`
    #[arg(value_name = "PRIMA")]
    pub(super) from: String,

    /// L'edizione di dopo, scritta allo stesso modo
    #[arg(value_name = "DOPO")]
    pub(super) to: String,

    #[command(flatten)]
    pub(super) folder: Folder,

    /// La forma del confronto: `text` per leggerlo, `json` per i programmi, `markdown` per l'atto di approvazione, `xlsx` e `docx` per gli uffici
    #[arg(
        long,
        visible_alias = "formato",
        value_name = "FORMATO",
        default_value = "text",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(super) format: DiffFormat,

    /// Il file in cui scrivere il confronto; se non è detto, va sull'uscita del comando
    #[arg(long = "out", visible_alias = "uscita", value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
}

#[derive(Args, Debug)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct NewEdition {
    /// Il nome della nuova edizione, per esempio 2026-2028
    #[arg(value_name = "EDIZIONE")]
    pub(super) id: String,

    #[command(flatten)]
    pub(super) folder: Folder,

    /// L'edizione da cui partire; se non è detta, quella corrente
    #[arg(long = "from", visible_alias = "da", value_name = "EDIZIONE")]
    pub(super) from: Option<String>,

    /// Scrive anche in `data/ente.yaml` che la nuova edizione è quella corrente
    #[arg(long = "current", visible_alias = "corrente")]
    pub(super) current: bool,
}

#[derive(Args, Debug)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct Seal {
    /// L'edizione da chiudere, per esempio 2025-2027
    #[arg(value_name = "EDIZIONE")]
    pub(super) id: String,

    #[command(flatten)]
    pub(super) folder: Folder,

    /// Riapre un'edizione chiusa, perché si possa cambiare
    #[arg(long = "unseal", visible_alias = "dissigilla", requires = "reason")]
    pub(super) unseal: bool,

    /// Perché l'edizione è riaperta: resta scritto nel registro del sigillo
    #[arg(long = "reason", visible_alias = "motivo", value_name = "MOTIVO", requires = "unseal")]
    pub(super) reason: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum DiffFormat {
    /// For people at a terminal.
    #[value(alias = "testo")]
    Text,
    /// The object of the contract.
    Json,
    /// For the act.
    Markdown,
    /// A workbook.
    Xlsx,
    /// A document.
    Docx,
}
