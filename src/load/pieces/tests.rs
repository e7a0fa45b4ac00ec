use super::*;
use crate::load::memory::Memory;
use crate::load::syntax::parse;
use crate::source::Sources;

/// What a text says, with every byte in its place and what is found in it, whether it is parsed whole or in pieces.
fn shown(text: &str, parse: impl FnOnce(SourceId, &Source) -> Option<Pieces>) -> Option<String> {
    let mut sources = Sources::default();
    let id = sources.add(Source::new("a.yaml", text));
    let Pieces { mut node, mut traps, .. } = parse(id, sources.get(id))?;
    node.adopt(id, sources.get(id));
    trap::look(&node, id, text, &mut traps);
    node.unpack(&sources);
    let mut traps = traps.into_vec();
    traps.sort_by_key(|finding| (finding.span, finding.rule.code));
    let traps: Vec<_> = traps.iter().map(|finding| (finding.span, &finding.message)).collect();
    Some(format!("{node:#?} {traps:?}"))
}

fn in_pieces(text: &str) -> Option<String> {
    shown(text, |id, file| parse_pieces(id, file, &Recall::default(), usize::MAX, usize::MAX))
}

/// The same after a reading of another text.
fn in_pieces_after(before: &str, text: &str) -> Option<String> {
    let nothing = Memory::default();
    let recall = Recall::keeping(&nothing);
    let _ = shown(before, |id, file| parse_pieces(id, file, &recall, usize::MAX, usize::MAX));
    let memory = recall.into_memory();
    shown(text, |id, file| parse_pieces(id, file, &Recall::of(&memory), usize::MAX, usize::MAX))
}

/// The same of the whole text.
fn whole(text: &str) -> Option<String> {
    shown(text, |_, _| Some(Pieces { node: parse(text).ok()?, traps: Findings::default(), excess: None }))
}

#[test]
fn pieces_say_what_the_whole_says() {
    for text in [
        "a:\n  - b: c\n    d: e\n  - b: f\n",
        "# su\na: # qui\n  # prima\n  - b: c # fra\n\n  # dopo\n  - b: f\n# fine\n",
        "a:\n- b: c\n- b: |\n    testo\n    di più righe\n\nd: e\n",
        "a:\n  - b: >-\n      uno\n      due\n  - b: \"x\n      y\"\n  - [1, 2,\n     3]\n  - c\n  -\n    d: 'è: ù'\n",
        "titolo: uno\na:\n  - b: 01\nnota: |\n  - non\n  - un elenco\nc: {d: e}\n",
        "a:\n  b:\n    - c\n    - d\ne:\n  - f\r\n",
        "a:\r\n  - b: c\r\n    d: e\r\n  - b: f\r\n",
        "a:\n  - b: c\na:\n  - b: d\n",
        "a:\n- |\n  b\n- 'd'\n",
        "a:\n- - b\n  - c\n- d\n",
        "a:\n  - b: c\n    d:\n      - e\n      - f\n    g:\n    - h\n  - b:\n",
    ] {
        assert_eq!(in_pieces(text), whole(text), "{text}");
    }
}

#[test]
fn other_shapes_are_left_to_the_parser_of_whole_texts() {
    for text in [
        "a:\n  - &x b\n  - *x\n",
        "---\na:\n  - b: c\n",
        "a:\n  - b: c\n d: e\n",
        "a:\n  - b: c\n  d: e\n",
        "a: \"b\nc: d\"\n",
        "- a\n- b\n",
        "a\n",
        "# niente\n",
        "a:\n  - b: [\n  - c\n",
        "a:\n-\n- b\n",
        "a:\n-\n  b: c\n- d\n",
        "a:\n- # prima\n  [b]\n- d\n",
        "a:\n  - b: \"c\n  - d: e\"\n",
        "a:\n  - b: c\n  - b: c\n    d: e: f\n",
    ] {
        assert_eq!(in_pieces(text), None, "{text}");
    }
}

/// Whatever a slip of the finger makes of a text, its pieces say what the whole says, or are left to the parser of the whole.
#[test]
fn pieces_of_mistyped_texts_say_what_the_whole_says() {
    let text = "# su\nt: v\na:\n  # c\n  - b: \"c\"\n    d: |\n      e\n\n      f\n    g:\n      - h\n  - b: [i, 'j']\n    k: l\n      m\nn:\n- o: p\n- q\n";
    let mut met = 0;
    for at in 0..=text.len() {
        let (before, after) = text.split_at(at);
        let typed = [
            "", "\n", " ", "  ", "- ", ":", ": ", "#", " #", "\"", "'", "[", "]", "|", ">", "&x ", "*x", "\t", "\r",
            "---\n", "!", "?",
        ];
        let texts = typed.iter().map(|sign| format!("{before}{sign}{after}"));
        for text in texts.chain([format!("{before}{}", after.get(1..).unwrap_or_default())]) {
            if let Some(pieces) = in_pieces(&text) {
                assert_eq!(Some(pieces), whole(&text), "{text}");
                met += 1;
            }
        }
    }
    assert!(met > 1000, "{met}");
}

/// Lines of the real annex, damaged at random: wherever pieces are made of them at all, they say what the whole says.
#[test]
fn damaged_texts_say_what_the_whole_says() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data/2025-2027");
    let files = ["processi", "formazione", "esclusioni", "attuazione", "servizi", "edizione", "valutazione"];
    let texts = files.map(|file| std::fs::read_to_string(folder.join(file).with_extension("yaml")).expect("a file"));
    let signs = [
        ":", " ", "#", " #", "-", "- ", "'", "\"", "[", "}", "|", "> ", "&a ", "*a", "!", "%", "\t", ",", "?", "\r",
        "à", ": ",
    ];
    let mut state: u64 = 7;
    let mut roll = |sides: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap_or(0) % sides
    };
    let mut pieces = 0;
    for _ in 0..cases() {
        let text = &texts[roll(texts.len())];
        let all: Vec<&str> = text.lines().collect();
        let first = roll(all.len());
        // The key of the list, and some lines from the middle.
        let mut lines: Vec<String> = std::iter::once("righe:")
            .chain(all[first..].iter().copied())
            .take(2 + roll(30))
            .map(str::to_owned)
            .collect();
        let end = if roll(5) == 0 { "\r\n" } else { "\n" };
        let before = lines.join(end);
        for _ in 0..=roll(2) {
            let line = roll(lines.len());
            let at = lines[line].char_indices().map(|(at, _)| at).nth(roll(24)).unwrap_or(lines[line].len());
            match roll(7) {
                0 => drop(lines.remove(line)),
                1 => lines.insert(line, lines[line].clone()),
                2 => lines[line].insert(0, ' '),
                3 => lines[line] = lines[line].strip_prefix("  ").unwrap_or_default().to_owned(),
                _ => lines[line].insert_str(at, signs[roll(signs.len())]),
            }
            if lines.is_empty() {
                lines.push(String::new());
            }
        }
        let text = lines.join(end);
        let Some(said) = in_pieces(&text) else { continue };
        pieces += 1;
        assert_eq!(in_pieces_after(&before, &text).as_ref(), Some(&said), "{before}\n{text}");
        assert_eq!(Some(said), whole(&text), "{text}");
    }
    assert!(pieces > 100, "{pieces}");
}

/// How many texts are tried; more where the tests are built with a number of them.
fn cases() -> usize {
    option_env!("PIAO_CASES").and_then(|cases| cases.parse().ok()).unwrap_or(2000)
}

#[test]
fn what_was_read_before_is_read_from_the_memory() {
    let (first, second) = ("a:\n  - b: c\n  - b: d\n", "# più in là\na:\n  - b: e\n  - b: d\n  - b: c\n");
    let nothing = Memory::default();
    let recall = Recall::keeping(&nothing);
    assert!(shown(first, |id, file| parse_pieces(id, file, &recall, usize::MAX, usize::MAX)).is_some());
    let memory = recall.into_memory();
    let recall = Recall::of(&memory);
    let is_known = |text| recall.name(text).is_some_and(|name| recall.known(&name).is_some());
    assert!(is_known("  - b: c\n") && !is_known("  - b: e\n"));
    assert_eq!(shown(second, |id, file| parse_pieces(id, file, &recall, usize::MAX, usize::MAX)), in_pieces(second));
}

#[test]
fn more_values_than_any_table_has_are_refused() {
    // Each record is a list and four groups of a key and a value.
    let text = format!("a:\n{}", "  - [{a: 1}, {b: 2}, {c: 3}, {d: 4}]\n".repeat(16_000));
    let mut sources = Sources::default();
    let id = sources.add(Source::new("a.yaml", text));
    let read = |room, most| parse_pieces(id, sources.get(id), &Recall::default(), room, most).unwrap().excess.unwrap();
    let (at, excess) = read(usize::MAX, 195_000);
    assert!(excess == Excess::Values && (15_000..16_000).contains(&sources.get(id).position(at).line));
    // Each takes some four thousand bytes of memory.
    let (at, excess) = read(48_000_000, usize::MAX);
    assert!(excess == Excess::Density && (11_760..12_000).contains(&sources.get(id).position(at).line));
}

/// Before anything of them is parsed.
#[test]
fn more_keys_of_one_value_than_any_has_are_refused() {
    for (before, key) in [
        ("", "k: a\n"),
        ("a:\n", "  k: a\n"),
        ("a:\n  - b: c\n    d:\n", "      k: a\n"),
        ("a:\n  - b: c\n  - - b: c\n      d:\n        - e: f\n", "          k: a\n"),
    ] {
        let text = |count| format!("{before}{}", key.repeat(count));
        let last = before.len() + too_large::KEYS * key.len();
        let excess = parts(&text(too_large::KEYS + 1), usize::MAX).unwrap().err();
        // The key before the dashes is one of them.
        let first = if before.contains("e: f") { last - key.len() } else { last };
        assert_eq!(excess, Some((first, Excess::Keys)), "{before}");
        assert!(parts(&text(too_large::KEYS - 1), usize::MAX).unwrap().is_ok(), "{before}");
    }
    let records = format!("a:\n{}", "  - b: c\n    d: e\n".repeat(too_large::KEYS + 1));
    assert!(parts(&records, usize::MAX).unwrap().is_ok());
}
