//! What is told of a theme with a mistake: names that nobody knows, sheets that leave something open, files of other sites.

use crate::folder::Folder;

#[test]
fn what_is_told_leaves_the_site_to_be_written() {
    for (file, text, told) in [
        (
            "templates/landig.html",
            "x",
            "il file `templates/landig.html` non è un modello del programma, e nessun modello lo usa: forse si intendeva `templates/landing.html`",
        ),
        ("theme.yml", "x", "forse si intendeva `theme.yaml`"),
        (
            "stile/95-mio.css",
            "a{}\n@import url(https://fonts.esempio.it/a.css);",
            "in `stile/95-mio.css`, riga 2, `https://fonts.esempio.it/a.css` è chiesto a un altro sito",
        ),
        (
            "stile/95-mio.css",
            "\n@import \"altro.css\";",
            "in `stile/95-mio.css`, riga 2, `@import` non ha effetto: i fogli di stile/ diventano uno solo",
        ),
        (
            "static/mio.css",
            "@import \"https://fonts.esempio.it/css2?family=A:wght@400;700\";",
            "in `static/mio.css`, riga 1, `https://fonts.esempio.it/css2?family=A:wght@400;700` è chiesto a un altro sito",
        ),
        (
            "templates/novita.html",
            "<script src=\"//cdn.esempio.it/a.js\"></script>",
            "in `templates/novita.html`, riga 1, `//cdn.esempio.it/a.js` è chiesto a un altro sito",
        ),
        (
            "stile/95-mio.css",
            "a{}\nb{background:url(sfondo.png)}",
            "in `stile/95-mio.css`, riga 2, il file `sfondo.png` non c'è: metterlo in static/",
        ),
        (
            "static/mio.css",
            "b{background:url('favicn.svg')}",
            "in `static/mio.css`, riga 1, il file `favicn.svg` non c'è: forse si intendeva `favicon.svg`",
        ),
        (
            "templates/novita.html",
            "<p>\n<script src=\"{{ root }}risorse/tavole.js\"></script>",
            "in `templates/novita.html`, riga 2, il file `tavole.js` non c'è: forse si intendeva `tavola.js`",
        ),
        ("templates/novita.html", "<p style=\"color: red\">x</p>", "l'attributo `style` non ha effetto"),
    ] {
        let starter = Folder::starter();
        starter.edit(&format!("/themes/istituzionale/{file}"), "", text);
        for command in [&["check"][..], &["check", "--format", "json"], &["build"]] {
            let ran = starter.piao(command).run();
            assert!(
                ran.err.contains("avviso: nell'aspetto `istituzionale`, ") && ran.err.contains(told),
                "{file}: {}",
                ran.err
            );
            assert_eq!(ran.err.matches("avviso: nell'aspetto").count(), 1, "{file}: {}", ran.err);
        }
    }
}

#[test]
fn what_cannot_be_used_stops_the_site_and_names_what_was_meant() {
    for (file, text, told) in [
        (
            "stile/95-mio.css",
            "a { b: c }\nd {",
            "il foglio di stile `stile/95-mio.css` non è scritto bene: riga 2: `{` non è chiusa",
        ),
        (
            "static/stile.css",
            "a { b: c }}",
            "`static/stile.css` non è scritto bene: riga 1: `}` chiude ciò che nessuno ha aperto",
        ),
        ("theme.yaml", "colori: { fasca: \"#000\" }", "forse si intendeva `fascia`"),
        (
            "theme.yaml",
            "colori:\n  fasca: \"#000\"\n  testo: blue\ncolori_scuri:\n  sfondo: #fff\n  Fuoco: \"#fff\"\n",
            "riga 2, il colore `fasca` non esiste (forse si intendeva `fascia`); riga 3, il colore `testo` non si può leggere: \
             `blue`; riga 5, il colore `sfondo` è vuoto; riga 6, il colore `Fuoco` non esiste (forse si intendeva `fuoco`)",
        ),
        ("theme.yaml", "colore: { fascia: \"#000\" }", "forse si intendeva `colori`"),
        ("theme.yaml", "pages: [landing, proceso]", "forse si intendeva `processo`"),
        (
            "theme.yaml",
            "carattere: Arial",
            "riga 1, colonna 12: di `carattere` si scrive ogni chiave sotto, più a destra",
        ),
        ("theme.yaml", "pages: landing", "`pages` è un elenco, fra parentesi quadre"),
        ("theme.yaml", "carattere: { nome: Mio }", "alla chiave `carattere`, manca `normale`"),
        ("theme.yaml", "carattere: { normale: a.woff2 }", "alla chiave `carattere`, manca `nome`"),
        ("theme.yaml", "carattere: { nome: Mio, normale: a.woff2 }", "il file `a.woff2` non c'è"),
        ("theme.yaml", "carattere: { nome: Mio, normale: ricerca.js }", "il file `ricerca.js` non è un carattere"),
        ("theme.yaml", "carattere: { nome: \"M\\\"io\", normale: a.woff2 }", "ha segni che non vanno bene"),
        ("templates/novita.html", "{{ siti.name }}", "`siti` non esiste: forse si intendeva `site`"),
        (
            "templates/novita.html",
            "a\nb {% if site %}\nc\n",
            "in `novita.html`, riga 2, colonna 3: `if` non è chiuso: manca `{% endif %}`",
        ),
        (
            "templates/novita.html",
            "a\n{% for a in site %}{{ a",
            "riga 2, colonna 20: ciò che comincia con `{{` non è chiuso: manca `}}`",
        ),
        ("templates/novita.html", "\n\n{# a", "riga 3, colonna 1: ciò che comincia con `{#` non è chiuso: manca `#}`"),
        ("templates/novita.html", "{% if site %}\n{% endblock %}", "prima va chiuso `if`, aperto alla riga 1"),
        ("templates/novita.html", "{% fro a in b %}", "l'istruzione `fro` non esiste: forse si intendeva `for`"),
    ] {
        let starter = Folder::starter();
        starter.edit(&format!("/themes/istituzionale/{file}"), "", text);
        let ran = starter.piao(["build"]).status(2).run();
        assert!(ran.err.contains(told), "{file}: {}", ran.err);
        assert!(!starter.path("/public").exists());
    }
}

/// A file that is there is nothing to tell of, wherever it is named from; one beside the stylesheet is told where it goes.
#[test]
fn a_file_that_a_stylesheet_names_stands_in_static() {
    let starter = Folder::starter();
    let themes = |file: &str| format!("/themes/istituzionale/{file}");
    starter.write(&themes("stile/95-mio.css"), "b{background:url(fondi/sfondo.png#a)}");
    starter.write(&themes("static/fondi/mio.css"), "@import '../altro.css'; b{background:url(sfondo.png)}");
    starter.write(&themes("static/altro.css"), "b{background:url(ente/stemma.svg)}");
    starter.write(&themes("static/fondi/sfondo.png"), "x");
    let told = starter.piao(["build"]).run().err;
    assert!(!told.contains("nell'aspetto"), "{told}");
    starter.remove(&themes("static/fondi/sfondo.png"));
    starter.write(&themes("stile/fondi/sfondo.png"), "x");
    let told = starter.piao(["build"]).run().err;
    assert!(
        told.contains(
            "in `stile/95-mio.css`, riga 1, il file `fondi/sfondo.png#a` non c'è: spostarlo da stile/ in static/"
        ) && told.contains("in `static/fondi/mio.css`, riga 1, il file `sfondo.png` non c'è: "),
        "{told}"
    );
}
