// What this browser keeps of what was typed and is not saved yet: each window for itself, so that none loses what another saves. A window
// that is opened later takes up what was left. A browser may refuse to keep anything: then nothing is kept.
const PREFIX = "banco:";

const attempt = (work) => {
  try {
    return work();
  } catch {
    return null;
  }
};
const keys = () => attempt(() => Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))) ?? [];
const get = (key) => attempt(() => JSON.parse(localStorage.getItem(key)));
const remove = (key) => attempt(() => localStorage.removeItem(key));
/** A name that no other has: letters and digits. */
export const newName = () => Math.random().toString(36).slice(2);
const own = attempt(() => (sessionStorage.banco ??= newName())) ?? "";
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Removes a draft, and the one of another window from which it was taken up, if that has not gone on. */
function settle(key) {
  const { from } = get(key) ?? {};
  if (from && same(get(from.key)?.typed, from.typed)) remove(from.key);
  remove(key);
}

/** The draft of what this page edits in an edition. */
export function draftOf(edition) {
  const copied = new URL(location.href).searchParams.get("da") ?? "";
  const place = `${PREFIX}${document.querySelector(".ente")?.textContent}:${location.pathname}:${copied}:${edition ?? ""}:`;
  const key = place + own;
  let from = null;
  return {
    /** What was typed here, else, where that is to be taken up, what was typed last in another window. */
    find(takesUp) {
      const mine = get(key);
      if (mine) {
        from = mine.from ?? null;
        return mine;
      }
      if (!takesUp) return null;
      const others = keys().filter((other) => other.startsWith(place) && !other.slice(place.length).includes(":"));
      const [last] = others.map((other) => ({ key: other, draft: get(other) })).filter(({ draft }) => draft).sort((one, two) => two.draft.time - one.draft.time);
      if (last) from = { key: last.key, typed: last.draft.typed };
      return last?.draft ?? null;
    },
    put(draft) {
      attempt(() => localStorage.setItem(key, JSON.stringify({ ...draft, from, time: Date.now() })));
    },
    drop() {
      if (from && same(get(from.key)?.typed, from.typed)) remove(from.key);
      settle(key);
    },
  };
}

/** Removes the draft of one sending of this window: it was written, or there was nothing to write. Those of others stay. */
export function settleSent(sending) {
  for (const key of keys()) if (key.endsWith(`:${own}`) && get(key)?.sent === sending) settle(key);
}

