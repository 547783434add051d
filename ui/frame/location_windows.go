package frame

import (
	"fmt"
	"os"
	"strings"

	"golang.org/x/sys/windows"
)

// UserFolders are those of the present user, wherever they were moved to.
func UserFolders() Folders {
	folder := func(id *windows.KNOWNFOLDERID) string {
		path, err := windows.KnownFolderPath(id, windows.KF_FLAG_DEFAULT)
		if err != nil {
			return ""
		}
		return there(path)
	}
	return Folders{Desktop: folder(windows.FOLDERID_Desktop), Documents: folder(windows.FOLDERID_Documents),
		Downloads: folder(windows.FOLDERID_Downloads), Pictures: folder(windows.FOLDERID_Pictures), Home: folder(windows.FOLDERID_Profile)}
}

// PCDrives are the drives of the PC with something in them, that of the system left out.
func PCDrives() []Drive {
	mask, err := windows.GetLogicalDrives()
	if err != nil {
		return nil
	}
	var drives []Drive
	for i := range 26 {
		letter := string(rune('A'+i)) + ":"
		if mask&(1<<i) == 0 || strings.EqualFold(letter, os.Getenv("SystemDrive")) {
			continue
		}
		if d, usable := driveAt(letter); usable {
			drives = append(drives, d)
		}
	}
	return drives
}

// driveAt is the drive of a letter such as "E:"; false for one without a medium, and for discs
// that cannot be written to.
func driveAt(letter string) (Drive, bool) {
	root, err := windows.UTF16PtrFromString(letter + `\`)
	if err != nil {
		return Drive{}, false
	}
	kind := windows.GetDriveType(root)
	var name [windows.MAX_PATH + 1]uint16
	if kind == windows.DRIVE_REMOTE {
		// One that is out of reach keeps who asks for its name waiting.
		return Drive{Title: letter, Path: letter + `\`}, true
	}
	if kind == windows.DRIVE_CDROM || windows.GetVolumeInformation(root, &name[0], uint32(len(name)), nil, nil, nil, nil, 0) != nil {
		return Drive{}, false
	}
	title := letter
	if label := windows.UTF16ToString(name[:]); label != "" {
		title = fmt.Sprintf("%s (%s)", label, letter)
	}
	return Drive{Title: title, Path: letter + `\`, Removable: kind == windows.DRIVE_REMOVABLE}, true
}
