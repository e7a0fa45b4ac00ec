//! What is told of a theme with a mistake: names that nobody knows, sheets that leave something open, files of other sites, typefaces.

use crate::folder::Folder;
use crate::site::built::Site;
use crate::tree;

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
            "templates/novita.html",
            "<script src=\"//cdn.esempio.it/a.js\"></script>",
            "in `templates/novita.html`, riga 1, `//cdn.esempio.it/a.js` è chiesto a un altro sito",
        ),
        ("templates/novita.html", "<p style=\"color: red\">x</p>", "l'attributo `style` non ha effetto"),
    ] {
        let starter = Folder::starter();
        starter.edit(&format!("/themes/istituzionale/{file}"), "", text);
        let ran = starter.piao(["build"]).run();
        assert!(
            ran.err.contains("avviso: nell'aspetto `istituzionale`, ") && ran.err.contains(told),
            "{file}: {}",
            ran.err
        );
        assert_eq!(ran.err.matches("avviso: nell'aspetto").count(), 1, "{file}: {}", ran.err);
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
        ("theme.yaml", "carattere: { nome: Mio }", "alla chiave `carattere`, manca `normale`"),
        ("theme.yaml", "carattere: { normale: a.woff2 }", "alla chiave `carattere`, manca `nome`"),
        ("theme.yaml", "carattere: { nome: Mio, normale: a.woff2 }", "il file `a.woff2` non c'è"),
        ("theme.yaml", "carattere: { nome: Mio, normale: ricerca.js }", "il file `ricerca.js` non è un carattere"),
        ("theme.yaml", "carattere: { nome: \"M\\\"io\", normale: a.woff2 }", "ha segni che non vanno bene"),
        ("templates/novita.html", "{{ siti.name }}", "`siti` non esiste: forse si intendeva `site`"),
        ("templates/novita.html", "{% if site %}", "manca una chiusura"),
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

#[test]
fn a_typeface_of_the_theme_is_published_and_used() {
    let starter = Folder::starter();
    starter.edit(
        "/themes/istituzionale/theme.yaml",
        "",
        "carattere:\n  nome: Mio Carattere\n  normale: caratteri/mio.woff2\n  grassetto: caratteri/mio-nero.ttf\n",
    );
    starter.write("/themes/istituzionale/static/caratteri/mio.woff2", b"wOF2 e poi il resto");
    starter.write("/themes/istituzionale/static/caratteri/mio-nero.ttf", b"\0\x01\0\0 e poi il resto");
    let ran = starter.piao(["build"]).run();
    assert!(!ran.err.contains("avviso:"), "{}", ran.err);
    let site = Site(tree::files(&starter.root().join("public")));
    let css = String::from_utf8_lossy(&site.0["risorse/stile.css"]).into_owned();
    for rule in [
        "@font-face { font-family: \"Mio Carattere\"; src: url(\"caratteri/mio.woff2\") format(\"woff2\"); font-weight: 400;",
        "src: url(\"caratteri/mio-nero.ttf\") format(\"truetype\"); font-weight: 700; font-style: normal;",
        ":root { --carattere: \"Mio Carattere\", system-ui,",
    ] {
        assert!(css.contains(rule), "{rule}");
    }
    assert!(site.has("risorse/caratteri/mio.woff2"));
    let absent = String::from_utf8_lossy(&site.0["404.html"]).into_owned();
    assert!(!absent.contains("@font-face"), "a page that asks for nothing asks for no typeface");
}

#[test]
fn the_paper_takes_the_typefaces_that_its_converter_reads() {
    let starter = Folder::starter();
    let print = |normal: &str, start: &[u8]| {
        starter.write("/themes/istituzionale/theme.yaml", format!("carattere: {{ nome: Mio, normale: {normal} }}\n"));
        starter.write(&format!("/themes/istituzionale/static/{normal}"), start);
        let theme = piao::theme::Theme::load(starter.root(), "istituzionale").expect("a theme");
        let files = theme.print_files().map(|(path, bytes)| (path.to_owned(), bytes.to_vec()));
        files.collect::<std::collections::BTreeMap<_, _>>()
    };
    let files = print("carta/mio.otf", b"OTTO e poi il resto");
    assert!(files.contains_key("caratteri/carta-mio.otf"));
    assert!(String::from_utf8_lossy(&files["carattere.typ"]).contains("(\"Mio\", \"Libertinus Serif\""));
    let files = print("mio.woff2", b"wOF2 e poi il resto");
    assert!(!files.keys().any(|path| path.starts_with("caratteri/")));
    assert!(!String::from_utf8_lossy(&files["carattere.typ"]).contains("Mio"));
}
