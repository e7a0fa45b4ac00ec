use super::field::{Field, FieldKind};
use super::pairs;
use crate::edit::Written;
use crate::model::Date;

/// What a field asks of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::workbench) enum Intent {
    /// Nothing: it says what stands there, or was not sent.
    Keep,
    /// That this stands there.
    Set(Written),
    /// That the key goes.
    Remove,
    /// What cannot be written: why.
    Unclear(String),
}

impl Intent {
    /// What stands there cannot be shown whole in a field, so that writing another value would lose some of it.
    pub(super) fn beyond(field: &Field) -> Self {
        let why = "nel file c'è già qualcosa che questo campo non può mostrare per intero, e che andrebbe perduto: va corretto prima nel testo del file";
        Self::Unclear(format!("in «{}» {why}", field.heading))
    }
}

/// A value as it is typed: the items of a list one a line.
pub(in crate::workbench) fn shown(value: Option<&Written>) -> String {
    match value {
        Some(Written::List(items)) => items.iter().filter_map(Written::scalar).collect::<Vec<_>>().join("\n"),
        Some(Written::Group(entries)) => pairs::shown(entries),
        Some(value) => value.scalar().unwrap_or_default().to_owned(),
        None => String::new(),
    }
}

/// What a form sends for a field; `None` if it sends nothing.
pub(in crate::workbench) fn typed(field: &Field, form: &[(String, String)]) -> Option<String> {
    let mut values = form.iter().filter(|(name, _)| *name == field.key).map(|(_, value)| value.as_str()).peekable();
    values.peek()?;
    Some(normal(field, &values.collect::<Vec<_>>().join("\n")))
}

/// A text as it is typed in a field, with the ends of lines and the blanks that count for nothing left out.
pub(super) fn normal(field: &Field, text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if field.is_list() { items_of(&text).join("\n") } else { text.trim().to_owned() }
}

/// The items of a text with one a line.
pub(in crate::workbench) fn items_of(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Whether two texts are typed the same in a field: one of a single line holds no line breaks, browsers leave them out.
pub(super) fn same(field: &Field, one: &str, other: &str) -> bool {
    if field.is_line() { one.replace('\n', "") == other.replace('\n', "") } else { one == other }
}

/// What is to stand in the file for what was typed, where `old` stands.
pub(in crate::workbench) fn intent(field: &Field, typed: Option<&str>, old: Option<&Written>) -> Intent {
    let Some(typed) = typed else { return Intent::Keep };
    if matches!(field.kind, FieldKind::Pairs | FieldKind::Years) {
        return pairs::intent(field, typed, old);
    }
    let standing = normal(field, &shown(old));
    if same(field, typed, &standing) {
        return Intent::Keep;
    }
    if old.is_some_and(is_deep) || (field.is_line() && standing.contains('\n')) {
        return Intent::beyond(field);
    }
    if typed.is_empty() {
        let stays = field.required && !field.is_list();
        return if stays { Intent::Set(Written::text("")) } else { Intent::Remove };
    }
    Intent::Set(if field.is_list() { list(field, typed, old) } else { scalar(field, typed) })
}

/// Whether it is a group or a list of groups or lists; an item that says nothing is none.
fn is_deep(value: &Written) -> bool {
    let is_shown = |item: &Written| item.scalar().is_some() || *item == Written::Nothing;
    !value.entries().is_empty() || !value.items().iter().all(is_shown)
}

fn list(field: &Field, typed: &str, old: Option<&Written>) -> Written {
    let items = items_of(typed);
    let alone = matches!((items.as_slice(), &field.kind), ([_], FieldKind::Choices(_)));
    // One that was written without brackets stays so, and `tutti` is no identifier.
    if let [one] = items.as_slice()
        && alone
        && (old.is_some_and(|old| old.scalar().is_some()) || one == "tutti")
    {
        return Written::text(one.as_str());
    }
    Written::List(with_kept(&items, old.map(Written::items).unwrap_or_default()))
}

/// The items that lines say: an old item whose lines stand among them, one after the other, is one of them, of several lines or one.
fn with_kept(lines: &[String], old: &[Written]) -> Vec<Written> {
    let mut left: Vec<(Vec<String>, &Written)> =
        old.iter().map(|item| (items_of(item.scalar().unwrap_or_default()), item)).collect();
    left.retain(|(own, _)| !own.is_empty());
    left.sort_by_key(|(own, _)| std::cmp::Reverse(own.len()));
    let (mut items, mut rest) = (Vec::new(), lines);
    while let Some((line, below)) = rest.split_first() {
        if let Some(at) = left.iter().position(|(own, _)| rest.starts_with(own)) {
            let (own, item) = left.remove(at);
            items.push(item.clone());
            rest = &rest[own.len()..];
        } else {
            items.push(Written::text(line.as_str()));
            rest = below;
        }
    }
    items
}

fn scalar(field: &Field, typed: &str) -> Written {
    if matches!(field.kind, FieldKind::Number) { number(typed) } else { Written::text(typed) }
}

/// A number or a day as the data write it; anything else is a text.
pub(super) fn number(typed: &str) -> Written {
    if let Some(date) = italian_date(typed) {
        return Written::Number(date);
    }
    let plain = typed.replace(',', ".");
    let is_number = plain.parse::<f64>().is_ok() && plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if is_number { Written::Number(plain) } else { number_or_text(typed) }
}

fn number_or_text(typed: &str) -> Written {
    if Date::parse(typed).is_some() { Written::Number(typed.to_owned()) } else { Written::text(typed) }
}

/// `31/12/2025` as the data write it.
fn italian_date(typed: &str) -> Option<String> {
    let parts: Vec<&str> = typed.split(['/', '.']).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let iso = format!("{year:0>4}-{month:0>2}-{day:0>2}");
    (year.len() == 4 && Date::parse(&iso).is_some()).then_some(iso)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(kind: FieldKind, required: bool) -> Field {
        Field::new("chiave", "", "", kind).required(required)
    }

    fn texts(items: &[&str]) -> Written {
        Written::List(items.iter().map(|item| Written::text(*item)).collect())
    }

    #[test]
    fn what_says_the_same_is_kept() {
        let (items, line) = (field(FieldKind::Items, false), field(FieldKind::Prose, true));
        assert_eq!(intent(&items, Some("a\nb"), Some(&texts(&["a", "b"]))), Intent::Keep);
        assert_eq!(intent(&items, Some(""), Some(&texts(&[]))), Intent::Keep);
        assert_eq!(intent(&items, None, Some(&texts(&["a"]))), Intent::Keep);
        assert_eq!(intent(&line, Some("a"), Some(&Written::text("a"))), Intent::Keep);
        assert_eq!(intent(&line, Some(""), None), Intent::Keep);
        let group = Written::Group(vec![("a".to_owned(), Written::text("b"))]);
        assert_eq!(intent(&line, Some("a: b"), Some(&group)), Intent::Keep);
    }

    #[test]
    fn what_a_field_cannot_show_is_neither_lost_nor_kept_in_silence() {
        let (items, line) = (field(FieldKind::Items, false), field(FieldKind::Prose, true));
        let group = Written::Group(vec![("a".to_owned(), Written::text("b"))]);
        let mixed = Written::List(vec![Written::text("c"), group.clone()]);
        for (field, typed, old) in
            [(&line, "x", &group), (&line, "", &group), (&items, "c\nd", &mixed), (&items, "a: b\nd", &group)]
        {
            assert!(matches!(intent(field, Some(typed), Some(old)), Intent::Unclear(_)), "{typed}");
        }
        assert_eq!(intent(&items, Some("c"), Some(&mixed)), Intent::Keep);
        let gap = Written::List(vec![Written::text("c"), Written::Nothing]);
        assert_eq!(intent(&items, Some("c"), Some(&gap)), Intent::Keep);
        assert_eq!(intent(&items, Some("c\nd"), Some(&gap)), Intent::Set(texts(&["c", "d"])));
    }

    #[test]
    fn a_line_shows_no_line_breaks_and_joins_none() {
        let code = field(FieldKind::Line, false);
        for old in [texts(&["x", "y"]), Written::text("x\ny")] {
            assert_eq!(intent(&code, Some("xy"), Some(&old)), Intent::Keep);
            assert!(matches!(intent(&code, Some("xyz"), Some(&old)), Intent::Unclear(_)));
        }
        assert_eq!(intent(&code, Some("z"), Some(&Written::text("x\n"))), Intent::Set(Written::text("z")));
    }

    #[test]
    fn items_of_several_lines_stay_whole() {
        let items = field(FieldKind::Items, false);
        let old = texts(&["c", "uno\n\ndue", "d"]);
        let wanted = |typed: &str| intent(&items, Some(typed), Some(&old));
        assert_eq!(wanted("c\nuno\ndue\ne"), Intent::Set(texts(&["c", "uno\n\ndue", "e"])));
        assert_eq!(wanted("uno\ndue\nd\nc"), Intent::Set(texts(&["uno\n\ndue", "d", "c"])));
        assert_eq!(wanted("c\nuno\ntre\nd"), Intent::Set(texts(&["c", "uno", "tre", "d"])));
    }

    #[test]
    fn lists_are_lists_and_emptied_keys_go() {
        let (items, chosen) = (field(FieldKind::Items, false), field(FieldKind::Choices(Vec::new()), false));
        assert_eq!(intent(&items, Some("a\nc"), Some(&texts(&["a", "b"]))), Intent::Set(texts(&["a", "c"])));
        assert_eq!(intent(&items, Some(""), Some(&texts(&["a"]))), Intent::Remove);
        assert_eq!(intent(&chosen, Some("x"), Some(&Written::text("y"))), Intent::Set(Written::text("x")));
        assert_eq!(intent(&chosen, Some("x"), Some(&texts(&["y"]))), Intent::Set(texts(&["x"])));
        assert_eq!(intent(&chosen, Some("tutti"), Some(&texts(&["y"]))), Intent::Set(Written::text("tutti")));
        assert_eq!(
            intent(&field(FieldKind::Line, true), Some(""), Some(&Written::text("a"))),
            Intent::Set(Written::text(""))
        );
    }

    #[test]
    fn numbers_and_days_are_bare() {
        let number = field(FieldKind::Number, false);
        for (typed, written) in [
            ("12,5", Written::Number("12.5".to_owned())),
            ("40", Written::Number("40".to_owned())),
            ("31/12/2025", Written::Number("2025-12-31".to_owned())),
            ("2025-12-31", Written::Number("2025-12-31".to_owned())),
            ("< 3", Written::text("< 3")),
            ("0,5-1", Written::text("0,5-1")),
            ("31/13/2025", Written::text("31/13/2025")),
        ] {
            assert_eq!(intent(&number, Some(typed), None), Intent::Set(written), "{typed}");
        }
    }

    #[test]
    fn values_sent_twice_are_items() {
        let form = [("chiave", "a"), ("altra", "x"), ("chiave", ""), ("chiave", " b\r\nc ")];
        let form: Vec<_> = form.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        assert_eq!(typed(&field(FieldKind::Items, false), &form).as_deref(), Some("a\nb\nc"));
        assert_eq!(typed(&field(FieldKind::Items, false), &[]), None);
    }
}
