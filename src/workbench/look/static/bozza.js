// Keeps what is being typed in a form until it is saved: it is there again after the page, or the browser, was closed.
import "./rinnova.js";

const PAUSE = 300;
const PREFIX = "banco:";
const form = document.querySelector("form[data-bozza]");

/** A browser may refuse to keep anything: then nothing is kept. */
const attempt = (work) => {
  try {
    return work();
  } catch {
    return null;
  }
};
const drafts = () => attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))) ?? [];
const get = (key) => attempt(() => JSON.parse(localStorage.getItem(key)));
const put = (key, draft) => attempt(() => localStorage.setItem(key, JSON.stringify(draft)));
const drop = (key) => attempt(() => localStorage.removeItem(key));

// What was sent was written: this page says so.
if (new URL(location.href).searchParams.get("fatto") === "1") {
  for (const key of drafts()) if (get(key)?.sent) drop(key);
}

if (form) {
  const key = `${PREFIX}${location.pathname}:${form.elements._edizione?.value ?? ""}`;
  const written = () => [...form.elements].filter((field) => field.name && !field.name.startsWith("_") && field.type !== "file");
  const values = () => {
    const all = {};
    for (const field of written()) (all[field.name] ??= []).push(field.type === "checkbox" ? field.checked : field.value);
    return all;
  };
  const came = values();
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

  /** Puts what was typed back into its fields. */
  function restore(draft) {
    let count = 0;
    for (const [name, typed] of Object.entries(draft)) {
      const fields = written().filter((field) => field.name === name);
      if (fields.length === 0 || same(typed, came[name])) continue;
      count += 1;
      fields.forEach((field, at) => {
        if (typed[at] === undefined) return;
        if (field.type === "checkbox") field.checked = typed[at];
        else field.value = typed[at];
      });
      fields[0].closest("details")?.setAttribute("open", "");
    }
    return count;
  }

  function tell() {
    const notice = document.createElement("p");
    notice.className = "banco-avviso";
    notice.setAttribute("role", "status");
    notice.append("Ripreso ciò che qui era stato scritto e non salvato. ");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Lascia perdere";
    button.addEventListener("click", () => {
      drop(key);
      location.replace(location.pathname + location.search);
    });
    notice.append(button);
    form.prepend(notice);
  }

  const draft = get(key);
  // A page that answers what was sent holds it already.
  const isAnswer = document.querySelector("main > .banco-avviso[role=alert]") !== null;
  const sent = isAnswer && draft ? draft.typed : {};
  const keep = () => {
    const typed = { ...sent, ...Object.fromEntries(Object.entries(values()).filter(([name, value]) => name in sent || !same(value, came[name]))) };
    if (Object.keys(typed).length > 0) put(key, { typed });
    else drop(key);
  };
  if (draft && !isAnswer) {
    if (restore(draft.typed) > 0) {
      tell();
      // The other scripts of the page begin after this one, and before this.
      addEventListener("DOMContentLoaded", () => form.dispatchEvent(new Event("input", { bubbles: true })));
    } else drop(key);
  }
  let timer = 0;
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  });
  addEventListener("pagehide", () => {
    if (timer) keep();
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    timer = 0;
    keep();
    const now = get(key);
    if (now && event.submitter?.value !== "prova") put(key, { ...now, sent: true });
  });
}
