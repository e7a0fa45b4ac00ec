use super::arguments::Arguments;
use super::streams::{tell, write_coloured};
use crate::diagnostic::nearest;
use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::process::ExitCode;

/// Prints the help that was asked for, or explains in Italian the error in the command line.
pub(super) fn report(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            return match write_coloured(&italian_help(&error.render().ansi().to_string())) {
                Ok(()) => ExitCode::SUCCESS,
                Err(trouble) => super::report(&trouble),
            };
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            let commands = Arguments::command();
            let names: Vec<_> = commands.get_subcommands().map(clap::Command::get_name).collect();
            tell!("errore: manca il comando: uno fra {}", names.join(", "));
        }
        _ => tell!("errore: {}", message(error)),
    }
    tell!("aiuto: l'elenco dei comandi e delle opzioni si legge con `piao --aiuto`");
    ExitCode::from(2)
}

fn message(error: &clap::Error) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let near = |kind| match context(kind) {
        text if text.is_empty() => String::new(),
        text => format!(" (forse si intendeva `{text}`)"),
    };
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let command = context(ContextKind::InvalidSubcommand);
            let near = nearest_command(&command);
            let near = near.map_or_else(String::new, |near| format!(" (forse si intendeva `{near}`)"));
            format!("il comando `{command}` non esiste{near}")
        }
        ErrorKind::UnknownArgument if !argument.starts_with('-') => {
            let folder = if has_folder() {
                format!(": la cartella dell'ente si indica con `--cartella {argument}`")
            } else {
                String::new()
            };
            format!("`{argument}` qui non è previsto{folder}")
        }
        ErrorKind::UnknownArgument => {
            format!("l'opzione `{argument}` non esiste qui{}", near(ContextKind::SuggestedArg))
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("manca il valore di `{argument}`"),
        ErrorKind::InvalidValue => {
            let allowed = context(ContextKind::ValidValue);
            let allowed =
                if allowed.is_empty() { String::new() } else { format!(": i valori possibili sono {allowed}") };
            format!("`{value}` non è un valore possibile per `{argument}`{allowed}")
        }
        // The only values that are no texts are numbers.
        ErrorKind::ValueValidation => {
            format!("`{value}` non è un valore possibile per `{argument}`: ci vuole un numero da 0 a {}", u16::MAX)
        }
        ErrorKind::MissingRequiredArgument => format!("manca {argument}"),
        ErrorKind::ArgumentConflict => {
            format!("`{argument}` non si può usare insieme a `{}`", context(ContextKind::PriorArg))
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("il numero di valori di `{argument}` è sbagliato")
        }
        ErrorKind::InvalidUtf8 => "un argomento non è scritto in UTF-8".to_owned(),
        _ => "il comando non è scritto bene".to_owned(),
    }
}

/// The command, or its other name, that was probably meant.
fn nearest_command(written: &str) -> Option<String> {
    let commands = Arguments::command();
    let commands = commands.get_subcommands();
    let names: Vec<&str> =
        commands.flat_map(|command| std::iter::once(command.get_name()).chain(command.get_all_aliases())).collect();
    nearest(written, names).map(str::to_owned)
}

/// Whether the command of the command line has the option for the folder of the administration.
fn has_folder() -> bool {
    let name = std::env::args_os().nth(1).unwrap_or_default();
    let commands = Arguments::command();
    let command = commands.find_subcommand(&name);
    command.is_some_and(|command| command.get_arguments().any(|argument| argument.get_id() == "root"))
}

/// The few words that the argument parser writes in English on its own, wherever it breaks the line.
fn italian_help(help: &str) -> String {
    help.replace("[aliases:", "[anche:").replace("[alias:", "[anche:").replace("Arguments:", "Argomenti:")
}
