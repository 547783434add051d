package file

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
)

// PortableMarker is the file beside the program that has what is the program's own lie beside it too, as
// on a stick that is carried from one PC to another.
const PortableMarker = "portable.txt"

// OwnFolder is the user's folder for this program: settings, log, what is printed from. It need not be
// there yet. On Windows it is the one that stays on this PC; beside a [PortableMarker] it is the folder
// "data" there.
func OwnFolder() (string, error) {
	self, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("find folder of the program: %w", err)
	}
	if portable := portableFolder(filepath.Dir(self)); portable != "" {
		return portable, nil
	}
	base, err := os.UserConfigDir()
	if local := os.Getenv("LOCALAPPDATA"); runtime.GOOS == "windows" && local != "" {
		base, err = local, nil
	}
	if err != nil {
		return "", fmt.Errorf("find folder for settings: %w", err)
	}
	return filepath.Join(base, "Graduand"), nil
}

// portableFolder is the folder for a program that lies in another, "" without the marker.
func portableFolder(beside string) string {
	if _, err := os.Stat(filepath.Join(beside, PortableMarker)); err != nil {
		return ""
	}
	return filepath.Join(beside, "data")
}

// PrintFolder is where documents lie while another program prints them, within the program's own
// folder: nobody was asked for a place, so nobody would take them away.
type PrintFolder string

// New is the path of a new file of this name, in a folder of a random name that only the
// user can enter. What fails is file.cannot_write.
func (f PrintFolder) New(name string) (string, error) {
	if err := os.MkdirAll(string(f), 0o700); err != nil {
		return "", cannotWrite(err, string(f))
	}
	folder, err := os.MkdirTemp(string(f), "")
	if err != nil {
		return "", cannotWrite(err, string(f))
	}
	return filepath.Join(folder, name), nil
}

// Empty removes all of them. On Windows one that is still shown stays, and goes the next time;
// that is file.cannot_write.
func (f PrintFolder) Empty() error {
	if err := os.RemoveAll(string(f)); err != nil {
		return cannotWrite(err, string(f))
	}
	return nil
}
