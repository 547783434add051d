#!/bin/sh
# A passport's check digits do not see S for 8, G for 6 or L for 1.
#
# One would expect: a check digit with weights 7, 3, 1 (ICAO Doc 9303) finds any single
# wrong character, above all those that eyes and scanners confuse, as S and 8.
# Seen (npm mrz 5.0.2): a letter counts 10 to 35, the sum is taken modulo 10, so L is
# worth what 1 is, G what 6 is, S what 8 is. A document number with one for the other is
# valid, in its own digit and in the digit of the whole. O and 0, I and 1, B and 8, Z and
# 2 are told apart.
# Why a secretary cares: «the check digit is right» does not mean that the number is;
# series of letters and digits need their own pattern beside it.
#
# Needs node, npm.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent mrz@5.0.2 || exit 2
cat > main.js <<'JS'
const { parse } = require('mrz');

const worth = (c) => (c === '<' ? 0 : parseInt(c, 36));
const digit = (s) => [...s].reduce((sum, c, i) => sum + worth(c) * [7, 3, 1][i % 3], 0) % 10;
const checked = (s) => s + digit(s);

// zone gives both lines of an invented passport.
function zone(number) {
  const parts = [checked(number), checked('030415'), checked('330415'), '<'.repeat(14) + '0'];
  const [doc, born, expires, personal] = parts;
  return [
    'P<KGZPROBA<<AIZADA'.padEnd(44, '<'),
    doc + 'KGZ' + born + 'F' + expires + personal + digit(parts.join('')),
  ];
}

for (const [letter, other] of ['S8', 'G6', 'L1', 'O0', 'I1', 'B8', 'Z2']) {
  const right = zone(letter + 'A1234567');
  const wrong = [right[0], other + right[1].slice(1)];
  console.log(letter, parse(right).valid, 'as', other, parse(wrong).valid);
}
JS
node main.js | tee seen
diff - seen <<'SEEN'
S true as 8 true
G true as 6 true
L true as 1 true
O true as 0 false
I true as 1 false
B true as 8 false
Z true as 2 false
SEEN
