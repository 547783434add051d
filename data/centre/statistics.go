package centre

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/centre/database"
	"graduand/data/centre/sheet"
	"graduand/data/file"
)

// Statistics, with its columns and lines, is what a workbook of a centre has too.
type (
	Statistics = sheet.Statistics
	Counted    = sheet.Counted
	Tally      = sheet.Tally
)

// column is a column of statistics and how the database counts it.
type column struct {
	Counted
	sql string
}

// Statistics counts all that the centre has.
func (c *Centre) Statistics(ctx context.Context) (*Statistics, error) {
	rules, err := c.Campaign(ctx)
	if err != nil {
		return nil, err
	}
	people, payments := countedPeople(rules), countedPayments(rules)
	s := &Statistics{}
	for _, column := range append(append([]column{}, people...), payments...) {
		s.Columns = append(s.Columns, column.Counted)
	}
	err = c.db.Read(ctx, func(tx *database.Tx) error {
		at := map[string]int{}
		if err := counting(tx, peopleOfSchools, people, func(t Tally) {
			at[t.School] = len(s.Schools)
			t.Counts = append(t.Counts, make([]int, len(payments))...)
			s.Schools = append(s.Schools, t)
		}); err != nil || len(payments) == 0 {
			return err
		}
		return counting(tx, paymentsOfSchools(rules), payments, func(t Tally) { copy(s.Schools[at[t.School]].Counts[len(people):], t.Counts) })
	})
	if err != nil {
		return nil, err
	}
	c.inOrder(s.Schools)
	s.Add()
	return s, nil
}

// inOrder sorts schools by district, name and code, by the alphabet of the campaign.
func (c *Centre) inOrder(schools []Tally) {
	alphabet := c.alphabet()
	slices.SortStableFunc(schools, func(a, b Tally) int {
		return cmp.Or(alphabet.CompareString(a.District, b.District), strings.Compare(a.District, b.District),
			alphabet.CompareString(a.Name, b.Name), strings.Compare(a.School, b.School))
	})
}

// SaveStatistics writes a workbook of them, in a language, "" for the campaign's.
func (c *Centre) SaveStatistics(s *Statistics, path, lang string) error {
	var b bytes.Buffer
	if err := sheet.WriteStatistics(&b, s, sheet.Words(c.rules, lang), c.rules.ShortTitle, c.today()); err != nil {
		return err
	}
	return file.Save(path, b.Bytes())
}

// peopleOfSchools gives every school with how its present registrations stand, a row each; a school that
// has sent nobody has one row without.
const peopleOfSchools = `school s LEFT JOIN (SELECT p.school, p.subjects, p.codes, COALESCE(d.reasons, '') AS reasons, CASE WHEN p.branch <> s.branch THEN 1 ELSE 0 END AS missing,
	` + standing + ` AS standing FROM person p JOIN school s ON s.code = p.school LEFT JOIN card c ON c.number = p.person_key ` + answered + present + `) a ON a.school = s.code`

// answered joins the answer to a registration, present leaves out those before the present one.
const (
	answered = `LEFT JOIN decision d ON d.school = p.school AND d.graduate = p.graduate AND d.attempt = p.attempt AND d.about = 'answer' AND d.which = '' `
	present  = `WHERE NOT EXISTS (SELECT 1 FROM person q WHERE q.school = p.school AND q.graduate = p.graduate AND q.attempt > p.attempt)`
)

// standing is where a registration is: each is in one place, so that the places add up to all.
const standing = `CASE WHEN p.gone = 1 THEN 'withdrawn' WHEN d.verdict = 'registered' THEN 'registered' WHEN d.verdict = 'refused' THEN 'refused'
	WHEN p.verdict = 'held' AND c.day IS NULL THEN 'held' ELSE 'pending' END`

// countedPeople are the columns that count people.
func countedPeople(rules *campaign.Campaign) []column {
	whole := func(code, sql string) column {
		return column{Counted{Code: code, Group: data.Term("statistics.group_all"), Title: data.Term("statistics." + code)}, sql}
	}
	all := []column{
		whole("schools", "1"),
		whole("sending", "CASE WHEN s.accepted > 0 THEN 1 ELSE 0 END"),
		whole("expected", "s.expected"),
		whole("people", "COUNT(a.school)"),
		whole("lacking", "CASE WHEN s.expected > "+sumOf("a.standing <> 'withdrawn'")+" THEN s.expected - "+sumOf("a.standing <> 'withdrawn'")+" ELSE 0 END"),
		whole("warned", sumOf("a.standing <> 'withdrawn' AND a.codes <> ''")),
		whole("missing", sumOf("a.standing <> 'withdrawn' AND a.missing = 1")),
	}
	for _, place := range []string{"held", "pending", "registered", "refused", "withdrawn"} {
		all = append(all, column{Counted{Code: place, Group: data.Term("statistics.group_standing"), Title: data.Term("statistics." + place)}, sumOf("a.standing = '" + place + "'")})
	}
	for i := range rules.RefusalReasons {
		code := rules.RefusalReasons[i].Code
		title := data.Wording{ID: "refusal_reason." + code, Words: rules.RefusalReasons[i].Title}
		all = append(all, column{Counted{Code: "reason_" + code, Group: data.Term("statistics.group_reasons"), Title: data.Phrase{ID: "statistics.reason_title", Args: data.Args{"code": code, "title": title}},
			Short: data.Phrase{ID: "statistics.reason", Args: data.Args{"code": code}}}, sumOf("a.standing = 'refused' AND " + named("a.reasons", code))})
	}
	return append(all, countedSubjects(rules)...)
}

// countedSubjects count who takes what: everybody who is neither refused nor withdrawn.
func countedSubjects(rules *campaign.Campaign) (all []column) {
	add := func(code string, title any, condition string) {
		all = append(all, column{Counted{Code: "subject_" + code, Group: data.Term("statistics.group_subjects"), Title: title}, sumOf("a.standing IN ('held', 'pending', 'registered') AND (" + condition + ")")})
	}
	for i := range rules.Subjects {
		s := &rules.Subjects[i]
		if s.Included {
			// Everybody takes it, and nobody names it.
			continue
		}
		title := data.Wording{ID: "subject." + s.Code, Words: s.Title}
		taken := named("a.subjects", s.Code)
		for _, l := range s.Levels {
			taken += " OR " + named("a.subjects", s.Code+":"+l.Code)
		}
		add(s.Code, title, taken)
		for _, l := range s.Levels {
			add(s.Code+"_"+l.Code, data.Phrase{ID: "statistics.level", Args: data.Args{"subject": title, "level": l.Title}}, named("a.subjects", s.Code+":"+l.Code))
		}
	}
	return all
}

// named says that a list of codes with blanks between has one. Codes of a campaign have small letters,
// digits, dashes and underscores, the last of which LIKE takes for any sign.
func named(list, code string) string {
	return "' ' || " + list + " || ' ' LIKE '% " + strings.ReplaceAll(code, "_", "!_") + " %' ESCAPE '!'"
}

func sumOf(condition string) string {
	return "COALESCE(SUM(CASE WHEN " + condition + " THEN 1 ELSE 0 END), 0)"
}

// paymentsOfSchools gives the receipts of fees of present registrations that count, with the state that
// each has; a new one is as the campaign says.
func paymentsOfSchools(rules *campaign.Campaign) string {
	return `school s JOIN (SELECT y.school, y.amount, COALESCE(NULLIF(e.verdict, ''), '` + rules.Fee.Pending + `') AS state FROM payment y
		JOIN person p ON p.school = y.school AND p.graduate = y.graduate AND p.attempt = y.attempt AND p.gone = 0
		LEFT JOIN decision e ON e.school = y.school AND e.graduate = y.graduate AND e.attempt = y.attempt AND e.about = 'payment' AND e.which = y.id ` +
		present + ` AND y.cancelled = '') a ON a.school = s.code`
}

// countedPayments are the columns that count receipts of fees and their sums, by the campaign's states.
func countedPayments(rules *campaign.Campaign) (all []column) {
	if !rules.Has("payments") {
		return nil
	}
	for i := range rules.ExternalStatuses {
		state := &rules.ExternalStatuses[i]
		args := data.Args{"state": data.Wording{ID: "external_status." + state.Code, Words: state.Title}, "currency": rules.Fee.Words()}
		is := "a.state = '" + state.Code + "'"
		counted := func(code, id string) Counted {
			return Counted{Code: code + state.Code, Group: data.Term("statistics.group_payments"), Title: data.Phrase{ID: id, Args: args}}
		}
		all = append(all, column{counted("payments_", "statistics.receipts"), sumOf(is)}, column{counted("amount_", "statistics.amount"), "COALESCE(SUM(CASE WHEN " + is + " THEN a.amount ELSE 0 END), 0)"})
	}
	return all
}

// counting counts columns school by school.
func counting(tx *database.Tx, from string, columns []column, tell func(Tally)) error {
	var sums []string
	for _, column := range columns {
		sums = append(sums, column.sql)
	}
	query := fmt.Sprintf("SELECT s.district, s.code, s.name, %s FROM %s GROUP BY s.district, s.code, s.name, s.accepted, s.expected ORDER BY s.code", strings.Join(sums, ", "), from)
	return tx.Each(query, nil, func(scan func(...any) error) error {
		t := Tally{Counts: make([]int, len(columns))}
		places := []any{&t.District, &t.School, &t.Name}
		for i := range t.Counts {
			places = append(places, &t.Counts[i])
		}
		err := scan(places...)
		tell(t)
		return err
	})
}
