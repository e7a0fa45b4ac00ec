//! What opens the workbench with a double click, one file for each desktop; each finds its folder by itself.

/// The files, with what they say.
pub(super) const FILES: [(&str, &str); 3] = [
    ("apri-il-banco.bat", include_str!("double_click/apri-il-banco.bat")),
    ("apri-il-banco.command", include_str!("double_click/apri-il-banco.command")),
    ("apri-il-banco.desktop", include_str!("double_click/apri-il-banco.desktop")),
];
