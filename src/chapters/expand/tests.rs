use super::*;
use crate::chapters::{Block, Passage, plain as plain_text};

pub(in crate::chapters) fn expand_text(text: &str) -> ExpandedChapter {
    use crate::model::Spanned;
    use crate::source::{SourceId, Span};
    let place = Span::whole(SourceId::default());
    let chapter = Chapter {
        slug: "prova".to_owned(),
        title: Spanned::new("Prova".to_owned(), place),
        order: Spanned::new(1, place),
        number: None,
        part: None,
        covers: Vec::new(),
        rules: Vec::new(),
        accepted: Vec::new(),
        body: Spanned::new(text.to_owned(), place),
    };
    let figures = Figures::of(serde_json::json!({
        "totali": { "processi": 59, "processi_si": 18, "agili": BLANK },
        "ente": { "denominazione": "Comune *di* [Prova](javascript:x)", "nulla": null },
        "limiti": { "giorni": 0.5 },
        "aree": ["una", "due"],
        "processi": [{ "codice": "1-A", "fasi": ["Una", "Due"], "processo": "Prova" }],
    }));
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_fuel(Some(FUEL));
    environment.set_debug(true);
    environment.set_formatter(print);
    add_functions(&mut environment, vec![TableName::Processes]);
    expand_chapter(&environment, &figures, &chapter)
}

/// The words of the first paragraph.
fn words(chapter: &ExpandedChapter) -> String {
    match &chapter.tree().expect("the chapter is whole").blocks[0] {
        Block::Paragraph(line) => plain_text(line),
        other => panic!("a paragraph is expected: {other:?}"),
    }
}

#[test]
fn figures_take_the_place_of_expressions() {
    assert_eq!(words(&expand_text("{{ totali.processi }} e {{ limiti.giorni }}")), "59 e 0,5");
}

/// What may be a year stays as it is, and so does a code, which is a text; `string` writes any number as it stands.
#[test]
fn thousands_have_a_point_but_in_years_and_codes() {
    for (expression, shown) in [
        ("12345", "12.345"),
        ("1250", "1.250"),
        ("1250.5", "1.250,5"),
        ("-1234567", "-1.234.567"),
        ("999", "999"),
        ("0.5", "0,5"),
        ("2025", "2025"),
        ("2025 + 1", "2026"),
        ("2025.5", "2.025,5"),
        ("'12345'", "12345"),
        ("12345 | string", "12345"),
    ] {
        assert_eq!(words(&expand_text(&format!("{{{{ {expression} }}}} persone"))), format!("{shown} persone"));
    }
}

/// In brackets it is a blank to be filled in, in any sentence, with a note behind it and where a number was to be written out.
#[test]
fn a_count_that_is_still_to_be_made_is_a_blank() {
    let chapter = expand_text("Sono {{ totali.agili }}[^n], {{ totali.agili | parola }}.\n\n[^n]: Una nota.");
    assert_eq!(words(&chapter), "Sono [da indicare], [da indicare].");
    assert!(chapter.written().links().is_empty());
}

#[test]
fn data_is_text_and_never_markdown() {
    let chapter = expand_text("{{ ente.denominazione }}");
    assert_eq!(words(&chapter), "Comune *di* [Prova](javascript:x)");
    assert!(chapter.written().links().is_empty());
}

#[test]
fn every_undefined_name_is_found_where_it_stands() {
    let text = "Uno {{ totali.procesi }} due {{ totali.processi }} tre {{ entee.nome }}.";
    let chapter = expand_text(text);
    let names: Vec<_> =
        chapter.mistakes.iter().map(|m| (m.name.as_deref().unwrap_or(""), &text[m.range.clone()])).collect();
    assert_eq!(names, [("totali.procesi", "{{ totali.procesi }}"), ("entee", "{{ entee.nome }}")]);
    assert!(chapter.mistakes[0].known.contains(&"totali.processi".to_owned()));
    assert!(chapter.tree().is_none());
}

#[test]
fn endless_work_ends() {
    let chapter = expand_text("{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}");
    assert_eq!(chapter.mistakes.len(), 1);
}

#[test]
fn a_mistake_never_begins_inside_a_letter() {
    for text in ["{{ è }}", "{{ a è }}", "{% è %}", "{{ “a” }}", "è {{ “ }} ù"] {
        for mistake in expand_text(text).mistakes {
            assert!(text.get(mistake.range.clone()).is_some(), "{text}: {:?}", mistake.range);
        }
    }
}

/// The passages of a chapter, each with the Markdown that its words stand in.
fn passages(text: &str) -> Vec<(String, &str)> {
    let whole = |passage: Passage| {
        let range = passage.range(0..passage.text.len());
        (passage.text, &text[range])
    };
    expand_text(text).written().passages().into_iter().map(whole).collect()
}

#[test]
fn words_after_a_figure_stand_where_they_were_written() {
    let text = "I processi sono {{ totali.processi }}, cioè  molti.\n\nPoi altro.\n";
    let found = passages(text);
    assert_eq!(found[0].1, "I processi sono {{ totali.processi }}, cioè  molti.");
    assert_eq!(found[1], ("Poi altro.".to_owned(), "Poi altro."));
    assert_eq!(found[0].0.len(), found[0].1.len());
}

#[test]
fn what_leaves_nothing_counts_as_a_number() {
    // Neither a value that is nothing nor a mistake makes two spaces in a row.
    for text in ["Uno {{ ente.nulla }} due.", "Uno {{ ente.niente }} due.", "Uno {# nota #} due."] {
        assert!(!passages(text)[0].0.contains("  "), "{text}");
    }
}

#[test]
fn a_loop_is_read_once() {
    let found = passages("{% for area in aree %}\n- Nell'area {{ area }} si lavora.\n{% endfor %}\n");
    assert_eq!(found.len(), 1);
    assert!(found[0].1.starts_with("Nell'area") && found[0].1.ends_with("lavora."), "{found:?}");
}

#[test]
fn a_chapter_that_cannot_be_expanded_is_read_as_it_was_written() {
    let text = "Uno {% se %} [due](tre.md)\n";
    let chapter = expand_text(text);
    assert!(chapter.tree().is_none());
    assert_eq!(passages(text)[0].1, "Uno {% se %} [due](tre.md)".trim_end_matches("](tre.md)"));
}

#[test]
fn a_destination_made_by_an_expression_is_written_nowhere() {
    let text = "{{ totali.processi }} [uno](a/{{ totali.processi }}/) [due](b/)\n";
    let chapter = expand_text(text);
    let places: Vec<_> =
        chapter.written().links().into_iter().map(|link| (link.target.as_str(), link.written.clone())).collect();
    let second = text.find("b/").expect("it is there");
    assert_eq!(places, [("a/59/", None), ("b/", Some(second..second + 2))]);
}

/// What is said of a chapter over a limit, and the Markdown that it is said of.
fn excess(text: &str) -> (String, &str) {
    let chapter = expand_text(text);
    let [mistake] = &chapter.mistakes[..] else { panic!("one finding is expected: {:?}", chapter.mistakes) };
    assert!(mistake.is_excess && mistake.help.is_some() && chapter.tree().is_none(), "{mistake:?}");
    (mistake.message.clone(), &text[mistake.range.clone()])
}

#[test]
fn what_is_too_deep_for_the_engine_never_reaches_it() {
    let times = 30_000;
    let long = |between: &str| format!("{{{{ {}1 }}}}", format!("1{between}").repeat(times));
    let after = |piece: &str| format!("{{{{ aree{} }}}}", piece.repeat(times));
    let around = |open: &str, close: &str| format!("{{{{ {}1{} }}}}", open.repeat(times), close.repeat(times));
    let chains = ["+", "-", "*", "/", "//", "%", "**", " ~ ", " and ", " or ", " in ", " == ", " < ", " if 1 else "];
    for text in chains
        .map(long)
        .into_iter()
        .chain([".a", ".0", "[0]", "[0:1]", "()", "|abs", "|default(1)", " is defined", " is not odd"].map(after))
        .chain(["not ", "-", "- - "].map(|sign| around(sign, "")))
    {
        let (said, place) = excess(&text);
        assert!(said.contains("troppo lunga") && place.starts_with("{{") && place.len() < 40, "{text:.40}: {said}");
    }
    for (open, close) in [("(", ")"), ("[", "]"), ("{1:", "}"), ("tabella(", ")"), ("aree[", "]")] {
        let (said, _) = excess(&around(open, close));
        assert!(said.contains("parentesi stanno una dentro l'altra"), "{open}: {said}");
    }
    for (open, close) in [
        ("{% if 1 %}", "{% endif %}"),
        ("{% for a in aree %}", "{% endfor %}"),
        ("{% filter upper %}", "{% endfilter %}"),
        ("{% with a = 1 %}", "{% endwith %}"),
        ("{% set a %}", "{% endset %}"),
    ] {
        let chapter = expand_text(&format!("{}x{}", open.repeat(5_000), close.repeat(5_000)));
        assert!(!chapter.mistakes.is_empty() && chapter.tree().is_none(), "{open}");
    }
    let conditions = format!("{{% if 0 %}}a{}{{% endif %}}", "{% elif 0 %}b".repeat(20_000));
    let (said, place) = excess(&conditions);
    assert!(said.contains("100 comandi") && place.starts_with("{% elif"), "{said} {place}");
    // An expression goes on over empty lines, and over what looks like the end of another.
    for text in [format!("{{{{ {}1 }}}}", "1+\n\n".repeat(times)), format!("{{{{ '}}}}' {}}}}}", "~ 1".repeat(times))] {
        assert!(excess(&text).0.contains("troppo lunga"), "{text:.40}");
    }
}

#[test]
fn a_chapter_at_the_limits_is_read() {
    let sum = format!("{{{{ {}1 }}}}", "1+".repeat(450));
    assert_eq!(words(&expand_text(&sum)), "451");
    let nested = format!("{{{{ {}1{} }}}}", "(".repeat(50), ")".repeat(50));
    assert_eq!(words(&expand_text(&nested)), "1");
    let chain = format!("{{% if 0 %}}a{}{{% else %}}c{{% endif %}}", "{% elif 0 %}b".repeat(90));
    assert_eq!(words(&expand_text(&chain)), "c");
    let quoted = expand_text(&format!("{}uno", "> ".repeat(60)));
    assert!(quoted.tree().is_some(), "{:?}", quoted.mistakes);
}

#[test]
fn no_expression_makes_more_than_fits_on_a_page() {
    for text in [
        "{{ 'a' * 100000000 }}",
        "{{ ['a'] * 100000000 }}",
        "{% set x = 'aaaaaaaa' %}{% for a in range(9) %}{% endfor %}{% set x = x * 9999 %}{% set x = x * 9999 %}{{ x }}",
        "{{ 'a'|center(100000000) }}",
        "{{ 'aaaaaaaaaaaaaaaaaaaa'|replace('a', 'b' * 9999999) }}",
        "{{ range(90000)|join('b' * 99999) }}",
    ] {
        let chapter = expand_text(text);
        assert!(!chapter.mistakes.is_empty() && chapter.tree().is_none(), "{text}");
    }
    let doubled = format!("{{% set x = 'a' %}}{}{{{{ x }}}}", "{% set x = x ~ x %}".repeat(40));
    assert!(expand_text(&doubled).tree().is_none());
    let (said, place) =
        excess("{% for a in range(3) %}{% for b in range(9) %}{{ tabella('processi') }}{% endfor %}{% endfor %}");
    assert_eq!((said.contains("più di 3 volte"), place), (true, "{{ tabella('processi') }"), "{said}");
}

#[test]
fn markdown_nested_without_end_is_told_and_not_walked() {
    let lists: String = (0..2_000).map(|level| format!("{}- a\n", "  ".repeat(level))).collect();
    for text in [
        "> ".repeat(20_000) + "a",
        ">".repeat(50_000),
        "- ".repeat(20_000) + "a",
        lists,
        "*a ".repeat(5_000) + "b" + &"*".repeat(5_000),
        "![".repeat(5_000) + "a" + &"](b)".repeat(5_000),
        // Nested by a loop of the data: forty bytes in the file.
        "{% for a in range(90) %}> {% endfor %}a".to_owned(),
    ] {
        let (said, _) = excess(&text);
        assert!(said.contains("stanno uno dentro l'altro"), "{text:.20}: {said}");
    }
}

#[test]
fn equal_headings_are_numbered_in_one_pass() {
    let chapter = expand_text(&"## Titolo\n\n".repeat(4_000));
    let tree = chapter.tree().expect("the chapter is whole");
    assert_eq!(tree.headings().last().map(|heading| heading.id.as_str()), Some("titolo-4000"));
}

#[test]
fn the_engine_shows_nothing_of_itself() {
    for text in ["{{ debug() }}", "{% set n = namespace(a=1) %}"] {
        let chapter = expand_text(text);
        assert!(chapter.mistakes.len() == 1 && chapter.tree().is_none(), "{:?}", chapter.mistakes);
    }
}
