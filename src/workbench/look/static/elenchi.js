// Lists as items that can be moved, and a search in long choices. Without it a list is a text with one item a line, and a choice is long.
import { whenNew } from "./rinnova.js";

const LONG = 12;

const button = (words, sign, action) => {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = sign;
  made.setAttribute("aria-label", words);
  made.addEventListener("click", action);
  return made;
};

/** Shows a text with one item a line as items. */
function items(text) {
  const name = text.dataset.elenco;
  const list = document.createElement("ol");
  list.className = "banco-voci";
  const told = document.createElement("p");
  told.className = "visually-hidden";
  told.setAttribute("role", "status");

  const fields = () => [...list.querySelectorAll("textarea")];
  const keep = () => {
    text.value = fields().map((field) => field.value.trim()).filter(Boolean).join("\n");
    text.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const number = () =>
    fields().forEach((field, at) => {
      field.setAttribute("aria-label", `${name}, ${at + 1}`);
      for (const made of field.parentElement.querySelectorAll("button")) made.setAttribute("aria-label", `${made.dataset.parole} ${at + 1}`);
    });
  const move = (item, by) => {
    const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (!other) return;
    if (by < 0) other.before(item);
    else other.after(item);
    number();
    keep();
    told.textContent = `Ora al posto ${[...list.children].indexOf(item) + 1} di ${list.children.length}.`;
  };

  /** What is pasted in an item may have several lines: each is an item of its own, as in the text. */
  function divide(field) {
    if (!field.value.includes("\n")) return;
    const below = field.value.slice(field.selectionEnd).trim();
    const [first = "", ...rest] = field.value.split("\n").map((line) => line.trim()).filter(Boolean);
    field.value = first;
    const last = rest.reduce((above, line) => add(line, above.parentElement), field);
    last.focus();
    const place = Math.max(last.value.length - below.length, 0);
    last.setSelectionRange(place, place);
  }

  function add(words, after) {
    const item = document.createElement("li");
    const field = document.createElement("textarea");
    field.rows = Math.max(1, Math.ceil(words.length / 60));
    field.value = words;
    const actions = [
      ["Sposta più su la voce", "↑", (event) => { move(item, -1); event.currentTarget.focus(); }],
      ["Sposta più giù la voce", "↓", (event) => { move(item, 1); event.currentTarget.focus(); }],
      ["Togli la voce", "✕", () => {
        const near = item.nextElementSibling ?? item.previousElementSibling;
        item.remove();
        number();
        keep();
        (near ? near.querySelector("textarea") : more).focus();
      }],
    ];
    item.append(field, ...actions.map(([words, sign, action]) => {
      const made = button(words, sign, action);
      made.dataset.parole = words;
      return made;
    }));
    field.addEventListener("input", () => {
      divide(field);
      keep();
    });
    field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.ctrlKey) {
        event.preventDefault();
        add("", item).focus();
      }
      if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
        event.preventDefault();
        move(item, event.key === "ArrowUp" ? -1 : 1);
        field.focus();
      }
    });
    if (after) after.after(item);
    else list.append(item);
    number();
    return field;
  }

  const more = button(`Aggiungi una voce: ${name}`, "Aggiungi una voce", () => add("").focus());
  for (const line of text.value.split("\n").filter((line) => line.trim())) add(line.trim());
  // What leads to the list leads to its items.
  const label = document.querySelector(`label[for="${CSS.escape(text.id)}"]`);
  text.hidden = true;
  list.id = text.id;
  list.tabIndex = -1;
  text.removeAttribute("id");
  if (label) label.addEventListener("click", () => (fields()[0] ?? more).focus());
  text.after(list, more, told);
}

/** Puts a search above a long choice: what is typed leaves only what holds it. */
function search(choice) {
  const label = choice.getAttribute("aria-label") ?? document.querySelector(`label[for="${CSS.escape(choice.id)}"]`)?.textContent ?? "";
  const field = document.createElement("input");
  field.type = "text";
  field.className = "banco-cerca";
  field.placeholder = "Cerca nell'elenco";
  field.autocomplete = "off";
  field.setAttribute("aria-label", `Cerca nell'elenco: ${label.trim()}`);
  const all = [...choice.options];
  const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const filter = () => {
    const wanted = plain(field.value).split(/\s+/).filter(Boolean);
    const chosen = choice.value;
    const kept = all.filter((option) => option.value === "" || option.value === chosen || wanted.every((word) => plain(option.label).includes(word)));
    choice.replaceChildren(...kept);
    choice.value = chosen;
    const found = kept.filter((option) => option.value !== "" && wanted.length > 0 && wanted.every((word) => plain(option.label).includes(word)));
    return found;
  };
  field.addEventListener("input", (event) => {
    event.stopPropagation();
    filter();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      const found = filter();
      if (found.length > 0) {
        choice.value = found[0].value;
        choice.dispatchEvent(new Event("input", { bubbles: true }));
      }
      choice.focus();
    }
    if (event.key === "Escape") {
      field.value = "";
      filter();
    }
  });
  choice.before(field);
}

const begun = new WeakSet();
const isNew = (element) => !begun.has(element) && begun.add(element);
whenNew(() => {
  for (const text of document.querySelectorAll("textarea[data-elenco]")) if (isNew(text)) items(text);
  for (const choice of document.querySelectorAll(".banco-modulo select")) {
    const last = choice.parentElement.querySelector(":scope > select:last-of-type");
    if (choice === last && choice.options.length > LONG && isNew(choice)) search(choice);
  }
});
