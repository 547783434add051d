package frametest

// Files answers every question for a file with the same path. Late is a dialog of the PC
// that stays open: who has asked is answered by [Files.Choose].
type Files struct {
	ToOpen, ToSave, ToFolder string
	Late                     bool
	// Endings are those that were offered when a file was chosen last.
	Endings  []string
	Proposed string // for the name of the file saved last
	asked    []func()
}

func (f *Files) Open(_ string, endings []string, chosen func(string)) {
	f.Endings = endings
	f.ask(f.ToOpen, chosen)
}

func (f *Files) Save(_, name string, chosen func(string)) {
	f.Proposed = name
	f.ask(f.ToSave, chosen)
}

func (f *Files) Folder(_ string, chosen func(string)) { f.ask(f.ToFolder, chosen) }

func (f *Files) ask(path string, chosen func(string)) {
	switch {
	case f.Late:
		f.asked = append(f.asked, func() { chosen(path) })
	case path != "":
		chosen(path)
	}
}

// Asked is how many dialogs are open by now.
func (f *Files) Asked() int { return len(f.asked) }

// Choose chooses in the dialog that has been open longest, where there is one.
func (f *Files) Choose() {
	if len(f.asked) > 0 {
		chosen := f.asked[0]
		f.asked = f.asked[1:]
		chosen()
	}
}
