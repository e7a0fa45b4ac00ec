//! What is wrong above the text of a chapter: each fault at its line, under its own rule, with what to write.

use crate::folder::Folder;
use crate::found::checked;
use piao::load::Overlay;

const CHAPTER: &str = "content/2026-2028/01-premessa.md";

#[test]
fn each_fault_of_the_front_matter_has_its_remedy() {
    let folder = Folder::starter();
    for (text, rule, line, words) in [
        ("titolo: A\nordine: 1\n---\nTesto.\n", "LA014", 1, "tre trattini"),
        ("\n\n---\ntitolo: A\nordine: 1\n---\nTesto.\n", "LA014", 3, "la prima riga"),
        ("–––\ntitolo: A\nordine: 1\n---\nTesto.\n", "LA014", 1, "---"),
        ("---\ntitolo: A\nordine: 1\n\nTesto.\n", "LA014", 1, "dopo l'ultima chiave"),
        ("---\ntitolo: A\nordine: 1\n-----\nTesto.\n", "LA014", 4, "tre trattini"),
        ("", "LA014", 1, "togliere il file"),
        ("---\nordine: 1\n---\nTesto.\n", "LA008", 2, "`titolo: …`"),
        ("---\ntitolo: A\n---\nTesto.\n", "LA008", 2, "`ordine: …`"),
        ("---\ntitolo:\nordine: 1\n---\nTesto.\n", "LA010", 2, "titolo"),
        ("---\ntitolo: A\n\tordine: 1\n---\nTesto.\n", "LA001", 3, "spazi"),
        ("---\nTitolo: A\nordine: 1\n---\nTesto.\n", "LA007", 2, "titolo"),
    ] {
        let overlay = Overlay::from([(CHAPTER.to_owned(), text.to_owned())]);
        let (loaded, findings) = checked(folder.root(), &overlay);
        let found: Vec<_> = findings
            .iter()
            .filter(|finding| loaded.sources.get(finding.span.source).path() == CHAPTER)
            .map(|finding| {
                let line = loaded.sources.get(finding.span.source).position(finding.span.start as usize).line;
                (
                    finding.rule.code,
                    line,
                    format!("{} {}", finding.message, finding.help.as_deref().unwrap_or_default()),
                )
            })
            .collect();
        let right = |(code, at, said): &(&str, usize, String)| *code == rule && *at == line && said.contains(words);
        assert!(found.iter().any(right), "{text:?}: {rule} at {line} with {words:?} was expected, not {found:#?}");
    }
}

#[test]
fn a_certain_fix_makes_the_chapter_readable() {
    for text in [
        "\n---\ntitolo: A\nordine: 1\n---\nTesto.\n",
        "———\ntitolo: A\nordine: 1\n---\nTesto.\n",
        "---\ntitolo: A\nordine: 1\n***\nTesto.\n",
        "titolo: A\nordine: 1\n---\nTesto.\n",
    ] {
        let folder = Folder::starter();
        folder.write("/content/2026-2028/01-premessa.md", text);
        folder.piao(["check", "--fix"]).any_status().run();
        assert_eq!(folder.read("/content/2026-2028/01-premessa.md"), "---\ntitolo: A\nordine: 1\n---\nTesto.\n");
    }
}

#[test]
fn every_link_without_address_is_told_at_its_place() {
    let folder = Folder::starter();
    let text = "---\ntitolo: A\nordine: 1\n---\nUno [due]() tre.\n\nQuattro [cinque](<>), [sei]( ).\n";
    let (loaded, findings) = checked(folder.root(), &Overlay::from([(CHAPTER.to_owned(), text.to_owned())]));
    let empty = findings.iter().filter(|finding| finding.rule.code == "LA401");
    let places: Vec<&str> = empty.map(|finding| loaded.sources.slice(finding.span)).collect();
    assert_eq!(places, ["[due]()", "[cinque](<>)", "[sei]( )"]);
}
