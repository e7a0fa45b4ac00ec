//! The program that makes the PDFs: finding it, installing it, running it.
//!
//! Owns every process that is started and the cache of what they made. Knows nothing of what a document shows.

mod arguments;
mod cache;
mod environment;
mod fingerprint;
mod install;
mod interruption;
mod make;
mod run;
mod version;
mod work_dir;

pub(super) use arguments::FONTS;
pub use environment::Environment;
pub use install::{install, missing, way};
pub use make::{Made, make};
pub use version::Version;

use crate::digest::Sha256;
use crate::pdf::Document;
use crate::trouble::{Context, Trouble};
use crate::work::Work;
use run::{Ended, run};
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf, absolute};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;
use work_dir::WorkDir;

/// The version that `piao setup` installs.
pub const PINNED: &str = "0.15.1";

/// How long one document may take: far longer than ten thousand processes need.
const LIMIT: Duration = Duration::from_mins(10);

/// How long the converter may take to say its version.
const GREETING: Duration = Duration::from_secs(20);

/// A converter that answers, of a version that will do.
#[derive(Clone, Debug)]
pub struct Converter {
    program: PathBuf,
    version: Version,
    limit: Duration,
    /// The work for which it runs.
    work: Option<Arc<Work>>,
}

impl Converter {
    /// The converter given by option, else by `PIAO_TYPST`, else the one on the PATH, else the one in the program's cache.
    ///
    /// One that was named must be good; one that is merely met on the way is passed over when it is too old or does not answer.
    ///
    /// # Errors
    ///
    /// When the one that was named is missing, does not answer, or is too old.
    pub fn find(option: Option<&Path>, environment: &Environment) -> Result<Option<Self>, Trouble> {
        if let Some(named) = option.or(environment.named.as_deref()) {
            return Self::of(named, environment.work.clone()).map(Some);
        }
        let met = environment.on_path("typst").into_iter().chain(environment.installed());
        Ok(met
            .filter(|program| program.is_file())
            .find_map(|program| Self::of(&program, environment.work.clone()).ok()))
    }

    /// The converter at a path.
    ///
    /// # Errors
    ///
    /// When it is missing, does not answer, or is too old.
    pub fn at(program: &Path) -> Result<Self, Trouble> {
        Self::of(program, None)
    }

    /// The same for a work.
    fn of(program: &Path, work: Option<Arc<Work>>) -> Result<Self, Trouble> {
        let advice =
            format!("indicare typst {} o successivo, oppure installarlo con `piao installa-pdf`", version::OLDEST);
        let shown = program.display();
        if !program.is_file() {
            return Err(Trouble::new(format!("il programma per i PDF `{shown}` non esiste"), advice));
        }
        // It works in another folder than this program: what is tried here must be what runs there.
        let program = absolute(program)
            .trouble(|| format!("non è possibile trovare `{shown}`"), "indicarlo con il percorso intero")?;
        let mut command = Command::new(&program);
        command.arg("--version");
        let answer = run(command, GREETING, work.as_deref())?;
        let version = match answer.ended {
            Ended::Well => Version::parse(&answer.output),
            _ => return Err(Trouble::new(format!("il programma per i PDF `{shown}` {}", answer.complaint()), advice)),
        };
        match version {
            None => Err(Trouble::new(format!("`{shown}` non dice di essere typst: {}", answer.words()), advice)),
            Some(version) if version.is_too_old() => {
                let what = format!(
                    "il programma per i PDF `{shown}` è typst {version}, troppo vecchio: serve {} o successivo",
                    version::OLDEST
                );
                Err(Trouble::new(what, advice))
            }
            Some(version) => Ok(Self { program, version, limit: LIMIT, work }),
        }
    }

    /// The same with another time limit for each document.
    #[must_use]
    pub fn within(self, limit: Duration) -> Self {
        Self { limit, ..self }
    }

    /// Where it is.
    pub fn program(&self) -> &Path {
        &self.program
    }

    /// Its version.
    pub fn version(&self) -> &Version {
        &self.version
    }

    /// The SHA-256 of the program itself: another build of the same version may make other bytes.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    fn digest(&self) -> Result<String, Trouble> {
        let read = File::open(&self.program).and_then(|file| Sha256::of_reader(BufReader::new(file)));
        let (digest, _) = read.trouble(
            || format!("non è possibile leggere `{}`", self.program.display()),
            "controllare i permessi del programma per i PDF",
        )?;
        Ok(digest)
    }

    /// Makes the PDF of a document.
    ///
    /// # Errors
    ///
    /// When the converter fails, takes too long, is killed, or leaves no PDF.
    pub fn compile(&self, document: &Document) -> Result<Vec<u8>, Trouble> {
        let work_dir = WorkDir::open(document)?;
        let mut command = Command::new(&self.program);
        arguments::add(&mut command, document, &self.version, &work_dir);
        let answer = run(command, self.limit, self.work.as_deref())?;
        let failed = |what: String| {
            Trouble::new(
                format!("`{}` non è stato prodotto: il programma per i PDF {what}", document.path),
                advice(&answer.errors),
            )
        };
        match answer.ended {
            Ended::Well => {
                work_dir.result().ok_or_else(|| failed(format!("ha finito senza lasciare un PDF{}", answer.said())))
            }
            Ended::Interrupted => Err(Trouble::new(
                "interrotto: i PDF non sono stati finiti",
                "ripetere il comando quando si vuole: quello che era pubblicato non è stato toccato",
            )),
            _ => Err(failed(answer.complaint())),
        }
    }
}

fn advice(errors: &str) -> &'static str {
    if errors.contains("could not be displayed") || errors.contains("no glyph") {
        "nel testo c'è un carattere che i caratteri di stampa non hanno: sostituirlo con uno comune"
    } else if errors.contains("No space left") {
        "liberare spazio sul disco"
    } else {
        "se il programma per i PDF è danneggiato, reinstallarlo con `piao installa-pdf`; altrimenti controllare i modelli di stampa dell'aspetto"
    }
}
