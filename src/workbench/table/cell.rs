use super::choice::Choice;
use super::field::{Field, FieldKind};
use super::value::items_of;
use crate::diagnostic::nearest;
use crate::import;
use crate::model::{Scales, fold};

/// What a cell of a spreadsheet says in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::workbench) enum Understood {
    /// This, as it would be typed.
    Sure(String),
    /// Perhaps this: what was read as what.
    Perhaps(String, String),
    /// Nothing that may stand there: why.
    Not(String),
}

/// Reads a cell: names and words for choices, several on lines of their own or between semicolons.
pub(in crate::workbench) fn understood(scales: &Scales, field: &Field, text: &str) -> Understood {
    let text = text.trim();
    match &field.kind {
        _ if text.is_empty() => Understood::Sure(String::new()),
        FieldKind::Choice(options) => chosen(scales, field, options, text),
        FieldKind::Choices(options) => several(scales, field, options, text),
        FieldKind::Items => Understood::Sure(without_bullets(items_of(text)).join("\n")),
        FieldKind::Line | FieldKind::Number => Understood::Sure(text.split_whitespace().collect::<Vec<_>>().join(" ")),
        FieldKind::Prose | FieldKind::Pairs | FieldKind::Years => Understood::Sure(text.to_owned()),
    }
}

/// Items without the signs before them, where each has one. A single line begins with a dash or an asterisk of its own, as a number does.
fn without_bullets(items: Vec<String>) -> Vec<String> {
    let bare = |item: &String| {
        let dashed = || item.strip_prefix(['-', '–', '*']).filter(|rest| rest.starts_with(' ') && items.len() > 1);
        item.strip_prefix(['•', '·']).or_else(dashed).map(|rest| rest.trim().to_owned())
    };
    items.iter().map(bare).collect::<Option<_>>().unwrap_or(items)
}

fn chosen(scales: &Scales, field: &Field, options: &[Choice], text: &str) -> Understood {
    let is = |option: &&Choice| fold(&option.label) == fold(text) || fold(&option.value) == fold(text);
    if let Some(option) = options.iter().find(|option| option.value == text).or_else(|| options.iter().find(is)) {
        return Understood::Sure(option.value.clone());
    }
    if field.key == "smartabilita"
        && let Some(word) = import::answer(text, scales)
        && options.iter().any(|option| option.value == word)
    {
        return Understood::Sure(word);
    }
    let names = options.iter().flat_map(|option| [option.label.as_str(), option.value.as_str()]);
    let near = nearest(text, names)
        .and_then(|name| options.iter().find(|option| option.label == name || option.value == name));
    match near {
        Some(option) => Understood::Perhaps(option.value.clone(), format!("«{text}» preso per «{}»", option.label)),
        None => Understood::Not(format!("«{text}» non è fra le scelte di «{}»", field.heading)),
    }
}

fn several(scales: &Scales, field: &Field, options: &[Choice], text: &str) -> Understood {
    // A name may hold a comma or a semicolon of its own.
    if let Understood::Sure(one) = chosen(scales, field, options, text) {
        return Understood::Sure(one);
    }
    let (mut values, mut doubts) = (Vec::new(), Vec::new());
    for name in text.split(['\n', ';']).map(str::trim).filter(|name| !name.is_empty()) {
        match chosen(scales, field, options, name) {
            Understood::Sure(value) => values.push(value),
            Understood::Perhaps(value, doubt) => {
                values.push(value);
                doubts.push(doubt);
            }
            Understood::Not(why) => return Understood::Not(why),
        }
    }
    let values = values.join("\n");
    if doubts.is_empty() { Understood::Sure(values) } else { Understood::Perhaps(values, doubts.join("; ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_names_are_read_whatever_their_case() {
        let scales = Scales::default();
        let teams = vec![Choice::new("tributi", "Servizio Tributi"), Choice::new("anagrafe", "Anagrafe; stato civile")];
        let one = Field::new("servizio", "Servizio", "", FieldKind::Choice(teams.clone()));
        let many = Field::new("smart_team", "Smart team", "", FieldKind::Choices(teams));
        let sure = |text: &str| Understood::Sure(text.to_owned());
        assert_eq!(understood(&scales, &one, "SERVIZIO TRIBUTI"), sure("tributi"));
        assert_eq!(understood(&scales, &one, "tributi"), sure("tributi"));
        assert!(
            matches!(understood(&scales, &one, "Servizio Tribbuti"), Understood::Perhaps(value, _) if value == "tributi")
        );
        assert!(matches!(understood(&scales, &one, "Marte"), Understood::Not(_)));
        assert_eq!(understood(&scales, &many, "Anagrafe; stato civile"), sure("anagrafe"));
        assert_eq!(understood(&scales, &many, "Servizio Tributi\nanagrafe"), sure("tributi\nanagrafe"));
        assert_eq!(understood(&scales, &many, ""), sure(""));
        let items = Field::new("fasi", "Fasi", "", FieldKind::Items);
        assert_eq!(understood(&scales, &items, "- Prima\n\n• Seconda"), sure("Prima\nSeconda"));
        for own in ["-5 gradi\n- 3", "* nota", "-5\n-3", "- Prima\nSeconda"] {
            assert_eq!(understood(&scales, &items, own), sure(own));
        }
    }
}
