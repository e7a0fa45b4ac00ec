/* Una tavola divisa in pagine: i filtri rispondono su tutte le righe, non solo su quelle della pagina.
   L'elenco delle righe (elenco.js) si chiede quando qualcuno comincia a scegliere; quelle trovate stanno in una tabella loro, che tavola.js
   filtra come ogni altra. Senza questo script le pagine restano, con gli elenchi già pronti. */
"use strict";
(function () {
  var byId = function (id) { return document.getElementById(id); };
  if (!window.piaoParole) { document.documentElement.classList.add("senza-filtri"); return; }
  var form = byId("filtri");
  var found = byId("filtri_righe");
  var status = byId("filtri_stato");
  var list = found.querySelector("table");
  var codes = !list.classList.contains("senza-codice");
  var whole = document.querySelectorAll("main > .scroll, main > .scelta-colonne, main > .legenda, #pagine, #pagina_qui");
  var unfiltered = status.textContent;
  var here = document.currentScript.src;
  var asked = false;
  var ready = false;

  function load(address, arrived) {
    var script = document.createElement("script");
    script.src = address;
    script.onload = arrived;
    script.onerror = function () {
      asked = false;
      show();
      status.textContent = "I filtri non si possono caricare: riprovare, o scorrere le pagine della tavola.";
    };
    document.head.append(script);
  }

  /** What is chosen stands in the address, from which tavola.js reads it. */
  function remember(order) {
    var params = new URLSearchParams();
    new FormData(form).forEach(function (value, name) { if (value.trim()) params.append(name, value.trim()); });
    if (order) params.set("ordine", order);
    var query = params.toString();
    history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
  }

  /** The rows of the page while nothing is chosen, those found otherwise. */
  function show() {
    var isFiltered = Boolean(location.search) && ready;
    found.hidden = !isFiltered;
    whole.forEach(function (part) { part.hidden = isFiltered; });
    if (!isFiltered && !location.search && status.textContent !== unfiltered) status.textContent = unfiltered;
  }

  function begin(then) {
    if (asked) return;
    asked = true;
    load("elenco.js", function () {
      form.classList.add("molte");
      load(here.replace(/pagine\.js/, "tavola.js"), function () {
        form.classList.remove("molte");
        ready = true;
        new MutationObserver(show).observe(status, { childList: true });
        show();
        if (then) then();
      });
    });
  }

  function element(name, text, kind) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }

  function linked(path, inside) {
    var link = element("a");
    link.href = path;
    link.append(inside);
    return link;
  }

  /** A word of a scale with its shape. */
  function chip(of) {
    if (!of) return element("span", "non indicato", "nota");
    var shape = element("span", of.shape);
    shape.setAttribute("aria-hidden", "true");
    var made = element("span", "", "gettone " + of.class);
    made.append(shape, " " + of.word);
    return made;
  }

  function cell(name, inside, kind) {
    var made = element(name, "", kind);
    if (name === "th") made.scope = "row";
    made.append(inside);
    return made;
  }

  /** What a row has of a column: the names of the choices of its question. */
  function words(key, row) {
    var values = row.getAttribute("data-" + key).split(" ");
    return Array.from(form.elements[key].options).filter(function (option) { return option.value && values.includes(option.value); })
      .map(function (option) { return option.dataset.nome; }).join("; ");
  }

  function readRow(data, entry) {
    var row = element("tr");
    data.chiavi.forEach(function (key, place) { row.setAttribute("data-" + key, entry[3 + place]); });
    var name = element("span", entry[2]);
    if (!data.gettoni) {
      row.append(cell("th", linked(entry[0], name)));
      data.chiavi.forEach(function (key) { row.append(cell("td", words(key, row))); });
      return row;
    }
    var path = (entry[0] || entry[1].toLowerCase()) + "/index.html";
    if (codes && entry[1]) row.append(cell("th", linked(path, element("span", entry[1], "codice")), "codice"), cell("td", name));
    else if (codes) row.append(cell("td", element("span", "non indicato", "nota")), cell("th", linked(path, name)));
    else row.append(cell("th", linked(path, name)));
    ["smartabilita", "rischio"].forEach(function (key) {
      if (!data.gettoni[key]) return;
      var made = cell("td", chip(data.gettoni[key][row.dataset[key]]));
      made.dataset.voce = list.querySelector("[data-ordina=" + key + "]").textContent;
      row.append(made);
    });
    return row;
  }

  window.piaoElenco = function (data) {
    data.scelte.forEach(function (question) {
      var field = form.elements[question.chiave];
      question.voci.forEach(function (choice) {
        var option = element("option", choice[1]);
        option.value = choice[0];
        option.dataset.nome = choice[1];
        field.append(option);
      });
    });
    list.tBodies[0].append.apply(list.tBodies[0], data.righe.map(function (entry) { return readRow(data, entry); }));
  };

  /* The headings of the page put all the rows in order, not only its own. */
  document.querySelectorAll("main > .scroll [data-ordina]").forEach(function (place) {
    var key = place.dataset.ordina;
    if (!list.querySelector("[data-ordina='" + key + "']")) return;
    var button = element("button", "", "ordina");
    button.type = "button";
    button.append.apply(button, place.childNodes);
    button.addEventListener("click", function () {
      var own = list.querySelector("[data-chiave='" + key + "']");
      if (own) { own.click(); return; }
      remember(key);
      begin();
    });
    place.append(button);
  });

  form.addEventListener("focusin", function () { begin(); });
  form.addEventListener("pointerenter", function () { begin(); });
  ["input", "change"].forEach(function (kind) {
    form.addEventListener(kind, function () {
      if (ready) return;
      remember();
      begin();
    });
  });
  var download = byId("filtri_scarica");
  if (download) download.addEventListener("click", function () { begin(function () { download.click(); }); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.classList.add("attivi");
  if (location.search) begin();
})();
