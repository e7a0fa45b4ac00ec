#!/usr/bin/env bash
# Makes the workbooks of this folder anew: those of `ente`, saved by LibreOffice and by openpyxl. Needs both; the tests need neither.
set -eu
cd "$(dirname "$0")"
piao=${PIAO:-../../../../target/debug/piao}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for ending in xlsx ods; do
    "$piao" export --root ente --out "$work/foglio.$ending"
    for saved in xlsx ods; do
        soffice --headless --convert-to "$saved" --outdir "$work/libreoffice-$ending" "$work/foglio.$ending" >/dev/null 2>&1
        cp "$work/libreoffice-$ending/foglio.$saved" "libreoffice-da-$ending.$saved"
    done
done
python3 -c "
import openpyxl, sys
openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])" "$work/foglio.xlsx" openpyxl.xlsx
