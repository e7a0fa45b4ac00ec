/* Le parole come le confronta la ricerca: le stesse regole del programma che scrive l'indice (src/site/search/token.rs). */
"use strict";
var piaoParole = (function () {
  /* Lettere e cifre; non i segni che Unicode conta fra le lettere ma che stanno per un apostrofo (ʼ). */
  var PEZZO = /(?![\u02b0-\u02ff])[\p{L}\p{N}](?:(?![\u02b0-\u02ff])[\p{L}\p{N}\p{M}])*/gu;

  /* Lettere senza accenti da togliere, che si scrivono anche con altre: lo stesso elenco del programma (src/model/fold.rs). */
  var PIANE = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ς": "σ" };

  /** Senza maiuscole e accenti: di ciò che non è lettera o cifra resta il trattino dei codici. */
  function piega(testo) {
    var senza = testo.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}-]/gu, "");
    return senza.replace(/[ßæœøđłς]/g, function (lettera) { return PIANE[lettera]; });
  }

  /** Le parole di un testo, come sono scritte: apostrofi e trattini le dividono. */
  function parole(testo) {
    return testo.normalize("NFC").match(PEZZO) || [];
  }

  /** Le parole di un testo, piegate. */
  function dividi(testo) {
    return parole(testo).map(piega);
  }

  /** La parola senza le vocali che distinguono singolare e plurale: «pratica» e «pratiche» hanno la stessa radice. */
  function radice(parola) {
    if (parola.length < 4 || !/^[a-z]+[aeiou]$/.test(parola)) return parola;
    var resto = parola.slice(0, -1);
    if (resto.endsWith("i") && resto.length > 3) resto = resto.slice(0, -1);
    return /[cg]h$/.test(resto) ? resto.slice(0, -1) : resto;
  }

  /** Aggiunge a un elemento il testo, con un <mark> attorno a ogni parola che `trovata` riconosce; un codice con i trattini è una parola. */
  function evidenzia(elemento, testo, trovata) {
    var fin = 0;
    function segna(inizio, lunghezza) {
      if (inizio > fin) elemento.append(testo.slice(fin, inizio));
      var segno = document.createElement("mark");
      segno.textContent = testo.slice(inizio, inizio + lunghezza);
      elemento.append(segno);
      fin = inizio + lunghezza;
    }
    var gruppi = /[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*/gu;
    for (var gruppo; (gruppo = gruppi.exec(testo)); ) {
      if (gruppo[0].includes("-") && trovata(piega(gruppo[0]))) {
        segna(gruppo.index, gruppo[0].length);
        continue;
      }
      PEZZO.lastIndex = 0;
      for (var pezzo; (pezzo = PEZZO.exec(gruppo[0])); ) {
        if (trovata(piega(pezzo[0]))) segna(gruppo.index + pezzo.index, pezzo[0].length);
      }
    }
    if (fin < testo.length) elemento.append(testo.slice(fin));
  }

  /** Un numero come si scrive in italiano. */
  function numero(valore) {
    return String(valore).replace(/\B(?=(\d{3})+$)/g, ".");
  }

  return { piega: piega, parole: parole, dividi: dividi, radice: radice, evidenzia: evidenzia, numero: numero };
})();

/* Se lo script dei filtri non è arrivato, della Tavola 1 si vede ogni riga. */
document.addEventListener("DOMContentLoaded", function () {
  var filtri = document.getElementById("filtri");
  if (filtri && !filtri.classList.contains("attivi")) document.documentElement.classList.add("senza-filtri");
});
