//! Every command that writes: the folder in which it has something to do, and what of it is exchanged as a whole.
//!
//! A new command is one entry of the table; `kills` and `faults` try each of them, one test an entry.

use super::kills::Tree;
use crate::folder::Folder;
use std::collections::BTreeSet;

/// A command in a folder.
pub(super) struct Writing {
    pub(super) folder: Folder,
    pub(super) arguments: &'static [&'static str],
    /// The folders that are exchanged whole. Every file outside them is so by itself.
    pub(super) wholes: &'static [&'static str],
}

impl Writing {
    /// Whether what is exchanged belongs to several that have nothing to do with each other: what fails of one does not undo another.
    pub(super) fn is_apart(&self) -> bool {
        self.arguments.contains(&"--all")
    }

    /// Whether everything in a folder is as it was before the command or as it is after it, each whole by itself and each file that stands
    /// in none; what is not, by its name.
    pub(super) fn neither_old_nor_new(&self, before: &Tree, after: &Tree, there: &Tree) -> Option<String> {
        let within = |path: &str, whole: &str| path.strip_prefix(whole).is_some_and(|rest| rest.starts_with('/'));
        let of = |tree: &Tree, whole: &str| -> Tree {
            let inside = tree.iter().filter(|(path, _)| within(path, whole));
            inside.map(|(path, bytes)| (path.clone(), bytes.clone())).collect()
        };
        let torn = |whole: &&&str| of(there, whole) != of(before, whole) && of(there, whole) != of(after, whole);
        if let Some(whole) = self.wholes.iter().find(torn) {
            return Some((*whole).to_owned());
        }
        let paths: BTreeSet<&String> = before.keys().chain(after.keys()).chain(there.keys()).collect();
        let wrong = |path: &&&String| {
            let it = there.get(**path);
            !self.wholes.iter().any(|whole| within(path, whole)) && it != before.get(**path) && it != after.get(**path)
        };
        paths.iter().find(wrong).map(|path| (*path).clone())
    }
}

/// The table, of which the tests are made: a name, the arguments, the folder, what is exchanged whole.
macro_rules! commands {
    ($($name:ident: $arguments:expr, $folder:expr, $wholes:expr;)*) => {
        /// The arguments of each.
        const ARGUMENTS: &[&[&str]] = &[$(&$arguments),*];

        mod kills {
            $(#[test]
            fn $name() {
                let folder = $folder;
                super::super::kills::try_at_every_moment(&super::Writing { folder, arguments: &$arguments, wholes: &$wholes });
            })*
        }

        #[cfg(target_os = "linux")]
        mod faults {
            $(#[test]
            fn $name() {
                let folder = $folder;
                super::super::faults::try_each(&super::Writing { folder, arguments: &$arguments, wholes: &$wholes });
            })*
        }

        use folders::*;
    };
}

commands! {
    a_site: ["build", "--no-pdf"], super::built(), ["public"];
    a_first_site_in_folders_that_are_not_there: ["build", "--no-pdf", "--out", "a/b/sito"], super::starter(), ["a/b/sito"];
    a_site_with_pdfs: ["build", "--pdf"], super::built(), ["public"];
    a_site_with_its_document: ["build", "--no-pdf", "--docx"], super::built(), ["public"];
    several_sites: ["build", "--all", "enti", "--no-pdf"], super::several(), ["enti/a/public", "enti/b/public"];
    a_package: ["package", "--no-pdf", "--out", "p.zip"], super::packed(), [];
    a_package_with_pdfs: ["package", "--pdf", "--out", "p.zip"], super::packed(), [];
    corrections_of_several_files: ["check", "--fix"], super::mistaken(), [];
    a_starter_folder: ["init", "nuova"], super::nothing(), [];
    a_workbook: ["export", "--out", "e.xlsx"], super::after(&["export", "--out", "e.xlsx"]), [];
    a_workbook_of_open_office: ["export", "--out", "e.ods"], super::after(&["export", "--out", "e.ods"]), [];
    workbooks_of_each_office: ["export", "--per", "servizio", "--out", "a/uffici"], super::starter(), [];
    chapters_for_word: ["export", "--chapters", "capitoli"], super::starter(), [];
    an_import_into_several_files: ["import", "a.csv", "b.csv", "--yes"], super::spreadsheets(), [];
    questions_of_an_import: ["import", "a.csv", "--answers-out", "r.yaml"], super::spreadsheets(), [];
    a_chapter_from_word: ["import", "capitoli/premessa.docx", "--chapter", "premessa", "--yes"], super::document(), [];
    a_new_edition: ["new-edition", "2027-2029", "--current"], super::starter(), ["data/2027-2029", "content/2027-2029"];
    a_seal: ["seal", "2026-2028"], super::starter(), [];
    an_opened_seal: ["seal", "2026-2028", "--unseal", "--reason", "prova"], super::sealed(), [];
    a_comparison: ["diff", "2026-2028", "2027-2029", "--format", "text", "--out", "d"], super::compared("text"), [];
    a_comparison_for_programs: ["diff", "2026-2028", "2027-2029", "--format", "json", "--out", "d"], super::compared("json"), [];
    a_comparison_in_markdown: ["diff", "2026-2028", "2027-2029", "--format", "markdown", "--out", "d"], super::compared("markdown"), [];
    a_comparison_as_workbook: ["diff", "2026-2028", "2027-2029", "--format", "xlsx", "--out", "d"], super::compared("xlsx"), [];
    a_comparison_as_document: ["diff", "2026-2028", "2027-2029", "--format", "docx", "--out", "d"], super::compared("docx"), [];
    schemas_in_a_new_folder: ["schema", "--out", "a/schemi-nuovi"], super::starter(), [];
    files_of_a_theme: ["theme", "copy", "templates/processo.html", "templates/base.html"], super::starter(), [];
}

/// The commands of the program that are not in the table: one writes nothing, the others need more around them (`tests/it/serve/kills.rs`,
/// `tests/it/write/converter.rs`).
const OTHERS: [&str; 3] = ["explain", "serve", "setup"];

#[test]
fn every_command_of_the_program_that_writes_is_in_the_table() {
    let help = Folder::empty().piao(["--help"]).run().out;
    let (_, commands) = help.split_once("\nComandi:\n").expect("the commands");
    let (commands, _) = commands.split_once("\n\n").expect("the options after them");
    let named = commands.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with(' '));
    let named: BTreeSet<&str> = named.filter_map(|line| line.split_whitespace().next()).collect();
    let tried: BTreeSet<&str> = ARGUMENTS.iter().map(|arguments| arguments[0]).chain(OTHERS).collect();
    assert_eq!(named, tried);
}

/// The folders in which there is something to do.
mod folders {
    use crate::folder::Folder;

    const RISK: (&str, &str) = ("rischio: medio", "rischio: alto");

    pub(super) fn starter() -> Folder {
        Folder::starter()
    }

    pub(super) fn nothing() -> Folder {
        let folder = Folder::empty();
        folder.write("/mio.txt", "mio");
        folder
    }

    /// The starter after a command, and then with another risk.
    pub(super) fn after(arguments: &[&str]) -> Folder {
        let starter = Folder::starter();
        starter.piao(arguments).run();
        starter.edit("processi.yaml", RISK.0, RISK.1);
        starter
    }

    pub(super) fn built() -> Folder {
        after(&["build", "--no-pdf"])
    }

    pub(super) fn packed() -> Folder {
        after(&["package", "--no-pdf", "--out", "p.zip"])
    }

    pub(super) fn several() -> Folder {
        let world = Folder::empty();
        for (path, text) in piao::scaffold::files() {
            for office in ["a", "b"] {
                world.write(&format!("/enti/{office}/{path}"), text);
            }
        }
        world.piao(["build", "--all", "enti", "--no-pdf"]).run();
        for office in ["a", "b"] {
            world.edit(&format!("/enti/{office}/data/2026-2028/processi.yaml"), RISK.0, RISK.1);
        }
        world
    }

    pub(super) fn mistaken() -> Folder {
        let starter = Folder::starter();
        starter.edit("processi.yaml", RISK.0, "rischio: Medio");
        let teams = starter.read("smart-team.yaml").replacen("parzialmente", "Parzialmente", 1);
        starter.edit("smart-team.yaml", "", &teams);
        starter
    }

    pub(super) fn spreadsheets() -> Folder {
        let starter = Folder::starter();
        starter.write("/a.csv", "Nome software;Scopo\nProtocollo Nuovo;Protocollo\n");
        starter.write("/b.csv", "Nome;Prefisso;Area\nNuovissimo;;\n");
        starter
    }

    pub(super) fn document() -> Folder {
        const CHAPTER: &str = "/content/2026-2028/01-premessa.md";
        let starter = Folder::starter();
        let text = starter.read(CHAPTER);
        starter.write(CHAPTER, format!("{text}\nUn capoverso in più.\n"));
        starter.piao(["export", "--chapters", "capitoli"]).run();
        starter.write(CHAPTER, text);
        starter
    }

    pub(super) fn sealed() -> Folder {
        let starter = Folder::starter();
        starter.piao(["seal", "2026-2028"]).run();
        starter
    }

    pub(super) fn compared(format: &str) -> Folder {
        let starter = Folder::starter();
        starter.piao(["new-edition", "2027-2029"]).run();
        starter.piao(["diff", "2026-2028", "2027-2029", "--format", format, "--out", "d"]).run();
        starter.edit("/data/2027-2029/processi.yaml", RISK.0, RISK.1);
        starter
    }
}
