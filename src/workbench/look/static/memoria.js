// What this browser keeps of what was typed and is not saved yet. A browser may refuse to keep anything: then nothing is kept.
const PREFIX = "banco:";

const attempt = (work) => {
  try {
    return work();
  } catch {
    return null;
  }
};

/** The name under which something typed on this page is kept: of one administration and one edition. */
export const keyOf = (edition) => `${PREFIX}${document.querySelector(".ente")?.textContent}:${location.pathname}:${edition ?? ""}`;
/** The names of all that is kept. */
export const keys = () => attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))) ?? [];
export const get = (key) => attempt(() => JSON.parse(localStorage.getItem(key)));
export const put = (key, draft) => attempt(() => localStorage.setItem(key, JSON.stringify(draft)));
export const drop = (key) => attempt(() => localStorage.removeItem(key));
