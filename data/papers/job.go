package papers

import (
	"graduand/data"
	"graduand/reports"
)

// The codes of the documents that every campaign can have; a paper of a kit has the code
// that the campaign gives it.
const (
	Card = "card"
	List = "list"
	// Register goes with the list (UA-058).
	Register = "register"
	// Missing tells class teachers what is still missing, class by class.
	Missing = "missing"
	// Sheet is what a graduate checks and signs, a page a person (KG-059).
	Sheet = "sheet"
	// Site is the data in the order of the centre's site (KG-013).
	Site = "site"
	// OnSite is who stands at the centre's site, where that is the place of record.
	OnSite = "onsite"
	// Photos are the portraits as they are glued onto the card (UA-049).
	Photos = "photos"
	// Copies are copies of documents for the kit, which the graduate certifies (UA-025).
	Copies = "copies"
	// Sample is a filled-in card of nobody (UA-046).
	Sample = "sample"
	// Pictured is Sheet with the photo and the sides of the passport.
	Pictured = "pictured"
	// Album are the portraits of a class, for looking over.
	Album = "album"
	// Privacy tells a person what the source says of personal data (UA-066).
	Privacy = "privacy"
	// Hint shows a participant how to make out the own card (UA-047, UA-052).
	Hint = "hint"
	// Labels are for copies that were made elsewhere (UA-026).
	Labels = "labels"
	// Payments is who has paid and who has not, where the campaign has payments (KG-064).
	Payments = "payments"
	// Kit is the control sheet of a kit: its papers, what is looked at, what is missing (F-08).
	Kit = "kit"
	// Intake is the receipt for the papers that a graduate has handed in (UA-158).
	Intake = "intake"
	// Tracking is what a participant follows the own papers by (UA-150, UA-157).
	Tracking = "tracking"
	// Envelopes is the register of the individual envelopes that came, with a place to sign for each
	// (UA-074).
	Envelopes = "envelopes"
	// AddressLabels are a sheet of labels with the addresses of the centre and of the school,
	// ParcelLabel is a large one with both, Envelope the face of an envelope for kits.
	AddressLabels = "address_labels"
	ParcelLabel   = "parcel_label"
	Envelope      = "envelope"
	// Cover is the covering letter of a list, where the campaign has switched it on.
	Cover = "cover"
	// Package is by what a package is counted, Inventory what lies in it, Outgoing the register of
	// all that was sent.
	Package   = "package"
	Inventory = "inventory"
	Outgoing  = "outgoing"
	// Grouped is the post's own list of what is handed in together, its form 103 (F-09).
	Grouped = "grouped"
	// Message is the sheet that goes with messages to the centre, signed.
	Message = "message"
	// Progress is how far the school is, what is late and what comes next (F-02).
	Progress = "overview"
)

// The endings of the files that documents are written to.
const (
	FormatPDF   = ".pdf"
	FormatExcel = ".xlsx"
)

// Job says what to print, for whom.
type Job struct {
	// Document is the code of one of the [Documents].
	Document string
	// Format is one of its formats, the ending of the file.
	Format string
	Class  string
	// Only are ids: a selection, or a part of a class (UA-132).
	Only []string
	// Status and Card choose among those: how far their registration is, and their printed card;
	// empty for all.
	Status data.Status
	Card   data.CardState
	// List and Package are the ids of a list and of a package of which the people are chosen; empty
	// for no such choice. A document about a package needs one.
	List, Package string
	// Messages are the ids of messages to the centre that a document is about; of those that have no
	// receipt yet where none is named, else of the last.
	Messages []string
	// Final asks for the list that is signed and sent: nobody on it without a
	// number of the centre.
	Final bool
	// OutgoingDate in any spelling and OutgoingNumber; empty leaves a line for the pen.
	OutgoingDate, OutgoingNumber string
	// Paper is one of [Document.Papers], "" for the usual one.
	Paper string
	// Each is how often it has each, 0 for as often as usual.
	Each int
	// Offset moves what is printed on the sheet.
	Offset Offset
	// Blank asks for one without a name, to be filled in by hand: nobody is in it.
	Blank bool
	// Language is that of a document whose language can be chosen, "" for the campaign's.
	Language string
	// Again is the number of an entry of the history: what was printed then is printed as it was,
	// and says itself all the rest but the format. 0 for what is printed as it is now (F-20).
	Again int64
}

// Offset is by how many mm something is moved to the right and down.
type Offset struct{ Right, Down float64 }

// Printed says what was printed.
type Printed struct {
	Graduates int
	// Pages counts them, 0 of a workbook.
	Pages int
	// Then is the day on which it was printed as it is printed again, "" of what is new.
	Then data.Date
	// To is to whom it goes, see [campaign.Campaign.Recipient] (KG-013).
	To string
	// IDs are those of the graduates, in their order.
	IDs []string
	// Drafts are those who stand there with a draft number.
	Drafts []Unready
	Left   []Left
	// Doubted are those whose picture in it the rules have found something in, which nobody has
	// answered; they are printed as the others are.
	Doubted []Doubted
	// Copied are those whose copies are not all that the originals are, and what is missing.
	Copied []Doubted
	// Unready are those in a document that leaves the school with whom something is wrong or lacking;
	// they are printed as the others are.
	Unready []Unready
	// Against are those on a final list who should not be on it, with the reasons; they are printed as the
	// others are.
	Against []Doubted
	// Picked are those in a document that is only for whom somebody has picked, where they are several.
	Picked []Unready
	// Registered counts those on a list with whom the register goes along (UA-058).
	Registered int
	// Unconfirmed says that no source confirms how the paper looks.
	Unconfirmed bool
	// Worded says that its words are ours: no source confirms them.
	Worded bool
	// Impersonal says that it is about nobody.
	Impersonal bool
	// Notes say what there is to mend, or to write into it by hand.
	Notes []data.Phrase
}

// Named says that somebody stands in the document whom a person looks at before it is printed: with a
// remark in the picture, not ready, on a final list where something stands against it, or one of
// several who are picked. It is printed when that person agrees.
func (p *Printed) Named() bool {
	return len(p.Doubted) > 0 || len(p.Unready) > 0 || len(p.Against) > 0 || len(p.Picked) > 0
}

// Left is a graduate whom a document leaves out, and why: an id of data/text under
// "print.left." (UA-134).
type Left struct{ ID, Name, Reason string }

// Doubted is a graduate with what is found in the picture that is printed, or stands against a list.
type Doubted struct {
	ID, Name string
	// Found are sentences.
	Found []data.Phrase
}

// Unready is a graduate who is named, as not ready, picked or without a number, with the class.
type Unready struct{ ID, Name string }

// Graduate is whom a paper is for, with what the check finds that day.
type Graduate struct {
	*data.Graduate
	Findings []data.Finding
	// Against is what stands against a list that is final with the graduate on it.
	Against []data.Phrase
}

// audience is whom a document is for.
type audience struct {
	on   []Graduate
	left []Left
	// registered is how many of them stand in the register that goes along.
	registered int
}

// Portrait is the photo of somebody's face as it is printed: see [reports.Picture].
type Portrait = reports.Picture

// Size is so wide and high, in mm.
type Size struct{ Width, Height float64 }

// Side is a side or page of a document as it is printed: see [reports.CopiedSide].
type Side = reports.CopiedSide

// Scanned is what a file shows of a document. Pages is how many pages it has, which may be more
// than are printed; 0 for a picture.
type Scanned struct {
	Sides []Side
	Pages int
}

// each makes something of every one of them.
func each[T any](on []Graduate, of func(Graduate) (T, error)) ([]T, error) {
	all := make([]T, 0, len(on))
	for _, g := range on {
		made, err := of(g)
		if err != nil {
			return nil, err
		}
		all = append(all, made)
	}
	return all, nil
}

// parted parts the chosen into those in a document and those whom it leaves out, by a reason of
// "print.left."; where it leaves out all of them the error has the code none.
func parted(chosen []Graduate, none string, reason func(Graduate) string) (audience, error) {
	var whom audience
	for _, g := range chosen {
		if why := reason(g); why != "" {
			whom.left = append(whom.left, Left{ID: g.ID, Name: g.FullName(), Reason: why})
			continue
		}
		whom.on = append(whom.on, g)
	}
	if len(whom.on) == 0 {
		return audience{}, data.Fail(none, nil)
	}
	return whom, nil
}

// doubted are those in whose pictures something is found.
func doubted(on []Graduate, found func(Graduate) []data.Phrase) (all []Doubted) {
	for _, g := range on {
		if said := found(g); len(said) > 0 {
			all = append(all, Doubted{ID: g.ID, Name: nameAndClass(g.Graduate), Found: said})
		}
	}
	return all
}
