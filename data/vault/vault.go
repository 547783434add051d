// Package vault holds the keys of accounts and seals what only their owners may
// read. It knows bytes and keys, not graduates: what is sealed, where it is stored
// and what a person is told are the business of others. Randomness and time are
// passed in.
//
// A random [SchoolKey] stands at the top. Its sub-keys wrap one random [Key] for
// each graduate, and that one seals everything about this graduate. Operators hold
// the school key, each in a [Slot] of their own; a graduate holds his or her own
// key only; a paper code in the safe and an age file at the centre bring the school
// key back when every password is lost.
//
// What it does not do: keep the memory of the process from the swap file, wipe the
// strings that Go has made of passwords, or stand against a program that runs in an
// unlocked session.
package vault

import "errors"

// The failures. Every error of this package wraps one of them, is a [GroupError] or
// a [ChainError], or is that of the reader of randomness.
var (
	// ErrWrong: phone, password or code do not open this. Which of them is wrong
	// cannot be told, and must not be.
	ErrWrong = errors.New("vault: wrong phone, password or code")
	// ErrTampered: what is sealed was changed, cut, moved from another place or put
	// back from an older revision; or the key is not that of this place.
	ErrTampered = errors.New("vault: sealed content does not belong here")
	// ErrNoKey: the key was wiped, or there never was one.
	ErrNoKey = errors.New("vault: key is wiped or absent")
	// ErrWeakParameters: the stored cost of a password is below the floor, so that
	// somebody has made the password easier to guess.
	ErrWeakParameters = errors.New("vault: key derivation is cheaper than allowed")
	// ErrTooCostly: the stored cost, or the number of slots, would stall the computer.
	ErrTooCostly = errors.New("vault: key derivation is costlier than allowed")
	// ErrPhone: the phone is not in E.164, such as +996700123456.
	ErrPhone = errors.New("vault: phone is not in E.164")
	// ErrKind: a slot of this kind cannot be made or opened here.
	ErrKind = errors.New("vault: wrong kind of slot")
	// ErrShortPassword: an operator's password has fewer than MinPassword characters.
	ErrShortPassword = errors.New("vault: password is too short")
	// ErrCommonPassword: an operator's password is one that others try first.
	ErrCommonPassword = errors.New("vault: password is easy to guess")
	// ErrPaperLength: a paper code has more than its groups.
	ErrPaperLength = errors.New("vault: paper code is too long")
	// ErrRecipient: this is not the age recipient of a centre (age1…).
	ErrRecipient = errors.New("vault: not an age recipient")
	// ErrIdentity: this is not the age identity of a centre (AGE-SECRET-KEY-1…).
	ErrIdentity = errors.New("vault: not an age identity")
)

// errInTheClear: the program was about to write a key down. It is a fault of ours.
var errInTheClear = errors.New("vault: a key is never written in the clear")
