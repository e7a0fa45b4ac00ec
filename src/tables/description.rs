use super::column::Column;
use super::field::Field;
use super::table::TableDescription;
use super::value::Value;
use crate::model::Annotations;

/// A kind of record: its columns, in the order of the data files.
#[derive(Debug)]
pub struct RecordDescription<R: 'static> {
    /// What it is, with its article, for messages: `il processo`.
    pub what: &'static str,
    /// What it is, as an editor shows it.
    pub meaning: Option<&'static str>,
    /// Keys of which one must be written, if there are such.
    pub choice: Option<Choice>,
    /// Its columns, each bound to its field.
    pub fields: &'static [Field<R>],
}

/// Keys of which exactly one is written; where none of them is, the other one must be there, if there is another.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// The keys that exclude each other.
    pub one_of: &'static [&'static str],
    /// The key that may stand beside any of them, or alone.
    pub otherwise: Option<&'static str>,
}

/// A record that is described by its columns.
pub trait Described: Default + Sized + 'static {
    /// The description of its kind.
    fn description() -> &'static RecordDescription<Self>;

    /// The published table whose rows are of its kind.
    fn table() -> Option<&'static TableDescription> {
        None
    }

    /// Its note, marks and doubts, where its kind has any.
    fn annotations(&self) -> Option<&Annotations> {
        None
    }

    /// The same, to be written.
    fn annotations_mut(&mut self) -> Option<&mut Annotations> {
        None
    }

    /// Its columns with their values.
    fn values(&self) -> impl Iterator<Item = (&'static Column, Value<'_>)> {
        Self::description().fields.iter().map(|field| (&field.column, field.get(self)))
    }
}

/// The columns of a kind of record, its annotations left out.
pub fn columns<R: Described>() -> Vec<&'static Column> {
    R::description().fields.iter().map(|field| &field.column).collect()
}

/// Implements [`Described`] for a record with annotations by its description; `in` names the table whose rows are of its kind.
macro_rules! described {
    ($record:ident, $description:ident $(in $table:ident)?) => {
        impl $crate::tables::Described for $record {
            fn description() -> &'static $crate::tables::RecordDescription<Self> {
                &$description
            }

            $(fn table() -> Option<&'static $crate::tables::TableDescription> {
                Some(&$table)
            })?

            fn annotations(&self) -> Option<&$crate::model::Annotations> {
                Some(&self.annotations)
            }

            fn annotations_mut(&mut self) -> Option<&mut $crate::model::Annotations> {
                Some(&mut self.annotations)
            }
        }
    };
}

pub(super) use described;
