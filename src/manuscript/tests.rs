use super::*;
use crate::docx;

/// The chapter as it comes back when nobody touched its document.
fn back(body: &str) -> Merged {
    merge(body, &manuscript(body))
}

fn manuscript(body: &str) -> Manuscript {
    let bytes = to_word(&parse(body), "Titolo", "Ente", None).bytes().unwrap();
    let made = from_word(&docx::read("prova.docx", &bytes).unwrap(), &[]);
    assert_eq!(made.title.as_deref(), Some("Titolo"), "{body}");
    made
}

const CHAPTERS: [&str; 19] = [
    "\n1. uno\n2. due\n\nIn mezzo.\n\n3. tre\n   7. sette\n   8. otto\n4. quattro\n\n0. zero\n",
    "\n- voce\n\n  ```\n  codice\n  ```\n\n  > citazione\n\n  ancora\n\nFine.\n",
    "\n- voce\n\n  | A | B |\n  |---|---|\n  | 1 | 2 |\n\n  dopo la tabella\n\n> - voce citata\n",
    "\n## Uno\n\nParole **forti** e *lievi*, ~~tolte~~, `codice`.\n",
    "\nIl {{ attuazione.data | data }} erano **{{ totali.agili }}**: si veda [qui](03-mappatura.md#titolo).\n\n{{ tabella(\"attuazione\") }}\n",
    "\n- uno;\n- due:\n  - tre **quattro**;\n  - cinque.\n- sei\n\n1. primo\n2. secondo\n   1. terzo\n\nFine.\n",
    "\n- uno\n\n  ancora uno\n\n- due\n",
    "\nTesto[^a] e ancora[^b], e di nuovo[^a].\n\n[^a]: Prima *nota*.\n\n[^b]: Seconda,\n    con [un sito](https://www.example.org/).\n",
    "\n| A | B |\n|---|--:|\n| 1 | `2` |\n| {{ x | y }} | **c** |\n",
    "\n> Citazione *detta*.\n>\n> Ancora.\n\n---\n\n```yaml\na: 1\n\n  b: 2\n```\n",
    "\r\n## Uno\r\n\r\nDue\r\ntre.\r\n",
    "\n![Figura](immagini/a.png)\n\nCon ![una](immagini/b.png) in mezzo, <b>HTML</b> & altro &amp; \\*stelle\\*.\n",
    "",
    "\n",
    "\nUna riga  \ne un'altra\\\nancora.\n",
    "\n# Primo\n\n###### Sesto\n\nSetext\n------\n",
    "\n{% for servizio in servizi %}\n- {{ servizio.nome }}\n{% endfor %}\n",
    "\n***tutto*** e **in *parte* così** <https://www.example.org/>\n",
    "\n1. uno\n1. due\n\n5) cinque\n6) sei\n",
];

#[test]
fn what_nobody_touched_comes_back_byte_for_byte() {
    for body in CHAPTERS {
        let merged = back(body);
        assert_eq!(merged.body, body);
        assert_eq!((merged.unfaithful, merged.changed, merged.removed), (Vec::new(), 0, 0), "{body}");
    }
}

#[test]
fn only_what_changed_is_written() {
    let body = "\n## Uno\n\nPrimo  paragrafo.\n\n* a\n* b\n\nUltimo.\n";
    let mut changed = manuscript(body);
    changed.blocks[1] = Block::Paragraph(parse("Primo, *nuovo*: 1 * 2.").units.remove(0).block.lines()[0].clone());
    let item = Block::Item {
        level: 0,
        is_numbered: false,
        start: None,
        goes_on: false,
        line: parse("tra").units[0].block.lines()[0].clone(),
    };
    changed.blocks.insert(3, item);
    let merged = merge(body, &changed);
    assert_eq!(merged.body, "\n## Uno\n\nPrimo, *nuovo*: 1 \\* 2.\n\n* a\n- tra\n* b\n\nUltimo.\n");
}

#[test]
fn a_new_chapter_is_written_as_chapters_are() {
    for body in CHAPTERS.iter().filter(|body| !body.contains('\r')) {
        let manuscript = manuscript(body);
        let merged = merge("", &manuscript);
        assert_eq!(merged.unfaithful, Vec::<String>::new(), "{body}\n{}", merged.body);
    }
}

#[test]
fn a_footnote_that_says_something_else_is_changed_alone() {
    let body = "\nTesto[^a] e[^b].\n\n[^a]: Prima.\n\n[^b]: Seconda.\n";
    let mut changed = manuscript(body);
    changed.notes[1] = vec![parse("Altra.").units.remove(0).block];
    assert_eq!(merge(body, &changed).body, "\nTesto[^a] e[^b].\n\n[^a]: Prima.\n\n[^b]: Altra.\n");
    changed.notes.pop();
    changed.blocks = vec![parse("Testo[^a].\n\n[^a]: Prima.\n").units.remove(0).block];
    assert_eq!(merge(body, &changed).body, "\nTesto[^a].\n\n[^a]: Prima.\n");
}

#[test]
fn marks_that_were_typed_are_words() {
    for typed in [
        "# no",
        "- no",
        "1. no",
        "> no",
        "a * b * c",
        "[x](y)",
        "<b>",
        "&amp;",
        "__x__",
        "a_b",
        "\\",
        "`x`",
        "~~x~~",
        "---",
        "*x*",
    ] {
        let span = Span::Words(Words { text: typed.to_owned(), ..Words::default() });
        let manuscript = Manuscript { blocks: vec![Block::Paragraph(vec![span])], ..Manuscript::default() };
        let merged = merge("", &manuscript);
        assert_eq!(merged.unfaithful, Vec::<String>::new(), "{typed}: {}", merged.body);
    }
}

/// What stands between the items of a list that counts does not begin it anew.
#[test]
fn a_list_goes_on_counting_after_other_paragraphs() {
    let item = |list: usize, text: &str| {
        let place = docx::ListPlace { list, level: 0, goes_on: false };
        docx::Block::Paragraph(docx::Paragraph {
            list: Some(place),
            ..docx::Paragraph::new(docx::Style::List, vec![docx::Piece::text(text)])
        })
    };
    let between =
        docx::Block::Paragraph(docx::Paragraph::new(docx::Style::Normal, vec![docx::Piece::text("In mezzo.")]));
    let lists = [1, 5].map(|start| docx::ListKind::Numbered { start, level: 0 }).to_vec();
    let blocks = vec![item(0, "uno"), item(0, "due"), between.clone(), item(0, "tre"), between, item(1, "cinque")];
    let reading = docx::Reading { blocks, lists, ..docx::Reading::default() };
    let merged = merge("", &from_word(&reading, &[]));
    assert_eq!(merged.body, "\n1. uno\n2. due\n\nIn mezzo.\n\n3. tre\n\nIn mezzo.\n\n5. cinque\n");
    assert_eq!(merged.unfaithful, Vec::<String>::new());
}
