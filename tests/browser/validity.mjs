// The W3C checker: no error and no warning, in the pages, the styles and the pictures.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { relative } from "node:path";

const jar = createRequire(import.meta.url)("vnu-jar");

/** Whether the policy of a page names each of its styles: of a long style the checker reads a part, and takes it for another. */
function namesItsStyles(path) {
  const page = readFileSync(path, "utf8");
  const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page) ?? [];
  const styles = [...page.matchAll(/<style>([^]*?)<\/style>/g)].map(([, style]) => createHash("sha256").update(style).digest("base64"));
  return styles.length > 0 && styles.every((digest) => policy?.includes(`'sha256-${digest}'`));
}

export async function validity(report, site) {
  const pages = site.sample(500);
  const others = site.files.filter((file) => /\.(css|svg)$/.test(file));
  const java = spawn("java", ["-jar", jar, "--format", "json", "--stdout", "--also-check-css", "--also-check-svg", ...pages.map((name) => site.file(name)), ...others]);
  const output = [];
  java.stdout.on("data", (piece) => output.push(piece));
  java.stderr.resume();
  await new Promise((resolve) => java.on("close", resolve));
  const text = Buffer.concat(output).toString() || '{"messages":[{"message":"the checker did not run"}]}';
  const isMistaken = ({ message, url }) => message.startsWith("Inline style violates Content Security Policy") && url && namesItsStyles(new URL(url).pathname);
  const messages = JSON.parse(text).messages.filter((message) => !isMistaken(message));
  const shown = messages.map((message) => `${relative(site.folder, new URL(message.url ?? pathToFileURL(site.folder)).pathname)}:${message.lastLine ?? 0}: ${message.message}`);
  report.expect(shown.length === 0, `${shown.length} remarks:\n    ${[...new Set(shown)].slice(0, 20).join("\n    ")}`);
  report.measured(`${pages.length} of ${site.pages.length} pages and ${others.length} styles and pictures: ${shown.length} errors or warnings`);
}
