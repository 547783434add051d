// Package hostile is tests alone: files that strangers give, spoilt by chance along their own seams, are read
// by the same functions as the window and graduandctl call. None ends in a panic, takes more memory or time
// than there is, is refused without a sentence, or leaves anything on the disk.
//
// Some hundred belong to «make test»; «make proof» reads a million. Chance has a seed, which a failure names.
package hostile
