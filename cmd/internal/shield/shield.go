// Package shield closes the process to the other programs of the PC: what the registry
// seals lies open in memory while somebody works. Each system allows its own part of it,
// and none keeps out an administrator.
//
// What a crash of Go prints holds addresses and lengths, no contents, and stays: without
// it no fault is ever found.
package shield
