//! The arguments of the command on the look.

use clap::{Args, Subcommand};
use std::path::PathBuf;

const TEMPLATE: &str = "{about-with-newline}\nUso: {usage}\n\n{all-args}{after-help}";

#[derive(Args, Debug)]
#[command(next_help_heading = "Opzioni", args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
pub(super) struct Theme {
    #[command(subcommand)]
    pub(super) action: Option<ThemeAction>,

    #[command(flatten)]
    pub(super) place: ThemePlace,
}

#[derive(Debug, Subcommand)]
pub(super) enum ThemeAction {
    /// Elenca i file dell'aspetto del programma, e dice quali sono sostituiti
    #[command(visible_alias = "elenca", help_template = TEMPLATE, override_usage = "piao theme list [OPZIONI]")]
    List(ThemePlace),
    /// Mostra un file dell'aspetto del programma
    #[command(visible_alias = "mostra", help_template = TEMPLATE, override_usage = "piao theme show <FILE>")]
    Show {
        /// Il file, per esempio `templates/piede.html` o soltanto `piede.html`
        #[arg(value_name = "FILE")]
        file: String,
    },
    /// Copia file dell'aspetto del programma in quello dell'ente, per cambiarli; non tocca quelli già cambiati
    #[command(visible_alias = "copia", help_template = TEMPLATE, override_usage = "piao theme copy [OPZIONI] <FILE>...")]
    Copy {
        /// I file, per esempio `templates/piede.html`, o una cartella, per esempio `stile`
        #[arg(value_name = "FILE", required = true)]
        files: Vec<String>,

        #[command(flatten)]
        place: ThemePlace,
    },
}

/// The folder of the administration.
#[derive(Args, Debug)]
#[command(next_help_heading = "Opzioni")]
pub(super) struct ThemePlace {
    /// La cartella dell'ente, quella che contiene `data`
    #[arg(
        long = "root",
        visible_alias = "cartella",
        value_name = "CARTELLA",
        default_value = ".",
        hide_default_value = true
    )]
    pub(super) root: PathBuf,
}
