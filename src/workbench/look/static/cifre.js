// Puts a figure of the list into the text, where the cursor is. Without it its words are copied by hand.
import { announce, whenNew } from "./rinnova.js";

const begun = new WeakSet();

whenNew(() => {
  const [text, list] = [document.getElementById("testo"), document.getElementById("cifre")];
  if (!text || !list || begun.has(list)) return;
  begun.add(list);
  for (const figure of list.querySelectorAll("dt code")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Metti";
    button.setAttribute("aria-label", `Metti nel testo ${figure.textContent}`);
    button.addEventListener("click", () => {
      text.setRangeText(figure.textContent, text.selectionStart, text.selectionEnd, "end");
      text.dispatchEvent(new Event("input", { bubbles: true }));
      text.focus();
      announce(`Messo nel testo: ${figure.textContent}`);
    });
    figure.after(" ", button);
  }
});
