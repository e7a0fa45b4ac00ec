use crate::load::line::{lines, name};
use crate::model::slug;

/// What other records may call a record that cannot be parsed: its identifier, its code, its names.
pub(super) fn names(record: &str) -> Vec<String> {
    let mut names = Vec::new();
    for line in lines(record) {
        let (_, content) = line.marked();
        for field in content.trim_start_matches('{').split(", ") {
            let field = field.trim_start();
            let key = name(field);
            let value = field[key.len()..].trim_start_matches([':', '=', '：', ' ', '"', '\'']);
            let value = value.split([',', '}', '#', '"', '\'']).next().unwrap_or_default().trim();
            if value.is_empty() {
                continue;
            }
            match key {
                "id" => names.push(slug(value)),
                "codice" | "nome" | "smart_team" | "lettera" | "controllo" => names.push(value.to_owned()),
                _ => {}
            }
        }
    }
    names
}
