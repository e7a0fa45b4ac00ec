//! What is said of a command line that cannot be understood.

use crate::folder::Folder;

/// The help that is offered is that of the command, by the name that was written; of a command that does not exist it is the list of all.
#[test]
fn the_help_that_is_offered_is_that_of_the_command() {
    let folder = Folder::empty();
    for (arguments, help) in [
        (&["build", "--pippo"][..], "l'aiuto di questo comando si legge con `piao build --aiuto`"),
        (&["genera", "--uscita"], "l'aiuto di questo comando si legge con `piao genera --aiuto`"),
        (&["check", "--format", "boh"], "l'aiuto di questo comando si legge con `piao check --aiuto`"),
        (&["init"], "l'aiuto di questo comando si legge con `piao init --aiuto`"),
        (&["theme", "copia", "--boh"], "l'aiuto di questo comando si legge con `piao theme copia --aiuto`"),
        (&["theme", "copi"], "l'aiuto di questo comando si legge con `piao theme --aiuto`"),
        (&["bild"], "l'elenco dei comandi e delle opzioni si legge con `piao --aiuto`"),
        (&["aiuto", "bild"], "l'elenco dei comandi e delle opzioni si legge con `piao --aiuto`"),
        (&["--pippo"], "l'elenco dei comandi e delle opzioni si legge con `piao --aiuto`"),
        (&[], "l'elenco dei comandi e delle opzioni si legge con `piao --aiuto`"),
    ] {
        let told = folder.piao(arguments).status(2).out("").run().err;
        assert!(told.ends_with(&format!("\naiuto: {help}\n")), "{arguments:?}: {told}");
    }
}

/// A command of a command is looked for among those of that one.
#[test]
fn the_command_that_is_near_is_one_that_can_stand_there() {
    let folder = Folder::empty();
    let told = folder.piao(["theme", "mostr"]).status(2).run().err;
    assert!(told.starts_with("errore: il comando `mostr` non esiste (forse si intendeva `mostra`)\n"), "{told}");
}
