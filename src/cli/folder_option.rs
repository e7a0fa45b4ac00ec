use std::fmt::{self, Display};
use std::path::Path;

/// The option that names the folder in a command that is told, to be run from where this one was; nothing where it is that very place.
pub(super) struct FolderOption<'a>(pub(super) &'a Path);

impl Display for FolderOption<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let folder = self.0.to_string_lossy();
        match &*folder {
            "." => Ok(()),
            plain if plain.chars().all(|c| c.is_alphanumeric() || "/._-".contains(c)) => {
                write!(f, " --cartella {plain}")
            }
            other => write!(f, " --cartella \"{other}\""),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_is_told_where_it_is_another() {
        for (folder, told) in [(".", ""), ("ente", " --cartella ente"), ("il mio ente", " --cartella \"il mio ente\"")]
        {
            assert_eq!(FolderOption(Path::new(folder)).to_string(), told);
        }
    }
}
