use super::field::{Field, FieldKind};
use super::value::{self, Intent, number};
use crate::edit::Written;

/// Keys and what they mean, one a line.
pub(super) fn shown(entries: &[(String, Written)]) -> String {
    entries.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn line((key, value): &(String, Written)) -> String {
    let value = value.scalar().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    if value.is_empty() { format!("{key}:") } else { format!("{key}: {value}") }
}

/// What lines of keys and meanings ask of the file, where `old` stands.
pub(super) fn intent(field: &Field, typed: &str, old: Option<&Written>) -> Intent {
    let entries = old.map(Written::entries).unwrap_or_default();
    let is_other = match old {
        None | Some(Written::Nothing) => false,
        Some(Written::List(items)) => !items.is_empty(),
        Some(value) => value.scalar().is_some_and(|text| !text.is_empty()),
    };
    let is_deep = entries.iter().any(|(_, value)| value.scalar().is_none() && *value != Written::Nothing);
    if lines(typed).eq(lines(&value::shown(old))) {
        return Intent::Keep;
    }
    if is_other || is_deep {
        return Intent::beyond(field);
    }
    let mut wanted: Vec<(String, Written)> = Vec::new();
    let mut left: Vec<(String, &(String, Written))> =
        entries.iter().filter_map(|entry| Some((lines(&line(entry)).next()?, entry))).collect();
    for line in lines(typed) {
        // A line that shows an old entry is that entry, wherever the colons in it stand.
        let kept = left.iter().position(|(shown, _)| *shown == line).map(|at| left.remove(at).1.clone());
        let Some((key, value)) = kept.or_else(|| new_entry(field, &line, entries)) else {
            let example = if matches!(field.kind, FieldKind::Years) { "2026: 1400" } else { "segno: significato" };
            return Intent::Unclear(format!("in «{}» la riga «{line}» non è del genere «{example}»", field.heading));
        };
        if wanted.iter().any(|(known, _)| *known == key) {
            return Intent::Unclear(format!("in «{}» «{key}» è scritto due volte", field.heading));
        }
        wanted.push((key, value));
    }
    if wanted.is_empty() { Intent::Remove } else { Intent::Set(Written::Group(wanted)) }
}

/// What a line says that shows none of the old entries; one that says the same as the old one of its key keeps its value.
fn new_entry(field: &Field, line: &str, old: &[(String, Written)]) -> Option<(String, Written)> {
    let (key, value) = divided(field, line)?;
    let same = old.iter().find(|(known, before)| known == key && before.scalar().unwrap_or_default() == value);
    let value = match same {
        Some((_, before)) => before.clone(),
        None if matches!(field.kind, FieldKind::Years) => number(value),
        None if value.is_empty() => Written::Nothing,
        None => Written::text(value),
    };
    Some((key.to_owned(), value))
}

fn lines(text: &str) -> impl Iterator<Item = String> {
    let line = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches(':').to_owned();
    let joined = text.lines().map(line);
    joined.filter(|line| !line.is_empty())
}

/// The key and the value of a line; a year may be followed by a blank or a sign.
fn divided<'l>(field: &Field, line: &'l str) -> Option<(&'l str, &'l str)> {
    let (key, value) = match line.split_once(':') {
        Some((key, value)) => (key.trim(), value.trim()),
        None if matches!(field.kind, FieldKind::Years) => {
            let (key, value) = line.split_once([' ', '=', '\t'])?;
            (key.trim(), value.trim_start_matches('=').trim())
        }
        None => (line.trim(), ""),
    };
    let is_year = key.len() == 4 && key.bytes().all(|byte| byte.is_ascii_digit());
    let fits = if matches!(field.kind, FieldKind::Years) { is_year && !value.is_empty() } else { !key.is_empty() };
    fits.then_some((key, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn years() -> Field {
        Field::new("obiettivi", "Obiettivo", "", FieldKind::Years)
    }

    #[test]
    fn years_stand_one_a_line() {
        let old = Written::Group(vec![("2026".to_owned(), Written::Number("1400".to_owned()))]);
        assert_eq!(shown(old.entries()), "2026: 1400");
        assert_eq!(intent(&years(), "2026: 1400", Some(&old)), Intent::Keep);
        let more = Written::Group(vec![
            ("2026".to_owned(), Written::Number("1400".to_owned())),
            ("2027".to_owned(), Written::text("≥ 1500")),
        ]);
        for typed in ["2026: 1400\n2027: ≥ 1500", "2026 1400\n\n2027 = ≥ 1500 "] {
            assert_eq!(intent(&years(), typed, Some(&old)), Intent::Set(more.clone()), "{typed}");
        }
        assert_eq!(intent(&years(), "", Some(&old)), Intent::Remove);
        assert_eq!(intent(&years(), "", None), Intent::Keep);
    }

    #[test]
    fn what_is_no_pair_is_said() {
        for typed in ["entro il 2026", "26: 3", "2026:", "2026: 1\n2026: 2"] {
            assert!(matches!(intent(&years(), typed, None), Intent::Unclear(_)), "{typed}");
        }
    }

    #[test]
    fn a_mark_may_have_no_meaning() {
        let legend = Field::new("legenda", "Legenda", "", FieldKind::Pairs);
        let wanted = Written::Group(vec![
            ("X".to_owned(), Written::Nothing),
            ("O".to_owned(), Written::text("facoltativo: sì")),
        ]);
        assert_eq!(intent(&legend, "X:\nO: facoltativo: sì", None), Intent::Set(wanted.clone()));
        assert_eq!(intent(&legend, "X\nO: facoltativo: sì", Some(&wanted)), Intent::Keep);
        let deep = Written::Group(vec![("X".to_owned(), Written::List(Vec::new()))]);
        assert_eq!(intent(&legend, "X:", Some(&deep)), Intent::Keep);
        assert!(matches!(intent(&legend, "X: a", Some(&deep)), Intent::Unclear(_)));
    }

    #[test]
    fn lines_that_were_not_touched_keep_their_entries() {
        let legend = Field::new("legenda", "Legenda", "", FieldKind::Pairs);
        let own = [("a:b", Written::text("c")), ("fine:", Written::Nothing), ("X", Written::text("due\nrighe"))];
        let mut entries: Vec<_> = own.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        let old = Written::Group(entries.clone());
        entries.push(("Y".to_owned(), Written::text("nuovo")));
        let typed = format!("{}\nY: nuovo", shown(old.entries()));
        assert_eq!(intent(&legend, &typed, Some(&old)), Intent::Set(Written::Group(entries)));
        assert!(matches!(intent(&legend, "X: due righe\nX: tre", Some(&old)), Intent::Unclear(_)));
        assert!(matches!(intent(&legend, "X: tre\nX: due righe", Some(&old)), Intent::Unclear(_)));
    }

    #[test]
    fn what_is_written_without_keys_is_not_overwritten() {
        let legend = Field::new("legenda", "Legenda", "", FieldKind::Pairs);
        for old in [Written::text("da fare"), Written::List(vec![Written::text("da fare")])] {
            assert_eq!(intent(&legend, "da fare", Some(&old)), Intent::Keep);
            assert!(matches!(intent(&legend, "X: a", Some(&old)), Intent::Unclear(_)));
        }
    }
}
