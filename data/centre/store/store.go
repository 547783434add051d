// Package store keeps messages as they came: encrypted, immutable, each file under the SHA-256 of its
// content, so that nothing is kept twice and whatever is damaged is found.
package store

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/file"
)

// Store is a folder of messages: ab/cd/abcd….zip.age.
type Store struct{ folder, ending string }

// At is the store in a folder, which is made with its first message; ending ends the names of files.
func At(folder, ending string) *Store { return &Store{folder, ending} }

func (s *Store) path(hash string) string {
	return filepath.Join(s.folder, hash[:2], hash[2:4], hash+s.ending)
}

// Staged is a file that lies in the store's folder and is not yet kept.
type Staged struct {
	// Hash is the SHA-256 of the file, in hexadecimal, Size its octets.
	Hash string
	Size int64
	path string
	into *Store
	read *os.File
}

// Stage copies what r gives, at most limit octets and one, into the store's folder. Keep or Discard
// follows. What cannot be copied is file.cannot_write.
func (s *Store) Stage(r io.Reader, limit int64) (*Staged, error) {
	if err := file.MakeFolder(s.folder); err != nil {
		return nil, err
	}
	f, err := file.Temporary(s.folder)
	if err != nil {
		return nil, err
	}
	staged, h := &Staged{path: f.Name(), into: s}, sha256.New()
	staged.Size, err = io.Copy(io.MultiWriter(f, h), io.LimitReader(r, limit+1))
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, errors.Join(data.FailWith(err, "file.cannot_write", data.Args{"file": s.folder}), staged.Discard())
	}
	staged.Hash = hex.EncodeToString(h.Sum(nil))
	return staged, nil
}

// Open opens the staged file, until it is kept or discarded: Windows gives an open file no other name.
func (s *Staged) Open() (f *os.File, err error) {
	s.read, err = os.Open(s.path)
	return s.read, err
}

func (s *Staged) close() error {
	if s.read == nil {
		return nil
	}
	err := s.read.Close()
	s.read = nil
	return err
}

// Keep puts the file into its place, durably. One that is there already stays as it is.
func (s *Staged) Keep() error {
	if err := s.close(); err != nil {
		return err
	}
	to := s.into.path(s.Hash)
	if _, err := os.Stat(to); err == nil {
		return s.Discard()
	}
	if err := file.MakeFolder(filepath.Dir(to)); err != nil {
		return err
	}
	if err := file.Settle(s.path, to); err != nil {
		return err
	}
	return forget(to)
}

// forget lets the system take a kept file out of its memory.
func forget(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	file.Forget(f)
	return f.Close()
}

// Discard leaves nothing of it behind.
func (s *Staged) Discard() error {
	err := s.close()
	if removed := os.Remove(s.path); !errors.Is(removed, os.ErrNotExist) {
		err = errors.Join(err, removed)
	}
	return err
}

// Open opens a kept file. One that is not there is centre.lost_message.
func (s *Store) Open(hash string) (f *os.File, size int64, err error) {
	f, err = os.Open(s.path(hash))
	if err != nil {
		return nil, 0, data.FailWith(err, "centre.lost_message", data.Args{"file": hash})
	}
	info, err := f.Stat()
	if err != nil {
		return nil, 0, errors.Join(err, f.Close())
	}
	return f, info.Size(), nil
}

// Has says that a file is kept.
func (s *Store) Has(hash string) bool {
	_, err := os.Stat(s.path(hash))
	return err == nil
}

// Check reads a kept file again; one that is not what its name says is centre.lost_message.
func (s *Store) Check(hash string) error {
	f, _, err := s.Open(hash)
	if err != nil {
		return err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil || hex.EncodeToString(h.Sum(nil)) != hash {
		return data.FailWith(err, "centre.lost_message", data.Args{"file": hash})
	}
	return nil
}

// Each gives the hashes of all kept files, sorted.
func (s *Store) Each(f func(hash string) error) error {
	paths := []string{s.folder}
	for range 2 {
		var below []string
		for _, path := range paths {
			names, err := sorted(path)
			if err != nil {
				return err
			}
			for _, name := range names {
				if len(name) == 2 {
					below = append(below, filepath.Join(path, name))
				}
			}
		}
		paths = below
	}
	for _, path := range paths {
		names, err := sorted(path)
		if err != nil {
			return err
		}
		for _, name := range names {
			if hash := strings.TrimSuffix(name, s.ending); len(hash) == 2*sha256.Size && hash != name {
				if err := f(hash); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func sorted(folder string) ([]string, error) {
	entries, err := os.ReadDir(folder)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, data.FailWith(err, "file.cannot_read", data.Args{"file": folder})
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	slices.Sort(names)
	return names, nil
}
