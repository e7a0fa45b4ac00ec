/* Words as the search compares them: the rules of the program that writes the index (src/site/search/token.rs). */
"use strict";
var piaoParole = (function () {
  /* Letters and digits; not the signs that Unicode counts among letters and that stand for an apostrophe (ʼ). */
  var WORD = /(?![\u02b0-\u02ff])[\p{L}\p{N}](?:(?![\u02b0-\u02ff])[\p{L}\p{N}\p{M}])*/gu;

  /* Letters without an accent to be taken off that are typed by others, too: the list of the program (src/model/fold.rs). */
  var TYPED = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ς": "σ" };

  /** Without capitals and accents; of what is no letter and no digit the hyphen of codes stays. */
  function fold(text) {
    var bare = text.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}-]/gu, "");
    return bare.replace(/[ßæœøđłς]/g, function (letter) { return TYPED[letter]; });
  }

  /** The words of a text as they are written: apostrophes and hyphens divide them. */
  function words(text) {
    return text.normalize("NFC").match(WORD) || [];
  }

  /** The words of a text, folded. */
  function folded(text) {
    return words(text).map(fold);
  }

  /** A word without the vowels that tell the singular from the plural: «pratica» and «pratiche» have the same stem. */
  function stem(word) {
    if (word.length < 4 || !/^[a-z]+[aeiou]$/.test(word)) return word;
    var rest = word.slice(0, -1);
    if (rest.endsWith("i") && rest.length > 3) rest = rest.slice(0, -1);
    return /[cg]h$/.test(rest) ? rest.slice(0, -1) : rest;
  }

  /** Appends a text to an element, with a <mark> around each word that `isFound` knows; a code with hyphens is one word. */
  function highlight(element, text, isFound) {
    var end = 0;
    function mark(start, length) {
      if (start > end) element.append(text.slice(end, start));
      var marked = document.createElement("mark");
      marked.textContent = text.slice(start, start + length);
      element.append(marked);
      end = start + length;
    }
    var groups = /[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*/gu;
    for (var group; (group = groups.exec(text)); ) {
      if (group[0].includes("-") && isFound(fold(group[0]))) {
        mark(group.index, group[0].length);
        continue;
      }
      WORD.lastIndex = 0;
      for (var word; (word = WORD.exec(group[0])); ) {
        if (isFound(fold(word[0]))) mark(group.index + word.index, word[0].length);
      }
    }
    if (end < text.length) element.append(text.slice(end));
  }

  /** A whole number as it is written in Italian. */
  function number(value) {
    return String(value).replace(/\B(?=(\d{3})+$)/g, ".");
  }

  return { fold: fold, words: words, folded: folded, stem: stem, highlight: highlight, number: number };
})();

/* Where the script of the filters did not arrive, every row of Tavola 1 is seen. */
document.addEventListener("DOMContentLoaded", function () {
  var filters = document.getElementById("filtri");
  if (filters && !filters.classList.contains("attivi")) document.documentElement.classList.add("senza-filtri");
});
