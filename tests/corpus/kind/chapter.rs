//! The chapters, and the files about the whole edition.

use crate::mistake::{Kind, field, revalued, slip, slipped_id};

pub const KINDS: &[Kind] = &[
    Kind {
        name: "chiave scritta male nell'edizione",
        files: &["edizione", "ente"],
        rules: &["LA007"],
        change: |line, dice| {
            let (head, key, value) = field(line)?;
            Some(format!("{head}{}: {value}", slip(key, dice)?))
        },
    },
    Kind {
        name: "data impossibile",
        files: &["edizione", "attuazione"],
        rules: &["LA011"],
        change: |line, dice| {
            revalued(line, "data", |value| {
                Some(match dice.roll(4) {
                    0 => format!("{}31/12", &value[..8].replace(&value[5..8], "")),
                    1 => format!("{}-02-30", &value[..4]),
                    2 => format!("{}/{}/{}", &value[8..], &value[5..7], &value[..4]),
                    _ => format!("{}-13-{}", &value[..4], &value[8..]),
                })
            })
        },
    },
    Kind {
        name: "anni del piano sbagliati",
        files: &["edizione"],
        rules: &["LA405"],
        change: |line, dice| {
            revalued(line, "piano", |value| {
                Some(value.replace("2025-2027", *dice.pick(&["2024-2026", "2026-2028", "2025-2028"])))
            })
        },
    },
    Kind {
        name: "data diversa da quella dell'atto",
        files: &["edizione"],
        rules: &["LA407"],
        change: |line, _| {
            revalued(line, "data", |value| {
                Some(value.replace("-05-22", "-05-21").replace("-06-30", "-06-29").replace("-03-07", "-03-17"))
            })
        },
    },
    Kind {
        name: "edizione corrente che non c'è",
        files: &["ente"],
        rules: &["LA204"],
        change: |line, dice| {
            revalued(line, "edizione_corrente", |_| {
                Some((*dice.pick(&["2024-2026", "2025-2072", "corrente"])).to_owned())
            })
        },
    },
    Kind {
        name: "si o no scritto altrimenti",
        files: &["ente"],
        rules: &["LA101"],
        change: |line, dice| revalued(line, "pdf", |_| Some((*dice.pick(&["true", "x", "forse", "1"])).to_owned())),
    },
    Kind {
        name: "accettazione di un controllo che non c'è",
        files: &["accettazioni"],
        rules: &["LA901"],
        change: |line, dice| revalued(line, "controllo", |_| Some(format!("LA{}", 950 + dice.roll(40)))),
    },
    Kind {
        name: "accettazione di un posto che non c'è",
        files: &["accettazioni"],
        rules: &["LA904"],
        change: |line, dice| {
            revalued(line, "dove", |value| {
                (!value.contains("[processi")).then(|| {
                    (*dice.pick(&["processi/999-1-B", "smart-team/linfa/nome", "attuazione/Piscina"])).to_owned()
                })
            })
        },
    },
    Kind {
        name: "accettazione senza motivo",
        files: &["accettazioni"],
        rules: &["LA902"],
        change: |line, _| revalued(line, "motivo", |value| (value != ">-").then(|| "\"\"".to_owned())),
    },
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
        name: "espressione mai chiusa",
        files: &["content"],
        rules: &["LA208"],
        change: |line, _| Some(line.replacen(" }}", " }", 1)),
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
        name: "numero d'ordine che non è un numero",
        files: &["content"],
        rules: &["LA012"],
        change: |line, _| line.strip_prefix("ordine: ").map(|_| "ordine: terzo".to_owned()),
    },
    Kind {
        name: "parte del Piano che non c'è",
        files: &["content"],
        rules: &["LA702"],
        change: |line, dice| revalued(line, "copre", |value| slipped_id(value, dice)),
    },
    Kind {
        name: "chiave del capitolo scritta male",
        files: &["content"],
        rules: &["LA007"],
        change: |line, dice| {
            let (_, key, value) =
                field(line).filter(|(_, key, _)| ["titolo", "ordine", "numero", "copre"].contains(key))?;
            Some(format!("{}: {value}", slip(key, dice)?))
        },
    },
];
