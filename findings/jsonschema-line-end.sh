#!/bin/sh
# python3-jsonschema takes a value with a line feed behind it for one that fits «^…$».
#
# One would expect: «^[0-9]{7}$» lets seven digits through and nothing else. JSON Schema
# says that patterns are those of JavaScript, where $ is the very end and \d a digit of ASCII.
# Seen (python3-jsonschema 4.10.3 of Debian 12; 4.26.0 too): the pattern goes to Python's
# own expressions as it stands. There $ also fits before a line feed at the end, and \d is
# a digit of any script.
# Why a secretary cares: a message that the centre's check has passed holds the number
# «0012345» and a line end, which is another number to every table that it goes into. Our
# reader goes by the very end.
#
# Needs Debian's apt-get and python3; node for how JavaScript has it.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

apt-get download -qq python3-jsonschema=4.10.3-1 python3-pyrsistent python3-attr >&2 || exit 2
for package in *.deb; do dpkg -x "$package" .; done
cat > main.py <<'PY'
import jsonschema

for pattern, value in [("^[0-9]{7}$", "0012345"), ("^[0-9]{7}$", "0012345\n"), ("^[0-9]{7}$", "0012345 "), (r"^\d{7}$", "٠٠١٢٣٤٥")]:
    fits = jsonschema.Draft202012Validator({"pattern": pattern}).is_valid(value)
    print(pattern, repr(value), "taken" if fits else "refused")
PY
cat > main.js <<'JS'
for (const [pattern, value] of [['^[0-9]{7}$', '0012345\n'], ['^\\d{7}$', '٠٠١٢٣٤٥']]) {
  console.log('JavaScript:', pattern, JSON.stringify(value), new RegExp(pattern, 'u').test(value) ? 'taken' : 'refused');
}
JS
{
	PYTHONPATH=usr/lib/python3/dist-packages /usr/bin/python3 main.py
	node main.js
} | tee seen
diff - seen <<'SEEN'
^[0-9]{7}$ '0012345' taken
^[0-9]{7}$ '0012345\n' taken
^[0-9]{7}$ '0012345 ' refused
^\d{7}$ '٠٠١٢٣٤٥' taken
JavaScript: ^[0-9]{7}$ "0012345\n" refused
JavaScript: ^\d{7}$ "٠٠١٢٣٤٥" refused
SEEN
