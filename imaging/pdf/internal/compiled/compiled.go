// Package compiled holds the PDFium that strangers' files are opened in, in the language of
// the processor, for its tests to keep. No package outside of imaging/pdf can import it: the
// program never runs what lies in a file that other programs of the same user can write.
package compiled

import "github.com/tetratelabs/wazero"

// Cache is made in two seconds by the first PDF that is looked at, and serves all others.
var Cache = wazero.NewCompilationCache()
