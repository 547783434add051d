package file

import (
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

// place renames a file into its place. Windows syncs no folders; a move that is written
// through returns when it is on the disk.
func place(temporary, path string) error {
	from, err := windows.UTF16PtrFromString(temporary)
	if err != nil {
		return err
	}
	to, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	return windows.MoveFileEx(from, to, windows.MOVEFILE_REPLACE_EXISTING|windows.MOVEFILE_WRITE_THROUGH)
}

// syncFolder has nothing to do: a folder that is made is in the journal of NTFS before
// anything that is written through comes into it.
func syncFolder(string) error { return nil }

// Forget is advice to Linux; Windows keeps what it has read as it sees fit.
func Forget(*os.File) {}

// SameDisk reports whether two paths lie on one drive, by their letters.
func SameDisk(a, b string) bool {
	return strings.EqualFold(filepath.VolumeName(a), filepath.VolumeName(b))
}

// freeBytes is how much may still be written to the drive of a folder.
func freeBytes(folder string) (uint64, error) {
	name, err := windows.UTF16PtrFromString(folder)
	if err != nil {
		return 0, err
	}
	var free uint64
	if err := windows.GetDiskFreeSpaceEx(name, &free, nil, nil); err != nil {
		return 0, err
	}
	return free, nil
}

// running reports whether there is a process of that number; one that may not be looked
// at is there.
func running(process int) bool {
	h, err := windows.OpenProcess(windows.PROCESS_QUERY_LIMITED_INFORMATION, false, uint32(process))
	if err != nil {
		return err != windows.ERROR_INVALID_PARAMETER
	}
	defer windows.CloseHandle(h)
	var code uint32
	return windows.GetExitCodeProcess(h, &code) != nil || code == stillActive
}

// stillActive is STILL_ACTIVE, the exit code of a process that has not ended.
const stillActive = 259
