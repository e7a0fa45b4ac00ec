use super::Outcome;
use super::folder_option::FolderOption;
use super::init_arguments::Init;
use super::streams::tell;
use crate::scaffold;
use crate::trouble::Trouble;

pub(super) fn run(options: &Init) -> Result<Outcome, Trouble> {
    scaffold::create(&options.folder, options.kind)?;
    let folder = FolderOption(&options.folder);
    tell!("Per lavorarci nel browser: piao banco{folder}");
    tell!("Per controllarla: piao controlla{folder}");
    tell!("Per generare il sito: piao genera{folder}");
    tell!("Cartella di partenza creata in `{}`.", options.folder.display());
    Ok(Outcome::Done)
}
