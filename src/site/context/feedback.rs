//! Where a reader reports an error: the address that the administration gives for it, else its e-mail, else its certified e-mail.

use crate::model::Administration;
use crate::site::address;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything but what RFC 3986 (2.3) leaves as it is.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The address to which an error on a page is reported, whose subject names the page; nothing where none is known.
///
/// `window` is the title of the page, `canonical` its address where one is known.
pub(in crate::site) fn address(
    administration: &Administration,
    window: &str,
    canonical: Option<&str>,
) -> Option<String> {
    let contacts = &administration.contacts;
    let own = administration.feedback.as_ref().and_then(|feedback| address::web_or_email(&feedback.value));
    let mut mails = [contacts.email.as_ref(), contacts.certified_email.as_ref()].into_iter().flatten();
    let address = own.or_else(|| mails.find_map(|mail| address::email(&mail.value)))?;
    // A form of the web knows what to ask for, and so does an address that has a subject of its own.
    if !address.starts_with("mailto:") || address.contains('?') {
        return Some(address);
    }
    let subject = encoded(&format!("Segnalazione di errore: {window}"));
    let body =
        canonical.map(|page| format!("&body={}", encoded(&format!("Pagina: {page}\r\n\r\n")))).unwrap_or_default();
    Some(format!("{address}?subject={subject}{body}"))
}

/// A text as part of an address (RFC 6068).
fn encoded(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

#[cfg(test)]
mod tests {
    use super::encoded;

    #[test]
    fn a_subject_cannot_leave_its_place() {
        assert_eq!(encoded("è «a»&body=?\r\nBcc:x"), "%C3%A8%20%C2%ABa%C2%BB%26body%3D%3F%0D%0ABcc%3Ax");
    }
}
