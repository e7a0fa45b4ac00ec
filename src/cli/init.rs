use super::Outcome;
use super::arguments::Init;
use crate::scaffold;
use crate::trouble::Trouble;
use anstream::eprintln;

pub(super) fn run(options: &Init) -> Result<Outcome, Trouble> {
    scaffold::create(&options.folder)?;
    let folder = options.folder.display();
    eprintln!("Cartella di partenza creata in `{folder}`.");
    eprintln!("Per controllarla: piao controlla --cartella {folder}");
    eprintln!("Per generare il sito: piao genera --cartella {folder} --uscita {folder}/public");
    Ok(Outcome::Done)
}
