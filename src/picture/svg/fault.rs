use roxmltree::Error;
use std::fmt;

/// Why a drawing is refused; printed after its name, with lines counted from 1.
#[derive(Debug)]
pub(super) enum Fault {
    TooLarge,
    TooManyParts,
    TooDeep(u32),
    /// Parts that show other parts, again and again: small to write, endless to draw.
    TooManyCopies,
    Encoding,
    NotADrawing,
    DocumentType,
    Entity(String, u32),
    Instruction(String, u32),
    Element(String, u32),
    Attribute {
        name: String,
        element: String,
        line: u32,
    },
    /// What of a style sheet is not allowed.
    Style(String, u32),
    /// No well-formed XML.
    Malformed(u32),
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        match error {
            Error::DtdDetected => Self::DocumentType,
            Error::NodesLimitReached | Error::AttributesLimitReached | Error::NamespacesLimitReached => {
                Self::TooManyParts
            }
            Error::UnknownEntityReference(name, place) => Self::Entity(name, place.row),
            other => Self::Malformed(other.pos().row),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => f.write_str("è troppo grande: un disegno può pesare al massimo 4 MB"),
            Self::TooManyParts => f.write_str("ha troppi elementi"),
            Self::TooDeep(line) => write!(f, "ha alla riga {line} troppi elementi uno dentro l'altro"),
            Self::TooManyCopies => f.write_str("ripete troppe volte le proprie parti con `use`"),
            Self::Encoding => f.write_str("dichiara una codifica diversa da UTF-8"),
            Self::NotADrawing => f.write_str("non comincia con un elemento `svg` dello spazio dei nomi di SVG"),
            Self::DocumentType => f.write_str("dichiara nel `DOCTYPE` entità o attributi propri, che non sono ammessi"),
            Self::Entity(name, line) => write!(f, "usa alla riga {line} l'entità `{name}`, che non è ammessa"),
            Self::Instruction(name, line) => write!(f, "ha alla riga {line} l'istruzione `{name}`, che non è ammessa"),
            Self::Element(name, line) => write!(f, "ha alla riga {line} l'elemento `{name}`, che non è ammesso"),
            Self::Attribute { name, element, line } => {
                write!(
                    f,
                    "ha alla riga {line} l'attributo `{name}` dell'elemento `{element}` che, così com'è, non è ammesso"
                )
            }
            Self::Style(what, line) => write!(f, "ha alla riga {line} uno stile con {what}, che non è ammesso"),
            Self::Malformed(line) => write!(f, "è rovinato: alla riga {line} non è XML ben formato"),
        }
    }
}
