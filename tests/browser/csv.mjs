/** The records of a CSV (RFC 4180), fields taken apart. */
export function csv(text) {
  const records = [[""]];
  let quoted = false;
  const add = (c) => { records.at(-1)[records.at(-1).length - 1] += c; };
  for (let at = 0; at < text.length; at += 1) {
    const c = text[at];
    if (quoted && c === '"' && text[at + 1] === '"') { add(c); at += 1; }
    else if (c === '"') quoted = !quoted;
    else if (!quoted && c === ",") records.at(-1).push("");
    else if (!quoted && c === "\n") records.push([""]);
    else if (quoted || c !== "\r") add(c);
  }
  return records.filter((record) => record.length > 1);
}
