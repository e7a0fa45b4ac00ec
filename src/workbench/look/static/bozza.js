// Keeps what is being typed in a form until it is saved: it is there again after the page, or the browser, was closed.
import { draftOf, newName, settleSent } from "./memoria.js";
import { whenNew } from "./rinnova.js";

const PAUSE = 300;
const begun = new WeakSet();

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

const isChecked = (field) => field.type === "checkbox" || field.type === "radio";

/** What stands in a field. */
const value = (field) => (isChecked(field) ? field.checked : field.value);

/** What stood in it when the page came: browsers put back by themselves what was typed before a page was loaded again. */
function valueThatCame(field) {
  if (isChecked(field)) return field.defaultChecked;
  if (field.localName !== "select") return field.localName === "input" ? field.defaultValue.replace(/[\r\n]/g, "") : field.defaultValue;
  return ([...field.options].find((option) => option.defaultSelected) ?? field.options[0])?.value ?? "";
}

/** `takesUp` says whether what was typed in another window is taken up, as a page does when it is opened. */
function follow(form, takesUp) {
  const kept = draftOf(form.elements._edizione?.value);
  const written = () => [...form.elements].filter((field) => field.name && !field.name.startsWith("_") && field.type !== "file");
  const values = (of) => {
    const all = {};
    for (const field of written()) (all[field.name] ??= []).push(of(field));
    return all;
  };
  const came = values(valueThatCame);
  /** The hidden fields that say what was read; by them it is known what others changed meanwhile. */
  const readings = (names) => ["_file", "_voce", ...names.map((name) => `_prima.${name}`)].map((name) => form.elements[name]).filter(Boolean);

  /** Puts what was typed back into its fields; the form is then one of what was read when it was typed. */
  function restore(draft) {
    const names = Object.entries(draft.typed).filter(([name, typed]) => {
      const fields = written().filter((field) => field.name === name);
      if (fields.length === 0 || same(typed, came[name])) return false;
      fields.forEach((field, at) => {
        if (typed[at] === undefined) return;
        if (isChecked(field)) field.checked = typed[at];
        else field.value = typed[at];
      });
      fields[0].closest("details")?.setAttribute("open", "");
      return true;
    });
    if (names.length === 0) return false;
    for (const field of readings(names.map(([name]) => name))) field.value = draft.read?.[field.name] ?? field.value;
    return true;
  }

  /** Names the sending to the workbench: the page that comes when it is written names it in its address. */
  function say(sending) {
    const field = form.elements._invio ?? form.appendChild(document.createElement("input"));
    [field.type, field.name, field.value] = ["hidden", "_invio", sending];
  }

  let timer = 0;
  const hold = () => {
    clearTimeout(timer);
    timer = 0;
  };

  function tell() {
    const notice = document.createElement("p");
    notice.className = "banco-avviso";
    notice.setAttribute("role", "status");
    notice.append("Ripreso ciò che qui era stato scritto e non salvato. ");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Lascia perdere";
    button.addEventListener("click", () => {
      hold();
      kept.drop();
      location.replace(location.pathname + location.search);
    });
    notice.append(button);
    form.prepend(notice);
  }

  const draft = kept.find(takesUp);
  // A page that answers what was sent holds it already.
  const isAnswer = document.querySelector("main > .banco-avviso[role=alert], main [data-risposta]") !== null;
  const sent = isAnswer && draft ? draft.typed : {};
  function keep() {
    hold();
    const now = Object.entries(values(value)).filter(([name, typed]) => name in sent || !same(typed, came[name]));
    const typed = { ...sent, ...Object.fromEntries(now) };
    const names = Object.keys(typed);
    if (names.length === 0) kept.drop();
    else kept.put({ typed, read: Object.fromEntries(readings(names).map((field) => [field.name, field.value])) });
  }
  if (draft && isAnswer) keep();
  else if (draft && restore(draft)) {
    tell();
    // The other scripts of the page begin after this one, and before this.
    addEventListener("DOMContentLoaded", () => form.dispatchEvent(new Event("input", { bubbles: true })));
  } else kept.drop();
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  });
  addEventListener("pagehide", () => {
    if (timer && form.isConnected) keep();
  });
  form.addEventListener("submit", (event) => {
    keep();
    const now = kept.find(false);
    if (!now || ["prova", "anteprima"].includes(event.submitter?.value)) return;
    const sending = newName();
    kept.put({ ...now, sent: sending });
    say(sending);
  });
}

// What was sent was written, or there was nothing to write: the address says of which sending.
const sending = new URL(location.href).searchParams.get("invio");
if (sending) settleSent(sending);
// A page that says what was saved shows that, and not what another window goes on typing.
let takesUp = !sending;
whenNew(() => {
  const form = document.querySelector("form[data-bozza]");
  if (!form || begun.has(form)) return;
  begun.add(form);
  follow(form, takesUp);
  takesUp = false;
});
