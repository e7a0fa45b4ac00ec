/* La pagina Cerca: legge l'indice scritto dal programma e mostra i risultati mentre si scrive.
   L'indice è fatto di script (indice.js e, se è grande, parole-N.js e schede-N.js), perché da file:// nient'altro si può leggere;
   ognuno chiama piaoRicerca(che cosa, numero, dati). */
"use strict";
var piaoRicerca = (function () {
  var P = piaoParole;
  var campo = document.getElementById("ricerca_q");
  var stato = document.getElementById("ricerca_stato");
  var generi = document.getElementById("ricerca_generi");
  var lista = document.getElementById("ricerca_risultati");
  var oltre = document.getElementById("ricerca_oltre");
  var PASSO = 10; /* quanti risultati per volta */
  var CIFRE = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /* L'indice: ciò che è arrivato, e chi aspetta il resto. */
  var testa = null;
  var parti = [];
  var mazzi = [];
  var chiesti = {};
  var attese = [];

  function arriva(che, numero, dati) {
    if (che === "indice") testa = dati;
    if (che === "parole") parti[numero] = leggiParte(dati);
    if (che === "schede") mazzi[numero] = dati;
  }

  /** Carica uno script dell'indice, una volta sola. */
  function chiedi(nome) {
    if (chiesti[nome]) return;
    chiesti[nome] = "in arrivo";
    var script = document.createElement("script");
    script.src = nome;
    script.onload = function () {
      chiesti[nome] = "arrivato";
      attese.splice(0).forEach(function (riprendi) { riprendi(); });
    };
    script.onerror = function () {
      delete chiesti[nome];
      attese = [];
      document.documentElement.classList.remove("in-cerca");
      annuncia("La ricerca non si può caricare. Riprovare, o usare gli elenchi qui sotto.");
    };
    document.head.append(script);
  }

  /** Una parte del dizionario: «parola schede famiglia;…», in ordine; la prima cifra dice quante lettere sono della parola di prima.
      Le schede restano chiuse finché non servono. */
  function leggiParte(testo) {
    var prima = "";
    return testo.split(";").filter(Boolean).map(function (voce) {
      var campi = voce.split(" ");
      prima = prima.slice(0, Number(campi[0][0])) + campi[0].slice(1);
      return { parola: prima, radice: P.radice(prima), cifre: campi[1], famiglia: campi[2], schede: null };
    });
  }

  /** I numeri delle schede di una voce, ognuno due volte più uno se la parola è nel titolo. */
  function schede(voce) {
    if (voce.schede) return voce.schede;
    var numeri = [];
    var ultimo = -1;
    for (var i = 0; i < voce.cifre.length; ) {
      var valore = 0;
      var peso = 1;
      var cifra;
      do {
        cifra = CIFRE.indexOf(voce.cifre[i++]);
        valore += (cifra % 32) * peso;
        peso *= 32;
      } while (cifra >= 32);
      ultimo += valore >> 1;
      numeri.push(ultimo * 2 + (valore & 1));
    }
    voce.schede = numeri;
    return numeri;
  }

  /** I numeri delle parti che possono avere parole che cominciano così. */
  function partiDi(inizio) {
    var breve = inizio.slice(0, 3);
    var numeri = [];
    testa.parti.forEach(function (prima, numero) {
      var dopo = testa.parti[numero + 1];
      var comincia = numero === 0 || prima.slice(0, breve.length) <= breve;
      if (comincia && (dopo === undefined || dopo >= breve)) numeri.push(numero);
    });
    return numeri;
  }

  /** Le voci che rispondono a una parola, con la loro bontà: uguale, altra forma della stessa parola, solo l'inizio. */
  function voci(parola) {
    var radice = P.radice(parola);
    var insieme = [].concat.apply([], partiDi(parola.length > radice.length ? radice : parola).map(function (numero) { return parti[numero]; }));
    var famiglie = new Set();
    insieme.forEach(function (voce) {
      if (voce.radice === radice && voce.famiglia) famiglie.add(voce.famiglia);
    });
    var trovate = [];
    insieme.forEach(function (voce) {
      var bonta = voce.parola === parola ? 1 : voce.radice === radice ? 0.8 : famiglie.has(voce.famiglia) ? 0.6 : voce.parola.startsWith(parola) ? 0.5 : 0;
      if (bonta) trovate.push({ voce: voce, bonta: bonta });
    });
    return trovate;
  }

  /** Le parole chieste: quelle comuni e le lettere sole contano solo se non c'è altro. */
  function termini(testo) {
    var parole = P.dividi(testo);
    var utili = parole.filter(function (parola) { return parola.length > 1 && !testa.comuni.includes(parola); });
    return utili.length ? utili : parole.filter(function (parola) { return parola.length > 1; });
  }

  /** Il codice che forse si cerca: «500 1 b» è 500-1-b. */
  function codice(testo) {
    var parole = P.dividi(testo);
    return parole.length > 1 && /^\d+$/.test(parole[1]) ? parole.slice(0, 3).join("-") : null;
  }

  /** Tutto ciò che serve per rispondere: true se c'è già, altrimenti lo chiede. */
  function pronto(testo) {
    if (!testa) { chiedi("indice.js"); return false; }
    var manca = false;
    var inizi = termini(testo).map(function (parola) { var r = P.radice(parola); return parola.length > r.length ? r : parola; });
    if (codice(testo)) inizi.push(codice(testo));
    inizi.forEach(function (inizio) {
      partiDi(inizio).forEach(function (numero) {
        if (!parti[numero]) { manca = true; chiedi("parole-" + numero + ".js"); }
      });
    });
    return !manca;
  }

  /** Le schede che rispondono, le migliori prima: con tutte le parole o, se non ce n'è, con alcune. */
  function trova(testo) {
    var parole = termini(testo);
    var punti = new Float64Array(testa.schede);
    var volte = new Uint8Array(testa.schede);
    var segnate = new Set();
    parole.forEach(function (parola) {
      var migliori = new Map();
      voci(parola).forEach(function (trovata) {
        var numeri = schede(trovata.voce);
        segnate.add(trovata.voce.parola);
        /* Una parola rara dice di più; nel titolo, ancora di più. */
        var peso = trovata.bonta * Math.log(2 + testa.schede / numeri.length);
        numeri.forEach(function (numero) {
          var valore = peso * (numero & 1 ? 3 : 1);
          if (valore > (migliori.get(numero >> 1) || 0)) migliori.set(numero >> 1, valore);
        });
      });
      migliori.forEach(function (valore, scheda) { punti[scheda] += valore; volte[scheda] += 1; });
    });
    var cercato = codice(testo);
    if (cercato) {
      partiDi(cercato).forEach(function (numero) {
        parti[numero].forEach(function (voce) {
          if (!voce.parola.startsWith(cercato)) return;
          segnate.add(voce.parola);
          schede(voce).forEach(function (scheda) {
            punti[scheda >> 1] += voce.parola === cercato ? 1000 : 100;
            volte[scheda >> 1] = Math.max(parole.length, 1);
          });
        });
      });
    }
    var soglia = Math.max(parole.length, 1);
    var tutte = [];
    var alcune = [];
    for (var scheda = 0; scheda < testa.schede; scheda += 1) {
      if (volte[scheda] >= soglia) tutte.push(scheda);
      else if (volte[scheda]) alcune.push(scheda);
    }
    var esito = tutte.length ? tutte : alcune;
    esito.sort(function (a, b) { return punti[b] - punti[a] || a - b; });
    return { schede: esito, segnate: segnate, parziale: !tutte.length && alcune.length > 0 };
  }

  function genereDi(scheda) {
    var numero = testa.generi.length - 1;
    while (numero > 0 && testa.generi[numero][2] > scheda) numero -= 1;
    return numero;
  }

  /* Ciò che si sta mostrando. */
  var genere = "";
  var quanti = PASSO;
  var esito = null;
  var turno = 0;
  var annuncio = 0;

  function annuncia(testo) {
    /* Chi ascolta non deve sentire un numero a ogni lettera. */
    clearTimeout(annuncio);
    annuncio = setTimeout(function () { stato.textContent = testo; }, 250);
  }

  function cerca(poi) {
    var mio = (turno += 1);
    var testo = campo.value.trim();
    ricorda(testo);
    if (testa && !termini(testo).length && !codice(testo)) {
      esito = null;
      lista.hidden = generi.hidden = oltre.hidden = true;
      lista.textContent = "";
      document.documentElement.classList.remove("in-cerca");
      annuncia(testo ? "Scrivere almeno due lettere." : "");
      return;
    }
    if (!testo) return;
    if (!pronto(testo)) {
      attese.push(function () { if (mio === turno) cerca(poi); });
      return;
    }
    esito = trova(testo);
    mostra(testo, poi);
  }

  /** Mostra l'esito; ciò che manca delle schede si chiede, e si riprende quando arriva. */
  function mostra(testo, poi) {
    var mio = turno;
    var conti = testa.generi.map(function () { return 0; });
    esito.schede.forEach(function (scheda) { conti[genereDi(scheda)] += 1; });
    var scelto = testa.generi.findIndex(function (voce, numero) { return voce[0] === genere && conti[numero]; });
    var mostrate = scelto < 0 ? esito.schede : esito.schede.filter(function (scheda) { return genereDi(scheda) === scelto; });
    var prime = mostrate.slice(0, quanti);
    var manca = false;
    prime.forEach(function (scheda) {
      var mazzo = Math.floor(scheda / testa.mazzo);
      if (!mazzi[mazzo]) { manca = true; chiedi("schede-" + mazzo + ".js"); }
    });
    if (manca) {
      attese.push(function () { if (mio === turno) mostra(testo, poi); });
      return;
    }
    document.documentElement.classList.remove("in-cerca");
    mostraGeneri(conti, scelto);
    lista.replaceChildren.apply(lista, prime.map(risultato));
    lista.hidden = !prime.length;
    oltre.hidden = mostrate.length <= prime.length;
    if (!mostrate.length) {
      annuncia("Nessun risultato per «" + testo + "». Provare con meno parole o con un'altra, o partire dagli elenchi qui sotto.");
    } else {
      var numero = mostrate.length === 1 ? "1 risultato" : P.numero(mostrate.length) + " risultati";
      annuncia((esito.parziale ? "Nessun risultato con tutte le parole; con alcune, " : "") + numero + " per «" + testo + "».");
    }
    if (poi) poi();
  }

  function risultato(scheda) {
    var dati = mazzi[Math.floor(scheda / testa.mazzo)][scheda % testa.mazzo];
    var trovata = function (parola) { return esito.segnate.has(parola); };
    var voce = document.createElement("li");
    var genere = document.createElement("span");
    genere.className = "genere";
    genere.textContent = testa.generi[genereDi(scheda)][0];
    var titolo = document.createElement("a");
    titolo.href = "../" + dati[1];
    P.evidenzia(titolo, dati[0], trovata);
    voce.append(genere, " ", titolo);
    if (dati[2]) {
      var luogo = document.createElement("span");
      luogo.className = "luogo";
      P.evidenzia(luogo, dati[2], trovata);
      voce.append(" ", luogo);
    }
    if (dati[3]) {
      var testo = document.createElement("p");
      P.evidenzia(testo, ritaglio(dati[3], trovata), trovata);
      voce.append(testo);
    }
    return voce;
  }

  /** Il tratto di un testo lungo attorno alla prima parola trovata. */
  function ritaglio(testo, trovata) {
    var lungo = 220;
    if (testo.length <= lungo) return testo;
    var prova = document.createElement("p");
    P.evidenzia(prova, testo, trovata);
    var segno = prova.querySelector("mark");
    var dove = 0;
    for (var nodo = segno && segno.previousSibling; nodo; nodo = nodo.previousSibling) dove += nodo.textContent.length;
    var inizio = dove > 80 ? testo.lastIndexOf(" ", dove - 60) + 1 : 0;
    var fine = testo.indexOf(" ", inizio + lungo);
    return (inizio ? "… " : "") + testo.slice(inizio, fine < 0 ? undefined : fine) + (fine < 0 ? "" : " …");
  }

  function mostraGeneri(conti, scelto) {
    var aveva = generi.contains(document.activeElement);
    var voci = conti.map(function (conto, numero) { return { nome: testa.generi[numero][0], molti: testa.generi[numero][1], conto: conto, qui: numero === scelto }; });
    voci = voci.filter(function (voce) { return voce.conto; });
    generi.hidden = voci.length < 2;
    voci.unshift({ nome: "", molti: "Tutti", conto: esito.schede.length, qui: scelto < 0 });
    generi.replaceChildren.apply(generi, voci.map(function (voce) {
      var bottone = document.createElement("button");
      bottone.type = "button";
      bottone.setAttribute("aria-pressed", String(voce.qui));
      bottone.textContent = voce.molti + " (" + P.numero(voce.conto) + ")";
      bottone.addEventListener("click", function () { genere = voce.nome; quanti = PASSO; cerca(); });
      return bottone;
    }));
    if (aveva) generi.querySelector("[aria-pressed=true]").focus();
  }

  /** La ricerca sta nell'indirizzo, così che si possa mandare a qualcuno. */
  function ricorda(testo) {
    var voci = new URLSearchParams();
    if (testo) voci.set("q", testo);
    if (testo && genere) voci.set("genere", genere);
    var domanda = voci.toString();
    history.replaceState(null, "", location.pathname + (domanda ? "?" + domanda : ""));
    document.title = (testo ? testo + " – " : "") + titolo;
  }
  var titolo = document.title;

  function vai(verso) {
    var voci = Array.from(lista.querySelectorAll("a"));
    var qui = voci.indexOf(document.activeElement) + verso;
    if (qui < 0) campo.focus();
    else if (voci[qui]) voci[qui].focus();
  }

  campo.addEventListener("input", function () { genere = ""; quanti = PASSO; cerca(); });
  campo.addEventListener("focus", function () { if (!testa) chiedi("indice.js"); });
  campo.addEventListener("keydown", function (tasto) {
    if (tasto.key === "ArrowDown" && lista.querySelector("a")) { tasto.preventDefault(); vai(1); }
    if (tasto.key === "Escape" && campo.value) { tasto.preventDefault(); campo.value = ""; genere = ""; cerca(); }
  });
  lista.addEventListener("keydown", function (tasto) {
    if (tasto.key === "ArrowDown" || tasto.key === "ArrowUp") { tasto.preventDefault(); vai(tasto.key === "ArrowDown" ? 1 : -1); }
    if (tasto.key === "Escape") { tasto.preventDefault(); campo.focus(); }
  });
  document.getElementById("ricerca").addEventListener("submit", function (evento) {
    evento.preventDefault();
    quanti = PASSO;
    cerca(function () { vai(1); });
  });
  oltre.firstElementChild.addEventListener("click", function () {
    var primo = lista.children.length;
    quanti += 2 * PASSO;
    cerca(function () { var nuovo = lista.children[primo]; if (nuovo) nuovo.querySelector("a").focus(); });
  });

  /* Si comincia da ciò che dice l'indirizzo. Ciò che sta sotto i risultati aspetta che ci siano: poi non si sposta più. */
  var domanda = new URLSearchParams(location.search);
  if ((domanda.get("q") || "").trim().length > 1) document.documentElement.classList.add("in-cerca");
  /* Dopo, perché gli script dell'indice chiamano piaoRicerca. */
  setTimeout(function () {
    if (!campo.value) campo.value = domanda.get("q") || "";
    genere = domanda.get("genere") || "";
    if (campo.value) cerca();
    else campo.focus({ preventScroll: true });
  });
  return arriva;
})();
