//! Computer programs that processes name: those of the edition, and others that it does not have yet.

use crate::folder::Folder;

const HEAD: &str = "Processo;Servizio;Programmi;Lavoro agile\n";

/// Imports rows of processes; what was said.
fn imported(folder: &Folder, rows: &str) -> String {
    folder.write("/a.csv", format!("{HEAD}{rows}"));
    let ran = folder.piao(["import", "a.csv", "--yes"]).any_status().run();
    ran.out + &ran.err
}

#[test]
fn a_program_that_the_edition_lacks_is_added_and_told() {
    let folder = Folder::starter();
    let rows =
        "Ruoli;Servizio Tributi;\"Protocollo informatico; ContaPiù\";SI\nRimborsi;Servizio Tributi;contapiù;NO\n";
    let said = imported(&folder, rows);
    let (software, processes) = (folder.read("software.yaml"), folder.read("processi.yaml"));
    assert!(said.contains("«ContaPiù» letto come «contapiu»: non è fra i programmi informatici"), "{said}");
    assert_eq!(software.matches("nome: ContaPiù").count(), 1, "{software}");
    assert!(software.contains("id: contapiu") && software.contains("da_decidere:"), "{software}");
    assert!(processes.contains("software: [protocollo-informatico, contapiu]"), "{processes}");
    assert_eq!(processes.matches("contapiu").count(), 2, "{processes}");
    let checked = folder.piao(["check", "--format", "short"]).any_status().run();
    let errors = checked.out.lines().filter(|line| line.contains("contapiu") && line.contains("errore"));
    assert_eq!(errors.count(), 0, "{}", checked.out);
    // What was added once is there the next time.
    assert!(imported(&folder, rows).contains("Nulla da cambiare"), "{}", folder.read("software.yaml"));
}

#[test]
fn a_program_that_is_nearly_called_so_is_the_one_of_the_edition_with_a_doubt() {
    let folder = Folder::starter();
    let said = imported(&folder, "Ruoli;Servizio Tributi;Protocolo informatico;SI\n");
    assert!(said.contains("«Protocolo informatico» letto come «protocollo-informatico»"), "{said}");
    assert!(folder.read("processi.yaml").contains("software: [protocollo-informatico]"), "{said}");
    assert_eq!(folder.read("software.yaml").matches("nome:").count(), 1);
}

#[test]
fn words_that_name_no_program_are_told_and_not_added() {
    let folder = Folder::starter();
    let words = "vari\nprogrammi che cambiano secondo il tipo di pratica trattata";
    let said = imported(&folder, &format!("Ruoli;Servizio Tributi;\"{words}\";SI\n"));
    assert!(said.contains("non è fra i programmi informatici dell'edizione"), "{said}");
    assert_eq!(folder.read("software.yaml").matches("nome:").count(), 1, "{said}");
}

#[test]
fn a_program_that_the_same_file_describes_is_added_as_it_is_described() {
    let folder = Folder::starter();
    let said = imported(
        &folder,
        "Ruoli;Servizio Tributi;ContaPiù;SI\nRimborsi;Servizio Tributi;;NO\n;;;\nProgramma;A che serve;Fornitore;\nContaPiù;Contabilità;Beta;\n",
    );
    let software = folder.read("software.yaml");
    assert_eq!(software.matches("nome: ContaPiù").count(), 1, "{said}{software}");
    assert!(software.contains("scopo: Contabilità") && !software.contains("da_decidere"), "{said}{software}");
    assert!(folder.read("processi.yaml").contains("software: [contapiu]"), "{said}");
}

#[test]
fn an_answer_says_which_program_is_meant() {
    for (answer, right) in [("ignora", ""), ("protocollo-informatico", "software: [protocollo-informatico]")] {
        let folder = Folder::starter();
        folder.edit("software.yaml", "  - nome: Proto", "  - id: protocollo-informatico\n    nome: Proto");
        folder.write("/a.csv", format!("{HEAD}Ruoli;Servizio Tributi;Prisma;SI\n"));
        folder.write("/r.yaml", format!("nomi:\n  Prisma: {answer}\n"));
        let ran = folder.piao(["import", "a.csv", "--yes", "--answers", "r.yaml"]).status(0).run();
        let processes = folder.read("processi.yaml");
        assert!(
            processes.contains(right) && !folder.read("software.yaml").contains("Prisma"),
            "{}{processes}",
            ran.out
        );
        assert_eq!(processes.contains("software:"), !right.is_empty(), "{answer}: {processes}");
    }
}
