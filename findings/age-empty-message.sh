#!/bin/sh
# age 1.1.1 «decrypts» an empty message and leaves yesterday's file in place.
#
# One would expect: after `age -d -o FILE` with exit 0, FILE holds what was encrypted.
# Seen (age 1.1.1, which Debian 12 has): when the message is empty, the output is never
# opened. An old FILE keeps its old content, a new one is not made, and the exit is 0.
# age 1.3.2 empties or makes the file.
# Why a secretary cares: an empty list sent on purpose («nobody has changed») would be
# read at the centre as the list of the last time. No message may be empty.
#
# Needs go.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

for version in 1.1.1 1.3.2; do
	GOBIN="$work/$version" go install "filippo.io/age/cmd/...@v$version" || exit 2
done
1.3.2/age-keygen -o key 2>/dev/null
1.3.2/age-keygen -y key > recipient
: > empty
for version in 1.1.1 1.3.2; do
	echo old > old.txt
	rm -f new.txt
	$version/age -R recipient -o empty.age empty
	$version/age -d -i key -o old.txt empty.age
	$version/age -d -i key -o new.txt empty.age
	[ -e new.txt ] && made=made || made="not made"
	echo "age $version: the old file has «$(cat old.txt)», the new one is $made"
	rm empty.age
done | tee seen
diff - seen <<'SEEN'
age 1.1.1: the old file has «old», the new one is not made
age 1.3.2: the old file has «», the new one is made
SEEN
