use crate::trouble::Trouble;

/// The coat of arms, in one of the forms that the converter can place on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    name: String,
    bytes: Vec<u8>,
}

/// The endings that a picture may have.
const ENDINGS: [&str; 5] = ["png", "jpg", "jpeg", "webp", "svg"];

impl Picture {
    /// The picture written as `path` in `data/ente.yaml`.
    ///
    /// # Errors
    ///
    /// When it is neither PNG, JPEG, WebP nor SVG.
    pub fn new(path: &str, bytes: Vec<u8>) -> Result<Self, Trouble> {
        let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
        if !ENDINGS.contains(&ending.as_str()) {
            return Err(Trouble::new(
                format!("lo stemma `{path}` non è un'immagine PNG, JPEG, WebP o SVG"),
                "in data/ente.yaml indicare un file .png, .jpg, .webp o .svg",
            ));
        }
        Ok(Self { name: format!("stemma.{ending}"), bytes })
    }

    /// The name under which the templates find it.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Its content.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}
