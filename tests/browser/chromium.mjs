// The browser of the system, started without anything that asks the network for something.

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--disable-dev-shm-usage",
];

/** Where the browser is: the one in CHROMIUM, or a usual place. */
export const executablePath = process.env.CHROMIUM ?? PLACES.find((path) => existsSync(path));

/** A browser of its own, with an empty profile. */
export function launch(...flags) {
  return chromium.launch({ executablePath, args: [...FLAGS, ...flags] });
}

/** The screens on which everything is looked at. */
const FORMS = ["light", "dark"].flatMap((colorScheme) => [
  { colorScheme, viewport: { width: 320, height: 640 } },
  { colorScheme, viewport: { width: 1280, height: 900 } },
]);

/**
 * The screens on which a site is looked at. One that has grown from another is seen in two of them, both colour schemes and both widths
 * among them: how the other two go together the site that it has grown from has shown.
 */
export function formsFor(site) {
  return site.like ? FORMS.filter(({ colorScheme, viewport }) => (colorScheme === "dark") === viewport.width < 768) : FORMS;
}

/** A form in words. */
export function formName(form) {
  return `${form.colorScheme}, ${form.viewport.width} px`;
}

/** A page that fails the report when it asks another host for something, or when anything goes wrong in it. */
export async function open(browser, report, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
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
