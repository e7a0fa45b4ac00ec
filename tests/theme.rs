//! A theme of an administration's own: what it overrides, what it leaves, and what happens when it is broken.
#![allow(clippy::expect_used, clippy::panic)] // A test that cannot go on ends.

mod starter;

use piao::theme::PageKind;
use scraper::{Html, Selector};
use starter::Starter;
use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Output};

const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\"><path d=\"M0 0h20v10z\"/></svg>";

/// The smallest theme that has everything: one template, one part of the stylesheet, colours, a logo, some pages.
fn small() -> Starter {
    let starter = Starter::new();
    starter.edit("/data/ente.yaml", "aspetto: istituzionale", "aspetto: piccolo");
    for (file, text) in [
        (
            "theme.yaml",
            "colori: { fascia: \"#005c3c\" }\ncolori_scuri: { fascia: \"#0b4a33\" }\nlogo: logo.svg\n\
             pages: [landing, edizione, processi, processo]\n",
        ),
        (
            "templates/processo.html",
            "{% extends \"base.html\" %}{% block content %}<h1>Il {{ page.process.code }}</h1>{% endblock content %}",
        ),
        ("stile/80-piede.css", ".piede { border: 3px double; }\n"),
        ("static/logo.svg", LOGO),
    ] {
        starter.edit(&format!("/themes/piccolo/{file}"), "", text);
    }
    starter
}

fn build(starter: &Starter, options: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_piao"));
    command.arg("build").args(options).current_dir(starter.root()).env("NO_COLOR", "1");
    command.output().expect("the program runs")
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The files of the site that stands in `public`, by their paths.
fn site(starter: &Starter) -> BTreeMap<String, Vec<u8>> {
    let public = starter.root().join("public");
    let entries = walkdir::WalkDir::new(&public).into_iter().map(|entry| entry.expect("an entry"));
    let files = entries.filter(|entry| entry.file_type().is_file());
    let path =
        |entry: &walkdir::DirEntry| entry.path().strip_prefix(&public).expect("below").to_string_lossy().into_owned();
    files.map(|entry| (path(&entry), fs::read(entry.path()).expect("a file"))).collect()
}

fn page(site: &BTreeMap<String, Vec<u8>>, path: &str) -> Html {
    let bytes = site.get(path).unwrap_or_else(|| panic!("there is no {path}"));
    Html::parse_document(&String::from_utf8_lossy(bytes))
}

fn attributes(page: &Html, selector: &str, name: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector).map(|element| element.attr(name).unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_small_theme_changes_what_it_names_and_nothing_else() {
    let starter = small();
    let output = build(&starter, &[]);
    assert!(output.status.success(), "{}", errors(&output));
    assert!(!errors(&output).contains("contrasto"), "{}", errors(&output));
    let site = site(&starter);
    // Some pages.
    let html: Vec<&str> = site.keys().map(String::as_str).filter(|path| path.ends_with(".html")).collect();
    assert!(html.contains(&"index.html") && html.contains(&"2026-2028/processi/100-1-b/index.html"), "{html:?}");
    assert!(!html.iter().any(|path| path.contains("/aree/") || path.contains("/stampa/") || *path == "404.html"));
    // One template.
    let process = page(&site, "2026-2028/processi/100-1-b/index.html");
    let heading = Selector::parse("h1").expect("a selector");
    assert_eq!(process.select(&heading).map(|h1| h1.text().collect()).collect::<Vec<String>>(), ["Il 100-1-B"]);
    // The navigation leads only where there is something.
    for target in attributes(&process, ".menu a", "href") {
        let path = format!("2026-2028/{}", target.trim_start_matches("../"));
        assert!(site.contains_key(&path), "{path}");
    }
    // One part of the stylesheet, and the colours.
    let css = String::from_utf8_lossy(&site["risorse/stile.css"]).into_owned();
    assert!(css.contains(".piede { border: 3px double; }") && !css.contains(".doveri {"));
    assert!(css.contains("@media not all and (prefers-color-scheme: dark) { :root { --fascia: #005c3c; } }"));
    assert!(css.contains("@media (prefers-color-scheme: dark) { :root { --fascia: #0b4a33; } }"));
    assert!(css.contains("--testo: #17233a"), "the others are as they were");
    assert_eq!(attributes(&process, "meta[name=theme-color]", "content"), ["#005c3c", "#0b4a33"]);
    // The logo, with the room that it takes.
    assert_eq!(site["risorse/logo.svg"], LOGO.as_bytes());
    assert_eq!(attributes(&process, "img", "src"), ["../../../risorse/logo.svg"]);
    assert_eq!(attributes(&process, "img", "alt"), [""]);
    assert_eq!(
        (attributes(&process, "img", "width"), attributes(&process, "img", "height")),
        (vec!["128".into()], vec!["64".into()])
    );
    // A drawing is no picture for those who show a link.
    assert!(attributes(&process, "meta[property='og:image']", "content").is_empty());
}

#[test]
fn a_coat_of_arms_stands_before_the_logo_on_every_page() {
    let starter = small();
    starter.edit(
        "/themes/piccolo/theme.yaml",
        "pages: [landing, edizione, processi, processo]\n",
        "# Tutte le pagine.\n",
    );
    starter.edit("/data/ente.yaml", "licenza: CC BY 4.0", "licenza: CC BY 4.0\nstemma: immagini/Stemma comunale.png");
    let mut picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    picture.extend([0, 0, 0, 30, 0, 0, 0, 40, 8, 6, 0, 0, 0]);
    fs::create_dir_all(starter.root().join("immagini")).expect("a folder");
    fs::write(starter.root().join("immagini/Stemma comunale.png"), &picture).expect("a picture");
    let base = "https://esempio.it/lavoro/";
    let output = build(&starter, &["--base-url", base]);
    assert!(output.status.success(), "{}", errors(&output));
    let site = site(&starter);
    assert_eq!(site["risorse/ente/Stemma-comunale.png"], picture);
    for path in site.keys().filter(|path| path.ends_with(".html")) {
        let page = page(&site, path);
        assert_eq!(attributes(&page, "img", "width"), ["48"], "{path}");
        if path == "404.html" {
            // It may be shown at any depth, and asks for nothing.
            assert!(attributes(&page, "img", "src")[0].starts_with("data:image/png;base64,iVBORw0KGgo"), "{path}");
        } else {
            let up = "../".repeat(path.matches('/').count());
            assert_eq!(attributes(&page, "img", "src"), [format!("{up}risorse/ente/Stemma-comunale.png")], "{path}");
            let image = attributes(&page, "meta[property='og:image']", "content");
            assert_eq!(image, [format!("{base}risorse/ente/Stemma-comunale.png")], "{path}");
        }
    }
}

#[test]
fn hard_to_read_colours_are_told_and_the_site_is_written() {
    let starter = small();
    starter.edit(
        "/themes/piccolo/theme.yaml",
        "{ fascia: \"#005c3c\" }",
        "{ fascia: \"#ffd400\", testo: \"#17233a\" }",
    );
    let output = build(&starter, &[]);
    assert!(output.status.success(), "{}", errors(&output));
    let warning = "avviso: nell'aspetto `piccolo`, nei colori chiari `su-fascia` su `fascia` ha un contrasto di 1,4 a 1: ne serve almeno 4,5 a 1\n";
    assert!(errors(&output).contains(warning), "{}", errors(&output));
    assert_eq!(errors(&output).matches("contrasto").count(), 1, "{}", errors(&output));
}

#[test]
fn a_broken_theme_or_coat_of_arms_leaves_the_site_as_it_was() {
    for (file, text, named) in [
        ("/themes/piccolo/theme.yaml", "colori: { banda: \"#000\" }", "`banda` non esiste"),
        ("/themes/piccolo/theme.yaml", "colori: { fascia: \"url(x)\" }", "`url(x)`"),
        ("/themes/piccolo/theme.yaml", "colori: [", "theme.yaml"),
        ("/themes/piccolo/theme.yaml", "logo: altro.svg", "`altro.svg` non c'è"),
        ("/themes/piccolo/static/logo.svg", "<svg onload=\"alert(1)\"/>", "contiene un programma"),
        ("/themes/piccolo/templates/piede.html", "{{ site.niente }}", "piede.html"),
        ("/immagini/stemma.png", "non un'immagine", "immagini/stemma.png"),
        ("/immagini/stemma.png", "", "immagini/stemma.png"),
    ] {
        let starter = small();
        assert!(build(&starter, &[]).status.success());
        let before = site(&starter);
        if file.contains("stemma") {
            starter.edit("/data/ente.yaml", "licenza: CC BY 4.0", "licenza: CC BY 4.0\nstemma: immagini/stemma.png");
        }
        if !text.is_empty() {
            starter.edit(file, "", text);
        }
        let output = build(&starter, &[]);
        assert_eq!(output.status.code(), Some(2), "{text}: {}", errors(&output));
        assert!(errors(&output).contains(named), "{text}: {}", errors(&output));
        assert_eq!(site(&starter), before, "{text}");
    }
}

#[test]
fn errors_are_reported_where_the_office_wants_them() {
    let reported = |more: &str, path: &str| {
        let starter = Starter::new();
        starter.edit("/data/ente.yaml", "licenza: CC BY 4.0", &format!("licenza: CC BY 4.0\n{more}"));
        let output = build(&starter, &[]);
        assert!(output.status.success(), "{}", errors(&output));
        let page = page(&site(&starter), path);
        let links = Selector::parse("a").expect("a selector");
        let links = page.select(&links).filter(|link| link.text().collect::<String>() == "Segnala un errore");
        links.map(|link| link.attr("href").unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    let process = "2026-2028/processi/100-1-b/index.html";
    assert!(reported("", process).is_empty(), "nothing is made up");
    assert_eq!(
        reported("segnalazioni: https://www.comune.esempio.it/segnala", process),
        ["https://www.comune.esempio.it/segnala"]
    );
    for path in [process, "index.html", "404.html", "2026-2028/stampa/processi/index.html"] {
        let [link] = &reported("contatti: { pec: comune@pec.esempio.it }", path)[..] else {
            panic!("{path}: one link")
        };
        assert!(link.starts_with("mailto:comune@pec.esempio.it?subject=Segnalazione%20di%20errore%3A%20"), "{link}");
        assert!(!link[7..].contains([':', ' ', '"', '<']), "{link}");
    }
    let [link] = &reported("contatti: { email: a@esempio.it, pec: b@pec.esempio.it }", process)[..] else {
        panic!("one link")
    };
    assert!(link.starts_with("mailto:a@esempio.it?") && link.contains("100-1-B"), "{link}");
}

#[test]
fn the_guide_names_every_colour_and_every_kind_of_page() {
    let guide = include_str!("../docs/aspetto.md");
    for kind in PageKind::ALL {
        assert!(
            guide.contains(&format!("`{}`", kind.name())),
            "docs/aspetto.md does not name the page `{}`",
            kind.name()
        );
    }
    let variables = include_str!("../themes/istituzionale/stile/10-variabili.css");
    let names = variables.lines().filter_map(|line| line.trim().strip_prefix("--")?.split_once(": #"));
    for (name, _) in names {
        assert!(guide.contains(&format!("`{name}`")), "docs/aspetto.md does not name the colour `{name}`");
    }
}
