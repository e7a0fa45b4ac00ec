// What moves while the text of a page arrives, wherever the line cuts it.
//
// A browser shows what it has: the beginning of a page, up to any tag. Each of those beginnings is made here from the whole page, by
// taking away its last piece again and again, and laid out. Nothing is timed, so that the worst case is always among them.

/** Runs in the page: what stands elsewhere in one beginning than in the next longer one. In the end the page is what it was. */
export function movedByText() {
  const whole = document.body.cloneNode(true);
  /** How many of the pieces below the first screens are taken away at once: they can only move what is seen by the width of a column. */
  const BATCHES = 20;
  const SCREENS = 2;
  const range = document.createRange();
  const start = (node) => {
    let box;
    if (node.nodeType === Node.ELEMENT_NODE) box = node.getClientRects()[0];
    else {
      range.selectNodeContents(node);
      box = range.getClientRects()[0];
    }
    return box && box.width > 1 && box.height > 1 ? box : null;
  };
  const isEmpty = (node) => (node.nodeType === Node.TEXT_NODE ? !node.data.trim() : !node.hasChildNodes() && !node.matches("td, th, col, br, hr, img, input, rect, path"));
  const onScreen = (box) => box.top < innerHeight && box.bottom > 0 && box.left < innerWidth && box.right > 0;
  const name = (node) => {
    if (node.nodeType !== Node.ELEMENT_NODE) return `«${node.data.trim().slice(0, 20)}» in ${name(node.parentNode)}`;
    return `${node.localName}${node.id ? `#${node.id}` : ""}${[...node.classList].map((one) => `.${one}`).join("")}`;
  };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const nodes = [];
  for (let node; (node = walker.nextNode());) nodes.push(node);
  const looked = new Set(nodes.filter((node) => {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    // What a drawer holds, and what is there only for the ear, is nowhere on the screen.
    if (!element.checkVisibility()) return false;
    if (node !== element && (!node.data.trim() || getComputedStyle(element).clipPath !== "none")) return false;
    const box = start(node);
    return box && box.top < SCREENS * innerHeight;
  }));
  const batch = Math.max(1, Math.ceil((nodes.length - looked.size) / BATCHES));

  const places = () => {
    const places = new Map();
    for (const node of looked) {
      const box = start(node);
      if (box && onScreen(box)) places.set(node, box);
    }
    return places;
  };
  const moved = new Map();
  let beginnings = 1;
  let longer = places();
  while (nodes.length) {
    // A piece is an element without what it contains, or a text.
    const last = nodes.pop();
    const before = name(last);
    last.remove();
    let also = looked.delete(last) ? 0 : batch - 1;
    while (also-- > 0 && nodes.length && !looked.has(nodes.at(-1))) nodes.pop().remove();
    // A tag and the first word in it come together.
    while (nodes.length && isEmpty(nodes.at(-1))) {
      looked.delete(nodes.at(-1));
      nodes.pop().remove();
    }
    const shorter = places();
    beginnings += 1;
    for (const [node, box] of shorter) {
      const then = longer.get(node) ?? start(node);
      const by = Math.max(Math.abs(box.left - then.left), Math.abs(box.top - then.top));
      if (by >= 1 && !moved.has(node)) moved.set(node, { what: name(node), by: Math.round(by), before });
    }
    longer = shorter;
  }
  document.body.replaceWith(whole);
  return { beginnings, moved: [...moved.values()] };
}
