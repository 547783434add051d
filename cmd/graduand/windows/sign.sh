#!/bin/bash
# sign.sh PROGRAM: signs a Windows program in its place with CERTIFICATE and KEY (PEM files), and does
# nothing without them. TIMESTAMP is the address of a clock that vouches for the time: with it the
# signature holds when the certificate has run out.
set -euo pipefail
[ -n "${CERTIFICATE:-}" ] || exit 0
rm -f "$1.signed"
osslsigncode sign -certs "$CERTIFICATE" -key "$KEY" -h sha256 -n Graduand ${TIMESTAMP:+-ts "$TIMESTAMP"} -in "$1" -out "$1.signed" >/dev/null
mv "$1.signed" "$1"
