use crate::model::Edition;
use crate::tables::TableDescription;

/// What a column of a table is called in the later of two editions, where whom a process concerns is told by teams and services together;
/// `None` if the table has no such column.
pub(super) fn heading<'s>(
    (earlier, later): (&'s Edition, &'s Edition),
    table: &TableDescription,
    key: &str,
) -> Option<&'s str> {
    let own = || {
        let mut columns = later.model.columns.iter().chain(&earlier.model.columns);
        let own = columns.find(|column| column.table == table.name && column.key.value == key);
        own.map(|column| column.title.value.as_str())
    };
    let usual = || match (table.name, key) {
        ("processi", "smart_team") => Some("Chi riguarda"),
        _ => (table.columns)()
            .into_iter()
            .find(|column| column.key == key)
            .map(|column| later.model.words.say(column.data_heading()))
            .or_else(own),
    };
    table.own_heading(later, key).or_else(usual)
}
