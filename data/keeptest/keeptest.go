// Package keeptest gives tests a folder that outlives their run, for what is dear to make
// and comes from the libraries alone.
package keeptest

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// Folder is one of the user's cache, made where there is none, and another one with other
// versions of the libraries. It is empty where the system has no room for it, as in a house
// that cannot be written: then nothing is kept, and everything works as it does without.
// It serves tests alone, and panics in a program.
func Folder(name string) string {
	if !testing.Testing() {
		panic("a program keeps what belongs to tests")
	}
	base, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	libraries, err := versions()
	if err != nil {
		return ""
	}
	folder := filepath.Join(base, "graduand-tests", libraries, name)
	if err := os.MkdirAll(folder, 0o700); err != nil || !writable(folder) {
		return ""
	}
	return folder
}

// versions stands for those of all libraries. A test, other than a program, is not told
// what it was built of; but it runs in the folder of its package, below the list.
func versions() (string, error) {
	folder, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("find module: %w", err)
	}
	for {
		sums, err := os.ReadFile(filepath.Join(folder, "go.sum"))
		if err == nil {
			return fmt.Sprintf("%x", sha256.Sum256(sums))[:16], nil
		}
		above := filepath.Dir(folder)
		if !errors.Is(err, os.ErrNotExist) || above == folder {
			return "", fmt.Errorf("find versions of libraries: %w", err)
		}
		folder = above
	}
}

// writable tries, which alone tells of a disk that is full or may only be read.
func writable(folder string) bool {
	tried, err := os.CreateTemp(folder, "tried-")
	if err != nil {
		return false
	}
	_, wrong := tried.WriteString("room")
	return errors.Join(wrong, tried.Close(), os.Remove(tried.Name())) == nil
}
