//! Texts that nobody expects, in a table and in a chapter: no rule stumbles over them, and every place it points at is there.

#![allow(clippy::expect_used)] // A test that cannot go on stops.

mod starter;

use piao::check::{Settings, check};
use piao::load::load;
use piao::model::Date;
use starter::Starter;
use std::fs;

const PIECES: [&str; 30] = [
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
];

#[test]
fn no_rule_stumbles() {
    let today = Date::parse("2026-01-15").expect("a day");
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
            let starter = Starter::new();
            let quoted = serde_json::to_string(&odd).expect("a text");
            starter.edit("processi.yaml", "processo: Accertamento dei tributi", &format!("processo: {quoted}"));
            starter.edit("esclusioni.yaml", "dove: Sportello al pubblico", &format!("dove: {quoted}"));
            let chapter = starter.path("/content/2026-2028/01-premessa.md");
            let whole = fs::read_to_string(&chapter).expect("a chapter");
            fs::write(&chapter, format!("{whole}\n{odd}\n\n[{odd}](#à) *{odd}*\n")).expect("written");
            let mut loaded = load(starter.root()).expect("the folder can be read");
            for finding in check(&mut loaded, Settings { today, waivers: true }).findings {
                let file = loaded.sources.get(finding.span.source).text();
                assert!(file.get(finding.span.range()).is_some(), "{} in {odd:?}", finding.rule.code);
                if let Some(fix) = finding.fix {
                    assert!(file.get(fix.span.range()).is_some(), "{} in {odd:?}", finding.rule.code);
                }
            }
        }
    }
}
