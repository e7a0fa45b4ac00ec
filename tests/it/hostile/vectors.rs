//! Texts that try to be more than texts, and the annex whose every field they fill.

use crate::folder::{Folder, repository};
use crate::tree::files;

/// What stands for a text of the annex in `tests/hostile`.
const FIELD: char = '§';

/// Texts for the fields of an annex, in turn; `#N` in them is the number of the field.
pub struct Vector {
    pub data: &'static [&'static str],
    /// For the chapters, whose marks and commands are none of the data.
    pub chapters: &'static str,
}

/// Texts with the signs and lines that honest ones have.
pub const HONEST: Vector = Vector {
    data: &["Testo numero #N di \"prova\" & così\nsecondo rigo; (a) {b} [c] ~ https://esempio.it/#N"],
    chapters: "Testo numero #N di \"prova\" & così",
};

/// Everything that may stand inside a text: elements, ways out of attributes, scripts, comments, sections and entities of HTML and XML,
/// addresses, commands of Typst, of templates and of Markdown, paths, separators, lines of a head.
pub const INSIDE: Vector = Vector {
    data: &[
        "\"><script>alert(#N)</script><img src=x onerror=alert(1)>' onmouseover=a <b>x</b> javascript:alert(1) ]]></script></style>--> \
             #panic(\"x\") $x$ @a <l> \\u0026 &lt;i&gt; &#60;u&#62; ../../etc C:\\con;\"q\",z\nnuovo rigo | a\rSet-Cookie: a=b \
             https://x.it/\"onclick=\"a <svg onload=a> **g** ![i](//x.it/a.png) *{background:url(//x.it)} {{ 7*7 }} {% x %} \
             [l](javascript:alert(1)) <?xml?> <!ENTITY a SYSTEM \"file:///etc/passwd\">",
    ],
    chapters: "\"><script>alert(#N)</script><img src=x onerror=alert(1)>' onmouseover=a <b>x</b> javascript:alert(1) ]]></script></style>--> \
               #panic(\"x\") $x$ @a <l> \\u0026 &lt;i&gt; &#60;u&#62; ../../etc https://x.it/\"onclick=\"a **g**",
};

/// What means something where it stands alone or begins a text: formulas, addresses, paths.
pub const ALONE: Vector = Vector {
    data: &[
        "=HYPERLINK(\"http://x.it\";\"#N\")",
        "+#N+1",
        "-#N-1",
        "@SUM(#N)",
        "\t=#N",
        "cmd|' /C calc'!A#N",
        "javascript:alert(#N)",
        "data:text/html,<script>#N</script>",
        "<script>#N",
        "../../../etc/passwd#N",
        "C:\\con\\#N",
    ],
    chapters: "=1+#N",
};

/// Letters that command a terminal, hide or turn what follows.
pub const UNSEEN: [char; 12] = [
    '\0', '\u{7}', '\u{8}', '\u{1b}', '\u{7f}', '\u{85}', '\u{9b}', '\u{202e}', '\u{2066}', '\u{2069}', '\u{200f}',
    '\u{feff}',
];

/// The annex with a text of the vector in every field.
pub fn filled(vector: &Vector) -> Folder {
    filled_by(|number, is_chapter| {
        let text = if is_chapter { vector.chapters } else { vector.data[number % vector.data.len()] };
        text.replace("#N", &number.to_string())
    })
}

/// The annex with texts that are made for the number of each field, and for whether it stands in a chapter.
pub fn filled_by(text: impl Fn(usize, bool) -> String) -> Folder {
    let folder = Folder::empty();
    let mut number = 0;
    for (path, bytes) in files(&repository().join("tests/hostile")) {
        let template = String::from_utf8(bytes).expect("text");
        let mut parts = template.split(FIELD);
        let mut made = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            number += 1;
            let text = text(number, path.ends_with(".md"));
            if made.ends_with('"') {
                // What JSON says between quotes, YAML reads in the same way.
                let quoted = serde_json::to_string(&text).expect("JSON");
                made += &quoted[1..quoted.len() - 1];
            } else {
                made += &text;
            }
            made += part;
        }
        folder.write(&format!("/{path}"), made);
    }
    assert!(number > 200, "{number} fields");
    folder
}
