// Package supply holds what the program is made of against what is said of it: why each module was taken, that its
// bytes are those of go.sum, whether anything is known against it, and that the same tree gives the same programs.
// It is tests alone; licences are gathered and checked by its neighbour notices.
package supply
