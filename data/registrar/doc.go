// Package registrar is what a registrar does: the one door through which the
// window and the command line reach a registry, a roster, a check, a document.
// A rule that both need lives here or below, never in them.
//
// A [Registrar] is one open registry. Its bodies are decoded once into an index in
// memory, in which search, sorting and filters run; every change is one
// transaction that writes the new body and its event, and only then updates the
// index. The graduates that it hands out are shared and must not be altered:
// change them by [Registrar.Change]. All methods may be called from many
// goroutines.
//
// Errors that a person will read carry a code ([Error]); data/text phrases it.
package registrar
