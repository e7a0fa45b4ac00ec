//! The chapters: expressions, links and what their front matter names.

use crate::mistake::{Kind, revalued, slip, slipped_id};

pub const KINDS: &[Kind] = &[
    Kind {
        name: "nome indefinito in un capitolo",
        files: &["content"],
        rules: &["LA208"],
        change: |line, dice| {
            let (before, rest) = line.split_once("{{ totali.")?;
            let (name, after) = rest.split_once(" }}")?;
            Some(format!("{before}{{{{ totali.{} }}}}{after}", slip(name, dice)?))
        },
    },
    Kind {
        name: "tabella che non c'è in un capitolo",
        files: &["content"],
        rules: &["LA208"],
        change: |line, dice| {
            let name = line.strip_prefix("{{ tabella(\"")?.strip_suffix("\") }}")?;
            Some(format!("{{{{ tabella(\"{}\") }}}}", slip(name, dice)?))
        },
    },
    Kind {
        name: "collegamento a un capitolo che non c'è",
        files: &["content"],
        rules: &["LA401"],
        change: |line, dice| {
            let (before, rest) = line.split_once("](0")?;
            let (name, after) = rest.split_once(".md")?;
            Some(format!("{before}](0{}.md{after}", slip(name, dice)?))
        },
    },
    Kind {
        name: "collegamento a un titolo che non c'è",
        files: &["content"],
        rules: &["LA401"],
        change: |line, dice| {
            let (before, rest) = line.split_once(".md#")?;
            let (name, after) = rest.split_once(')')?;
            Some(format!("{before}.md#{}){after}", slip(name, dice)?))
        },
    },
    Kind {
        name: "collegamento a una pagina che non c'è",
        files: &["content"],
        rules: &["LA401"],
        change: |line, dice| {
            let (before, rest) = line.split_once("](")?;
            let (name, after) = rest.split_once("/)")?;
            Some(format!("{before}]({}/){after}", slip(name, dice)?))
        },
    },
    Kind {
        name: "parte del Piano che non c'è",
        files: &["content"],
        rules: &["LA702"],
        change: |line, dice| revalued(line, "copre", |value| slipped_id(value, dice)),
    },
];
