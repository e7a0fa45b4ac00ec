//! The pictures of the chapters: what is published of the folder `immagini`, and what is refused.

use super::built::{Site, attributes, select, words};
use crate::folder::Folder;
use crate::found::findings;

const CHAPTER: &str = "/content/2026-2028/01-premessa.md";
const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"><rect width=\"4\" height=\"3\" fill=\"#17324d\"/></svg>\n";

/// The starter whose first chapter is another text, and that holds a drawing.
fn folder(text: &str) -> Folder {
    let folder = Folder::starter();
    folder.write(CHAPTER, format!("---\ntitolo: Premessa\nordine: 1\n---\n\n{text}\n"));
    folder.write("/content/2026-2028/immagini/schema.svg", SVG);
    folder
}

#[test]
fn a_picture_alone_is_a_figure_and_its_file_is_published_as_it_is() {
    let folder = folder(
        "Prima.\n\n![Gli uffici & i loro rapporti](immagini/schema.svg)\n\n![Due](immagini/schema.svg \"Come si lavora\")\n\nDentro ![tre](./immagini/schema.svg) il testo.",
    );
    let site = Site::built(folder.root(), &[]);
    let page = site.page("2026-2028/premessa/index.html");
    let figures = select(&page, "main figure.immagine");
    assert_eq!(figures.iter().map(words).collect::<Vec<_>>(), ["Gli uffici & i loro rapporti", "Come si lavora"]);
    let all = |name: &str| attributes(&page, "main img", name);
    assert_eq!(all("alt"), ["Gli uffici & i loro rapporti", "Due", "tre"]);
    assert_eq!(all("src"), vec!["../../risorse/immagini/2026-2028/schema.svg"; 3]);
    assert_eq!((all("width")[0].as_str(), all("height")[0].as_str()), ("640", "480"));
    assert_eq!(site.text("risorse/immagini/2026-2028/schema.svg"), SVG);
    assert!(
        site.text("risorse/stile.css").contains(".prosa img {background:#fff;}"),
        "dark lines vanish on a dark page"
    );
    let paper = site.page("2026-2028/stampa/allegato/index.html");
    assert_eq!(select(&paper, "main img").len(), 3);
}

#[test]
fn what_no_chapter_shows_is_said_and_not_published() {
    let folder = folder("Testo.");
    folder.write("/content/2026-2028/immagini/appunti.docx", "x");
    let found = findings(folder.root());
    assert!(found.iter().any(|found| found.code == "LA017" && found.file.ends_with("immagini/appunti.docx")));
    assert!(found.iter().any(|found| found.code == "LA415" && found.file == "content/2026-2028/immagini/schema.svg"));
    let site = Site::built(folder.root(), &[]);
    assert!(!site.has("risorse/immagini/2026-2028/schema.svg"));
}

#[test]
fn what_may_not_be_shown_is_refused_where_it_is_named() {
    let folder = folder("![a](immagini/schema.svg)");
    folder.write("/content/2026-2028/immagini/script.svg", SVG.replace("<rect", "<script>alert(1)</script><rect"));
    folder.write("/content/2026-2028/immagini/finta.png", "<html>");
    folder.write("/content/2026-2028/immagini/due parole.svg", SVG);
    folder.write("/schema.svg", SVG);
    for (target, said) in [
        ("immagini/manca.svg", "non c'è"),
        ("immagini/Schema.SVG", "non c'è"),
        ("immagini/script.svg", "`script`"),
        ("immagini/finta.png", "non è un'immagine"),
        ("<immagini/due parole.svg>", "spazi"),
        ("schema.svg", "non sta nella cartella"),
        ("../../schema.svg", "non sta nella cartella"),
        ("immagini/../schema.svg", "non sta nella cartella"),
        ("/etc/passwd", "non sta nella cartella"),
        ("https://www.comune.esempio.it/a.png", "altro sito"),
        ("//www.comune.esempio.it/a.png", "altro sito"),
        ("data:image/png;base64,AAAA", "altro sito"),
        ("", "non ha indirizzo"),
    ] {
        folder.write(CHAPTER, format!("---\ntitolo: Premessa\nordine: 1\n---\n\nTesto.\n\n![a]({target})\n"));
        let found = findings(folder.root());
        let own: Vec<_> = found.iter().filter(|found| found.code == "LA413").collect();
        assert!(own.len() == 1 && own[0].line == 8 && own[0].message.contains(said), "{target}: {found:#?}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_folder_is_refused() {
    let outside = Folder::empty();
    outside.write("/segreto.svg", SVG);
    let folder = folder("![a](immagini/segreto.svg) ![b](immagini/schema.svg)");
    std::os::unix::fs::symlink(outside.path("/segreto.svg"), folder.path("/content/2026-2028/immagini/segreto.svg"))
        .expect("a link");
    let said = folder.piao(["check"]).status(2).run().err;
    assert!(said.contains("immagini/segreto.svg` porta fuori dalla cartella dell'ente"), "{said}");
}

#[test]
fn a_line_break_in_a_cell_is_one() {
    let folder = folder("![a](immagini/schema.svg)\n\n| Sede | Orari |\n|---|---|\n| Municipio | lunedì<br>martedì |");
    let site = Site::built(folder.root(), &[]);
    let page = site.page("2026-2028/premessa/index.html");
    assert_eq!(select(&page, "main td br").len(), 1);
}
