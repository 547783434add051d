package frame

import (
	"path/filepath"
	"slices"
	"strings"
)

// Purpose is what a file is asked for: each has its own folder, so that the copies of a
// stick are not proposed for photos. "" is found by the ending of the file.
type Purpose string

// PaperKey is the sheet of the paper key: it is not proposed beside the registry it opens.
const PaperKey Purpose = "key"

// ToCentre is a folder for the messages to the centre: a stick where one is there.
const ToCentre Purpose = "centre"

const (
	forRegistry Purpose = "registry"
	forCopy     Purpose = "copy"
	forPicture  Purpose = "picture"
	// forReading is what comes in, forPaper what goes out, such as documents.
	forReading Purpose = "reading"
	forPaper   Purpose = "paper"
	forFolder  Purpose = "folder"
)

// Pictures are the endings of the photos and scans that every field takes.
var Pictures = []string{".jpg", ".jpeg", ".png"}

// Scans are those of documents, where the campaign takes a PDF.
var Scans = append(slices.Clone(Pictures), ".pdf")

// purposeOf is what files of these endings are for, otherwise where they tell nothing.
func purposeOf(endings []string, otherwise Purpose) Purpose {
	for _, ending := range endings {
		switch ending = strings.ToLower(ending); {
		case ending == ".graduand-backup":
			return forCopy
		case ending == ".graduand":
			return forRegistry
		case slices.Contains(Pictures, ending):
			return forPicture
		}
	}
	return otherwise
}

// whereabouts are what decides where a dialog for files begins.
type whereabouts struct {
	// last are the folders where files were chosen, by purpose.
	last map[string]string
	// registry is the path of the open registry, "" for none; graduate says that a graduate
	// sits there.
	registry string
	graduate bool
	// onlyLooking says that nothing can be written beside the open registry.
	onlyLooking bool
	// school are the folders in which the school has its files.
	school []string
	home   string
	drives []Drive
}

// start is where a dialog begins, "" for a list of places.
func (a whereabouts) start(p Purpose) string {
	last := there(a.last[string(p)])
	if a.onlyLooking && within(last, filepath.Dir(a.registry)) {
		last = ""
	}
	switch {
	case (p == forCopy || p == PaperKey || p == ToCentre) && a.beside(last):
		return a.apart(last)
	case last != "":
		return last
	case a.graduate:
		return a.ofGraduate()
	}
	if pictures := UserFolders().Pictures; p == forPicture && pictures != "" {
		return pictures
	}
	return a.home
}

// beside says that what lies in this folder goes with the registry when the disk does: it is
// the registry's own folder, or not on a stick though one is there.
func (a whereabouts) beside(folder string) bool {
	if folder == "" || a.registry == "" {
		return true
	}
	sticks := a.sticks()
	onStick := slices.ContainsFunc(sticks, func(s string) bool { return within(folder, s) })
	return within(folder, filepath.Dir(a.registry)) || len(sticks) > 0 && !onStick
}

// apart is a folder away from the registry: on a stick where one is there, else last or one
// of the user's where the registry does not lie.
func (a whereabouts) apart(last string) string {
	user := UserFolders()
	for _, folder := range append(a.sticks(), last, user.Desktop, user.Downloads, user.Documents, user.Home) {
		if folder != "" && (a.registry == "" || !within(folder, filepath.Dir(a.registry))) {
			return folder
		}
	}
	return a.home
}

// ofGraduate is where the dialogs of a graduate begin: never where the school keeps its
// files, "" where no other place is there.
func (a whereabouts) ofGraduate() string {
	user := UserFolders()
	for _, folder := range append(a.sticks(), user.Pictures, user.Desktop) {
		if folder != "" && !a.keeps(folder) {
			return folder
		}
	}
	return ""
}

// keeps says that the school has its files in a folder. What lies below it may be anybody's.
func (a whereabouts) keeps(folder string) bool {
	return slices.ContainsFunc(a.school, func(kept string) bool { return sameFolder(folder, kept) })
}

// sticks are those on which the open registry does not lie.
func (a whereabouts) sticks() (paths []string) {
	for _, d := range a.drives {
		if d.Removable && (a.registry == "" || !within(a.registry, d.Path)) {
			paths = append(paths, d.Path)
		}
	}
	return paths
}
