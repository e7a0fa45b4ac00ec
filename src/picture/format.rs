use imagesize::ImageType;

/// What kind of picture a file is, as its first bytes say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // Each is the format that its name says.
pub enum Format {
    Png,
    Jpeg,
    Webp,
    Svg,
}

impl Format {
    /// The kind of these bytes; `None` if they are not a picture that a page may show.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        match imagesize::image_type(bytes) {
            Ok(ImageType::Png) => Some(Self::Png),
            Ok(ImageType::Jpeg) => Some(Self::Jpeg),
            Ok(ImageType::Webp) => Some(Self::Webp),
            _ => super::svg::is_svg(bytes).then_some(Self::Svg),
        }
    }

    /// The endings that its files may have; the first is the usual one.
    pub(super) fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Png => &["png"],
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Webp => &["webp"],
            Self::Svg => &["svg"],
        }
    }

    /// The usual ending of its files, without the dot.
    pub fn extension(self) -> &'static str {
        self.endings()[0]
    }

    /// Its name for people.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Png => "PNG",
            Self::Jpeg => "JPEG",
            Self::Webp => "WebP",
            Self::Svg => "SVG",
        }
    }

    /// Its registered media type.
    pub(super) fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
            Self::Svg => "image/svg+xml",
        }
    }

    /// Whether it is made of dots, as those who show a link to a page want it.
    pub fn is_raster(self) -> bool {
        self != Self::Svg
    }
}
