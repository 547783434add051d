// Package printingtest spares tests of windows the second or two in which PDFium is
// compiled.
package printingtest

import (
	"github.com/tetratelabs/wazero"

	"graduand/data/keeptest"
	"graduand/ui/printing/internal/compiled"
)

// KeepCompiled has the previews of this process take PDFium as an earlier run of tests has
// compiled it, where one has. It serves tests alone, and panics in a program.
func KeepCompiled() {
	folder := keeptest.Folder("pdfium")
	if folder == "" {
		return
	}
	if cache, err := wazero.NewCompilationCacheWithDir(folder); err == nil {
		compiled.Cache = cache
	}
}
