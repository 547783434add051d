package exchange

import "strings"

// Column is one column of a table: its name in the first line, what its cells are, and what a person
// should know of it.
type Column struct {
	Name string
	// Type is one of the types of Frictionless Table Schema that we use: "string", "integer", "date"
	// (ISO), "boolean" ("true", "false").
	Type     string
	Required bool
	// Pattern is a regular expression for the whole cell, Enum the cells that there are; none for any.
	Pattern string
	Enum    []string
	About   string
}

// column is a column and the place of its cell in a row.
type column[R any] struct {
	Column
	cell func(*R) *string
}

// table is one kind of rows: name.csv.
type table[R any] struct {
	name    string
	about   string
	columns []column[R]
	// key are the columns that tell rows apart, graduate says that the column "graduate" names a row
	// of graduates.csv.
	key      []string
	graduate bool
	// clash names a column whose cell does not go with those of others, "" for none; nil where any do.
	clash func(*R) string
	// fields are the cells of columns that no table knows of itself but the campaign, nil for none.
	fields func(*R) *map[string]string
}

const (
	patternID     = `[a-z0-9_-]{1,64}`
	patternSHA256 = `[0-9a-f]{64}`
	patternDay    = `[0-9]{4}-[0-9]{2}-[0-9]{2}`
	patternFile   = `files/[0-9a-f]{64}\.(jpg|png|pdf)`
)

func text[R any](name, about string, cell func(*R) *string) column[R] {
	return column[R]{Column{Name: name, Type: "string", About: about}, cell}
}

func (c column[R]) must() column[R] { c.Required = true; return c }

func (c column[R]) like(pattern string) column[R] { c.Pattern = pattern; return c }

func (c column[R]) of(kind string) column[R] { c.Type = kind; return c }

func (c column[R]) among(cells ...string) column[R] { c.Enum = cells; return c }

func (c column[R]) date() column[R] { return c.of("date").like(patternDay) }

var graduateTable = table[Graduate]{
	name: "graduates", about: "one person a row, with the current registration", key: []string{"id"},
	columns: []column[Graduate]{
		text("id", "of the school's registry, the same in every message", func(g *Graduate) *string { return &g.ID }).must().like(patternID),
		text("key", "the campaign's person key: card number or phone", func(g *Graduate) *string { return &g.Key }).must(),
		text("action", "what is asked for", func(g *Graduate) *string { return &g.Action }).must().among(ActionAdd, ActionChange, ActionWithdraw),
		text("reason", "why somebody is withdrawn", func(g *Graduate) *string { return &g.Reason }),
		text("before", "the SHA-256 of the record as it was sent last", func(g *Graduate) *string { return &g.Before }).like(patternSHA256),
		text("attempt", "which registration of the person it is, from 1", func(g *Graduate) *string { return &g.Attempt }).must().of("integer").like(`[1-9][0-9]?`),
		text("kind", "why there is this attempt", func(g *Graduate) *string { return &g.Kind }).must().among("first", "reregistration", "retry"),
		text("surname", "", func(g *Graduate) *string { return &g.Surname }).must(),
		text("given_name", "", func(g *Graduate) *string { return &g.GivenName }),
		text("patronymic", "", func(g *Graduate) *string { return &g.Patronymic }),
		text("sex", "", func(g *Graduate) *string { return &g.Sex }).among("m", "f"),
		text("birth_date", "", func(g *Graduate) *string { return &g.BirthDate }).date(),
		text("class", "", func(g *Graduate) *string { return &g.Class }),
		text("phone", "E.164", func(g *Graduate) *string { return &g.Phone }).like(`\+[0-9]{5,15}`),
		text("document_kind", "a code of the campaign", func(g *Graduate) *string { return &g.DocumentKind }),
		text("document_series", "", func(g *Graduate) *string { return &g.DocumentSeries }),
		text("document_number", "", func(g *Graduate) *string { return &g.DocumentNumber }),
		text("category", "a code of the campaign", func(g *Graduate) *string { return &g.Category }),
		text("marks", "codes of the campaign, joined by blanks", func(g *Graduate) *string { return &g.Marks }),
		text("card_number", "the centre's own number", func(g *Graduate) *string { return &g.CardNumber }),
		text("language", "of the tasks; a code of the campaign, empty for its own", func(g *Graduate) *string { return &g.Language }),
		text("additional_reason", "for the additional session; a code of the campaign", func(g *Graduate) *string { return &g.AdditionalReason }),
		text("route", "the way of submission; a code of the campaign", func(g *Graduate) *string { return &g.Route }),
		text("package", "number of the school's package with the papers", func(g *Graduate) *string { return &g.Package }).of("integer").like(`[1-9][0-9]{0,5}`),
		text("list", "number of the school's list that names the person", func(g *Graduate) *string { return &g.List }).of("integer").like(`[1-9][0-9]{0,5}`),
	},
	fields: func(g *Graduate) *map[string]string { return &g.Fields },
}

var subjectTable = table[Subject]{
	name: "subjects", about: "one chosen subject a row", key: []string{"graduate", "subject"}, graduate: true,
	columns: []column[Subject]{
		text("graduate", "id of the graduate", func(s *Subject) *string { return &s.Graduate }).must().like(patternID),
		text("subject", "a code of the campaign", func(s *Subject) *string { return &s.Subject }).must(),
		text("level", "a code of the campaign", func(s *Subject) *string { return &s.Level }),
		text("attestation", "whether the result is the school's final mark", func(s *Subject) *string { return &s.Attestation }).must().of("boolean").among("true", "false"),
	},
}

var conditionTable = table[Condition]{
	name: "conditions", about: "one special condition or privilege a row", key: []string{"graduate", "kind", "code"}, graduate: true,
	columns: []column[Condition]{
		text("graduate", "id of the graduate", func(c *Condition) *string { return &c.Graduate }).must().like(patternID),
		text("kind", "", func(c *Condition) *string { return &c.Kind }).must().among(KindCondition, KindPrivilege),
		text("code", "a code of the campaign", func(c *Condition) *string { return &c.Code }).must(),
	},
}

var documentTable = table[Document]{
	name: "documents", about: "one photo or scan a row", key: []string{"graduate", "place"}, graduate: true,
	clash: func(d *Document) string {
		if d.File == "" || strings.HasPrefix(d.File, FilePath(d.SHA256, "")) {
			return ""
		}
		return "file"
	},
	columns: []column[Document]{
		text("graduate", "id of the graduate", func(d *Document) *string { return &d.Graduate }).must().like(patternID),
		text("place", "the place in the form where it is attached", func(d *Document) *string { return &d.Place }).must(),
		text("sha256", "of the file", func(d *Document) *string { return &d.SHA256 }).must().like(patternSHA256),
		text("bytes", "size of the file", func(d *Document) *string { return &d.Bytes }).must().of("integer").like(`[1-9][0-9]{0,8}`),
		text("file", "path under data; empty where the same file was sent before", func(d *Document) *string { return &d.File }).like(patternFile),
	},
}

var paymentTable = table[Payment]{
	name: "payments", about: "one receipt of a fee a row", key: []string{"graduate", "id"}, graduate: true,
	columns: []column[Payment]{
		text("graduate", "id of the graduate", func(p *Payment) *string { return &p.Graduate }).must().like(patternID),
		text("id", "of the receipt", func(p *Payment) *string { return &p.ID }).must().like(patternID),
		text("type", "a code of the campaign", func(p *Payment) *string { return &p.Type }).must(),
		text("amount", "in whole units of the campaign's currency", func(p *Payment) *string { return &p.Amount }).must().of("integer").like(`0|[1-9][0-9]{0,8}`),
		text("number", "of the receipt", func(p *Payment) *string { return &p.Number }).must(),
		text("added", "day of entry", func(p *Payment) *string { return &p.Added }).date(),
		text("cancelled", "day on which the school took it back", func(p *Payment) *string { return &p.Cancelled }).date(),
		text("receipt", "SHA-256 of its picture among the documents", func(p *Payment) *string { return &p.Receipt }).like(patternSHA256),
	},
}

var packageTable = table[Package]{
	name: "packages", about: "one list in a postal package a row", key: []string{"package", "list"},
	columns: []column[Package]{
		text("package", "the school's number of the package", func(p *Package) *string { return &p.Package }).must().of("integer").like(`[1-9][0-9]{0,5}`),
		text("list", "the school's number of the list", func(p *Package) *string { return &p.List }).must().of("integer").like(`[1-9][0-9]{0,5}`),
		text("date", "of the list", func(p *Package) *string { return &p.Date }).date(),
		text("number", "outgoing number of the list", func(p *Package) *string { return &p.Number }),
		text("rows", "how many people are on the list", func(p *Package) *string { return &p.Rows }).must().of("integer").like(`0|[1-9][0-9]{0,4}`),
		text("operator", "who carries it; a code of the campaign", func(p *Package) *string { return &p.Operator }),
		text("item", "as what; a code of the campaign", func(p *Package) *string { return &p.Item }),
		text("tracking", "", func(p *Package) *string { return &p.Tracking }),
		text("postmark", "day of the stamp", func(p *Package) *string { return &p.Postmark }).date(),
	},
}

var receiptTable = table[Receipt]{
	name: "receipts", about: "what has become of one record of the answered message a row", key: []string{"graduate"},
	columns: []column[Receipt]{
		text("graduate", "id of the graduate", func(r *Receipt) *string { return &r.Graduate }).must().like(patternID),
		text("key", "the campaign's person key", func(r *Receipt) *string { return &r.Key }).must(),
		text("attempt", "", func(r *Receipt) *string { return &r.Attempt }).must().of("integer").like(`[1-9][0-9]?`),
		text("verdict", "", func(r *Receipt) *string { return &r.Verdict }).must().among(VerdictAccepted, VerdictWarning, VerdictRejected, VerdictHeld),
		text("codes", "why, joined by blanks", func(r *Receipt) *string { return &r.Codes }),
		text("note", "in the centre's words", func(r *Receipt) *string { return &r.Note }),
	},
}

var stateTable = table[State]{
	name: "states", about: "one decision or record of the centre a row", key: []string{"graduate", "attempt", "about", "of"},
	columns: []column[State]{
		text("graduate", "id of the graduate", func(s *State) *string { return &s.Graduate }).must().like(patternID),
		text("key", "the campaign's person key", func(s *State) *string { return &s.Key }).must(),
		text("attempt", "", func(s *State) *string { return &s.Attempt }).must().of("integer").like(`[1-9][0-9]?`),
		text("about", "what it is about", func(s *State) *string { return &s.About }).must().among(AboutCard, AboutReceived, AboutAnswer, AboutWithdrawn, AboutAppeal, AboutPayment, AboutEnvelope, AboutState),
		text("of", "which one: the id of a payment", func(s *State) *string { return &s.Of }),
		text("state", "what was decided", func(s *State) *string { return &s.State }),
		text("on", "day of it", func(s *State) *string { return &s.On }).date(),
		text("number", "of the card, the certificate or the minutes", func(s *State) *string { return &s.Number }),
		text("reasons", "codes of the campaign, joined by blanks", func(s *State) *string { return &s.Reasons }),
		text("returned", "papers that come back; codes of the campaign, joined by blanks", func(s *State) *string { return &s.Returned }),
		text("kept", "papers that stay; codes of the campaign, joined by blanks", func(s *State) *string { return &s.Kept }),
		text("tracking", "of the letter", func(s *State) *string { return &s.Tracking }),
		text("note", "in the centre's words", func(s *State) *string { return &s.Note }),
	},
}
