package sqlite

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"

	"graduand/data"
)

// networkDrives are the file systems on which a write-ahead log is not safe
// (statfs(2)): NFS and the three generations of SMB.
var networkDrives = map[uint32]bool{0x6969: true, 0x517b: true, 0xff534d42: true, 0xfe534d42: true}

// refuseNetworkDrive fails with registry.network_drive when the folder of path is
// on another computer: two computers there would spoil each other's writes.
func refuseNetworkDrive(path string) error {
	var fs unix.Statfs_t
	if err := unix.Statfs(filepath.Dir(path), &fs); err != nil {
		return data.FailWith(err, "registry.no_folder", data.Args{"folder": filepath.Dir(path)})
	}
	if networkDrives[uint32(fs.Type)] {
		return data.Fail("registry.network_drive", data.Args{"file": path})
	}
	return nil
}

// unwritable says why nothing can be written into a file that is there, or beside it; "" where it
// can. It asks the system and tries nothing. What the path does not lead to is not its business.
func unwritable(path string) Why {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	var fs unix.Statfs_t
	switch {
	case unix.Statfs(path, &fs) != nil:
		return ""
	case networkDrives[uint32(fs.Type)]:
		return OnShare
	case fs.Flags&unix.ST_RDONLY != 0:
		return DriveLocked
	case refused(path, unix.W_OK):
		return FileLocked
	case refused(filepath.Dir(path), unix.W_OK|unix.X_OK):
		return FolderLocked
	}
	return ""
}

// refused reports whether the system lets this user not do something. A file that nobody may
// alter, whose right says otherwise, is among them (chattr +i).
func refused(path string, mode uint32) bool {
	err := unix.Faccessat(unix.AT_FDCWD, path, mode, unix.AT_EACCESS)
	return errors.Is(err, unix.EACCES) || errors.Is(err, unix.EPERM) || errors.Is(err, unix.EROFS)
}

// inUse reports whether a program has a database open and locked: one that SQLite writes
// to is, by a lock of the open file, which asking does not strip.
func inUse(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	lock := unix.Flock_t{Type: unix.F_WRLCK, Whence: io.SeekStart}
	return unix.FcntlFlock(f.Fd(), unix.F_OFD_GETLK, &lock) == nil && lock.Type != unix.F_UNLCK
}
