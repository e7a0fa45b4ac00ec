//! A theme of an administration's own: what it overrides, what it leaves, and what happens when it is broken.

mod command;
mod hostile;
mod mistakes;
mod typefaces;

use crate::folder::Folder;
use crate::site::built::{Site, attributes};
use crate::tree;
use piao::routes::PageKind;
use scraper::Selector;

const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\"><path d=\"M0 0h20v10z\"/></svg>";

/// The smallest theme that has everything: one template, one part of the stylesheet, colours, a logo, some pages.
fn small() -> Folder {
    let starter = Folder::starter();
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
        ("stile/80-piede.css", ".piede {border:3px double;}\n"),
        ("static/logo.svg", LOGO),
    ] {
        starter.edit(&format!("/themes/piccolo/{file}"), "", text);
    }
    starter
}

/// The files of the site that stands in `public`.
fn site(starter: &Folder) -> Site {
    Site(tree::files(&starter.root().join("public")))
}

/// Counts have the point of the thousands whether they come as numbers or as figures; whatever is no count stays as it is.
#[test]
fn the_filter_of_counts_takes_numbers_figures_and_words() {
    let starter = small();
    let body = "{{ 12345 | cifre }} {{ \"12345\" | cifre }} {{ \"meno di 3\" | cifre }} {{ \"+1000\" | cifre }}";
    let template = format!("{{% extends \"base.html\" %}}{{% block content %}}<h1>{body}</h1>{{% endblock content %}}");
    starter.write("/themes/piccolo/templates/processo.html", template);
    starter.piao(["build"]).run();
    let page = site(&starter);
    let page = page.text("2026-2028/processi/100-1-b/index.html");
    assert!(page.contains("<h1>12.345 12.345 meno di 3 +1000</h1>"), "{page}");
}

#[test]
fn a_small_theme_changes_what_it_names_and_nothing_else() {
    let starter = small();
    let ran = starter.piao(["build"]).run();
    assert!(!ran.err.contains("contrasto"), "{}", ran.err);
    let site = site(&starter);
    // Some pages.
    let html: Vec<&str> = site.paths().filter(|path| path.ends_with(".html")).collect();
    assert!(html.contains(&"index.html") && html.contains(&"2026-2028/processi/100-1-b/index.html"), "{html:?}");
    assert!(!html.iter().any(|path| path.contains("/aree/") || path.contains("/stampa/") || *path == "404.html"));
    // One template.
    let process = site.page("2026-2028/processi/100-1-b/index.html");
    let heading = Selector::parse("h1").expect("a selector");
    assert_eq!(process.select(&heading).map(|h1| h1.text().collect()).collect::<Vec<String>>(), ["Il 100-1-B"]);
    // The navigation leads only where there is something.
    for target in attributes(&process, ".menu a", "href") {
        let path = format!("2026-2028/{}", target.trim_start_matches("../"));
        assert!(site.has(&path), "{path}");
    }
    // One part of the stylesheet, and the colours.
    let css = String::from_utf8_lossy(&site.0["risorse/stile.css"]).into_owned();
    assert!(css.contains(".piede {border:3px double;}") && !css.contains(".doveri {"));
    assert!(css.contains("@media not all and (prefers-color-scheme: dark) { :root { --fascia: #005c3c; } }"));
    assert!(css.contains("@media (prefers-color-scheme: dark) { :root { --fascia: #0b4a33; } }"));
    assert!(css.contains("--testo:#17233a"), "the others are as they were");
    assert_eq!(attributes(&process, "meta[name=theme-color]", "content"), ["#005c3c", "#0b4a33"]);
    // The logo, with the room that it takes.
    assert_eq!(site.0["risorse/logo.svg"], LOGO.as_bytes());
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
    starter.write("/immagini/Stemma comunale.png", &picture);
    let base = "https://esempio.it/lavoro/";
    starter.piao(["build", "--base-url", base]).run();
    let site = site(&starter);
    assert_eq!(site.0["risorse/ente/Stemma-comunale.png"], picture);
    for path in site.paths().filter(|path| path.ends_with(".html")) {
        let page = site.page(path);
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
    let ran = starter.piao(["build"]).run();
    let warning = "avviso: nell'aspetto `piccolo`, nei colori chiari `su-fascia` su `fascia` ha un contrasto di 1,4 a 1: ne serve almeno 4,5 a 1\n";
    assert!(ran.err.contains(warning), "{}", ran.err);
    assert_eq!(ran.err.matches("contrasto").count(), 1, "{}", ran.err);
}

#[test]
fn a_broken_theme_or_coat_of_arms_leaves_the_site_as_it_was() {
    for (file, text, named) in [
        ("/themes/piccolo/theme.yaml", "colori: { banda: \"#000\" }", "`banda` non esiste"),
        ("/themes/piccolo/theme.yaml", "colori: { fascia: \"url(x)\" }", "`url(x)`"),
        ("/themes/piccolo/theme.yaml", "colori: [", "theme.yaml` non si può leggere: riga 1, colonna 9"),
        ("/themes/piccolo/theme.yaml", "pagine: [landing]", "la chiave `pagine` non esiste"),
        ("/themes/piccolo/theme.yaml", "logo: altro.svg", "`altro.svg` non c'è"),
        (
            "/themes/piccolo/static/logo.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
            "l'attributo `onload`",
        ),
        (
            "/themes/piccolo/templates/piede.html",
            "{{ site.niente }}",
            "in `piede.html`, riga 1, colonna 9: `niente` non esiste",
        ),
        (
            "/themes/piccolo/templates/piede.html",
            "a\n{{ x | niente }}",
            "in `piede.html`, riga 2, colonna 8: il filtro `niente` non esiste",
        ),
        ("/immagini/stemma.png", "non un'immagine", "immagini/stemma.png"),
    ] {
        let starter = small();
        starter.piao(["build"]).run();
        let before = site(&starter).0;
        if file.contains("stemma") {
            starter.edit("/data/ente.yaml", "licenza: CC BY 4.0", "licenza: CC BY 4.0\nstemma: immagini/stemma.png");
        }
        starter.edit(file, "", text);
        let ran = starter.piao(["build"]).status(2).run();
        assert!(ran.err.contains(named), "{text}: {}", ran.err);
        assert_eq!(site(&starter).0, before, "{text}");
    }
}

#[test]
fn errors_are_reported_where_the_office_wants_them() {
    let reported = |more: &str, path: &str| {
        let starter = Folder::starter();
        starter.edit("/data/ente.yaml", "licenza: CC BY 4.0", &format!("licenza: CC BY 4.0\n{more}"));
        starter.piao(["build"]).run();
        let page = site(&starter).page(path);
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
    let guide = include_str!("../../docs/aspetto.md");
    for kind in PageKind::all() {
        assert!(
            guide.contains(&format!("`{}`", kind.name())),
            "docs/aspetto.md does not name the page `{}`",
            kind.name()
        );
    }
    let variables = include_str!("../../themes/istituzionale/stile/10-variabili.css");
    let names = variables.lines().filter_map(|line| line.trim().strip_prefix("--")?.split_once(": #"));
    for (name, _) in names {
        assert!(guide.contains(&format!("`{name}`")), "docs/aspetto.md does not name the colour `{name}`");
    }
}

#[test]
fn what_is_wrong_in_a_template_of_no_page_hinders_nothing() {
    let starter = small();
    for name in ["area.html", "grafici-pezzi-miei.html"] {
        starter.write(&format!("/themes/piccolo/templates/{name}"), "{% include \"rotto.html\" %}{{ ");
    }
    starter.write("/themes/piccolo/templates/software.html", [0xff]);
    // One that stands in no other may hold pieces, but no page calls one of it.
    let ran = starter.piao(["build"]).run();
    assert!(ran.err.contains("`templates/grafici-pezzi-miei.html` non è un modello del programma"), "{}", ran.err);
    starter.edit("/themes/piccolo/theme.yaml", "processi, processo]", "processi, processo, area]");
    let ran = starter.piao(["build"]).status(2).run();
    assert!(ran.err.contains("area.html"), "{}", ran.err);
}
