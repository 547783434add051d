// Package access is who has got a login, and who has not: accesses are made, handed over,
// changed and printed, those of the centre's site are taken in, and a form goes home and
// comes back.
package access
