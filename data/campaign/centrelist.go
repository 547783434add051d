package campaign

// CentreList is how the centre's own list of those who have made a card is worded: the file that
// its service for heads of schools gives (UA-147). A class list's headers hold for it too.
type CentreList struct {
	// Headers adds spellings of column headers: field → spellings.
	Headers map[string][]string `toml:"headers"`
	// Subjects adds what the list may call a subject, in a header or a cell: code → names.
	Subjects map[string][]string `toml:"subjects"`
	// Attested are the words that say of a subject that its result counts as a final mark of the
	// school; Chosen those that say no more than that it is taken.
	Attested []string `toml:"attested"`
	Chosen   []string `toml:"chosen"`
}

// centreListFormat is the first format in which the centre's list has words of its own.
const centreListFormat = 3

// centreList asks that the words of the centre's list are there and are about known subjects.
func (v *validator) centreList() {
	l := &v.c.CentreList
	v.needs(centreListFormat, len(l.Headers)+len(l.Subjects)+len(l.Attested)+len(l.Chosen) > 0)
	for code, names := range l.Subjects {
		key := "centre_list.subjects." + code
		v.refer(key, "subject", code)
		for _, name := range names {
			v.filled(key, name)
		}
	}
	for i, word := range l.Attested {
		v.filled(counted("centre_list.attested", i), word)
	}
	for i, word := range l.Chosen {
		v.filled(counted("centre_list.chosen", i), word)
	}
}
