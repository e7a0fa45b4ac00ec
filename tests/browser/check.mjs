// Looks at the built site as a browser does: node check.mjs FOLDER
//
// Every page: no request that leaves the folder, no error in the console, no scroll sideways at 320 px, works without scripts.
// Every kind of page, light and dark, narrow and wide: no fault that axe-core can find.
// Every page: no error and no warning of the W3C checker. The printed tables: right sheet, headings on every sheet.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
const site = process.argv[2];
let passed = 0;
const failures = [];

function expect(good, what) {
  if (good) passed += 1;
  else failures.push(what);
}

function files(folder) {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
}

/** One page of each kind: the kind is the address with the names of single things left out. */
function kinds(pages) {
  const seen = new Map();
  for (const page of pages) {
    const parts = relative(site, page).split(sep).slice(0, -1);
    const single = ["processi", "aree", "servizi", "smart-team"];
    const kind = parts.length === 3 && single.includes(parts[1]) ? `${parts[1]}/*` : parts.slice(1).join("/") || parts.length;
    if (!seen.has(kind)) seen.set(kind, page);
  }
  return [...seen.values()];
}

const pages = files(site).filter((file) => file.endsWith(".html"));
expect(pages.length > 50, `only ${pages.length} pages in ${site}`);

const executablePath = process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => statSync(path, { throwIfNoEntry: false }));
const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

// Every page, without scripts, on a narrow screen.
{
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  const page = await context.newPage();
  let outside = [];
  let complaints = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith("file://") && !url.startsWith("data:")) outside.push(url);
  });
  // A browser asks for the icon late, and drops the request when the next page comes.
  page.on("requestfailed", (request) => {
    if (request.failure()?.errorText !== "net::ERR_ABORTED") complaints.push(`not loaded: ${request.url()}`);
  });
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  const session = await context.newCDPSession(page);
  for (const file of pages) {
    outside = [];
    complaints = [];
    const name = relative(site, file);
    await page.goto(pathToFileURL(file).href);
    const metrics = await session.send("Page.getLayoutMetrics");
    expect(metrics.cssContentSize.width <= 320, `${name}: ${metrics.cssContentSize.width} px wide on a screen of 320`);
    expect(outside.length === 0, `${name}: asks for ${outside.join(", ")}`);
    expect(complaints.length === 0, `${name}: ${complaints.join("; ")}`);
  }
  await context.close();
}

// One page of each kind, with axe-core.
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    const page = await context.newPage();
    for (const file of kinds(pages)) {
      await page.goto(pathToFileURL(file).href);
      await page.evaluate(axe);
      const result = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] }));
      const name = `${relative(site, file)} (${colorScheme}, ${width} px)`;
      const found = result.violations.map((violation) => `${violation.id}: ${violation.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(", ")}`);
      expect(found.length === 0, `${name}: ${found.join("; ")}`);
    }
    await context.close();
  }
}

// The printed tables.
{
  const context = await browser.newContext();
  const page = await context.newPage();
  const folder = mkdtempSync(join(tmpdir(), "piao-stampa-"));
  for (const file of pages.filter((file) => relative(site, file).split(sep)[1] === "stampa")) {
    const name = relative(site, file);
    await page.goto(pathToFileURL(file).href);
    const headings = await page.$$eval("table", (tables) => tables.map((table) => [...table.querySelectorAll("thead tr:last-child th")].at(-1)?.textContent.trim().split(/\s+/)[0] ?? ""));
    const pdf = join(folder, "stampa.pdf");
    writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const info = spawnSync("pdfinfo", [pdf], { encoding: "utf8" }).stdout;
    const count = Number(/Pages:\s+(\d+)/.exec(info)?.[1] ?? 0);
    const [width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info)?.slice(1).map(Number) ?? [0, 0];
    expect(count > 0, `${name}: it does not print`);
    const landscape = name.includes(`stampa${sep}processi`);
    const sides = [Math.round(width), Math.round(height)].sort((a, b) => a - b).join("x");
    expect(["595x842", "594x842", "595x841"].includes(sides) && (name.includes("allegato") || width > height === landscape), `${name}: sheets of ${width} x ${height}`);
    if (landscape) {
      expect(count > 1, `${name}: ${count} sheet`);
      for (let sheet = 1; sheet <= count; sheet += 1) {
        const text = spawnSync("pdftotext", ["-f", `${sheet}`, "-l", `${sheet}`, pdf, "-"], { encoding: "utf8" }).stdout;
        const rows = /\b[A-Z0-9]+-\d+-[BMA]\b/.test(text);
        expect(!rows || text.toLowerCase().includes(headings[0].toLowerCase()), `${name}: sheet ${sheet} has rows without headings («${headings[0]}»)`);
      }
    }
  }
  rmSync(folder, { recursive: true });
  await context.close();
}
await browser.close();

// The W3C checker.
{
  const result = spawnSync("java", ["-jar", require("vnu-jar"), "--format", "json", "--stdout", "--also-check-css", ...pages, ...files(site).filter((file) => file.endsWith(".css"))], { encoding: "utf8", maxBuffer: 1 << 28 });
  const messages = JSON.parse(result.stdout || '{"messages":[{"message":"the checker did not run"}]}').messages;
  const shown = messages.map((message) => `${relative(site, new URL(message.url ?? pathToFileURL(site)).pathname)}:${message.lastLine ?? 0}: ${message.message}`);
  expect(shown.length === 0, `the W3C checker:\n    ${[...new Set(shown)].slice(0, 20).join("\n    ")}`);
}

for (const failure of failures) console.error(`- ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
