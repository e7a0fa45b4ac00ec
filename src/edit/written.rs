/// What a value of the data is, however it is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// A text; quotation marks are put around it only where YAML would read it as something else.
    Text(String),
    /// A number, or another bare word of digits and signs (`12`, `0.5`, `2025-12-31`), as it is to be written.
    Number(String),
    /// Several values; none = `[]`, stated to be empty.
    List(Vec<Written>),
    /// Keys with their values, in order.
    Group(Vec<(String, Written)>),
}
