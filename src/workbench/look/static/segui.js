// Listens for changes of what this page shows, and loads it again; a form in which something was typed is left alone, and told.
(() => {
  "use strict";
  const own = document.currentScript;
  let fingerprint = own.dataset.impronta;
  let source = null;
  let typed = false;
  let leaving = false;

  addEventListener("input", (event) => {
    if (event.target.form && event.target.form.method === "post") typed = true;
  });
  // What is sent changes the data: the page that comes next shows it, and loading this one again would take its place.
  addEventListener("submit", () => {
    leaving = true;
    stop();
  });

  // The same where a page sends something and shows it by itself.
  document.addEventListener("banco-salva", stop);
  document.addEventListener("banco-salvato", (event) => {
    fingerprint = event.detail;
    start();
  });

  function changed() {
    stop();
    if (!typed) {
      location.reload();
      return;
    }
    const notice = document.getElementById("cambiata");
    if (notice) notice.hidden = false;
  }

  function start() {
    if (source || leaving || document.hidden) return;
    const page = encodeURIComponent(decodeURIComponent(location.pathname));
    source = new EventSource(`/banco/eventi?pagina=${page}&impronta=${fingerprint}`);
    source.addEventListener("cambiata", changed);
  }

  function stop() {
    if (source) source.close();
    source = null;
  }

  // A browser has six connections: pages that nobody looks at leave them to the others.
  addEventListener("visibilitychange", () => (document.hidden ? stop() : start()));
  addEventListener("pagehide", stop);
  addEventListener("pageshow", () => {
    leaving = false;
    start();
  });
  start();
})();
