//! Templates that loop for ever, swell, or nest without end: each is refused with its name and line, and nothing is written.

use crate::folder::Folder;

/// The starter with a landing page of its own.
fn with_landing(template: &str) -> Folder {
    let starter = Folder::starter();
    starter.edit("/themes/istituzionale/templates/landing.html", "", template);
    starter
}

#[test]
fn what_asks_for_too_much_is_refused_at_its_line() {
    // A turn costs as much as what is written in it: a long one makes the test short.
    let long = format!("{{# {} #}}", "-".repeat(100_000));
    let range = "range(end=100000)";
    let cases = [
        ("endless", format!("\n{{% for a in {range} %}}\n{{% for b in {range} %}}{long}{{% endfor %}}{{% endfor %}}"), 3, "cicli"),
        ("in a variable", format!("\n{{% set x %}}{{% for a in {range} %}}{long}{{% endfor %}}{{% endset %}}"), 2, "cicli"),
        (
            "in a piece that calls itself",
            format!("{{% component p() %}}{long}{{{{ <p /> }}}}{{{{ <p /> }}}}{{% endcomponent p %}}\n{{{{ <p /> }}}}"),
            1,
            "chiama sé stesso troppe volte",
        ),
        (
            "doubled text",
            format!("{{% set s = \"{}\" %}}\n{{% for a in range(end=40) %}}\n{{% set_global s = s ~ s %}}{{% endfor %}}", "x".repeat(99)),
            3,
            "variabile",
        ),
        (
            "doubled list",
            "{% set s = [1, 2] %}{% for a in range(end=60) %}\n{% set_global s = [s, s] %}{% endfor %}{{ s }}".to_owned(),
            2,
            "variabile",
        ),
        (
            "doubled argument",
            "{% component p(s: string) %}{{ <p s={s ~ s ~ s ~ s} /> }}{% endcomponent p %}\n{{ <p s={\"xxxxxxxxxx\"} /> }}".to_owned(),
            1,
            "variabile",
        ),
        (
            "replaced",
            format!("\n\n{{{{ \"{}\" | replace(from=\"a\", to=\"{}\") }}}}", "a".repeat(9_000), "b".repeat(9_000)),
            3,
            "filtro",
        ),
        ("large page", format!("\n{{% for a in {range} %}}{}{{% endfor %}}", "a".repeat(4_000)), 2, "256 MiB"),
        ("joined", format!("{{{{ {range} | join(sep=\"{}\") }}}}", "b".repeat(9_000)), 1, "filtro"),
        ("list in a list", format!("\n{{% set x = [b for a in {range}] %}}"), 2, "non è ammesso"),
        ("joined texts", format!("\n{{{{ \"a\"{} }}}}", " ~ \"a\"".repeat(100)), 2, "unisce"),
    ];
    for (case, template, line, words) in cases {
        let starter = with_landing(&template);
        let ran = starter.piao(["build"]).status(2).run();
        let at = format!("`landing.html`, riga {line}");
        assert!(ran.err.contains(&at) && ran.err.contains(words), "{case}: {}", ran.err);
        assert!(!starter.root().join("public").exists(), "{case} left a site");
    }
}

#[test]
fn what_is_nested_too_deep_is_refused_by_name() {
    let nested = [
        format!("{{{{ {}1{} }}}}", "(".repeat(100_000), ")".repeat(100_000)),
        format!("{{{{ {}1{} }}}}", "[".repeat(100_000), "]".repeat(100_000)),
        format!("{{{{ {}true }}}}", "not ".repeat(100_000)),
        format!("{{{{ 1{} }}}}", " + 1".repeat(100_000)),
        format!("{{{{ a{} }}}}", ".b".repeat(100_000)),
        format!("{{{{ a{} }}}}", " | upper".repeat(50_000)),
        format!("{}{}", "{% if true %}".repeat(15_000), "{% endif %}".repeat(15_000)),
        format!("{{% if a %}}{}{{% endif %}}", "{% elif a %}".repeat(30_000)),
        format!("{}{}", "{% for a in [1] %}".repeat(15_000), "{% endfor %}".repeat(15_000)),
        " ".repeat(600_000),
    ];
    for template in nested {
        let starter = with_landing(&template);
        let ran = starter.piao(["build"]).status(2).run();
        assert!(ran.err.contains("landing.html"), "{template:.40}: {}", ran.err);
        assert!(!starter.root().join("public").exists(), "{template:.40} left a site");
    }
}

#[test]
fn templates_that_call_each_other_are_refused_by_name() {
    let starter = with_landing("{% include \"a.html\" %}");
    for (file, text) in [("a", "{% include \"b.html\" %}"), ("b", "{% include \"a.html\" %}")] {
        starter.edit(&format!("/themes/istituzionale/templates/{file}.html"), "", text);
    }
    let ran = starter.piao(["build"]).status(2).run();
    assert!(ran.err.contains("include sé stesso"), "{}", ran.err);
    // Ten times at each step, without a circle; and one step after the other.
    for (depth, each, words) in [(6, 10, "chiede troppo"), (30, 1, "l'uno dentro l'altro")] {
        let starter = with_landing(&"{% include \"t0.html\" %}".repeat(each));
        for number in 0..depth {
            let inner = format!("{{% include \"t{}.html\" %}}", number + 1).repeat(each);
            let text = if number + 1 == depth { "x".repeat(2_000) } else { inner };
            starter.edit(&format!("/themes/istituzionale/templates/t{number}.html"), "", &text);
        }
        let ran = starter.piao(["build"]).status(2).run();
        assert!(ran.err.contains(words), "{}", ran.err);
        assert!(!starter.root().join("public").exists());
    }
}

#[test]
fn columns_are_those_of_the_author() {
    let starter = with_landing("{% for a in [1] %}{% set b = 2 %}<p>{{ nulla }}</p>{% endfor %}");
    let ran = starter.piao(["build"]).status(2).run();
    assert!(ran.err.contains("riga 1, colonna 40"), "{}", ran.err);
}
