use super::super::document::Document;
use super::annotations::{marks, published};
use super::{columns, rows};
use crate::load::form::{annex_model, repeated_key, unknown_key, unlisted_value};
use crate::load::node::Node;
use crate::load::reader::Reader;
use crate::load::record::Record;
use crate::model::{Audience, LegendEntry, Module, ModuleGroup, RecordName, Spanned, Training, TrainingCode, slug};
use crate::tables::TRAINING;
use std::sync::Arc;

/// `formazione.yaml`.
pub(in crate::load) fn training(document: &Document, reader: &mut Reader<'_>) -> Training {
    let mut training = Training { groups: document.table(), ..Training::default() };
    if document.is_blank() {
        return training;
    }
    let Some(mut file) = Record::of(reader, &document.node, "il piano formativo") else {
        training.groups.complete = false;
        return training;
    };
    training.groups.marks = marks(&mut file, reader, "formazione");
    let is_written = file.value("legenda").is_some();
    let legend_read = file.maybe(reader, "legenda", legend);
    training.is_legend_unread = is_written && legend_read.is_none();
    training.legend = legend_read.unwrap_or_default();
    training.groups.complete &= file.value("destinatari").is_none_or(Node::holds_records);
    training.audiences = rows(&mut file, reader, "destinatari", audience);
    for audience in training.audiences.iter().filter(|audience| TRAINING.publishes(&audience.id)) {
        reader.report(unlisted_value::column_id(&audience.id, &TRAINING));
    }
    let model = Arc::clone(&reader.model);
    for column in model.columns_of(TRAINING.name) {
        if training.audiences.iter().any(|audience| audience.id.value == column.key.value) {
            reader.report(annex_model::reserved(column.key.span, &column.key, &TRAINING));
        }
    }
    let legend_entries = std::mem::take(&mut training.legend);
    training.groups.complete &= file.value("gruppi").is_none_or(Node::holds_records);
    // Modules are numbered through all the groups, as an acceptance counts them.
    let mut modules = 0;
    training.groups.rows = rows(&mut file, reader, "gruppi", |reader, mut record, number| {
        let mut group: ModuleGroup = columns(&mut record, reader);
        let name = group.name.value.clone();
        group.modules = rows(&mut record, reader, "moduli", |reader, record, _| {
            modules += 1;
            module(reader, record, RecordName::row(modules).of_list(&name), &legend_entries)
        });
        record.finish(reader, "formazione", RecordName::row(number).of_list("gruppi").named(&*group.name));
        group
    });
    training.legend = legend_entries;
    for key in ["destinatari", "gruppi"] {
        training.groups.complete &= !document.complete || file.require(key);
    }
    file.finish(reader, "formazione", RecordName::file());
    training
}

fn legend(reader: &mut Reader<'_>, node: &Node, _: &str) -> Option<Vec<LegendEntry>> {
    let record = Record::of(reader, node, "la legenda")?;
    let mut legend = Vec::new();
    for (mark, mark_node, value) in record.entries() {
        let meaning = published(value, reader, mark);
        reader.name(mark_node.span().to(value.span()), "formazione", RecordName::part(mark).of_list("legenda"));
        legend.push(LegendEntry { mark: Spanned::new(mark.to_owned(), mark_node.span()), meaning });
    }
    Some(legend)
}

fn audience(reader: &mut Reader<'_>, mut record: Record<'_>, _: usize) -> Audience {
    let audience: Audience = columns(&mut record, reader);
    let name = RecordName::part(&*audience.id).named(&*audience.name);
    record.finish(reader, "formazione", name.of_list("destinatari"));
    audience
}

fn module(reader: &mut Reader<'_>, mut record: Record<'_>, name: RecordName, legend: &[LegendEntry]) -> Module {
    let mut module: Module = columns(&mut record, reader);
    let read = |reader: &mut Reader<'_>, node: &Node, _: &str| cells(reader, node, legend);
    module.cells = record.maybe(reader, "destinatari", read).unwrap_or_default();
    record.finish(reader, "formazione", name.named(&*module.name));
    module
}

fn cells(reader: &mut Reader<'_>, node: &Node, legend: &[LegendEntry]) -> Option<Vec<TrainingCode>> {
    let record = Record::of(reader, node, "le caselle del modulo")?;
    let mut cells = Vec::new();
    for (name, name_node, value) in record.entries() {
        if let Some((audience, mark)) = name.rsplit_once(' ').filter(|_| value.is_empty()) {
            reader.report(unknown_key::without_colon(name_node.span(), audience.trim_end(), mark));
            continue;
        }
        let id = slug(name);
        let same = |(other, node, _): &(&str, &Node, &Node)| {
            *other == id || slug(other) == id && node.span().start < name_node.span().start
        };
        if let Some((other, first, _)) = record.entries().filter(|_| name != id).find(same) {
            reader.report(repeated_key::respelled(name_node.span(), name, other, first.span()));
            continue;
        }
        let Some(mark) = reader.text(value, name) else { continue };
        let mark = reader.respelling_of(mark, legend.iter().map(|entry| entry.mark.value.as_str()));
        if let Some(audience) = reader.reference(name_node, "destinatari") {
            cells.push(TrainingCode { audience, mark });
        }
    }
    Some(cells)
}
