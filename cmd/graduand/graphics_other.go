//go:build !windows

package main

import "graduand/data/text"

// Where Mesa is the system's own, as on Linux, there is no other to go over to.
const softVariable = "GRADUAND_SOFTGL"

func hasSoft() bool    { return false }
func loadSoft() error  { return nil }
func startSoft() error { return nil }

// noGraphics says which packages are missing.
func noGraphics(language string, _ bool) string {
	return text.For(language).Say("desktop.no_graphics_linux", nil)
}
