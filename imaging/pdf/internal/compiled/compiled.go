// Package compiled holds the PDFium that strangers' files are opened in, in the language of
// the processor, for its tests to keep. No package outside of imaging/pdf can import it: the
// program never runs what lies in a file that other programs of the same user can write.
package compiled

import "github.com/tetratelabs/wazero"

// Cache is made in two seconds by the first PDF that is looked at, and serves all others.
var Cache = wazero.NewCompilationCache()

// Tidy has the collector called for every file, so that two of them have never room at once. Tests
// of other things than memory do without: each call looks through all that the process has in use.
var Tidy = true
