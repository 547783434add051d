#!/bin/sh
# tableschema takes a pattern that fits anywhere in the value.
#
# One would expect: the pattern «[0-9]{7}» of a field is a rule for the whole value. Table
# Schema 1 says that patterns are those of XML Schema, and those always mean the whole.
# Seen (npm tableschema 1.12.6): it is enough that a part of the value fits. With an
# alternative even ^ and $ do not help: in «^a|b$» each belongs to one side alone.
# Why a secretary cares: a card number with a digit too many was «checked by the schema»
# and found good. Patterns in our schemas stand as «^(…)$».
#
# Needs node, npm.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent tableschema@1.12.6 || exit 2
cat > main.js <<'JS'
const { Table } = require('tableschema');

async function check(pattern, value) {
  const schema = { fields: [{ name: 'card', type: 'string', constraints: { pattern } }] };
  const table = await Table.load([['card'], [value]], { schema });
  const verdict = await table.read().then(() => 'taken', () => 'refused');
  console.log(pattern, value, verdict);
}

(async () => {
  await check('[0-9]{7}', '0012345');
  await check('[0-9]{7}', '00123456');
  await check('[0-9]{7}', 'no 0012345');
  await check('^[0-9]{7}|none$', '00123456');
  await check('^([0-9]{7}|none)$', '00123456');
})();
JS
node main.js | tee seen
diff - seen <<'SEEN'
[0-9]{7} 0012345 taken
[0-9]{7} 00123456 taken
[0-9]{7} no 0012345 taken
^[0-9]{7}|none$ 00123456 taken
^([0-9]{7}|none)$ 00123456 refused
SEEN
