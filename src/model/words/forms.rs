use super::adjective::Adjective;
use super::article::{Before, Number};
use super::noun::{Noun, joined};
use crate::model::capital;
use std::collections::BTreeMap;

/// The forms of a word that templates name: `singolare`, `plurale`, with an article `il` and `i`, with prepositions `del`, `dei`, `al`,
/// `nel`, `nei`, `dal`, with `un`, `un_altro`, `nessun`, `questo`, `tutto_il`, `tutti_i`, and adjectives that agree with it; each with a capital letter too, under
/// the name with a capital letter.
pub type WordForms = BTreeMap<String, String>;

/// Adjectives of one thing and of several: their names, and how they are looked for.
const ADJECTIVES: &[(&str, &str, Number)] = &[
    ("proprio", "proprio", Number::One),
    ("indicato", "indicato", Number::One),
    ("detto", "detto", Number::One),
    ("successivo", "successivo", Number::One),
    ("nessuno", "nessuno", Number::One),
    ("questo_solo", "questo", Number::One),
    ("lo", "lo", Number::One),
    ("propri", "propri", Number::Many),
    ("nuovi", "nuovi", Number::Many),
    ("cambiati", "cambiati", Number::Many),
    ("scelti", "scelti", Number::Many),
    ("nominati", "nominati", Number::Many),
    ("attribuiti", "attribuiti", Number::Many),
    ("altri", "altri", Number::Many),
    ("quelli", "quelli", Number::Many),
    ("quanti", "quanti", Number::Many),
    ("tutti", "tutti", Number::Many),
    ("loro", "i loro", Number::Many),
    ("gli_altri", "gli altri", Number::Many),
    ("gli_stessi", "gli stessi", Number::Many),
];

/// The forms of a word.
pub(super) fn of(noun: &Noun) -> WordForms {
    let (one, many) = (Number::One, Number::Many);
    let with = |before: Before, number| Some(noun.form(number).after(before));
    let forms = [
        ("singolare", Some(noun.bare(one).to_owned())),
        ("plurale", Some(noun.bare(many).to_owned())),
        ("il", with(Before::Article, one)),
        ("i", with(Before::Article, many)),
        ("del", with(Before::Of, one)),
        ("dei", with(Before::Of, many)),
        ("al", with(Before::To, one)),
        ("nel", with(Before::In, one)),
        ("nei", with(Before::In, many)),
        ("dal", with(Before::From, one)),
        ("un", noun.with_indefinite("un")),
        ("nessun", noun.with_indefinite("nessun")),
        ("questo", noun.with_this(one)),
    ];
    let agreeing = |form: &str, number| Some(Adjective::known(form)?.agreeing(noun.gender(number)?, number).to_owned());
    let all = |form, number| Some(format!("{} {}", agreeing(form, number)?, with(Before::Article, number)?));
    let another = || Some(joined(&agreeing("un altro", one)?, noun.bare(one)));
    let adjectives = ADJECTIVES.iter().map(|(name, form, number)| (*name, agreeing(form, *number)));
    let adjectives =
        adjectives.chain([("un_altro", another()), ("tutto_il", all("tutto", one)), ("tutti_i", all("tutti", many))]);
    let forms = forms.into_iter().chain(adjectives).filter_map(|(name, form)| Some((name, form?)));
    forms.flat_map(|(name, form)| [(capital(name), capital(&form)), (name.to_owned(), form)]).collect()
}
