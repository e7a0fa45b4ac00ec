//! Which smart team continues which row of a past year.

use crate::folder::Folder;
use crate::found::findings;
use crate::site::built::{Site, select, words};
use piao::load::load;
use piao::model::{Continuity, Graph};

/// The starter with two smart teams called «Segreteria», one in each of its services.
fn homonyms() -> Folder {
    let starter = Folder::starter();
    starter.edit("smart-team.yaml", "nome: Tributi", "nome: Segreteria\n    alias: [Tributi]");
    starter.edit("attuazione.yaml", "smart_team: Tributi", "smart_team: Segreteria");
    starter
}

/// For each row of the state of adoption, the identifiers of the teams that continue it.
fn continued(folder: &Folder) -> Vec<Vec<String>> {
    let annex = load(folder.root()).expect("the folder can be read").annex;
    let edition = &annex.editions[0];
    let continuity = Continuity::of(edition, &Graph::new(edition));
    let id = |team: &usize| edition.teams.rows[*team].id.value.clone();
    continuity.teams.iter().map(|teams| teams.iter().map(id).collect()).collect()
}

/// The codes of LA310, with the message.
fn unmatched(folder: &Folder) -> Vec<String> {
    let run = folder.piao(["check", "--format", "short"]).any_status().run();
    run.out.lines().filter(|line| line.contains("LA310")).map(str::to_owned).collect()
}

#[test]
fn rows_of_teams_with_the_same_name_go_each_to_its_own() {
    let folder = homonyms();
    assert_eq!(continued(&folder), [["segreteria"], ["tributi"]]);
    assert_eq!(unmatched(&folder), [""; 0]);
    let site = Site::built(folder.root(), &[]);
    let text = |id: &str| {
        let page = site.page(&format!("2026-2028/smart-team/{id}/index.html"));
        select(&page, "main").iter().map(words).collect::<String>()
    };
    let (first, second) = (text("segreteria"), text("tributi"));
    assert!(first.contains("12") && first.contains('7') && !first.contains("0,5"), "{first}");
    assert!(second.contains("da 0,5 a 1") || second.contains("0,5-1"), "{second}");
}

#[test]
fn the_service_is_known_by_its_other_names_too() {
    let folder = homonyms();
    folder.edit("attuazione.yaml", "servizio: Servizio Tributi", "servizio: SERVIZIO ENTRATE");
    assert_eq!(continued(&folder), [["segreteria"], ["tributi"]]);
}

#[test]
fn a_name_counts_before_another_name_and_both_only_in_their_place() {
    let starter = Folder::starter();
    starter.edit("smart-team.yaml", "nome: Segreteria", "nome: Protocollo\n    alias: [Segreteria]");
    assert_eq!(continued(&starter), [["segreteria"], ["tributi"]]);
    starter.edit("attuazione.yaml", "servizio: Servizio Segreteria", "servizio: Servizio Tributi");
    assert_eq!(continued(&starter)[0], [""; 0]);
}

#[test]
fn what_a_row_says_it_continues_in_counts_whatever_its_name() {
    let folder = homonyms();
    folder.edit(
        "attuazione.yaml",
        "    servizio: Servizio Tributi\n    smart_team: Segreteria",
        "    servizio: Servizio Tributi\n    smart_team: Segreteria\n    continua_in: [segreteria, tributi]",
    );
    assert_eq!(continued(&folder), [vec!["segreteria"], vec!["segreteria", "tributi"]]);
}

#[test]
fn a_team_that_is_only_elsewhere_does_not_continue_the_row() {
    let starter = Folder::starter();
    starter.edit("attuazione.yaml", "smart_team: Tributi", "smart_team: Segreteria");
    let [finding] = &unmatched(&starter)[..] else { panic!("{:?}", unmatched(&starter)) };
    let said = "nessuno smart team di questa edizione si chiama «Segreteria» nel servizio «Servizio Tributi» dell'area «Risorse»";
    assert!(finding.contains(said), "{finding}");
    // Of a service that no edition has another rule speaks.
    starter.edit("attuazione.yaml", "servizio: Servizio Tributi", "servizio: Servizio Turismo");
    assert_eq!(unmatched(&starter), [""; 0]);
    // A row whose organisation could not be read is not judged.
    starter.edit("servizi.yaml", "    area: risorse\n", "    area: [risorse\n");
    assert!(findings(starter.root()).iter().all(|found| found.code != "LA310"));
}
