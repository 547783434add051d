//go:build !linux

package frametest

// inMemory leaves the temporary folders where the system has them.
func inMemory() {}
