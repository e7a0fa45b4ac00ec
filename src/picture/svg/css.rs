/// The functions that a style may call: colours, transformations, and `url` of a part of the same drawing.
const FUNCTIONS: [&str; 21] = [
    "calc",
    "hsl",
    "hsla",
    "matrix",
    "matrix3d",
    "rgb",
    "rgba",
    "rotate",
    "scale",
    "scalex",
    "scaley",
    "skew",
    "skewx",
    "skewy",
    "translate",
    "translatex",
    "translatey",
    "url",
    "polygon",
    "circle",
    "inset",
];

/// Judges a style by the only ways in which one can ask for something: rules with `@`, functions, and escapes that hide them.
///
/// # Errors
///
/// What of it is not allowed, in Italian.
pub(super) fn check(style: &str) -> Result<(), String> {
    if style.contains('\\') {
        return Err("il segno `\\`".to_owned());
    }
    for (at, _) in style.match_indices('@') {
        let name: String = style[at + 1..].chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect();
        // The only rule that neither loads nor moves anything: colours for a dark screen, for example.
        if !name.eq_ignore_ascii_case("media") {
            return Err(format!("la regola `@{name}`"));
        }
    }
    for (at, _) in style.match_indices('(') {
        let before = &style[..at];
        let part_of_a_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_') || !c.is_ascii();
        let name = before[before.trim_end_matches(part_of_a_name).len()..].to_ascii_lowercase();
        let inside = style[at + 1..].trim_start().trim_start_matches(['"', '\'']);
        if !name.is_empty() && !FUNCTIONS.contains(&name.as_str()) {
            return Err(format!("la funzione `{name}`"));
        }
        if name == "url" && !inside.starts_with('#') {
            return Err("un indirizzo fuori dal disegno".to_owned());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn a_style_asks_for_nothing_outside_the_drawing() {
        for good in [
            "",
            "fill:#c00;stroke:none;font-family:'Titillium Web', sans-serif;line-height:125%",
            "fill:url(#a);clip-path: URL( \"#b\" ); transform:translate(1px, 2px) rotate(3deg)",
            "@media (prefers-color-scheme: dark) { path { fill: #fff } }",
            ".a, .b > path { fill: rgb(0 0 0 / 50%) } /* (nota) */",
        ] {
            assert_eq!(check(good), Ok(()), "{good}");
        }
        for (wrong, why) in [
            ("fill:url(https://example.org/a.svg#b)", "un indirizzo fuori dal disegno"),
            ("fill:url( '//example.org')", "un indirizzo fuori dal disegno"),
            ("fill:url(a)", "un indirizzo fuori dal disegno"),
            ("fill:url(data:image/svg+xml,x)", "un indirizzo fuori dal disegno"),
            ("@import 'https://example.org/a.css';", "la regola `@import`"),
            ("@Font-Face { src: local(a) }", "la regola `@Font-Face`"),
            ("@/**/import 'a.css'", "la regola `@`"),
            ("fill:u\\72l(https://example.org)", "il segno `\\`"),
            ("cursor:-webkit-image-set('a.png' 1x)", "la funzione `-webkit-image-set`"),
            ("x:EXPRESSION(alert(1))", "la funzione `expression`"),
        ] {
            assert_eq!(check(wrong).unwrap_err(), why, "{wrong}");
        }
    }
}
