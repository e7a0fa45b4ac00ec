use super::Outcome;
use super::streams::{tell, write, write_bytes};
use super::theme_arguments::{Theme, ThemeAction};
use crate::load;
use crate::plain_file;
use crate::theme::BuiltIn;
use crate::trouble::{Context, Trouble};
use crate::write::{Replaceable, write_files};
use std::path::Path;

pub(super) fn run(options: &Theme) -> Result<Outcome, Trouble> {
    let built_in = BuiltIn::new();
    match &options.action {
        None => list(&built_in, &options.place.root)?,
        Some(ThemeAction::List(place)) => list(&built_in, &place.root)?,
        Some(ThemeAction::Show { file }) => show(&built_in, file)?,
        Some(ThemeAction::Copy { files, place }) => copy(&built_in, files, &place.root)?,
    }
    Ok(Outcome::Done)
}

/// One path a line; those that the administration has its own version of say where it is.
fn list(built_in: &BuiltIn, root: &Path) -> Result<(), Trouble> {
    let theme = if is_present(&root.join("data"))? { Some(name(root)?) } else { None };
    let mut text = String::new();
    for path in built_in.paths() {
        text.push_str(path);
        if let Some(theme) = &theme {
            let own = format!("themes/{theme}/{path}");
            if is_present(&root.join(&own))? {
                text.push_str("  → ");
                text.push_str(&own);
            }
        }
        text.push('\n');
    }
    write(&text)
}

fn show(built_in: &BuiltIn, file: &str) -> Result<(), Trouble> {
    match &built_in.meant(file)?[..] {
        [(_, bytes)] => write_bytes(bytes),
        several => {
            let message = format!("`{file}` è una cartella con {} file", several.len());
            Err(Trouble::new(message, format!("indicarne uno, per esempio `{}`", several[0].0)))
        }
    }
}

fn copy(built_in: &BuiltIn, words: &[String], root: &Path) -> Result<(), Trouble> {
    let theme = name(root)?;
    let mut files = Vec::new();
    for word in words {
        files.extend(built_in.meant(word)?);
    }
    files.sort_unstable();
    files.dedup();
    let count = files.len();
    // All or none: what is to be left as it is is looked for first.
    let mut missing = Vec::new();
    for (path, bytes) in files {
        let own = format!("themes/{theme}/{path}");
        if !is_present(&root.join(&own))? {
            missing.push((own, bytes));
        } else if plain_file::read(&root.join(&own)).is_ok_and(|there| there == bytes) {
            tell!("`{own}` c'è già, uguale a quello del programma.");
        } else {
            let message = format!("`{own}` c'è già e non è uguale a quello del programma: nessun file è stato copiato");
            return Err(Trouble::new(
                message,
                "per averlo di nuovo come nel programma, spostarlo altrove e ripetere il comando",
            ));
        }
    }
    let counts = (missing.len(), count - missing.len());
    let nothing = Replaceable { what: "un file da sostituire", is: &|_| false };
    write_files(missing.iter().map(|(own, bytes)| (root.join(own), bytes)), &nothing)?;
    for (own, _) in missing {
        tell!("`{own}` copiato.");
    }
    tell!("Aspetto `{theme}`: {}.", counted(counts));
    Ok(())
}

/// How many files were copied, and how many were there already.
fn counted((copied, kept): (usize, usize)) -> String {
    let copied = match copied {
        0 => "nessun file copiato".to_owned(),
        1 => "1 file copiato".to_owned(),
        count => format!("{count} file copiati"),
    };
    match kept {
        0 => copied,
        1 => format!("{copied}, 1 c'era già"),
        count => format!("{copied}, {count} c'erano già"),
    }
}

/// The name of the theme that the data choose.
fn name(root: &Path) -> Result<String, Trouble> {
    let administration = load::load(root)?.annex.administration;
    let name = administration.map_or_else(|| "istituzionale".to_owned(), |it| it.theme.value);
    let safe = !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\']);
    if safe {
        return Ok(name);
    }
    Err(Trouble::new(
        format!("in data/ente.yaml l'aspetto `{name}` non può essere il nome di una cartella"),
        "scrivere `aspetto: istituzionale`, o un nome di lettere, cifre e trattini",
    ))
}

/// Whether anything stands at a path.
fn is_present(path: &Path) -> Result<bool, Trouble> {
    plain_file::is_present(path)
        .trouble(|| format!("impossibile leggere `{}`", path.display()), "controllare i permessi della cartella")
}
