// Package powercut is a test alone: the power goes at every moment of the work of
// graduandctl, and everything that it had said is done must be there.
//
// strace records what the program does to the disk: every file that it makes, writes,
// cuts, syncs, renames and removes, and every word that it says. A model of a disk
// follows the record, and at each step the disk is made anew as a power cut may leave
// it: with nothing that was not synced, with a random part of it, with writes torn
// between sectors of 512 bytes, and with names that are lost because their folder was not
// synced. The program's own doctor examines each.
//
// The same scenarios are what befalls the program otherwise: it is killed at random moments of its writes, calls
// of it fail, its disk is full at any level, its folder goes away under it, two of it meet. What it says then
// must be a sentence for its user.
//
// Some hundred such disks belong to «make test», «make power» makes more than twenty
// thousand. Randomness has a seed, which a failure names.
package powercut
