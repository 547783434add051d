package frame

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// UserFolders are those of the present user, by the names that the system has given them
// (xdg-user-dirs), else by their usual ones.
func UserFolders() Folders {
	home, err := os.UserHomeDir()
	if err != nil {
		return Folders{}
	}
	named := map[string]string{}
	if config, err := os.UserConfigDir(); err == nil {
		named = namedFolders(filepath.Join(config, "user-dirs.dirs"), home)
	}
	folder := func(key, usual string) string {
		if path := there(named[key]); path != "" {
			return path
		}
		return there(filepath.Join(home, usual))
	}
	return Folders{Desktop: folder("DESKTOP", "Desktop"), Documents: folder("DOCUMENTS", "Documents"),
		Downloads: folder("DOWNLOAD", "Downloads"), Pictures: folder("PICTURES", "Pictures"), Home: there(home)}
}

// namedFolders reads lines such as XDG_DESKTOP_DIR="$HOME/Рабочий стол". A folder that is
// the home itself is one that the user does not have.
func namedFolders(path, home string) map[string]string {
	named := map[string]string{}
	content, err := os.ReadFile(path)
	if err != nil {
		return named
	}
	for line := range strings.Lines(string(content)) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), "=")
		key, is := strings.CutPrefix(strings.TrimSuffix(key, "_DIR"), "XDG_")
		value, err := strconv.Unquote(strings.Replace(value, "$HOME", home, 1))
		if is && err == nil && filepath.Clean(value) != home {
			named[key] = value
		}
	}
	return named
}

// PCDrives are the sticks and drives where Linux desktops put them. A folder that is left
// of a stick pulled out is none: what is written there goes onto the disk.
func PCDrives() []Drive {
	var drives []Drive
	for _, pattern := range []string{"/media/*", "/media/*/*", "/run/media/*/*", "/mnt/*"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			continue
		}
		for _, path := range found {
			if mounted(path) && unix.Access(path, unix.R_OK|unix.X_OK) == nil {
				drives = append(drives, Drive{Title: filepath.Base(path), Path: path, Removable: !strings.HasPrefix(path, "/mnt/")})
			}
		}
	}
	return drives
}

// mounted says that another drive begins at this folder.
func mounted(path string) bool {
	var here, above unix.Stat_t
	return IsFolder(path) && unix.Stat(path, &here) == nil && unix.Stat(filepath.Dir(path), &above) == nil && here.Dev != above.Dev
}
