// Package ledger is the sealed file of a registry, and nothing else: ways in, records,
// events, what the school vouches for, copies, erasure, examination. It knows no
// campaign and no graduate; what it keeps are octets, and ids that mean nothing.
//
// A [File] is one that nobody has signed in to. [File.SignIn] gives a [Ledger], with the
// school key, to an operator, or an [Own], with one record, to a graduate.
//
// What holds (the issue of every line is a test):
//
//   - Bodies, events, attachments and secrets are sealed, each for its place. A graduate's
//     password opens the own record and no more.
//   - Every event carries an authenticator that only a holder of the school key can make.
//     Each record must be what its last genuine event left. Who holds a graduate's key can
//     read this record, and write nothing that the school will believe but pending changes.
//   - One statement, authenticated the same way and written with every change, says what
//     the file is as a whole: the number and hash of the last event, settings, slots. An
//     event behind it is planted, one before it that is missing was cut off.
//   - Settings are signed too, so that a graduate, who holds no school key, can tell the
//     school's from somebody's.
//   - A change is one transaction. A copy is examined before it gets its name.
//   - What is spoilt is an [Ill]: it is named, and harms only itself. An Ill that [Ill.Blocks]
//     leaves nothing to rely on; such a file is opened for examination alone.
//
// What does not hold: who puts a whole older copy in the place of the file is seen only
// by an anchor that somebody has kept, see [Ledger.Anchor]. Who may write in the file
// can destroy it.
package ledger
