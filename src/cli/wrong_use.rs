use super::arguments::Arguments;
use super::streams::{tell, write_coloured};
use crate::diagnostic::nearest;
use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;
use std::process::ExitCode;

/// Prints the help that was asked for, or explains in Italian the error in the command line, which is `arguments`.
pub(super) fn report(error: &clap::Error, arguments: &[OsString]) -> ExitCode {
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
        _ => tell!("errore: {}", message(error, arguments)),
    }
    let (words, _) = named_command(arguments);
    let listed = if words.is_empty() { "l'elenco dei comandi e delle opzioni" } else { "l'aiuto di questo comando" };
    let help: Vec<&str> = std::iter::once("piao").chain(words).chain(["--aiuto"]).collect();
    tell!("aiuto: {listed} si legge con `{}`", help.join(" "));
    ExitCode::from(2)
}

fn message(error: &clap::Error, arguments: &[OsString]) -> String {
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
            let near = nearest_command(&command, &named_command(arguments).1);
            let near = near.map_or_else(String::new, |near| format!(" (forse si intendeva `{near}`)"));
            format!("il comando `{command}` non esiste{near}")
        }
        ErrorKind::UnknownArgument if !argument.starts_with('-') => {
            let folder = if has_folder(arguments) {
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

/// The command, or its other name, that was probably meant among those of `command`.
fn nearest_command(written: &str, command: &clap::Command) -> Option<String> {
    let commands = command.get_subcommands();
    let names: Vec<&str> =
        commands.flat_map(|command| std::iter::once(command.get_name()).chain(command.get_all_aliases())).collect();
    nearest(written, names).map(str::to_owned)
}

/// The command that the command line names, down to a command of a command, and the words that name it there; those are none if it is wrong.
fn named_command(arguments: &[OsString]) -> (Vec<&str>, clap::Command) {
    let (mut words, mut command) = (Vec::new(), Arguments::command());
    for word in arguments.iter().skip(1).map_while(|argument| argument.to_str()) {
        let Some(named) = command.find_subcommand(word).cloned() else { break };
        command = named;
        words.push(word);
    }
    (words, command)
}

/// Whether the command of the command line has the option for the folder of the administration.
fn has_folder(arguments: &[OsString]) -> bool {
    let (_, command) = named_command(arguments);
    command.get_arguments().any(|argument| argument.get_id() == "root")
}

/// The few words that the argument parser writes in English on its own, wherever it breaks the line.
fn italian_help(help: &str) -> String {
    help.replace("[aliases:", "[anche:").replace("[alias:", "[anche:").replace("Arguments:", "Argomenti:")
}
