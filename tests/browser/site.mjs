// The built site: its pages, and which of them stand for the others.

import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";

function walk(folder) {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}

const EMPTY = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);
/** How many characters of a page are its beginning: two screens of the widest. */
const BEGINNING = 6000;

/** Which element stands in which, with their classes and what they have, in so many characters of a page. */
function nestings(html, most) {
  const found = new Set();
  const open = [""];
  const body = html.slice(html.indexOf("<body"));
  let text = 0;
  let place = 0;
  for (const tag of body.matchAll(/<(\/?)([a-z][a-z0-9]*)\b([^>]*)>/g)) {
    text += tag.index - place;
    if (text > most) break;
    place = tag.index + tag[0].length;
    const [, close, name, attributes] = tag;
    if (close) {
      while (open.length > 1 && open.pop().split(".")[0] !== name);
      continue;
    }
    const element = `${name}.${/\bclass="([^"]*)"/.exec(attributes)?.[1] ?? ""}`;
    const has = [...attributes.matchAll(/([a-z-]+)(?:="[^"]*")?/g)].map(([, attribute]) => attribute).sort();
    found.add(`${open.at(-1)} > ${element} ${has}`);
    if (!EMPTY.has(name) && !attributes.endsWith("/")) open.push(element);
  }
  return found;
}

/** Whether the pages of a kind are sheets to be printed, which have all rows on one page. */
export const isSheet = (kind) => kind.startsWith("./stampa/");

/** So many rows of a table a page has at most. */
export const ROWS = 200;

export class Site {
  /** With `like`, a site already looked at: pages that are much like its own need not be looked at again. */
  constructor(folder, like) {
    this.folder = folder;
    this.like = like;
    this.files = walk(folder);
    /** The pages, as paths below the folder with `/`. */
    this.pages = this.files.filter((file) => file.endsWith(".html")).map((file) => relative(folder, file).split(sep).join("/"));
    /** The edition that is looked at: the last that can be searched. */
    this.edition = readdirSync(folder).filter((name) => existsSync(join(folder, name, "cerca", "index.html"))).at(-1);
  }

  /** The place of a page on the disk. */
  file(page) {
    return join(this.folder, page);
  }

  /** How many bytes a page has. */
  size(page) {
    return statSync(this.file(page)).size;
  }

  /** The address of a page on the disk; what follows a `?` or a `#` is kept. */
  url(page) {
    const [, path, rest] = /^([^?#]*)(.*)$/.exec(page);
    return pathToFileURL(this.file(path)).href + rest;
  }

  /** A page of the edition that is looked at. */
  inEdition(path) {
    return `${this.edition}/${path}`;
  }

  /**
   * The pages by kind. A folder with an index of its own lists single things of one kind, so the pages below it are one kind, as are the ready
   * lists of processes; every other page is a kind of its own, whatever the edition.
   */
  kinds() {
    const all = new Set(this.pages);
    const kinds = new Map();
    for (const page of this.pages) {
      const folders = page.split("/").slice(0, -1);
      const parent = folders.slice(0, -1).join("/");
      const single = folders.length > 2 && all.has(`${parent}/index.html`);
      const part = /^[^/]+\/(.*)\/pagina\/\d+\/index\.html$/.exec(page)?.[1];
      const ready = /^[^/]+\/processi\/per-[^/]+\/[^/]+\/index\.html$/.test(page);
      const kind = ready ? "processi/per-*" : part ? `${part.replace(/\/.*/, "")}, further pages` : single ? `${folders.slice(1, -1).join("/")}/*` : folders.length ? `./${folders.slice(1).join("/")}` : page;
      if (!kinds.has(kind)) kinds.set(kind, []);
      kinds.get(kind).push(page);
    }
    return kinds;
  }

  /**
   * The lightest and the heaviest page of each kind: what is missing shows on the one, what does not fit on the other.
   * Beside a site already looked at: the heaviest, where it is heavier by a quarter than any there. Sheets to be printed, whose rows are not
   * divided into pages, have only more of the same rows.
   */
  examples() {
    const heaviest = this.#ofEachKind((one, other) => other > one);
    if (this.like) {
      const seen = this.like.#ofEachKind((one, other) => other > one);
      const grew = ([kind, page]) => !isSheet(kind) && this.size(page) > 1.25 * (seen.has(kind) ? this.like.size(seen.get(kind)) : 0);
      return [...heaviest].filter(grew).map(([, page]) => page);
    }
    return [...new Set([...this.#ofEachKind((one, other) => other < one).values(), ...heaviest.values()])];
  }

  /** The lightest page of each kind that has several; none of a site that is like another, in which less would be missing. */
  lightest() {
    const several = [...this.kinds()].filter(([, pages]) => pages.length > 1).map(([kind]) => kind);
    const lightest = this.#ofEachKind((one, other) => other < one);
    return this.like ? [] : several.map((kind) => lightest.get(kind));
  }

  /** The examples without those in whose beginning nothing stands that does not stand in a heavier one. */
  beginnings() {
    return this.#fresh(BEGINNING, new Set());
  }

  /** The examples without those in which nothing stands that does not stand in a heavier one, or in a site already looked at. */
  structures() {
    return this.#fresh(Infinity, new Set(this.like?.examples().flatMap((page) => [...this.like.#nestings(page, Infinity)])));
  }

  #nestings(page, most) {
    return nestings(readFileSync(this.file(page), "utf8"), most);
  }

  /** The examples in so many characters of which something stands that was not seen. */
  #fresh(most, seen) {
    const examples = this.examples().sort((one, other) => this.size(other) - this.size(one));
    return examples.filter((page) => {
      const fresh = [...this.#nestings(page, most)].filter((nesting) => !seen.has(nesting));
      for (const nesting of fresh) seen.add(nesting);
      return fresh.length > 0;
    });
  }

  #ofEachKind(better) {
    const best = (pages) => pages.reduce((one, other) => (better(this.size(one), this.size(other)) ? other : one));
    return new Map([...this.kinds()].map(([kind, pages]) => [kind, best(pages)]));
  }

  /** The pages of the single processes. */
  processes() {
    return this.pages.filter((page) => page.startsWith(`${this.edition}/processi/`) && page.split("/").length === 4);
  }

  /** The longest chapter: a page that no folder below and no list of the edition's own tables explains, found by the article it holds. */
  chapter() {
    const alone = this.pages.filter((page) => page.startsWith(`${this.edition}/`) && page.split("/").length === 3);
    const chapters = alone.filter((page) => /<article\b/.test(readFileSync(this.file(page), "utf8")));
    return chapters.reduce((one, other) => (this.size(other) > this.size(one) ? other : one));
  }

  /**
   * The examples, and every so-many-th page: on a large site, the rest is like them. Beside one already looked at few are enough: the texts of
   * a grown site are made of the words of the other.
   */
  sample(most) {
    const wanted = this.like ? most / 16 : most;
    const step = Math.max(1, Math.ceil(this.pages.length / wanted));
    return [...new Set([...this.examples(), ...this.pages.filter((_, number) => number % step === 0)])];
  }
}
