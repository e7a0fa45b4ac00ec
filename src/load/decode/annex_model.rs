use super::super::document::Document;
use super::scales::scales;
use super::words::{SharedWord, words};
use crate::load::form::annex_model as rule;
use crate::load::node::{Node, NodeKind};
use crate::load::reader::Reader;
use crate::load::record::Record;
use crate::model::{
    AnnexModel, ListedColumn, OwnColumn, OwnKind, OwnType, RecordName, ReferenceTarget, Relabel, Spanned, TableTitle,
    Text, Visibility, is_respelling, slug,
};
use crate::tables::{TABLES, TableDescription};

/// What `modello.yaml` says.
#[derive(Default)]
pub(in crate::load) struct ReadModel {
    /// What the edition adds to the usual annex.
    pub(in crate::load) model: AnnexModel,
    /// The headings of columns of ours, which stand before those of `edizione.yaml`.
    pub(in crate::load) headings: Vec<Relabel>,
    /// Words that are our usual ones of another thing.
    pub(in crate::load) shared_words: Vec<SharedWord>,
}

/// Reads `modello.yaml`, before the files whose records may have the columns that it adds.
pub(in crate::load) fn annex_model(document: &Document, reader: &mut Reader<'_>) -> ReadModel {
    let mut read = ReadModel::default();
    if document.is_blank() {
        return read;
    }
    let Some(mut file) = Record::of(reader, &document.node, "il modello") else { return read };
    let tables = file.value("tavole").map(|node| Record::of(reader, node, "le tavole"));
    if matches!(tables, Some(None)) {
        read.model.unread_tables.extend(TABLES.map(|table| table.name));
    }
    if let Some(Some(tables)) = tables {
        for (name, key, value) in tables.entries() {
            let name = Spanned::new(name.to_owned(), key.span());
            if let Some(table) = TABLES.into_iter().find(|table| table.is_called(&name.value)) {
                self::table(table, &name, value, &mut read, reader);
            } else {
                // It may be any of them, under a wrong name.
                read.model.unread_tables.extend(TABLES.map(|table| table.name));
                reader.report(rule::unknown_table(reader.sources, &name));
            }
        }
    }
    if let Some(node) = file.value("scale") {
        read.model.scales = scales(reader, node);
    }
    if let Some(node) = file.value("parole") {
        let words = words(reader, node);
        (read.model.words, read.shared_words) = (words.words, words.shared);
    }
    file.finish(reader, "modello", RecordName::file());
    read
}

fn table(table: &'static TableDescription, name: &Text, node: &Node, read: &mut ReadModel, reader: &mut Reader<'_>) {
    let Some(mut record) = Record::of(reader, node, "la tavola") else {
        read.model.unread_tables.push(table.name);
        return;
    };
    if let Some(title) = record.maybe_text(reader, "titolo") {
        read.model.titles.push(TableTitle { table: table.name, title });
    }
    let mut headings = Vec::new();
    let columns = record.value("colonne").map(|node| Record::of(reader, node, "le colonne di una tavola"));
    if matches!(columns, Some(None)) {
        read.model.unread_tables.push(table.name);
    }
    if let Some(Some(columns)) = columns {
        for (key, key_node, value) in columns.entries() {
            let key = Spanned::new(key.to_owned(), key_node.span());
            let heading = |heading| Relabel { table: name.clone(), column: key.clone(), heading };
            read.model.order.push(ListedColumn { table: table.name, key: key.value.clone() });
            if matches!(value.kind, NodeKind::Mapping(_)) {
                match column(table, &key, value, reader) {
                    Some(Read::Own(column)) => read.model.columns.push(*column),
                    Some(Read::Renamed(title)) => headings.push(heading(title)),
                    None => read.model.unread.push(ListedColumn { table: table.name, key: key.value.clone() }),
                }
                continue;
            }
            let text = reader.text(value, &key);
            if table.reserves(&key) {
                headings.extend(text.map(heading));
                continue;
            }
            if text.is_some() {
                reader.report(rule::no_record(&key, table));
            }
            read.model.unread.push(ListedColumn { table: table.name, key: key.value.clone() });
        }
    }
    read.headings.splice(0..0, headings);
    record.finish(reader, "modello", RecordName::part(table.name));
}

/// What a record below `colonne` says.
enum Read {
    /// A column of the administration's own.
    Own(Box<OwnColumn>),
    /// The heading of one of ours.
    Renamed(Text),
}

fn column(table: &'static TableDescription, key: &Text, node: &Node, reader: &mut Reader<'_>) -> Option<Read> {
    let mut record = Record::of(reader, node, "la colonna")?;
    let title = record.must(reader, "titolo", Reader::text);
    let kind = record.maybe(reader, "tipo", Reader::keyword::<OwnType>);
    let has_type = record.written("tipo").is_some();
    let values = record.texts(reader, "valori");
    let target = record.maybe(reader, "a", target);
    let explanation = record.maybe_text(reader, "spiegazione");
    let mut flag = |key, usual| record.maybe(reader, key, Reader::keyword::<bool>).map_or(usual, |flag| flag.value);
    let (required, filter) = (flag("obbligatoria", false), flag("filtro", false));
    let visibility = match (flag("pubblica", true), flag("stampa", true)) {
        (false, _) => Visibility::Nowhere,
        (true, false) => Visibility::OffPaper,
        (true, true) => Visibility::Everywhere,
    };
    let others = ["tipo", "valori", "a", "spiegazione", "obbligatoria", "filtro", "stampa", "pubblica"];
    let other = others.into_iter().find(|key| record.written(*key).is_some());
    let at = |key: &str| record.key_span(key);
    let (values_at, target_at, filter_at, other_at) = (at("valori"), at("a"), at("filtro"), other.map(at));
    let is_written = |key: &str| others.contains(&key) && record.entries().any(|(written, ..)| written == key);
    let (has_values, has_target) = (is_written("valori"), is_written("a"));
    record.finish(reader, "modello", RecordName::part(&*key.value).of_list(table.name));
    if table.reserves(key) {
        if let Some(span) = other_at {
            reader.report(rule::reserved(span, key, table));
            return None;
        }
        return title.map(Read::Renamed);
    }
    if !is_key(key) {
        reader.report(rule::malformed_key(key));
        return None;
    }
    if has_type && kind.is_none() {
        return None;
    }
    let kind = kind.map_or(OwnType::Text, |kind| kind.value);
    if has_values && kind != OwnType::Choice {
        reader.report(rule::needless(values_at, "valori", "scelta"));
    }
    if has_target && kind != OwnType::Reference {
        reader.report(rule::needless(target_at, "a", "riferimento"));
    }
    if filter && visibility == Visibility::Nowhere {
        reader.report(rule::no_filter(filter_at));
    }
    let kind = match kind {
        OwnType::Choice if values.is_empty() => {
            reader.report(rule::lacking(key, "scelta", "valori", "i valori ammessi, come elenco"));
            return None;
        }
        OwnType::Reference if target.is_none() => {
            if !has_target {
                let what = "`area`, `servizio`, `smart_team` o `software`";
                reader.report(rule::lacking(key, "riferimento", "a", what));
            }
            return None;
        }
        OwnType::Choice => OwnKind::Choice(distinct(reader, values)),
        OwnType::Reference => OwnKind::References(target?.value),
        OwnType::Text => OwnKind::Text,
        OwnType::Texts => OwnKind::Texts,
        OwnType::YesNo => OwnKind::YesNo,
        OwnType::Number => OwnKind::Number,
        OwnType::Date => OwnKind::Date,
        OwnType::Address => OwnKind::Address,
    };
    let key = key.clone();
    let title = title.unwrap_or_else(|| key.clone());
    Some(Read::Own(Box::new(OwnColumn {
        table: table.name,
        key,
        title,
        kind,
        explanation,
        required,
        filter,
        visibility,
    })))
}

/// The values of a choice, each once; those that stand twice, in whatever spelling, are reported.
fn distinct(reader: &mut Reader<'_>, values: Vec<Text>) -> Vec<Text> {
    let mut known: Vec<Text> = Vec::with_capacity(values.len());
    for value in values {
        match known.iter().find(|first| is_respelling(&first.value, &value)) {
            Some(first) => reader.report(rule::repeated_value(&value, first.span)),
            None => known.push(value),
        }
    }
    known
}

/// The kind of record to which a column refers; `smart-team` is the name of the table.
fn target(reader: &mut Reader<'_>, node: &Node, key: &str) -> Option<Spanned<ReferenceTarget>> {
    match node.text() {
        Some("smart-team") => Some(Spanned::new(ReferenceTarget::Team, node.span())),
        _ => reader.keyword(node, key),
    }
}

/// Whether a text can be a key of a record: small letters without accents, digits and underscores.
fn is_key(key: &Text) -> bool {
    let bare = key.value.replace('_', "-");
    slug(&bare) == bare && key.value.starts_with(|c: char| c.is_ascii_lowercase())
}
