use super::{Change, Document, Step, Written};

const ORDER: &[&str] = &["id", "nome", "area", "prefisso", "alias", "nota"];

/// The path of `righe/0/nome`.
fn path(path: &str) -> Vec<Step> {
    let step = |part: &str| part.parse::<usize>().map_or_else(|_| Step::from(part), Step::from);
    path.split('/').map(step).collect()
}

fn text(text: &str) -> Written {
    Written::text(text)
}

fn texts(texts: &[&str]) -> Written {
    Written::List(texts.iter().map(|item| text(item)).collect())
}

fn group(entries: &[(&str, Written)]) -> Written {
    Written::Group(entries.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect())
}

/// What becomes of a text, or why not.
fn changed(before: &str, change: &Change) -> String {
    let mut document = Document::parse(before).unwrap_or_else(|refusal| panic!("{refusal}"));
    match document.apply(change, ORDER) {
        Ok(()) => document.text().to_owned(),
        Err(refusal) => {
            assert_eq!(document.text(), before, "refused, yet changed");
            format!("NO: {refusal}")
        }
    }
}

fn set(before: &str, at: &str, value: Written) -> String {
    changed(before, &Change::Set { at: path(at), value })
}

fn remove(before: &str, at: &str) -> String {
    changed(before, &Change::Remove { at: path(at) })
}

fn insert(before: &str, list: &str, at: usize, item: Written) -> String {
    changed(before, &Change::Insert { list: path(list), at, items: vec![item] })
}

fn moved(before: &str, list: &str, from: usize, to: usize) -> String {
    changed(before, &Change::Move { list: path(list), from, to })
}

/// A letter of several bytes at the end of a line once hid where the line ends.
#[test]
fn lines_may_end_with_any_letter() {
    for word in ["attività", "€", "x\u{300}", "😀", "\"perché\""] {
        let (one, two) = (format!("a:\n  - {word}\nb: {word}\n"), format!("a:\n  - {word}\n  - y\nb: {word}\n"));
        assert_eq!(insert(&one, "a", 1, text("y")), two);
        assert_eq!(remove(&two, "a/0"), format!("a:\n  - y\nb: {word}\n"));
        assert_eq!(moved(&two, "a", 0, 1), format!("a:\n  - y\n  - {word}\nb: {word}\n"));
        let records = |new: &str| format!("a:\n  - id: {word}\n{new}  - id: y # {word}\n    nome: {word}");
        assert_eq!(insert(&records(""), "a", 1, group(&[("id", text("z"))])), records("  - id: z\n"));
    }
}

#[test]
fn a_value_keeps_its_style() {
    let cases = [
        ("a: x\n", "a: y\n"),
        ("a: x # perché\n", "a: y # perché\n"),
        ("a: \"x\"\n", "a: \"y\"\n"),
        ("a: 'x'\r\nb: z\r\n", "a: 'y'\r\nb: z\r\n"),
        ("\u{feff}a: x", "\u{feff}a: y"),
        ("b: { a: 1 }\na:   x   \n", "b: { a: 1 }\na:   y   \n"),
        ("a: |\n  x\n  z\nb: 1\n", "a: |\n  y\nb: 1\n"),
        ("a: >- # nota\n    x\n    z\n\n# poi\nb: 1\n", "a: >- # nota\n    y\n\n# poi\nb: 1\n"),
        ("a: x\n  su due righe\nb: 1\n", "a: y\nb: 1\n"),
        ("a:\nb: 1\n", "a: y\nb: 1\n"),
        ("a: # che cosa\nb: 1\n", "a: y # che cosa\nb: 1\n"),
        ("a: ~\n", "a: y\n"),
        ("a: [x, z] # fine\n", "a: y # fine\n"),
        ("a: # fine\n  - x\n  - z\nb: 1\n", "a: y # fine\nb: 1\n"),
        ("a: &x z\n", "a: &x y\n"),
        ("{ b: 1, a: x }\n", "{ b: 1, a: y }\n"),
        ("---\na: x\n", "---\na: y\n"),
    ];
    for (before, after) in cases {
        assert_eq!(set(before, "a", text("y")), after, "{before:?}");
    }
}

#[test]
fn a_value_that_means_the_same_changes_no_byte() {
    for before in ["a: y\n", "a: 'y'\n", "a:   \"y\"\n", "a: |\n  y\n", "a: >-\n   y\n", "{ a: y, b: 1 }"] {
        assert_eq!(set(before, "a", text("y")), before, "{before:?}");
    }
    let before = "a: # c\n  - 'x' # d\n\n  # e\n  - \"1\"\n";
    assert_eq!(set(before, "a", Written::List(vec![text("x"), Written::Number("1".into())])), before);
}

#[test]
fn quotation_marks_stand_where_they_are_needed_and_nowhere_else() {
    let cases = [
        ("si", "si"),
        ("no", "no"),
        ("in parte", "in parte"),
        ("500-1-B", "500-1-B"),
        ("0,5-1", "0,5-1"),
        ("D'ufficio", "D'ufficio"),
        ("a:b", "a:b"),
        ("a#b", "a#b"),
        ("1.0", "\"1.0\""),
        ("500", "\"500\""),
        ("0x1F", "\"0x1F\""),
        ("12:30", "\"12:30\""),
        ("2024-01-01", "\"2024-01-01\""),
        ("true", "\"true\""),
        ("null", "\"null\""),
        ("~", "\"~\""),
        ("", "\"\""),
        ("- x", "\"- x\""),
        ("-", "\"-\""),
        ("+ x", "+ x"),
        ("a: b", "\"a: b\""),
        ("a:", "\"a:\""),
        ("# x", "\"# x\""),
        ("a # b", "\"a # b\""),
        ("[x", "\"[x\""),
        ("{x", "\"{x\""),
        ("*x", "\"*x\""),
        ("&x", "\"&x\""),
        ("!x", "\"!x\""),
        ("%x", "\"%x\""),
        ("@x", "\"@x\""),
        ("`x", "\"`x\""),
        ("'x'", "\"'x'\""),
        ("\"x\"", "'\"x\"'"),
        ("? x", "\"? x\""),
        ("x\ty", "\"x\\ty\""),
        ("---", "\"---\""),
        ("...", "\"...\""),
        ("«x» – y", "«x» – y"),
    ];
    for (value, written) in cases {
        assert_eq!(set("a: x\n", "a", text(value)), format!("a: {written}\n"), "{value:?}");
    }
    assert_eq!(set("a: x\n", "a", Written::Number("12".into())), "a: 12\n");
    assert_eq!(set("a: x\n", "a", Written::Number("2024-01-01".into())), "a: 2024-01-01\n");
    assert_eq!(set("a: [x]\n", "a", texts(&["x", "a, b", "c]", "d"])), "a: [x, \"a, b\", \"c]\", d]\n");
    assert_eq!(set("a: x\n", "a", text("uno\ndue")), "a: |-\n  uno\n  due\n");
    assert_eq!(set("b: { a: x }\n", "b/a", text("uno\ndue")), "b: { a: \"uno\\ndue\" }\n");
}

#[test]
fn a_folded_text_keeps_the_lines_that_stay() {
    let before = "a: >-\n  Prima riga che resta com'era.\n  Seconda riga.\nb: 1\n";
    let after = "a: >-\n  Prima riga che resta com'era.\n  Altra riga.\nb: 1\n";
    assert_eq!(set(before, "a", text("Prima riga che resta com'era. Altra riga.")), after);
}

#[test]
fn a_list_changes_item_by_item() {
    let before = "a:\n  # prima\n  - x   # di x\n  # di y\n  - 'y'\n  - z\nb: 1\n";
    assert_eq!(
        set(before, "a", texts(&["x", "nuovo", "z", "fine"])),
        "a:\n  # prima\n  - x   # di x\n  # di y\n  - 'nuovo'\n  - z\n  - fine\nb: 1\n"
    );
    assert_eq!(set(before, "a", texts(&["x", "z"])), "a:\n  # prima\n  - x   # di x\n  - z\nb: 1\n");
    assert_eq!(set(before, "a", texts(&[])), "a: []\nb: 1\n");
    assert_eq!(set("a: [ x,  'y', z ] # c\n", "a", texts(&["x", "y", "w"])), "a: [ x,  'y', w ] # c\n");
    assert_eq!(set("a: [x]\n", "a", texts(&[])), "a: []\n");
    assert_eq!(set("a: [] # c\nb: [x]\n", "a", texts(&["x"])), "a: [x] # c\nb: [x]\n");
    assert_eq!(set("a: [x, y, z]\n", "a", texts(&["z"])), "a: [z]\n");
    assert_eq!(set("a: [\n  x, # di x\n  y,\n]\n", "a", texts(&["x", "z"])), "a: [\n  x, # di x\n  z,\n]\n");
    assert_eq!(set("a: [x, y]\n", "a/1", text("z")), "a: [x, z]\n");
}

#[test]
fn a_key_is_added_where_it_belongs() {
    let before = "r:\n  - id: x # c\n    # sul nome\n    nome: X\n    nota: n\n  - id: y\n    nome: Y\n    alias: [Z]\n    prefisso: \"5\"\n";
    let after = "r:\n  - id: x # c\n    # sul nome\n    nome: X\n    prefisso: \"7\"\n    nota: n\n  - id: y\n    nome: Y\n    alias: [Z]\n    prefisso: \"5\"\n";
    assert_eq!(set(before, "r/0/prefisso", text("7")), after);
    assert_eq!(
        set(before, "r/0/alias", texts(&["A", "B"])),
        after.replace("    prefisso: \"7\"\n", "    alias: [A, B]\n")
    );
    assert_eq!(set("r:\n- nome: X", "r/0/id", text("x")), "r:\n- id: x\n  nome: X");
    assert_eq!(set("r:\n- id: X", "r/0/nota", text("x")), "r:\n- id: X\n  nota: x");
    assert_eq!(set("r: [{ id: x }]", "r/0/nota", text("x")), "r: [{ id: x, nota: x }]");
    assert_eq!(set("r: [{ nota: x, }]", "r/0/id", text("x")), "r: [{ id: x, nota: x, }]");
    assert_eq!(set("r: [{}]", "r/0/id", text("x")), "r: [{ id: x }]");
    assert_eq!(set("# solo note", "id", text("x")), "# solo note\nid: x\n");
    assert_eq!(set("", "id", text("x")), "id: x\n");
    assert_eq!(set("r: 1\n", "s", group(&[("k", text("v"))])), "r: 1\n\ns:\n  k: v\n");
}

#[test]
fn a_key_goes_with_the_comment_on_its_line_alone() {
    let before = "r:\n  - id: x # c\n    # sul nome\n    nome: X # via\n    # sulla nota\n    nota: n\n";
    let after = "r:\n  - id: x # c\n    # sul nome\n    # sulla nota\n    nota: n\n";
    assert_eq!(remove(before, "r/0/nome"), after);
    assert_eq!(remove(before, "r/0/nota"), before.replace("    nota: n\n", ""));
    assert_eq!(remove("- 1\n".replace("- 1", "r:\n- id: x\n  nome: y").as_str(), "r/0/id"), "r:\n- nome: y\n");
    assert_eq!(remove(before, "r/0/id"), before.replace("id: x # c\n    ", ""));
    assert_eq!(remove("r: [{ a: 1, b: 2, c: 3 }]\n", "r/0/b"), "r: [{ a: 1, c: 3 }]\n");
    assert_eq!(remove("r: [{ a: 1, b: 2, c: 3 }]\n", "r/0/c"), "r: [{ a: 1, b: 2 }]\n");
    assert_eq!(remove("a: 1\nb:\n  - x\n  - y", "b"), "a: 1");
    assert_eq!(remove("a:\n  k: v\n  # resta\nb: 2\n", "a/k"), "a: {}\n  # resta\nb: 2\n");
}

#[test]
fn a_new_record_looks_like_its_neighbours() {
    let record = group(&[("nota", text("n")), ("alias", texts(&["A"])), ("nome", text("Z")), ("id", text("z"))]);
    let before = "r:\n  # A\n  - id: x\n    nome: X\n    alias:\n      - P\n\n  # B\n  - id: y\n    nome: Y\n# fine\n";
    let after = "r:\n  # A\n  - id: x\n    nome: X\n    alias:\n      - P\n\n  # B\n  - id: y\n    nome: Y\n\n  - id: z\n    nome: Z\n    alias:\n      - A\n    nota: n\n# fine\n";
    assert_eq!(insert(before, "r", 2, record.clone()), after);
    let flow = "r:\r\n  - { nome: X, id: x }\r\n  - { nome: Y, id: y }";
    assert_eq!(
        insert(flow, "r", 1, record.clone()),
        "r:\r\n  - { nome: X, id: x }\r\n  - { nome: Z, id: z, alias: [A], nota: n }\r\n  - { nome: Y, id: y }"
    );
    assert_eq!(
        insert("r:\n-   id: x\n", "r", 0, record.clone()),
        "r:\n-   id: z\n    nome: Z\n    alias: [A]\n    nota: n\n-   id: x\n"
    );
    assert_eq!(
        insert("r: [] # vuoto\n", "r", 0, record.clone()),
        "r: # vuoto\n  - nota: n\n    alias: [A]\n    nome: Z\n    id: z\n"
    );
    assert_eq!(insert("r: [{ id: x }]\n", "r", 1, group(&[("id", text("z"))])), "r: [{ id: x }, { id: z }]\n");
}

#[test]
fn a_record_goes_with_its_own_comments() {
    let before = "r:\n  # di x\n  - id: x\n    # dentro x\n\n  # di y\n  - id: y # c\n    nome: Y\n    # in fondo a y\n\n  # di z\n  - id: z\n\n# fine\n";
    assert_eq!(remove(before, "r/1"), "r:\n  # di x\n  - id: x\n    # dentro x\n\n  # di z\n  - id: z\n\n# fine\n");
    assert_eq!(
        remove(before, "r/0"),
        "r:\n  # di y\n  - id: y # c\n    nome: Y\n    # in fondo a y\n\n  # di z\n  - id: z\n\n# fine\n"
    );
    assert_eq!(
        remove(before, "r/2"),
        "r:\n  # di x\n  - id: x\n    # dentro x\n\n  # di y\n  - id: y # c\n    nome: Y\n    # in fondo a y\n\n# fine\n"
    );
    let grouped =
        "r:\n  # Gruppo A\n  - id: x\n  - id: y\n  # solo di z\n  - id: z\n\n  # Gruppo B\n  - id: w\n  - id: v";
    assert_eq!(remove(grouped, "r/0"), grouped.replace("  - id: x\n", ""));
    assert_eq!(remove(grouped, "r/2"), grouped.replace("  # solo di z\n  - id: z\n", ""));
    assert_eq!(remove(grouped, "r/3"), grouped.replace("  - id: w\n", ""));
    assert_eq!(remove(grouped, "r/4"), grouped.replace("\n  - id: v", ""));
    assert_eq!(remove("r:\n  - id: x\nb: 1\n", "r/0"), "r: []\nb: 1\n");
}

#[test]
fn a_record_moves_with_its_lines() {
    let before = "r:\n  - id: x\n\n  # di y\n  - id: y # c\n    nome: 'Y'\n\n  - id: z\n";
    let after = "r:\n  # di y\n  - id: y # c\n    nome: 'Y'\n\n  - id: x\n\n  - id: z\n";
    assert_eq!(moved(before, "r", 1, 0), after);
    assert_eq!(moved(after, "r", 0, 1), before);
    assert_eq!(moved(before, "r", 1, 2), "r:\n  - id: x\n\n  - id: z\n\n  # di y\n  - id: y # c\n    nome: 'Y'\n");
    assert_eq!(moved("r: [a, 'b', c]\n", "r", 2, 0), "r: [c, a, 'b']\n");
}

#[test]
fn what_other_places_use_is_refused() {
    let refused = |text: String| assert!(text.starts_with("NO: "), "{text}");
    refused(set("a: &x y\nb: *x\n", "b", text("z")));
    refused(set("a: &x y\nb: *x\n", "a", text("z")));
    refused(set("a: &x [y]\nb: *x\n", "a/0", text("z")));
    refused(remove("a: &x y\nb: *x\n", "a"));
    refused(remove("a: [&x y, z]\nb: *x\n", "a/0"));
    refused(set("a: 1\n", "b/c", text("z")));
    assert_eq!(set("a: &x y\nb: *x\nc: 1\n", "c", text("z")), "a: &x y\nb: *x\nc: z\n");
    for text in ["a: 1\na: 2\n", "a: {<<: *x}", "a: [", "a: 1\n---\nb: 2\n", "a: &x {k: v}\nb: { <<: *x }\n"] {
        assert!(Document::parse(text).is_err(), "{text:?}");
    }
}

#[test]
fn a_group_becomes_one_of_several_with_its_comments() {
    let (giunta, consiglio) =
        (group(&[("organo", text("Giunta")), ("numero", text("3"))]), group(&[("organo", text("Consiglio"))]));
    let both = || Written::List(vec![giunta.clone(), consiglio.clone()]);
    let before = "t: a\natto:\n  # di quando\n  organo: Giunta # sì\n\n  # in mezzo\n  numero: \"3\"\n  # dopo\nb: c\n";
    assert_eq!(
        set(before, "atto", both()),
        "t: a\natto:\n  # di quando\n  - organo: Giunta # sì\n\n    # in mezzo\n    numero: \"3\"\n    # dopo\n  - organo: Consiglio\nb: c\n"
    );
    let folded = "atto:\n  organo: >-\n    Giunta\n  numero: 3";
    assert_eq!(
        set(folded, "atto", both()),
        "atto:\n  - organo: >-\n      Giunta\n    numero: 3\n  - organo: Consiglio"
    );
    let changed = Written::List(vec![consiglio.clone(), consiglio.clone()]);
    let after = set("atto:\n  organo: Giunta # sì\n  numero: 3\n", "atto", changed);
    assert!(after.starts_with("atto:\n  - organo: Consiglio"), "{after}");
    let braced = set("atto: {organo: Giunta, numero: 3}\n", "atto", both());
    assert!(braced.starts_with("atto:\n  - organo: Giunta"), "{braced}");
}
