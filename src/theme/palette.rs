use super::colour::Colour;
use std::collections::BTreeMap;

/// The colours of a stylesheet by the names of their variables, without `--`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Palette {
    light: BTreeMap<String, Colour>,
    /// Only those that differ.
    dark: BTreeMap<String, Colour>,
}

/// One of the two schemes in which every page is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scheme {
    Light,
    Dark,
}

impl Palette {
    /// The colours that a part of the stylesheet gives to its variables; the dark ones stand where that scheme is asked for.
    pub(super) fn of(css: &str) -> Self {
        let css: String = without_comments(css).split_whitespace().collect();
        let (light, dark) = css.split_once("prefers-color-scheme:dark").unwrap_or((&css, ""));
        Self { light: declared(light), dark: declared(dark) }
    }

    /// The names of its colours.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.light.keys().map(String::as_str)
    }

    /// A colour of a scheme; a dark colour that is not declared is the light one.
    pub(super) fn get(&self, name: &str, scheme: Scheme) -> Option<Colour> {
        let own = if scheme == Scheme::Dark { self.dark.get(name) } else { None };
        own.or_else(|| self.light.get(name)).copied()
    }

    /// The same with other colours in the place of its own.
    pub(super) fn with(mut self, light: &BTreeMap<String, Colour>, dark: &BTreeMap<String, Colour>) -> Self {
        for name in light.keys() {
            // What both schemes shared stays in the dark one.
            if let Some(shared) = self.light.get(name) {
                self.dark.entry(name.clone()).or_insert(*shared);
            }
        }
        self.light.extend(light.clone());
        self.dark.extend(dark.clone());
        self
    }
}

/// The rules that give these colours to the variables, each scheme its own.
pub(super) fn rules(light: &BTreeMap<String, Colour>, dark: &BTreeMap<String, Colour>) -> String {
    let schemes = [("not all and (prefers-color-scheme: dark)", light), ("(prefers-color-scheme: dark)", dark)];
    let rule = |(query, colours): (&str, &BTreeMap<String, Colour>)| {
        let values: String = colours.iter().map(|(name, colour)| format!(" --{name}: {};", colour.css())).collect();
        format!("@media {query} {{ :root {{{values} }} }}\n")
    };
    schemes.into_iter().filter(|(_, colours)| !colours.is_empty()).map(rule).collect()
}

fn declared(css: &str) -> BTreeMap<String, Colour> {
    let declarations = css.split([';', '{', '}']).filter_map(|part| part.strip_prefix("--")?.split_once(':'));
    declarations.filter_map(|(name, value)| Some((name.to_owned(), Colour::parse(value)?))).collect()
}

fn without_comments(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, rest)| rest);
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSS: &str = ":root { --a: #111; /* --c: #ccc; */ --b: #222;\n --f: system-ui, sans-serif; --l: 76rem }\n\
                       @media (prefers-color-scheme: dark) { :root { --a: #eee; } }";

    #[test]
    fn the_colours_of_both_schemes_are_read() {
        let palette = Palette::of(CSS);
        assert_eq!(palette.names().collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(palette.get("a", Scheme::Dark), Colour::parse("#eee"));
        assert_eq!(palette.get("b", Scheme::Dark), Colour::parse("#222"));
    }

    #[test]
    fn a_light_colour_leaves_the_dark_one_as_it_was() {
        let own =
            |name: &str, colour| Colour::parse(colour).map(|colour| (name.to_owned(), colour)).into_iter().collect();
        let light = own("b", "#b00");
        let palette = Palette::of(CSS).with(&light, &BTreeMap::new());
        assert_eq!(palette.get("b", Scheme::Light), Colour::parse("#b00"));
        assert_eq!(palette.get("b", Scheme::Dark), Colour::parse("#222"));
        assert_eq!(
            rules(&light, &own("a", "#abc")),
            "@media not all and (prefers-color-scheme: dark) { :root { --b: #bb0000; } }\n\
             @media (prefers-color-scheme: dark) { :root { --a: #aabbcc; } }\n"
        );
    }
}
