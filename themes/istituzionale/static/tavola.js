/* A table filtered, put in order and downloaded. Without this script it is whole.
   The values of each row stand in its data-* attributes and are read once; filtering is then one pass over the rows. */
"use strict";
(function () {
  var P = window.piaoParole;
  /* Without the words there is no filter: every row in view. */
  if (!P) { document.documentElement.classList.add("senza-filtri"); return; }
  /* What a page does not have is changed where nobody sees it. */
  var nothing = document.createElement("p");
  nothing.append(document.createElement("b"));
  var byId = function (id) { return document.getElementById(id) || nothing.cloneNode(true); };
  var form = byId("filtri");
  var table = byId(form.dataset.tabella).closest("table");
  var body = table.tBodies[0];
  /* Rows that stand in groups, each below the row of its name. */
  var groups = table.querySelectorAll("tbody:has(> .fascia)");
  var frame = table.parentElement;
  var status = byId("filtri_stato");
  /* What the rows are called. */
  var noun = form.dataset.voci;
  var text = byId("filtro_q");
  var empty = byId("filtri_vuoto");
  var more = byId("filtri_tutti");
  var show = byId("filtri_mostra");
  var used = byId("filtri_quanti");
  var download = byId("filtri_scarica");
  /* A row of everyone answers for every office. */
  var EVERYONE = "*";
  /* The questions of the form. */
  var KEYS = Array.from(new Set(Array.from(form.elements, function (field) { return field.name; }))).filter(function (name) { return name && name !== "q"; });
  /* Of a long table only the first rows are shown. */
  var FIRST = 50;
  var NEXT = 1000;

  var questions = KEYS.map(readQuestion);
  var rows = Array.from(table.querySelectorAll("tbody > tr:not(.fascia)"), function (row, number) {
    var common = false;
    var values = questions.map(function (question) {
      var names = row.getAttribute("data-" + question.key);
      if (!names) return [];
      if (names === EVERYONE) common = true;
      return names.split(" ").map(function (name) { return question.numbers.get(name); }).filter(function (value) { return value !== undefined; });
    });
    return { row: row, number: number, values: values, common: common, text: null, inside: true, shown: true };
  });
  var ordered = rows.slice();
  var order = null;
  var limit = form.classList.contains("molte") ? FIRST : Infinity;
  var passing = rows.length;

  /** The choices of a question: a list, or boxes. */
  function readQuestion(key) {
    var field = form.elements[key];
    var isList = field instanceof HTMLSelectElement;
    var choices = isList ? Array.from(field.options).slice(1) : field instanceof RadioNodeList ? Array.from(field) : field ? [field] : [];
    var numbers = new Map();
    choices.forEach(function (choice, number) { numbers.set(choice.value, number); });
    var ofOffices = key === "area" || key === "servizio" || key === "smart-team";
    return { key: key, isList: isList, field: field, choices: choices, numbers: numbers, ofOffices: ofOffices };
  }

  /** The numbers of the choices that are made; none counts as all. */
  function chosen(question) {
    var numbers = new Set();
    question.choices.forEach(function (choice, number) {
      if (question.isList ? choice.selected : choice.checked) numbers.add(number);
    });
    return numbers;
  }

  /** Whether the rows of everyone do not concern an office. */
  function isAlone(choice) {
    return choice.dataset.soli !== undefined;
  }

  /** What the text asks: that each word begins a word of the row, or is another form of it. */
  function wordsAsked() {
    return P.folded(text.value).filter(function (word) { return word.length > 1 || /\d/.test(word); }).map(function (word) {
      var root = P.stem(word);
      return new RegExp(" (?:" + word + (root === word ? "" : "|" + root + "h?[aeiou]{1,2} ") + ")", "u");
    });
  }

  function textOf(entry) {
    /* The cells are read only when somebody searches. */
    if (entry.text === null) {
      var cells = Array.from(entry.row.cells, function (cell) { return cell.classList.contains("apri") ? "" : cell.textContent; });
      entry.text = " " + P.folded(cells.join(" ")).join(" ") + " ";
    }
    return entry.text;
  }

  /** Whether a row answers a question as asked. */
  function answers(entry, place, asked) {
    if (!asked.size) return true;
    var question = questions[place];
    return (entry.common && question.ofOffices && Array.from(asked).some(function (number) { return !isAlone(question.choices[number]); })) || entry.values[place].some(function (value) { return asked.has(value); });
  }

  /** One pass: which rows pass, and how many each choice would give with the other questions as they are. */
  function filter() {
    var asked = questions.map(chosen);
    var words = wordsAsked();
    var counts = questions.map(function (question) { return { own: new Uint32Array(question.choices.length), common: 0 }; });
    passing = 0;
    ordered.forEach(function (entry) {
      var missed = -1;
      var misses = 0;
      for (var place = 0; place < KEYS.length && misses < 2; place += 1) {
        if (!answers(entry, place, asked[place])) { missed = place; misses += 1; }
      }
      var passes = misses < 2 && words.every(function (word) { return word.test(textOf(entry)); });
      if (passes) {
        counts.forEach(function (count, place) {
          if (misses && place !== missed) return;
          if (entry.common && questions[place].ofOffices) count.common += 1;
          entry.values[place].forEach(function (value) { count.own[value] += 1; });
        });
      }
      entry.inside = passes && !misses;
      if (entry.inside) passing += 1;
    });
    showRows(limit);
    showCounts(counts, asked);
    tell(asked);
    remember(asked);
  }

  function showRows(most) {
    var shown = 0;
    ordered.forEach(function (entry) {
      var inView = entry.inside && shown < most;
      if (inView) shown += 1;
      if (inView !== entry.shown) entry.row.hidden = !inView;
      entry.shown = inView;
    });
    groups.forEach(function (group) { group.hidden = !group.querySelector("tr:not(.fascia, [hidden])"); });
    /* A total is one of all the rows. */
    if (table.tFoot) table.tFoot.hidden = passing < rows.length;
    table.classList.add("pronta");
    frame.hidden = passing === 0;
    empty.hidden = passing > 0;
    more.hidden = shown >= passing;
    more.firstElementChild.textContent = passing - shown > NEXT ? "Mostra altre " + P.number(NEXT) + " righe" : "Mostra tutte le " + P.number(passing) + " righe";
  }

  function showCounts(counts, asked) {
    questions.forEach(function (question, place) {
      question.choices.forEach(function (choice, number) {
        var own = counts[place].own[number];
        if (question.isList) {
          var common = question.ofOffices && choice.value !== EVERYONE && !isAlone(choice) ? counts[place].common : 0;
          choice.textContent = choice.dataset.nome + " (" + P.number(own) + (common ? " + " + P.number(common) + " in comune" : "") + ")";
        } else {
          var label = choice.closest("label");
          label.querySelector(".conto").textContent = P.number(own);
          label.classList.toggle("niente", own === 0 && !asked[place].has(number));
        }
      });
    });
  }

  /** How many rows and by which choices, in words: it is announced, and stands on paper too. */
  function tell(asked) {
    var reasons = [];
    var inDrawer = 0;
    if (text.value.trim()) reasons.push("testo «" + text.value.trim() + "»");
    questions.forEach(function (question, place) {
      if (!asked[place].size) return;
      if (question.choices[0].closest("details")) inDrawer += 1;
      var names = Array.from(asked[place], function (number) {
        var choice = question.choices[number];
        return question.isList ? choice.dataset.nome : choice.closest("label").dataset.nome;
      });
      reasons.push(nameOf(question).toLowerCase() + ": " + names.join(" o "));
    });
    var total = P.number(rows.length);
    var some = passing === 1 ? "1 " + form.dataset.voce : P.number(passing) + " " + noun;
    var sentence = passing === rows.length && !reasons.length ? total + " " + noun + "." : passing ? some + " su " + total + "." : "Nessun risultato su " + total + " " + noun + ".";
    if (reasons.length) sentence += " Filtri: " + reasons.join("; ") + ".";
    if (order) sentence += " In ordine di " + order.name + (order.direction < 0 ? ", all'indietro." : ".");
    if (!more.hidden) sentence += " Si vedono i primi " + P.number(limit) + ".";
    if (status.textContent !== sentence) status.textContent = sentence;
    show.textContent = passing ? "Mostra " + some : "Nessun risultato";
    used.textContent = inDrawer ? "(" + inDrawer + ")" : "";
    download.disabled = passing === 0;
  }

  function nameOf(question) {
    return question.isList ? question.field.labels[0].textContent : question.choices[0].closest("fieldset").querySelector("legend").textContent;
  }

  /* The state stands in the address: it can be sent to somebody, and going back finds it again. */
  function remember(asked) {
    var params = new URLSearchParams();
    if (text.value.trim()) params.set("q", text.value.trim());
    questions.forEach(function (question, place) {
      asked[place].forEach(function (number) { params.append(question.key, question.choices[number].value); });
    });
    if (order) params.set("ordine", (order.direction < 0 ? "-" : "") + order.key);
    var query = params.toString();
    history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
  }

  function recall() {
    var params = new URLSearchParams(location.search);
    text.value = params.get("q") || "";
    questions.forEach(function (question) {
      var wanted = params.getAll(question.key);
      question.choices.forEach(function (choice) {
        if (question.isList) choice.selected = wanted.includes(choice.value);
        else choice.checked = wanted.includes(choice.value);
      });
    });
    var wanted = params.get("ordine") || "";
    var button = table.querySelector("[data-chiave='" + CSS.escape(wanted.replace(/^-/, "")) + "']");
    if (button) arrange(button, wanted.startsWith("-") ? -1 : 1);
  }

  /* Order. */
  var compare = new Intl.Collator("it", { numeric: true }).compare;

  function keyOf(entry, key, column) {
    /* A scale goes in the order of its choices. */
    if (key === "smartabilita" || key === "rischio" || key === "carta") {
      var grade = questions[KEYS.indexOf(key)].numbers.get(entry.row.getAttribute("data-" + key));
      return grade === undefined ? Infinity : grade;
    }
    var cell = entry.row.cells[column];
    var part = key === "codice" ? cell.querySelector(".codice") : key === "processo" ? cell.querySelector("span:not([class])") : cell;
    return part ? part.textContent.trim() : "";
  }

  function arrange(button, direction) {
    var key = button.dataset.chiave;
    var heading = button.closest("th");
    order = { key: key, direction: direction, name: button.textContent.trim() };
    var keyed = rows.map(function (entry) { return [keyOf(entry, key, heading.cellIndex), entry]; });
    keyed.sort(function (one, other) {
      var result = typeof one[0] === "number" ? one[0] - other[0] : compare(one[0], other[0]);
      return result * direction || one[1].number - other[1].number;
    });
    ordered = keyed.map(function (pair) { return pair[1]; });
    /* Out of the page, where moving a row measures no other. */
    body.remove();
    ordered.forEach(function (entry) { body.append(entry.row); });
    table.append(body);
    table.querySelectorAll("th[aria-sort]").forEach(function (th) { th.removeAttribute("aria-sort"); });
    table.querySelectorAll(".ordina[data-verso]").forEach(function (other) { delete other.dataset.verso; });
    button.dataset.verso = direction < 0 ? "indietro" : "avanti";
    heading.setAttribute("aria-sort", direction < 0 ? "descending" : "ascending");
  }

  table.querySelectorAll("[data-ordina]").forEach(function (place) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "ordina";
    button.dataset.chiave = place.dataset.ordina;
    button.append.apply(button, place.childNodes);
    button.addEventListener("click", function () {
      arrange(button, order && order.key === button.dataset.chiave ? -order.direction : 1);
      filter();
    });
    place.append(button);
  });
  form.querySelectorAll("label:has(.conto)").forEach(function (label) {
    var copy = label.cloneNode(true);
    copy.querySelectorAll("[aria-hidden], .conto").forEach(function (piece) { piece.remove(); });
    label.dataset.nome = copy.textContent.trim();
  });

  /* The chosen rows as CSV, out of the open data. */
  var records = null;
  window.piaoRighe = function (csv) { records = csv.match(/(?:"(?:[^"]|"")*"|[^"\r\n]+)+/g) || []; };

  function deliver() {
    var lines = ordered.filter(function (entry) { return entry.inside; }).map(function (entry) { return records[entry.number + 1]; });
    var blob = new Blob([[records[0]].concat(lines).join("\r\n") + "\r\n"], { type: "text/csv;charset=utf-8" });
    var link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = form.dataset.nome;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  download.addEventListener("click", function () {
    if (records) { deliver(); return; }
    var script = document.createElement("script");
    script.src = form.dataset.righe;
    script.onload = deliver;
    script.onerror = function () { status.textContent = "I dati non si possono caricare: riprovare, o scaricare la tavola intera."; };
    document.head.append(script);
  });

  var waiting = 0;
  text.addEventListener("input", function () { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
  form.addEventListener("change", function (event) { if (event.target !== text) filter(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); clearTimeout(waiting); filter(); });
  form.addEventListener("reset", function (event) {
    /* Not the values that the browser remembers, but truly no choice. */
    event.preventDefault();
    text.value = "";
    questions.forEach(function (question) {
      if (question.isList) question.field.selectedIndex = 0;
      else question.choices.forEach(function (choice) { choice.checked = false; });
    });
    filter();
  });
  byId("filtri_ricomincia").addEventListener("click", function () { form.reset(); text.focus(); });
  show.addEventListener("click", function () { byId("filtri_cassetto").open = false; (passing ? frame : empty).scrollIntoView(); if (passing) frame.focus({ preventScroll: true }); });
  more.firstElementChild.addEventListener("click", function () { limit += NEXT; filter(); frame.focus(); });
  /* All chosen rows go on paper, not only those in view. */
  window.addEventListener("beforeprint", function () { showRows(Infinity); });
  window.addEventListener("afterprint", function () { showRows(limit); });

  form.classList.add("attivi");
  recall();
  if (location.search || limit === FIRST) filter();
})();
