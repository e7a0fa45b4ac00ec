//! Which figures the expressions of some chapters name: a table that none of them names is not made ready for them.

use super::build::MARK;
use minijinja::machinery::{Token, tokenize};
use minijinja::syntax::SyntaxConfig;
use std::collections::HashSet;

/// The names that stand in the expressions of some chapters.
pub(super) struct Named {
    /// Nothing where one of them cannot be told for sure: then every name may be among them.
    names: Option<HashSet<String>>,
}

impl Named {
    /// The names in some chapters, as they are written.
    pub(super) fn of<'c>(mut chapters: impl Iterator<Item = &'c str>) -> Self {
        let mut names = HashSet::new();
        let all = chapters.try_for_each(|chapter| add(chapter, &mut names));
        Self { names: all.map(|()| names) }
    }

    /// The rows of a table, or none where it is not named.
    pub(super) fn rows<'r, R>(&self, name: &str, rows: &'r [R]) -> &'r [R] {
        let is_named = self.names.as_ref().is_none_or(|names| names.contains(name));
        if is_named { rows } else { &[] }
    }
}

/// Adds the names of a chapter; `None` where it cannot be told which they are.
fn add(chapter: &str, names: &mut HashSet<String>) -> Option<()> {
    // Such a mark is taken out before the engine reads.
    if chapter.contains(MARK) {
        return None;
    }
    let mut is_inner = false;
    for token in tokenize(chapter, false, SyntaxConfig::default()) {
        let (token, _) = token.ok()?;
        if let Token::Ident(name) = token
            && !is_inner
        {
            names.insert(name.to_owned());
        }
        // What follows a full stop is a part of something that is named.
        is_inner = matches!(token, Token::Dot);
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_expression_names_is_there_and_nothing_else() {
        for (chapter, is_there) in [
            ("I processi sono {{ totali.processi }}.", false),
            ("{{ totali . processi }} {{ 'processi' }} {# {{ processi }} #}", false),
            ("{{ processi[0].codice }}", true),
            ("{% for p in processi if p.area %}{{ p.nome }}{% endfor %}", true),
            ("{{ '}}' ~ (processi | length) }}", true),
            ("{% set altri = [servizi, processi] %}", true),
            ("{{ ? }} poi", true),
            ("pro\u{e000}cessi", true),
        ] {
            let rows = Named::of(["", chapter].into_iter()).rows("processi", &[1]).len();
            assert_eq!(rows == 1, is_there, "{chapter}");
        }
    }
}
