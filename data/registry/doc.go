// Package registry is one open registry: the file, the keys that open it, an index in
// memory in which search, sorting and checks run, and the rules of what may be stored.
//
// Whoever asks comes in by [Read], whoever changes by [Write]; both ask for a [Right], so
// none can be forgotten, and give a [View] under the registry's lock. A change is made by
// [Edit.Commit]: one transaction that writes the new bodies and their events, all or
// nothing, and only then updates the index. A file leaves the program by
// [Registry.Deliver]: it is drawn without the lock.
//
// Every body is sealed, every event is chained to the one before it, and the last event of
// the school vouches for settings and slots: what was altered from outside is refused at
// [Open], and named by [Registry.Doctor].
//
// The package knows no screen, no paper and no desk: those stand above it.
package registry
