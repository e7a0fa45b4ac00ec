use super::super::document::Document;
use super::annotations::marks_under;
use super::{columns, rows};
use crate::load::node::{Node, NodeKind};
use crate::load::reader::Reader;
use crate::load::record::Record;
use crate::model::{
    Approval, ApprovedDocument, CategoryLimit, Edition, EditionId, EditionVersion, LegalReference, Limits, RecordName,
    Relabel, SharedPrefix, Spanned, Table, Text,
};

/// `edizione.yaml`: the edition with its settings, its tables still empty.
pub(in crate::load) fn settings(id: EditionId, document: &Document, reader: &mut Reader<'_>) -> Edition {
    let mut edition = empty(id, document);
    if document.is_blank() {
        return edition;
    }
    let Some(mut record) = Record::of(reader, &document.node, "l'edizione") else { return edition };
    edition.title = record.text(reader, "titolo");
    edition.annex = record.text(reader, "allegato");
    edition.plan = record.text(reader, "piano");
    edition.section = record.text(reader, "sezione");
    edition.updated = record.maybe(reader, "ultimo_aggiornamento", Reader::date);
    edition.status = record.maybe(reader, "stato", Reader::keyword);
    let mut acts = acts(&mut record, reader).into_iter();
    edition.approval = acts.next().unwrap_or_default();
    edition.later_acts = acts.collect();
    edition.approved_document = approved_document(&mut record, reader);
    edition.published = record.maybe(reader, "pubblicato_il", Reader::date);
    edition.references = rows(&mut record, reader, "riferimenti", reference);
    edition.reference_marks = marks_under("note", &mut record, reader, "edizione");
    edition.limits = limits(&mut record, reader);
    edition.shared_prefixes = shared_prefixes(&mut record, reader).filter(|_| document.complete);
    edition.columns = headings(&mut record, reader);
    edition.versions = versions(&mut record, reader);
    edition.sheet = record.maybe(reader, "formato", Reader::keyword);
    edition.first_page = record.maybe(reader, "prima_pagina", Reader::count);
    edition.stamp = record.maybe(reader, "spazio_protocollo", Reader::keyword);
    record.finish(reader, "edizione", RecordName::file());
    edition
}

fn empty(id: EditionId, document: &Document) -> Edition {
    let nothing = || Spanned::new(String::new(), document.span);
    Edition {
        id,
        span: document.span,
        title: nothing(),
        annex: nothing(),
        plan: nothing(),
        section: nothing(),
        updated: None,
        status: None,
        approval: Approval::default(),
        later_acts: Vec::new(),
        approved_document: None,
        published: None,
        references: Vec::new(),
        reference_marks: Vec::new(),
        limits: Limits::default(),
        shared_prefixes: None,
        columns: Vec::new(),
        model: crate::model::AnnexModel::default(),
        sheet: None,
        first_page: None,
        stamp: None,
        areas: Table::default(),
        services: Table::default(),
        teams: Table::default(),
        processes: Table::default(),
        software: Table::default(),
        training: crate::model::Training::default(),
        adoption: crate::model::Adoption::default(),
        expected_behaviours: Table::default(),
        indicators: Table::default(),
        exclusions: Table::default(),
        definitions: Table::default(),
        waivers: Table::default(),
        versions: Vec::new(),
        seal: None,
        chapters: Vec::new(),
    }
}

/// The versions of the edition, by their numbers.
fn versions(record: &mut Record<'_>, reader: &mut Reader<'_>) -> Vec<EditionVersion> {
    let read = record.rows(reader, "versioni", "la versione", |reader, mut version, number| {
        let read = version.must(reader, "n", Reader::count).map(|own| EditionVersion {
            span: version.span,
            number: own,
            date: version.maybe(reader, "data", Reader::date),
            act: version.maybe_text(reader, "atto"),
            reason: version.maybe_text(reader, "motivo"),
        });
        for key in ["data", "atto", "motivo"] {
            version.ask(key);
        }
        version.finish(reader, "edizione", RecordName::row(number).of_list("versioni"));
        read
    });
    let mut versions: Vec<EditionVersion> = read.into_iter().flatten().collect();
    versions.sort_by_key(|version| version.number.value);
    versions
}

/// One act, or a list of them.
fn acts(record: &mut Record<'_>, reader: &mut Reader<'_>) -> Vec<Approval> {
    let Some(node) = record.value("approvazione") else { return Vec::new() };
    if let NodeKind::List(items) = &node.kind {
        let name = |number| RecordName::row(number + 1).of_list("approvazione");
        let acts = items.iter().enumerate().filter_map(|(number, item)| approval(reader, item, name(number)));
        return acts.collect();
    }
    approval(reader, node, RecordName::part("approvazione")).into_iter().collect()
}

fn approval(reader: &mut Reader<'_>, node: &Node, name: RecordName) -> Option<Approval> {
    let mut act = Record::of(reader, node, "l'atto di approvazione")?;
    let approval = Approval {
        body: act.maybe_text(reader, "organo"),
        act: act.maybe_text(reader, "atto"),
        number: act.maybe_text(reader, "numero"),
        date: act.maybe(reader, "data", Reader::date),
        url: act.maybe_text(reader, "url"),
    };
    act.finish(reader, "edizione", name);
    Some(approval)
}

fn approved_document(record: &mut Record<'_>, reader: &mut Reader<'_>) -> Option<ApprovedDocument> {
    let node = record.value("documento_approvato")?;
    let mut document = Record::of(reader, node, "il documento approvato")?;
    let file = document.must(reader, "file", Reader::text);
    let sha256 = document.must(reader, "sha256", Reader::text);
    document.finish(reader, "edizione", RecordName::part("documento_approvato"));
    Some(ApprovedDocument { file: file?, sha256: sha256? })
}

fn reference(reader: &mut Reader<'_>, mut record: Record<'_>, number: usize) -> LegalReference {
    let reference: LegalReference = columns(&mut record, reader);
    let subject = reference.subject.as_deref().cloned().unwrap_or_default();
    let name = RecordName::row(number).of_list("riferimenti").named(&*reference.act).within(subject);
    record.finish(reader, "edizione", name);
    reference
}

fn limits(record: &mut Record<'_>, reader: &mut Reader<'_>) -> Limits {
    let Some(node) = record.value("limiti") else { return Limits::default() };
    if let NodeKind::List(items) = &node.kind {
        let limits = items.iter().enumerate().filter_map(|(number, item)| category_limit(reader, item, number + 1));
        return Limits { by_category: limits.collect(), ..Limits::default() };
    }
    let Some(mut limits) = Record::of(reader, node, "i limiti") else { return Limits::default() };
    let read = Limits {
        days_per_week: limits.maybe(reader, "giorni_settimana_max", Reader::number),
        extra_days_per_year: limits.maybe(reader, "giorni_aggiuntivi_anno", Reader::number),
        by_category: Vec::new(),
    };
    limits.finish(reader, "edizione", RecordName::part("limiti"));
    read
}

fn category_limit(reader: &mut Reader<'_>, node: &Node, number: usize) -> Option<CategoryLimit> {
    let mut limit = Record::of(reader, node, "il limite")?;
    let people = limit.maybe_text(reader, "per");
    let days = limit.must(reader, "giorni", Reader::period_days);
    let name = RecordName::row(number).of_list("limiti").named(people.as_deref().cloned().unwrap_or_default());
    limit.finish(reader, "edizione", name);
    Some(CategoryLimit { people, days: days? })
}

fn shared_prefixes(record: &mut Record<'_>, reader: &mut Reader<'_>) -> Option<Vec<SharedPrefix>> {
    let pairs = pairs(record, reader, "prefissi_comuni", "i prefissi comuni")?;
    Some(pairs.into_iter().map(|(prefix, meaning)| SharedPrefix { prefix, meaning }).collect())
}

fn headings(record: &mut Record<'_>, reader: &mut Reader<'_>) -> Vec<Relabel> {
    let mut labels = Vec::new();
    let Some(node) = record.value("colonne") else { return labels };
    let Some(tables) = Record::of(reader, node, "le colonne") else { return labels };
    for (table, table_node, value) in tables.entries() {
        let Some(headings) = Record::of(reader, value, "le colonne di una tabella") else { continue };
        for (column, column_node, heading) in headings.entries() {
            if let Some(heading) = reader.text(heading, column) {
                let table = Spanned::new(table.to_owned(), table_node.span());
                let column = Spanned::new(column.to_owned(), column_node.span());
                labels.push(Relabel { table, column, heading });
            }
        }
    }
    labels
}

/// A mapping whose keys the administration chooses, empty if it is not written; `None` if some of it could not be read.
fn pairs(
    record: &mut Record<'_>,
    reader: &mut Reader<'_>,
    key: &'static str,
    what: &'static str,
) -> Option<Vec<(Text, Text)>> {
    let Some(node) = record.value(key) else { return Some(Vec::new()) };
    let mapping = Record::of(reader, node, what)?;
    let read = |(name, name_node, value): (&str, &Node, &Node)| {
        Some((Spanned::new(name.to_owned(), name_node.span()), reader.text(value, name)?))
    };
    // All of them are read before any is missed, so that each fault is reported.
    let pairs: Vec<Option<(Text, Text)>> = mapping.entries().map(read).collect();
    pairs.into_iter().collect()
}
