// Package compiled holds PDFium in the language of the processor, for the preview to run
// and for its tests to keep. No package outside of ui/printing can import it: the program
// never runs what lies in a file that other programs of the same user can write.
package compiled

import "github.com/tetratelabs/wazero"

// Cache is made in a second or two by the first engine that starts, and serves all others:
// an engine that starts anew after a failure does not make it again.
var Cache = wazero.NewCompilationCache()
