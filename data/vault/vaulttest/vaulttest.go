// Package vaulttest makes passwords cheap for tests that are not about their price.
package vaulttest

import (
	"testing"

	"graduand/data/vault/internal/price"
)

// program is what a guess costs in a program.
var program = [...]price.Params{price.Default, price.Floor}

// cheap is the least that Argon2id takes with one lane and a little to spare.
var cheap = price.Params{Memory: 64, Time: 1, Threads: 1}

// file is what a password of a file costs in a program.
var file = price.File

// cheapFile is what it costs in tests.
const cheapFile = 10

// LowerPrice lets a guess of a password cost next to nothing until this process ends. A
// password that is made meanwhile opens nothing in a program, which refuses its price. It
// serves tests alone, and panics in a program.
func LowerPrice() {
	if !testing.Testing() {
		panic("the price of passwords is lowered in a program")
	}
	price.Default, price.Floor, price.File = cheap, cheap, cheapFile
}

// FullPrice lets a guess cost what it costs in a program until the test ends: for tests of
// the price in packages that have lowered it. They run alone, not beside others.
func FullPrice(t testing.TB) {
	t.Helper()
	before, of := [...]price.Params{price.Default, price.Floor}, price.File
	price.Default, price.Floor, price.File = program[0], program[1], file
	t.Cleanup(func() { price.Default, price.Floor, price.File = before[0], before[1], of })
}
