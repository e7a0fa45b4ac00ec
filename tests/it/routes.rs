//! The site map: what it lists is what is built, and where the links of chapters lead.

use crate::folder::Folder;
use crate::found::checked;
use crate::site::built::{Site, attributes, select, words};
use piao::diagnostic::Edit;
use piao::load::{Overlay, load};
use piao::routes::Routes;
use std::collections::BTreeSet;

const CHAPTER: &str = "/content/2026-2028/01-premessa.md";

/// The starter, with its edition once more under the name of an earlier one.
pub fn two_editions() -> Folder {
    let folder = Folder::starter();
    for below in ["data", "content"] {
        for (path, bytes) in crate::tree::files(&folder.path(&format!("/{below}/2026-2028"))) {
            folder.write(&format!("/{below}/2025-2027/{path}"), bytes);
        }
    }
    folder
}

/// What is said of a link in the first chapter of the later edition: message and help.
fn said(folder: &Folder, target: &str) -> Option<(String, String)> {
    let text = folder.read(CHAPTER).replace("(processi/)", &format!("(<{target}>)"));
    let (_, findings) = checked(folder.root(), &Overlay::from([(CHAPTER[1..].to_owned(), text)]));
    let mut broken = findings.into_iter().filter(|finding| finding.rule.code == "LA401");
    broken.next().map(|finding| (finding.message, finding.help.unwrap_or_default()))
}

#[test]
fn a_link_to_anything_that_the_build_writes_is_right() {
    let folder = two_editions();
    for target in [
        "processi/",
        "processi",
        "processi/index.html",
        "./processi/",
        "../processi/",
        "processi/200-1-M/",
        "processi/per-rischio/medio/",
        "processi/per-smartabilita/in-parte/index.html",
        "aree/risorse/",
        "servizi/tributi/#persone",
        "smart-team/tributi",
        "stampa/processi/",
        "stampa/allegato.pdf",
        "stampa/formazione.pdf",
        "dati/processi.csv",
        "dati/processi-excel.csv",
        "dati/aree.json",
        "dati/catalogo.jsonld",
        "cerca/",
        "cambiamenti/",
        "index.html",
        "../",
        "../../",
        "../2025-2027/",
        "../2025-2027/processi/200-1-m/",
        "../../2025-2027/dati/processi.xlsx",
        "../2025-2027/02-stato-di-attuazione.md",
        "premessa/#i-numeri",
        "../premessa/index.html#i-numeri",
        "#i-numeri",
        "02-stato-di-attuazione.md",
        "./02-stato-di-attuazione.md",
        "https://www.comune.esempio.it/",
        "mailto:urp@comune.esempio.it",
        "tel:+39-041-123456",
    ] {
        assert_eq!(said(&folder, target), None, "{target}");
    }
}

#[test]
fn a_link_to_nothing_is_an_error_that_offers_what_is_near() {
    let folder = Folder::starter();
    for (target, message, help) in [
        ("procesi/", "la pagina `procesi/` non esiste in questa edizione", "forse si intendeva `processi/`"),
        ("processi/200-1-mm/", "la pagina `processi/200-1-mm/` non esiste", "forse si intendeva `processi/200-1-m/`"),
        ("smart-team/tribut", "la pagina `smart-team/tribut` non esiste", "forse si intendeva `smart-team/tributi/`"),
        ("dati/proces.csv", "il file `dati/proces.csv` non esiste", "forse si intendeva `dati/processi.csv`"),
        ("stampa/alegato.pdf", "il file `stampa/alegato.pdf` non esiste", "forse si intendeva `stampa/allegato.pdf`"),
        ("dati/processi.csv/", "la pagina `dati/processi.csv/` non esiste", "forse si intendeva `dati/processi.csv`"),
        ("stampa/", "la pagina `stampa/` non esiste", "gli indirizzi cominciano dalla cartella dell'edizione"),
        ("cambiamenti/", "la pagina `cambiamenti/` non esiste", "gli indirizzi cominciano"),
        ("da-verificare/", "la pagina `da-verificare/` non esiste", "gli indirizzi cominciano"),
        ("../../../", "la pagina `../../../` non esiste", "gli indirizzi cominciano"),
        ("/processi/", "la pagina `/processi/` non esiste", "forse si intendeva `processi/`"),
        ("02-stato.md", "il capitolo `02-stato.md` non esiste", "i capitoli sono i file `.md`"),
        ("premessa/#i-nomeri", "porta a un titolo che non c'è", "forse si intendeva `i-numeri`"),
        ("javascript:alert(1)", "non è di un genere ammesso", "https://, http://, mailto: o tel:"),
        ("https://", "il collegamento `https://` non è completo", "scrivere l'indirizzo intero"),
        ("tel:", "il collegamento `tel:` non è completo", "tel:+39041123456"),
        ("", "il collegamento non ha indirizzo", "scrivere fra le parentesi tonde"),
    ] {
        let (found, offered) = said(&folder, target).unwrap_or_else(|| panic!("nothing is said of `{target}`"));
        assert!(found.contains(message), "{target}: {found}");
        assert!(offered.contains(help), "{target}: {offered}");
    }
}

#[test]
fn links_of_a_chapter_lead_to_the_same_places_on_its_page() {
    let links = "[a](tel:+39-041-1) [b](dati/processi.csv) [c](stampa/allegato.pdf) [d](../aree/) [e](processi/per-rischio/medio) \
                 [f](../2025-2027/processi/) [g](../../) [h](#i-numeri)";
    let folder = two_editions();
    folder.edit(CHAPTER, "[Tavola 1](processi/)", links);
    let site = Site::built(folder.root(), &[]);
    let page = site.page("2026-2028/premessa/index.html");
    let found = attributes(&page, ".prosa a[href]", "href");
    // Without PDFs the whole annex is read on the page made for paper.
    let expected = [
        "tel:+39-041-1",
        "../dati/processi.csv",
        "../stampa/allegato/index.html",
        "../aree/index.html",
        "../processi/per-rischio/medio/index.html",
        "../../2025-2027/processi/index.html",
        "../../index.html",
        "#i-numeri",
    ];
    let found: Vec<&str> = found.iter().map(String::as_str).filter(|link| expected.contains(link)).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_site_map_is_what_is_built() {
    let folder = two_editions();
    folder.edit("software.yaml", "", "");
    let site = Site::built(folder.root(), &[]);
    let annex = load(folder.root()).expect("the folder").annex;
    let routes = Routes::of(&annex);
    // PDFs are made only when they are asked for.
    let files = routes.files().filter(|file| file.paper.is_none()).map(|file| file.path.as_str());
    let listed: BTreeSet<&str> = routes.pages().map(|page| page.path.as_str()).chain(files).collect();
    // What pages bring along, and what is asked for by its name.
    let aside = |path: &str| {
        path.ends_with(".js")
            || path.starts_with("risorse/")
            || path.ends_with("/stampa/foglio.css")
            || [".piao", "404.html", "robots.txt"].contains(&path)
    };
    let built: BTreeSet<&str> = site.paths().filter(|path| !aside(path)).collect();
    assert_eq!(listed, built);
}

#[test]
fn a_chapter_may_take_the_place_of_a_page_that_gives_way_and_of_no_other() {
    let chapter = "---\ntitolo: Nostro\nordine: 9\n---\n\nTesto.\n";
    let folder = Folder::with(&[Edit::new("/content/2026-2028/09-glossario.md", "", chapter)]);
    let site = Site::built(folder.root(), &[]);
    assert_eq!(words(&select(&site.page("2026-2028/glossario/index.html"), "h1")[0]), "Nostro");
    for name in ["processi", "stampa"] {
        let file = format!("/content/2026-2028/09-{name}.md");
        let folder = Folder::starter();
        folder.write(&file, chapter);
        let found = crate::found::findings(folder.root());
        assert!(
            found.iter().any(|found| found.code == "LA022" && found.message.contains(&format!("`{name}/`"))),
            "{name}"
        );
    }
}

/// The code in lower case is the address of its process, wherever the row stands.
#[test]
fn codes_that_are_nearly_alike_keep_their_addresses_in_any_order() {
    let process = |code: &str| {
        format!(
            "  - {{ codice: \"{code}\", rischio: basso, processo: Atti {code}, finalita: F, input: [a], fasi: [b], output: [c], \
                 smart_team: [segreteria], smartabilita: si }}\n"
        )
    };
    for codes in [["A/1", "A-1", "A 1"], ["A-1", "A 1", "A/1"]] {
        let starter = Folder::starter();
        starter.write("processi.yaml", format!("processi:\n{}", codes.map(process).concat()));
        let site = Site::built(starter.root(), &[]);
        let page = site.text("2026-2028/processi/a-1/index.html");
        assert!(page.contains("Atti A-1"), "{codes:?}");
    }
}
