/// Which signs stand in a text: by them a rule leaves out, at once, the texts that cannot hold what it looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Signs {
    /// One bit for each character of ASCII.
    ascii: u128,
    /// One bit for each of the kinds below.
    kinds: u8,
}

impl Signs {
    const fn of_kind(kind: u8) -> Self {
        Self { ascii: 0, kinds: kind }
    }

    /// Any character beyond ASCII.
    pub(super) const BEYOND_ASCII: Self = Self::of_kind(1);
    /// A character that is neither of ASCII nor a letter of Western Europe.
    pub(super) const STRANGE: Self = Self::of_kind(2);
    /// Two capitals of ASCII in a row.
    pub(super) const CAPITALS: Self = Self::of_kind(4);

    /// These characters of ASCII.
    pub(super) const fn any_of(signs: &str) -> Self {
        let (bytes, mut at, mut ascii) = (signs.as_bytes(), 0, 0);
        while at < bytes.len() {
            ascii |= 1 << bytes[at];
            at += 1;
        }
        Self { ascii, kinds: 0 }
    }

    /// These or those.
    pub(super) const fn or(self, other: Self) -> Self {
        Self { ascii: self.ascii | other.ascii, kinds: self.kinds | other.kinds }
    }

    /// The commands of ASCII, which no text needs; line ends are none.
    pub(super) const COMMANDS: Self =
        Self { ascii: ((1 << 32) - 1) & !(1 << 9 | 1 << 10 | 1 << 13) | 1 << 127, kinds: 0 };

    /// The small letters of ASCII.
    pub(super) const SMALL: Self = Self::any_of("abcdefghijklmnopqrstuvwxyz");

    /// The digits.
    pub(super) const DIGITS: Self = Self::any_of("0123456789");

    /// Those of a text.
    pub(super) fn of(text: &str) -> Self {
        let mut found = Self { ascii: 0, kinds: 0 };
        let mut was_capital = false;
        for byte in text.bytes() {
            let is_capital = byte.is_ascii_uppercase();
            if byte.is_ascii() {
                found.ascii |= 1 << byte;
            } else {
                found.kinds |= Self::BEYOND_ASCII.kinds;
            }
            if is_capital && was_capital {
                found.kinds |= Self::CAPITALS.kinds;
            }
            was_capital = is_capital;
        }
        let is_beyond = found.meets(Self::BEYOND_ASCII);
        if is_beyond && !text.chars().all(|c| c.is_ascii() || matches!(c, 'À'..='ÿ')) {
            found.kinds |= Self::STRANGE.kinds;
        }
        found
    }

    /// Whether one of these is among them.
    pub(super) const fn meets(self, wanted: Self) -> bool {
        self.ascii & wanted.ascii != 0 || self.kinds & wanted.kinds != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::is_printable;

    #[test]
    fn a_text_has_the_signs_that_stand_in_it() {
        let meets = |text: &str, wanted: Signs| Signs::of(text).meets(wanted);
        assert!(meets("a#b", Signs::any_of("#=")) && !meets("ab", Signs::any_of("#=")));
        assert!(meets("è", Signs::BEYOND_ASCII) && !meets("è", Signs::STRANGE) && meets("«", Signs::STRANGE));
        assert!(meets("dell'IMU", Signs::CAPITALS) && !meets("Imu E iMu", Signs::CAPITALS));
        assert!(meets("a\u{b}", Signs::COMMANDS) && !meets("a\r\n\tb", Signs::COMMANDS));
        assert!(meets("\u{7f}", Signs::COMMANDS) && meets("A1", Signs::DIGITS) && !meets("A1", Signs::SMALL));
        assert!(meets("x", Signs::any_of("y").or(Signs::SMALL)) && !meets("", Signs::SMALL));
    }

    #[test]
    fn what_is_not_strange_is_a_letter_or_a_sign_that_is_printed() {
        let usual = (0..=0xff_u8).map(char::from).filter(|c| !Signs::of(&c.to_string()).meets(Signs::STRANGE));
        assert!(usual.filter(|c| !c.is_control()).all(is_printable));
    }
}
