use super::Mistake;
use crate::model::{Keyword as _, TableName};
use minijinja::value::{Value, ValueKind};
use minijinja::{Error, ErrorKind};
use std::fmt;
use std::ops::Range;

/// How many parts of a group are named.
const NAMED: usize = 8;

/// A value made of several, where a single one is to be shown.
#[derive(Debug)]
pub(in crate::chapters) enum Several {
    /// A list of single values.
    List,
    /// A list of groups, and a part that the first of them has.
    Groups(Option<String>),
    /// A group, and the names of its parts.
    Group(Vec<String>),
}

impl fmt::Display for Several {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("qui ci vuole un solo valore, non un elenco o un gruppo")
    }
}

impl std::error::Error for Several {}

impl Several {
    /// The error of showing `value`, which is made of several.
    pub(in crate::chapters) fn error(value: &Value) -> Error {
        Error::new(ErrorKind::InvalidOperation, "").with_source(Self::of(value))
    }

    fn of(value: &Value) -> Self {
        if value.kind() == ValueKind::Map {
            return Self::Group(parts(value).collect());
        }
        match value.try_iter().ok().and_then(|mut items| items.next()) {
            Some(first) if first.kind() == ValueKind::Map => {
                let is_single = |part: &String| {
                    let kind = first.get_attr(part).map(|value| value.kind());
                    matches!(kind, Ok(ValueKind::String | ValueKind::Number))
                };
                Self::Groups(parts(&first).find(is_single))
            }
            _ => Self::List,
        }
    }

    /// What is wrong with the expression that stands at `shown`, `inside` its braces.
    pub(super) fn mistake(&self, shown: Range<usize>, inside: &str) -> Mistake {
        let whole = if is_chain(inside) { inside.to_owned() } else { format!("({inside})") };
        let help = match self {
            Self::List => {
                format!("per scriverne le voci una dopo l'altra: `{{{{ {whole} | join(\", \") }}}}`")
            }
            Self::Groups(part) => {
                let part = part.as_deref().unwrap_or("nome");
                let column = format!(
                    "per scriverne una parte sola: `{{{{ {whole} | map(attribute=\"{part}\") | join(\", \") }}}}`"
                );
                match TableName::parse(&inside.replace('_', "-")) {
                    Some((table, true)) => {
                        format!("per mostrarla intera: `{{{{ tabella(\"{}\") }}}}`; {column}", table.keyword())
                    }
                    _ => column,
                }
            }
            Self::Group(parts) => {
                let mut names: Vec<String> =
                    parts.iter().take(NAMED).map(|part| format!("`{{{{ {whole}.{part} }}}}`")).collect();
                if parts.len() > NAMED {
                    names.push("…".to_owned());
                }
                format!("scrivere una delle sue parti: {}", names.join(", "))
            }
        };
        Mistake::new(shown, self.to_string()).help(help)
    }
}

/// The names of the parts of a group.
fn parts(group: &Value) -> impl Iterator<Item = String> + use<> {
    let names = group.try_iter().into_iter().flatten();
    names.filter_map(|name| name.as_str().map(str::to_owned))
}

/// Whether an expression is a name with its filters, behind which another can stand without parentheses.
fn is_chain(expression: &str) -> bool {
    let is_sign = |c: char| {
        c.is_alphanumeric() || matches!(c, '_' | '.' | '[' | ']' | '(' | ')' | '|' | '"' | '\'' | '=' | ',' | ' ')
    };
    let is_word = |word: &str| matches!(word, "if" | "else" | "and" | "or" | "not" | "in" | "is");
    expression.chars().all(is_sign) && !expression.split_whitespace().any(is_word)
}
