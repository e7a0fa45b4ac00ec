use crate::picture::Picture;
use crate::theme::Theme;
use serde::Serialize;

/// What a page shows of the administration beside its words: picture and colours.
#[derive(Debug, Serialize)]
pub(in crate::site) struct Branding<'a> {
    emblem: Option<ShownPicture<'a>>,
    band: Option<Band>,
}

/// A picture, with the room that the page keeps for it.
#[derive(Debug, Serialize)]
struct ShownPicture<'a> {
    /// From the root of the site.
    path: &'a str,
    width: u64,
    height: u64,
    /// Whether those who show a link to the page can show it too.
    raster: bool,
}

/// The colour of the band at the top, in each scheme.
#[derive(Debug, Serialize)]
struct Band {
    light: String,
    dark: String,
}

impl<'a> Branding<'a> {
    /// The coat of arms, else the logo of the theme, and the theme's colours.
    pub(in crate::site) fn of(emblem: Option<&'a Picture>, theme: &'a Theme) -> Self {
        let picture = |emblem: &'a Picture| {
            let (width, height) = emblem.shown();
            ShownPicture { path: emblem.path(), width, height, raster: emblem.format().is_raster() }
        };
        Self {
            emblem: emblem.or_else(|| theme.logo()).map(picture),
            band: theme.band_colours().map(|(light, dark)| Band { light, dark }),
        }
    }
}
