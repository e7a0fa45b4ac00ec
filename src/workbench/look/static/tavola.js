// A table that is edited in its cells: arrows move, Enter opens a cell, Tab keeps it and goes on, a block copied from a spreadsheet is
// pasted at a cell and shown before it is kept. Without it each record has its form, and blocks are pasted on a page of their own.
import { draftOf } from "./memoria.js";
import { read, reason, renew, whenNew } from "./rinnova.js";

let table = null;
// What is typed in the open cell.
let kept = null;
let editor = null;
// What tells of something typed in a cell that is not there.
let lost = null;
const begun = new WeakSet();
const say = (words) => { document.getElementById("detto").textContent = words; };

const rows = () => [...table.tBodies[0].rows];
const cells = (row) => [...row.cells];
const place = (cell) => [rows().indexOf(cell.parentElement), cells(cell.parentElement).indexOf(cell)];
const at = (row, column) => rows()[row]?.cells[column] ?? null;

/** One cell at a time is reached by Tab; the others by the arrows. */
function reach(cell, focus) {
  for (const other of table.querySelectorAll("[data-campo][tabindex='0']")) other.tabIndex = -1;
  cell.tabIndex = 0;
  if (focus) cell.focus();
}

function ready() {
  for (const cell of table.querySelectorAll("[data-campo]")) cell.tabIndex = -1;
  const first = at(0, 0);
  if (first) first.tabIndex = 0;
}

/** The choice of a word, made up for what is written and is none of the choices, so that it stays to be seen. */
function chosen(control, word) {
  const option = [...control.options].find(({ value }) => value === word) ?? new Option(`«${word}», che non c'è`, word);
  option.selected = true;
  return option;
}

/** What stands in a control, with several choices one a line. */
function typed(control) {
  return control.multiple ? [...control.selectedOptions].map(({ value }) => value).filter(Boolean).join("\n") : control.value;
}

/** Types something into a control in the place of what stands there. */
function type(control, words) {
  if (!control.matches("select")) {
    control.value = words;
    return;
  }
  const wanted = control.multiple ? words.split("\n").filter(Boolean) : [words];
  for (const option of control.options) option.selected = false;
  for (const word of wanted) {
    const option = chosen(control, word);
    if (!option.parentElement) control.append(option);
  }
}

/** Keeps what stands in the open cell until it is saved or given up: it is there again after the page was closed. */
function remember() {
  const { cell, control } = editor;
  const { id, voce, indirizzo } = cell.parentElement.dataset;
  const label = control.getAttribute("aria-label");
  kept.put({ id, voce, address: indirizzo, label, field: cell.dataset.campo, was: cell.dataset.valore, typed: typed(control) });
}

/** Shows what was typed in a cell that is not among those of this page: its record was removed, was given another name, or stands elsewhere. */
function tellOf(draft) {
  const notice = document.createElement("p");
  notice.className = "banco-avviso";
  notice.setAttribute("role", "status");
  const link = document.createElement("a");
  [link.href, link.textContent] = [draft.address, "Apri la voce"];
  const button = document.createElement("button");
  [button.type, button.textContent] = ["button", "Lascia perdere"];
  button.addEventListener("click", () => {
    kept.drop();
    notice.remove();
    lost = null;
  });
  notice.append(`In una casella che qui non c'è (${draft.label}) era stato scritto e non salvato: «${draft.typed}». `, link, " ", button);
  lost = notice;
  document.getElementById("detto").after(notice);
}

/** Opens the cell in which something was typed and not saved, as one that was read when it was typed. */
function restore() {
  const draft = kept.find(true);
  const row = draft && rows().find((row) => row.dataset.id === draft.id);
  const cell = row?.querySelector(`[data-campo="${CSS.escape(draft.field)}"]`);
  if (!cell) {
    if (draft) tellOf(draft);
    return;
  }
  if (draft.typed === cell.dataset.valore) {
    kept.drop();
    return;
  }
  const read = { valore: cell.dataset.valore, voce: row.dataset.voce };
  open(cell, draft.typed);
  if (!editor) return;
  editor.read = read;
  [cell.dataset.valore, row.dataset.voce] = [draft.was, draft.voce];
  say("Ripreso ciò che in questa casella era stato scritto e non salvato: Invio lo salva, Esc lo lascia perdere.");
}

/** Opens a cell; `words` take the place of what stands in it. */
function open(cell, words) {
  const pattern = document.querySelector(`template[data-tipo="${CSS.escape(cell.dataset.campo)}"]`);
  if (!pattern || editor) return;
  const control = pattern.content.firstElementChild.cloneNode(true);
  const heading = table.tHead.rows[0].cells[place(cell)[1]].textContent.trim();
  control.setAttribute("aria-label", `${heading} di ${cell.parentElement.dataset.nome}`);
  const now = cell.dataset.valore;
  if (control.multiple) {
    // What is chosen stands first, as it is written: left as it is, it is sent as it was.
    const written = now.split("\n").filter(Boolean);
    control.prepend(...written.map((word) => chosen(control, word)));
  } else {
    control.value = now;
    if (control.matches("select") && control.value !== now) control.append(chosen(control, now));
  }
  editor = { cell, control, untouched: typed(control), shown: [...cell.childNodes], busy: false, read: null };
  if (words !== undefined) type(control, words);
  control.addEventListener("input", remember);
  cell.replaceChildren(control);
  cell.classList.add("aperta");
  control.focus();
  if (control.select && words === undefined) control.select();
}

function close(focus) {
  if (!editor) return;
  const { cell, shown, read } = editor;
  editor = null;
  kept.drop();
  if (read) [cell.dataset.valore, cell.parentElement.dataset.voce] = [read.valore, read.voce];
  cell.replaceChildren(...shown);
  cell.classList.remove("aperta");
  if (focus) reach(cell, true);
  document.dispatchEvent(new CustomEvent("banco-lasciata"));
}

/** Shows the table as it is now, with the focus on a cell of it. */
async function refresh(row, column) {
  await renew({ force: true });
  editor = null;
  const cell = at(row, column) ?? at(rows().length - 1, column) ?? at(0, 0);
  if (cell) reach(cell, true);
}

/** Keeps what stands in the open cell, then goes to another. */
async function keep(down, right) {
  if (!editor || editor.busy) return;
  const { cell, control } = editor;
  const value = typed(control);
  const [row, column] = place(cell);
  const next = [row + down, column + right];
  const step = () => at(...next) ?? cell;
  // A control may show less than what stands there, as the ends of lines: what was not touched is not written.
  if (value === editor.untouched || value === cell.dataset.valore) {
    close(false);
    reach(step(), true);
    return;
  }
  editor.busy = true;
  document.dispatchEvent(new CustomEvent("banco-salva"));
  const line = cell.parentElement;
  const fields = new URLSearchParams({ _voce: line.dataset.voce, _edizione: table.dataset.edizione, [cell.dataset.campo]: value, [`_prima.${cell.dataset.campo}`]: cell.dataset.valore });
  // Who names the record by its identifier goes on naming it.
  if (cell.dataset.campo === "id") fields.set("_rinomina", "si");
  try {
    const answer = await fetch(line.dataset.indirizzo, { method: "POST", body: fields, credentials: "same-origin" });
    const page = await read(answer);
    if (!answer.ok) {
      const field = page.querySelector(`.banco-campo[data-campo="${CSS.escape(cell.dataset.campo)}"]`);
      const theirs = field?.querySelector(".banco-avviso > p")?.textContent;
      // Told what stands there by now, she may keep what she typed by sending it again.
      const now = field?.querySelector("[name^='_prima.']");
      if (theirs && now) cell.dataset.valore = now.value;
      refuse(theirs ? `La casella è cambiata mentre qui si scriveva. ${theirs}. Invio scrive ciò che è qui, Esc tiene ciò che c'è.` : reason(page));
      return;
    }
    kept.drop();
    const done = page.querySelector(".banco-fatto");
    await refresh(...next);
    say(done ? done.textContent : "Salvato.");
  } catch {
    refuse("Il banco non risponde: ciò che è stato scritto è ancora qui.");
  }
}

/** Says why the open cell was not kept, and leaves it open. */
function refuse(why) {
  say(why);
  if (!editor) return;
  editor.busy = false;
  editor.control.focus();
  document.dispatchEvent(new CustomEvent("banco-mostra"));
}

/** Sends a block to the page that shows what it is read as. */
function paste(cell, text) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = `${location.pathname}incolla/`;
  form.hidden = true;
  const columns = cells(cell.parentElement).map((one) => one.dataset.campo);
  const fields = {
    _azione: "anteprima", _edizione: table.dataset.edizione, testo: text, _riga: cell.parentElement.dataset.id, _campo: cell.dataset.campo,
    _vista: location.search, _colonne: columns.join("\n"),
  };
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement("textarea");
    field.name = name;
    field.value = value;
    form.append(field);
  }
  document.body.append(form);
  form.submit();
}

function listen() {
  table.addEventListener("keydown", (event) => {
    const { key } = event;
    if (editor) {
      const isText = editor.control.matches("textarea");
      if (key === "Escape") {
        event.preventDefault();
        close(true);
      } else if (key === "Enter" && !(isText && (event.altKey || event.shiftKey))) {
        event.preventDefault();
        keep(1, 0);
      } else if (key === "Enter" && event.altKey) {
        event.preventDefault();
        editor.control.setRangeText("\n", editor.control.selectionStart, editor.control.selectionEnd, "end");
      } else if (key === "Tab") {
        event.preventDefault();
        keep(0, event.shiftKey ? -1 : 1);
      }
      return;
    }
    const cell = event.target;
    if (!cell.matches("[data-campo]")) return;
    const [row, column] = place(cell);
    const steps = { ArrowUp: [row - 1, column], ArrowDown: [row + 1, column], ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1], Home: [row, 0], End: [row, cell.parentElement.cells.length - 1] };
    if (key in steps && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const next = at(...steps[key]);
      if (next) {
        event.preventDefault();
        reach(next, true);
      }
    } else if (key === "Enter" || key === "F2") {
      event.preventDefault();
      open(cell);
    } else if (key === "Delete") {
      event.preventDefault();
      open(cell, "");
    } else if (key.length === 1 && key !== " " && key !== "/" && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const pattern = document.querySelector(`template[data-tipo="${CSS.escape(cell.dataset.campo)}"]`);
      if (pattern && !pattern.content.firstElementChild.matches("select")) {
        event.preventDefault();
        open(cell, key);
      }
    }
  });
  table.addEventListener("dblclick", (event) => {
    const cell = event.target.closest("[data-campo]");
    if (cell && !editor) open(cell);
  });
  table.addEventListener("click", (event) => {
    const cell = event.target.closest("[data-campo]");
    if (cell && !editor && !event.target.closest("a")) reach(cell, true);
  });
  table.addEventListener("focusin", (event) => {
    if (!editor && event.target.matches("[data-campo]")) reach(event.target, false);
  });
  table.addEventListener("focusout", (event) => {
    if (editor && !editor.busy && event.target === editor.control && !editor.cell.contains(event.relatedTarget)) keep(0, 0);
  });
  table.addEventListener("copy", (event) => {
    if (editor || !event.target.matches("[data-campo]") || String(getSelection())) return;
    const text = event.target.innerText;
    // As spreadsheets copy a cell of several lines, so that it is pasted as one.
    const isPlain = !/[\t\r\n]|^"/.test(text);
    event.clipboardData.setData("text/plain", isPlain ? text : `"${text.replaceAll('"', '""')}"`);
    event.preventDefault();
  });
}

document.addEventListener("paste", (event) => {
  const cell = document.activeElement;
  if (editor || !cell || !table?.contains(cell) || !cell.matches("[data-campo]")) return;
  const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
  event.preventDefault();
  if (text.trim()) paste(cell, text);
});
whenNew(() => {
  if (lost && !lost.isConnected) document.getElementById("detto")?.after(lost);
  const found = document.querySelector("table[data-modifica]");
  if (!found || begun.has(found)) return;
  begun.add(found);
  const isFirst = table === null;
  table = found;
  kept = draftOf(table.dataset.edizione);
  ready();
  listen();
  if (isFirst) restore();
});
