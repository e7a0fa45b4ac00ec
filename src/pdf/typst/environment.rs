use crate::work::Work;
use etcetera::base_strategy::{BaseStrategy, choose_native_strategy};
use std::env;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

/// What the environment says of the converter, taken once so that nothing else has to look at it.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    /// `PIAO_TYPST`.
    pub named: Option<PathBuf>,
    /// `PATH`.
    pub path: OsString,
    /// The program's own folder in the user's cache.
    pub cache: Option<PathBuf>,
    /// The work for which the converter runs, where somebody may stop it alone; else requests to end the program stop it.
    pub work: Option<Arc<Work>>,
}

impl Environment {
    /// Those of this process.
    pub fn here() -> Self {
        let filled = |name| env::var_os(name).filter(|value| !value.is_empty());
        Self {
            named: filled("PIAO_TYPST").map(PathBuf::from),
            path: filled("PATH").unwrap_or_default(),
            cache: cache_folder().map(|folder| folder.join("piao")),
            work: None,
        }
    }

    /// The same for a work that somebody may stop.
    #[must_use]
    pub fn for_work(self, work: Arc<Work>) -> Self {
        Self { work: Some(work), ..self }
    }

    /// Where the programs of this name on the PATH would be.
    pub(super) fn on_path(&self, name: &str) -> Vec<PathBuf> {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        // An empty or relative entry means the current folder, which may be anybody's.
        env::split_paths(&self.path).filter(|folder| folder.is_absolute()).map(|folder| folder.join(&file)).collect()
    }

    /// The folder of the converter that the program installs.
    pub(super) fn home(&self) -> Option<PathBuf> {
        Some(self.cache.as_ref()?.join(format!("typst-{}", super::PINNED)))
    }

    /// That converter.
    pub(super) fn installed(&self) -> Option<PathBuf> {
        Some(self.home()?.join("bin").join(format!("typst{}", env::consts::EXE_SUFFIX)))
    }

    /// Where made PDFs are kept.
    pub fn kept(&self) -> Option<PathBuf> {
        Some(self.cache.as_ref()?.join("pdf"))
    }

    /// Where it is kept what the records of large folders say.
    pub fn kept_readings(&self) -> Option<PathBuf> {
        Some(self.cache.as_ref()?.join("letture"))
    }

    /// Where it is kept what took time to be made of the data of large folders.
    pub fn kept_data(&self) -> Option<PathBuf> {
        Some(self.cache.as_ref()?.join("dati"))
    }

    /// Where it is kept what was built last.
    pub fn kept_builds(&self) -> Option<PathBuf> {
        Some(self.cache.as_ref()?.join("siti"))
    }
}

/// The user's cache folder by the custom of the system; `XDG_CACHE_HOME` counts on every system.
fn cache_folder() -> Option<PathBuf> {
    let chosen = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    chosen.or_else(|| Some(choose_native_strategy().ok()?.cache_dir()))
}
