use crate::model::Edition;

/// How to read what is expected of each role.
pub(super) fn points(edition: &Edition) -> Vec<String> {
    let roles = &edition.expected_behaviours;
    let mut points = vec!["Ogni riga è un ruolo, con ciò che ci si attende da chi lo ricopre.".to_owned()];
    if roles.rows.iter().any(|role| role.kind.is_some()) {
        points.push(
            "Accanto al ruolo è scritto di che natura sono le voci: per esempio competenze o comportamenti.".to_owned(),
        );
    }
    points.extend(super::remarks(roles.rows.iter().map(|role| &role.annotations), &roles.marks));
    points
}
