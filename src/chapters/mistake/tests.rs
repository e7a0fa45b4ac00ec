use crate::chapters::expand::tests::expand_text;

/// Words of the engine's own messages.
const ENGLISH: [&str; 22] = [
    "unexpected",
    "expected",
    "unknown",
    "undefined",
    "invalid",
    "cannot",
    "unable",
    "tried",
    "value",
    "type",
    "missing",
    "argument",
    "identifier",
    "string",
    "integer",
    "callable",
    "iterable",
    "not ",
    "end of",
    "error",
    "template",
    "method",
];

/// Expressions and commands, each wrong in a way of its own.
const WRONG: &[&str] = &[
    "{{ a b }}",
    "{{ }}",
    "{{ 1 + }}",
    "{{ \"abc }}",
    "{{ totali. }}",
    "{{ totali.processi | pippo }}",
    "{{ pippo(1) }}",
    "{{ 'a'|parola }}",
    "{{ x|parola }}",
    "{{ tabella() }}",
    "{{ tabella(nome='x') }}",
    "{% endif %}",
    "{% se %}",
    "{% if aree %}{% endfor %}",
    "{{ 1/0 }}",
    "{{ totali }}",
    "{{ totali[ }}",
    "{{ “a” }}",
    "{{ totali.è }}",
    "{{ totali + 1 }}",
    "{% include 'x' %}",
    "{% extends 'x' %}",
    "{{ (1 }}",
    "{{ tabella(“processi”) }}",
    "{{ tabella(processi) }}",
    "{{ totali.processi is pari }}",
    "{% if totali.processi = 1 %}x{% endif %}",
    "{{ totali.processi } }",
    "{% tabella('x') %}",
    "{{ tabella('a' }}",
    "{{ 99999999999999999999999999999999999999999999 }}",
    "{{ totali/p }}",
    "{{ -'a' }}",
    "{% raw %} x",
    "{% block x %}{% block x %}{% endblock %}{% endblock %}",
    "{{ super() }}",
    "{% for %}",
    "{% for a of b %}{% endfor %}",
    "{% elif x %}",
    "{{ range(10000000) }}",
    "{{ 1.2.3 }}",
    "{{ totali.processi.q }}",
    "{{ totali.processi() }}",
    "{{ totali.processi.q() }}",
    "{{ 'a' in 3 }}",
    "{% for x in 3 %}{% endfor %}",
    "{% for a, b in [1] %}{% endfor %}",
    "{{ totali|batch }}",
    "{{ [1,2]|join(3,4,5) }}",
    "{{ @ }}",
    "{{ a ? b }}",
    "{{ € }}",
    "{%%}",
    "{{{ totali.processi }}}",
    "{{ 'a'|replace('b') }}",
    "{{ [1|first }}",
    "{% break %}",
    "{{ 12abc }}",
    "{{ none.a }}",
    "{{ 'x'|data }}",
    "{{ 5|data }}",
    "{{ tabella(\"pippo\") }}",
    "{% macro x() %}{{ x() }}{% endmacro %}{{ x() }}",
    "{{ loop(1) }}",
    "{{ totali.processi|abs(1,2) }}",
    "{{ \"\\ud800\" }}",
    "{{ totali.processi[1:2:0] }}",
    "{% set a.b = 1 %}",
    "{% call x %}{% endcall %}",
    "{{ {1:2 }}",
    "{{ dict(1) }}",
    "{{ 'a' * 'b' }}",
    "{{ aree|sum }}",
    "{{ aree|round }}",
    "{% import 'a' as b %}",
    "{{ aree|map('x') }}",
];

/// What is said of a text, each with the text of its place.
fn said(text: &str) -> Vec<(String, String)> {
    let place = |range: std::ops::Range<usize>| text[range].to_owned();
    expand_text(text)
        .mistakes
        .into_iter()
        .map(|mistake| {
            (place(mistake.range.clone()), format!("{} {}", mistake.message, mistake.help.unwrap_or_default()))
        })
        .collect()
}

#[test]
fn what_is_never_closed_is_told_where_it_opens() {
    for (text, place) in [
        ("uno\n\n{# due\n\ntre {{ totali.processi }}", "{# due"),
        ("uno {{ totali.processi\n\ndue", "{{ totali.processi"),
        ("uno {{ totali.processi } due {{ totali.processi_si }}", "{{ totali.processi }"),
        ("uno {% if a\n\ndue", "{% if a"),
        ("{% for area in aree %}\n- {{ area }}\n", "{% for area in aree %}"),
        ("{% if totali.processi %}uno", "{% if totali.processi %}"),
    ] {
        let said = said(text);
        assert!(said.len() == 1 && said[0].0 == place, "{text}: {said:?}");
    }
}

#[test]
fn every_mistake_of_a_chapter_is_told_at_once() {
    let said =
        said("{{ a b }} {% se %} {{ totali.nulla }} {% for x in niente %}{{ x.y }}{% endfor %} {{ 1 + }} {{ uno");
    assert_eq!(said.len(), 6, "{said:#?}");
}

#[test]
fn nothing_of_the_engine_reaches_a_reader() {
    for text in WRONG {
        let said = said(text);
        assert!(!said.is_empty(), "{text}");
        for (place, message) in said {
            let words = message.split('`').step_by(2).collect::<String>().to_lowercase();
            let english = ENGLISH.iter().find(|word| words.contains(*word));
            assert!(english.is_none() && !place.is_empty(), "{text} at {place:?}: {message}");
        }
    }
}

#[test]
fn each_slip_has_its_remedy() {
    for (text, words) in [
        ("{{ totali.processi } }", "attaccate"),
        ("{{ tabella(processi) }}", "fra virgolette"),
        ("{{ tabella(totali) }}", "le tabelle sono processi, "),
        ("{{ tabella(processi[0]) }}", "solo il nome di una tabella"),
        ("{{ tabella(12) }}", "solo il nome di una tabella"),
        ("{{ tabella(“processi”) }}", "diritte"),
        ("{% tabella(\"processi\") %}", "{{ tabella(\"processi\") }}"),
        ("{{ totali. }}", "dopo il punto"),
        ("{{ }}", "non c'è nulla"),
        ("{{ totali.processi() }}", "togliere le parentesi"),
        ("{{ ente.nulla | parola }}", "numero intero"),
        ("{% include 'x' %}", "un altro file"),
        ("{{ totali.processi | parole }}", "`parola`"),
        ("{% if totali.processi = 1 %}x{% endif %}", "`==`"),
    ] {
        let said = said(text);
        assert!(said.first().is_some_and(|(_, message)| message.contains(words)), "{text}: {said:?}");
    }
}

/// What is made of several values is not shown as it is: the help shows how it can be, and what it shows works.
#[test]
fn of_several_values_it_is_said_how_they_are_shown() {
    for (text, helps) in [
        ("{{ processi[0].fasi }}", &["{{ processi[0].fasi | join(\", \") }}"][..]),
        ("{{ processi[0].fasi if true else [] }}", &["{{ (processi[0].fasi if true else []) | join(\", \") }}"]),
        (
            "{{ processi }}",
            &["{{ tabella(\"processi\") }}", "{{ processi | map(attribute=\"codice\") | join(\", \") }}"],
        ),
        ("{{ processi[0] }}", &["{{ processi[0].processo }}"]),
        ("{{ totali }}", &["{{ totali.processi }}"]),
        (
            "{{ processi | map(attribute=\"processo\") }}",
            &["{{ processi | map(attribute=\"processo\") | join(\", \") }}"],
        ),
    ] {
        let chapter = expand_text(text);
        let [mistake] = chapter.mistakes.as_slice() else { panic!("{text}: {:?}", chapter.mistakes) };
        assert_eq!(mistake.message, "qui ci vuole un solo valore, non un elenco o un gruppo");
        let told = mistake.help.as_deref().unwrap_or_default();
        for help in helps {
            assert!(told.contains(&format!("`{help}`")), "{text}: {told}");
            let mistakes = expand_text(help).mistakes;
            assert!(mistakes.is_empty(), "{help}: {mistakes:?}");
        }
    }
}

#[test]
fn a_text_that_is_far_too_long_is_refused_where_it_is_made() {
    let chapter = expand_text("Uno {{ \"x\" * 99000 }} due {{ totali.processi }}.");
    let [mistake] = chapter.mistakes.as_slice() else { panic!("{:?}", chapter.mistakes) };
    assert_eq!(mistake.message, "il testo è troppo lungo");
}
