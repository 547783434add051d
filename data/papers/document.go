package papers

import (
	"io"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

// Document is a row of the table of documents: all that tells one from another.
type Document struct {
	// Code names it on the command line and in the history.
	Code string
	// Title is for data/text to word: a sentence of the program, or the campaign's own
	// words for a paper of its kit.
	Title any
	// Word is the last word of the ids of data/text that a document of the table has; ""
	// for a paper of the kit.
	Word string
	// Formats are the endings of file names that it can be written to.
	Formats []string
	// Impersonal says that it is about no graduate: nobody is chosen for it, and nobody stands in it.
	Impersonal bool
	// Sent says that it tells of lists and packages, or of messages: it is offered where those are
	// shown. Packed says that it is about one package, Written that it is about messages to the centre.
	Sent, Packed, Written bool
	// Followed says that the number under which somebody's papers were posted stands in it, which is
	// known of the package.
	Followed bool
	// Blank says that it can be printed without a name too.
	Blank bool
	// Picked says that it is for persons who ask for it themselves, as a withdrawal: somebody picks
	// them, no class and not everybody.
	Picked bool
	// Numbered says that the numbers of cards stand in it.
	Numbered bool
	// Checked says that it depends on what the check finds.
	Checked bool
	// Outgoing says that it leaves the school under a date and a number, and is final when
	// it is signed.
	Outgoing bool
	// Layout says that it is drawn in the campaign's layout of cards, which may wait to be
	// confirmed.
	Layout bool
	// Languages says that its language can be chosen: it goes to the graduate, or stays with
	// who reads another one. Words that are copied from it stay those of the campaign.
	Languages bool
	// Papers are the codes of the papers that it can be printed on, the usual one first; none
	// where there is A4 alone.
	Papers []string
	// Each is how often it usually has each, where that can be chosen; else 0.
	Each int
	// OneSided says that the backs of its sheets stay empty: they are cut, glued onto, or go to
	// different people.
	OneSided bool
	// Moved says that what is printed can be moved on the sheet.
	Moved bool
	// To is to whom it goes, as a code of package data, "" for one that stays.
	To string
	// places are those of the campaign file whose words stand in it, which no source may
	// confirm.
	places []string
	// File begins the name of a file that nobody has named.
	File string

	// apart says that it goes without a kit: nobody in it need be ready.
	apart bool
	// has says which campaigns have it, nil for all of them.
	has func(*campaign.Campaign) bool
	// each is how often it usually has each, nil where that cannot be chosen.
	each func(*campaign.Campaign) int
	// papers says what the campaign has it printed on, nil where that is the same everywhere.
	papers func(*campaign.Campaign) []string
	// who parts the chosen into those in it and those left out; nil takes everybody.
	who func(*Source, []Graduate) (audience, error)
	// doubts says what is found in the pictures that are printed, nil where there are none.
	doubts func(*Source, []Graduate) []Doubted
	// notes say what there is to mend or to write by hand in it, nil where nothing can be.
	notes func(*Source) []data.Phrase
	// write draws it for those in it, who are at least one, or nobody where it is impersonal; the
	// source speaks the language of the job where that can be chosen.
	write func(*Source, io.Writer, Job, []Graduate) error
}

// table has the documents in the order in which they are offered.
var table = []Document{
	{Code: Card, File: "cards", Formats: []string{FormatPDF}, To: data.ToCentre, Numbered: true, OneSided: true, Layout: true, write: writeCards},
	{Code: List, File: "list", Formats: []string{FormatPDF, FormatExcel}, To: data.ToCentre, Numbered: true, Checked: true, Outgoing: true,
		has: hasList, who: (*Source).onList, write: writeList},
	{Code: Register, File: "register", Formats: []string{FormatPDF}, To: data.ToCentre, Checked: true,
		places: []string{"list.register.title", "list.register.subtitle"}, has: hasRegister, who: (*Source).inRegister, write: writeRegister},
	{Code: Missing, File: "missing", Formats: []string{FormatPDF, FormatExcel}, To: data.ToTeacher, Languages: true, Checked: true, write: writeMissing},
	{Code: Sheet, File: "sheet", Formats: []string{FormatPDF}, To: data.ToGraduate, Languages: true, Numbered: true, OneSided: true, Checked: true, write: sheets((*Source).CheckSheet, reports.CheckSheets)},
	{Code: Pictured, File: "pictured", Formats: []string{FormatPDF}, To: data.ToGraduate, Languages: true, Numbered: true, OneSided: true, Checked: true, has: hasPictured, write: sheets((*Source).picturedSheet, reports.CheckSheets)},
	{Code: Site, File: "site", Formats: []string{FormatPDF}, Languages: true, OneSided: true, places: []string{"site_page.fields"}, has: hasSite, write: writeSite},
	{Code: OnSite, File: "onsite", Formats: []string{FormatPDF}, Languages: true, Checked: true, has: recordedOnSite, write: writeOnSite},
	{Code: Photos, File: "photos", Formats: []string{FormatPDF}, Languages: true, OneSided: true, Papers: reports.PhotoPapers(), each: copiesOf,
		has: hasPhotos, who: (*Source).withPhoto, doubts: (*Source).doubtedPhotos, write: writePhotos},
	{Code: Copies, File: "copies", Formats: []string{FormatPDF}, OneSided: true, To: data.ToGraduate, has: hasCopies, who: (*Source).withScan, doubts: (*Source).doubtedScans, write: writeCopies},
	{Code: Labels, File: "labels", Formats: []string{FormatPDF}, OneSided: true, To: data.ToGraduate, Moved: true, each: one, has: hasCertifiedLabels, write: writeCertifiedLabels},
	{Code: Sample, File: "sample", Formats: []string{FormatPDF}, Impersonal: true, Layout: true, places: []string{"sample.note"}, has: hasSample, write: writeSample},
	{Code: Album, File: "album", Formats: []string{FormatPDF}, OneSided: true, To: data.ToTeacher, Languages: true, has: hasAlbum, write: writeAlbum},
	{Code: Privacy, File: "privacy", Formats: []string{FormatPDF}, OneSided: true, To: data.ToGraduate, Blank: true, places: []string{"notice.title", "notice.acknowledged"}, has: hasNotice, write: writeNotices},
	{Code: Hint, File: "hint", Formats: []string{FormatPDF}, OneSided: true, To: data.ToGraduate,
		places: []string{"card.statement_model", "hint.masculine", "hint.feminine", "hint.step"}, has: hasHint, write: writeHints},
	{Code: Kit, File: "kit", Formats: []string{FormatPDF}, Languages: true, Numbered: true, Checked: true, has: hasKits, write: sheets((*Source).KitSheet, reports.KitSheets)},
	{Code: Intake, File: "intake", Formats: []string{FormatPDF}, OneSided: true, To: data.ToGraduate, Languages: true, Numbered: true, has: hasKits, write: sheets((*Source).Intake, reports.Intakes)},
	{Code: Tracking, File: "tracking", Formats: []string{FormatPDF}, OneSided: true, To: data.ToGraduate, Languages: true, Followed: true,
		places: []string{"tracking.link", "postal_operator.tracking_url"}, has: hasTracking,
		write: sheets(func(s *Source, g Graduate) (reports.Tracking, error) { return s.Tracking(g), nil }, reports.Trackings)},
	{Code: Envelopes, File: "envelopes", Formats: []string{FormatPDF}, Numbered: true, apart: true, has: hasEnvelopes, who: (*Source).withEnvelope, write: writeEnvelopes},
	{Code: Cover, File: "cover", Formats: []string{FormatPDF}, OneSided: true, To: data.ToCentre, Outgoing: true, Checked: true,
		places: []string{"cover.body"}, has: hasCover, who: (*Source).onList, write: writeCover},
	{Code: AddressLabels, File: "address_labels", Formats: []string{FormatPDF}, OneSided: true, Impersonal: true, Moved: true, has: hasLabels, notes: (*Source).postNotes, write: writeLabels},
	{Code: ParcelLabel, File: "parcel_label", Formats: []string{FormatPDF}, OneSided: true, Impersonal: true, Papers: reports.LabelPapers(), has: hasParcelLabel, notes: (*Source).postNotes, write: writeParcelLabel},
	{Code: Envelope, File: "envelope", Formats: []string{FormatPDF}, OneSided: true, Impersonal: true, papers: envelopeOf, has: hasEnvelope, notes: (*Source).postNotes, write: writeEnvelope},
	{Code: Package, File: "package", Formats: []string{FormatPDF}, Sent: true, Packed: true, has: hasPackages, notes: (*Source).postNotes, write: writePackage},
	{Code: Inventory, File: "inventory", Formats: []string{FormatPDF}, Sent: true, Packed: true, OneSided: true, To: data.ToCentre, apart: true, has: hasPackages, notes: (*Source).postNotes, write: writeInventory},
	{Code: Grouped, File: "grouped", Formats: []string{FormatPDF}, Sent: true, Packed: true, apart: true, has: hasGrouped, notes: (*Source).groupedNotes, write: writeGrouped},
	{Code: Outgoing, File: "outgoing", Formats: []string{FormatPDF}, Sent: true, Impersonal: true, Languages: true, has: hasPackages, write: writeOutgoing},
	{Code: Message, File: "message-sheet", Formats: []string{FormatPDF}, Sent: true, Written: true, OneSided: true, Impersonal: true, To: data.ToCentre, apart: true, write: writeMessageSheet},
	{Code: Progress, File: "overview", Formats: []string{FormatPDF}, Impersonal: true, Languages: true, write: writeOverview},
	{Code: Payments, File: "payments", Formats: []string{FormatPDF, FormatExcel}, Languages: true, has: hasPayments, write: writePayments},
}

func hasList(c *campaign.Campaign) bool     { return c.List.Layout != "" }
func hasRegister(c *campaign.Campaign) bool { return c.List.Register.Title != "" }
func recordedOnSite(c *campaign.Campaign) bool {
	return c.RecordedOnSite() && len(c.SitePages) > 0
}
func hasSite(c *campaign.Campaign) bool { return len(c.SitePages) > 0 }

// Documents are those that a campaign has: of the table, then the papers of its kit that
// the program prints (UA-012, UA-015, UA-020).
func Documents(c *campaign.Campaign) []Document {
	var all []Document
	for i := range table {
		if table[i].isIn(c) {
			all = append(all, table[i].of(c))
		}
	}
	for i := range c.KitDocuments {
		if c.KitDocuments[i].Letter != nil {
			all = append(all, kitPaper(&c.KitDocuments[i]))
		}
	}
	return all
}

// Codes are those of the documents that a campaign can have, papers of its kit apart, and Spoken of
// those whose language can be chosen.
func Codes() []string  { return codesOf(func(*Document) bool { return true }) }
func Spoken() []string { return codesOf(func(d *Document) bool { return d.Languages }) }

func codesOf(of func(*Document) bool) (all []string) {
	for i := range table {
		if of(&table[i]) {
			all = append(all, table[i].Code)
		}
	}
	return all
}

// Told says that it is made from lists and packages too.
func (d Document) Told() bool { return d.Sent && !d.Written || d.Followed }

// isIn says that a campaign has a document of the table.
func (d *Document) isIn(c *campaign.Campaign) bool { return d.has == nil || d.has(c) }

// of is a document of the table with what the campaign says of it.
func (d Document) of(c *campaign.Campaign) Document {
	d.Word = d.called(c)
	d.Title = data.Term("document." + d.Word)
	if d.each != nil {
		d.Each = d.each(c)
	}
	if d.papers != nil {
		d.Papers = d.papers(c)
	}
	return d
}

// AboutNobody says that as it is asked for it is about no graduate.
func (d Document) AboutNobody(job Job) bool { return d.Impersonal || d.Blank && job.Blank }

// Leaves says that the school hands it out of the house with somebody's registration: who is not
// ready in it is named.
func (d Document) Leaves() bool { return d.To == data.ToCentre && !d.apart }

// PaperOf is the code of the paper that a job is printed on.
func (d Document) PaperOf(job Job) string {
	if job.Paper != "" {
		return job.Paper
	}
	if len(d.Papers) > 0 {
		return d.Papers[0]
	}
	return reports.PaperA4
}

// called is the word by which data/text names a document and the files of it: what a
// centre numbers is a card, any other printed registration a form.
func (d Document) called(c *campaign.Campaign) string {
	if d.Code == Card && !c.CardNumber.Used {
		return "form"
	}
	return d.Code
}

// DocumentOf is the document of a campaign with this code. One that the campaign does not
// have, or no longer, has no formats and a title like those of the table.
func DocumentOf(c *campaign.Campaign, code string) Document {
	for i := range table {
		if table[i].Code == code && table[i].isIn(c) {
			return table[i].of(c)
		}
	}
	if k := c.KitDocument(code); k != nil && k.Letter != nil {
		return kitPaper(k)
	}
	return Document{Code: code, Title: data.Term("document." + code)}
}

// kitPaper is a paper of the kit as a document.
func kitPaper(k *campaign.KitDocument) Document {
	d := Document{Code: k.Code, File: k.Code, Title: k.Wording(), Formats: []string{FormatPDF}, To: data.ToCentre, OneSided: true, places: []string{"kit_document.letter"},
		who:   func(s *Source, chosen []Graduate) (audience, error) { return s.whoNeeds(k, chosen) },
		notes: func(s *Source) []data.Phrase { return s.lateNotes(k.Letter) },
		write: func(s *Source, w io.Writer, _ Job, on []Graduate) error {
			letters, err := s.letters(k.Letter, on)
			if err != nil {
				return err
			}
			return reports.Letters(w, letters, s.Campaign.Language, s.own())
		}}
	d.apart = k.Apart
	// What goes by itself, and nothing in the form says for whom.
	d.Picked = k.Apart && k.Needed == "true"
	if k.Letter.Photo {
		d.doubts = (*Source).doubtedPhotos
	}
	return d
}

// sheets writes a document that has a sheet for each person.
func sheets[T any](of func(*Source, Graduate) (T, error), draw func(io.Writer, []T, string, map[string]string) error) func(*Source, io.Writer, Job, []Graduate) error {
	return func(s *Source, w io.Writer, _ Job, on []Graduate) error {
		made, err := each(on, func(g Graduate) (T, error) { return of(s, g) })
		if err != nil {
			return err
		}
		return draw(w, made, s.writtenIn(), s.own())
	}
}

func writeCards(s *Source, w io.Writer, _ Job, on []Graduate) error {
	cards, err := s.cards(on)
	if err != nil {
		return err
	}
	return reports.Print(s.Campaign.Card.Layout, w, cards, s.Campaign.Language, s.own())
}

func writeList(s *Source, w io.Writer, job Job, on []Graduate) error {
	date, err := s.outgoing(job, on)
	if err != nil {
		return err
	}
	list := s.List(on, date, job.OutgoingNumber)
	if job.Format == FormatExcel {
		return reports.ListXLSX(w, list)
	}
	return reports.ListPDF(w, list)
}

func writeRegister(s *Source, w io.Writer, _ Job, on []Graduate) error {
	return reports.RegisterPDF(w, s.Register(on), s.Campaign.Language, s.own())
}

func writeMissing(s *Source, w io.Writer, job Job, on []Graduate) error {
	missing := s.Missing(on)
	if job.Format == FormatExcel {
		return reports.MissingXLSX(w, missing, s.writtenIn(), s.own())
	}
	return reports.MissingPDF(w, missing, s.writtenIn(), s.own())
}

func writeSite(s *Source, w io.Writer, _ Job, on []Graduate) error {
	sheets, err := each(on, func(g Graduate) (reports.SiteSheet, error) { return s.campaigns().SiteSheet(g, s) })
	if err != nil {
		return err
	}
	return reports.SiteSheets(w, sheets, s.writtenIn(), s.own())
}

func writeOnSite(s *Source, w io.Writer, _ Job, on []Graduate) error {
	return reports.SiteListPDF(w, s.SiteList(on), s.writtenIn(), s.own())
}
