/// Headings of others, parted by `|`, by table (empty = every table) and key.
pub(super) const SYNONYMS: [(&str, &str, &str); 46] = [
    (
        "processi",
        "codice",
        "codice|cod.|codice processo|codice - ind|cod. processo|codice procedimento|cod. proc.|id processo|\
         codice identificativo|codice attività|codice scheda|sigla",
    ),
    (
        "processi",
        "rischio",
        "rischio|rischio corruttivo|livello di rischio|grado di rischio|livello rischio corruttivo|\
         valutazione del rischio|rating rischio|p x i|pxi|indice di rischio|classe di rischio|\
         rischio corruzione|ind. rischio|esposizione al rischio|ind",
    ),
    (
        "processi",
        "processo",
        "processo|denominazione processo|denominazione del processo|nome processo|procedimento|\
         denominazione procedimento|denominazione del procedimento|processo procedimento|\
         descrizione processo|descrizione del processo|titolo processo|oggetto|attività|descrizione attività|\
         denominazione attività|attività svolta|attività processo|linea di attività|linee di attività|\
         procedimento amministrativo|processi mappati|denominazione",
    ),
    (
        "processi",
        "finalita",
        "finalità|finalita'|scopo|obiettivo|finalità del processo|obiettivo del processo|scopo del processo",
    ),
    (
        "processi",
        "input",
        "input|avvio|avvio input|input avvio|evento scatenante|origine|origine del processo|input origine|\
         innesco|dati in ingresso|input del processo",
    ),
    (
        "processi",
        "fasi",
        "fasi|fasi attività|fasi e attività|fasi del processo|attività fasi|descrizione fasi|\
         sequenza attività|fasi principali|attività del processo|principali fasi|attività|fase|descrizione fase|\
         fase del processo|sottofase|passaggi",
    ),
    (
        "processi",
        "output",
        "output|risultato|risultato output|output risultato|prodotto|esito|risultato finale|\
         output del processo|risultato atteso|prodotto finale",
    ),
    (
        "processi",
        "smartabilita",
        "smartabilità|smartabile|smartabilita'|smart|si può fare da casa|lavoro agile|lavoro agile si no|l.a.|agile|smart working|\
         remotizzabile|remotizzabilità|eseguibile da remoto|svolgibile in lavoro agile|svolgibile da remoto|\
         telelavorabile|% smartabile|percentuale smartabile|grado di smartabilità|smartabile si no|\
         processo smartabile|attività smartabile|attività agile|lavorabile in agile|\
         possibile in lavoro agile|modalità agile|lavoro agile sì no in parte|eseguibile in lavoro agile|\
         remoto|possibile da remoto",
    ),
    (
        "processi",
        "supporti_cartacei",
        "supporti cartacei|supp.|supp. cartacei|supporto cartaceo|carta|cartaceo|documenti cartacei|\
         documentazione cartacea|uso di carta|supporti|supporti cartacei si no|archivi cartacei|\
         presenza supporti cartacei|materiale cartaceo|supporto|tipo di supporto|documenti su carta",
    ),
    (
        "processi",
        "percentuale",
        "percentuale|quota smartabile|% lavoro agile|percentuale lavoro agile|% smartabilità|\
         percentuale di smartabilità|quota|quota remotizzabile|percentuale remotizzabile|quota agile|\
         quota lavoro agile|quota in lavoro agile|quota svolgibile da remoto|% remotizzabile|% agile|% attività",
    ),
    (
        "processi",
        "motivazione",
        "motivazione|motivo|motivazione se no|perché|giustificazione|ragioni|motivi|motivazioni|\
         motivazione dell'esclusione|limiti|motivazione in caso di no",
    ),
    (
        "processi",
        "software",
        "software|programmi|applicativi|applicativo|gestionale|gestionali|programmi informatici|\
         procedura informatica|software utilizzati|software utilizzato|strumenti informatici|piattaforma|\
         piattaforme",
    ),
    (
        "processi",
        "codice_precedente",
        "codice precedente|vecchio codice|ex codice|codice edizione precedente|\
         codice nell'edizione precedente|cod. precedente",
    ),
    (
        "attuazione",
        "dipendenti",
        "dipendenti|n. dipendenti|numero dipendenti|dip.|personale|organico|dotazione|unità di personale|\
         totale dipendenti|personale in servizio|dipendenti in servizio|addetti|dipendenti totali|\
         tot. dipendenti|personale dipendente|n. unità|personale totale|totale personale",
    ),
    (
        "attuazione",
        "agili",
        "agili|di cui agili|lavoratori agili|lavoratrici e lavoratori agili|dipendenti agili|smart worker|\
         smart workers|accordi attivi|accordi|accordi individuali|n. accordi|accordi sottoscritti|\
         in lavoro agile|dipendenti in lavoro agile|personale in lavoro agile|lavoro agile|in smart working|\
         di cui in lavoro agile|di cui in smart working|smart working|contratti attivi|lavoratori in agile|\
         adesioni|di cui in agile|agili al|personale agile|unità agili|unità in lavoro agile|\
         personale in smart working|dipendenti in smart working|lavoratori in lavoro agile|n. lavoratori agili",
    ),
    (
        "attuazione",
        "giorni_settimana",
        "giorni settimana|gg sett.|gg/sett|giorni alla settimana|giorni di lavoro agile alla settimana|\
         giorni lavoro agile|giorni di lavoro agile|giorni settimanali|gg|giorni|giornate|n. giorni|\
         giorni agili|giorni a settimana|gg settimanali|gg agile",
    ),
    ("attuazione", "giorni", "giorni periodo|giorni nel periodo"),
    ("attuazione", "continua_in", "continua in"),
    (
        "smart-team",
        "nome",
        "smart team|smart-team|team|gruppo di lavoro|gruppo|nome|denominazione|nome dello smart team",
    ),
    (
        "smart-team",
        "smartabilita",
        "smartabilità|grado di smartabilità|smartabile|livello di smartabilità|lavoro agile|grado|l.a.",
    ),
    ("smart-team", "alias", "altri nomi|alias|già|ex"),
    ("servizi", "nome", "servizio|nome|denominazione|denominazione servizio|settore|ufficio|unità organizzativa"),
    ("servizi", "prefisso", "prefisso|prefisso codici|codice|cod."),
    ("servizi", "parte_di", "parte di|fa parte di|servizio superiore"),
    ("servizi", "alias", "altri nomi|alias|già|ex"),
    ("aree", "nome", "area|nome|denominazione|direzione"),
    (
        "software",
        "nome",
        "software|programma|applicativo|nome|denominazione|procedura|nome programma|piattaforma|gestionale",
    ),
    (
        "software",
        "scopo",
        "scopo|a che cosa serve|funzione|utilizzo|descrizione|uso|finalità|ambito|funzionalità|a cosa serve|\
         a che serve|per che cosa si usa",
    ),
    ("software", "fornitore", "fornitore|ditta|produttore|società|casa produttrice|fornito da"),
    ("formazione", "nome", "modulo|corso|titolo|argomento|denominazione|modulo formativo|contenuto"),
    (
        "formazione",
        "gruppo",
        "gruppo|area tematica|ambito|gruppo di moduli|area formativa|area|macroarea|tema|tematica|ambito tematico|\
         area di formazione|ambito formativo",
    ),
    ("valutazione", "nome", "ruolo|profilo|figura|destinatari"),
    (
        "valutazione",
        "voci",
        "voce|voci|competenze|comportamenti|competenza|comportamento|che cosa ci si attende|\
         comportamenti attesi|competenze attese",
    ),
    ("valutazione", "natura", "natura|tipo"),
    ("esclusioni", "lettera", "lettera|lett.|punto|lettera elenco|lettera art."),
    (
        "esclusioni",
        "profili",
        "profili|profilo|profilo professionale|profili esclusi|figure escluse|profilo escluso|figure professionali|\
         figura professionale|profili professionali|personale escluso",
    ),
    (
        "esclusioni",
        "attivita",
        "attività|attività escluse|attività esclusa|attività non remotizzabili|attività in presenza|\
         attività escluse dal lavoro agile",
    ),
    (
        "esclusioni",
        "dove",
        "dove|sede|presso|luogo|sede servizio|servizio sede|servizio o sede|sede o servizio|sede di lavoro|\
         sede di servizio|luogo di lavoro|servizio|servizi|ufficio|uffici|ufficio servizio|servizio ufficio|\
         servizio interessato|servizi interessati|struttura|strutture|unità organizzativa|area servizio|\
         settore servizio|settore|presso il servizio|sede ufficio|ufficio sede|sede di assegnazione",
    ),
    ("esclusioni", "eccezioni", "eccezioni|salvo|deroghe|eccezione"),
    ("indicatori", "dimensione", "dimensione|ambito|area tematica|categoria|sezione"),
    (
        "indicatori",
        "indicatore",
        "indicatore|denominazione indicatore|descrizione indicatore|nome indicatore|descrizione",
    ),
    ("indicatori", "formula", "formula|formula di calcolo|modalità di calcolo|metodo di calcolo|calcolo"),
    ("indicatori", "unita", "unità di misura|u.m.|um|unità"),
    ("indicatori", "fonte", "fonte|fonte dei dati|fonte dati|sistema di rilevazione"),
    ("", "id", "identificativo"),
    ("software", "id", "identificativo"),
];

/// What offices are called, from the coarsest to the finest.
pub(super) const OFFICES: [(u8, &str); 8] = [
    (0, "ente|comune|amministrazione"),
    (
        1,
        "direzione|dipartimento|direzione generale|macro organizzazione|macrostruttura|macro struttura|\
         centro di responsabilità|cdr",
    ),
    (2, "area|macro area|macroarea|area organizzativa|area organizzativa omogenea"),
    (3, "settore|divisione|macrosettore"),
    (
        4,
        "servizio|struttura|strutture|servizio competente|struttura competente|strutture coinvolte|servizi|\
         struttura organizzativa|unità organizzativa responsabile|servizio responsabile|servizio settore|\
         centro di costo",
    ),
    (5, "unità organizzativa|u.o.|unità|unità operativa|sezione|uoc|uos"),
    (6, "ufficio|uffici|ufficio competente|ufficio responsabile|ufficio servizio"),
    (7, "smart team|smart-team|team|gruppo di lavoro|squadra"),
];
