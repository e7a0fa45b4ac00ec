// A workbench over a copy of the annex, and a page of it that is used by the keyboard alone.

import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { faultsInSchemes, Looks } from "./axe.mjs";
import { launch, open } from "./chromium.mjs";

/** The widths on which each page is looked at, in both colour schemes. */
const WIDTHS = [1280, 360];

export class AtTheBench {
  looked = 0;
  looks = new Looks();

  /** Serves a copy of the annex of a repository; `pictures` is the folder for a picture of each screen, where they are wanted. */
  static async open(report, program, repository, { pictures, prepare = () => {} } = {}) {
    const bench = new AtTheBench();
    bench.report = report;
    bench.pictures = pictures;
    bench.root = mkdtempSync(join(tmpdir(), "piao-banco-"));
    const folders = ["data", "content", "themes"].filter((folder) => existsSync(join(repository, folder)));
    for (const folder of folders) cpSync(join(repository, folder), bench.at(folder), { recursive: true });
    prepare(bench);
    const options = ["serve", "--root", bench.root, "--port", "0", "--no-browser", "--today", "2026-01-15"];
    bench.child = spawn(program, options, { stdio: ["ignore", "pipe", "inherit"] });
    bench.address = await new Promise((resolve) => createInterface({ input: bench.child.stdout }).once("line", resolve));
    bench.ended = new Promise((resolve) => bench.child.once("exit", resolve));
    bench.browser = await launch();
    bench.page = await open(bench.browser, report);
    return bench;
  }

  /** Does the work of a check, and ends with its exit code. */
  async carry(work) {
    await this.work(work);
    process.exit(this.report.failed === 0 ? 0 : 1);
  }

  /** Does the work of a check, ends everything, and says what came of it. */
  async work(work) {
    try {
      await work();
    } catch (error) {
      const shown = (await this.page.textContent("main").catch(() => "")) ?? "";
      this.report.fail(`${this.page.url()}: ${error.stack ?? String(error)}\n${shown.slice(0, 600)}`);
    } finally {
      await this.close();
    }
    for (const words of this.report.awaited.splice(0)) this.report.fail(`nothing says «${words}»`);
    const { passed, failed } = this.report;
    this.report.measured(`${this.looked} screens looked at, ${passed} passed, ${failed} failed`);
  }

  /** Ends everything, and removes the copy. */
  async close() {
    // The browser first: a page that still loads must not find the workbench gone.
    await this.browser.close();
    this.child.kill();
    rmSync(this.root, { recursive: true, force: true });
  }

  at(path) {
    return join(this.root, path);
  }

  read(path) {
    return readFileSync(this.at(path), "utf8");
  }

  key(name) {
    return this.page.keyboard.press(name);
  }

  /** Presses Tab until the focus is on what the selector finds, and has the words. */
  async tabTo(selector, words = "") {
    for (let step = 0; step < 600; step += 1) {
      const there = await this.page.evaluate(([selector, words]) => {
        const element = document.activeElement;
        const text = `${element?.textContent} ${element?.getAttribute("aria-label") ?? ""}`;
        return Boolean(element?.matches(selector) && text.includes(words));
      }, [selector, words]);
      if (there) return true;
      await this.key("Tab");
    }
    this.report.fail(`${this.page.url()}: Tab does not come to ${selector} «${words}»`);
    return false;
  }

  /** Presses Enter on what the selector finds, and waits for the page that comes. */
  async enter(selector, words) {
    if (!(await this.tabTo(selector, words))) return;
    await Promise.all([this.page.waitForNavigation(), this.key("Enter")]);
  }

  /** Types into a field, in the place of what stands there. */
  async type(selector, text) {
    if (!(await this.tabTo(selector))) return;
    await this.key("Control+a");
    await this.page.keyboard.insertText(text);
  }

  /** Chooses an option of a list by its first letters. */
  async choose(selector, label) {
    if (!(await this.tabTo(selector))) return;
    await this.page.keyboard.type(label);
  }

  /** Goes to a process, from wherever the page is. */
  async process(code) {
    await this.enter(".banco-menu a", "Tavole");
    await this.enter("main a", "Mappatura dei processi");
    await this.enter("tbody th a", code);
  }

  /** Fills in fields of a record's form, each by its key, and keeps what they say. */
  async keep(fields) {
    for (const [key, value] of Object.entries(fields)) {
      const field = `#campo-${key}`;
      const isList = await this.page.locator(field).evaluate((element) => element.localName === "select");
      await (isList ? this.choose(field, value) : this.type(field, value));
    }
    await this.enter("form#modulo button.bottone");
  }

  /** Presses Enter on a link that is taken away as a file, and gives the first bytes of that file. */
  async take(selector, words) {
    if (!(await this.tabTo(selector, words))) return "";
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.key("Enter")]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  }

  /** What axe finds on the page as it is, on each screen; a picture of each where pictures are asked for. */
  async look(name) {
    const { page, report, pictures } = this;
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await faultsInSchemes(page, ["light", "dark"], async (found, scheme) => {
        report.expect(found.length === 0, `${name}, ${scheme}, ${width} px: ${found.join("; ")}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        report.expect(!wide, `${name}, ${width} px: the page is wider than the screen`);
        if (pictures) {
          mkdirSync(pictures, { recursive: true });
          await page.screenshot({ path: join(pictures, `${name}-${scheme}-${width}.png`), fullPage: false });
        }
        this.looked += 1;
      }, this.looks);
    }
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 1280, height: 900 });
  }
}
