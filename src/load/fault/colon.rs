//! Colons that are missing, glued, or of another kind; and those inside a text.

use super::{Scene, Shape, Supposition, Suppositions, quoted, value};
use crate::load::line::{Line, name};

/// Colons after a key that are not as YAML wants them, and two keys on one line.
pub(super) fn all<'s>(scene: &'s Scene<'_>) -> Suppositions<'s> {
    let of_line = |line| separator(scene, line).into_iter().chain(two_keys(scene, line)).chain(item(line));
    Box::new(scene.written().flat_map(of_line))
}

fn separator(scene: &Scene<'_>, line: &Line<'_>) -> Option<Supposition> {
    let is_head = scene.first.is_some_and(|first| scene.lines[first].start == line.start);
    let is_key = matches!(scene.shape, Shape::Key { .. }) && is_head;
    let content = line.item().unwrap_or_else(|| line.marked().1);
    let start = line.end() - content.len();
    let key = name(content);
    let rest = &content[key.len()..];
    let known = !key.is_empty() && (is_key || scene.usage.knows(key));
    let after = start + key.len();
    if rest.is_empty() && known {
        let message = format!("mancano i due punti dopo `{key}`");
        return Some(Supposition::new(start..after, message, format!("scrivere `{key}:`")).edit(after..after, ":"));
    }
    let (sign, value) = (rest.trim_start().chars().next()?, rest.trim_start());
    let value_start = |sign: char| line.end() - value[sign.len_utf8()..].trim_start().len();
    let shown = |value: &str| {
        let words: Vec<&str> = value.split_whitespace().take(3).collect();
        let more = if value.split_whitespace().nth(3).is_some() { " …" } else { "" };
        format!("scrivere `{}`", format!("{key}: {}{more}", words.join(" ")).trim_end())
    };
    match sign {
        '：' | '﹕' | '꞉' | ';' if !key.is_empty() && (sign != ';' || known) => {
            let message = format!("dopo `{key}` c'è «{sign}» invece dei due punti comuni");
            let tail = value[sign.len_utf8()..].trim_start();
            let edit = if tail.is_empty() { ":" } else { ": " };
            let at = line.end() - value.len();
            let range = at..at + sign.len_utf8();
            Some(Supposition::new(range, message, shown(tail)).edit(after..value_start(sign), edit))
        }
        '=' if known => {
            let message = format!("dopo `{key}` c'è «=» invece dei due punti");
            let tail = value[1..].trim_start();
            let edit = if tail.is_empty() { ":" } else { ": " };
            let at = line.end() - value.len();
            Some(Supposition::new(at..at + 1, message, shown(tail)).edit(after..value_start('='), edit))
        }
        ':' if rest.starts_with(':') && !value[1..].starts_with([' ', '\t', '/']) && value.len() > 1 => {
            let message = format!("manca lo spazio dopo i due punti di `{key}`");
            Some(Supposition::new(after..after + 1, message, shown(&value[1..])).edit(after..after + 1, ": "))
        }
        _ if known && rest.starts_with([' ', '\t']) && line.key().is_none() => {
            let message = format!("mancano i due punti dopo `{key}`");
            Some(Supposition::new(start..after, message, shown(value)).edit(after..line.end() - value.len(), ": "))
        }
        _ => None,
    }
}

/// A key of the file inside the value of another.
fn two_keys(scene: &Scene<'_>, line: &Line<'_>) -> Option<Supposition> {
    let (first, _) = line.key()?;
    let (range, written) = value(line)?;
    let second = written.match_indices(": ").find_map(|(colon, _)| {
        let before = &written[..colon];
        let at = before.trim_end_matches(|c: char| c.is_ascii_lowercase() || c == '_').len();
        let second = &before[at..];
        (before[..at].ends_with(' ') && scene.usage.knows(second)).then_some((second, at))
    });
    let (second, at) = second?;
    let at = range.start + at;
    let message = format!("su questa riga ci sono due chiavi, `{first}` e `{second}`");
    let column = " ".repeat(line.column());
    let gap = at - 1..at;
    let help = format!("andare a capo prima di `{second}`; se invece è un testo solo, metterlo fra virgolette doppie");
    Some(Supposition::new(at..at + second.len(), message, help).edit(gap, format!("\n{column}")).guess())
}

/// An item on the line of the key of its list.
fn item(line: &Line<'_>) -> Option<Supposition> {
    let (key, _) = line.key()?;
    let (range, written) = value(line)?;
    written.strip_prefix("- ")?;
    let message = "la prima voce dell'elenco è sulla riga della chiave".to_owned();
    let help = format!("andare a capo dopo `{key}:`, con due spazi in più, e cominciare ogni voce con un trattino");
    let column = " ".repeat(line.column() + 2);
    let edit = range.start - 1..range.start;
    Some(Supposition::new(range.start..range.start + 1, message, help).edit(edit, format!("\n{column}")).guess())
}

/// A colon inside a text without quotes.
pub(super) fn inside<'s>(scene: &'s Scene<'_>) -> Suppositions<'s> {
    Box::new(scene.written().filter_map(|line| {
        let (range, written) = value(line)?;
        let at = written.find(": ").or_else(|| written.strip_suffix(':').map(str::len))?;
        let at = range.start + at;
        let supposed = Supposition::new(
            at..at + 1,
            "i due punti dentro un testo senza virgolette separano una chiave dal suo valore",
            "mettere tutto il testo fra virgolette doppie",
        );
        let plain = !written.starts_with(['"', '\'', '[', '{', '|', '>']);
        plain.then(|| supposed.edit(range, quoted(written)))
    }))
}
