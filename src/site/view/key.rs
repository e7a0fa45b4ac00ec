use crate::digest::Sha256;
use crate::varint;
use serde::de::value::Error;
use serde::ser::{self, Serialize, Serializer};

/// How many digits of a digest tell pages apart.
const DIGITS: usize = 32;

/// Gathers what a page is made of, by which it is known whether another would be the same.
///
/// A view says here what it would say to a template, without becoming the values that templates read. Each value begins with a sign of its
/// kind, and what holds others ends with one, so that no two ways of saying different things give the same bytes. The order of the entries of
/// a map does not count.
#[derive(Debug, Default)]
pub(in crate::site) struct Key(Vec<u8>);

/// What ends a list, a map or a structure.
const END: u8 = b'.';

impl Key {
    /// Adds a text.
    pub(in crate::site) fn text(&mut self, text: &str) {
        self.bytes(b't', text.as_bytes());
    }

    /// Adds a value. `None` if it holds something of a kind that is not known here.
    pub(in crate::site) fn add<T: Serialize + ?Sized>(&mut self, value: &T) -> Option<()> {
        value.serialize(self).ok()
    }

    /// The key.
    pub(in crate::site) fn finish(self) -> String {
        let mut digits = Sha256::of(&self.0);
        digits.truncate(DIGITS);
        digits
    }

    fn bytes(&mut self, kind: u8, bytes: &[u8]) {
        self.0.push(kind);
        varint::write(bytes.len() as u128, &mut self.0);
        self.0.extend(bytes);
    }

    fn begin(&mut self, kind: u8) -> &mut Self {
        self.0.push(kind);
        self
    }

    fn named(&mut self, kind: u8, name: &str) -> &mut Self {
        self.0.push(kind);
        self.text(name);
        self
    }
}

/// Whole numbers of every size say the same where they are the same number.
macro_rules! whole_numbers {
    ($($add:ident: $kind:ty),*) => {$(
        fn $add(self, value: $kind) -> Result<(), Error> {
            self.serialize_i128(value.into())
        }
    )*};
}

impl<'k> Serializer for &'k mut Key {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Entries<'k>;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.0.extend([b'b', u8::from(value)]);
        Ok(())
    }

    whole_numbers!(
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64
    );

    fn serialize_i128(self, value: i128) -> Result<(), Error> {
        self.0.push(b'i');
        // The sign last: small numbers are short.
        varint::write((value << 1 ^ value >> 127).cast_unsigned(), &mut self.0);
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        self.0.push(b'f');
        self.0.extend(value.to_bits().to_le_bytes());
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        self.text(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Error> {
        self.bytes(b'y', value);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.0.push(b'0');
        Ok(())
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _name: &'static str, _index: u32, variant: &'static str) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, name: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self.named(b'n', name))
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self.named(b'v', variant))
    }

    fn serialize_seq(self, _length: Option<usize>) -> Result<Self, Error> {
        Ok(self.begin(b'a'))
    }

    fn serialize_tuple(self, _length: usize) -> Result<Self, Error> {
        Ok(self.begin(b'a'))
    }

    fn serialize_tuple_struct(self, _name: &'static str, _length: usize) -> Result<Self, Error> {
        Ok(self.begin(b'a'))
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<Self, Error> {
        Ok(self.named(b'v', variant).begin(b'a'))
    }

    fn serialize_map(self, _length: Option<usize>) -> Result<Entries<'k>, Error> {
        self.0.push(b'm');
        Ok(Entries { key: self, starts: Vec::new() })
    }

    fn serialize_struct(self, _name: &'static str, _length: usize) -> Result<Self, Error> {
        Ok(self.begin(b's'))
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _length: usize,
    ) -> Result<Self, Error> {
        Ok(self.named(b'v', variant).begin(b's'))
    }
}

/// The entries of a map, put in order at its end.
pub(in crate::site) struct Entries<'k> {
    key: &'k mut Key,
    /// Where each begins.
    starts: Vec<usize>,
}

impl ser::SerializeMap for Entries<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.starts.push(self.key.0.len());
        key.serialize(&mut *self.key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(&mut *self.key)
    }

    fn end(self) -> Result<(), Error> {
        if let [first, _, ..] = self.starts[..] {
            let said = self.key.0.split_off(first);
            let ends = self.starts.iter().skip(1).map(|start| start - first).chain([said.len()]);
            let mut entries: Vec<&[u8]> =
                self.starts.iter().zip(ends).map(|(start, end)| &said[start - first..end]).collect();
            entries.sort_unstable();
            for entry in entries {
                self.key.0.extend(entry);
            }
        }
        self.key.0.push(END);
        Ok(())
    }
}

/// What is added one after the other, and ends.
macro_rules! in_order {
    ($($kind:ident::$add:ident),*) => {$(
        impl ser::$kind for &mut Key {
            type Ok = ();
            type Error = Error;

            fn $add<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                value.serialize(&mut **self)
            }

            fn end(self) -> Result<(), Error> {
                self.0.push(END);
                Ok(())
            }
        }
    )*};
}

/// What is added one after the other under its name, and ends.
macro_rules! by_name {
    ($($kind:ident),*) => {$(
        impl ser::$kind for &mut Key {
            type Ok = ();
            type Error = Error;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Error> {
                self.text(name);
                value.serialize(&mut **self)
            }

            fn end(self) -> Result<(), Error> {
                self.0.push(END);
                Ok(())
            }
        }
    )*};
}

in_order!(
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field,
    SerializeTupleVariant::serialize_field
);
by_name!(SerializeStruct, SerializeStructVariant);

#[cfg(test)]
mod tests;
