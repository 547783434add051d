package season

import (
	"cmp"
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// Task is something to do: what, and for how many.
type Task struct {
	// Code says what, as the id overview.task_CODE of data/text. Field is that of a task about one.
	Code, Field string
	Severity    data.Severity
	Number      int
	// Until is the first day until which it must be done, where it has one and that is known; NoDay says
	// that it has one that nobody knows.
	Until data.Date
	NoDay bool
	// Who is the name of the only one whom it is about.
	Who string
	// Classes are where, in their order, and Graduates the ids of those whom it is about; none where
	// it is about no graduate.
	Classes, Graduates []string
}

// Sentence says what there is to do, and for how many; the classes stand beside it.
func (t Task) Sentence(c *campaign.Campaign) Sentence {
	s := Sentence{"overview.task_" + t.Code, map[string]any{"number": t.Number, "until": t.Until.Dotted(), "unknown": t.NoDay}}
	if t.Field != "" {
		s.Args["field"] = c.FieldTitle(t.Field)
	}
	return s
}

// mostFields is how many fields are named of those that people lack: a longer list is no hint what
// to do now.
const mostFields = 3

// soonWorking is how many working days before its last day something not sent yet is named.
const soonWorking = 5

// taskRule is something that there may be to do, and whom it is about. Dated says that it has a last
// day.
type taskRule struct {
	code     string
	severity data.Severity
	dated    bool
	is       func(*standing) bool
}

// tasks are what there is to do: what must be mended, then what waits, then what comes next.
func (o *overview) tasks() visit {
	rules := slices.Concat(o.lateTasks(), o.formTasks(), o.siteTasks(), o.cardTasks(), o.paperTasks())
	whom, fields := make([][]*standing, len(rules)), &lacking{at: map[string]int{}}
	return visit{
		func(p *standing) {
			for i := range rules {
				if !rules[i].is(p) {
					continue
				}
				if whom[i] == nil {
					whom[i] = make([]*standing, 0, 1+len(o.people)/4)
				}
				whom[i] = append(whom[i], p)
			}
			fields.see(p)
		},
		func() {
			told := o.addFields(fields)
			for i, rule := range rules {
				if rule.code == "draft" {
					whom[i] = slices.DeleteFunc(whom[i], func(p *standing) bool { return slices.ContainsFunc(p.Mend, told) })
				}
				o.add(Task{Code: rule.code, Severity: rule.severity}, whom[i], rule.dated)
			}
			o.endTasks()
		},
	}
}

// endTasks adds what is about nobody, and puts the gravest first.
func (o *overview) endTasks() {
	if o.All == 0 {
		o.Tasks = []Task{{Code: "import", Severity: data.SeverityConfirm}}
		return
	}
	if o.Deadline.Unknown > 0 {
		o.Tasks = append(o.Tasks, Task{Code: "calendar", Severity: data.SeverityWarning, Number: o.Deadline.Unknown})
	}
	slices.SortStableFunc(o.Tasks, func(a, b Task) int { return cmp.Compare(rank[a.Severity], rank[b.Severity]) })
}

var rank = map[data.Severity]int{data.SeverityError: 0, data.SeverityWarning: 1, data.SeverityConfirm: 2}

// formTasks are about what is filled in. Once the papers have left nothing in it is to be done.
func (o *overview) formTasks() []taskRule {
	here := func(is func(*standing) bool) func(*standing) bool {
		return func(p *standing) bool { return !p.left && is(p) }
	}
	return []taskRule{
		{"images", data.SeverityError, false, here(func(p *standing) bool { return p.MendFiles })},
		{"draft", data.SeverityError, false, here(func(p *standing) bool { return p.Errors > 0 && !p.MendFiles })},
		{"images_look", data.SeverityWarning, false, here(func(p *standing) bool { return p.ImagesHold && !p.MendFiles })},
		{"images_own", data.SeverityConfirm, false, here(func(p *standing) bool {
			return p.Images == data.ImagesIncomplete && !p.ImagesHold && !p.MendFiles
		})},
		{"finish", data.SeverityWarning, false, here(func(p *standing) bool { return p.Form == data.StatusDraft && p.Errors == 0 })},
		{"number", data.SeverityWarning, false, func(p *standing) bool { return p.numberless }},
		{"receipts", data.SeverityWarning, false, func(p *standing) bool { return p.ReceiptDoubted }},
	}
}

// siteTasks are about accesses, the centre's site and the fee, where the campaign has them.
func (o *overview) siteTasks() (rules []taskRule) {
	owes := func(states ...campaign.OwedState) func(*standing) bool {
		return func(p *standing) bool { return slices.Contains(states, p.owed.State()) }
	}
	if o.campaign.Has(registry.CapabilityAccesses) {
		rules = append(rules, taskRule{"no_access", data.SeverityWarning, false, func(p *standing) bool { return p.Graduate.AwaitsAccess() }})
	}
	if o.campaign.Has(registry.CapabilityPayments) {
		rules = append(rules, taskRule{"refused", data.SeverityError, false, owes(campaign.OwedRefused)},
			taskRule{"unpaid", data.SeverityWarning, false, owes(campaign.OwedUnpaid, campaign.OwedPart)})
	}
	if o.campaign.RecordedOnSite() {
		rules = append(rules, taskRule{"site_changed", data.SeverityError, false, func(p *standing) bool { return p.Site == data.SiteChanged }},
			taskRule{"site", data.SeverityConfirm, false, func(p *standing) bool { return !p.unready && p.Site == data.SiteMissing && !o.view.HasEnrolled() }})
	}
	return rules
}

// cardTasks are about the printed card, where the campaign has one.
func (o *overview) cardTasks() []taskRule {
	if !o.campaign.HasCards() {
		return nil
	}
	return []taskRule{
		{"card_changed", data.SeverityError, false, func(p *standing) bool {
			return p.Card == data.CardChanged && !p.left
		}},
		{"print_card", data.SeverityConfirm, false, func(p *standing) bool {
			return p.Status == data.StatusNumbered && p.Card == data.CardMissing
		}},
		{"sign_card", data.SeverityConfirm, false, func(p *standing) bool {
			return p.Status == data.StatusNumbered && (p.Card == data.CardPrinted || p.Card == data.CardChecked)
		}},
	}
}

// paperTasks are what is to be done next about the papers and the answers: whoever is counted in one
// is in no other.
func (o *overview) paperTasks() (rules []taskRule) {
	for _, step := range []struct {
		next     data.Next
		severity data.Severity
		dated    bool
	}{
		{data.NextResend, data.SeverityError, false},
		{data.NextRetry, data.SeverityError, true},
		{data.NextWithdraw, data.SeverityError, true},
		{data.NextCall, data.SeverityError, false},
		{data.NextAsk, data.SeverityWarning, false},
		{data.NextVisit, data.SeverityWarning, true},
		{data.NextSend, data.SeverityWarning, true},
		{data.NextPost, data.SeverityWarning, true},
		{data.NextPack, data.SeverityWarning, true},
		{data.NextList, data.SeverityWarning, true},
		{data.NextCheckKit, data.SeverityWarning, false},
		{data.NextAnswer, data.SeverityWarning, false},
		{data.NextHandOver, data.SeverityWarning, false},
		{data.NextCollect, data.SeverityWarning, false},
		{data.NextClose, data.SeverityConfirm, false},
		{data.NextFinalList, data.SeverityConfirm, false},
		{data.NextKit, data.SeverityConfirm, false},
		{data.NextExport, data.SeverityConfirm, false},
		{data.NextAwaitIn, data.SeverityConfirm, false},
	} {
		rules = append(rules, taskRule{string(step.next), step.severity, step.dated, func(p *standing) bool { return p.Next == step.next }})
	}
	return rules
}

// lateTasks are what will be late by postmark, and what is (F-03).
func (o *overview) lateTasks() []taskRule {
	left := map[data.Date]int{}
	for _, d := range o.spoken.Dates {
		if d.On >= o.Today {
			left[d.On] = o.campaign.WorkingDaysTo(o.Today, d.On)
		}
	}
	answered := places()[data.StatusRegistered]
	dated := func(p *standing) bool { return p.Due != nil && p.Due.On != "" }
	return []taskRule{
		{"late_missed", data.SeverityError, true, func(p *standing) bool { return dated(p) && p.Due.On < o.Today }},
		{"late_sent", data.SeverityError, false, func(p *standing) bool { return p.Late > 0 && p.far < answered }},
		{"late_soon", data.SeverityWarning, true, func(p *standing) bool {
			return dated(p) && p.Due.On >= o.Today && left[p.Due.On] <= soonWorking
		}},
	}
}

// add notes a task for those whom it is about, if anybody.
func (o *overview) add(t Task, whom []*standing, dated bool) {
	if t.Number = len(whom); t.Number == 0 {
		return
	}
	if t.Number == 1 {
		t.Who = whom[0].Graduate.FullName()
	}
	last := ""
	t.Graduates = make([]string, 0, len(whom))
	for _, p := range whom {
		t.Graduates = append(t.Graduates, p.Graduate.ID)
		if class := classOf(p.Row); class != last && !slices.Contains(t.Classes, class) {
			t.Classes = append(t.Classes, class)
		}
		last = classOf(p.Row)
	}
	if days := daysOf(whom); dated && len(days) > 0 {
		t.Until, t.NoDay = days[0].On, days[0].On == ""
	}
	o.Tasks = append(o.Tasks, t)
}

// lacking are those in whose forms something must be mended, by the fields, in the order in which these
// came. Photos and scans have a task of their own.
type lacking struct {
	at     map[string]int
	fields []lackingField
}

type lackingField struct {
	code string
	whom []*standing
}

func (l *lacking) see(p *standing) {
	if p.left {
		return
	}
	for _, code := range p.Mend {
		n, known := l.at[code]
		if !known {
			n = len(l.fields)
			l.at[code], l.fields = n, append(l.fields, lackingField{code: code})
		}
		l.fields[n].whom = append(l.fields[n].whom, p)
	}
}

// addFields names the fields in which most people have something to mend, and says which they are.
func (o *overview) addFields(l *lacking) (told func(field string) bool) {
	slices.SortStableFunc(l.fields, func(a, b lackingField) int { return len(b.whom) - len(a.whom) })
	named := l.fields[:min(len(l.fields), mostFields)]
	for _, f := range named {
		o.add(Task{Code: "field", Field: f.code, Severity: data.SeverityError}, f.whom, false)
	}
	return func(field string) bool {
		return slices.ContainsFunc(named, func(f lackingField) bool { return f.code == field })
	}
}
