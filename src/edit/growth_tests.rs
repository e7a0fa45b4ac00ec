//! Many items at once, against the same one by one.

use super::{After, Change, Insertion, Ledger, Step, Written};
use std::fmt::Write as _;

const ORDER: &[&str] = &["id", "nome", "area", "alias", "numero", "nota"];

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit
    }

    fn one<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }
}

const TEXTS: &[&str] = &["Tributi", "12", "a: b", "si", "Perché", "- x", "", "1:30", "Una \"parte\"", "# no"];

/// A record as nobody would write it.
fn record(dice: &mut Dice, number: usize) -> Written {
    let mut entries = vec![("id".to_owned(), Written::text(format!("n-{number}")))];
    for key in &ORDER[1..] {
        let long = "una parola dopo l'altra ".repeat(8);
        let value = match (*key, dice.below(4)) {
            (_, 0) => continue,
            ("alias", count) => {
                let long = if dice.below(3) == 0 { long.as_str() } else { "y" };
                Written::List((0..count).map(|_| Written::text(dice.one(&["x", "13", long]))).collect())
            }
            ("numero", 1) => Written::Number(dice.one(&["1", "0.5"]).to_owned()),
            ("nota", 1) => Written::text(long),
            ("nota", 2) => Written::Group(vec![("al".to_owned(), Written::text(dice.one(TEXTS)))]),
            _ => Written::text(dice.one(TEXTS)),
        };
        let at = dice.below(entries.len()) + 1;
        entries.insert(at, ((*key).to_owned(), value));
    }
    Written::Group(entries)
}

/// A file in one of the ways in which people write them.
fn file(dice: &mut Dice) -> String {
    let (indent, gap) = (dice.one(&["", "  "]), dice.one(&["", "\n", "\n\n"]));
    let mut text = dice.one(&["", "# in cima\n\n", "\u{feff}"]).to_owned() + "r:\n";
    for number in 0..=dice.below(5) {
        let first = if number == 0 { "" } else { gap };
        let quote = dice.one(&["", "'", "\""]);
        let _ = write!(
            text,
            "{first}{}{indent}- id: {quote}v-{number}{quote}",
            dice.one(&["", &format!("{indent}# di v\n")])
        );
        for (key, values) in [
            ("nome", ["Uno", "\"1\"", "'due'  # qui"]),
            ("alias", ["[x, y]", "\n    - x", "[]"]),
            (
                "nota",
                [
                    ">-\n    una parola dopo l'altra che non finisce mai e che va a capo perché è lunga,\n    sì",
                    "{ al: x }",
                    "|-\n    a\n    b",
                ],
            ),
        ] {
            if dice.below(2) == 0 {
                let _ = write!(
                    text,
                    "\n{indent}  {key}: {}",
                    dice.one(&values).replace("\n    ", &format!("\n{indent}    "))
                );
            }
        }
        text += dice.one(&["\n", "\n", &format!("\n{indent}    # ancora di v\n")]);
    }
    text += dice.one(&["", "s:\n  - id: z\n    alias: [z]\n", "\n# in fondo"]);
    let text = if dice.below(4) == 0 { text.trim_end().to_owned() } else { text };
    if dice.below(4) == 0 { text.replace('\n', "\r\n") } else { text }
}

#[test]
fn many_items_stand_and_look_as_if_added_one_after_the_other() {
    let mut dice = Dice(7);
    let (mut whole, mut tried) = (0, 0);
    for _ in 0..400 {
        let text = file(&mut dice);
        let ledger = || Ledger::new("x", [("x/r.yaml".to_owned(), text.clone())]);
        let (mut single, mut many) = (ledger(), ledger());
        if single.refused().next().is_some() {
            continue;
        }
        let there = single.items("r", "r").len();
        let list = single.items("r", "r")[0].0.within(vec![Step::from("r")]);
        let (mut order, mut new): (Vec<After>, Vec<Insertion>) = ((0..there).map(After::Item).collect(), Vec::new());
        let mut is_refused = false;
        for number in 0..=dice.below(6) {
            let (at, item) = (dice.below(order.len()), record(&mut dice, number));
            new.push(Insertion { list: list.clone(), after: order[at], item: item.clone() });
            order.insert(at + 1, After::New(number));
            let insert = Change::Insert { list: list.path.clone(), at: at + 1, items: vec![item] };
            is_refused |= single.apply(&list, &insert, ORDER).is_err();
        }
        tried += 1;
        let done = many.grow(&new, ORDER, true);
        assert!(done.is_err() || !is_refused, "{text:?} {new:#?}");
        if done.is_ok() {
            whole += 1;
            assert_eq!(many.changed(), single.changed(), "{new:#?}");
        }
    }
    assert!(tried > 300 && whole * 100 > tried * 95, "{whole} of {tried}");
}

#[test]
fn many_items_go_as_if_one_after_the_other() {
    let mut dice = Dice(11);
    let (mut whole, mut tried) = (0, 0);
    for _ in 0..600 {
        let text = file(&mut dice);
        let ledger = || Ledger::new("x", [("x/r.yaml".to_owned(), text.clone())]);
        let (mut single, mut many) = (ledger(), ledger());
        if single.refused().next().is_some() {
            continue;
        }
        let places = single.items("r", "r").into_iter().map(|(place, _)| place);
        let gone: Vec<_> = places.filter(|_| dice.below(2) == 0).collect();
        let mut is_refused = false;
        for place in gone.iter().rev() {
            is_refused |= single.apply(place, &Change::Remove { at: place.path.clone() }, &[]).is_err();
        }
        tried += 1;
        let done = many.shrink(&gone, &[]);
        assert!(done.is_err() || !is_refused, "{text:?} {gone:#?}");
        if done.is_ok() {
            whole += 1;
            assert_eq!(many.changed(), single.changed(), "{gone:#?}");
        }
    }
    assert!(tried > 500 && whole * 100 > tried * 95, "{whole} of {tried}");
}
