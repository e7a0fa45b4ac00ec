use super::version::OLDEST;
use super::{Converter, Environment, PINNED};
use crate::trouble::{Context, Trouble};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Builds the pinned converter into the program's own cache, with cargo, whose progress goes to standard error. The system is never touched.
///
/// # Errors
///
/// When there is no cargo or no cache folder, when cargo fails, or when what it built does not answer.
pub fn install(environment: &Environment) -> Result<Converter, Trouble> {
    let no_home = || {
        Trouble::new(
            "non si trova la cartella dell'utente per i file temporanei",
            "impostare XDG_CACHE_HOME, o indicare un typst già installato con --typst",
        )
    };
    let (home, program) = environment.home().zip(environment.installed()).ok_or_else(no_home)?;
    let cargo = environment.on_path("cargo").into_iter().find(|path| path.is_file());
    let cargo = cargo.ok_or_else(|| {
        Trouble::new(
            "per installare il programma per i PDF (typst) manca cargo",
            format!("installare Rust da https://rustup.rs e ripetere il comando; senza Rust: {}", way(environment)),
        )
    })?;
    fs::create_dir_all(&home).trouble(
        || format!("impossibile creare la cartella `{}`", home.display()),
        "controllare i permessi e lo spazio, o indicare un'altra cartella con XDG_CACHE_HOME",
    )?;
    build(&cargo, &home)?;
    Converter::at(&program)
}

fn build(cargo: &Path, home: &Path) -> Result<(), Trouble> {
    let mut command = Command::new(cargo);
    command.args(["install", "--locked", "typst-cli", "--version"]).arg(format!("={PINNED}")).arg("--root").arg(home);
    // From its own folder, so that no settings of the project at hand change how it is built.
    command.current_dir(home).stdin(Stdio::null()).stdout(Stdio::null());
    let status = command
        .status()
        .trouble(|| format!("impossibile avviare `{}`", cargo.display()), "controllare l'installazione di Rust")?;
    if status.success() {
        return Ok(());
    }
    Err(Trouble::new(
        format!("cargo non è riuscito a installare typst {PINNED} ({status})"),
        "leggere qui sopra che cosa dice cargo; servono la rete e circa 2 GB di spazio",
    ))
}

/// What to do where there is no converter: the ways that need no Rust first.
pub fn missing(environment: &Environment) -> Trouble {
    let way = way(environment);
    Trouble::new(
        format!("per i PDF manca typst {OLDEST} o successivo: nulla si installa senza che sia chiesto"),
        format!(
            "installarlo con {way}; oppure con `piao installa-pdf`, che lo compila e per cui servono cargo, la rete e una decina di minuti; oppure indicare con --typst quello che c'è; senza PDF: --no-pdf"
        ),
    )
}

/// How this machine comes by a converter without Rust, in Italian: the line of its own package manager, or the file to take.
pub fn way(environment: &Environment) -> &'static str {
    system_line(environment).unwrap_or(RELEASES)
}

/// Where the converter is to be had for every system.
const RELEASES: &str = "il file di https://github.com/typst/typst/releases per il proprio sistema, da mettere nel PATH";

/// The line by which this system installs the converter, where it has a package of it.
fn system_line(environment: &Environment) -> Option<&'static str> {
    let managers = [
        ("winget", "`winget install --id Typst.Typst`"),
        ("brew", "`brew install typst`"),
        ("pacman", "`sudo pacman -S typst`"),
        ("apk", "`sudo apk add typst`"),
        ("dnf", "`sudo dnf install typst`"),
        ("zypper", "`sudo zypper install typst`"),
        ("xbps-install", "`sudo xbps-install typst`"),
        ("nix-env", "`nix-env -iA nixpkgs.typst`"),
        ("snap", "`sudo snap install typst`"),
    ];
    let found = managers.iter().find(|(name, _)| environment.on_path(name).iter().any(|path| path.is_file()));
    found.map(|(_, line)| *line)
}
