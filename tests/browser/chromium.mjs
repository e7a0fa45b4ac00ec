// The browser of the system, started without anything that asks the network for something.

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

/** The one without windows first: it does the same with a third less work. */
const PLACES = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--disable-dev-shm-usage", "--renderer-process-limit=2",
];

/** Where the browser is: the one in CHROMIUM, or a usual place. */
export const executablePath = process.env.CHROMIUM ?? PLACES.find((path) => existsSync(path));

/** A browser of its own, with an empty profile. */
export function launch(...flags) {
  return chromium.launch({ executablePath, args: [...FLAGS, ...flags] });
}

/** The screens on which everything is looked at, each in its colour schemes. */
const SCREENS = [
  { viewport: { width: 320, height: 640 }, schemes: ["light", "dark"] },
  { viewport: { width: 1280, height: 900 }, schemes: ["light", "dark"] },
];
/** Both colour schemes and both widths: how the other two go together the site has shown from which this one has grown. */
const FEWER = [{ ...SCREENS[0], schemes: ["dark"] }, { ...SCREENS[1], schemes: ["light"] }];

/** The screens on which a site is looked at; on fewer, one that has grown from another. */
export function screensFor(site) {
  return site.like ? FEWER : SCREENS;
}

/** On how many screens, each with its colours, a site is looked at. */
export function formsFor(site) {
  return screensFor(site).flatMap(({ schemes }) => schemes).length;
}

/** A screen with its colours in words. */
export function formName({ viewport }, colorScheme) {
  return `${colorScheme}, ${viewport.width} px`;
}

/** How long what must come is waited for, in milliseconds: a machine that is busy is no fault of a page. */
export const PATIENCE = 120000;

/** A page that fails the report when it asks another host for something, or when anything goes wrong in it. */
export async function open(browser, report, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  page.on("request", (request) => {
    const url = request.url();
    if (!/^(file|data|blob|about):|^http:\/\/127\.0\.0\.1:/.test(url)) report.fail(`${page.url()} asks for ${url}`);
  });
  // A browser asks for the icon late, and drops the request when the next page comes.
  page.on("requestfailed", (request) => {
    if (request.failure()?.errorText !== "net::ERR_ABORTED") report.fail(`${page.url()} does not get ${request.url()}`);
  });
  page.on("pageerror", (error) => report.fail(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) report.fail(`${page.url()}: ${message.text()}`);
  });
  return page;
}
