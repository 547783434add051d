#!/bin/sh
# tableschema checks a column by its place and hands it over by its name.
#
# One would expect: a schema whose fields have names is laid on the columns of the same
# names, or columns in another order are refused.
# Seen (npm tableschema 1.12.6): of the header it asks only that no name is missing. The
# first column is checked by the first field of the schema whatever its header says, so
# an empty surname, which is required, passes when the columns stand in another order,
# with `strict` too; the row that comes out has each value under its header's name.
# Why a secretary cares: a table of graduates that was checked and found sound has people
# without a surname in it. What is exported stands in the schema's order.
#
# Needs node, npm.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent tableschema@1.12.6 || exit 2
cat > main.js <<'JS'
const { Table } = require('tableschema');

const schema = {
  fields: [
    { name: 'surname', type: 'string', constraints: { required: true } },
    { name: 'class', type: 'string' },
  ],
};

async function check(header, row, options) {
  try {
    const table = await Table.load([header, row], { schema, ...options });
    console.log(header.join(), JSON.stringify(await table.read({ keyed: true })));
  } catch {
    console.log(header.join(), 'refused');
  }
}

(async () => {
  await check(['surname', 'class'], ['', '11-А'], {});
  await check(['class', 'surname'], ['11-А', ''], {});
  await check(['class', 'surname'], ['11-А', ''], { strict: true });
})();
JS
node main.js | tee seen
diff - seen <<'SEEN'
surname,class refused
class,surname [{"class":"11-А","surname":null}]
class,surname [{"class":"11-А","surname":null}]
SEEN
