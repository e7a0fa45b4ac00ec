//! Headings that say more than the name of a column, and by that mean another thing: `Codice fiscale` is no `Codice`.

use super::header::Header;
use super::heading::words;
use super::likeness::is_near;
use super::role::{Reads, Role};
use super::vocabulary::Vocabulary;
use crate::import::reading::How;
use std::collections::BTreeSet;

/// Words that leave the meaning of a heading as it is.
const NEUTRAL: &str = "\
    si no in o parte se che cui anno totale totali tot complessivo complessiva complessivi processo \
    procedimento attivita previsto prevista previsti eventuale eventuali relativo relativa attuale attuali \
    indicare indicato specificare finale lavoro agile agili smart working smartabile smartabilita remoto \
    svolgibile svolgibili remotizzabile piao pola gennaio dicembre giugno dati valore obbligatorio \
    facoltativo caso massimo massima max circa stimata stima nota note";
/// The same of codes.
const OF_CODES: &str = "\
    interno univoco progressivo catalogo mappatura alfanumerico nuovo identificativo provvisorio";
/// The same of risk.
const OF_RISK: &str = "\
    liv ind corr corruttivo corruttivi corruzione anticorruzione livello grado valutazione classe indice residuo inerente \
    esposizione giudizio sintetico misura ptpct pna rpct attribuito alto medio basso";
/// The same of people.
const OF_PEOPLE: &str = "\
    organica assegnati assegnato assegnate servizio al ruolo ufficio struttura area settore non dirigente \
    dirigenziale dirigenziali esclusi comparto effettivi effettivo attivi attivo tempo indeterminato \
    determinato ta pta tecnico amministrativo accordo accordi individuale individuali lavoratori lavoratrici \
    dipendenti dipendente adibito adibiti cat persone ente comune personale unita presenti stipulati firmati \
    vigenti essere conclusi attivati autorizzati autorizzato hanno sottoscritto contratto contratti da \
    interno proprio organico complessivamente regime modalita forma svolto svolgono lavorano con";
/// The same of days.
const OF_DAYS: &str = "\
    consentiti consentite autorizzati autorizzate concordati concordate concessi concesse fruibili fruiti \
    fruite svolti svolte effettuati effettuate medi media medio medie massimi massime minimi min mese mensili \
    trimestre annui annue pro capite dipendente distanza casa accordo individuale lavorativi lavorabili \
    stabiliti stabilite numero lavorate lavorati remote ciascuno";
/// The same of shares.
const OF_SHARES: &str = "quota parziale parz ore tempo distanza casa lavorabile";
/// The same of carriers of documents.
const OF_PAPER: &str = "\
    presenza necessari necessario richiesti uso utilizzo utilizzati necessita documenti fisici";
/// Words by which a list of activities is another than that of the steps of a process.
const OF_PLACE: &str = "presenza sede distanza remoto sportello casa agile escluse";
/// Beginnings of what the reasons of an answer of agile work are about.
const REASONED: &str = "agil smart remot esclus presenza distanza risposta";

/// The word of a heading by which it means something else than a role that its other words name; `None` if it means that.
pub(super) fn by<'h>(variants: &'h [String], role: &Role) -> Option<&'h str> {
    let whole = variants.first()?;
    if variants.iter().any(|variant| role.words.contains(variant)) {
        return None;
    }
    let own: BTreeSet<&str> = role.words.iter().flat_map(|words| words.split(' ')).collect();
    let is_own = |word: &str| own.contains(word) || own.iter().any(|known| is_near(word, known));
    let mut extra = whole.split(' ').filter(|word| !is_own(word));
    if role.key == "motivazione"
        && whole.split(' ').any(|word| REASONED.split(' ').any(|start| word.starts_with(start)))
    {
        return None;
    }
    if role.key == "fasi" {
        return extra.find(|word| has(OF_PLACE, word));
    }
    // What is left out of agile work is in a table of its own.
    if role.key == "processo" && whole.split(' ').any(|word| word == "attivita") {
        return extra.find(|word| word.starts_with("esclus"));
    }
    let allowed = allowed(role)?;
    extra.find(|word| !has(NEUTRAL, word) && !has(allowed, word))
}

/// The word of the lowest part of a heading by which a column counts only some of the people whom the part above it names: `Personale /
/// Dirigenti`.
pub(super) fn below<'h>(lowest: &'h str, storeys: &[String], role: &Role) -> Option<&'h str> {
    if storeys.len() < 2 || !matches!(role.reads, Reads::Count) || lowest.is_empty() {
        return None;
    }
    let is_own = |word: &str| role.words.iter().any(|words| words.split(' ').any(|own| own == word));
    lowest.split(' ').find(|word| !is_own(word) && !has(NEUTRAL, word) && !has(OF_PEOPLE, word))
}

/// Whether a word is among those of a list.
fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}

/// The words that a heading of a role may have beside its own; `None` where any may stand.
fn allowed(role: &Role) -> Option<&'static str> {
    Some(match role.reads {
        Reads::Code => OF_CODES,
        Reads::Risk => OF_RISK,
        Reads::Count => OF_PEOPLE,
        Reads::Days(_) => OF_DAYS,
        Reads::Percentage(_) => OF_SHARES,
        Reads::YesNo => OF_PAPER,
        Reads::Text if role.key == "motivazione" => "",
        Reads::Text if role.key == "prefisso" => OF_CODES,
        _ => return None,
    })
}

/// Whether a word may stand in a heading that counts women or men, whatever else it counts.
pub(super) fn is_of_people(word: &str) -> bool {
    has(NEUTRAL, word) || has(OF_PEOPLE, word)
}

/// Whether a heading tells of people at work, `Presenti in servizio`, and names no service.
pub(super) fn is_at_work(heading: &str) -> bool {
    let said = words(heading);
    said != "servizio" && (said.ends_with(" in servizio") || said.contains(" in servizio "))
}

impl Header {
    /// Says of the columns whose headings name a key but for one word what keeps them from it.
    pub(super) fn tell_narrowed(&mut self, vocabulary: &Vocabulary, narrowed: &[(usize, usize, String)]) {
        for (column, number, word) in narrowed {
            let (column, key) = (&mut self.columns[*column], &vocabulary.roles[*number].key);
            if column.how == How::None && column.narrowed.is_none() {
                let remark =
                    format!("somiglia a `{key}`, ma la parola «{word}» può farne un'altra cosa: non è stata letta");
                (column.narrowed, column.remark) = (Some(key.clone()), Some(remark));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::foreign::likeness::strength;

    fn narrowing(heading: &str, key: &str, reads: Reads, known: &[&str]) -> Option<String> {
        let role = Role { key: key.to_owned(), reads, words: known.iter().map(|word| words(word)).collect() };
        let variants = super::super::heading::variants(&[heading.to_owned()]);
        assert!(strength(&variants, &role.words) > 0, "{heading}");
        by(&variants, &role).map(str::to_owned)
    }

    #[test]
    fn what_is_left_over_may_make_of_a_heading_another_one() {
        let code = |heading| narrowing(heading, "codice", Reads::Code, &["codice", "codice procedimento"]);
        assert_eq!(code("Codice fiscale").as_deref(), Some("fiscale"));
        assert_eq!(code("Codice ufficio").as_deref(), Some("ufficio"));
        assert_eq!(
            [code("Codice interno"), code("Codice del processo"), code("Cod. univoco (PIAO)")],
            [None, None, None]
        );
        let risk = |heading| narrowing(heading, "rischio", Reads::Risk, &["rischio", "livello di rischio"]);
        assert_eq!(risk("Rischio privacy").as_deref(), Some("privacy"));
        assert_eq!(risk("Rischio stress lavoro-correlato").as_deref(), Some("stress"));
        assert_eq!([risk("Rischio di corruzione"), risk("Grado di rischio corruttivo")], [None, None]);
        let days =
            |heading| narrowing(heading, "giorni_settimana", Reads::Days(crate::model::Period::Week), &["giorni"]);
        assert_eq!(days("Giorni di ferie").as_deref(), Some("ferie"));
        assert_eq!(days("Giorni di lavoro agile consentiti"), None);
        let reason = |heading| narrowing(heading, "motivazione", Reads::Text, &["motivazione", "motivazioni"]);
        assert_eq!(reason("Motivazione nomina").as_deref(), Some("nomina"));
        assert_eq!(reason("Motivazioni della non smartabilità"), None);
    }
}
