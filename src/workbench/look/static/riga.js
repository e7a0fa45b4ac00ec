// Goes to the line of a text that the address asks for (`?riga=12`). Without it, the text is searched by hand.
const asked = Number(new URL(location.href).searchParams.get("riga"));
const text = document.getElementById("testo");
if (text && asked > 0) {
  const lines = text.value.split("\n");
  const line = Math.min(asked, lines.length);
  const start = lines.slice(0, line - 1).reduce((all, one) => all + one.length + 1, 0);
  text.focus();
  text.setSelectionRange(start, start + lines[line - 1].length);
  // Lines that are longer than the field take more of it: then the place is near, and the selection shows it.
  text.scrollTop = (text.scrollHeight / lines.length) * Math.max(line - 4, 0);
}
