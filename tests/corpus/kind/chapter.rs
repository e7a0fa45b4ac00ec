//! The chapters: expressions, links and what their front matter names.

use crate::mistake::{Kind, line, revalued, slip, slipped_id};

pub const KINDS: &[Kind] = &[
    line("nome indefinito in un capitolo", &["content"], &["LA208"], |line, dice| {
        let (before, rest) = line.split_once("{{ totali.")?;
        let (name, after) = rest.split_once(" }}")?;
        Some(format!("{before}{{{{ totali.{} }}}}{after}", slip(name, dice)?))
    }),
    line("tabella che non c'è in un capitolo", &["content"], &["LA208"], |line, dice| {
        let name = line.strip_prefix("{{ tabella(\"")?.strip_suffix("\") }}")?;
        Some(format!("{{{{ tabella(\"{}\") }}}}", slip(name, dice)?))
    }),
    line("collegamento a un capitolo che non c'è", &["content"], &["LA401"], |line, dice| {
        let (before, rest) = line.split_once("](0")?;
        let (name, after) = rest.split_once(".md")?;
        Some(format!("{before}](0{}.md{after}", slip(name, dice)?))
    }),
    line("collegamento a un titolo che non c'è", &["content"], &["LA401"], |line, dice| {
        let (before, rest) = line.split_once(".md#")?;
        let (name, after) = rest.split_once(')')?;
        Some(format!("{before}.md#{}){after}", slip(name, dice)?))
    }),
    line("collegamento a una pagina che non c'è", &["content"], &["LA401"], |line, dice| {
        let (before, rest) = line.split_once("](")?;
        let (name, after) = rest.split_once("/)")?;
        Some(format!("{before}]({}/){after}", slip(name, dice)?))
    }),
    line("parte del Piano che non c'è", &["content"], &["LA702"], |line, dice| {
        revalued(line, "copre", |value| slipped_id(value, dice))
    }),
];
