// Keeps a page of the workbench as the files are: the pieces that changed take the place of those that stood there, and nothing else moves.
// What is being written, the focus and what is in sight stay. Without it, a page is as it was when it was asked for.

const RETRY = 1000;
const main = document.getElementById("contenuto");
const told = document.getElementById("annuncio");
const followers = [];
// The page as it came, before anything was added to it by scripts.
let came = main.cloneNode(true);
let typed = false;
// Whether what stands here is no longer what the files say, because somebody was writing.
let stale = false;

/** Has something done to what has come into the page, now and whenever it is renewed. */
export function whenNew(follower) {
  followers.push(follower);
  follower();
}

/** Says something to those who do not see it. */
export function announce(words) {
  told.textContent = words;
}

/** A page of the workbench as a document. */
export async function read(answer) {
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** Why a page that answers says that nothing was written: its notice, else the first sentence that it shows. */
export function reason(page) {
  return (page.querySelector("main [role=alert]") ?? page.querySelector("main p:not([hidden])"))?.textContent ?? "Non è stato scritto nulla.";
}

/** Puts the state above, and what can be undone, of a page that came in the place of what stands here. */
export function showState(page) {
  for (const part of ["stato", "azioni"]) {
    const [here, fresh] = [document.getElementById(part), page.getElementById(part)];
    if (here && fresh && !here.isEqualNode(fresh)) put([here], [document.importNode(fresh, true)]);
  }
}

/** Asks for the page as it is by now, and shows it; `force` where what is being written has just been kept. `gone` is done where it is no more. */
export async function renew({ force = false, gone = () => location.reload() } = {}) {
  const answer = await fetch(address(), { credentials: "same-origin" });
  const page = await read(answer);
  const script = page.querySelector("script[data-impronta]");
  if (!script) {
    // What it shows is no longer there.
    if (isWriting()) document.getElementById("cambiata").hidden = false;
    else gone();
    return;
  }
  showState(page);
  const anchor = inSight();
  stale = isWriting() && !force;
  document.getElementById("cambiata").hidden = !stale;
  anchor();
  if (stale) document.dispatchEvent(new CustomEvent("banco-riprova"));
  else exchange(page.getElementById("contenuto"));
  document.dispatchEvent(new CustomEvent("banco-mostra", { detail: script.dataset.impronta }));
}

/** The address of this page, without the word that something was just done. */
function address() {
  const url = new URL(location.href);
  url.searchParams.delete("fatto");
  url.hash = "";
  return url;
}

const isWriting = () => typed || main.querySelector(".aperta") !== null;

/** Puts the pieces of the page that are other than they were in their place. */
function exchange(fresh) {
  const [old, now, here] = [came, fresh, main].map((whole) => [...whole.children]);
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head].isEqualNode(now[head])) head += 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail).isEqualNode(now.at(-1 - tail))) tail += 1;
  came = fresh.cloneNode(true);
  const isOurs = here.length === old.length;
  const [from, end] = isOurs ? [head, tail] : [0, 0];
  put(here.slice(from, here.length - end), now.slice(from, now.length - end).map((piece) => document.importNode(piece, true)), here[from - 1]);
}

/** Tells an element from the others, also when another stands in its place. */
function name(element) {
  const row = element.closest("[data-id]")?.dataset.id;
  const words = element.matches("a, button, summary") ? element.textContent : "";
  return [element.localName, element.id, element.name, element.getAttribute("href"), element.form?.getAttribute("action"), element.dataset.campo, row, words].join("\n");
}

const all = (pieces, selector) => pieces.flatMap((piece) => [...(piece.matches(selector) ? [piece] : []), ...piece.querySelectorAll(selector)]);
const summary = (details) => details.querySelector("summary")?.textContent;

/** Remembers what is in sight; what comes of it puts that where it was, whatever came above it. */
function inSight() {
  const [left, top] = [scrollX, scrollY];
  const focused = document.activeElement;
  const isSeen = focused !== document.body && main.contains(focused);
  const seen = isSeen ? focused : document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  const wanted = seen && name(seen);
  const height = seen?.getBoundingClientRect().top;
  return () => {
    const same = seen?.isConnected ? seen : seen && [...main.querySelectorAll(seen.localName)].find((element) => name(element) === wanted);
    if (same) scrollBy(0, same.getBoundingClientRect().top - height);
    else scrollTo(left, top);
  };
}

/** Puts pieces in the place of others, with the focus, what is open and what is scrolled as they were. */
function put(gone, pieces, before) {
  if (gone.length === 0 && pieces.length === 0) return;
  const focused = gone.some((piece) => piece.contains(document.activeElement)) ? document.activeElement : null;
  const wanted = focused && name(focused);
  const anchor = inSight();
  const opened = new Map(all(gone, "details").map((details) => [summary(details), details.open]));
  const places = all(gone, ".scroll").map((box) => [box.scrollLeft, box.scrollTop]);
  const selection = focused?.matches("input, textarea") && focused.type !== "file" ? [focused.selectionStart, focused.selectionEnd] : null;
  const after = gone.length > 0 ? gone.at(-1) : before;
  if (after) after.after(...pieces);
  else main.prepend(...pieces);
  for (const piece of gone) piece.remove();
  for (const follower of followers) follower();
  for (const details of all(pieces, "details")) details.open = opened.get(summary(details)) ?? details.open;
  all(pieces, ".scroll").forEach((box, at) => box.scrollTo(...(places[at] ?? [0, 0])));
  if (focused) {
    const other = all(pieces, focused.localName).find((element) => name(element) === wanted) ?? main;
    other.focus({ preventScroll: true });
    if (selection && other.matches("input, textarea")) {
      // Not every kind of field has one.
      try { other.setSelectionRange(...selection); } catch { /* the focus is enough */ }
    }
  }
  anchor();
}

addEventListener("input", (event) => {
  if (event.target.form?.method === "post") typed = true;
});
document.addEventListener("banco-cambiata", (event) => {
  event.preventDefault();
  // A workbench that does not answer is closed, or busy: it is listened to again.
  renew().catch(() => setTimeout(() => document.dispatchEvent(new CustomEvent("banco-mostra")), RETRY));
});
document.addEventListener("banco-lasciata", () => {
  if (stale && !isWriting()) renew().catch(() => {});
});
