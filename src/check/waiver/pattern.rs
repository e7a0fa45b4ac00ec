use crate::model::{OutlineEntry, RecordName, fold};

/// A place as an acceptance writes it: `tabella[/voce[/chiave[/testo della voce di un elenco]]]`.
///
/// Spelling does not count, and a name may hold slashes of its own.
pub(super) struct Pattern<'a> {
    table: String,
    parts: Vec<&'a str>,
    folded: Vec<String>,
}

/// What a pattern names of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// The table that holds it.
    Table,
    /// The list or the group that holds it.
    List,
    /// Its identifier, its code or the key that holds it.
    Id,
    /// Its name.
    Name,
}

/// How a pattern names a record.
#[derive(Clone, Debug)]
pub(super) struct Fit {
    pub(super) by: By,
    pub(super) key: Option<String>,
    /// The folded text of one item under the key.
    pub(super) item: Option<String>,
    /// How many parts of the pattern, at its end, are not the name of the record.
    pub(super) below: usize,
}

/// A row number in a pattern, which earlier annexes used.
#[derive(Debug)]
pub(super) struct RowNumber<'a> {
    pub(super) row: usize,
    /// The list whose rows it counts, where the pattern says so.
    pub(super) list: Option<&'static str>,
    /// What follows it.
    pub(super) rest: Vec<&'a str>,
}

impl<'a> Pattern<'a> {
    pub(super) fn new(written: &'a str) -> Self {
        let mut parts: Vec<&str> = written.split('/').map(str::trim).collect();
        // A slash at the end names nothing.
        while parts.len() > 1 && parts.last().is_some_and(|part| part.is_empty()) {
            parts.pop();
        }
        let table = folded(parts.remove(0));
        let folded = parts.iter().map(|part| folded(part)).collect();
        Self { table, parts, folded }
    }

    /// The pattern in one spelling, to tell whether two say the same.
    pub(super) fn canonical(&self) -> String {
        format!("{}/{}", self.table, self.folded.join("/"))
    }

    /// Whether it names this table or something in it.
    pub(super) fn is_of(&self, table: &str) -> bool {
        self.table.chars().eq(table.chars().map(|c| if c == '-' { ' ' } else { c }))
    }

    /// What it says first of a record; nothing where it names a table.
    pub(super) fn first(&self) -> Option<&str> {
        self.folded.first().map(String::as_str)
    }

    /// What follows the table.
    pub(super) fn parts(&self) -> &[&'a str] {
        &self.parts
    }

    /// How it names a record, if it does.
    pub(super) fn fit(&self, entry: &OutlineEntry) -> Option<Fit> {
        if !self.is_of(entry.table) {
            return None;
        }
        if self.folded.is_empty() {
            return Some(Fit { by: By::Table, key: None, item: None, below: 0 });
        }
        if entry.name.is_file() {
            return key(&self.folded, entry, By::Id);
        }
        self.walk(0, self.folded.len(), entry, Walked::default())
    }

    /// Whether it names a record as far as its last part, which is then no key of it.
    pub(super) fn names_record(&self, entry: &OutlineEntry) -> bool {
        let end = self.folded.len().saturating_sub(1);
        self.is_of(entry.table) && self.walk(0, end, entry, Walked::default()).is_some()
    }

    /// Follows the parts `from..end` through the name of a record, in whatever order they say name and owners.
    fn walk(&self, from: usize, end: usize, entry: &OutlineEntry, walked: Walked) -> Option<Fit> {
        let rest = &self.folded[from..end];
        if rest.is_empty() {
            let by = walked.named.or_else(|| walked.list.then_some(By::List))?;
            return Some(Fit { by, key: None, item: None, below: 0 });
        }
        for (text, next) in steps(&entry.name, walked) {
            let spelled: Vec<String> = text.split('/').map(folded).collect();
            let after = from + spelled.len();
            // Of an identifier the signs count: `A--1` is none of `A-1`.
            let identifies = walked.named.is_none() && next.named == Some(By::Id);
            let same = || !identifies || tight(&self.parts[from..after].concat()) == tight(&text.replace('/', ""));
            if rest.starts_with(&spelled)
                && same()
                && let Some(fit) = self.walk(after, end, entry, next)
            {
                return Some(fit);
            }
        }
        walked.named.and_then(|by| key(rest, entry, by))
    }

    /// The row number that stands where a name should.
    pub(super) fn row_number(&self) -> Option<RowNumber<'a>> {
        let named_list = self.folded.first().map(String::as_str);
        let at = usize::from(matches!(named_list, Some("gruppi" | "riferimenti")) && self.parts.len() > 1);
        let part = self.parts.get(at)?;
        let digits = part.trim_start_matches(|c: char| !c.is_ascii_digit());
        let row = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())??;
        let word = fold(&part[..part.len() - digits.len()]);
        let list = match (word.as_str(), named_list.filter(|_| at == 1)) {
            ("gruppo", _) | ("", Some("gruppi")) => Some("gruppi"),
            ("riferimenti", _) | ("", Some("riferimenti")) => Some("riferimenti"),
            ("" | "riga" | "voce" | "n" | "numero" | "modulo", None) => None,
            _ => return None,
        };
        Some(RowNumber { row, list, rest: self.parts[at + 1..].to_vec() })
    }
}

/// A text in one spelling; signs, such as a mark, stay as they are.
pub(super) fn folded(text: &str) -> String {
    let folded = fold(text);
    if folded.is_empty() { text.trim().to_owned() } else { folded }
}

/// Which parts of a name a pattern has said so far.
#[derive(Clone, Copy, Default)]
struct Walked {
    list: bool,
    named: Option<By>,
    /// One bit for each owner.
    within: u32,
}

/// The letters, digits and signs of an identifier, without spaces and in one case.
fn tight(id: &str) -> String {
    id.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// What a pattern may say next of a name.
fn steps(name: &RecordName, walked: Walked) -> Vec<(String, Walked)> {
    let mut steps = Vec::new();
    if walked.named.is_none() {
        let named = |by| Walked { named: Some(by), ..walked };
        steps.extend(name.id.iter().map(|id| (id.to_string(), named(By::Id))));
        if let (Some(list), Some(id)) = (&name.list, &name.id) {
            steps.push((format!("{list} {id}"), named(By::Id)));
        }
        if let Some(own) = &name.name {
            steps.push((own.to_string(), named(By::Name)));
            steps.extend(name.within.iter().map(|owner| (qualified(own, owner), named(By::Name))));
        }
        if let Some(list) = name.list.as_ref().filter(|_| !walked.list) {
            steps.push((list.to_string(), Walked { list: true, ..walked }));
        }
    }
    for (number, owner) in name.within.iter().enumerate() {
        let bit = 1 << number;
        if walked.within & bit == 0 {
            steps.push((owner.to_string(), Walked { within: walked.within | bit, ..walked }));
        }
    }
    steps
}

/// The texts of which a pattern says one first when it names a record, or another of the same name. A file is named by its keys.
pub(super) fn beginnings(entry: &OutlineEntry) -> Vec<String> {
    if entry.name.is_file() {
        return entry.keys().map(|(_, key)| folded(key)).collect();
    }
    let steps = steps(&entry.name, Walked::default());
    let firsts = steps.iter().filter_map(|(text, _)| text.split('/').next()).map(folded);
    let whole = [&entry.name.id, &entry.name.name].into_iter().flatten().map(|text| folded(text));
    firsts.chain(whole).collect()
}

/// A name with what it belongs to.
pub(super) fn qualified(name: &str, owner: &str) -> String {
    format!("{name} ({owner})")
}

/// The key that a pattern names, and the item below it.
fn key(rest: &[String], entry: &OutlineEntry, by: By) -> Option<Fit> {
    let (first, item) = rest.split_first()?;
    let (_, key) = entry.keys().find(|(_, key)| folded(key) == *first)?;
    Some(Fit {
        by,
        key: Some(key.to_string()),
        item: (!item.is_empty()).then(|| folded(&item.join(" "))),
        below: rest.len(),
    })
}
