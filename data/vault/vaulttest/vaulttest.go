// Package vaulttest makes passwords cheap for tests that are not about their price.
package vaulttest

import (
	"testing"

	"graduand/data/vault/internal/price"
)

// cheap is the least that Argon2id takes with one lane and a little to spare.
var cheap = price.Params{Memory: 64, Time: 1, Threads: 1}

// LowerPrice lets a guess of a password cost next to nothing until this process ends. A
// password that is made meanwhile opens nothing in a program, which refuses its price. It
// serves tests alone, and panics in a program.
func LowerPrice() {
	if !testing.Testing() {
		panic("the price of passwords is lowered in a program")
	}
	price.Default, price.Floor = cheap, cheap
}
