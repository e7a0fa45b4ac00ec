use super::Outcome;
use super::init_arguments::Init;
use super::streams::tell;
use crate::scaffold;
use crate::trouble::Trouble;

pub(super) fn run(options: &Init) -> Result<Outcome, Trouble> {
    scaffold::create(&options.folder, options.kind)?;
    let folder = options.folder.display();
    tell!("Per lavorarci nel browser: piao banco --cartella {folder}");
    tell!("Per controllarla: piao controlla --cartella {folder}");
    tell!("Per generare il sito: piao genera --cartella {folder} --uscita {folder}/public");
    tell!("Cartella di partenza creata in `{folder}`.");
    Ok(Outcome::Done)
}
