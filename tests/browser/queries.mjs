// What people ask of the real annex, and what they must find: one of the first three results says it, in its title or elsewhere.

/** Question and answer; `null` where nothing must be found and the page must say so; an answer that begins with "=" is the only one. */
export const QUERIES = [
  ["carta d'identità", "220-7-B"], ["carta identita", "220-7-B"], ["CIE", "220-7-B"], ["certificato di nascita", "220-7-B"],
  ["nido", "Nidi d'Infanzia"], ["asili nido", "Nidi d'Infanzia"], ["scuola", "400-1-M"], ["mensa", "400-1-M"],
  ["quanti giorni", "Giorni alla settimana"], ["quanti giorni a settimana", "Giorni alla settimana"],
  ["smart working", "giornata agile"], ["smartworking", "giornata agile"], ["telelavoro", "giornata agile"], ["lavorare da casa", "giornata agile"],
  ["posso lavorare da casa?", "giornata agile"], ["da remoto", "giornata agile"],
  ["chi decide", "I compiti del dirigente"], ["chi autorizza", "dirigente"], ["chi è escluso", "esclus"],
  ["permesso di costruire", "320-9-A"], ["permessi costruire", "320-9-A"], ["SCIA", "320-4-M"],
  ["anagrafe", "220-3-B"], ["cambio residenza", "220-3-B"], ["cambi di residenza", "220-3-B"], ["elezioni", "220-4-B"],
  ["testamento biologico", "220-11-B"], ["TARI", "Servizio Tributi"], ["IMU", "Servizio Tributi"], ["tasse", "Servizio Tributi"],
  ["biblioteca", "Biblioteca"], ["bibliotecca", "Biblioteca"], ["avvocattura", "Avvocatura"], ["urbanistca", "320"], ["urbansitica", "320"],
  ["gara d'appalto", "200-2-M"], ["verde pubblico", "310-3-A"], ["computer portatile", "postazioni"],
  ["formazione obbligatoria", "Piano formativo"], ["legge 104", "Permessi"],
  ["dati aperti", "Dati aperti"], ["glossario", "Glossario"], ["elenco programmi informatici", "Elenco dei programmi"], ["tavola 1", "Mappatura dei processi"],
  ["220-7-b", "=220-7-B"], ["220 - 7 - B", "=220-7-B"], ["DIR-3-A", "=DIR-3-A"],
  ["buoni pasto", null], ["multa", null], ["xyzzy", null],
];
