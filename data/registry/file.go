package registry

import "graduand/data/file"

// SaveFile writes a whole file or none, durably: see [file.Save].
func SaveFile(path string, content []byte) error { return file.Save(path, content) }

// StagedFile is a file that is written whole beside its place and not yet in it.
type StagedFile = file.Staged

// StageFile writes everything that can fail of a [SaveFile]: after it, something
// else may be done first, and then Commit or Discard.
func StageFile(path string, content []byte) (*StagedFile, error) { return file.Stage(path, content) }

// ReadFile reads a regular file of at most limit bytes.
func ReadFile(path string, limit int64) ([]byte, error) { return file.Read(path, limit) }

// SameFile reports whether two paths lead to one file that is there.
func SameFile(a, b string) bool { return file.Same(a, b) }
