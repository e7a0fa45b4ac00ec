// Shows how far the work of this page has come, and what came of it when it ends.
import { announce, renew } from "./rinnova.js";

const words = document.getElementById("passo");
const bar = document.getElementById("misura");
const count = document.getElementById("conto");
const source = new EventSource("/banco/eventi?lavoro=1");
source.addEventListener("avanzamento", (event) => {
  const { parole, fatti, tutti } = JSON.parse(event.data);
  // What is read aloud changes with the step, and not with each piece of it.
  if (words.textContent !== parole) words.textContent = parole;
  count.textContent = tutti ? `${fatti} di ${tutti}` : "";
  if (tutti) {
    bar.max = tutti;
    bar.value = fatti;
  } else bar.removeAttribute("value");
});
source.addEventListener("finito", async () => {
  source.close();
  try {
    await renew();
    announce(document.querySelector("main .banco-fatto, main [role=alert]")?.textContent ?? "");
  } catch {
    location.reload();
  }
});
addEventListener("pagehide", () => source.close());
