// Package door is what is seen by who has not signed in: the ways to a registry, the page of
// a new school, the sign-in, the paper key, and a registry out of a backup. Its forms of a
// person and of a school serve accounts and settings too.
package door
