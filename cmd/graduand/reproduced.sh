#!/bin/bash
# reproduced.sh FOLDER: makes what people install twice from what is committed, each time in another folder of FOLDER and
# with a cache of its own, and fails where the bytes are not the same. The software OpenGL, whose build would take
# ten minutes each time, is left out unless SOFTGL=1.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$(realpath -m "$1")
commit=$(git rev-parse HEAD)
: "${SOURCE_DATE_EPOCH:=$(git log -1 --format=%ct HEAD)}" "${SOFTGL:=0}"
export SOURCE_DATE_EPOCH SOFTGL
rm -rf "$out"
for tree in one another/one; do
	mkdir -p "$out/$tree"
	git archive "$commit" | tar -x -C "$out/$tree"
	GOCACHE=$out/$tree/cache "$out/$tree/cmd/graduand/package.sh" "$out/$tree/package" >/dev/null
	rm -rf "$out/$tree/cache"
done
cat "$out/one/package/SHA256SUMS"
cmp "$out/one/package/SHA256SUMS" "$out/another/one/package/SHA256SUMS"
echo "the same bytes twice"
