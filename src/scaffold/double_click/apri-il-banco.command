#!/bin/sh
# Apre il banco di lavoro di questa cartella nel browser (macOS: due clic).
PATH="$PATH:$HOME/.cargo/bin:$HOME/.local/bin:/usr/local/bin:/opt/homebrew/bin"
cd "$(dirname "$0")" && exec piao serve
