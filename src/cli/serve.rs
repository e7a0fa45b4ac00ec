use super::Outcome;
use super::arguments::Serve;
use super::day::today;
use super::streams::{tell, write};
use crate::check::Settings;
use crate::serve::{Options, serve};
use crate::trouble::Trouble;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::thread;

/// Serves until it is stopped. The address comes first, on standard output.
pub(super) fn run(options: &Serve) -> Result<Outcome, Trouble> {
    let settings = Settings { today: today(options.folder.today.as_deref())?, waivers: true };
    let in_browser = !options.no_browser && std::io::stdout().is_terminal();
    let started = |address: &str| {
        write(&format!("{address}\n"))?;
        tell!("Il banco è aperto: risponde soltanto a questa macchina. Si chiude con Ctrl-C, o con il suo pulsante.");
        if in_browser {
            open(address.to_owned());
        }
        Ok(())
    };
    let opener = in_browser.then_some(open_file as fn(PathBuf));
    serve(&Options { root: options.folder.root.clone(), settings, port: options.port, opener }, &started)?;
    tell!("Il banco è chiuso.");
    Ok(Outcome::Done)
}

/// Opens a file or a folder with the program that this machine has for it, which may take as long as it likes.
fn open_file(path: PathBuf) {
    let begun = thread::Builder::new().spawn(move || {
        if opener::open(&path).is_err() {
            tell!("avviso: `{}` non si è aperto: aprirlo a mano", path.display());
        }
    });
    drop(begun);
}

/// Opens an address in the browser, which may take as long as it likes.
fn open(address: String) {
    let begun = thread::Builder::new().spawn(move || {
        if opener::open(address).is_err() {
            tell!("avviso: il browser non si è aperto: copiarvi l'indirizzo qui sopra");
        }
    });
    drop(begun);
}
