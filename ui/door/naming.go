package door

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"graduand/data"
	"graduand/data/registrar"
)

// nameFile proposes a file named after the school and the campaign, in the letters of both.
func (n *newSchool) nameFile() {
	if n.chosen || n.form.campaign == nil {
		return
	}
	n.path = FreeName(n.window.Home, n.form.School, n.form.campaign)
	if n.where != nil {
		n.where.SetText(n.path)
	}
}

func (n *newSchool) onFile() {
	n.window.Files.Save(n.window.Say("welcome.file", nil), filepath.Base(n.path), n.onFileChosen)
}

func (n *newSchool) onFileChosen(path string) {
	if !strings.HasSuffix(strings.ToLower(path), ".graduand") {
		path += ".graduand"
	}
	n.path, n.chosen = path, true
	n.file.SetFault("")
	n.where.SetText(path)
}

// longestSchool bounds the name of a school in the name of a file, in units of UTF-16.
const longestSchool = 40

// FreeName is a registry's file in a folder, named after the school and the campaign in the
// letters of both, with a number where the name is taken.
func FreeName(folder string, school data.School, c *registrar.CampaignFile) string {
	title := cmp.Or(strings.TrimSpace(school.ShortName), strings.TrimSpace(school.Name))
	return freeName(folder, strings.TrimSpace(data.ShortTitle(title, longestSchool)+" "+c.ShortTitle))
}

// freeName is a file of that name in a folder, with a number where it is taken.
func freeName(folder, name string) string {
	path := filepath.Join(folder, data.FileName(name, extensionRegistry))
	for i := 2; ; i++ {
		if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) || i > 1000 {
			return path
		}
		path = filepath.Join(folder, data.FileName(fmt.Sprintf("%s-%d", name, i), extensionRegistry))
	}
}

// fileTitle is the name of a registry as a button has room for it: its beginning and its end, by
// which a copy that was brought back differs. Cut says that something is left out between.
func fileTitle(path string) (title string, cut bool) {
	name := strings.TrimSuffix(filepath.Base(path), extensionRegistry)
	if data.ShortTitle(name, longestTitle) == name {
		return name, false
	}
	runes := []rune(name)
	return data.ShortTitle(name, longestTitle-longestEnd-1) + "…" + string(runes[max(len(runes)-longestEnd, 0):]), true
}

// longestTitle bounds the name of a registry on its button, in units of UTF-16, and longestEnd what
// of that is its end, in letters.
const longestTitle, longestEnd = 48, 21
