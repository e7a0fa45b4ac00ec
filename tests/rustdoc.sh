#!/usr/bin/env bash
# Stands for rustdoc in `cargo test --doc`: documents the crate with the compiled dependencies that Cargo names, then runs the examples.
# `cargo doc` would check each dependency anew, which takes longer than to compile this crate.
set -euo pipefail

case " $* " in *" --test "*) ;; *) exec rustdoc "$@" ;; esac
pages="$(mktemp -d)"
arguments=(--document-private-items -D warnings --out-dir "$pages")
all=("$@")
while [ $# -gt 0 ]; do
  case "$1" in
    --test) ;;
    --test-run-directory) shift ;;
    *) arguments+=("$1") ;;
  esac
  shift
done
rustdoc "${arguments[@]}" || { rm -rf "$pages"; exit 1; }
rm -rf "$pages"
exec rustdoc "${all[@]}"
