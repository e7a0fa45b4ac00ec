//! How many offices a cell names, and which of its words are the name of one.

use super::names::Likeness;
use super::offices::{Found, Offices};
use super::value::on_one_line;
use crate::model::OfficeKind;

impl Offices<'_> {
    /// The names in a cell, each with the path of coarser ones before it: `A / B / C` is one office, `A; B` are two.
    ///
    /// `has_owner` says whether other columns name what the office belongs to: then a slash between unknown names is part of one name.
    pub(super) fn names(&self, kind: OfficeKind, text: &str, has_owner: bool) -> Vec<Vec<String>> {
        let whole = on_one_line(text);
        if self.is_whole(kind, &whole) || self.answers.name(&whole).is_some() {
            return vec![vec![whole]];
        }
        let split = |signs: &[&str]| -> Vec<String> {
            let mut pieces = vec![text.to_owned()];
            for sign in signs {
                pieces = pieces.iter().flat_map(|piece| piece.split(sign)).map(str::to_owned).collect();
            }
            pieces.iter().map(|piece| on_one_line(piece)).filter(|piece| !piece.is_empty()).collect()
        };
        let is_known = |piece: &String| !self.best(kind, piece, None).is_empty();
        let lines = split(&["\n", ";"]);
        if lines.len() > 1 {
            // A name broken over two lines is one, and so is that of an area in which there is a semicolon.
            let broken = kind == OfficeKind::Area && !lines.iter().any(is_known)
                || !lines.iter().any(is_known)
                    && !text.contains(';')
                    && lines[1..].iter().all(|line| line.starts_with(char::is_lowercase));
            return if broken {
                vec![vec![whole]]
            } else {
                lines.into_iter().map(|line| self.path(kind, &line, has_owner)).collect()
            };
        }
        let commas = split(&[", ", " e ", " + "]);
        if commas.len() > 1 && commas.iter().all(is_known) {
            return commas.into_iter().map(|piece| vec![piece]).collect();
        }
        for sign in [" / ", "/"] {
            let slashes = split(&[sign]);
            if slashes.len() > 1 && slashes.iter().all(is_known) {
                return slashes.into_iter().map(|piece| vec![piece]).collect();
            }
        }
        vec![self.path(kind, &whole, has_owner)]
    }

    /// Whether a text is the name of one office: one of the edition, or a new one that was written with the same signs, which its name has lost.
    fn is_whole(&self, kind: OfficeKind, text: &str) -> bool {
        let is_same = |found: &Found| self.label(found).to_lowercase() == text.to_lowercase();
        self.best(kind, text, None).iter().any(|(found, _)| self.is_of_edition(found) || is_same(found))
    }

    fn path(&self, kind: OfficeKind, line: &str, has_owner: bool) -> Vec<String> {
        if !self.best(kind, line, None).is_empty() {
            return vec![line.to_owned()];
        }
        for sign in [" / ", " > ", " › ", " → ", " » ", "\\"] {
            let pieces: Vec<String> = line.split(sign).map(on_one_line).filter(|piece| !piece.is_empty()).collect();
            let is_name = sign == " / " && has_owner && pieces.len() < 3;
            if pieces.len() > 1 && !is_name {
                return pieces;
            }
        }
        vec![line.to_owned()]
    }

    /// The kind of which all the names of a cell are known, the kind of its column before others; that of the column if there is none.
    pub(super) fn common_kind(&self, kind: OfficeKind, names: &[Vec<String>]) -> OfficeKind {
        if names.len() < 2 {
            return kind;
        }
        let kinds = [kind, OfficeKind::Team, OfficeKind::Service, OfficeKind::Area];
        let is_known = |kind: OfficeKind, path: &Vec<String>, least: Likeness| {
            let [name] = path.as_slice() else { return false };
            self.best(kind, name, None).first().is_some_and(|(_, likeness)| *likeness >= least)
        };
        let all =
            |least: Likeness| kinds.into_iter().find(|kind| names.iter().all(|path| is_known(*kind, path, least)));
        all(Likeness::Bare).or_else(|| all(Likeness::Near)).unwrap_or(kind)
    }
}
