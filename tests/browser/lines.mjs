// The lines by which texts differ.

/** The lines of a text that another does not have, each as often as it is missing there, without the blanks around them. */
export function onlyIn(one, other) {
  const left = other.split("\n");
  const missing = one.split("\n").filter((line) => {
    const found = left.indexOf(line);
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
  return missing.map((line) => line.trim());
}
