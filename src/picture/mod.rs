//! The picture that stands for an administration, its coat of arms or the logo of a theme, and those of the chapters.
//!
//! Owns what a picture is by its bytes, and how large it is shown. Never reads the disk, and knows no page.

mod album;
mod format;
mod svg;

pub use album::Album;
pub use format::Format;

use crate::trouble::Trouble;
use data_encoding::BASE64;

/// How tall it is shown, in CSS pixels.
const HEIGHT: u64 = 64;

/// How wide a text is, in CSS pixels.
const TEXT: u64 = 640;

/// How wide it may be shown.
const WIDEST: u64 = 256;

/// A picture that a page can show without waiting to know how large it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    path: String,
    format: Format,
    /// Width and height, in the unit of the picture itself: only their ratio counts.
    shape: (u64, u64),
    bytes: Vec<u8>,
}

impl Picture {
    /// The folder of the administration's own pictures, below the assets of the site.
    pub const FOLDER: &'static str = "ente";

    /// The coat of arms that `data/ente.yaml` names by `path`; it is published as `risorse/ente/<its name>`.
    ///
    /// # Errors
    ///
    /// When the file is no picture, or none that its name promises.
    pub fn coat_of_arms(path: &str, bytes: Vec<u8>) -> Result<Self, Trouble> {
        let published = format!("{}{}/{}", crate::output::ASSETS, Self::FOLDER, file_name(path));
        Self::new(&format!("lo stemma `{path}`"), published, bytes)
    }

    /// A picture published as `path`; `what` names it to people.
    ///
    /// # Errors
    ///
    /// When the file is no picture, or none that its name promises.
    pub fn new(what: &str, path: String, bytes: Vec<u8>) -> Result<Self, Trouble> {
        let Some(format) = Format::of(&bytes) else {
            return Err(Trouble::new(
                format!("{what} non è un'immagine PNG, JPEG, WebP o SVG"),
                "indicare un'immagine in uno di questi formati",
            ));
        };
        let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
        if !format.endings().contains(&ending.as_str()) {
            let right = format.extension();
            return Err(Trouble::new(
                format!("{what} è un'immagine {}, ma il suo nome non lo dice", format.name()),
                format!("rinominare il file in modo che finisca con .{right}"),
            ));
        }
        let shape = match format {
            Format::Svg => svg::shape(&bytes, what)?,
            _ => dots(&bytes).ok_or_else(|| {
                Trouble::new(
                    format!("{what} è rovinato: non dice quanto è grande"),
                    "salvare di nuovo l'immagine con un programma di grafica",
                )
            })?,
        };
        Ok(Self { path, format, shape, bytes })
    }

    /// Its path on the site.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// How it is written.
    pub fn format(&self) -> Format {
        self.format
    }

    /// Its content.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The picture itself as an address (RFC 2397), for a page that must not ask for anything.
    pub fn inline(&self) -> String {
        format!("data:{};base64,{}", self.format.media_type(), BASE64.encode(&self.bytes))
    }

    /// Width and height of its own, in CSS pixels; a drawing, which has none, is as wide as a text.
    pub fn natural(&self) -> (u64, u64) {
        let (width, height) = self.shape;
        if self.format.is_raster() {
            return self.shape;
        }
        (TEXT, (height.saturating_mul(TEXT) / width.max(1)).max(1))
    }

    /// Width and height at which a page shows it, in CSS pixels.
    pub fn shown(&self) -> (u64, u64) {
        let (width, height) = self.shape;
        let scaled = |length: u64, by: u64, of: u64| (length.saturating_mul(by) / of.max(1)).max(1);
        let wide = scaled(width, HEIGHT, height);
        if wide <= WIDEST { (wide, HEIGHT) } else { (WIDEST, scaled(height, WIDEST, width)) }
    }
}

/// Width and height of a picture made of dots; `None` if it does not say them, or is of no size at all.
fn dots(bytes: &[u8]) -> Option<(u64, u64)> {
    let size = imagesize::blob_size(bytes).ok()?;
    let length = |dots: usize| u64::try_from(dots).ok().filter(|dots| *dots > 0);
    length(size.width).zip(length(size.height))
}

/// The last part of a path, made of characters that need no care in an address.
fn file_name(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let safe = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '-' };
    let name: String = name.chars().map(safe).collect();
    let name = name.trim_start_matches(['.', '-']);
    if name.contains('.') { name.to_owned() } else { format!("stemma.{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The beginning of a PNG of this size.
    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes
    }

    #[test]
    fn it_keeps_its_name_and_its_shape() {
        let picture = Picture::coat_of_arms("immagini/stemma del comune.png", png(300, 400)).expect("a picture");
        assert_eq!(picture.path(), "risorse/ente/stemma-del-comune.png");
        assert_eq!((picture.shown(), picture.format().is_raster()), ((48, 64), true));
        assert!(picture.inline().starts_with("data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAASwAAAGQ"));
        let wide = Picture::coat_of_arms("a.png", png(1000, 100)).expect("a picture");
        assert_eq!(wide.shown(), (256, 25));
        assert_eq!(file_name("a/.png"), "stemma.png");
    }

    #[test]
    fn every_format_made_of_dots_says_its_size() {
        let jpeg =
            b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc2\x00\x11\x08\x00\x20\x00\x10\x03\x01\x22\x00\x02\x11\x01\x03\x11\x01";
        let lossless = b"RIFF\x20\0\0\0WEBPVP8L\x10\0\0\0\x2f\x0f\xc0\x07\0\0\0\0\0\0";
        let extended = b"RIFF\x20\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x0f\0\0\x1f\0\0";
        let lossy = b"RIFF\x20\0\0\0WEBPVP8 \x10\0\0\0\0\0\0\x9d\x01\x2a\x10\0\x20\0";
        for (format, bytes) in [("JPEG", &jpeg[..]), ("lossless", lossless), ("extended", extended), ("lossy", lossy)] {
            assert_eq!(dots(bytes), Some((16, 32)), "{format}");
        }
        assert_eq!(dots(&jpeg[..9]), None);
        assert_eq!(dots(b"\xff\xd8\xff\xe0\x00\x00"), None, "no segment is that short");
    }

    #[test]
    fn what_is_no_picture_is_refused_with_its_reason() {
        let refused =
            |path: &str, bytes: &[u8]| Picture::coat_of_arms(path, bytes.to_vec()).expect_err(path).to_string();
        assert!(refused("a.png", b"<html>").contains("non è un'immagine"));
        assert!(refused("a.png", b"").contains("non è un'immagine"));
        assert!(refused("a.jpg", &png(1, 1)).contains("PNG, ma il suo nome"));
        assert!(refused("a.png", &png(1, 1)[..20]).contains("rovinato"));
        assert!(refused("a.png", &png(0, 5)).contains("rovinato"));
        let script = b"<svg xmlns='http://www.w3.org/2000/svg'>\n<script>alert(1)</script></svg>";
        assert_eq!(refused("a.svg", script), "lo stemma `a.svg` ha alla riga 2 l'elemento `script`, che non è ammesso");
    }
}
