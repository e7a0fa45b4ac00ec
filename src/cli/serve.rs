use super::Outcome;
use super::arguments::Serve;
use super::day::today;
use super::streams::{tell, write};
use crate::check::Settings;
use crate::serve::{Options, serve};
use crate::trouble::Trouble;
use std::io::IsTerminal;
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
    serve(&Options { root: options.folder.root.clone(), settings, port: options.port }, &started)?;
    tell!("Il banco è chiuso.");
    Ok(Outcome::Done)
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
