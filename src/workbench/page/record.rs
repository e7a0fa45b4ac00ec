use super::Chrome;
use super::field::{FieldItem, FieldText, field_item};
use super::heirs::heirs;
use crate::diagnostic::Finding;
use crate::model::Edition;
use crate::tables::{Home, Kind};
use crate::workbench::bench::Bench;
use crate::workbench::finding_item::FindingItem;
use crate::workbench::look;
use crate::workbench::session::Session;
use crate::workbench::table::{
    Collision, Field, FieldOption, Group, Mention, Row, Rows, fields, known, mentions, shown, typed, unseen,
};
use crate::workbench::text_file::TextFile;
use crate::workbench::visit::{Form, Visit, field};
use serde::Serialize;

#[derive(Serialize)]
struct RecordPage {
    chrome: Chrome,
    table: &'static str,
    table_title: String,
    title: String,
    singular: String,
    /// Where the form is sent.
    action: String,
    standing: Standing,
    fields: Vec<FieldItem>,
    findings: Vec<FindingItem>,
    mentions: Vec<MentionItem>,
    /// The public page of the record.
    preview: Option<String>,
    /// The text of the file, where the record begins.
    source: Option<String>,
    file: String,
    record: String,
    /// What is to be said above the form.
    notice: Option<String>,
    /// How many name it, where its identifier can be changed in all of them.
    renames: usize,
    /// The keys of the copied record that the form does not show: they are in the new one too.
    unseen: String,
    /// The groups among which a new record chooses.
    groups: Vec<FieldOption>,
    group: String,
    /// What the form is, where it is not that of a record as it is.
    status: Option<&'static str>,
    /// Whether it shows what would be.
    is_trial: bool,
    /// Records with which those that name this one could be given to another.
    others: Vec<FieldOption>,
    asks_removal: bool,
}

/// Whether the record of a form is among the rows.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Standing {
    /// It is.
    There,
    /// It is not there yet.
    New,
    /// It may be in a file that cannot be read.
    Awaited,
}

#[derive(Serialize)]
struct MentionItem {
    href: String,
    words: String,
}

/// What is to be shown of a record besides what it says.
#[derive(Debug, Default)]
pub(in crate::workbench) struct Extra<'f> {
    /// What was typed, in the place of what the file says.
    pub(in crate::workbench) form: Option<&'f Form>,
    /// What is to be said above the form.
    pub(in crate::workbench) notice: Option<String>,
    /// What was typed held against what the file says by now, where that is shown.
    pub(in crate::workbench) collision: Option<&'f Collision>,
    /// Whether it is asked what becomes of those that name the record.
    pub(in crate::workbench) asks_removal: bool,
    /// Whether the form is shown because no record has the name that was asked for.
    pub(in crate::workbench) is_gone: bool,
    /// The address of the record to which the form is sent all the same, though it is not among the rows.
    pub(in crate::workbench) awaited: Option<&'f str>,
    /// What is really there, where the page shows what would be.
    pub(in crate::workbench) tried_on: Option<&'f Bench<'f>>,
    /// A new record as it would be.
    pub(in crate::workbench) written: Option<&'f Row<'f>>,
}

/// What stands above the fields where they show what would be, or take up what was typed of a record that is no longer there.
const TRIED: &str = "Non è stato scritto nulla: accanto ai campi c'è ciò che si direbbe se si salvasse.";
const GONE: &str = "In questa tavola non c'è una voce con questo nome: qualcuno l'ha tolta o le ha dato un altro nome. Ciò che nei suoi campi fosse stato scritto e non salvato è qui sotto, e si può aggiungere come voce nuova.";

impl Extra<'_> {
    fn status(&self) -> Option<&'static str> {
        match self.tried_on {
            Some(_) => Some(TRIED),
            None => self.is_gone.then_some(GONE),
        }
    }
}

/// The findings of a record, by the fields beside which they stand.
struct Beside<'b> {
    bench: &'b Bench<'b>,
    tried_on: Option<&'b Bench<'b>>,
    all: Vec<(Option<String>, &'b Finding)>,
}

impl<'b> Beside<'b> {
    fn of(bench: &'b Bench<'b>, fields: &[Field], row: &Row<'_>, tried_on: Option<&'b Bench<'b>>) -> Self {
        let key_of = |finding: &Finding| {
            let key = bench.annex.ok()?.loaded().annex.outline.place(finding.span)?.key?;
            let is_own = |field: &&Field| field.key == key || field.key.split('.').next() == Some(key);
            fields.iter().find(is_own).map(|field| field.key.clone())
        };
        let own = bench.findings().into_iter().filter(|finding| row.holds(finding.span));
        Self { bench, tried_on, all: own.map(|finding| (key_of(finding), finding)).collect() }
    }

    /// Those of a field, or of the record as a whole.
    fn at(&self, key: Option<&str>) -> Vec<FindingItem> {
        let own = self.all.iter().filter(|(own, _)| own.as_deref() == key);
        let item = |finding: &Finding| {
            let item = FindingItem::of(self.bench, finding);
            self.tried_on.map_or(item, |bench| FindingItem::of(self.bench, finding).seen_from(bench))
        };
        own.map(|(_, finding)| item(finding)).collect()
    }
}

/// A record as a form.
pub(in crate::workbench) fn page(
    bench: &Bench<'_>,
    session: &Session,
    visit: &Visit,
    (edition, home): (&Edition, &'static Home),
    (rows, row): (&Rows<'_>, &Row<'_>),
    extra: Extra<'_>,
) -> String {
    let all = fields(edition, home);
    let beside = Beside::of(bench, &all, row, extra.tried_on);
    let field_items = all.iter().map(|field| {
        let now = shown(field.value_in(&row.value));
        field_item(field, FieldText::standing(field, now, extra.form, extra.collision), beside.at(Some(&field.key)))
    });
    let mentions = mentions(bench, edition, home, known(&row.value)).all;
    let file = &rows.files[row.file];
    let title = row.title(home);
    let chrome = Chrome::of(bench, session, visit, title.as_str(), "tavole");
    // What is tried stays a form of what is there.
    let kept = |name: &str, now: String| match extra.form.filter(|_| extra.tried_on.is_some()) {
        Some(form) => field(form, name).unwrap_or_default().to_owned(),
        None => now,
    };
    let groups = rows.groups(home);
    let page = RecordPage {
        chrome: match extra.tried_on {
            Some(bench) => chrome.seen_from(bench),
            None => chrome,
        },
        table: home.table,
        table_title: home.title_in(edition).to_owned(),
        title,
        singular: home.singular_in(edition).to_owned(),
        action: format!("/banco/{}/{}/", home.table, row.id),
        standing: Standing::There,
        fields: field_items.filter(FieldItem::offers).collect(),
        findings: beside.at(None),
        renames: mentions.len(),
        mentions: mentions.iter().map(|mention| mention_item(edition, mention)).collect(),
        preview: preview(bench, edition, home, row),
        source: TextFile::data(bench, &file.path).zip(rows.line(row)).map(|(file, line)| file.line_address(line)),
        file: kept("_file", file.fingerprint()),
        record: kept("_voce", row.fingerprint()),
        status: extra.status(),
        is_trial: extra.tried_on.is_some(),
        notice: extra.notice,
        group: row.group(&groups).map(|group| group.label.clone()).unwrap_or_default(),
        unseen: String::new(),
        groups: Vec::new(),
        others: if extra.asks_removal { heirs(edition, home, rows, row) } else { Vec::new() },
        asks_removal: extra.asks_removal,
    };
    look::shown("voce.html", &page)
}

/// The form of a record that is not there yet; `like` is one from which it is copied.
pub(in crate::workbench) fn new_page(
    bench: &Bench<'_>,
    session: &Session,
    visit: &Visit,
    (edition, home): (&Edition, &'static Home),
    like: Option<&Row<'_>>,
    extra: Extra<'_>,
) -> String {
    let all = fields(edition, home);
    let columns = home.columns();
    // What tells records apart is not copied.
    let tells = |field: &Field| {
        let column = columns.iter().find(|column| column.key == field.key);
        column.is_some_and(|column| matches!(column.kind, Kind::Id | Kind::Code))
    };
    let text = |field: &Field| match (extra.form, extra.awaited) {
        (Some(form), Some(_)) => FieldText::standing(field, String::new(), Some(form), None),
        (Some(form), None) => FieldText::new(typed(field, form).unwrap_or_default()),
        (None, _) => {
            let copied = like.filter(|_| !tells(field));
            FieldText::new(copied.map(|row| shown(field.value_in(&row.value))).unwrap_or_default())
        }
    };
    let beside = extra.written.map(|row| Beside::of(bench, &all, row, extra.tried_on));
    let found = |key: Option<&str>| beside.as_ref().map(|beside| beside.at(key)).unwrap_or_default();
    let title = match extra.awaited {
        Some(id) => id.to_owned(),
        None => format!("Nuova voce: {}", home.singular_in(edition)),
    };
    let chrome = Chrome::of(bench, session, visit, title.as_str(), "tavole");
    let rows = Rows::of(bench, edition, home);
    let groups = rows.groups(home);
    let said = |name: &str| extra.form.and_then(|form| field(form, name)).map(str::to_owned);
    let copied = said("_come").filter(|id| !id.is_empty()).zip(extra.form);
    let copied = copied.and_then(|(id, form)| rows.sent(home, &id, form)).map(|at| &rows.rows[at]);
    let own_group = like.and_then(|row| row.group(&groups)).map(|group| group.id.clone());
    let page = RecordPage {
        chrome: match extra.tried_on {
            Some(bench) => chrome.seen_from(bench),
            None => chrome,
        },
        table: home.table,
        table_title: home.title_in(edition).to_owned(),
        title,
        singular: home.singular_in(edition).to_owned(),
        action: match extra.awaited {
            Some(id) => format!("/banco/{}/{id}/", home.table),
            None => format!("/banco/{}/", home.table),
        },
        standing: if extra.awaited.is_some() { Standing::Awaited } else { Standing::New },
        fields: all
            .iter()
            .map(|field| field_item(field, text(field), found(Some(&field.key))))
            .filter(FieldItem::offers)
            .collect(),
        findings: found(None),
        renames: 0,
        mentions: Vec::new(),
        preview: None,
        source: None,
        file: said(if extra.awaited.is_some() { "_file" } else { "_come" })
            .or_else(|| like.map(|row| row.id.clone()))
            .unwrap_or_default(),
        record: said("_voce").or_else(|| like.map(Row::fingerprint)).unwrap_or_default(),
        status: extra.status(),
        is_trial: extra.tried_on.is_some(),
        notice: extra.notice,
        unseen: like.or(copied).map(|row| named(&unseen(&all, &row.value))).unwrap_or_default(),
        group: said("_gruppo").or(own_group).unwrap_or_default(),
        groups: groups.iter().map(Group::choice).collect(),
        others: Vec::new(),
        asks_removal: false,
    };
    look::shown("voce.html", &page)
}

/// `«altro», «extra»`.
fn named(keys: &[String]) -> String {
    keys.iter().map(|key| format!("«{key}»")).collect::<Vec<_>>().join(", ")
}

fn mention_item(edition: &Edition, mention: &Mention) -> MentionItem {
    MentionItem {
        href: format!("/banco/{}/{}/#campo-{}", mention.home.table, mention.id, mention.field.replace('.', "-")),
        words: format!("{} ({})", mention.label, mention.home.singular_in(edition)),
    }
}

/// The public page of a record, if the site has one for it.
fn preview(bench: &Bench<'_>, edition: &Edition, home: &Home, row: &Row<'_>) -> Option<String> {
    let site = bench.site?;
    let folder = match home.table {
        name @ ("processi" | "aree" | "servizi" | "smart-team") => format!("{name}/{}/", row.id),
        name => format!("{name}/"),
    };
    let path = format!("/{}/{folder}", edition.id.as_str());
    site.has_page(&path).then_some(path)
}
