//! The picture that stands for an administration: its coat of arms, or the logo of a theme.
//!
//! Owns what a picture is by its bytes, and how large it is shown. Never reads the disk, and knows no page.

mod kind;
mod raster;
mod vector;

pub use kind::Kind;

use crate::trouble::Trouble;
use data_encoding::BASE64;

/// How tall it is shown, in CSS pixels.
const HEIGHT: u64 = 64;

/// How wide it may be shown.
const WIDEST: u64 = 256;

/// A picture that a page can show without waiting to know how large it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Emblem {
    path: String,
    kind: Kind,
    /// Width and height, in the unit of the picture itself: only their ratio counts.
    shape: (u64, u64),
    bytes: Vec<u8>,
}

impl Emblem {
    /// The coat of arms that `data/ente.yaml` names by `path`; it is published as `risorse/ente/<its name>`.
    ///
    /// # Errors
    ///
    /// When the file is no picture, or none that its name promises.
    pub fn coat_of_arms(path: &str, bytes: Vec<u8>) -> Result<Self, Trouble> {
        let published = format!("{}ente/{}", crate::output::ASSETS, file_name(path));
        Self::new(&format!("lo stemma `{path}`"), published, bytes)
    }

    /// A picture published as `path`; `what` names it to people.
    ///
    /// # Errors
    ///
    /// When the file is no picture, or none that its name promises.
    pub fn new(what: &str, path: String, bytes: Vec<u8>) -> Result<Self, Trouble> {
        let Some(kind) = Kind::of(&bytes) else {
            return Err(Trouble::new(
                format!("{what} non è un'immagine PNG, JPEG, WebP o SVG"),
                "indicare un'immagine in uno di questi formati",
            ));
        };
        let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
        if !kind.endings().contains(&ending.as_str()) {
            let right = kind.endings().first().copied().unwrap_or_default();
            return Err(Trouble::new(
                format!("{what} è un'immagine {}, ma il suo nome non lo dice", kind.name()),
                format!("rinominare il file in modo che finisca con .{right}"),
            ));
        }
        let shape = match kind {
            Kind::Svg => vector::shape(&bytes, what)?,
            _ => raster::size(kind, &bytes).ok_or_else(|| {
                Trouble::new(
                    format!("{what} è rovinato: non dice quanto è grande"),
                    "salvare di nuovo l'immagine con un programma di grafica",
                )
            })?,
        };
        Ok(Self { path, kind, shape, bytes })
    }

    /// Its path on the site.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What kind of picture it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Its content.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The picture itself as an address (RFC 2397), for a page that must not ask for anything.
    pub fn inline(&self) -> String {
        format!("data:{};base64,{}", self.kind.media_type(), BASE64.encode(&self.bytes))
    }

    /// Width and height at which a page shows it, in CSS pixels.
    pub fn shown(&self) -> (u64, u64) {
        let (width, height) = self.shape;
        let scaled = |length: u64, by: u64, of: u64| (length.saturating_mul(by) / of.max(1)).max(1);
        let wide = scaled(width, HEIGHT, height);
        if wide <= WIDEST { (wide, HEIGHT) } else { (WIDEST, scaled(height, WIDEST, width)) }
    }
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
        let emblem = Emblem::coat_of_arms("immagini/stemma del comune.png", png(300, 400)).expect("a picture");
        assert_eq!(emblem.path(), "risorse/ente/stemma-del-comune.png");
        assert_eq!((emblem.shown(), emblem.kind().is_raster()), ((48, 64), true));
        assert!(emblem.inline().starts_with("data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAASwAAAGQ"));
        let wide = Emblem::coat_of_arms("a.png", png(1000, 100)).expect("a picture");
        assert_eq!(wide.shown(), (256, 25));
        assert_eq!(file_name("a/.png"), "stemma.png");
    }

    #[test]
    fn what_is_no_picture_is_refused_with_its_reason() {
        let refused =
            |path: &str, bytes: &[u8]| Emblem::coat_of_arms(path, bytes.to_vec()).expect_err(path).to_string();
        assert!(refused("a.png", b"<html>").contains("non è un'immagine"));
        assert!(refused("a.png", b"").contains("non è un'immagine"));
        assert!(refused("a.jpg", &png(1, 1)).contains("PNG, ma il suo nome"));
        assert!(refused("a.png", &png(1, 1)[..20]).contains("rovinato"));
        assert!(refused("a.png", &png(0, 5)).contains("rovinato"));
        let script = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
        assert!(refused("a.svg", script).contains("programma"));
    }
}
