package simulate

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"time"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/exchange"
)

// Of these names are put together that nobody has.
var (
	begins     = []string{"Бо", "Ва", "Го", "До", "Жу", "Ка", "Ле", "Ми", "На", "Ор", "По", "Ру", "Са", "То", "Ха", "Ша"}
	goesOn     = []string{"вед", "гур", "дим", "зал", "кош", "лис", "мен", "рон", "сир", "таш", "хор", "чум"}
	ends       = []string{"ак", "анко", "ей", "ик", "ко", "ун", "ус", "юк"}
	maleGivens = []string{"Адам", "Марк", "Назар", "Роман", "Тимур", "Артем"}
	femGivens  = []string{"Анна", "Дана", "Марта", "Роза", "Сабина", "Элла"}
)

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

func somebody(r *rand.Rand, female bool) (surname, given, patronymic string) {
	surname = pick(r, begins) + pick(r, goesOn) + pick(r, ends)
	if female {
		return surname, pick(r, femGivens), pick(r, maleGivens) + "овна"
	}
	return surname, pick(r, maleGivens), pick(r, maleGivens) + "ович"
}

// chance says that something is so with one of so many.
func chance(r *rand.Rand, of int) bool { return r.IntN(of) == 0 }

// inList is how many people stand in a list of a package of papers.
const inList = 25

// record is what a school sends of one graduate, without the files.
func (c *Country) record(s *School, i int) exchange.Record {
	r := rand.New(c.random("graduate", s.number, i))
	id := fmt.Sprintf("%016x", r.Uint64())
	e := exchange.Record{Graduate: c.graduate(r, id, c.before[s.number]+i)}
	e.Graduate.Class = c.class(i)
	if c.onPaper() {
		e.Graduate.Package, e.Graduate.List = "1", strconv.Itoa(i/inList+1)
	}
	e.Subjects = c.subjects(r, id)
	if len(c.Campaign.Conditions) > 0 && chance(r, 25) {
		e.Conditions = append(e.Conditions, exchange.Condition{Graduate: id, Kind: exchange.KindCondition, Code: pick(r, c.Campaign.Conditions).Code})
	}
	if len(c.Campaign.Privileges) > 0 && chance(r, 10) {
		e.Conditions = append(e.Conditions, exchange.Condition{Graduate: id, Kind: exchange.KindPrivilege, Code: pick(r, c.Campaign.Privileges).Code})
	}
	if len(c.Campaign.PaymentTypes) > 0 {
		e.Payments = []exchange.Payment{{Graduate: id, ID: "p" + id[:8], Type: pick(r, c.Campaign.PaymentTypes).Code, Amount: strconv.Itoa(c.Campaign.Fee.Main),
			Number: strconv.Itoa(1_000_000 + r.IntN(9_000_000)), Added: c.Now.Format(time.DateOnly)}}
	}
	return e
}

// onPaper says that a package of papers goes by post besides.
func (c *Country) onPaper() bool { return !c.Campaign.RecordedOnSite() }

func (c *Country) class(i int) string {
	classes := c.Campaign.Demo.Classes
	if len(classes) == 0 {
		return ""
	}
	return classes[i/inList%len(classes)].Name
}

// graduate is who is sent; place tells all of the country apart.
func (c *Country) graduate(r *rand.Rand, id string, place int) exchange.Graduate {
	rules, sex := c.Campaign, data.Male
	if chance(r, 2) {
		sex = data.Female
	}
	g := exchange.Graduate{ID: id, Action: exchange.ActionAdd, Attempt: "1", Kind: string(data.FirstRegistration), Sex: string(sex), Category: rules.DefaultCategory().Code,
		BirthDate: time.Date(rules.Year-18, 9, 1+r.IntN(420), 0, 0, 0, 0, time.UTC).Format(time.DateOnly), Phone: numbered(rules.Demo.Phone, place)}
	g.Surname, g.GivenName, g.Patronymic = somebody(r, sex == data.Female)
	kind := rules.DocumentKind(pick(r, rules.Demo.Documents))
	series, number, apart := strings.Cut(kind.Example, " ")
	if !apart {
		series, number = "", series
	}
	g.DocumentKind, g.DocumentSeries, g.DocumentNumber = kind.Code, series, numbered(number, place)
	g.Key = g.Phone
	if rules.HasCards() {
		g.CardNumber = numbered(rules.CardNumber.Example, place)
	}
	if rules.PersonKey == data.FieldCardNumber {
		g.Key = data.CardKey(g.CardNumber)
	}
	if at := slices.IndexFunc(rules.RegistrationRoutes, func(r campaign.RegistrationRoute) bool { return rules.SendsFiles(r.Code) }); at >= 0 {
		g.Route = rules.RegistrationRoutes[at].Code
	}
	g.Language, g.Fields = c.fields(r)
	return g
}

// numbered is an example with other last digits.
func numbered(example string, n int) string {
	last := min(len(example)-1, len(strconv.Itoa(mostGraduates))-1)
	return example[:len(example)-last] + fmt.Sprintf("%0*d", last, n)
}

// fields are what the form says besides.
func (c *Country) fields(r *rand.Rand) (language string, fields map[string]string) {
	fields = map[string]string{}
	for _, f := range c.Campaign.AllFields() {
		values := c.Campaign.Demo.Values[f.Code]
		if len(values) == 0 {
			continue
		}
		value := pick(r, values)
		for strings.Contains(value, "#") {
			value = strings.Replace(value, "#", strconv.Itoa(1+r.IntN(9)), 1)
		}
		switch {
		case f.Code == data.FieldLanguage:
			language = value
		case value != "" && !slices.Contains(data.TypedFields(), f.Code):
			fields[f.Code] = value
		}
	}
	return language, fields
}

// subjects are those that everybody takes, and some that were chosen.
func (c *Country) subjects(r *rand.Rand, id string) (all []exchange.Subject) {
	rules := c.Campaign.SubjectSet
	add := func(code string) {
		s := c.Campaign.Subject(code)
		if slices.ContainsFunc(all, func(chosen exchange.Subject) bool { return chosen.Subject == code }) || s.Included {
			return
		}
		one := exchange.Subject{Graduate: id, Subject: code, Attestation: strconv.FormatBool(len(all) < rules.AttestationCount)}
		if len(s.Levels) > 0 {
			one.Level = pick(r, s.Levels).Code
		}
		all = append(all, one)
	}
	for _, code := range slices.Concat(rules.Mandatory, rules.AttestationMandatory) {
		add(code)
	}
	for _, alternatives := range rules.AttestationOneOf {
		add(pick(r, alternatives))
	}
	for range 1 + r.IntN(2) {
		add(pick(r, c.Campaign.Subjects).Code)
	}
	return all
}
