// Listens for changes of what this page shows. A page of the site is then loaded again; one of the workbench hears of it, and renews itself.
(() => {
  "use strict";
  let fingerprint = document.currentScript.dataset.impronta;
  let source = null;
  let leaving = false;

  // What is sent changes the data: the page that comes next shows it, and this one must not take its place.
  addEventListener("submit", () => {
    leaving = true;
    stop();
  });

  // The same where a page sends something and shows it by itself.
  document.addEventListener("banco-salva", stop);
  document.addEventListener("banco-mostra", (event) => {
    fingerprint = event.detail ?? fingerprint;
    start();
  });

  function changed() {
    stop();
    const isMine = document.dispatchEvent(new CustomEvent("banco-cambiata", { cancelable: true }));
    if (isMine) location.reload();
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
