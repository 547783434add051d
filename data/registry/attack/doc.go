// Package attack is the threat model of the registry, each line of which is a test: who
// has what (the file, a password, an old copy), what is done with it, and what comes of
// it. A test is named by the row of the model; what a row says holds, or, where the
// README's table says that something does not, the test shows the bound.
//
// The attacker uses what the attacker has: SQL on the closed file, and the keys that a
// password opens. What is needed to forge is written down once more in this room, apart
// from the ledger, as an outside auditor would write it; so it is a description of the
// format too. Nothing here is part of the program.
package attack
