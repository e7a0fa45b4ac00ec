// A web server that sends pages and styles at once and holds back everything else that a page asks for, until it is told to go on.

import { Server } from "./server.mjs";

export class SlowServer extends Server {
  /** What a page has asked for must be asked for again by the next. */
  caching = "no-store";
  /** Whether the scripts that pages name wait too. If not, only those for which other scripts ask. */
  holding = true;
  #held = [];

  respond(path, status, request, response) {
    const send = () => super.respond(path, status, request, response);
    if (/\.(html|css)$/.test(path) || (!this.holding && path.includes("/risorse/"))) send();
    else {
      this.#held.push(send);
      // What a page that is gone has asked for is forgotten.
      response.on("close", () => {
        this.#held = this.#held.filter((one) => one !== send);
      });
    }
  }

  /** Sends what has been held back longest; false if nothing is held back. */
  release() {
    const send = this.#held.shift();
    send?.();
    return Boolean(send);
  }
}
