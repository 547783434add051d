package sqlite

import (
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"graduand/data"
)

// CheckPlace says at once why [Create] would make no registry at path: a file is there, its folder is
// not, or it lies on a network drive.
func CheckPlace(path string) error {
	if err := refuseNetworkDrive(path); err != nil {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return data.Fail("registry.exists", data.Args{"file": filepath.Base(path)})
	}
	folder, err := os.Stat(filepath.Dir(path))
	if err != nil || !folder.IsDir() {
		return data.FailWith(err, "registry.cannot_create", data.Args{"file": path})
	}
	return nil
}

// inspect reads the header of the file before SQLite does: bytes 0–15 magic, 60–63
// user version, 68–71 application id (https://www.sqlite.org/fileformat.html §1.3).
func inspect(path string, newest int) error {
	// A pipe would keep whoever opens it waiting for ever.
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return data.Fail("registry.not_a_registry", data.Args{"file": filepath.Base(path)})
	}
	f, err := os.Open(path)
	if err != nil {
		return data.FailWith(err, "registry.cannot_open", data.Args{"file": path})
	}
	defer f.Close()
	head := make([]byte, 100)
	if _, err := io.ReadFull(f, head); err != nil || string(head[:16]) != "SQLite format 3\x00" {
		return data.FailWith(err, "registry.not_a_registry", data.Args{"file": filepath.Base(path)})
	}
	if binary.BigEndian.Uint32(head[68:]) != applicationID {
		return data.Fail("registry.not_a_registry", data.Args{"file": filepath.Base(path)})
	}
	if version := int(binary.BigEndian.Uint32(head[60:])); version > newest {
		return tooNew(path, version)
	}
	return nil
}

func tooNew(path string, version int) error {
	return data.FailWith(fmt.Errorf("open registry: schema %d", version),
		"registry.too_new", data.Args{"file": filepath.Base(path)})
}
