/// Why a text is no address that a page may lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddressFault {
    /// It does not begin with `https://` or `http://` and a host, or has signs that no address has.
    Incomplete,
    /// Its scheme is written in capitals: the same address as it should be written.
    Capitals(String),
    /// It names a user, perhaps with a password, before its host.
    Credentials,
}

impl AddressFault {
    /// What is wrong with an address, if anything is. RFC 3986, sections 3.1 and 3.2.1.
    pub fn of(text: &str) -> Option<Self> {
        let Some((scheme, rest)) = text.split_once("://") else { return Some(Self::Incomplete) };
        let right = scheme.to_ascii_lowercase();
        let begins = rest.starts_with(|c: char| c.is_alphanumeric() || c == '[');
        let strange = |c: char| c.is_whitespace() || c.is_control() || "<>\"{}|\\^`".contains(c);
        if !matches!(right.as_str(), "https" | "http") || !begins || rest.contains(strange) {
            return Some(Self::Incomplete);
        }
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if host.contains('@') {
            return Some(Self::Credentials);
        }
        (right != scheme).then(|| Self::Capitals(format!("{right}://{rest}")))
    }

    /// What is wrong with the address of a folder, below which others stand: it has no query and no fragment, and no sign that would end it
    /// where it is quoted.
    pub fn of_base(text: &str) -> Option<Self> {
        Self::of(text).or_else(|| text.contains(['\'', '?', '#']).then_some(Self::Incomplete))
    }
}

#[cfg(test)]
mod tests {
    use super::AddressFault::{self, Capitals, Credentials, Incomplete};

    #[test]
    fn an_address_has_a_scheme_and_a_host_and_no_user() {
        for (text, fault) in [
            ("https://www.ente.esempio.it/agile/", None),
            ("http://[::1]/", None),
            ("https://a.it/posta/@urp?x=a@b#c@d", None),
            ("www.ente.esempio.it", Some(Incomplete)),
            ("/agile/", Some(Incomplete)),
            ("ftp://a.it/", Some(Incomplete)),
            ("https:///agile/", Some(Incomplete)),
            ("https://a.it/un posto", Some(Incomplete)),
            ("HTTPS://A.it/X", Some(Capitals("https://A.it/X".to_owned()))),
            ("https://utente:segreta@a.it/", Some(Credentials)),
            ("https://utente@a.it", Some(Credentials)),
        ] {
            assert_eq!(AddressFault::of(text), fault, "{text}");
        }
    }

    #[test]
    fn a_base_says_where_a_folder_is_and_no_more() {
        for (text, fault) in [
            ("https://a.it/agile/", None),
            ("https://a.it/agile/?p=1", Some(Incomplete)),
            ("https://a.it/#agile", Some(Incomplete)),
            ("https://a.it/l'ente/", Some(Incomplete)),
            ("https://utente@a.it/?p=1", Some(Credentials)),
        ] {
            assert_eq!(AddressFault::of_base(text), fault, "{text}");
        }
    }
}
