#!/bin/sh
# The library for Ukrainian cases declines Антін and Білих as nobody does.
#
# One would expect: a library made for nothing but the declension of Ukrainian names
# knows a common given name and the surnames in -их, which are genitives already and do
# not change.
# Seen (npm shevchenko 3.1.1): in the genitive Антін is «Антіна» (right: Антона, by the
# rule that gives its Сидір → Сидора), Білих of a man is «Білиха» (right: Білих, as it
# has for a woman), Олень is «Олня» (right: Оленя).
# Why a secretary cares: an application says «from whom» in the genitive, and a person
# does not sign under a name that is not the own. Propose the form, let it be changed.
#
# Needs node, npm.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm install --silent shevchenko@3.1.1 || exit 2
cat > main.mjs <<'JS'
import { inGenitive } from 'shevchenko';

const people = [
  ['masculine', 'Лебідь', 'Сидір'],
  ['masculine', 'Олень', 'Антін'],
  ['masculine', 'Білих', 'Петро'],
  ['feminine', 'Білих', 'Любов'],
];
for (const [gender, familyName, givenName] of people) {
  const genitive = await inGenitive({ gender, familyName, givenName });
  console.log(familyName, givenName, '->', genitive.familyName, genitive.givenName);
}
JS
node main.mjs | tee seen
diff - seen <<'SEEN'
Лебідь Сидір -> Лебедя Сидора
Олень Антін -> Олня Антіна
Білих Петро -> Білиха Петра
Білих Любов -> Білих Любові
SEEN
