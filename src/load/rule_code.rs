use super::reader::Reader;
use crate::model::Text;

impl Reader<'_> {
    /// The code of a rule, however it was spelled; any other text as it is.
    pub(super) fn rule_code(&mut self, text: Text) -> Text {
        match rule_code(&text.value) {
            Some(right) if right != text.value => {
                self.respelled(&text, &right);
                text.map(|_| right)
            }
            _ => text,
        }
    }
}

/// The code of a rule that a text is in another spelling: `LA301` of `la301` and of `La 301`.
pub(super) fn rule_code(text: &str) -> Option<String> {
    let code: String = text.split_whitespace().collect::<String>().to_uppercase();
    let digits = code.strip_prefix("LA")?;
    (digits.len() == 3 && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(code)
}
