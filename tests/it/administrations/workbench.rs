//! The workbench speaks of the things of an administration in its words.

use super::folder;
use super::words::{ours, read};
use crate::serve::server::Server;

#[test]
fn forms_and_tables_speak_in_the_words_of_the_edition() {
    let server = Server::at(&folder("ministero-con-parole"));
    for path in [
        "processi/",
        "processi/10-1-b/",
        "processi/nuova/",
        "servizi/",
        "servizi/campo/",
        "servizi/nuova/",
        "smart-team/",
        "smart-team/topografi/",
        "aree/",
        "aree/rilievi/",
        "attuazione/",
        "esclusioni/",
        "software/",
    ] {
        let page = server.keyed(&format!("/banco/{path}"));
        assert_eq!(page.status, 200, "{path}");
        let said =
            read(&page.body).replace("smart-team.yaml", "").replace("servizi.yaml", "").replace("processi.yaml", "");
        let found = ours(&said);
        assert!(found.is_none(), "{path} says {}", found.unwrap_or_default());
    }
    let process = server.keyed("/banco/processi/10-1-b/").body;
    for said in ["Il nome dell&#39;attività.", "Se l&#39;attività si può svolgere", "prefisso dell&#39;Ufficio"] {
        assert!(process.contains(said) || process.contains(&said.replace("&#39;", "'")), "no «{said}» in {process}");
    }
    assert!(server.keyed("/banco/processi/").body.contains("Aggiungi: attività"));
    assert!(server.keyed("/banco/servizi/nuova/").body.contains("Nuova voce: Ufficio"));
}
