use super::{Kind, Setting, SettingKind, day, one, other, text};

const TOTAL: &[Setting] = &[
    text("etichetta", "Etichetta", "Come è chiamato il totale.").required(),
    one("dipendenti", "Dipendenti", "I dipendenti.", Kind::Headcount),
    one("agili", "Lavoratori agili", "I lavoratori agili.", Kind::Headcount),
];

/// What stands in `attuazione.yaml` beside its rows.
pub static ADOPTION_SETTINGS: [Setting; 3] = [
    day("data", "Giorno dei numeri", "Il giorno a cui si riferiscono i numeri (AAAA-MM-GG).").required(),
    text("premessa", "Premessa", "Chi è contato nella tabella."),
    other(
        "totale_dichiarato",
        "Totale dichiarato",
        "Il totale pubblicato, anche dove la somma delle righe è un'altra.",
        SettingKind::Group(TOTAL),
    ),
];

/// What stands in `formazione.yaml` beside its rows.
pub static TRAINING_SETTINGS: [Setting; 1] = [other(
    "legenda",
    "Legenda",
    "Il significato dei segni delle caselle; vuoto se il testo pubblicato non lo dice.",
    SettingKind::Pairs(true),
)];

/// What the marks beside the records of a file mean.
pub(super) const MARKS: Setting = other(
    "note",
    "Significato dei richiami",
    "Il significato dei richiami del file; vuoto se il testo pubblicato non lo dice.",
    SettingKind::Pairs(true),
);

/// What may stand in the file of any table beside its rows.
pub static TABLE_SETTINGS: [Setting; 2] = [MARKS, text("nota", "Nota", "Una nota sull'intera tabella.")];
