use super::Kind;

/// Width and height in dots; nothing where the picture does not say them, or is of no size at all.
pub(super) fn size(kind: Kind, bytes: &[u8]) -> Option<(u64, u64)> {
    let (width, height) = match kind {
        Kind::Png => (big(bytes.get(16..20)?), big(bytes.get(20..24)?)),
        Kind::Jpeg => jpeg(bytes)?,
        Kind::Webp => webp(bytes)?,
        Kind::Svg => return None,
    };
    (width > 0 && height > 0).then_some((width, height))
}

/// The size stands in the first frame header (ITU-T T.81, B.2.2), after segments that say their own length.
fn jpeg(bytes: &[u8]) -> Option<(u64, u64)> {
    let mut at = 2;
    loop {
        let [0xff, marker] = *bytes.get(at..at + 2)? else { return None };
        match marker {
            0xff => at += 1,
            0x01 | 0xd0..=0xd9 => at += 2,
            0xc0..=0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return Some((big(bytes.get(at + 7..at + 9)?), big(bytes.get(at + 5..at + 7)?)));
            }
            _ => at += 2 + usize::try_from(big(bytes.get(at + 2..at + 4)?)).ok().filter(|length| *length >= 2)?,
        }
    }
}

/// The size stands in the first chunk, in one of three ways (RFC 9649).
fn webp(bytes: &[u8]) -> Option<(u64, u64)> {
    match bytes.get(12..16)? {
        b"VP8 " => Some((little(bytes.get(26..28)?) & 0x3fff, little(bytes.get(28..30)?) & 0x3fff)),
        b"VP8L" => {
            let bits = little(bytes.get(21..25)?);
            Some(((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1))
        }
        b"VP8X" => Some((little(bytes.get(24..27)?) + 1, little(bytes.get(27..30)?) + 1)),
        _ => None,
    }
}

fn big(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

fn little(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_says_its_size() {
        let jpeg = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xc2\x00\x11\x08\x00\x20\x00\x10";
        assert_eq!(size(Kind::Jpeg, jpeg), Some((16, 32)));
        assert_eq!(size(Kind::Jpeg, &jpeg[..9]), None);
        assert_eq!(size(Kind::Jpeg, b"\xff\xd8\xff\xe0\x00\x00"), None, "no segment is that short");
        let lossless = b"RIFF....WEBPVP8L....\x2f\x0f\xc0\x07\x00";
        assert_eq!(size(Kind::Webp, lossless), Some((16, 32)));
        let extended = b"RIFF....WEBPVP8X....\x00\x00\x00\x00\x0f\x00\x00\x1f\x00\x00";
        assert_eq!(size(Kind::Webp, extended), Some((16, 32)));
        let lossy = b"RIFF....WEBPVP8 ....\x00\x00\x00\x9d\x01\x2a\x10\x00\x20\x00";
        assert_eq!(size(Kind::Webp, lossy), Some((16, 32)));
    }
}
