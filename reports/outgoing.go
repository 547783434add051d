package reports

// Outgoing is the register of what the school has sent (UA-118): each list and letter with the
// day and the number under which it went, and where it is. It stays in school.
type Outgoing struct {
	School, Campaign string
	// Made is the day as it is shown.
	Made string
	Rows []OutgoingRow
}

// OutgoingRow is one paper that went out.
type OutgoingRow struct {
	// Date and Number are those under which it went, as they are shown.
	Date, Number string
	Addressee    string
	// What it is, for data/text to word; Withdrawn says that it was taken back and counts no more.
	What      any
	Withdrawn bool
	// People and Kits are how many rows it has and how many kits went with it; 0 for none.
	People, Kits int
	// Package is the number of the package, Tracking that of the posted item with its carrier, Sent
	// the day of the postmark or, by courier, the day that the centre has recorded; "" while it is
	// not known.
	Package, Tracking, Sent string
}
