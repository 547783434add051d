package reports

// PackageSheet says what is in one package (UA-129, F-08, F-09): it is counted by this sheet before
// the package is closed. It stays in school.
type PackageSheet struct {
	School, Campaign string
	// Number is that of the package in the school, Made the day as it is shown.
	Number, Made string
	// Addressee gets it, Address is where, in lines.
	Addressee string
	Address   []string
	Lists     []PackageList
	// Kits are those that go without a list: self by post, a withdrawal.
	Kits []InventoryKit
	// Papers lie beside lists and kits: the register of languages, the covering letter.
	Papers []InventoryPaper
	// Carrier takes it, Item is the kind of item; for data/text to word, nil for the pen.
	Carrier, Item any
	// Tracking is the number of the item, "" for the pen. Tracked says that there is one at all.
	Tracking string
	Tracked  bool
	// SendBy is the last day for it as it is shown, "" where it is not known.
	SendBy string
	// Envelopes are how the kits are shared out, see [PackageEnvelope]; none where nobody knows what
	// they weigh. Limit is what one may weigh in grams, 0 for no limit.
	Envelopes []PackageEnvelope
	Limit     int
	// Assembly is how a kit is put together, a sentence each (UA-164, UA-166).
	Assembly []string
	// PackedBy has packed it, "" for the pen.
	PackedBy string
}

// PackageList is a list in a package: the day and the number under which it goes, the classes on it
// in words, how many rows it has, and how many kits lie there.
type PackageList struct {
	Date, Number, Classes string
	People, Kits          int
}

// PackageEnvelope is one envelope: how many kits, and about how many grams.
type PackageEnvelope struct{ Kits, Grams int }
