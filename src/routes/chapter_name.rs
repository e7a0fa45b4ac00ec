use crate::model::slug;

/// The name of a chapter's folder on the site, from the name of its file: `giornata` for `content/2025-2027/04-giornata.md`.
pub fn chapter_name(file: &str) -> String {
    let name = file.rsplit('/').next().unwrap_or(file);
    let name = name.strip_suffix(".md").unwrap_or(name);
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
    let stem = match rest.strip_prefix('-') {
        Some(stem) if rest.len() < name.len() && !stem.is_empty() => stem,
        _ => name,
    };
    slug(stem)
}

#[cfg(test)]
mod tests {
    use super::chapter_name;

    #[test]
    fn the_leading_number_is_left_out() {
        for (file, expected) in [
            ("content/2025-2027/04-giornata.md", "giornata"),
            ("04-La Giornata àgile.md", "la-giornata-agile"),
            ("giornata.md", "giornata"),
            ("3-.md", "3"),
            ("2024.md", "2024"),
            ("-a.md", "a"),
        ] {
            assert_eq!(chapter_name(file), expected, "{file}");
        }
    }
}
