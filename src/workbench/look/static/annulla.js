// Undoes and does again without leaving the page: what changed by it is renewed where it stands.
import { announce, read, reason, renew } from "./rinnova.js";

const told = document.getElementById("ora");

function tell(words) {
  told.textContent = words;
  announce(words);
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("form[data-qui]")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const words = `${form.dataset.qui}: ${form.querySelector("button").title}`;
  document.dispatchEvent(new CustomEvent("banco-salva"));
  try {
    const answer = await fetch(form.action, { method: "POST", credentials: "same-origin", redirect: "manual" });
    // Without scripts another page would say so.
    const isDone = answer.type === "opaqueredirect";
    const why = isDone ? "" : reason(await read(answer));
    await renew({ gone: () => location.assign("/banco/") });
    document.getElementById("detto")?.replaceChildren();
    tell(isDone ? words : why);
  } catch {
    tell("Il banco non risponde: riprovare.");
    document.dispatchEvent(new CustomEvent("banco-mostra"));
  }
}, true);
addEventListener("input", () => { told.textContent = ""; });
