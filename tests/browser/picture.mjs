// The picture of the READMEs: node picture.mjs SITE PICTURE [--write]
//
// Takes the first screen of the edition in force and holds the picture against it; with --write, makes the picture anew.
// Letters differ a little from one version of the browser to the next, so both are compared as a coarse mosaic.

import { readFileSync, writeFileSync } from "node:fs";
import { launch } from "./chromium.mjs";
import { Server } from "./server.mjs";

const [folder, picture, option] = process.argv.slice(2);
const EDITION = "2025-2027/index.html";
/** How far the mosaics may be apart, on average, of 255 steps of each colour. */
const LIMIT = 8;

const server = await new Server(folder).start();
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
await page.goto(`${server.origin}/${EDITION}`);
const now = await page.screenshot();
let failed = 0;
if (option === "--write") {
  writeFileSync(picture, now);
} else {
  const distance = await page.evaluate(mosaicDistance, [now, readFileSync(picture)].map((png) => png.toString("base64")));
  failed = distance <= LIMIT ? 0 : 1;
  console.log(`picture: ${distance.toFixed(1)} steps from the page, at most ${LIMIT}`);
  if (failed) console.log(`the page has changed: node tests/browser/picture.mjs SITE ${picture} --write`);
}
await browser.close();
await server.stop();
console.log(`${1 - failed} passed, ${failed} failed`);
process.exit(failed);

/** The mean difference of two pictures, each drawn on 64 × 40 squares; infinite where their shapes differ. */
async function mosaicDistance(pictures) {
  const mosaics = await Promise.all(pictures.map(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: 64, height: 40 });
    const context = canvas.getContext("2d");
    context.imageSmoothingQuality = "high";
    context.drawImage(image, 0, 0, 64, 40);
    return { shape: `${image.width}x${image.height}`, data: context.getImageData(0, 0, 64, 40).data };
  }));
  const [a, b] = mosaics;
  if (a.shape !== b.shape) return Infinity;
  return a.data.reduce((sum, value, place) => sum + Math.abs(value - b.data[place]), 0) / (64 * 40 * 3);
}
