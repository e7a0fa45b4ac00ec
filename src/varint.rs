//! A whole number in few bytes: seven bits a byte, the lowest first; the last has its highest bit unset. Small numbers, which most are, take one.

/// The bit of a byte that more bytes follow.
const MORE: u8 = 0x80;

/// Writes a number behind other bytes.
pub fn write(number: impl Into<u128>, to: &mut Vec<u8>) {
    let mut number = number.into();
    while number >= u128::from(MORE) {
        to.push(number.to_le_bytes()[0] | MORE);
        number >>= 7;
    }
    to.push(number.to_le_bytes()[0]);
}

/// The number that begins here, and the bytes behind it. `None` if the bytes end within it, or it is larger than any that is written.
pub fn read(from: &[u8]) -> Option<(u128, &[u8])> {
    let mut number = 0;
    for (place, byte) in from.iter().enumerate() {
        let bits = u128::from(byte & !MORE);
        let shift = u32::try_from(7 * place).ok()?;
        number |= bits.checked_shl(shift).filter(|shifted| shifted >> shift == bits)?;
        if byte & MORE == 0 {
            return Some((number, &from[place + 1..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{read, write};

    fn written(number: u128) -> Vec<u8> {
        let mut bytes = Vec::new();
        write(number, &mut bytes);
        bytes
    }

    #[test]
    fn what_is_read_is_what_was_written() {
        assert_eq!(written(0), [0]);
        assert_eq!(written(127), [0x7f]);
        assert_eq!(written(128), [0x80, 1]);
        assert_eq!(written(300), [0xac, 2]);
        for bits in 0..128 {
            for number in [1 << bits, (1 << bits) - 1, u128::MAX >> bits] {
                let mut bytes = written(number);
                bytes.extend(b"poi");
                assert_eq!(read(&bytes), Some((number, &b"poi"[..])));
            }
        }
    }

    #[test]
    fn what_nobody_wrote_is_no_number() {
        assert_eq!(read(&[]), None);
        assert_eq!(read(&[0x80, 0x80]), None);
        assert_eq!(read(&[0xff; 40]), None);
        let mut too_large = [0xff; 19];
        too_large[18] = 0x7f;
        assert_eq!(read(&too_large), None);
    }
}
