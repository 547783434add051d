package centre

import (
	"bytes"
	"cmp"
	"context"
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

// Statistics counts all that the centre has.
func (c *Centre) Statistics(ctx context.Context) (*Statistics, error) {
	rules, err := c.Campaign(ctx)
	if err != nil {
		return nil, err
	}
	n := &counting{columns: columnsOf(rules), at: map[string]int{}}
	err = c.db.Read(ctx, func(tx *database.Tx) error {
		err := n.schools(tx)
		if err == nil {
			err = n.people(tx)
		}
		if err == nil && rules.Has("payments") {
			err = n.payments(tx, rules.Fee.Pending)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	s := &Statistics{Schools: n.tallies}
	for _, column := range n.columns {
		s.Columns = append(s.Columns, column.Counted)
	}
	c.inOrder(s.Schools)
	s.Add()
	return s, nil
}

// inOrder sorts schools by district, name and code, by the alphabet of the campaign.
func (c *Centre) inOrder(schools []Tally) {
	alphabet := c.rules.Names()
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

// group is a school itself, or the people of it who are alike in all that is counted, or its receipts of
// fees that are.
type group struct {
	// school is set in the group of the school itself alone: lacking is how many of the promised it has not
	// sent.
	school                      *School
	lacking                     int
	standing, subjects, reasons string
	warned, missing             bool
	people                      int
	// state is that of receipts, amount their sum.
	state            string
	receipts, amount int
}

// column is a column of statistics, and how many of a group it counts.
type column struct {
	Counted
	of func(*group) int
}

// columnsOf are the columns for a campaign, group by group.
func columnsOf(rules *campaign.Campaign) []column {
	return slices.Concat(countedSchools(), countedPeople(), countedReasons(rules), countedSubjects(rules), countedPayments(rules))
}

func plainColumn(group, code string, of func(*group) int) column {
	return column{Counted{Code: code, Group: data.Term(group), Title: data.Term("statistics." + code)}, of}
}

// when counts the people of groups of whom something is so.
func when(is func(*group) bool) func(*group) int {
	return func(g *group) int {
		if is(g) {
			return g.people
		}
		return 0
	}
}

// ofSchool counts something of a school itself.
func ofSchool(of func(*group) int) func(*group) int {
	return func(g *group) int {
		if g.school == nil {
			return 0
		}
		return of(g)
	}
}

func countedSchools() []column {
	const all = "statistics.group_all"
	here := func(is func(*group) bool) func(*group) int {
		return when(func(g *group) bool { return g.standing != standsWithdrawn && is(g) })
	}
	return []column{
		plainColumn(all, "schools", ofSchool(func(*group) int { return 1 })),
		plainColumn(all, "sending", ofSchool(func(g *group) int { return min(g.school.Taken, 1) })),
		plainColumn(all, "expected", ofSchool(func(g *group) int { return g.school.Expected })),
		plainColumn(all, "people", func(g *group) int { return g.people }),
		plainColumn(all, "lacking", ofSchool(func(g *group) int { return g.lacking })),
		plainColumn(all, "warned", here(func(g *group) bool { return g.warned })),
		plainColumn(all, "missing", here(func(g *group) bool { return g.missing })),
	}
}

// Where a registration is: each is in one place, so that the places add up to all.
const (
	standsHeld       = "held"
	standsPending    = "pending"
	standsRegistered = "registered"
	standsRefused    = "refused"
	standsWithdrawn  = "withdrawn"
)

func countedPeople() (all []column) {
	for _, place := range []string{standsHeld, standsPending, standsRegistered, standsRefused, standsWithdrawn} {
		all = append(all, plainColumn("statistics.group_standing", place, when(func(g *group) bool { return g.standing == place })))
	}
	return all
}

func countedReasons(rules *campaign.Campaign) (all []column) {
	for i := range rules.RefusalReasons {
		code := rules.RefusalReasons[i].Code
		title := data.Wording{ID: "refusal_reason." + code, Words: rules.RefusalReasons[i].Title}
		all = append(all, column{Counted{Code: "reason_" + code, Group: data.Term("statistics.group_reasons"), Title: data.Phrase{ID: "statistics.reason_title", Args: data.Args{"code": code, "title": title}},
			Short: data.Phrase{ID: "statistics.reason", Args: data.Args{"code": code}}},
			when(func(g *group) bool { return g.standing == standsRefused && names(g.reasons, code) })})
	}
	return all
}

// names says that a list of codes with blanks between has one, as it is or before a colon.
func names(list, code string) bool {
	for one := range strings.FieldsSeq(list) {
		if rest, is := strings.CutPrefix(one, code); is && (rest == "" || rest[0] == ':') {
			return true
		}
	}
	return false
}

// countedSubjects count who takes what: everybody who is neither refused nor withdrawn.
func countedSubjects(rules *campaign.Campaign) (all []column) {
	add := func(code, taken string, title any) {
		all = append(all, column{Counted{Code: "subject_" + code, Group: data.Term("statistics.group_subjects"), Title: title},
			when(func(g *group) bool {
				return g.standing != standsRefused && g.standing != standsWithdrawn && names(g.subjects, taken)
			})})
	}
	for i := range rules.Subjects {
		s := &rules.Subjects[i]
		if s.Included {
			// Everybody takes it, and nobody names it.
			continue
		}
		title := data.Wording{ID: "subject." + s.Code, Words: s.Title}
		add(s.Code, s.Code, title)
		for _, l := range s.Levels {
			add(s.Code+"_"+l.Code, s.Code+":"+l.Code, data.Phrase{ID: "statistics.level", Args: data.Args{"subject": title, "level": l.Title}})
		}
	}
	return all
}

// countedPayments are the columns that count receipts of fees and their sums, by the campaign's states.
func countedPayments(rules *campaign.Campaign) (all []column) {
	if !rules.Has("payments") {
		return nil
	}
	for i := range rules.ExternalStatuses {
		state := &rules.ExternalStatuses[i]
		args := data.Args{"state": data.Inside{Name: data.Wording{ID: "external_status." + state.Code, Words: state.Title}}, "currency": rules.Fee.Words()}
		add := func(code, id string, of func(*group) int) {
			all = append(all, column{Counted{Code: code + state.Code, Group: data.Term("statistics.group_payments"), Title: data.Phrase{ID: id, Args: args}}, func(g *group) int {
				if g.state != state.Code {
					return 0
				}
				return of(g)
			}})
		}
		add("payments_", "statistics.receipts", func(g *group) int { return g.receipts })
		add("amount_", "statistics.amount", func(g *group) int { return g.amount })
	}
	return all
}
