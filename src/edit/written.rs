/// What a value of the data is, however it is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// Nothing: a key without a value.
    Nothing,
    /// A text; quotation marks are put around it only where YAML would read it as something else.
    Text(String),
    /// A number, or another bare word of digits and signs (`12`, `0.5`, `2025-12-31`), as it is to be written.
    Number(String),
    /// Several values; none = `[]`, stated to be empty.
    List(Vec<Written>),
    /// Keys with their values, in order.
    Group(Vec<(String, Written)>),
}

impl Written {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// The text of a scalar, without the blanks around it.
    pub fn scalar(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Number(text) => Some(text.trim()),
            _ => None,
        }
    }

    /// The items of a list.
    pub fn items(&self) -> &[Written] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// The keys of a group, with their values.
    pub fn entries(&self) -> &[(String, Written)] {
        match self {
            Self::Group(entries) => entries,
            _ => &[],
        }
    }

    /// The value of a key of a group.
    pub fn get(&self, key: &str) -> Option<&Written> {
        self.entries().iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// Whether nothing is said: no value, or one without text, items or keys.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Text(text) | Self::Number(text) => text.trim().is_empty(),
            Self::List(items) => items.is_empty(),
            Self::Group(entries) => entries.is_empty(),
        }
    }

    /// Whether two values mean the same to whoever reads the data: quotation marks and the order of keys are no matter.
    pub fn means(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Nothing, Self::Nothing) => true,
            (Self::List(own), Self::List(others)) => {
                own.len() == others.len() && own.iter().zip(others).all(|(own, other)| own.means(other))
            }
            (Self::Group(own), Self::Group(others)) => {
                let same = |(key, value): &(String, Written)| other.get(key).is_some_and(|found| value.means(found));
                own.len() == others.len() && own.iter().all(same)
            }
            _ => self.scalar().is_some() && self.scalar() == other.scalar(),
        }
    }
}
