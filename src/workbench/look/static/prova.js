// Checks a form while it is being written: what would be said if it were saved stands beside the fields. Nothing is written.
(() => {
  "use strict";
  const form = document.querySelector("form[data-prova]");
  if (!form) return;
  const PAUSE = 600;
  let timer = 0;
  let running = null;
  let sent = "";

  const told = document.createElement("p");
  told.className = "visually-hidden";
  told.setAttribute("role", "status");
  form.before(told);

  const typed = () => {
    const fields = new URLSearchParams(new FormData(form));
    fields.set("_azione", "prova");
    return fields;
  };
  sent = typed().toString();

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
    const state = page.getElementById("stato");
    if (state) document.getElementById("stato").replaceChildren(...document.adoptNode(state).childNodes);
    const why = page.querySelector("main > .banco-avviso[role=alert]");
    told.textContent = why ? why.textContent : count === 1 ? "Non ancora salvato: 1 rilievo accanto ai campi." : `Non ancora salvato: ${count} rilievi accanto ai campi.`;
  }

  async function check() {
    const fields = typed();
    if (fields.toString() === sent) return;
    if (running) running.abort();
    running = new AbortController();
    try {
      const answer = await fetch(form.action, { method: "POST", body: fields, signal: running.signal, credentials: "same-origin" });
      sent = fields.toString();
      show(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      // Another check goes on in its place, or the workbench is closed.
    }
  }

  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE);
  };
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    if (running) running.abort();
  });
})();
