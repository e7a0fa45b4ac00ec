//! Names that become folders of the site, on every system.

use crate::folder::Folder;
use crate::found::findings;

#[test]
fn names_that_some_system_refuses_are_told_with_their_place() {
    let long = "a".repeat(260);
    let starter = Folder::starter();
    starter.edit("processi.yaml", "codice: 200-1-M", "codice: NUL");
    starter.edit(
        "smart-team.yaml",
        "  - id: tributi",
        &format!("  - {{ id: {long}, nome: Contratti, servizio: tributi, smartabilita: smartabile }}\n  - id: tributi"),
    );
    starter.edit(
        "servizi.yaml",
        "  - id: risorse",
        "  - { id: com1, nome: Comunicazione }\n  - { id: Aux, nome: Ausili }\n  - id: risorse",
    );
    for name in ["03-con", "04-LPT1"] {
        starter.write(&format!("/content/2026-2028/{name}.md"), "---\ntitolo: Conti\nordine: 3\n---\n\nTesto.\n");
    }
    let found = findings(starter.root());
    let mut told: Vec<_> =
        found.iter().filter(|found| found.code == "LA023").map(|found| found.file.as_str()).collect();
    told.sort_unstable();
    let edition = "2026-2028";
    let [processes, services, teams] =
        ["processi", "servizi", "smart-team"].map(|file| format!("data/{edition}/{file}.yaml"));
    let [first, second] = ["03-con", "04-LPT1"].map(|file| format!("content/{edition}/{file}.md"));
    assert_eq!(told, [&first, &second, &processes, &services, &services, &teams]);
    starter.piao(["build", "--out", "sito"]).status(1).run();
}

#[test]
fn editions_have_names_of_their_own_on_every_system() {
    let starter = Folder::starter();
    for name in ["risorse", "nul", "2024-a", "2024-A", &"2".repeat(200)] {
        starter.write(&format!("/data/{name}/edizione.yaml"), "titolo: Prova\n");
    }
    let found = findings(starter.root());
    let mut told: Vec<_> = found.iter().filter(|found| found.code == "LA015").map(|found| found.file.clone()).collect();
    told.sort_unstable();
    assert_eq!(
        told,
        [
            "data/2024-a".to_owned(),
            format!("data/{}", "2".repeat(200)),
            "data/nul".to_owned(),
            "data/risorse".to_owned()
        ]
    );
    assert!(piao::model::EditionId::new(piao::output::ASSETS.trim_end_matches('/')).is_none());
}
