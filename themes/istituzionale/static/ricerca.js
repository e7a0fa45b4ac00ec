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
  var niente = document.getElementById("ricerca_niente");
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

  /** I numeri delle schede di una voce, ognuno per quattro più il posto che la parola vi ha: vedi POSTI. */
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
      ultimo += valore >> 2;
      numeri.push(ultimo * 4 + (valore & 3));
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

  /* Le parole con cui si fanno le domande: non dicono di che cosa. */
  var DOMANDE = ("chi come cosa cos dove quando quale quali quanta quante quanti quanto perche posso possono puo potere devo si serve servono fare " +
    "vorrei voglio avere ho sono essere").split(" ");

  /** Se una parola, da sola, dice che cosa si cerca. */
  function dice(parola) {
    return parola.length > 1 && !testa.comuni.includes(parola);
  }

  /** Quante parole della domanda, da `inizio` in poi, dicono questa espressione: articoli e preposizioni in mezzo non contano. */
  function espressione(parole, inizio, cercate) {
    var qui = inizio;
    for (var i = 0; i < cercate.length; i += 1) {
      while (i && qui < parole.length && !dice(parole[qui]) && parole[qui] !== cercate[i]) qui += 1;
      if (qui >= parole.length || P.radice(parole[qui]) !== P.radice(cercate[i])) return 0;
      qui += 1;
    }
    return qui - inizio;
  }

  /** Le cose chieste, ognuna con le strade che portano a trovarla: le sue parole e, se altri la chiamano altrimenti, le parole degli atti. */
  function cose(testo) {
    var parole = P.dividi(testo);
    var scritte = P.parole(testo);
    var chieste = [];
    for (var i = 0; i < parole.length; ) {
      var meglio = null;
      testa.sinonimi.forEach(function (gruppo) {
        gruppo[0].forEach(function (chiesta) {
          var lunga = espressione(parole, i, chiesta.split(" "));
          if (lunga && (!meglio || lunga > meglio.lunga)) meglio = { lunga: lunga, atti: gruppo[1] };
        });
      });
      var lunga = meglio ? meglio.lunga : 1;
      var sue = parole.slice(i, i + lunga).filter(dice);
      if (meglio) {
        var strade = meglio.atti.map(function (atto) { return { parole: atto.split(" ").filter(dice), peso: 1 }; });
        chieste.push({ nome: scritte.slice(i, i + lunga).join(" "), strade: strade.concat({ parole: sue, peso: 0.5 }) });
      } else if (sue.length && !DOMANDE.includes(sue[0])) {
        chieste.push({ nome: scritte[i], strade: [{ parole: sue, peso: 1 }] });
      }
      i += lunga;
    }
    if (chieste.length) return chieste;
    return parole.map(function (parola, i) {
      return { nome: scritte[i], strade: [{ parole: [parola], peso: 1 }] };
    }).filter(function (cosa) { return cosa.strade[0].parole[0].length > 1; });
  }

  /** Il codice che forse si cerca: «500 1 b» è 500-1-b. */
  function codice(testo) {
    var parole = P.dividi(testo);
    return parole.length > 1 && parole.length < 4 && /^\d+$/.test(parole[1]) ? parole.join("-") : null;
  }

  /** Ciò che si cerca come nome intero: «A/1» e «a 1» sono a-1, una parola sola finisce con un trattino. null se l'indice non ha nomi così. */
  function chiave(testo) {
    var parole = P.dividi(testo);
    if (!testa.chiavi || !parole.length) return null;
    return parole.length > 1 ? parole.join("-") : parole[0] + "-";
  }

  /** Chiede le parti che possono avere queste parole: true se ci sono già tutte. */
  function ciSono(inizi) {
    var manca = false;
    inizi.forEach(function (inizio) {
      partiDi(inizio).forEach(function (numero) {
        if (!parti[numero]) { manca = true; chiedi("parole-" + numero + ".js"); }
      });
    });
    return !manca;
  }

  /** Tutto ciò che serve per rispondere: true se c'è già, altrimenti lo chiede. */
  function pronto(testo) {
    if (!testa) { chiedi("indice.js"); return false; }
    var inizi = [];
    cose(testo).forEach(function (cosa) {
      cosa.strade.forEach(function (strada) {
        strada.parole.forEach(function (parola) { var r = P.radice(parola); inizi.push(parola.length > r.length ? r : parola); });
      });
    });
    [codice(testo), chiave(testo)].forEach(function (intero) { if (intero) inizi.push(intero); });
    return ciSono(inizi);
  }

  /* Quanto conta una parola: nel testo, in un titolo lungo, in uno di due o tre parole, da sola. */
  var POSTI = [1, 2.5, 3.5, 5];

  /** I punti che una parola dà alle schede in cui sta. */
  function puntiDi(parola, segnate) {
    var punti = new Map();
    voci(parola).forEach(function (trovata) {
      segnate.add(trovata.voce.parola);
      schede(trovata.voce).forEach(function (numero) {
        var valore = trovata.bonta * POSTI[numero & 3];
        if (valore > (punti.get(numero >> 2) || 0)) punti.set(numero >> 2, valore);
      });
    });
    return punti;
  }

  /** Le schede che hanno tutte le parole di una strada, con i loro punti: ciò che è raro dice di più. */
  function perStrada(strada, segnate) {
    var insieme = null;
    strada.parole.forEach(function (parola) {
      var punti = puntiDi(parola, segnate);
      var raro = Math.log(2 + testa.schede / Math.max(punti.size, 1));
      var prima = insieme;
      insieme = new Map();
      punti.forEach(function (valore, scheda) {
        if (!prima || prima.has(scheda)) insieme.set(scheda, valore * raro + (prima ? prima.get(scheda) : 0));
      });
    });
    return insieme || new Map();
  }

  /** Le schede che rispondono a una cosa chiesta, con i loro punti. */
  function perCosa(cosa, segnate) {
    var migliori = new Map();
    cosa.strade.forEach(function (strada) {
      /* Parole diverse per la stessa cosa contano come una: altrimenti vincerebbe l'espressione più lunga. */
      var peso = strada.peso / (cosa.strade.length > 1 ? strada.parole.length : 1);
      perStrada(strada, segnate).forEach(function (valore, scheda) {
        if (valore * peso > (migliori.get(scheda) || 0)) migliori.set(scheda, valore * peso);
      });
    });
    return migliori;
  }

  /** Se due parole differiscono per una lettera sola: mancante, in più, cambiata o scambiata con la vicina. */
  function vicine(una, altra) {
    if (Math.abs(una.length - altra.length) > 1) return false;
    var i = 0;
    while (i < una.length && una[i] === altra[i]) i += 1;
    var resto = function (parola, da) { return parola.slice(da); };
    return resto(una, i + 1) === resto(altra, i + 1) || resto(una, i + 1) === resto(altra, i) || resto(una, i) === resto(altra, i + 1) ||
      (una[i] === altra[i + 1] && una[i + 1] === altra[i] && resto(una, i + 2) === resto(altra, i + 2));
  }

  /** La parola dell'indice che forse si voleva scrivere: quella che sta in più schede. Una parola corta ne ha troppe vicine. */
  function forse(parola) {
    var scelta = null;
    partiDi(parola[0]).forEach(function (numero) {
      parti[numero].forEach(function (voce) {
        if (!/\d/.test(voce.parola) && vicine(parola, voce.parola) && (!scelta || schede(voce).length > schede(scelta).length)) scelta = voce;
      });
    });
    return scelta && scelta.parola;
  }

  /** Le schede con questo codice o con questo nome intero, e nessun'altra; null se non ce ne sono. */
  function conCodice(cercato, segnate) {
    var trovate = null;
    partiDi(cercato).forEach(function (numero) {
      parti[numero].forEach(function (voce) {
        if (voce.parola !== cercato) return;
        segnate.add(cercato);
        trovate = schede(voce).filter(function (scheda) { return scheda & 3; }).map(function (scheda) { return scheda >> 2; });
      });
    });
    return trovate && trovate.length ? trovate : null;
  }

  /** Chiede i mazzi di queste schede: true se ci sono già tutti. */
  function ciSonoSchede(schede) {
    var manca = false;
    schede.forEach(function (scheda) {
      var mazzo = Math.floor(scheda / testa.mazzo);
      if (!mazzi[mazzo]) { manca = true; chiedi("schede-" + mazzo + ".js"); }
    });
    return !manca;
  }

  function datiDi(scheda) {
    return mazzi[Math.floor(scheda / testa.mazzo)][scheda % testa.mazzo];
  }

  /** Di più nomi uguali se non per i segni, prima quello che ha i segni scritti: A/1, poi A-1. null se le schede non sono ancora arrivate. */
  function primaIlSuo(testo, trovate) {
    if (trovate.length < 2) return trovate;
    if (!ciSonoSchede(trovate)) return null;
    var scritto = testo.normalize("NFC").toLowerCase();
    var altro = function (scheda) { return !(datiDi(scheda)[0].toLowerCase() + " ").startsWith(scritto + " "); };
    return trovate.slice().sort(function (a, b) { return altro(a) - altro(b) || a - b; });
  }

  /** Il codice cominciato: le schede il cui codice comincia così hanno più punti. */
  function codiceCominciato(cercato, punti, segnate) {
    partiDi(cercato).forEach(function (numero) {
      parti[numero].forEach(function (voce) {
        if (!voce.parola.startsWith(cercato)) return;
        segnate.add(voce.parola);
        schede(voce).forEach(function (scheda) { punti.set(scheda >> 2, 100 + (punti.get(scheda >> 2) || 0)); });
      });
    });
  }

  /**
   * Ciò che risponde: `schede`, le migliori prima; `parziale` se nessuna ha tutto; `assenti`, ciò di cui il documento non parla;
   * `corrette`, le parole che si sono lette altrimenti. null se per saperlo si aspetta ancora una parte.
   */
  function trova(testo) {
    var segnate = new Set();
    var cercato = codice(testo);
    var intero = cercato || chiave(testo);
    var intere = intero && conCodice(intero, segnate);
    if (intere) {
      intere = primaIlSuo(testo, intere);
      if (!intere) return null;
    }
    if (intere && cercato) return { schede: intere, segnate: segnate, assenti: [], corrette: [], codice: true };
    var chieste = cose(testo);
    var punti = new Map();
    var volte = new Map();
    var assenti = [];
    var corrette = [];
    var resto = [];
    for (var i = 0; i < chieste.length; i += 1) {
      var trovate = perCosa(chieste[i], segnate);
      var nome = chieste[i].nome;
      var sola = chieste[i].strade[0].parole[0];
      if (!trovate.size && !intere && chieste[i].strade.length === 1 && sola.length > 5 && !/\d/.test(sola)) {
        if (!ciSono([sola[0]])) return null;
        var altra = forse(sola);
        if (altra) {
          corrette.push(altra);
          trovate = perCosa({ nome: altra, strade: [{ parole: [altra], peso: 1 }] }, segnate);
        }
      }
      if (trovate.size) resto.push(nome); else assenti.push(nome);
      trovate.forEach(function (valore, scheda) {
        punti.set(scheda, valore + (punti.get(scheda) || 0));
        volte.set(scheda, 1 + (volte.get(scheda) || 0));
      });
    }
    if (cercato) {
      var prima = punti.size;
      codiceCominciato(cercato, punti, segnate);
      if (punti.size > prima) assenti = [];
    }
    var esito = Array.from(punti.keys());
    var tutte = esito.filter(function (scheda) { return volte.get(scheda) === chieste.length || punti.get(scheda) >= 100; });
    if (assenti.length) esito = [];
    else if (tutte.length) esito = tutte;
    esito.sort(function (a, b) { return (volte.get(b) || 0) - (volte.get(a) || 0) || punti.get(b) - punti.get(a) || a - b; });
    /* Chi scrive un nome intero cerca quello: il resto viene dopo. */
    if (intere) {
      esito = intere.concat(esito.filter(function (scheda) { return !intere.includes(scheda); }));
      assenti = [];
    }
    return {
      schede: esito,
      segnate: segnate,
      parziale: esito.length > 0 && !tutte.length && !intere,
      assenti: assenti,
      resto: resto,
      corrette: corrette,
      breve: !chieste.length && !cercato,
    };
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
  var BREVE = "Scrivere almeno una parola di due lettere.";

  function annuncia(testo) {
    /* Chi ascolta non deve sentire un numero a ogni lettera. */
    clearTimeout(annuncio);
    annuncio = setTimeout(function () { stato.textContent = testo; }, 250);
  }

  function cerca(poi) {
    var mio = (turno += 1);
    var testo = campo.value.trim();
    ricorda(testo);
    if (testa && !cose(testo).length && !codice(testo) && !chiave(testo)) {
      esito = null;
      lista.hidden = generi.hidden = oltre.hidden = niente.hidden = true;
      lista.textContent = "";
      document.documentElement.classList.remove("in-cerca");
      annuncia(testo ? BREVE : "");
      return;
    }
    if (!testo) return;
    if (!pronto(testo)) {
      attese.push(function () { if (mio === turno) cerca(poi); });
      return;
    }
    esito = trova(testo);
    if (!esito) {
      attese.push(function () { if (mio === turno) cerca(poi); });
      return;
    }
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
    if (!ciSonoSchede(prime)) {
      attese.push(function () { if (mio === turno) mostra(testo, poi); });
      return;
    }
    document.documentElement.classList.remove("in-cerca");
    mostraGeneri(conti, scelto);
    lista.replaceChildren.apply(lista, prime.map(risultato));
    lista.hidden = !prime.length;
    oltre.hidden = mostrate.length <= prime.length;
    mostraNiente();
    if (!mostrate.length) {
      annuncia(esito.breve ? BREVE : "Nessun risultato per «" + testo + "»." + nonParla());
    } else {
      var numero = mostrate.length === 1 ? "1 risultato" : P.numero(mostrate.length) + " risultati";
      var avanti = esito.corrette.length ? "Forse si cercava «" + esito.corrette.join(" ") + "»: " : esito.parziale ? "Nessun risultato con tutte le parole; con alcune, " : "";
      annuncia(avanti + numero + " per «" + testo + "».");
    }
    if (poi) poi();
  }

  /** Ciò di cui il documento non parla; nulla dove non si sa dire. */
  function nonParla() {
    if (!esito.assenti.length) return "";
    return " Il documento non parla di " + esito.assenti.map(function (nome) { return "«" + nome + "»"; }).join(" né di ") + ".";
  }

  /** Dove non c'è nulla: cercare il resto della domanda, o altrove. */
  function mostraNiente() {
    niente.hidden = esito.schede.length > 0 || esito.breve;
    var bottone = niente.querySelector("button");
    bottone.hidden = niente.hidden || !esito.resto.length;
    if (!bottone.hidden) bottone.textContent = "Cerca solo «" + esito.resto.join(" ") + "»";
  }

  function risultato(scheda) {
    var dati = datiDi(scheda);
    var trovata = function (parola) { return esito.segnate.has(parola); };
    var voce = document.createElement("li");
    var genere = document.createElement("span");
    genere.className = "genere";
    genere.textContent = testa.generi[genereDi(scheda)][0];
    var titolo = document.createElement("a");
    titolo.href = "../" + dati[1];
    P.evidenzia(titolo, dati[0], trovata);
    voce.append(genere, " ", titolo);
    if (dati[4]) {
      var risposta = document.createElement("span");
      risposta.className = "risposta";
      risposta.textContent = dati[4];
      voce.append(" ", risposta);
    }
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
    cerca(function () {
      /* Chi scrive un codice intero e preme Invio vuole quella pagina. */
      if (esito.codice && esito.schede.length === 1) lista.querySelector("a").click();
      else vai(1);
    });
  });
  niente.querySelector("button").addEventListener("click", function () {
    campo.value = esito.resto.join(" ");
    genere = "";
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
