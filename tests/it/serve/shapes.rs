//! Values written in another shape than the forms make: none is lost, and what was typed over one is kept on the page.

use super::records::send;
use super::server::{Answer, Server};
use crate::folder::Folder;

/// A refusal that shows what was typed, after which every file is as it was.
fn refused(answer: &Answer, why: &str, typed: &str) {
    assert_eq!(answer.status, 422, "{}", answer.body);
    assert!(answer.body.contains(why), "{why}: {}", answer.body);
    assert!(answer.body.contains(typed), "{typed} is kept: {}", answer.body);
}

#[test]
fn what_is_typed_over_what_a_field_cannot_show_is_refused() {
    let folder = Folder::starter();
    let text = "ruoli:\n  - nome: Dir\n    natura: { a: 1 }\n    voci:\n      - c\n      - { b: 2 }\n  - nome: Vice\n    voci:\n      - c\n      -\n";
    folder.write("valutazione.yaml", text);
    let server = Server::of(&folder);
    let path = "/banco/valutazione/dir/";
    assert_eq!(send(&server, path, &[]).status, 303, "as it is");
    refused(&send(&server, path, &[("natura", "scritta")]), "in «Natura", "scritta");
    refused(&send(&server, path, &[("voci", "c\r\nnuova voce")]), "va corretto prima nel testo del file", "nuova voce");
    assert_eq!(folder.read("valutazione.yaml"), text);
    assert_eq!(send(&server, "/banco/valutazione/vice/", &[("voci", "c\r\nd")]).status, 303);
    assert_eq!(folder.read("valutazione.yaml"), text.replace("      -\n", "      - d\n"));
}
