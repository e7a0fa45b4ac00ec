use super::basis::Basis;
use super::entry::{GlossaryEntry, Needs};
use crate::model::BargainingSector;

const LAW: Option<Basis> = Some(Basis::Law("Legge 22 maggio 2017 n. 81, articolo 18"));
const PARTIES: Option<Basis> = Some(Basis::Law("Legge 22 maggio 2017 n. 81, articoli 18 e 19"));
const CONTRACT: Option<Basis> = Some(Basis::Agreement);
const PLAN: Option<Basis> = Some(Basis::Law(
    "Decreto-legge 9 giugno 2021 n. 80, articolo 6; per la parte sul lavoro agile, decreto del Ministro per la Pubblica \
     Amministrazione 30 giugno 2022 n. 132, articolo 4",
));

/// The terms, in the order of the alphabet.
pub(in crate::site) const ENTRIES: &[GlossaryEntry] = &[
    GlossaryEntry {
        id: "accordo-individuale",
        name: "Accordo individuale",
        forms: &["accordo individuale", "accordi individuali"],
        meaning: "L'accordo scritto tra l'ente e la singola persona che lavora in modalità agile. Regola il lavoro \
                  svolto fuori dalla sede, i tempi di riposo e le misure per disconnettersi dagli strumenti di lavoro.",
        basis: PARTIES,
        ..GlossaryEntry::USUAL
    },
    GlossaryEntry {
        id: "avvio",
        name: "Avvio (input)",
        forms: &[],
        meaning: "Ciò che fa cominciare [un processo]: per esempio una domanda, un incarico, una scadenza. \
                  [Un processo] può avere più avvii.",
        basis: None,
        needs: Needs::Columns(&["input"]),
        ..GlossaryEntry::USUAL
    },
    GlossaryEntry {
        id: "codice",
        name: "Codice [del processo]",
        forms: &["codice [del processo]", "codici [dei processi]"],
        meaning: "Il nome breve di [un processo], in tre parti unite da un trattino: il prefisso, che di norma è quello \
                  [del servizio]; un numero; una lettera che indica [il rischio corruttivo], B per basso, M per medio, A \
                  per alto.",
        basis: None,
        needs: Needs::Columns(&["codice"]),
        without: Some((
            Needs::CodesInParts,
            "Il nome breve di [un processo], che [nessun altro|processo] ha nella stessa edizione.",
        )),
        ..GlossaryEntry::USUAL
    },
    GlossaryEntry {
        id: "condizioni-abilitanti",
        name: "Condizioni abilitanti",
        forms: &["condizioni abilitanti", "condizione abilitante"],
        meaning: "Le condizioni che devono esserci perché una persona possa lavorare in modalità agile. Quali sono lo \
                  dice il documento dell'ente.",
        basis: None,
        if_said: true,
        ..GlossaryEntry::USUAL
    },
    GlossaryEntry {
        id: "da-verificare",
        name: "Da verificare",
        forms: &[],
        meaning: "Accompagna ciò che nel documento di partenza non si legge con certezza e che l'ufficio deve ancora \
                  controllare.",
        basis: None,
        needs: Needs::Doubts,
        ..GlossaryEntry::USUAL
    },
    GlossaryEntry {
        id: "destinatari",
        name: "Destinatari",
        forms: &[],
        meaning: "Nel piano formativo, i gruppi di persone ai quali un modulo è rivolto: ogni gruppo è una colonna \
                  della tavola.",
        basis: None,
        needs: Needs::Training,
        ..GlossaryEntry::USUAL
    },
    GlossaryEntry {
        id: "edizione",
        name: "Edizione",
        forms: &[],
        meaning: "Il documento sul lavoro agile di un determinato triennio, con le sue tavole e i suoi dati. Quella in \
                  vigore è detta vigente, e lo resta finché non ne è approvata un'altra; le altre restano consultabili allo \
                  stesso indirizzo.",
        basis: None,
        ..GlossaryEntry::USUAL
    },
    GlossaryEntry {
        id: "elevata-qualificazione",
        name: "Elevata Qualificazione (EQ)",
        forms: &["elevata qualificazione", "elevate qualificazioni", "titolare EQ", "titolari EQ", "responsabili EQ"],
        meaning: "Una posizione di lavoro di elevata responsabilità e con elevata autonomia nelle decisioni, affidata \
                  con un incarico a termine.",
        basis: CONTRACT,
        // Other sectors give this name to other things, or have none by it.
        needs: Needs::Sector(BargainingSector::LocalFunctions),
        if_said: true,
        ..GlossaryEntry::USUAL
    },
    GlossaryEntry {
        id: "fascia-di-contattabilita",
        name: "Fascia di contattabilità",
        forms: &["fascia di contattabilità", "fasce di contattabilità"],
        meaning: "Le ore della giornata agile in cui la persona deve poter essere raggiunta, per telefono, per posta \
                  elettronica o in altro modo simile.",
        basis: CONTRACT,
        if_said: true,
        ..GlossaryEntry::USUAL
    },
    GlossaryEntry {
        id: "fasi",
        name: "Fasi",
        forms: &[],
        meaning: "I passi nei quali [un processo] si svolge, dall'avvio al risultato.",
        basis: None,
        needs: Needs::Columns(&["fasi"]),
        without: Some((Needs::Columns(&["input", "output"]), "I passi nei quali [un processo] si svolge.")),
        ..GlossaryEntry::USUAL
    },
    GlossaryEntry {
        id: "lavoro-agile",
        name: "Lavoro agile",
        forms: &["lavoro agile", "modalità agile"],
        meaning: "Un modo di svolgere il lavoro dipendente, stabilito con un accordo tra le parti: in parte in sede e \
                  in parte fuori, senza una postazione fissa, anche organizzato per fasi, cicli e obiettivi e con \
                  l'aiuto di strumenti tecnologici. Restano i limiti di durata dell'orario di lavoro giornaliero e \
                  settimanale.",
        basis: LAW,
        ..GlossaryEntry::USUAL
    },
    GlossaryEntry {
        id: "piao",
        name: "Piano integrato di attività e organizzazione (PIAO)",
        forms: &["piano integrato di attività e organizzazione", "PIAO"],
        meaning: "Il documento con cui un'amministrazione programma per tre anni le proprie attività e la propria \
                  organizzazione, e che aggiorna ogni anno. Una sua parte riguarda il lavoro agile.",
        basis: PLAN,
        ..GlossaryEntry::USUAL
    },
    GlossaryEntry {
        id: "processo",
        name: "[Processo]",
        forms: &[],
        meaning: "Un'attività dell'ente descritta dall'inizio alla fine: che cosa la avvia, in quali fasi si svolge, \
                  quale risultato dà, chi la svolge. Nella Tavola 1 ogni riga è [un processo].",
        basis: None,
        without: Some((
            Needs::Columns(&["input", "fasi", "output"]),
            "Un'attività dell'ente, con chi la svolge. Nella Tavola 1 ogni riga è [un processo].",
        )),
        ..GlossaryEntry::USUAL
    },
    GlossaryEntry {
        id: "richiamo",
        name: "Richiamo",
        forms: &[],
        meaning: "Un segno stampato accanto a una voce, come * oppure (1), che rimanda a una nota. Dove la nota non è \
                  stata pubblicata, la pagina lo dice.",
        basis: None,
        needs: Needs::Marks,
        ..GlossaryEntry::USUAL
    },
    GlossaryEntry {
        id: "rischio-corruttivo",
        name: "Rischio corruttivo",
        forms: &["rischio corruttivo", "rischio di corruzione"],
        meaning: "Il livello del rischio di corruzione di [un processo]: basso, medio o alto. Riguarda solo la corruzione \
                  e non dice nulla del lavoro agile: [un processo] a rischio alto può [essere smartabile!smartabilità]\
                  [svolgersi in modalità agile@smartabilità], [uno|processo] a rischio basso può non \
                  [esserlo!smartabilità][svolgersi così@smartabilità].",
        basis: None,
        needs: Needs::Risk,
        without: Some((
            Needs::UsualRisks,
            "Il grado del rischio di corruzione di [un processo], su una scala dal più basso al più alto. Riguarda solo la \
             corruzione e non dice nulla del lavoro agile: [un processo] di grado alto può [essere smartabile!smartabilità]\
             [svolgersi in modalità agile@smartabilità], [uno|processo] di grado basso può non [esserlo!smartabilità]\
             [svolgersi così@smartabilità].",
        )),
        ..GlossaryEntry::USUAL
    },
    GlossaryEntry {
        id: "risultato",
        name: "Risultato (output)",
        forms: &[],
        meaning: "Ciò che [un processo] produce quando è [concluso|processo]: per esempio un atto, [un servizio!servizio][una prestazione@servizio], \
                  una comunicazione.",
        basis: None,
        needs: Needs::Columns(&["output"]),
        ..GlossaryEntry::USUAL
    },
    GlossaryEntry {
        id: "smart-team",
        name: "[Smart team]",
        forms: &["[smart team!smart team]"],
        meaning: "Un gruppo di lavoro[ che alterna la presenza in ufficio e il lavoro agile!smart team]. Ciascuno \
                  appartiene a [un servizio].",
        basis: None,
        needs: Needs::Teams,
        ..GlossaryEntry::USUAL
    },
    GlossaryEntry {
        id: "smartabile",
        name: "[Smartabile!smartabilità][Smartabilità@]",
        forms: &["[smartabile!smartabilità]", "[smartabili!smartabilità]", "[smartabilità!smartabilità]"],
        meaning: "[Eseguibile in modalità agile. !smartabilità][La smartabilità] dice quanto [un processo], o il lavoro di \
                  [uno smart team], si può svolgere [così!smartabilità][in modalità agile@smartabilità]: del tutto, in \
                  parte o per nulla.",
        basis: None,
        without: Some((
            Needs::Teams,
            "[Eseguibile in modalità agile. !smartabilità][La smartabilità] dice quanto [un processo] si può svolgere \
             [così!smartabilità][in modalità agile@smartabilità]: del tutto, in parte o per nulla.",
        )),
        ..GlossaryEntry::USUAL
    },
    GlossaryEntry {
        id: "in-parte",
        name: "Smartabile in parte",
        forms: &[
            "smartabile in parte",
            "smartabili in parte",
            "smartabili solo in parte",
            "parzialmente smartabile",
            "parzialmente smartabili",
        ],
        needs: Needs::PartAnswers,
        meaning: "Si dice di [un processo], o del lavoro di [uno smart team], che si può svolgere in modalità agile solo \
                  per una parte: il resto richiede la presenza in sede.",
        basis: None,
        without: Some((
            Needs::Teams,
            "Si dice di [un processo] che si può svolgere in modalità agile solo per una parte: il resto richiede la presenza in sede.",
        )),
        ..GlossaryEntry::USUAL
    },
    GlossaryEntry {
        id: "supporti-cartacei",
        name: "Supporti cartacei",
        forms: &["supporti cartacei", "supporto cartaceo"],
        meaning: "I documenti di carta di cui [un processo] ha bisogno. «Non indicato» vuol dire che la tavola non ne \
                  parla, non che la carta non serve.",
        basis: None,
        needs: Needs::Columns(&["supporti_cartacei"]),
        ..GlossaryEntry::USUAL
    },
    GlossaryEntry {
        id: "tavola-1",
        name: "Tavola 1",
        forms: &["tavola 1"],
        meaning: "La mappatura [dei processi] dell'ente: per [ciascuno|processo] dice che cosa fa, chi [lo|processo] svolge e se si può \
                  svolgere in modalità agile.",
        basis: None,
        needs: Needs::UsualProcessTable,
        ..GlossaryEntry::USUAL
    },
];

#[cfg(test)]
mod tests {
    use super::ENTRIES;
    use crate::model::{Words, fold, slug};
    use std::collections::HashSet;

    #[test]
    fn each_term_has_an_anchor_a_place_in_the_alphabet_and_whole_sentences() {
        let mut anchors = HashSet::new();
        for entry in ENTRIES {
            assert!(anchors.insert(entry.id) && slug(entry.id) == entry.id, "{}", entry.id);
            assert!(entry.meaning.ends_with('.') && !entry.meaning.contains("  "), "{}", entry.name);
        }
        let words = Words::default();
        let names: Vec<String> = ENTRIES.iter().map(|entry| fold(words.say(entry.name))).collect();
        assert!(names.is_sorted(), "{names:?}");
    }

    #[test]
    fn no_form_stands_for_two_terms() {
        let (mut forms, words) = (HashSet::new(), Words::default());
        for form in ENTRIES.iter().flat_map(|entry| entry.forms) {
            assert!(forms.insert(fold(words.say(form))), "{form}");
        }
    }
}
