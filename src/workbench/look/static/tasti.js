// Keys of the workbench: Ctrl+Z undoes, unless something is being typed; / goes to the search of the page.
(() => {
  "use strict";
  const writes = (element) => element && (element.matches("input, textarea, select") || element.isContentEditable);
  addEventListener("keydown", (event) => {
    if (writes(document.activeElement)) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "z") {
      const button = document.getElementById(event.shiftKey ? "ripeti" : "annulla");
      if (button) {
        event.preventDefault();
        button.click();
      }
    }
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const search = document.querySelector("input[type=search]");
      if (search) {
        event.preventDefault();
        search.focus();
      }
    }
  });
})();
