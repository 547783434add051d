package file

import (
	"path/filepath"
)

// KeptPath is a path as the settings in a folder of the program name it. On a stick, see [PortableMarker],
// what lies on it too is named from the program's folder on: the next PC gives the stick another letter.
func KeptPath(folder, path string) string {
	beside, is := carriedIn(folder)
	if !is {
		return path
	}
	onStick, err := filepath.Rel(rootOf(beside), path)
	if err != nil || !filepath.IsLocal(onStick) {
		return path
	}
	kept, err := filepath.Rel(beside, path)
	if err != nil {
		return path
	}
	return filepath.ToSlash(kept)
}

// FoundPath is the path that the settings in a folder of the program name by what [KeptPath] gave, or a
// version before it wrote.
func FoundPath(folder, kept string) string {
	beside, is := carriedIn(folder)
	if !is || kept == "" || filepath.IsAbs(kept) {
		return kept
	}
	return filepath.Join(beside, filepath.FromSlash(kept))
}

// carriedIn is the folder of a program that is carried with its own folder in it.
func carriedIn(folder string) (beside string, is bool) {
	beside = filepath.Dir(folder)
	return beside, portableFolder(beside) == filepath.Clean(folder)
}

// rootOf is what is carried as one: on Windows the drive, elsewhere, where paths do not tell what a stick
// is, the folder in which that of the program lies.
func rootOf(beside string) string {
	if drive := filepath.VolumeName(beside); drive != "" {
		return drive + `\`
	}
	return filepath.Dir(beside)
}
