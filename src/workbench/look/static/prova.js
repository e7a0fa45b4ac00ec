// Checks a form while it is being written: what would be said if it were saved stands beside the fields. Nothing is written.
import { announce, read, showState, whenNew } from "./rinnova.js";

const PAUSE = 600;
const begun = new WeakSet();

function follow(form) {
  let timer = 0;
  let running = null;

  const typed = () => {
    const fields = new URLSearchParams(new FormData(form));
    fields.set("_azione", "prova");
    return fields;
  };
  let sent = typed().toString();

  /** Puts the findings of the page that came in the place of those that stand here. */
  function show(page) {
    let count = 0;
    for (const field of form.querySelectorAll("[data-campo]")) {
      const found = page.querySelector(`[data-campo="${CSS.escape(field.dataset.campo)}"] > .banco-rilievi`);
      const standing = field.querySelector(":scope > .banco-rilievi");
      if (standing) standing.remove();
      if (found) {
        count += found.children.length;
        field.append(document.adoptNode(found));
      }
    }
    const whole = page.getElementById("rilievi-voce");
    const here = document.getElementById("rilievi-voce");
    if (whole && here) here.replaceChildren(...document.adoptNode(whole).childNodes);
    showState(page);
    const why = page.querySelector("main > .banco-avviso[role=alert]");
    const found = count === 1 ? "1 rilievo accanto ai campi" : `${count} rilievi accanto ai campi`;
    announce(why ? why.textContent : `Non ancora salvato: ${found}.`);
  }

  async function check() {
    const fields = typed();
    if (running) running.abort();
    running = new AbortController();
    try {
      const answer = await fetch(form.action, { method: "POST", body: fields, signal: running.signal, credentials: "same-origin" });
      const page = await read(answer);
      sent = fields.toString();
      show(page);
    } catch {
      // Another check goes on in its place, or the workbench is closed.
    }
  }

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (typed().toString() !== sent) check();
    }, PAUSE);
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    if (running) running.abort();
  });
  // The files changed meanwhile: the same text may be told of otherwise.
  document.addEventListener("banco-riprova", () => {
    if (form.isConnected) check();
  });
}

whenNew(() => {
  const form = document.querySelector("form[data-prova]");
  if (!form || begun.has(form)) return;
  begun.add(form);
  follow(form);
});
