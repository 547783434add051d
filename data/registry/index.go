package registry

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/text/collate"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/phone"
)

// index holds all graduates of the open registry in memory, in the order of class
// and name, with what search and the finding of duplicates need ready made.
type index struct {
	campaign *campaign.Campaign
	home     phone.Home
	names    *collate.Collator
	buffer   collate.Buffer
	// words are the sort keys of classes, given names and patronymics, which repeat.
	words   map[string][]byte
	byID    map[string]*entry
	ordered []*entry
	// persons (name and birth date), byName, documents, cards and phones hold the entries that are not removed.
	persons, byName, documents, cards, phones map[string][]*entry
	// oldCards hold them by the card numbers of their earlier attempts.
	oldCards map[string][]*entry
	// receipts hold them by the numbers of their receipts.
	receipts map[string][]*entry
	// pictures hold them by the prints of their photos and scans.
	pictures map[string][]*entry
	// faces are the portraits of all, nil when one of them has changed since: see [index.allFaces].
	faces []faceOf
	// lastYear are the looks of the portraits of the season before: see [lastYear].
	lastYear []uint64
	// listed hold all by the ids of the lists that they are on.
	listed map[string][]*entry
	// cardLengths count the card numbers by how many digits they have.
	cardLengths map[int]int
	lastSerial  int
	// present and classes are the answers of [index.there] and [View.Classes], nil when somebody was put in or taken
	// out since.
	present []*entry
	classes []string
	// haystacks are those of all in their order, in one text, and ends where each ends there: see [index.having].
	haystacks string
	ends      []int
	// bytes count those of the haystacks.
	bytes [256]int
	// lacking is the answer of [View.Lacking], nil when something was checked or changed since.
	lacking []string
	// changes counts the changes since the registry was opened.
	changes int
}

// entry is one graduate of the index. Its graduate is never altered, only replaced.
type entry struct {
	graduate *data.Graduate
	// keys are those of [keysOf], under which it stands in the maps of [index.byKeys].
	keys     [5]string
	haystack string
	sortKey  []byte
	// findings and row are those of the day checked, "" for none; daySeen is as the campaign sees that day.
	findings []data.Finding
	row      Row
	checked  data.Date
	daySeen  string
	// moved says that the papers are elsewhere than the row knows.
	moved bool
}

// Row is a graduate with what follows from the facts. The graduate is shared and
// must not be altered.
type Row struct {
	Graduate *data.Graduate
	// Status is how far the registration is, Form how far its form alone is.
	Status, Form data.Status
	// Trail is where its papers are; KitDone says that its kit is received, nothing is missing in it
	// and every question about it is answered.
	Trail   data.Trail
	KitDone bool
	// Next is what is to be done next.
	Next data.Next
	// OwnWay says that the registration goes past the school's lists (UA-054, UA-064), Via is how, as
	// the campaign's route says, and Route the code of that.
	OwnWay     bool
	Via, Route string
	// Home says that the centre sends the envelope past the school (UA-073).
	Home bool
	// Due is the last day for what is still to be sent or entered at the centre's site, nil where
	// nothing is; Late is by how many days too late something was sent (F-03).
	Due  *campaign.Date
	Late int
	Site data.SiteState
	Card data.CardState
	// Printed is the day on which the card was printed as it is checked and signed, or for the last
	// time before it changed; "" for never.
	Printed data.Date
	// Images is how the photos and scans stand; ImagesHold says that what they lack holds somebody up,
	// not only a picture that nobody asked for and nobody has looked at.
	Images     data.ImagesState
	ImagesHold bool
	// DraftNumber is the school's own number of the card.
	DraftNumber string
	// Errors counts the findings that must be mended.
	Errors int
	// First is the finding to look at first, nil when there is none. Aside is one that holds nobody
	// up: it is told beside the state.
	First, Aside *data.Finding
	// Mend are the fields in which something must be mended, in the order of the findings; those of
	// photos and scans are left out, MendFiles says that there are some.
	Mend      []string
	MendFiles bool
	// ReceiptDoubted says that a receipt is to be looked at (KG-064).
	ReceiptDoubted bool
}

func newIndex(c *campaign.Campaign) *index {
	return &index{
		campaign:  c,
		home:      phone.HomeOf(c.PhoneRegion),
		names:     c.Names(),
		words:     map[string][]byte{},
		byID:      map[string]*entry{},
		persons:   map[string][]*entry{},
		byName:    map[string][]*entry{},
		documents: map[string][]*entry{},
		cards:     map[string][]*entry{},
		phones:    map[string][]*entry{},
		oldCards:  map[string][]*entry{},
		receipts:  map[string][]*entry{},
		pictures:  map[string][]*entry{},
		listed:    map[string][]*entry{},

		cardLengths: map[int]int{},
	}
}

// add takes a graduate in; the caller sorts when all are in.
func (x *index) add(g *data.Graduate) { x.put(x.entryOf(g)) }

// entryOf makes the entry of a graduate, of which the index knows nothing yet.
func (x *index) entryOf(g *data.Graduate) *entry { return x.inPlace(x.begin(g)) }

// begin makes an entry without its place. Several may be made at once.
func (x *index) begin(g *data.Graduate) *entry {
	name := g.NameKey()
	return &entry{graduate: g, keys: keysOf(g, name), haystack: x.haystack(g, name)}
}

// inPlace gives an entry its place among the others.
func (x *index) inPlace(e *entry) *entry {
	e.sortKey = x.sortKey(e.graduate)
	return e
}

// prepare makes the entries of graduates while their change goes to the disk, and gives them
// when it is asked for them. Until then nothing is put into the index. A panic comes there.
func (x *index) prepare(graduates []*data.Graduate) func() []*entry {
	entries, fault := make([]*entry, len(graduates)), make(chan any, 1)
	go func() {
		defer func() { fault <- recover() }()
		for i, g := range graduates {
			entries[i] = x.entryOf(g)
		}
	}()
	return func() []*entry {
		if fault := <-fault; fault != nil {
			panic(fault)
		}
		return entries
	}
}

// put takes an entry in; the caller sorts when all are in.
func (x *index) put(e *entry) {
	x.forgetOrder()
	x.byID[e.graduate.ID] = e
	x.ordered = append(x.ordered, e)
	x.linkLists(e)
	x.link(e)
	for i := range e.graduate.Registrations {
		x.lastSerial = max(x.lastSerial, e.graduate.Registrations[i].DraftSerial)
	}
}

// replace puts a changed graduate in the place of its earlier revision.
func (x *index) replace(g *data.Graduate) { x.exchange(x.entryOf(g)) }

func (x *index) exchange(e *entry) {
	old, usual := x.byID[e.graduate.ID], x.usualCard()
	x.touch(old)
	x.unlink(old)
	x.ordered = slices.DeleteFunc(x.ordered, func(e *entry) bool { return e == old })
	x.put(e)
	x.ordered = x.ordered[:len(x.ordered)-1]
	at, _ := slices.BinarySearchFunc(x.ordered, e, compareEntries)
	x.ordered = slices.Insert(x.ordered, at, e)
	x.touch(e)
	x.touchCards(usual)
}

func (x *index) sort() {
	x.forgetOrder()
	slices.SortFunc(x.ordered, compareEntries)
}

// forgetOrder forgets what follows from who is there, and in which order.
func (x *index) forgetOrder() { x.present, x.classes, x.haystacks = nil, nil, "" }

func compareEntries(a, b *entry) int {
	if c := bytes.Compare(a.sortKey, b.sortKey); c != 0 {
		return c
	}
	return strings.Compare(a.graduate.ID, b.graduate.ID)
}

// sortable takes out of names what does not count in the order.
var sortable = strings.NewReplacer(string(data.Apostrophe), "", "-", " ")

// sortKey orders by class, surname, given name, patronymic in the campaign's
// alphabet. An apostrophe does not count, a hyphen counts as a space (F-12).
func (x *index) sortKey(g *data.Graduate) []byte {
	key := make([]byte, 0, 256)
	for _, word := range [...]string{g.Class, g.GivenName, g.Patronymic} {
		if _, known := x.words[word]; !known && len(x.words) < mostWords {
			x.words[word] = x.appendKey(nil, word)
		}
	}
	for _, part := range [...]string{g.Class, g.Surname, g.GivenName, g.Patronymic} {
		if word, known := x.words[part]; known {
			key = append(key, word...)
		} else {
			key = x.appendKey(key, part)
		}
		key = append(key, 0, 0)
	}
	return slices.Clone(key)
}

// mostWords bounds the sort keys that are kept: a school has fewer given names.
const mostWords = 5000

func (x *index) appendKey(key []byte, word string) []byte {
	if strings.ContainsAny(word, "-"+string(data.Apostrophe)) {
		word = sortable.Replace(word)
	}
	x.buffer.Reset()
	return append(key, x.names.KeyFromString(&x.buffer, word)...)
}

// drop takes an erased graduate out.
func (x *index) drop(id string) {
	old, usual := x.byID[id], x.usualCard()
	x.touch(old)
	x.unlink(old)
	x.forgetOrder()
	x.ordered = slices.DeleteFunc(x.ordered, func(e *entry) bool { return e == old })
	delete(x.byID, id)
	x.touchCards(usual)
}

// changed makes every check run again, as when the rules or the school are others: what a change of
// one graduate touches says [index.touch].
func (x *index) changed() {
	x.changes++
	x.lacking, x.faces = nil, nil
	for _, e := range x.ordered {
		e.forget()
	}
}
