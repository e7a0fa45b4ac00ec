//! A typeface of a theme: how it comes to the pages and to the PDFs, and what is told where its files bear another name.

use crate::folder::Folder;
use crate::site::built::Site;
use crate::tree;

/// The beginning of a TrueType file: its table of names, with that of a family.
fn letters(family: &str) -> Vec<u8> {
    let name: Vec<u8> = family.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let length = u16::try_from(name.len()).expect("a short name");
    // One table of one name, in the Unicode of Windows, American English.
    let record = [0, 1, 18, 3, 1, 0x409, 1, length, 0];
    let table: Vec<u8> = record.into_iter().flat_map(u16::to_be_bytes).chain(name).collect();
    let size = u32::try_from(table.len()).expect("a short table");
    let mut file = b"\0\x01\0\0\0\x01\0\x10\0\0\0\0name\0\0\0\0".to_vec();
    file.extend([28_u32, size].into_iter().flat_map(u32::to_be_bytes));
    file.extend(table);
    file
}

#[test]
fn a_name_that_the_files_do_not_have_is_told() {
    let told = |yaml: &str, files: &[(&str, Vec<u8>)]| {
        let starter = Folder::starter();
        starter.write("/themes/istituzionale/theme.yaml", format!("carattere: {{ nome: {yaml} }}\n"));
        for (path, bytes) in files {
            starter.write(&format!("/themes/istituzionale/{path}"), bytes);
        }
        let theme = piao::theme::Theme::load(starter.root(), "istituzionale").expect("a theme");
        theme.warnings().to_vec()
    };
    let normal = "static/a.ttf";
    assert_eq!(told("titillium web, normale: a.ttf", &[(normal, letters("Titillium Web Regular"))]), [""; 0]);
    assert_eq!(
        told("Titilium, normale: a.ttf", &[(normal, letters("Titillium Web"))]),
        ["`carattere` ha `nome: Titilium`, ma il carattere di `a.ttf` si chiama `Titillium Web`: nei PDF non si usa; \
          se è quello voluto, scrivere `nome: Titillium Web`"]
    );
    assert_eq!(
        told(
            "Mio, normale: a.ttf, grassetto: b.otf",
            &[(normal, letters("Mio")), ("static/b.otf", b"OTTO e poi".to_vec())]
        ),
        ["il file `b.otf` non si legge come carattere: nei PDF non si usa"]
    );
    let bold = ("static/b.ttf", letters("Tuo Bold"));
    assert_eq!(
        told("Mio, normale: a.ttf, grassetto: b.ttf", &[(normal, letters("Mio")), bold]),
        ["`carattere` ha `nome: Mio`, ma il carattere di `b.ttf` si chiama `Tuo`: nei PDF non si usa"]
    );
    // Pages go by the name of the theme alone; beside them, the letters for paper have to bear it.
    let web = ("static/a.woff2", b"wOF2 e poi".to_vec());
    assert_eq!(told("Mio, normale: a.woff2", std::slice::from_ref(&web)), [""; 0]);
    let paper = |family: &str| ("print/caratteri/a.ttf", letters(family));
    assert_eq!(told("Mio, normale: a.woff2", &[web.clone(), paper("Mio Italic")]), [""; 0]);
    let [warning] = &told("Mio, normale: a.woff2", &[web, paper("Tuo")])[..] else { panic!("one warning") };
    assert!(warning.contains("il carattere di `print/caratteri/a.ttf` si chiama `Tuo`"), "{warning}");
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
    starter.write("/themes/istituzionale/static/caratteri/mio-nero.ttf", letters("Mio Carattere Bold"));
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
