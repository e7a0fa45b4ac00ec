use super::{Read, on_one_line, states_nothing};
use crate::model::{ProcessCode, is_hyphen, latin};

/// A code without the spaces around its signs, in capitals where it is made of parts.
pub(in super::super) fn read(text: &str) -> Read<String> {
    let text = on_one_line(text);
    if states_nothing(&text) {
        return Read::Blank;
    }
    let compact = tight(&text);
    let plain = latin(&compact);
    let code = spelled(&plain);
    if plain != compact {
        let foreign: String = compact.chars().filter(|c| latin(&c.to_string()) != c.to_string()).collect();
        return Read::Doubtful(
            code,
            format!("«{foreign}» è di un altro alfabeto: è stata letta come la lettera che le somiglia"),
        );
    }
    match with_digits(&code) {
        Some(digits) => {
            Read::Doubtful(digits, format!("fra le cifre di «{code}» c'era una lettera che somiglia a una di esse"))
        }
        None => Read::Sure(code),
    }
}

/// A code whose first part is digits but for a letter that looks like one, `41O-4-B`, with that digit; `None` of the others.
fn with_digits(code: &str) -> Option<String> {
    let (first, rest) = code.split_once(is_sign)?;
    let digits = first.bytes().filter(u8::is_ascii_digit).count();
    let alike = first.chars().filter(|c| matches!(c, 'O' | 'o' | 'I' | 'l')).count();
    if digits < 2 || alike == 0 || digits + alike < first.chars().count() {
        return None;
    }
    let first = first.replace(['O', 'o'], "0").replace(['I', 'l'], "1");
    Some(format!("{first}{}", &code[code.len() - rest.len() - 1..]))
}

/// Whether a text looks like a code: letters and digits in two parts or more, one of them with a digit.
pub(in super::super) fn is_code(text: &str) -> bool {
    let code = latin(&tight(&on_one_line(text)));
    let parts: Vec<&str> = code.split(is_sign).collect();
    let plain = parts.iter().all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric()));
    let digits = code.chars().any(|c| c.is_ascii_digit());
    let is_date = parts.len() == 3 && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    parts.len() > 1 && plain && digits && !is_date && code.chars().count() <= 24
}

fn is_sign(c: char) -> bool {
    is_hyphen(c) || matches!(c, '.' | '/' | '_')
}

/// Without the spaces on either side of a sign.
fn tight(text: &str) -> String {
    let mut tight = String::with_capacity(text.len());
    for c in text.chars() {
        if is_sign(c) {
            tight.truncate(tight.trim_end().len());
            tight.push(if is_hyphen(c) { '-' } else { c });
        } else if !(c == ' ' && tight.ends_with(is_sign)) {
            tight.push(c);
        }
    }
    tight.trim_end_matches(['.', '-', '/']).to_owned()
}

fn spelled(code: &str) -> String {
    let parsed = ProcessCode::parse(code);
    if parsed.is_well_formed() {
        return parsed.as_str().to_owned();
    }
    let parts = code.split(is_sign);
    let is_part = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric());
    if code.contains(is_sign) && parts.clone().all(is_part) { code.to_uppercase() } else { code.to_owned() }
}
