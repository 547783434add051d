package main

import (
	"io"
	stdlog "log"
	"log/slog"

	"github.com/go-text/typesetting/fontscan"
)

// findFonts looks over the fonts of the PC while the toolkit makes its window: it asks for them before
// it draws its first letter, and the package keeps what was found first. A PC without fonts draws with
// those of the program.
func findFonts(log *slog.Logger) {
	fonts := fontscan.NewFontMap(stdlog.New(io.Discard, "", 0))
	if err := fonts.UseSystemFonts(""); err != nil {
		log.Warn("fonts of the PC", "error", err.Error())
	}
}
