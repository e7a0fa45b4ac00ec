/// A term with its meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::site) struct GlossaryEntry {
    /// Its anchor on the page of the glossary.
    pub(in crate::site) id: &'static str,
    /// The term as people write it.
    pub(in crate::site) name: &'static str,
    /// How texts write it, plurals included; case and accents do not count. Empty for a term that is too common a word to be looked for.
    pub(in crate::site) forms: &'static [&'static str],
    /// What it means, in whole sentences.
    pub(in crate::site) meaning: &'static str,
    /// What the meaning rests on, where that is a law or a contract.
    pub(in crate::site) basis: Option<&'static str>,
}
