/* The page «Cerca»: reads the index that the program wrote and shows results while one types.
   The index is made of scripts (indice.js and, for larger ones, parole-N.js and schede-N.js), because from file:// nothing else can be read;
   each calls piaoRicerca(what, number, data). */
"use strict";
var piaoRicerca = (function () {
  var P = piaoParole;
  var input = document.getElementById("ricerca_q");
  var status = document.getElementById("ricerca_stato");
  var kindButtons = document.getElementById("ricerca_generi");
  var list = document.getElementById("ricerca_risultati");
  var more = document.getElementById("ricerca_oltre");
  var nothing = document.getElementById("ricerca_niente");
  var STEP = 10; /* how many results at a time */
  var DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /* The index: what has arrived, and who waits for the rest. */
  var head = null;
  var parts = [];
  var chunks = [];
  var asked = {};
  var waiting = [];

  function receive(what, number, data) {
    if (what === "indice") head = data;
    if (what === "parole") parts[number] = readPart(data);
    if (what === "schede") chunks[number] = data;
  }

  /** Loads a script of the index, once. */
  function request(name) {
    if (asked[name]) return;
    asked[name] = true;
    var script = document.createElement("script");
    script.src = name;
    script.onload = function () {
      waiting.splice(0).forEach(function (resume) { resume(); });
    };
    script.onerror = function () {
      delete asked[name];
      waiting = [];
      document.documentElement.classList.remove("in-cerca");
      announce("La ricerca non si può caricare. Riprovare, o usare gli elenchi qui sotto.");
    };
    document.head.append(script);
  }

  /** A part of the dictionary: «word postings family;…», in order; the first digit says how many letters are those of the word before.
      The postings stay packed until they are needed. */
  function readPart(text) {
    var word = "";
    return text.split(";").filter(Boolean).map(function (line) {
      var fields = line.split(" ");
      word = word.slice(0, Number(fields[0][0])) + fields[0].slice(1);
      return { word: word, stem: P.stem(word), digits: fields[1], family: fields[2], postings: null };
    });
  }

  /** The numbers of the records of an entry, each times four, plus the place that the word has there: see PLACES. */
  function postings(entry) {
    if (entry.postings) return entry.postings;
    var numbers = [];
    var last = -1;
    for (var i = 0; i < entry.digits.length; ) {
      var value = 0;
      var weight = 1;
      var digit;
      do {
        digit = DIGITS.indexOf(entry.digits[i++]);
        value += (digit % 32) * weight;
        weight *= 32;
      } while (digit >= 32);
      last += value >> 2;
      numbers.push(last * 4 + (value & 3));
    }
    entry.postings = numbers;
    return numbers;
  }

  /** The numbers of the parts that may have words that begin so. */
  function partsOf(start) {
    var short = start.slice(0, 3);
    var numbers = [];
    head.parti.forEach(function (first, number) {
      var next = head.parti[number + 1];
      var begins = number === 0 || first.slice(0, short.length) <= short;
      if (begins && (next === undefined || next >= short)) numbers.push(number);
    });
    return numbers;
  }

  /** The entries that answer to a word, and how well: equal, another form of the same word, its beginning alone. A word of two or three letters
      that the index has stands for itself: «DAT» is no form of «dati», nor its beginning. */
  function matches(word) {
    var stem = P.stem(word);
    var near = [].concat.apply([], partsOf(word.length > stem.length ? stem : word).map(function (number) { return parts[number]; }));
    var isWhole = word.length < 4 && near.some(function (entry) { return entry.word === word; });
    var isForm = function (entry) { return isWhole ? entry.word === word : entry.stem === stem; };
    var families = new Set();
    near.forEach(function (entry) {
      if (isForm(entry) && entry.family) families.add(entry.family);
    });
    var found = [];
    near.forEach(function (entry) {
      var begins = !isWhole && entry.word.startsWith(word);
      var quality = entry.word === word ? 1 : isForm(entry) ? 0.8 : families.has(entry.family) ? 0.6 : begins ? 0.5 : 0;
      if (quality) found.push({ entry: entry, quality: quality });
    });
    return found;
  }

  /* The words with which questions are asked: they do not say about what. */
  var QUESTION_WORDS = ("chi come cosa cos dove quando quale quali quanta quante quanti quanto perche posso possono puo potere devo si serve servono fare " +
    "vorrei voglio avere ho sono essere").split(" ");

  /** Whether a word by itself says what is looked for. */
  function isTelling(word) {
    return word.length > 1 && !head.comuni.includes(word);
  }

  /** How many words of the question, from `start` on, say this expression: articles and prepositions in between do not count. */
  function expression(words, start, wanted) {
    var here = start;
    for (var i = 0; i < wanted.length; i += 1) {
      while (i && here < words.length && !isTelling(words[here]) && words[here] !== wanted[i]) here += 1;
      if (here >= words.length || P.stem(words[here]) !== P.stem(wanted[i])) return 0;
      here += 1;
    }
    return here - start;
  }

  /** The things that are asked for, each with the ways to find it: its words and, where others call it otherwise, the words of the documents. */
  function things(text) {
    var words = P.folded(text);
    var typed = P.words(text);
    var all = [];
    for (var i = 0; i < words.length; ) {
      var best = null;
      head.sinonimi.forEach(function (group) {
        group[0].forEach(function (said) {
          var length = expression(words, i, said.split(" "));
          if (length && (!best || length > best.length)) best = { length: length, written: group[1] };
        });
      });
      var length = best ? best.length : 1;
      var own = words.slice(i, i + length).filter(isTelling);
      if (best) {
        var ways = best.written.map(function (written) { return { words: written.split(" ").filter(isTelling), weight: 1 }; });
        all.push({ name: typed.slice(i, i + length).join(" "), ways: ways.concat({ words: own, weight: 0.5 }) });
      } else if (own.length && !QUESTION_WORDS.includes(own[0])) {
        all.push({ name: typed[i], ways: [{ words: own, weight: 1 }] });
      }
      i += length;
    }
    if (all.length) return all;
    return words.map(function (word, i) {
      return { name: typed[i], ways: [{ words: [word], weight: 1 }] };
    }).filter(function (thing) { return thing.ways[0].words[0].length > 1; });
  }

  /** The code that is perhaps looked for: «500 1 b» is 500-1-b. */
  function codeOf(text) {
    var words = P.folded(text);
    return words.length > 1 && words.length < 4 && /^\d+$/.test(words[1]) ? words.join("-") : null;
  }

  /** What is looked for as a whole name: «A/1» and «a 1» are a-1, a single word ends with a hyphen. null if the index has no such names. */
  function keyOf(text) {
    var words = P.folded(text);
    if (!head.chiavi || !words.length) return null;
    return words.length > 1 ? words.join("-") : words[0] + "-";
  }

  /** Asks for the parts that may have words that begin so; whether all of them are there. */
  function hasParts(starts) {
    var complete = true;
    starts.forEach(function (start) {
      partsOf(start).forEach(function (number) {
        if (!parts[number]) { complete = false; request("parole-" + number + ".js"); }
      });
    });
    return complete;
  }

  /** Asks for all that an answer needs; whether it is there. */
  function isReady(text) {
    if (!head) { request("indice.js"); return false; }
    var starts = [];
    things(text).forEach(function (thing) {
      thing.ways.forEach(function (way) {
        way.words.forEach(function (word) { var stem = P.stem(word); starts.push(word.length > stem.length ? stem : word); });
      });
    });
    [codeOf(text), keyOf(text)].forEach(function (whole) { if (whole) starts.push(whole); });
    return hasParts(starts);
  }

  /* What a word counts: in the text, in a long title, in one of two or three words, alone. */
  var PLACES = [1, 2.5, 3.5, 5];

  /** The points that a word gives to the records in which it stands. */
  function pointsOf(word, marked) {
    var points = new Map();
    matches(word).forEach(function (match) {
      marked.add(match.entry.word);
      postings(match.entry).forEach(function (number) {
        var value = match.quality * PLACES[number & 3];
        if (value > (points.get(number >> 2) || 0)) points.set(number >> 2, value);
      });
    });
    return points;
  }

  /** The records that have all the words of a way, with their points: what is rare says more. */
  function byWay(way, marked) {
    var found = null;
    way.words.forEach(function (word) {
      var points = pointsOf(word, marked);
      var rarity = Math.log(2 + head.schede / Math.max(points.size, 1));
      var before = found;
      found = new Map();
      points.forEach(function (value, record) {
        if (!before || before.has(record)) found.set(record, value * rarity + (before ? before.get(record) : 0));
      });
    });
    return found || new Map();
  }

  /** The records that answer to a thing, with their points. */
  function byThing(thing, marked) {
    var best = new Map();
    thing.ways.forEach(function (way) {
      /* Different words for one thing count as one: else the longest expression would win. */
      var weight = way.weight / (thing.ways.length > 1 ? way.words.length : 1);
      byWay(way, marked).forEach(function (value, record) {
        if (value * weight > (best.get(record) || 0)) best.set(record, value * weight);
      });
    });
    return best;
  }

  /** Whether two words differ by a single letter: missing, too much, another, or exchanged with its neighbour. */
  function isNear(one, other) {
    if (Math.abs(one.length - other.length) > 1) return false;
    var i = 0;
    while (i < one.length && one[i] === other[i]) i += 1;
    var rest = function (word, from) { return word.slice(from); };
    return rest(one, i + 1) === rest(other, i + 1) || rest(one, i + 1) === rest(other, i) || rest(one, i) === rest(other, i + 1) ||
      (one[i] === other[i + 1] && one[i + 1] === other[i] && rest(one, i + 2) === rest(other, i + 2));
  }

  /** The word of the index that was perhaps meant: the one that stands in most records. A short word has too many near it. */
  function meant(word) {
    var chosen = null;
    partsOf(word[0]).forEach(function (number) {
      parts[number].forEach(function (entry) {
        if (!/\d/.test(entry.word) && isNear(word, entry.word) && (!chosen || postings(entry).length > postings(chosen).length)) chosen = entry;
      });
    });
    return chosen && chosen.word;
  }

  /** The records with this code or whole name, and no other; null if there are none. */
  function withName(name, marked) {
    var found = null;
    partsOf(name).forEach(function (number) {
      parts[number].forEach(function (entry) {
        if (entry.word !== name) return;
        marked.add(name);
        found = postings(entry).filter(function (posting) { return posting & 3; }).map(function (posting) { return posting >> 2; });
      });
    });
    return found && found.length ? found : null;
  }

  /** Asks for the files of these records; whether all of them are there. */
  function hasRecords(records) {
    var complete = true;
    records.forEach(function (record) {
      var chunk = Math.floor(record / head.mazzo);
      if (!chunks[chunk]) { complete = false; request("schede-" + chunk + ".js"); }
    });
    return complete;
  }

  /** A record: title, address, place, text, answer. */
  function dataOf(record) {
    return chunks[Math.floor(record / head.mazzo)][record % head.mazzo];
  }

  /** Of several names that are alike but for their signs, first the one with the signs that were typed: A/1, then A-1. null if the records have
      not arrived yet. */
  function typedFirst(text, found) {
    if (found.length < 2) return found;
    if (!hasRecords(found)) return null;
    var typed = text.normalize("NFC").toLowerCase();
    var isOther = function (record) { return !(dataOf(record)[0].toLowerCase() + " ").startsWith(typed + " "); };
    return found.slice().sort(function (a, b) { return isOther(a) - isOther(b) || a - b; });
  }

  /** A code that was begun: the records whose code begins so have more points. */
  function addBegunCode(code, points, marked) {
    partsOf(code).forEach(function (number) {
      parts[number].forEach(function (entry) {
        if (!entry.word.startsWith(code)) return;
        marked.add(entry.word);
        postings(entry).forEach(function (posting) { points.set(posting >> 2, 100 + (points.get(posting >> 2) || 0)); });
      });
    });
  }

  /**
   * What answers: `records`, the best first; `isPartial` if none has everything; `absent`, what the document does not speak of; `corrected`,
   * the words that were read otherwise. null if a part is still waited for.
   */
  function find(text) {
    var marked = new Set();
    var code = codeOf(text);
    var name = code || keyOf(text);
    var named = name && withName(name, marked);
    if (named) {
      named = typedFirst(text, named);
      if (!named) return null;
    }
    if (named && code) return { records: named, marked: marked, absent: [], corrected: [], isCode: true };
    var wanted = things(text);
    var points = new Map();
    var times = new Map();
    var absent = [];
    var corrected = [];
    var present = [];
    for (var i = 0; i < wanted.length; i += 1) {
      var found = byThing(wanted[i], marked);
      var word = wanted[i].ways[0].words[0];
      if (!found.size && !named && wanted[i].ways.length === 1 && word.length > 5 && !/\d/.test(word)) {
        if (!hasParts([word[0]])) return null;
        var other = meant(word);
        if (other) {
          corrected.push(other);
          found = byThing({ name: other, ways: [{ words: [other], weight: 1 }] }, marked);
        }
      }
      if (found.size) present.push(wanted[i].name); else absent.push(wanted[i].name);
      found.forEach(function (value, record) {
        points.set(record, value + (points.get(record) || 0));
        times.set(record, 1 + (times.get(record) || 0));
      });
    }
    if (code) {
      var before = points.size;
      addBegunCode(code, points, marked);
      if (points.size > before) absent = [];
    }
    var records = Array.from(points.keys());
    var whole = records.filter(function (record) { return times.get(record) === wanted.length || points.get(record) >= 100; });
    if (absent.length) records = [];
    else if (whole.length) records = whole;
    records.sort(function (a, b) { return (times.get(b) || 0) - (times.get(a) || 0) || points.get(b) - points.get(a) || a - b; });
    /* Whoever types a whole name looks for that one: the rest comes after it. */
    if (named) {
      records = named.concat(records.filter(function (record) { return !named.includes(record); }));
      absent = [];
    }
    return {
      records: records,
      marked: marked,
      isPartial: records.length > 0 && !whole.length && !named,
      absent: absent,
      present: present,
      corrected: corrected,
      isShort: !wanted.length && !code,
    };
  }

  function kindOf(record) {
    var number = head.generi.length - 1;
    while (number > 0 && head.generi[number][2] > record) number -= 1;
    return number;
  }

  /* What is shown. */
  var kind = "";
  var shown = STEP;
  var outcome = null;
  var turn = 0;
  var announcing = 0;
  var TOO_SHORT = "Scrivere almeno una parola di due lettere.";

  function announce(text) {
    /* Whoever listens should not hear a number at every letter. */
    clearTimeout(announcing);
    announcing = setTimeout(function () { status.textContent = text; }, 250);
  }

  function search(then) {
    var mine = (turn += 1);
    var text = input.value.trim();
    remember(text);
    if (head && !things(text).length && !codeOf(text) && !keyOf(text)) {
      outcome = null;
      list.hidden = kindButtons.hidden = more.hidden = nothing.hidden = true;
      list.textContent = "";
      document.documentElement.classList.remove("in-cerca");
      announce(text ? TOO_SHORT : "");
      return;
    }
    if (!text) return;
    if (!isReady(text)) {
      waiting.push(function () { if (mine === turn) search(then); });
      return;
    }
    outcome = find(text);
    if (!outcome) {
      waiting.push(function () { if (mine === turn) search(then); });
      return;
    }
    show(text, then);
  }

  /** Shows the outcome; what is missing of the records is asked for, and it goes on when that arrives. */
  function show(text, then) {
    var mine = turn;
    var counts = head.generi.map(function () { return 0; });
    outcome.records.forEach(function (record) { counts[kindOf(record)] += 1; });
    var chosen = head.generi.findIndex(function (words, number) { return words[0] === kind && counts[number]; });
    var all = chosen < 0 ? outcome.records : outcome.records.filter(function (record) { return kindOf(record) === chosen; });
    var first = all.slice(0, shown);
    if (!hasRecords(first)) {
      waiting.push(function () { if (mine === turn) show(text, then); });
      return;
    }
    document.documentElement.classList.remove("in-cerca");
    showKinds(counts, chosen);
    list.replaceChildren.apply(list, first.map(result));
    list.hidden = !first.length;
    more.hidden = all.length <= first.length;
    showNothing();
    if (!all.length) {
      announce(outcome.isShort ? TOO_SHORT : "Nessun risultato per «" + text + "»." + absence());
    } else {
      var count = all.length === 1 ? "1 risultato" : P.number(all.length) + " risultati";
      var lead = outcome.corrected.length ? "Forse si cercava «" + outcome.corrected.join(" ") + "»: " : outcome.isPartial ? "Nessun risultato con tutte le parole; con alcune, " : "";
      announce(lead + count + " per «" + text + "».");
    }
    if (then) then();
  }

  /** What the document does not speak of; nothing where that cannot be said. */
  function absence() {
    if (!outcome.absent.length) return "";
    return " Il documento non parla di " + outcome.absent.map(function (name) { return "«" + name + "»"; }).join(" né di ") + ".";
  }

  /* The words by which acts are cited: without the rest of the citation they do not say what is looked for, nor does a number. */
  var CITATION_WORDS = "lgs dlgs dl dpr dpcm dm dd legge decreto legislativo art artt articolo articoli comma commi num".split(" ");

  /** Whether what is left of a question still asks for something. */
  function isQuestion(names) {
    return names.some(function (name) { return !/^\d+$/.test(name) && !CITATION_WORDS.includes(P.fold(name)); });
  }

  /** Where there is nothing: to look for the rest of the question, or elsewhere. */
  function showNothing() {
    nothing.hidden = outcome.records.length > 0 || outcome.isShort;
    var button = nothing.querySelector("button");
    button.hidden = nothing.hidden || !isQuestion(outcome.present);
    if (!button.hidden) button.textContent = "Cerca solo «" + outcome.present.join(" ") + "»";
  }

  function result(record) {
    var data = dataOf(record);
    var isFound = function (word) { return outcome.marked.has(word); };
    var item = document.createElement("li");
    var label = document.createElement("span");
    label.className = "genere";
    label.textContent = head.generi[kindOf(record)][0];
    var link = document.createElement("a");
    link.href = "../" + data[1];
    P.highlight(link, data[0], isFound);
    item.append(label, " ", link);
    if (data[4]) {
      var answer = document.createElement("span");
      answer.className = "risposta";
      answer.textContent = data[4];
      item.append(" ", answer);
    }
    if (data[2]) {
      var place = document.createElement("span");
      place.className = "luogo";
      P.highlight(place, data[2], isFound);
      item.append(" ", place);
    }
    if (data[3]) {
      var text = document.createElement("p");
      P.highlight(text, excerpt(data[3], isFound), isFound);
      item.append(text);
    }
    return item;
  }

  /** The stretch of a long text around the first word that was found. */
  function excerpt(text, isFound) {
    var length = 220;
    if (text.length <= length) return text;
    var trial = document.createElement("p");
    P.highlight(trial, text, isFound);
    var mark = trial.querySelector("mark");
    var at = 0;
    for (var node = mark && mark.previousSibling; node; node = node.previousSibling) at += node.textContent.length;
    var start = at > 80 ? text.lastIndexOf(" ", at - 60) + 1 : 0;
    var end = text.indexOf(" ", start + length);
    return (start ? "… " : "") + text.slice(start, end < 0 ? undefined : end) + (end < 0 ? "" : " …");
  }

  function showKinds(counts, chosen) {
    var hadFocus = kindButtons.contains(document.activeElement);
    var kinds = counts.map(function (count, number) { return { one: head.generi[number][0], many: head.generi[number][1], count: count, isChosen: number === chosen }; });
    kinds = kinds.filter(function (words) { return words.count; });
    kindButtons.hidden = kinds.length < 2;
    kinds.unshift({ one: "", many: "Tutti", count: outcome.records.length, isChosen: chosen < 0 });
    kindButtons.replaceChildren.apply(kindButtons, kinds.map(function (words) {
      var button = document.createElement("button");
      button.type = "button";
      button.setAttribute("aria-pressed", String(words.isChosen));
      button.textContent = words.many + " (" + P.number(words.count) + ")";
      button.addEventListener("click", function () { kind = words.one; shown = STEP; search(); });
      return button;
    }));
    if (hadFocus) kindButtons.querySelector("[aria-pressed=true]").focus();
  }

  /** The search stands in the address, so that it can be sent to somebody. */
  function remember(text) {
    var values = new URLSearchParams();
    if (text) values.set("q", text);
    if (text && kind) values.set("genere", kind);
    var question = values.toString();
    history.replaceState(null, "", location.pathname + (question ? "?" + question : ""));
    document.title = (text ? text + " – " : "") + title;
  }
  var title = document.title;

  function move(by) {
    var links = Array.from(list.querySelectorAll("a"));
    var at = links.indexOf(document.activeElement) + by;
    if (at < 0) input.focus();
    else if (links[at]) links[at].focus();
  }

  input.addEventListener("input", function () { kind = ""; shown = STEP; search(); });
  input.addEventListener("focus", function () { if (!head) request("indice.js"); });
  input.addEventListener("keydown", function (key) {
    if (key.key === "ArrowDown" && list.querySelector("a")) { key.preventDefault(); move(1); }
    if (key.key === "Escape" && input.value) { key.preventDefault(); input.value = ""; kind = ""; search(); }
  });
  list.addEventListener("keydown", function (key) {
    if (key.key === "ArrowDown" || key.key === "ArrowUp") { key.preventDefault(); move(key.key === "ArrowDown" ? 1 : -1); }
    if (key.key === "Escape") { key.preventDefault(); input.focus(); }
  });
  document.getElementById("ricerca").addEventListener("submit", function (event) {
    event.preventDefault();
    shown = STEP;
    search(function () {
      /* Whoever types a whole code and presses Enter wants that page. */
      if (outcome.isCode && outcome.records.length === 1) list.querySelector("a").click();
      else move(1);
    });
  });
  nothing.querySelector("button").addEventListener("click", function () {
    input.value = outcome.present.join(" ");
    kind = "";
    shown = STEP;
    search(function () { move(1); });
  });
  more.firstElementChild.addEventListener("click", function () {
    var first = list.children.length;
    shown += 2 * STEP;
    search(function () { var next = list.children[first]; if (next) next.querySelector("a").focus(); });
  });

  /* It begins with what the address says. What stands below the results waits for them: then it moves no more. */
  var question = new URLSearchParams(location.search);
  if ((question.get("q") || "").trim().length > 1) document.documentElement.classList.add("in-cerca");
  /* Later, because the scripts of the index call piaoRicerca. */
  setTimeout(function () {
    if (!input.value) input.value = question.get("q") || "";
    kind = question.get("genere") || "";
    if (input.value) search();
    else input.focus({ preventScroll: true });
  });
  return receive;
})();
