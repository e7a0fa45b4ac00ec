use super::version::Version;
use super::work_dir::WorkDir;
use crate::pdf::Document;
use std::process::Command;

/// Variables by which the environment could change what the converter makes.
const VARIABLES: [&str; 10] = [
    "TYPST_ROOT",
    "TYPST_FONT_PATHS",
    "TYPST_IGNORE_SYSTEM_FONTS",
    "TYPST_IGNORE_EMBEDDED_FONTS",
    "TYPST_PACKAGE_PATH",
    "TYPST_PACKAGE_CACHE_PATH",
    "TYPST_FEATURES",
    "TYPST_CERT",
    "SOURCE_DATE_EPOCH",
    "TYPST_COLOR",
];

/// The folder of a document's files that holds the fonts of a theme.
pub(in crate::pdf) const FONTS: &str = "caratteri";

/// Asks for the PDF of a document: the same bytes on every machine, on every day, whatever its environment.
pub(super) fn add(command: &mut Command, document: &Document, version: &Version, work_dir: &WorkDir) {
    for variable in VARIABLES {
        command.env_remove(variable);
    }
    let (sources, nowhere) = (work_dir.sources(), work_dir.nowhere());
    command.current_dir(&sources).args(["--color", "never", "compile", "--ignore-system-fonts"]);
    // Those that a theme brings along: the folder may be missing.
    let fonts = sources.join(FONTS);
    if fonts.is_dir() {
        command.arg("--font-path").arg(fonts);
    }
    command.args(["--pdf-standard", document.standard.names()]);
    // The program counts seconds from 1970 and takes no day before that.
    command.args(["--creation-timestamp", &document.date.epoch_seconds().max(0).to_string()]);
    command.arg("--root").arg(&sources);
    // Templates use no packages: a converter that looked for one would go to the network.
    command.arg("--package-path").arg(&nowhere).arg("--package-cache-path").arg(&nowhere);
    if version.has_extras() {
        command.args(["--features", "a11y-extras", "--input", "estese=si"]);
    }
    command.arg(sources.join(document.main)).arg(work_dir.target());
}
