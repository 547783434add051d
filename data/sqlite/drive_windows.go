package sqlite

import (
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"

	"graduand/data"
)

// refuseNetworkDrive fails with registry.network_drive when the folder of path is
// on another computer: two computers there would spoil each other's writes.
func refuseNetworkDrive(path string) error {
	full, err := filepath.Abs(path)
	if err != nil {
		return data.FailWith(err, "registry.no_folder", data.Args{"folder": path})
	}
	if _, err := os.Stat(filepath.Dir(full)); err != nil {
		return data.FailWith(err, "registry.no_folder", data.Args{"folder": filepath.Dir(full)})
	}
	volume := filepath.VolumeName(full)
	if strings.HasPrefix(volume, `\\`) || isRemote(volume+`\`) {
		return data.Fail("registry.network_drive", data.Args{"file": path})
	}
	return nil
}

func isRemote(root string) bool {
	name, err := windows.UTF16PtrFromString(root)
	return err == nil && windows.GetDriveType(name) == windows.DRIVE_REMOTE
}

// inUse reports whether a program has a file open: then it cannot be opened for oneself
// alone.
func inUse(path string) bool {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return false
	}
	h, err := windows.CreateFile(name, windows.GENERIC_READ, 0, nil, windows.OPEN_EXISTING, windows.FILE_ATTRIBUTE_NORMAL, 0)
	if err != nil {
		return err == windows.ERROR_SHARING_VIOLATION
	}
	windows.CloseHandle(h)
	return false
}
