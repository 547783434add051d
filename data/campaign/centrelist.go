package campaign

// CentreList is how the centre's own list of those who have made a card is worded: the file that
// its service for heads of schools gives (UA-147). A class list's headers hold for it too.
type CentreList struct {
	// Link is the code of the link to that service, "" where there is no such page. It is the head's
	// closed access: the program opens the page, and keeps no login and no password of it (UA-146).
	Link string `toml:"link"`
	// Headers adds spellings of column headers: field → spellings.
	Headers map[string][]string `toml:"headers"`
	// Subjects adds what the list may call a subject, in a header or a cell: code → names.
	Subjects map[string][]string `toml:"subjects"`
	// Attested are the words that say of a subject that its result counts as a final mark of the
	// school; Chosen those that say no more than that it is taken.
	Attested []string `toml:"attested"`
	Chosen   []string `toml:"chosen"`
}
