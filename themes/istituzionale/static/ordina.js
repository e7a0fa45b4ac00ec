/* Tabelle che si mettono in ordine dalle loro intestazioni. Senza questo script stanno nell'ordine del documento.
   Premuta una volta, una colonna va dal primo all'ultimo; due, all'indietro; tre, torna l'ordine del documento. */
"use strict";
(function () {
  var compare = new Intl.Collator("it", { numeric: true }).compare;
  var NEXT = { none: "ascending", ascending: "descending", descending: "none" };

  /** What a row is put in order by: the value of its cell, its number, or its text; nothing where there is none. */
  function keyOf(row, column, kind) {
    var cell = row.cells[column];
    if (kind === "nome") return (cell.querySelector("a") || cell).textContent.trim();
    // In what is read a point stands between thousands, in what is not, before decimals.
    var text = kind === "valore" ? cell.dataset.valore : cell.textContent.replace(/\./g, "");
    var number = parseFloat(text);
    return isNaN(number) ? null : number;
  }

  /** A row without a value comes last, whichever the direction. */
  function inOrder(rows, column, kind, direction) {
    var keyed = rows.map(function (row, place) { return { row: row, place: place, key: keyOf(row, column, kind) }; });
    keyed.sort(function (one, other) {
      if (one.key === null || other.key === null) return (one.key === null) - (other.key === null) || one.place - other.place;
      var result = kind === "nome" ? compare(one.key, other.key) : one.key - other.key;
      return result * direction || one.place - other.place;
    });
    return keyed.map(function (one) { return one.row; });
  }

  document.querySelectorAll("table.ordinabile").forEach(function (table) {
    var bodies = Array.from(table.tBodies, function (body) { return { body: body, rows: Array.from(body.rows) }; });
    var rows = bodies.flatMap(function (one) { return one.rows; }).filter(function (row) { return !row.classList.contains("fascia"); });
    var flat = document.createElement("tbody");
    if (rows.length < 2) return;

    function arrange(heading, kind) {
      var next = NEXT[heading.getAttribute("aria-sort") || "none"];
      table.querySelectorAll("th[aria-sort]").forEach(function (th) { th.removeAttribute("aria-sort"); });
      var sorted = next !== "none";
      table.classList.toggle("ordinata", sorted);
      if (sorted) {
        heading.setAttribute("aria-sort", next);
        flat.append.apply(flat, inOrder(rows, heading.cellIndex, kind, next === "ascending" ? 1 : -1));
        bodies.forEach(function (one) { one.body.remove(); });
        table.insertBefore(flat, table.tFoot);
      } else {
        flat.remove();
        bodies.forEach(function (one) {
          one.body.append.apply(one.body, one.rows);
          table.insertBefore(one.body, table.tFoot);
        });
      }
    }

    table.querySelectorAll("[data-per]").forEach(function (place) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "ordina";
      button.append.apply(button, place.childNodes);
      button.addEventListener("click", function () { arrange(place.closest("th"), place.dataset.per); });
      place.append(button);
    });
  });
})();
