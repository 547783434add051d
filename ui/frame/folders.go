package frame

import (
	"os"
	"path/filepath"

	"graduand/data/registrar"
)

// printFolder is where documents lie while another program prints them, in the program's own
// folder: nobody was asked for a place, so nobody would take them away. It is emptied at the
// lock, at the end and at the next start of the program.
type printFolder string

// file is the path of a new file of this name, in a folder of a random name that only the
// user can enter.
func (f printFolder) file(name string) (string, error) {
	if err := os.MkdirAll(string(f), 0o700); err != nil {
		return "", f.refused(err)
	}
	folder, err := os.MkdirTemp(string(f), "")
	if err != nil {
		return "", f.refused(err)
	}
	return filepath.Join(folder, name), nil
}

// empty removes all of them. On Windows one that is still shown stays, and goes the next
// time.
func (f printFolder) empty() error {
	if err := os.RemoveAll(string(f)); err != nil {
		return f.refused(err)
	}
	return nil
}

func (f printFolder) refused(err error) error {
	return &registrar.Error{Code: "file.cannot_write", Args: map[string]any{"file": string(f)}, Err: err}
}
