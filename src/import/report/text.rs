use crate::import::reading::{ColumnReading, Doubt, FileReading, How, SheetReading, Why, column_letters};
use crate::model::decimal;
use std::fmt::Write as _;

/// What was understood, sheet by sheet; then the columns, then only the rows of which something is to be said.
pub fn text(files: &[FileReading]) -> String {
    let mut text = String::new();
    for file in files {
        let encoding = file.encoding.map(|encoding| format!(" (testo {encoding})")).unwrap_or_default();
        let _ = writeln!(text, "{}{encoding}", file.file);
        for sheet in &file.sheets {
            tell(&mut text, sheet);
        }
    }
    text
}

fn tell(text: &mut String, sheet: &SheetReading) {
    let Some(table) = &sheet.table else {
        let why = sheet.remarks.join("; ");
        let why = if why.is_empty() { sheet.not_understood.first().map_or("", |doubt| &doubt.message) } else { &why };
        let _ = writeln!(text, "\n  Foglio «{}»: {why}", sheet.name);
        return;
    };
    let _ = writeln!(text, "\n  Foglio «{}»: tavola `{table}`, {}", sheet.name, rows(sheet));
    for remark in &sheet.remarks {
        let _ = writeln!(text, "    {remark}");
    }
    let _ = writeln!(text, "    Colonne:");
    for column in &sheet.columns {
        let _ = writeln!(text, "      {:<3} {}: {}", column_letters(column.column), heading(column), meaning(column));
    }
    for office in &sheet.offices {
        let field = |key: &str| {
            office.fields.iter().find(|(known, _)| known == key).map(|(_, value)| match value {
                crate::edit::Written::Text(text) => text.clone(),
                _ => String::new(),
            })
        };
        let _ = writeln!(
            text,
            "    Nuovo in `{}`: {} (`{}`)",
            office.table,
            field("nome").unwrap_or_default(),
            field("id").unwrap_or_default()
        );
    }
    for total in &sheet.totals {
        let place = format!("riga {}, colonna {}", total.row, column_letters(total.column));
        let agrees = (total.declared - total.counted).abs() < 0.005;
        if !agrees {
            let (declared, counted) = (decimal(total.declared), decimal(total.counted));
            let _ =
                writeln!(text, "    Totale diverso: {place}: il foglio dichiara {declared}, le righe danno {counted}");
        }
    }
    list(text, "Letto con un dubbio", &sheet.doubts);
    list(text, "Non capito", &sheet.not_understood);
}

fn rows(sheet: &SheetReading) -> String {
    let read = if sheet.read == 1 { "1 riga letta".to_owned() } else { format!("{} righe lette", sheet.read) };
    let of = |why: Why, one: &str, many: &str| {
        let number = sheet.skipped.iter().filter(|skipped| skipped.why == why).count();
        match number {
            0 => None,
            1 => Some(format!("1 {one}")),
            number => Some(format!("{number} {many}")),
        }
    };
    let kinds = [
        of(Why::RepeatedHeader, "intestazione ripetuta", "intestazioni ripetute"),
        of(Why::Total, "totale", "totali"),
        of(Why::Title, "titolo", "titoli"),
        of(Why::Note, "nota", "note"),
        of(Why::Blank, "riga vuota", "righe vuote"),
    ];
    let left_out: Vec<String> = kinds.into_iter().flatten().collect();
    if left_out.is_empty() { read } else { format!("{read}; tralasciate: {}", left_out.join(", ")) }
}

fn heading(column: &ColumnReading) -> String {
    if column.heading.is_empty() { "(senza intestazione)".to_owned() } else { format!("«{}»", column.heading) }
}

fn meaning(column: &ColumnReading) -> String {
    let remark = column.remark.as_ref().map(|remark| format!(" ({remark})")).unwrap_or_default();
    match (&column.key, column.how) {
        (Some(key), _) => format!("{key}{remark}"),
        (None, How::None) => format!("non riconosciuta, tralasciata{remark}"),
        (None, _) => column.remark.clone().unwrap_or_else(|| "tralasciata".to_owned()),
    }
}

fn list(text: &mut String, title: &str, doubts: &[Doubt]) {
    if doubts.is_empty() {
        return;
    }
    let _ = writeln!(text, "    {title}:");
    for doubt in doubts {
        let place = format!("riga {}, colonna {}", doubt.row, column_letters(doubt.column));
        let written = if doubt.text.is_empty() { String::new() } else { format!(" «{}»", doubt.text) };
        let understood =
            if doubt.understood.is_empty() { String::new() } else { format!(" letto come «{}»", doubt.understood) };
        let said = format!("{written}{understood}");
        let said = if said.is_empty() { said } else { format!("{said}:") };
        let _ = writeln!(text, "      {place}:{said} {}", doubt.message);
    }
}
