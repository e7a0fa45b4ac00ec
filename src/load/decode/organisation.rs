use super::super::document::Document;
use super::annotations::marks;
use super::{columns, rows, table};
use crate::load::reader::Reader;
use crate::load::record::Record;
use crate::model::{Area, Service, SmartTeam, Table};

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
    areas.marks = marks(&mut file, reader);
    services.marks.clone_from(&areas.marks);
    for key in ["aree", "servizi"] {
        if document.complete && !file.require(key) {
            (areas.complete, services.complete) = (false, false);
        }
    }
    areas.rows = rows(&mut file, reader, "aree", area);
    services.rows = rows(&mut file, reader, "servizi", service);
    file.finish(reader, "servizi", Vec::new());
    (areas, services)
}

fn area(reader: &mut Reader<'_>, mut record: Record<'_>, number: usize) -> Area {
    let area: Area = columns(&mut record, reader);
    record.finish(reader, "aree", vec![number.to_string(), area.id.value.clone()]);
    area
}

fn service(reader: &mut Reader<'_>, mut record: Record<'_>, number: usize) -> Service {
    let service: Service = columns(&mut record, reader);
    record.finish(reader, "servizi", vec![number.to_string(), service.id.value.clone()]);
    service
}

/// `smart-team.yaml`.
pub(in crate::load) fn teams(document: &Document, reader: &mut Reader<'_>) -> Table<SmartTeam> {
    table(document, reader, "smart-team", "smart_team", |reader, mut record, number| {
        let team: SmartTeam = columns(&mut record, reader);
        record.finish(reader, "smart-team", vec![number.to_string(), team.id.value.clone()]);
        team
    })
}
