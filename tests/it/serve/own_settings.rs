//! Columns of the administration's own and the weight of the rules, set by forms.

use super::records::send;
use super::server::Server;
use super::settings::tried;
use crate::folder::Folder;

#[test]
fn a_column_of_the_administrations_own_is_added_filled_and_removed() {
    let folder = Folder::starter();
    folder.write(
        "modello.yaml",
        "# Le parole nostre.\nparole:\n  area: { singolare: la direzione, plurale: le direzioni }\n",
    );
    let (before, rows) = (folder.read("modello.yaml"), folder.read("processi.yaml"));
    let server = Server::of(&folder);
    let (path, record) = ("/banco/colonne/processi/", "/banco/processi/200-1-m/");
    assert!(server.keyed("/banco/tavole/").body.contains(path));
    let column = [
        ("colonna.titolo", "Canale d'accesso"),
        ("colonna.tipo", "scelta"),
        ("colonna.valori", "sportello\nin linea"),
        ("colonna.filtro", "si"),
    ];
    let answer = send(&server, path, &column);
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, Some("/banco/colonne/processi/?fatto=1")),
        "{}",
        answer.body
    );
    let added = folder.read("modello.yaml");
    assert!(
        added.starts_with("# Le parole nostre.\n")
            && added.contains(before.trim_start_matches("# Le parole nostre.\n")),
        "{added}"
    );
    assert!(added.contains("canale_d_accesso") && added.contains("titolo: Canale d'accesso"), "{added}");
    assert!(server.keyed(&format!("{path}?fatto=1")).body.contains("nuova colonna «Canale d&#39;accesso»"));
    assert!(server.keyed("/banco/tavole/").body.contains("1 colonna dell&#39;ente"));
    folder.piao(["check"]).run();
    // Its field is a list of the words, in the form of a record.
    assert_eq!(send(&server, record, &[("canale_d_accesso", "in linea")]).status, 303);
    assert!(folder.read("processi.yaml").contains("canale_d_accesso: in linea"));
    folder.piao(["check"]).run();
    let heading = "tavole.processi.colonne.canale_d_accesso.titolo";
    assert_eq!(send(&server, path, &[(heading, "Canale")]).status, 303);
    assert_eq!(folder.read("modello.yaml"), added.replace("titolo: Canale d'accesso", "titolo: Canale"));
    // What would be lost is told, and nothing is.
    let refused = server.post(path, &[("_togli", "canale_d_accesso")]);
    assert_eq!(refused.status, 422);
    assert!(
        refused.body.contains("una voce ha un valore che andrebbe perso") && refused.body.contains("in linea"),
        "{}",
        refused.body
    );
    assert!(folder.read("modello.yaml").contains("canale_d_accesso"));
    assert_eq!(send(&server, record, &[("canale_d_accesso", "")]).status, 303);
    assert_eq!(folder.read("processi.yaml"), rows);
    assert_eq!(server.post(path, &[("_togli", "canale_d_accesso")]).status, 303);
    assert_eq!(folder.read("modello.yaml"), before, "with the last column all that it needed goes");
    assert_eq!(server.post(path, &[("_togli", "canale_d_accesso")]).status, 404);
    for _ in 0..5 {
        assert_eq!(server.post("/banco/annulla", &[]).status, 303);
    }
    assert_eq!((folder.read("modello.yaml"), folder.read("processi.yaml")), (before, rows));
}

#[test]
fn a_column_that_cannot_be_is_not_written_and_what_was_typed_stays() {
    let folder = Folder::starter();
    let server = Server::of(&folder);
    let path = "/banco/colonne/processi/";
    for (title, key, why) in [
        ("", "canale", "manca l&#39;intestazione"),
        ("Rischio nostro", "rischio", "ha già una colonna"),
        ("Nota nostra", "nota", "ha già una colonna"),
        ("Canale", "Il Canale", "lettere minuscole"),
        ("1998", "", "lettere minuscole"),
    ] {
        let refused = send(&server, path, &[("colonna.titolo", title), ("colonna.chiave", key)]);
        assert_eq!(refused.status, 422, "{title} {key}");
        assert!(refused.body.contains(why) && refused.body.contains(&format!("value=\"{title}\"")), "{}", refused.body);
    }
    assert!(!folder.path("modello.yaml").exists());
    // What the model lacks is told beside the column, before it is kept and after.
    let said = tried(&server, path, &[("colonna.titolo", "Canale"), ("colonna.tipo", "scelta")]);
    assert!(said.status == 200 && said.body.contains("banco-rilievo errore"), "{}", said.body);
    assert!(!folder.path("modello.yaml").exists());
    assert_eq!(send(&server, path, &[("colonna.titolo", "Canale"), ("colonna.tipo", "scelta")]).status, 303);
    assert!(server.keyed(path).body.contains("banco-rilievo errore"));
    assert!(server.keyed("/banco/").body.contains("/banco/colonne/processi/"), "the finding leads to its form");
    for table in ["nulla", "accettazioni", "destinatari"] {
        assert_eq!(server.keyed(&format!("/banco/colonne/{table}/")).status, 404, "{table}");
    }
}

#[test]
fn the_weight_of_the_rules_is_set_by_a_form() {
    let folder = Folder::starter();
    assert!(!folder.path("/data/controlli.yaml").exists());
    let server = Server::of(&folder);
    let path = "/banco/controlli/";
    assert!(server.keyed("/banco/tavole/").body.contains(path));
    let page = server.keyed(path).body;
    assert!(page.contains("LA301") && !page.contains("gravita.LA201"), "an error cannot be changed");
    let change = [("gravita.LA301", "nota"), ("soglie.celle_piccole", "5")];
    assert_eq!(send(&server, path, &change).status, 303);
    let text = folder.read("/data/controlli.yaml");
    assert!(text.contains("gravita: { LA301: nota }\n") || text.contains("gravita:\n  LA301: nota\n"), "{text}");
    assert!(text.contains("celle_piccole: 5"), "{text}");
    drop(server);
    folder.write("/data/controlli.yaml", format!("# Deciso in riunione.\n{text}"));
    let server = Server::of(&folder);
    assert_eq!(send(&server, path, &[("gravita.LA301", "spento")]).status, 303);
    assert_eq!(
        folder.read("/data/controlli.yaml"),
        format!("# Deciso in riunione.\n{}", text.replace("LA301: nota", "LA301: spento"))
    );
    let said = tried(&server, path, &[("soglie.celle_piccole", "0")]);
    assert!(said.status == 200 && said.body.contains("non può essere zero"), "{}", said.body);
    assert_eq!(server.post("/banco/annulla", &[]).status, 303);
    assert!(folder.read("/data/controlli.yaml").contains("LA301: nota"));
}
