// A small web server for a built site, as an administration would set one up: compressed, with the right kinds, nothing more.

import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { gzipSync } from "node:zlib";

const KINDS = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".json": "application/json",
  ".jsonld": "application/ld+json",
  ".pdf": "application/pdf",
};
/** What README.it.md tells whoever sets up a server to send with every page. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The policy of a page: its own where it brings its style along. */
function policy(path) {
  const [, own] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(readFileSync(path, "utf8")) ?? [];
  return own ?? POLICY;
}

const COMPRESSED = new Set([".html", ".css", ".js", ".svg", ".xml", ".txt", ".csv", ".json", ".jsonld"]);

/** The bodies of files as they are sent, by path: made once for all servers. */
const bodies = new Map();

export class Server {
  /** What was asked for and how many bytes of body went over the wire, since `sent` was emptied. */
  sent = [];
  /** What the policy of the pages allows besides, for a tool that works from inside a page. */
  besides = "";
  /** What a browser may keep. */
  caching = "public, max-age=3600";

  constructor(folder) {
    this.folder = normalize(folder);
    this.http = createServer((request, response) => this.#answer(request, response));
  }

  /** Starts, on a port of this machine alone. */
  async start() {
    await new Promise((resolve) => this.http.listen(0, "127.0.0.1", resolve));
    this.origin = `http://127.0.0.1:${this.http.address().port}`;
    return this;
  }

  stop() {
    this.http.closeAllConnections();
    this.http.close();
  }

  url(page) {
    return `${this.origin}/${page.replace(/(^|\/)index\.html$/, "$1")}`;
  }

  /** The body of a file as it is sent. */
  body(path) {
    if (!bodies.has(path)) {
      const bytes = readFileSync(path);
      bodies.set(path, COMPRESSED.has(extname(path)) ? gzipSync(bytes, { level: 6 }) : bytes);
    }
    return bodies.get(path);
  }

  #answer(request, response) {
    const asked = decodeURIComponent(new URL(request.url, this.origin).pathname);
    let path = this.file(request.url);
    let status = 200;
    if (!path.startsWith(this.folder) || !statSync(path, { throwIfNoEntry: false })?.isFile()) {
      path = join(this.folder, "404.html");
      status = 404;
    }
    this.sent.push({ path: asked, bytes: this.body(path).length, status });
    this.respond(path, status, request, response);
  }

  /** The place on the disk of what an address means. */
  file(address) {
    const asked = decodeURIComponent(new URL(address, this.origin).pathname);
    const path = normalize(join(this.folder, asked));
    return path.endsWith(sep) ? join(path, "index.html") : path;
  }

  /** Sends a file. */
  respond(path, status, request, response) {
    const body = this.body(path);
    response.writeHead(status, {
      "Content-Type": KINDS[extname(path)] ?? "application/octet-stream",
      ...(COMPRESSED.has(extname(path)) ? { "Content-Encoding": "gzip", Vary: "Accept-Encoding" } : {}),
      "Content-Length": body.length,
      "Cache-Control": this.caching,
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      ...(extname(path) === ".html" ? { "Content-Security-Policy": policy(path) + this.besides } : {}),
    });
    response.end(request.method === "HEAD" ? undefined : body);
  }
}
