// Package price holds what a guess of a password costs, for the vault to read and for its
// tests to lower. No package outside of data/vault can import it, so that no program
// makes or takes a cheap password.
package price

// Params are those of Argon2id (RFC 9106): Memory in KiB, Time in passes over it, Threads
// in lanes.
type Params struct {
	Memory  uint32
	Time    uint32
	Threads uint8
}

// Default is what a new password costs: 128 MiB, 3 passes, 2 lanes, twice the memory of
// the second choice of RFC 9106 §4, and a second or two on a poor computer of a school.
var Default = Params{Memory: 128 << 10, Time: 3, Threads: 2}

// Floor is the least that is accepted, so that nobody makes a stored password cheap to
// guess.
var Floor = Params{Memory: 64 << 10, Time: 3, Threads: 1}

// File is the logarithm of what a password costs that opens a file of age: scrypt with N = 2^18
// (RFC 7914) is half a second and 256 MiB.
var File = 18
