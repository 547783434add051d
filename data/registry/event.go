package registry

import (
	"encoding/json"
	"slices"

	"graduand/data"
	"graduand/data/registry/ledger"
)

// Kinds of events.
const (
	EventCreated  = "registry.created"
	EventSchool   = "school.changed"
	EventCalendar = "calendar.changed"
	// EventCampaign is a newer edition of the campaign's file, which took the place of the rules.
	EventCampaign = "campaign.changed"
	// EventLetterhead: the school has another letterhead, or none.
	EventLetterhead = "letterhead.changed"
	EventAdded      = "graduate.added"
	EventChanged    = "graduate.changed"
	EventRemoved    = "graduate.removed"
	EventRestored   = "graduate.restored"
	EventImported   = "roster.imported"
	// EventCentreList is the centre's own list that was taken over: the last event of its act, which
	// changed people and added those whom it names.
	EventCentreList = "roster.centre_list"
	EventPrinted    = "document.printed"
	// EventUnprinted is what a printer did not take, of which the history had told already.
	EventUnprinted = "document.unprinted"
	EventFileSaved = "file.saved"
	EventOriginals = "file.originals"
	// EventShown is what was shown to who asked by a command, and could keep it (KG-013).
	EventShown = "data.shown"
	// EventCollection is a workbook for a class teacher that was written.
	EventCollection = "file.collection"
	// EventProblems is a workbook of the rows of a class list that were not taken in.
	EventProblems = "file.problems"

	EventSignedIn        = "account.signed_in"
	EventAccountAdded    = "account.added"
	EventAccountReplaced = "account.replaced"
	EventAccountRemoved  = "account.removed"
	EventPasswordChanged = "account.password"
	EventPaperMade       = "account.paper"
	EventRecovered       = "account.recovered"
	// EventReadmitted is somebody who has lost every password and whom the centre has let in again.
	EventReadmitted = "account.readmitted"
	EventKeyChanged = "account.key"
	EventEscrowed   = "account.escrow"

	EventAccessMade     = "access.made"
	EventAccessChanged  = "access.changed"
	EventAccessRemoved  = "access.removed"
	EventAccessImported = "access.imported"
	EventAccessSheet    = "access.sheet_read"
	EventHandedOver     = "access.handed_over"
	EventTakenBack      = "access.taken_back"
	EventAccessPrinted  = "access.printed"
	EventAccessSaved    = "access.saved"

	EventFilled = "graduate.filled"
	// EventDropped is what a graduate had filled in, thrown away unread.
	EventDropped     = "graduate.dropped"
	EventBroughtBack = "graduate.brought_back"
	// EventJudged is a picture that the program has judged, other than when it was attached.
	EventJudged    = "picture.judged"
	EventTakenHome = "graduate.taken_home"

	EventListMade      = "list.made"
	EventListChanged   = "list.changed"
	EventListFinal     = "list.final"
	EventListReopened  = "list.reopened"
	EventListWithdrawn = "list.withdrawn"

	EventPackageMade     = "package.made"
	EventPackageChanged  = "package.changed"
	EventPackageClosed   = "package.closed"
	EventPackageOpened   = "package.opened"
	EventPackagePosted   = "package.posted"
	EventPackageReceived = "package.received"
	EventPackageDropped  = "package.dropped"

	// EventEnrolled: the school has got its code at the centre, or other keys of its own or of the centre.
	EventEnrolled        = "message.enrolled"
	EventMessageSent     = "message.sent"
	EventMessageReceived = "message.received"

	EventErased = ledger.KindErased
	// EventLost is a graduate whose record was spoilt and set aside.
	EventLost = ledger.KindSetAside

	EventBackedUp     = "registry.backed_up"
	EventRestoredFile = "registry.restored"
	EventClosed       = "registry.closed"
	EventMoved        = "registry.moved"
	EventReopened     = "registry.reopened"
	EventSetAside     = "registry.set_aside"
	EventErasedSome   = "registry.erased_some"
	EventErasedImages = "registry.erased_images"
	EventErasedAll    = "registry.erased"

	// EventNextYear is a registry of the next campaign that was begun from this one; there
	// EventBegun is the first event, in the place of EventCreated.
	EventNextYear = "registry.next_year"
	EventBegun    = "registry.begun"
	// EventLastYearForgotten is what was known of last year's portraits, taken away.
	EventLastYearForgotten = "registry.last_year_forgotten"
)

// EventKinds are all of them, in the order of a filter.
func EventKinds() []string {
	return []string{EventAdded, EventChanged, EventFilled, EventDropped, EventJudged, EventBroughtBack, EventRemoved, EventRestored, EventImported, EventCentreList,
		EventPrinted, EventUnprinted, EventShown, EventFileSaved, EventOriginals, EventCollection, EventProblems, EventAccessMade, EventAccessChanged, EventAccessRemoved, EventAccessSheet, EventAccessImported, EventHandedOver, EventTakenBack, EventAccessPrinted, EventAccessSaved,
		EventTakenHome, EventListMade, EventListChanged, EventListFinal, EventListReopened, EventListWithdrawn,
		EventPackageMade, EventPackageChanged, EventPackageClosed, EventPackageOpened, EventPackagePosted, EventPackageReceived, EventPackageDropped,
		EventEnrolled, EventMessageSent, EventMessageReceived,
		EventSchool, EventCampaign, EventCalendar, EventLetterhead, EventSignedIn, EventAccountAdded, EventAccountReplaced, EventAccountRemoved,
		EventPasswordChanged, EventPaperMade, EventRecovered, EventReadmitted, EventKeyChanged, EventEscrowed, EventBackedUp, EventRestoredFile, EventClosed, EventMoved, EventNextYear,
		EventReopened, EventSetAside, EventLost, EventErased, EventErasedSome, EventErasedImages, EventErasedAll, EventLastYearForgotten, EventCreated, EventBegun}
}

// FieldChange is what one field was and became.
type FieldChange struct {
	Field  string `json:"field"`
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
}

// EventBody is the personal part of an event. After is the whole graduate of an
// addition; Changes lead from one revision to the next.
type EventBody struct {
	By      string         `json:"by,omitempty"`
	Note    string         `json:"note,omitempty"`
	Changes []FieldChange  `json:"changes,omitempty"`
	After   *data.Graduate `json:"after,omitempty"`
	Refused []FieldChange  `json:"refused,omitempty"`
	Fact    *data.Fact     `json:"fact,omitempty"`
	// Accesses are all of the graduate's after a change of one.
	Accesses []data.Access `json:"accesses,omitempty"`
	Failures int           `json:"failures,omitempty"`
	// Batch is the number of the first event of an act that changed several graduates, each with
	// an event; 0 for an act of one, and of a program before this field was.
	Batch int64 `json:"batch,omitempty"`
	Role  Role  `json:"role,omitempty"`
	// To says to whom a file goes that leaves the school, as it was said (KG-013).
	To string `json:"to,omitempty"`
	// Graduates are the ids that a document or an import took in.
	Graduates []string `json:"graduates,omitempty"`
	// Away says that a copy was written to another disk than that of the registry.
	Away bool `json:"away,omitempty"`
	// Looks is how many portraits of this registry the next one knows by their looks.
	Looks int `json:"looks,omitempty"`
	// Ills are the codes of what was ill in a copy, or set aside.
	Ills []string `json:"ills,omitempty"`
	// Taken are the ids of the pending changes that were taken over: none is twice.
	Taken []string `json:"taken,omitempty"`
	// Of is the number of the event that this one is about, where it is about another.
	Of int64 `json:"of,omitempty"`
	// SHA256 is that of the file that was printed or read, in hexadecimal.
	SHA256 string `json:"sha256,omitempty"`
	// Print is how a document was printed, nil of a program before this field was.
	Print *Print `json:"print,omitempty"`
	// Letterhead is the one that a school has from then on.
	Letterhead *data.Letterhead `json:"letterhead,omitempty"`
	// Former is the campaign's file that held until then.
	Former string `json:"former,omitempty"`
	// List and Package are one as it is from then on.
	List    *data.List    `json:"list,omitempty"`
	Package *data.Package `json:"package,omitempty"`
	// Message is one that was sent to the centre, or that came from it.
	Message *data.Message `json:"message,omitempty"`
}

// Print is how a document was printed: with the graduates as the history has them, all that
// it takes to print it again as it was (F-20).
type Print struct {
	Format   string `json:"format"`
	Language string `json:"language,omitempty"`
	Final    bool   `json:"final,omitempty"`
	// Paper is what it was printed on and Each how often it has each, where they were chosen.
	Paper string `json:"paper,omitempty"`
	Each  int    `json:"each,omitempty"`
	// Blank says that nobody stands in it who could.
	Blank bool `json:"blank,omitempty"`
	// Right and Down are by how many mm it was moved.
	Right float64 `json:"right,omitempty"`
	Down  float64 `json:"down,omitempty"`
	// Date and Number are those under which it left.
	Date   string `json:"date,omitempty"`
	Number string `json:"number,omitempty"`
	// Of is the id of the package that it is about, Lists and Packages are the school's as they were,
	// of a document that tells of them; nil of all others.
	Of       string          `json:"of,omitempty"`
	Lists    []*data.List    `json:"lists,omitempty"`
	Packages []*data.Package `json:"packages,omitempty"`
	// Messages are the ids of the messages to the centre that it is about.
	Messages []string `json:"messages,omitempty"`
	// Overview is what the overview said, as package papers has it in JSON: it names nobody. nil of all
	// other documents.
	Overview json.RawMessage `json:"overview,omitempty"`
	// School is as it was then: of itself the history keeps no earlier state.
	School data.School `json:"school"`
	// Printer is where it was printed, "" for a file, and Copies how often.
	Printer string `json:"printer,omitempty"`
	Copies  int    `json:"copies,omitempty"`
	// Seen tells, by graduate, the values on the cards that were printed apart from later ones;
	// nil of other documents.
	Seen map[string]string `json:"seen,omitempty"`
	// Again is the number of the event that was printed again as it was, 0 for none.
	Again int64 `json:"again,omitempty"`
}

// Difference lists the fields in which two revisions of one graduate differ, in
// the order in which they must be set to get from one to the other.
func Difference(before, after *data.Graduate) []FieldChange {
	var changes []FieldChange
	for _, field := range FieldsOf(before, after) {
		if was, is := before.Get(field), after.Get(field); was != is {
			changes = append(changes, FieldChange{Field: field, Before: was, After: is})
		}
	}
	return changes
}

// FieldsOf are the codes of all fields that any of the graduates may have a value in, the
// typed ones first.
func FieldsOf(graduates ...*data.Graduate) []string {
	var own []string
	for _, g := range graduates {
		for field := range g.Fields {
			own = append(own, field)
		}
		own = append(own, g.Recorded()...)
	}
	slices.Sort(own)
	return append(data.TypedFields(), slices.Compact(own)...)
}

// replay applies a stored event to the graduate that the events before it made.
func replay(g *data.Graduate, kind string, b EventBody) *data.Graduate {
	if kind == EventAdded {
		return b.After
	}
	g = g.Clone()
	switch kind {
	case EventChanged, EventFilled, EventBroughtBack, EventMessageSent, EventMessageReceived:
		for _, c := range b.Changes {
			g.Set(c.Field, c.After)
		}
	case EventRemoved:
		g.Removed = b.Fact
	case EventRestored:
		g.Removed = nil
	case EventAccessMade, EventAccessChanged, EventAccessRemoved, EventAccessImported, EventHandedOver, EventTakenBack:
		g.Accesses = b.Accesses
		for _, c := range b.Changes {
			g.Set(c.Field, c.After)
		}
	}
	return g
}

// bodyOf is the personal part of an event, empty when its graduate is gone.
func bodyOf(e ledger.Event) (b EventBody, err error) {
	if e.Err != nil || e.Body == nil {
		return b, e.Err
	}
	if err := json.Unmarshal(e.Body, &b); err != nil {
		return b, data.FailWith(err, "registry.damaged", nil)
	}
	return b, nil
}
