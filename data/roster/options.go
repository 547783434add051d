package roster

// Options are what the user decides instead of the program.
type Options struct {
	// Sheet is the name of the only sheet to read; empty for every sheet that looks
	// like a roster.
	Sheet string
	// Class is given to rows that have no class of their own; it goes before the
	// class named by a title line or by the sheet.
	Class string
	// Columns says where a field stands: field → column letter ("C"), number ("3")
	// or header text. Beside the fields of package data there are [FieldFullName],
	// [FieldDocument] and [FieldGivenPatronymic].
	Columns map[string]string
	// Take are the doubtful rows that a person wants taken as they were read: their
	// numbers, "Sheet!4" where there are several sheets, or [TakeAll].
	Take []string
	// Mend are the rows in which the one text that mends what is wrong is put in, such as the
	// number of a document with its lost zeros; they are named as those of Take are.
	Mend []string
}

// TakeAll takes all doubtful rows.
const TakeAll = "all"
