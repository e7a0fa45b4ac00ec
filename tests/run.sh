#!/usr/bin/env bash
# Installs what the checks need, then runs all of them. The same command for a newcomer and for CI: bash tests/run.sh
set -euo pipefail
cd "$(dirname "$0")/.."

# Each step begins with `say`; at the end the seconds of each are told, so that what has become slower has a name.
step=""
seconds=""
say() {
  [ -z "$step" ] || seconds="$seconds$(printf '%5d s  %s' "$((SECONDS - began))" "$step")"$'\n'
  step="$1"
  began=$SECONDS
  [ -z "$step" ] || printf '\n== %s\n' "$step"
}
# What the tests write for a moment stands in memory where there is room: for a disk they would wait thousands of times.
scratch="$(mktemp -d)"
beside=""
# What goes on beside the rest ends with it.
leave() {
  [ -z "$beside" ] || kill -- "-$beside" 2>/dev/null || true
  rm -rf "$scratch" "${memory:-}"
}
trap leave EXIT
room="$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }' || true)"
if [ -z "${TMPDIR:-}" ] && [ "${room:-0}" -gt 4000000 ]; then
  memory="$(mktemp -d -p /dev/shm)"
  # Some systems run no program that stands there.
  cp "$(type -P true)" "$memory/runs" && "$memory/runs" 2>/dev/null && export TMPDIR="$memory"
fi
export TMPDIR="${TMPDIR:-$scratch}"
has() { command -v "$1" >/dev/null 2>&1; }
need() { has "$1" || { echo "errore: manca $1; installarlo con il gestore di pacchetti del sistema ($2)" >&2; exit 1; }; }

say "Strumenti"
has chromium-headless-shell || has chromium || has chromium-browser || missing="browser"
[ -n "$(fc-list 2>/dev/null)" ] || missing="${missing:-} fontconfig fonts-dejavu-core"
has pdftotext || missing="${missing:-} poppler-utils"
has javac || missing="${missing:-} default-jdk-headless"
[ -e /usr/share/java/jaxb-api.jar ] || missing="${missing:-} libjaxb-java"
has npm || missing="${missing:-} nodejs npm"
python3 -c 'import ensurepip' 2>/dev/null || missing="${missing:-} python3 python3-venv"
if [ -n "${missing:-}" ] && has apt-get; then
  sudo=""
  [ "$(id -u)" -eq 0 ] || sudo=sudo
  $sudo apt-get update -qq
  # The same browser without windows, where the system keeps it apart: it does the checks with a third less work.
  if apt-cache show chromium-headless-shell >/dev/null 2>&1; then browser=chromium-headless-shell; else browser=chromium; fi
  # shellcheck disable=SC2086 # several packages in one word
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends ${missing/browser/$browser}
fi
# Where only the one with windows is there, it will do.
has chromium-headless-shell || { has apt-get && ${sudo:-} apt-get install -y -qq --no-install-recommends chromium-headless-shell >/dev/null 2>&1; } || true
# It makes each call of the system that writes fail; without it only a disk that takes nothing is tried.
has strace || { has apt-get && ${sudo:-} apt-get install -y -qq --no-install-recommends strace; } ||
  echo "avviso: manca strace: si prova soltanto un disco pieno, non ogni scrittura che fallisce" >&2
need pdftotext poppler-utils
need javac default-jdk-headless
need npm nodejs
need python3 python3-venv
cargo fmt --version >/dev/null 2>&1 || rustup component add rustfmt
cargo clippy --version >/dev/null 2>&1 || rustup component add clippy
(cd tests/browser && npm ci --ignore-scripts --no-fund --no-audit --loglevel=error)

# What a first run compiles it compiles once: in pieces for the next change, with lines for a debugger, it would take a fifth more.
[ -d "${CARGO_TARGET_DIR:-target}" ] ||
  export CARGO_INCREMENTAL=0 CARGO_PROFILE_DEV_CODEGEN_UNITS=2 CARGO_PROFILE_DEV_DEBUG=false
# Clippy is the compiler with more to say: this crate goes through it once, to be judged and to be run. `cargo clippy` would check it, and
# each crate that it stands on, a second time.
export RUSTC_WORKSPACE_WRAPPER=clippy-driver CLIPPY_ARGS=-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__

say "Il programma, e il convertitore dei PDF"
# With the smallest of the tests come all the crates that tests stand on: they are compiled while this one keeps a single processor busy, and
# with the features that tests ask of them, so that nothing is compiled again for these.
cargo build --locked --bin piao --test growth
# Cargo links the program again for the tests, while it is used: a copy of it.
piao="$scratch/piao"
cp "${CARGO_TARGET_DIR:-target}/debug/piao" "$piao"
# The program for the PDFs goes into the user's cache, outside the checkout: about ten minutes, once.
"$piao" setup

site="$(mktemp -d)"
base=https://www.example.org/lavoro-agile/
say "Il sito vero, e uno di mille processi"
"$piao" check --strict
"$piao" build --out "$site/sito" --pdf --base-url "$base"
node tests/browser/grown.mjs . "$site/sito" "$site/mille" 1000
# What the thousand rows are told is of no interest here: only an error would be.
"$piao" build --root "$site/mille" --out "$site/sito-mille" --base-url "$base" 2>"$site/rilievi" || { tail -n 40 "$site/rilievi" >&2; exit 1; }

# What is tried on the built program and its sites.
outside() {
  seconds=""
  say "I due siti nel navigatore"
  node tests/browser/all.mjs "$site/sito" "$site/sito-mille"
  node tests/browser/own-filters.mjs "$piao" .
  node tests/browser/picture.mjs "$site/sito" docs/anteprima.png

  say "I dati aperti, letti da un altro programma"
  # Frictionless holds every CSV file against its description; it stays in the user's cache, outside the checkout.
  tools="${XDG_CACHE_HOME:-$HOME/.cache}/piao-prove"
  [ -x "$tools/bin/frictionless" ] || { python3 -m venv "$tools" && "$tools/bin/pip" install --quiet 'frictionless>=5,<6'; }
  "$tools/bin/frictionless" validate "$site/sito/2025-2027/dati/datapackage.json"

  say "I PDF, letti da veraPDF"
  # What is not made by this program reads them: the standards that they claim, with the rules of whoever keeps them.
  PYTHON="$tools/bin/python" bash tests/verapdf/run.sh "$site/sito/2025-2027/stampa"

  say "Un gennaio al banco, con la sola tastiera"
  # Each has a workbench, a copy of the annex and a browser of its own, and waits much of its time: two go on at once.
  printf '%s\n' bench bench-year bench-bodies bench-windows bench-drafts |
    xargs -P 2 -I {} node tests/browser/{}.mjs "$piao" .

  say "Il pacchetto da consegnare"
  "$piao" package --out "$site/pacchetto.zip" --pdf --base-url "$base"
  "$piao" package --verify "$site/pacchetto.zip"

  say "I cataloghi dei dati aperti, letti da pyshacl"
  # Those of every site made here: the one of an administration that states everything first.
  for folder in tests/administrations/*; do
    "$piao" build --root "$folder" --out "$site/enti/$(basename "$folder")" --base-url "$base" >/dev/null 2>&1
  done
  bash tests/dcat/run.sh "$site/enti/citta-metropolitana" "$site/sito" "$site/sito-mille" "$site"/enti/*
  say ""
  printf '\n%s' "$seconds"
}
# It goes on beside the compilation of the tests, which leaves a processor idle half of the time; a group of its own ends as one.
set -m
outside >"$scratch/outside.log" 2>&1 &
beside=$!
set +m

say "Forma del codice"
# It reaches every file: a test holds that each is declared by a plain `mod` line.
cargo fmt --check
say "Compilazione, con Clippy"
cargo test --locked --all-targets --no-run
say "Documentazione"
RUSTDOC="$PWD/tests/rustdoc.sh" cargo test --locked --doc
say "Prove"
cargo test --locked --tests

say "Ciò che intanto si è provato sui siti e sul programma"
wait "$beside" || failed=$?
beside=""
cat "$scratch/outside.log"
[ -z "${failed:-}" ] || exit "$failed"

say ""
printf '\n%s%5d s  in tutto\n' "$seconds" "$SECONDS"
