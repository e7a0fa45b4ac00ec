/* La Tavola 1 che si filtra, si ordina e si scarica. Senza questo script la tabella è intera.
   I valori di ogni riga stanno nei suoi attributi data-*: si leggono una volta; poi filtrare è un solo giro sulle righe. */
"use strict";
(function () {
  var P = window.piaoParole;
  /* Senza le parole non c'è filtro: ogni riga in vista. */
  if (!P) { document.documentElement.classList.add("senza-filtri"); return; }
  var modulo = document.getElementById("filtri");
  var tabella = document.getElementById(modulo.dataset.tabella).closest("table");
  var corpo = tabella.tBodies[0];
  var riquadro = tabella.parentElement;
  var stato = document.getElementById("filtri_stato");
  /* Come l'ente chiama le righe: «processi», se la pagina non dice altro. */
  var parola = modulo.dataset.voci || "processi";
  var testo = document.getElementById("filtro_q");
  var vuoto = document.getElementById("filtri_vuoto");
  var tutti = document.getElementById("filtri_tutti");
  var scarica = document.getElementById("filtri_scarica");
  /* Le domande sono quelle del modulo: fra loro anche le colonne proprie dell'ente. */
  var CHIAVI = Array.from(new Set(Array.from(modulo.elements, function (campo) { return campo.name; }))).filter(function (nome) { return nome && nome !== "q"; });
  /* Di una tavola lunga se ne mostrano solo le prime; finché questo script non c'è, le nasconde lo stile (75-ricerca.css). */
  var PRIME = 50;
  var ALTRE = 1000;

  var scelte = CHIAVI.map(function (chiave) { return leggiScelte(chiave); });
  var righe = Array.from(corpo.rows, function (riga, numero) {
    var valori = CHIAVI.map(function (chiave, quale) {
      var nomi = riga.getAttribute("data-" + chiave);
      if (!nomi) return [];
      return nomi.split(" ").map(function (nome) { return scelte[quale].numeri.get(nome); });
    });
    return { riga: riga, numero: numero, valori: valori, testo: null, dentro: true, vista: true };
  });
  var ordinate = righe.slice();
  var ordine = null;
  var limite = modulo.classList.contains("molte") ? PRIME : Infinity;
  var passanti = righe.length;

  /** Le scelte di una domanda: un elenco o delle caselle. */
  function leggiScelte(chiave) {
    var campo = modulo.elements[chiave];
    var elenco = campo instanceof HTMLSelectElement;
    var voci = elenco ? Array.from(campo.options).slice(1) : campo instanceof RadioNodeList ? Array.from(campo) : campo ? [campo] : [];
    var numeri = new Map();
    voci.forEach(function (voce, numero) { numeri.set(voce.value, numero); });
    return { chiave: chiave, elenco: elenco, campo: campo, voci: voci, numeri: numeri };
  }

  /** I numeri delle scelte fatte; nessuna vale come tutte. */
  function fatte(scelta) {
    var numeri = new Set();
    scelta.voci.forEach(function (voce, numero) {
      if (scelta.elenco ? voce.selected : voce.checked) numeri.add(numero);
    });
    return numeri;
  }

  /** Ciò che il testo chiede: che ogni parola cominci una parola della riga, o ne sia un'altra forma. */
  function domandaDiTesto() {
    return P.dividi(testo.value).filter(function (parola) { return parola.length > 1 || /\d/.test(parola); }).map(function (parola) {
      var radice = P.radice(parola);
      return new RegExp(" (?:" + parola + (radice === parola ? "" : "|" + radice + "h?[aeiou]{1,2} ") + ")", "u");
    });
  }

  function testoDi(voce) {
    /* Le celle si leggono solo quando qualcuno cerca: su migliaia di righe non è gratis. */
    if (voce.testo === null) {
      var celle = Array.from(voce.riga.cells, function (cella) { return cella.textContent; });
      voce.testo = " " + P.dividi(celle.join(" ")).join(" ") + " ";
    }
    return voce.testo;
  }

  /** Un giro: quali righe passano, e quante ne darebbe ogni scelta con le altre domande ferme. */
  function filtra() {
    var chieste = scelte.map(fatte);
    var parole = domandaDiTesto();
    var conti = scelte.map(function (scelta) { return new Uint32Array(scelta.voci.length); });
    passanti = 0;
    ordinate.forEach(function (voce) {
      var mancata = -1;
      var mancate = 0;
      for (var quale = 0; quale < CHIAVI.length && mancate < 2; quale += 1) {
        var chiesta = chieste[quale];
        if (chiesta.size && !voce.valori[quale].some(function (valore) { return chiesta.has(valore); })) {
          mancata = quale;
          mancate += 1;
        }
      }
      var passa = mancate < 2 && (!parole.length || parole.every(function (parola) { return parola.test(testoDi(voce)); }));
      if (passa) {
        for (var altra = 0; altra < CHIAVI.length; altra += 1) {
          if (mancate && altra !== mancata) continue;
          voce.valori[altra].forEach(function (valore) { conti[altra][valore] += 1; });
        }
      }
      voce.dentro = passa && !mancate;
      if (voce.dentro) passanti += 1;
    });
    mostraRighe(limite);
    mostraConti(conti, chieste);
    racconta(chieste);
    ricorda(chieste);
  }

  function mostraRighe(limite) {
    var viste = 0;
    ordinate.forEach(function (voce) {
      var vista = voce.dentro && viste < limite;
      if (vista) viste += 1;
      if (vista !== voce.vista) voce.riga.hidden = !vista;
      voce.vista = vista;
    });
    tabella.classList.add("pronta");
    riquadro.hidden = passanti === 0;
    vuoto.hidden = passanti > 0;
    tutti.hidden = viste >= passanti;
    tutti.firstElementChild.textContent = passanti - viste > ALTRE ? "Mostra altre " + P.numero(ALTRE) + " righe" : "Mostra tutte le " + P.numero(passanti) + " righe";
  }

  function mostraConti(conti, chieste) {
    scelte.forEach(function (scelta, quale) {
      scelta.voci.forEach(function (voce, numero) {
        var conto = conti[quale][numero];
        if (scelta.elenco) {
          voce.textContent = voce.dataset.nome + " (" + P.numero(conto) + ")";
        } else {
          var etichetta = voce.closest("label");
          etichetta.querySelector(".conto").textContent = "(" + P.numero(conto) + ")";
          etichetta.classList.toggle("niente", conto === 0 && !chieste[quale].has(numero));
        }
      });
    });
  }

  /** Quante righe e per quali scelte, a parole: si annuncia, e sta anche sulla carta. */
  function racconta(chieste) {
    var motivi = [];
    if (testo.value.trim()) motivi.push("testo «" + testo.value.trim() + "»");
    scelte.forEach(function (scelta, quale) {
      if (!chieste[quale].size) return;
      var nomi = Array.from(chieste[quale], function (numero) {
        var voce = scelta.voci[numero];
        return scelta.elenco ? voce.dataset.nome : voce.closest("label").dataset.nome;
      });
      motivi.push(nomeDi(scelta).toLowerCase() + ": " + nomi.join(" o "));
    });
    var totale = P.numero(righe.length);
    var frase = passanti === righe.length && !motivi.length ? totale + " " + parola + "." : passanti ? P.numero(passanti) + " " + parola + " su " + totale + "." : "Nessun risultato su " + totale + " " + parola + ".";
    if (motivi.length) frase += " Filtri: " + motivi.join("; ") + ".";
    if (ordine) frase += " In ordine di " + ordine.nome + (ordine.verso < 0 ? ", all'indietro." : ".");
    if (!tutti.hidden) frase += " Si vedono i primi " + P.numero(limite) + ".";
    if (stato.textContent !== frase) stato.textContent = frase;
    if (scarica) scarica.disabled = passanti === 0;
  }

  function nomeDi(scelta) {
    return scelta.elenco ? scelta.campo.labels[0].textContent : scelta.voci[0].closest("fieldset").querySelector("legend").textContent;
  }

  /* Lo stato sta nell'indirizzo: si può mandare a qualcuno, e tornare indietro lo ritrova. */
  function ricorda(chieste) {
    var voci = new URLSearchParams();
    if (testo.value.trim()) voci.set("q", testo.value.trim());
    scelte.forEach(function (scelta, quale) {
      chieste[quale].forEach(function (numero) { voci.append(scelta.chiave, scelta.voci[numero].value); });
    });
    if (ordine) voci.set("ordine", (ordine.verso < 0 ? "-" : "") + ordine.chiave);
    var domanda = voci.toString();
    history.replaceState(null, "", location.pathname + (domanda ? "?" + domanda : "") + location.hash);
  }

  function riprendi() {
    var voci = new URLSearchParams(location.search);
    testo.value = voci.get("q") || "";
    scelte.forEach(function (scelta) {
      var volute = voci.getAll(scelta.chiave);
      scelta.voci.forEach(function (voce) {
        if (scelta.elenco) voce.selected = volute.includes(voce.value);
        else voce.checked = volute.includes(voce.value);
      });
    });
    var voluto = voci.get("ordine") || "";
    var bottone = tabella.querySelector("[data-chiave='" + CSS.escape(voluto.replace(/^-/, "")) + "']");
    if (bottone) ordina(bottone, voluto.startsWith("-") ? -1 : 1);
  }

  /* Ordine. */
  var confronta = new Intl.Collator("it", { numeric: true }).compare;

  function chiaveDi(voce, chiave, colonna) {
    /* Una scala sta in ordine come le sue scelte. */
    if (chiave === "smartabilita" || chiave === "rischio" || chiave === "carta") {
      var grado = scelte[CHIAVI.indexOf(chiave)].numeri.get(voce.riga.getAttribute("data-" + chiave));
      return grado === undefined ? Infinity : grado;
    }
    var cella = voce.riga.cells[colonna];
    var legame = chiave === "codice" && cella.querySelector("a");
    return legame ? legame.textContent : cella.textContent.trim();
  }

  function ordina(bottone, verso) {
    var chiave = bottone.dataset.chiave;
    var colonna = bottone.closest("th").cellIndex;
    ordine = { chiave: chiave, verso: verso, nome: bottone.dataset.nome };
    var con = righe.map(function (voce) { return [chiaveDi(voce, chiave, colonna), voce]; });
    con.sort(function (a, b) {
      var esito = typeof a[0] === "number" ? a[0] - b[0] : confronta(a[0], b[0]);
      return esito * verso || a[1].numero - b[1].numero;
    });
    ordinate = con.map(function (coppia) { return coppia[1]; });
    /* Fuori dalla pagina: dentro, ogni riga spostata farebbe rifare i conti con tutte le altre. */
    corpo.remove();
    ordinate.forEach(function (voce) { corpo.append(voce.riga); });
    tabella.append(corpo);
    tabella.querySelectorAll("th[aria-sort]").forEach(function (th) { th.removeAttribute("aria-sort"); });
    tabella.querySelectorAll(".ordina").forEach(function (altro) {
      altro.lastElementChild.textContent = altro !== bottone ? "↕" : verso < 0 ? "▼" : "▲";
    });
    bottone.closest("th").setAttribute("aria-sort", verso < 0 ? "descending" : "ascending");
  }

  tabella.querySelectorAll("[data-ordina]").forEach(function (posto) {
    var bottone = document.createElement("button");
    bottone.type = "button";
    bottone.className = "ordina";
    bottone.dataset.chiave = posto.dataset.ordina;
    bottone.dataset.nome = posto.textContent.trim();
    bottone.append.apply(bottone, posto.childNodes);
    var segno = document.createElement("span");
    segno.setAttribute("aria-hidden", "true");
    segno.textContent = "↕";
    bottone.append(" ", segno);
    bottone.addEventListener("click", function () {
      ordina(bottone, ordine && ordine.chiave === bottone.dataset.chiave ? -ordine.verso : 1);
      filtra();
    });
    posto.append(bottone);
  });
  modulo.querySelectorAll("label.spunta").forEach(function (etichetta) {
    var copia = etichetta.cloneNode(true);
    copia.querySelectorAll("[aria-hidden], .conto").forEach(function (pezzo) { pezzo.remove(); });
    etichetta.dataset.nome = copia.textContent.trim();
  });

  /* Le righe scelte in CSV: dai dati aperti della tavola, che arrivano come script solo ora. */
  var dati = null;
  window.piaoRighe = function (csv) { dati = registrazioni(csv); };

  /** Le registrazioni di un CSV (RFC 4180): un a capo tra virgolette non ne finisce una. */
  function registrazioni(csv) {
    return csv.match(/(?:"(?:[^"]|"")*"|[^"\r\n]+)+/g) || [];
  }

  function consegna() {
    var scelti = ordinate.filter(function (voce) { return voce.dentro; }).map(function (voce) { return dati[voce.numero + 1]; });
    var blob = new Blob([[dati[0]].concat(scelti).join("\r\n") + "\r\n"], { type: "text/csv;charset=utf-8" });
    var legame = document.createElement("a");
    legame.href = URL.createObjectURL(blob);
    legame.download = modulo.dataset.nome;
    legame.click();
    setTimeout(function () { URL.revokeObjectURL(legame.href); }, 10000);
  }

  if (scarica) scarica.addEventListener("click", function () {
    if (dati) { consegna(); return; }
    var script = document.createElement("script");
    script.src = modulo.dataset.righe;
    script.onload = consegna;
    script.onerror = function () { stato.textContent = "I dati non si possono caricare: riprovare, o scaricare la tavola intera."; };
    document.head.append(script);
  });

  var attesa = 0;
  testo.addEventListener("input", function () { clearTimeout(attesa); attesa = setTimeout(filtra, 120); });
  modulo.addEventListener("change", function (evento) { if (evento.target !== testo) filtra(); });
  modulo.addEventListener("submit", function (evento) { evento.preventDefault(); clearTimeout(attesa); filtra(); });
  modulo.addEventListener("reset", function (evento) {
    /* Non i valori che il navigatore ricorda, ma davvero nessuna scelta. */
    evento.preventDefault();
    testo.value = "";
    scelte.forEach(function (scelta) {
      if (scelta.elenco) scelta.campo.selectedIndex = 0;
      else scelta.voci.forEach(function (voce) { voce.checked = false; });
    });
    filtra();
  });
  document.getElementById("filtri_ricomincia").addEventListener("click", function () { modulo.reset(); testo.focus(); });
  tutti.firstElementChild.addEventListener("click", function () { limite += ALTRE; filtra(); riquadro.focus(); });
  /* Sulla carta vanno tutte le righe scelte, non solo quelle in vista. */
  window.addEventListener("beforeprint", function () { mostraRighe(Infinity); });
  window.addEventListener("afterprint", function () { mostraRighe(limite); });

  modulo.classList.add("attivi");
  riprendi();
  if (location.search || limite === PRIME) filtra();
})();
