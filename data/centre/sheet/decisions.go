package sheet

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/centre/decision"
	"graduand/data/exchange"
	"graduand/data/phone"
	"graduand/data/roster"
	"graduand/data/text"
)

// Awaiting is a registration, or a receipt of a fee, of which a centre can decide.
type Awaiting struct {
	School, SchoolName string
	Name               string
	Record             *exchange.Record
	// Payment is the receipt that it is about, nil for the registration itself.
	Payment *exchange.Payment
	// Verdict and Codes are those of the centre's receipt, Since and Due the day on which the card came
	// and the one by which the centre answers.
	Verdict    string
	Codes      []string
	Since, Due data.Date
	// Decided is what was decided of it last, a thing each.
	Decided []exchange.State
}

// Add takes a decision into what was decided, as the centre keeps it.
func (a *Awaiting) Add(state string) error {
	var s exchange.State
	if err := json.Unmarshal([]byte(state), &s); err != nil {
		return fmt.Errorf("read decision: %w", err)
	}
	a.Decided = append(a.Decided, s)
	return nil
}

// Given is what a row was made for: what is decided in it is meant for that and nothing else.
type Given struct {
	School   string `json:"school"`
	Graduate string `json:"graduate"`
	Attempt  int    `json:"attempt"`
	Payment  string `json:"payment,omitempty"`
	// Record is the hash of the record, Decided are those of what was decided of it, by what each is about.
	Record  string            `json:"record"`
	Decided map[string]string `json:"decided,omitempty"`
}

// Fingerprint is what [Given.Decided] has of a decision, "" of none.
func Fingerprint(s *exchange.State) string {
	if s == nil {
		return ""
	}
	text, err := json.Marshal(s)
	if err != nil {
		panic(err) // a plain struct of texts has no reason to fail
	}
	return short(string(text))
}

// short is the beginning of a hash: enough to tell the rows of one workbook apart.
func short(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:6])
}

func (a *Awaiting) given() Given {
	attempt, err := strconv.Atoi(a.Record.Graduate.Attempt)
	if err != nil {
		attempt = 0
	}
	g := Given{School: a.School, Graduate: a.Record.Graduate.ID, Attempt: attempt, Record: a.Record.Hash(), Decided: map[string]string{}}
	for i := range a.Decided {
		g.Decided[a.Decided[i].About] = Fingerprint(&a.Decided[i])
	}
	if a.Payment != nil {
		g.Payment = a.Payment.ID
	}
	return g
}

// Codes of the columns: first those that stay, then those that are filled in.
const (
	columnNow      = "now"
	columnDecision = "decision"
	columnOn       = "on"
	columnNumber   = "number"
	columnReason   = "reason_"
	columnTracking = "tracking"
	columnNote     = "note"
)

// mostReasons is for how many reasons of one refusal there are columns.
const mostReasons = 3

// Out is a workbook of decisions that goes out: of whom a centre can decide.
type Out struct {
	Rules *campaign.Campaign
	// Centre is the fingerprint of the centre's keys, On the day.
	Centre   string
	On       data.Date
	People   []Awaiting
	Payments []Awaiting
}

// out is such a workbook in the words of a language.
type out struct {
	Out
	t *text.Text
}

// WriteDecisions writes the workbook: a sheet with what to do, one with a row a person, one with a row a
// receipt where the campaign has fees. Only what is decided can be changed, from lists where there are
// some, and every row carries what it was made for. [ReadDecisions] reads it when it comes back.
func WriteDecisions(w io.Writer, of Out, t *text.Text) error {
	o := &out{of, t}
	say := func(id string) string { return t.Say("decisions."+id, nil) }
	c := roster.Collection{Registry: of.Centre, Title: t.Say("decisions.title", data.Args{"campaign": of.Rules.ShortTitle, "on": of.On.Dotted()}),
		StepsSheet: say("steps_sheet"), PeopleSheet: say("people_sheet"), IDTitle: say("row_id"), ClassTitle: say("school"), NameTitle: say("name"), Choose: say("choose"), Filtered: true,
		Columns: o.columnsOfPeople()}
	for i := range of.People {
		c.Rows = append(c.Rows, o.row(&of.People[i], o.person(&of.People[i]), len(c.Columns)))
	}
	if of.Rules.Has("payments") {
		payments := roster.CollectionSheet{Name: say("payments_sheet"), Columns: o.columnsOfPayments()}
		for i := range of.Payments {
			payments.Rows = append(payments.Rows, o.row(&of.Payments[i], o.payment(&of.Payments[i]), len(payments.Columns)))
		}
		c.Others = append(c.Others, payments)
	}
	c.Steps = o.steps(&c)
	return roster.WriteCollection(w, c)
}

// steps say what to do with the workbook, and what the reasons mean.
func (o *out) steps(c *roster.Collection) []string {
	sheets := []string{c.PeopleSheet}
	for _, other := range c.Others {
		sheets = append(sheets, other.Name)
	}
	args := data.Args{"sheets": strings.Join(sheets, ", "), "date": o.On.Dotted()}
	var steps []string
	for _, id := range []string{"decisions.step_decide", "decisions.step_number", "decisions.step_keep", "decisions.step_back", "decisions.step_changed"} {
		steps = append(steps, o.t.Say(id, args))
	}
	if len(o.Rules.RefusalReasons) == 0 {
		return steps
	}
	steps = append(steps, o.t.Say("decisions.step_reasons", nil))
	for i := range o.Rules.RefusalReasons {
		steps = append(steps, o.reason(&o.Rules.RefusalReasons[i]))
	}
	return steps
}

func (o *out) reason(i *campaign.Item) string {
	return i.Code + " — " + o.word(data.Wording{ID: "refusal_reason." + i.Code, Words: i.Title})
}

func (o *out) word(value any) string {
	word, is := o.t.Word(value).(string)
	if !is {
		return fmt.Sprint(value)
	}
	return word
}

func (o *out) head(code string) string { return o.t.Say("decisions.column_"+code, nil) }

func (o *out) columnsOfPeople() []roster.CollectionColumn {
	all := []roster.CollectionColumn{{Field: "key", Title: o.keyTitle()}}
	for _, code := range []string{"attempt", "category", "subjects", "conditions", "standing", "since", "due", columnNow} {
		all = append(all, roster.CollectionColumn{Field: code, Title: o.head(code)})
	}
	all = append(all, o.decisionColumn(func(k *decision.Kind) bool { return k.About != exchange.AboutPayment }), o.dayColumn(),
		roster.CollectionColumn{Field: columnNumber, Title: o.head(columnNumber), Hint: o.t.Say("decisions.hint_number", nil)})
	if len(o.Rules.RefusalReasons) > 0 {
		var reasons []string
		for i := range o.Rules.RefusalReasons {
			reasons = append(reasons, o.reason(&o.Rules.RefusalReasons[i]))
		}
		for n := range mostReasons {
			all = append(all, roster.CollectionColumn{Field: columnReason + strconv.Itoa(n+1), Title: o.t.Say("decisions.column_reason", data.Args{"number": n + 1}), Choices: reasons})
		}
	}
	return append(all, roster.CollectionColumn{Field: columnTracking, Title: o.head(columnTracking)}, roster.CollectionColumn{Field: columnNote, Title: o.head(columnNote)})
}

func (o *out) keyTitle() string {
	if o.Rules.PersonKey == data.FieldCardNumber {
		return o.head("card")
	}
	return o.head("phone")
}

func (o *out) columnsOfPayments() []roster.CollectionColumn {
	all := []roster.CollectionColumn{{Field: "key", Title: o.keyTitle()}}
	for _, code := range []string{"receipt", "amount", "added", columnNow} {
		all = append(all, roster.CollectionColumn{Field: code, Title: o.head(code)})
	}
	return append(all, o.decisionColumn(func(k *decision.Kind) bool { return k.About == exchange.AboutPayment }), o.dayColumn(), roster.CollectionColumn{Field: columnNote, Title: o.head(columnNote)})
}

func (o *out) dayColumn() roster.CollectionColumn {
	return roster.CollectionColumn{Field: columnOn, Title: o.head(columnOn), Hint: o.t.Say("decisions.hint_on", data.Args{"date": o.On.Dotted()})}
}

// decisionColumn has the decisions to choose from.
func (o *out) decisionColumn(has func(*decision.Kind) bool) roster.CollectionColumn {
	c := roster.CollectionColumn{Field: columnDecision, Title: o.head(columnDecision)}
	for _, k := range decision.Kinds(o.Rules) {
		if has(&k) {
			c.Choices = append(c.Choices, o.word(k.Title))
		}
	}
	return c
}

// row is a row with the cells that stay; the others are to be filled in, the decision first.
func (o *out) row(a *Awaiting, stays []string, columns int) roster.CollectionRow {
	given, err := json.Marshal(a.given())
	if err != nil {
		panic(err) // a plain struct of texts and numbers has no reason to fail
	}
	// The id is the same in every workbook, and no number that a spreadsheet could write otherwise.
	r := roster.CollectionRow{ID: "r" + short(strings.Join([]string{a.School, a.given().Graduate, a.Record.Graduate.Attempt, a.given().Payment}, "|")),
		Class: strings.TrimSpace(a.School + " " + strings.TrimPrefix(a.SchoolName, a.School)), Name: a.Name}
	for i := range columns {
		cell := roster.CollectionCell{Asked: i == len(stays)}
		if i < len(stays) {
			cell = roster.CollectionCell{Shown: stays[i], Locked: true}
		}
		if i == len(stays)-1 {
			cell.Stored = string(given)
		}
		r.Cells = append(r.Cells, cell)
	}
	return r
}

// person are the cells of a registration that stay, up to what was decided.
func (o *out) person(a *Awaiting) []string {
	r := a.Record
	var subjects, conditions []string
	for _, s := range r.Subjects {
		subjects = append(subjects, o.subject(&s))
	}
	for _, c := range r.Conditions {
		conditions = append(conditions, c.Code)
	}
	standing := append([]string{o.t.Say("centre.verdict_"+a.Verdict, nil)}, o.remarks(a)...)
	return []string{o.key(a), r.Graduate.Attempt, o.word(o.Rules.CodeWording(data.FieldCategory, r.Graduate.Category)), strings.Join(subjects, "; "), strings.Join(conditions, ", "),
		strings.Join(standing, "; "), a.Since.Dotted(), a.Due.Dotted(), o.now(a)}
}

func (o *out) remarks(a *Awaiting) (words []string) {
	for _, code := range a.Codes {
		words = append(words, o.t.Say(code, nil))
	}
	return words
}

func (o *out) key(a *Awaiting) string {
	if o.Rules.PersonKey == data.FieldCardNumber {
		return a.Record.Graduate.Key
	}
	return phone.Format(a.Record.Graduate.Key)
}

func (o *out) subject(s *exchange.Subject) string {
	subject := o.Rules.Subject(s.Subject)
	if subject == nil {
		return s.Subject
	}
	title := o.word(data.Wording{ID: "subject." + subject.Code, Words: subject.Title})
	if l := slices.IndexFunc(subject.Levels, func(l campaign.Level) bool { return l.Code == s.Level }); l >= 0 {
		title += " (" + subject.Levels[l].Title + ")"
	}
	return title
}

// payment are the cells of a receipt that stay.
func (o *out) payment(a *Awaiting) []string {
	p := a.Payment
	return []string{o.key(a), p.Number, p.Amount + " " + o.Rules.Fee.Words(), data.Date(p.Added).Dotted(), o.now(a)}
}

// now is what was decided last, in words.
func (o *out) now(a *Awaiting) string {
	var all []string
	for i := range a.Decided {
		d := &a.Decided[i]
		words := []string{o.word(decision.TitleOf(o.Rules, d)), d.Number, strings.ReplaceAll(d.Reasons, " ", ", "), data.Date(d.On).Dotted()}
		all = append(all, strings.Join(slices.DeleteFunc(words, func(word string) bool { return word == "" }), ", "))
	}
	return strings.Join(all, "; ")
}
