/// Letters that stand for several words, with the one expansion that they have for everybody in the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Acronym {
    /// The letters, all capitals.
    pub letters: &'static str,
    /// The words that they stand for.
    pub expansion: &'static str,
    /// What that is, in whole sentences.
    pub meaning: &'static str,
    /// The law that it rests on, where there is one.
    pub law: Option<&'static str>,
}

const fn acronym(
    letters: &'static str,
    expansion: &'static str,
    meaning: &'static str,
    law: Option<&'static str>,
) -> Acronym {
    Acronym { letters, expansion, meaning, law }
}

/// Those whose expansion leaves no doubt, in the order of the alphabet: what may mean several things is not here.
pub const ACRONYMS: &[Acronym] = &[
    acronym(
        "ANAC",
        "Autorità nazionale anticorruzione",
        "L'autorità che vigila sulla prevenzione della corruzione, sulla trasparenza e sui contratti pubblici.",
        None,
    ),
    acronym(
        "ANPR",
        "Anagrafe nazionale della popolazione residente",
        "La banca dati nazionale in cui sono confluite le anagrafi dei Comuni.",
        Some("Decreto legislativo 7 marzo 2005 n. 82, articolo 62"),
    ),
    acronym(
        "CAD",
        "Codice dell'amministrazione digitale",
        "La legge che regola l'uso delle tecnologie informatiche nelle pubbliche amministrazioni.",
        Some("Decreto legislativo 7 marzo 2005 n. 82"),
    ),
    acronym(
        "CCNL",
        "Contratto collettivo nazionale di lavoro",
        "L'accordo nazionale che regola il rapporto di lavoro del personale di un comparto.",
        None,
    ),
    acronym(
        "CCNQ",
        "Contratto collettivo nazionale quadro",
        "L'accordo nazionale che vale per più comparti del pubblico impiego.",
        None,
    ),
    acronym(
        "CFU",
        "Credito formativo universitario",
        "La misura dello studio che un corso universitario richiede.",
        Some("Decreto ministeriale 22 ottobre 2004 n. 270"),
    ),
    acronym(
        "CIE",
        "Carta d'identità elettronica",
        "Il documento d'identità in formato elettronico, che si chiede al proprio Comune.",
        None,
    ),
    acronym(
        "CILA",
        "Comunicazione di inizio lavori asseverata",
        "La comunicazione con cui si avviano certi lavori edilizi, accompagnata dalla dichiarazione di un tecnico.",
        Some("Decreto del Presidente della Repubblica 6 giugno 2001 n. 380, articolo 6-bis"),
    ),
    acronym(
        "CUG",
        "Comitato unico di garanzia",
        "Il comitato per le pari opportunità, la valorizzazione del benessere di chi lavora e contro le discriminazioni.",
        Some("Decreto legislativo 30 marzo 2001 n. 165, articolo 57"),
    ),
    acronym(
        "DUP",
        "Documento unico di programmazione",
        "Il documento con cui un ente locale guida la propria attività strategica e operativa.",
        Some("Decreto legislativo 18 agosto 2000 n. 267, articolo 170"),
    ),
    acronym(
        "ERC",
        "Consiglio europeo della ricerca (European Research Council)",
        "L'organismo dell'Unione europea che finanzia la ricerca di base.",
        None,
    ),
    acronym(
        "GEPI",
        "Gestione dei Patti per l'inclusione sociale",
        "La piattaforma del Ministero del lavoro e delle politiche sociali usata dagli assistenti sociali dei Comuni.",
        None,
    ),
    acronym("ICI", "Imposta comunale sugli immobili", "L'imposta comunale che precedeva l'IMU.", None),
    acronym(
        "ICP",
        "Imposta comunale sulla pubblicità",
        "L'imposta comunale sui messaggi pubblicitari che precedeva il canone unico.",
        None,
    ),
    acronym("IMU", "Imposta municipale propria", "L'imposta comunale sul possesso di immobili.", None),
    acronym(
        "IPA",
        "Indice dei domicili digitali della pubblica amministrazione e dei gestori di pubblici servizi",
        "L'elenco pubblico degli indirizzi a cui si scrive alle pubbliche amministrazioni.",
        Some("Decreto legislativo 7 marzo 2005 n. 82, articolo 6-ter"),
    ),
    acronym(
        "IRPEF",
        "Imposta sul reddito delle persone fisiche",
        "L'imposta dello Stato sui redditi delle persone, alla quale i Comuni possono aggiungere un'addizionale.",
        Some("Decreto del Presidente della Repubblica 22 dicembre 1986 n. 917"),
    ),
    acronym(
        "ISEE",
        "Indicatore della situazione economica equivalente",
        "Il valore che misura la condizione economica di una famiglia per l'accesso a prestazioni agevolate.",
        None,
    ),
    acronym("ISTAT", "Istituto nazionale di statistica", "L'ente pubblico che produce le statistiche ufficiali.", None),
    acronym(
        "MEF",
        "Ministero dell'economia e delle finanze",
        "Il Ministero che cura il bilancio dello Stato e le entrate pubbliche.",
        None,
    ),
    acronym(
        "MSCA",
        "Azioni Marie Skłodowska-Curie (Marie Skłodowska-Curie Actions)",
        "Il programma dell'Unione europea per la formazione e la mobilità dei ricercatori.",
        None,
    ),
    acronym(
        "OIV",
        "Organismo indipendente di valutazione",
        "L'organismo che controlla il sistema di valutazione della performance di un'amministrazione.",
        Some("Decreto legislativo 27 ottobre 2009 n. 150, articolo 14"),
    ),
    acronym(
        "PEC",
        "Posta elettronica certificata",
        "La posta elettronica che dà prova dell'invio e della consegna di un messaggio.",
        None,
    ),
    acronym(
        "PEG",
        "Piano esecutivo di gestione",
        "Il documento con cui la Giunta di un ente locale assegna obiettivi e risorse ai dirigenti.",
        Some("Decreto legislativo 18 agosto 2000 n. 267, articolo 169"),
    ),
    acronym(
        "PNC",
        "Piano nazionale per gli investimenti complementari",
        "Il piano con cui lo Stato finanzia investimenti che si aggiungono a quelli del PNRR.",
        Some("Decreto-legge 6 maggio 2021 n. 59"),
    ),
    acronym(
        "PNRR",
        "Piano nazionale di ripresa e resilienza",
        "Il piano con cui l'Italia usa i fondi europei assegnati dopo la pandemia.",
        None,
    ),
    acronym(
        "PSR",
        "Programma di sviluppo rurale",
        "Il programma con cui una Regione impiega i fondi europei per l'agricoltura e le aree rurali.",
        None,
    ),
    acronym(
        "PTPC",
        "Piano triennale di prevenzione della corruzione",
        "Il piano delle misure contro la corruzione, che oggi è una parte del PIAO.",
        Some("Legge 6 novembre 2012 n. 190, articolo 1"),
    ),
    acronym(
        "PTPCT",
        "Piano triennale di prevenzione della corruzione e della trasparenza",
        "Il piano delle misure contro la corruzione e per la trasparenza, che oggi è una parte del PIAO.",
        Some("Legge 6 novembre 2012 n. 190, articolo 1"),
    ),
    acronym(
        "RGS",
        "Ragioneria generale dello Stato",
        "L'ufficio del Ministero dell'economia e delle finanze che tiene i conti dello Stato.",
        None,
    ),
    acronym(
        "RPCT",
        "Responsabile della prevenzione della corruzione e della trasparenza",
        "La persona che in un'amministrazione predispone e controlla le misure contro la corruzione e per la trasparenza.",
        Some("Legge 6 novembre 2012 n. 190, articolo 1"),
    ),
    acronym(
        "RSU",
        "Rappresentanza sindacale unitaria",
        "L'organismo eletto da chi lavora in un'amministrazione, che lo rappresenta.",
        None,
    ),
    acronym(
        "SCIA",
        "Segnalazione certificata di inizio attività",
        "La dichiarazione con cui si può avviare subito un'attività, senza attendere un'autorizzazione.",
        Some("Legge 7 agosto 1990 n. 241, articolo 19"),
    ),
    acronym(
        "SPID",
        "Sistema pubblico di identità digitale",
        "Il sistema con cui una persona accede ai servizi in rete delle amministrazioni.",
        None,
    ),
    acronym(
        "SUAP",
        "Sportello unico per le attività produttive",
        "L'ufficio al quale ci si rivolge per ogni pratica che riguarda un'attività produttiva.",
        Some("Decreto del Presidente della Repubblica 7 settembre 2010 n. 160"),
    ),
    acronym(
        "SUE",
        "Sportello unico per l'edilizia",
        "L'ufficio al quale ci si rivolge per ogni pratica che riguarda un intervento edilizio.",
        Some("Decreto del Presidente della Repubblica 6 giugno 2001 n. 380, articolo 5"),
    ),
    acronym(
        "TARI",
        "Tassa sui rifiuti",
        "La tassa comunale sul servizio di raccolta e smaltimento dei rifiuti.",
        Some("Legge 27 dicembre 2013 n. 147"),
    ),
    acronym(
        "TASI",
        "Tributo per i servizi indivisibili",
        "Il tributo comunale che oggi non c'è più, confluito nell'IMU.",
        Some("Legge 27 dicembre 2013 n. 147"),
    ),
    acronym("UO", "Unità organizzativa", "Una parte dell'organizzazione di un ente, con un compito proprio.", None),
    acronym(
        "UOC",
        "Unità operativa complessa",
        "Nelle aziende sanitarie, una struttura con autonomia propria, retta da un direttore.",
        None,
    ),
    acronym(
        "UOS",
        "Unità operativa semplice",
        "Nelle aziende sanitarie, una struttura con un compito proprio, di norma dentro una più grande.",
        None,
    ),
    acronym(
        "URP",
        "Ufficio per le relazioni con il pubblico",
        "L'ufficio che informa i cittadini e raccoglie le loro segnalazioni.",
        Some("Decreto legislativo 30 marzo 2001 n. 165, articolo 11"),
    ),
    acronym(
        "XBRL",
        "Linguaggio per lo scambio dei bilanci (eXtensible Business Reporting Language)",
        "Il formato elettronico in cui si depositano i bilanci.",
        None,
    ),
];

impl Acronym {
    /// The one with these letters.
    pub fn named(letters: &str) -> Option<&'static Self> {
        ACRONYMS.iter().find(|acronym| acronym.letters == letters)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_are_capitals_in_order_and_each_has_a_sentence() {
        assert!(ACRONYMS.windows(2).all(|pair| pair[0].letters < pair[1].letters));
        for acronym in ACRONYMS {
            assert!(acronym.letters.bytes().all(|byte| byte.is_ascii_uppercase()), "{}", acronym.letters);
            assert!(acronym.meaning.ends_with('.') && !acronym.expansion.is_empty(), "{}", acronym.letters);
        }
    }
}
