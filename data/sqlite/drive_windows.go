package sqlite

import (
	"errors"
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

// unwritable says why nothing can be written into a file that is there, or beside it; "" where it
// can. Nothing is tried but to open: whether a list of rights lets somebody in, only that says. What
// the path does not lead to is not its business.
func unwritable(path string) Why {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return ""
	}
	name, err := windows.UTF16PtrFromString(full)
	if err != nil {
		return ""
	}
	attributes, err := windows.GetFileAttributes(name)
	switch {
	case err != nil:
		return ""
	case refuseNetworkDrive(full) != nil:
		return OnShare
	case isLocked(filepath.VolumeName(full) + `\`):
		return DriveLocked
	case attributes&windows.FILE_ATTRIBUTE_READONLY != 0:
		return FileLocked
	}
	if why := refusedBy(openFor(full, windows.GENERIC_WRITE, windows.FILE_ATTRIBUTE_NORMAL), FileLocked); why != "" {
		return why
	}
	return refusedBy(openFor(filepath.Dir(full), addFile, windows.FILE_FLAG_BACKUP_SEMANTICS), FolderLocked)
}

// addFile is the right to make a file in a folder, FILE_ADD_FILE of winnt.h.
const addFile = 0x2

// openFor opens what is there with some rights, and closes it.
func openFor(path string, rights, flags uint32) error {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	const shared = windows.FILE_SHARE_READ | windows.FILE_SHARE_WRITE | windows.FILE_SHARE_DELETE
	h, err := windows.CreateFile(name, rights, shared, nil, windows.OPEN_EXISTING, flags, 0)
	if err == nil {
		windows.CloseHandle(h)
	}
	return err
}

// refusedBy says by the error of an opening why nothing can be written; "" for one that says
// something else, such as that another program has the file for itself.
func refusedBy(err error, denied Why) Why {
	switch {
	case errors.Is(err, windows.ERROR_ACCESS_DENIED):
		return denied
	case errors.Is(err, windows.ERROR_WRITE_PROTECT):
		return DriveLocked
	}
	return ""
}

// isLocked says of a drive that nothing on it can be written: a DVD, a stick with its lock on.
func isLocked(root string) bool {
	name, err := windows.UTF16PtrFromString(root)
	if err != nil {
		return false
	}
	var flags uint32
	if windows.GetVolumeInformation(name, nil, 0, nil, nil, &flags, nil, 0) == nil && flags&windows.FILE_READ_ONLY_VOLUME != 0 {
		return true
	}
	return windows.GetDriveType(name) == windows.DRIVE_CDROM
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
