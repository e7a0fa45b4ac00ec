use super::super::document::Document;
use super::annotations::marks;
use super::process::EVERYONE;
use super::{columns, rows, table};
use crate::load::form::unlisted_value;
use crate::load::node::Node;
use crate::load::reader::Reader;
use crate::load::record::Record;
use crate::model::{Area, RecordName, Service, SmartTeam, Table};

/// `servizi.yaml`: areas and services.
pub(in crate::load) fn organisation(document: &Document, reader: &mut Reader<'_>) -> (Table<Area>, Table<Service>) {
    let (mut areas, mut services) = (document.table(), document.table());
    if document.is_blank() {
        return (areas, services);
    }
    let Some(mut file) = Record::of(reader, &document.node, "il file dei servizi") else {
        (areas.complete, services.complete) = (false, false);
        return (areas, services);
    };
    areas.marks = marks(&mut file, reader, "servizi");
    services.marks.clone_from(&areas.marks);
    for key in ["aree", "servizi"] {
        if document.complete && !file.require(key) {
            (areas.complete, services.complete) = (false, false);
        }
    }
    areas.complete &= file.value("aree").is_none_or(Node::holds_records);
    services.complete &= file.value("servizi").is_none_or(Node::holds_records);
    areas.rows = rows(&mut file, reader, "aree", area);
    services.rows = rows(&mut file, reader, "servizi", service);
    file.finish(reader, "servizi", RecordName::file());
    (areas, services)
}

fn area(reader: &mut Reader<'_>, mut record: Record<'_>, number: usize) -> Area {
    let area: Area = columns(&mut record, reader);
    record.finish(reader, "aree", RecordName::row(number).id(Some(&*area.id)).named(&*area.name));
    area
}

fn service(reader: &mut Reader<'_>, mut record: Record<'_>, number: usize) -> Service {
    let service: Service = columns(&mut record, reader);
    record.finish(reader, "servizi", RecordName::row(number).id(Some(&*service.id)).named(&*service.name));
    service
}

/// `smart-team.yaml`.
pub(in crate::load) fn teams(document: &mut Document, reader: &mut Reader<'_>) -> Table<SmartTeam> {
    table(document, reader, "smart-team", "smart_team", |reader, mut record, number| {
        let team: SmartTeam = columns(&mut record, reader);
        if team.id.value == EVERYONE {
            reader.report(unlisted_value::reserved_id(&team.id, &reader.model.words));
        }
        record.finish(reader, "smart-team", RecordName::row(number).id(Some(&*team.id)).named(&*team.name));
        team
    })
}
