//! Texts that nobody expects, in a table and in a chapter: no rule stumbles over them, and every place it points at is there.

use crate::folder::Folder;
use crate::found::checked;
use piao::load::Overlay;

const PIECES: [&str; 42] = [
    "è",
    "à\u{a0}b",
    "\u{2003}В",
    "\u{a0}\u{200b}x",
    "В\u{a0}В",
    "«",
    "»",
    "(",
    ")",
    "“”",
    "\"",
    " , ",
    ",",
    "a,b",
    "XXX",
    "n. giorni",
    "entro il 2020à",
    "2021/23è",
    "2021–2023",
    "20",
    "a.b@gmail.it",
    "+39 333",
    "3471234567è",
    "Servizio È",
    "L'Area Ò",
    "😀",
    "\u{202e}",
    "\u{fffd}",
    "dei  dei",
    "22 maggio 20177",
    "perchÃ©è",
    "attivitÃ",
    "â€",
    "√®√",
    "&egrave;&",
    "<br",
    "ufﬁcioe\u{301}",
    "\u{301}",
    "\u{9b}\u{92}",
    "1,2E+09è",
    "=A1è",
    "„è“»",
];

#[test]
fn no_rule_stumbles() {
    // Every piece before and after every other, a seventh of the pairs at a time in one text.
    for step in 0..7 {
        let mut text = String::new();
        for (number, first) in PIECES.iter().enumerate() {
            for (other, second) in PIECES.iter().enumerate() {
                if (number + other) % 7 == step {
                    text.push_str(first);
                    text.push_str(second);
                    text.push(' ');
                }
            }
        }
        for piece in text.split_inclusive(' ').collect::<Vec<_>>().chunks(9) {
            let odd = piece.concat();
            let starter = Folder::starter();
            let quoted = serde_json::to_string(&odd).expect("a text");
            starter.edit("processi.yaml", "processo: Accertamento dei tributi", &format!("processo: {quoted}"));
            starter.edit("esclusioni.yaml", "dove: Sportello al pubblico", &format!("dove: {quoted}"));
            let chapter = "/content/2026-2028/01-premessa.md";
            starter.write(chapter, format!("{}\n{odd}\n\n[{odd}](#à) *{odd}*\n", starter.read(chapter)));
            let (loaded, findings) = checked(starter.root(), &Overlay::new());
            for finding in findings {
                let file = loaded.sources.get(finding.span.source).text();
                assert!(file.get(finding.span.range()).is_some(), "{} in {odd:?}", finding.rule.code);
                if let Some(fix) = finding.fix {
                    assert!(file.get(fix.span.range()).is_some(), "{} in {odd:?}", finding.rule.code);
                }
            }
        }
    }
}
