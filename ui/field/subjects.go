package field

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/form"
	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// subjectsInput is the choice of subjects, a row a subject: a tick, and once it is ticked
// its level, where it has levels, and whether it counts as a final mark of the school,
// where the form asks for that (UA-038, UA-039, KG-046).
type subjectsInput struct {
	inputFrame
	// attestation is the field of the subjects that count, nil in a campaign without.
	attestation *registrar.Field
	counts      bool
	rows        []*subjectRow
	count       *widget.Label
	list        *fyne.Container
}

// subjectRow is one subject.
type subjectRow struct {
	*tickRow
	// level is nil for a subject without levels.
	level  *codeSelect
	levels []registrar.Item
	attest *tickRow
	line   *fyne.Container
}

func newSubjectsInput(w *frame.Window, host Host, f form.Field) *subjectsInput {
	s := &subjectsInput{inputFrame: newInputFrame(w, host, f), count: widgets.Small(""), list: container.New(&widgets.Stacked{})}
	s.attestation = w.Registrar().Campaign().Field(data.FieldAttestation)
	s.fields = append(s.fields, data.FieldAttestation)
	s.offer(nil)
	s.assemble(s, container.New(&widgets.Stacked{}, s.count, s.doubt(), s.list))
	return s
}

// doubt says that no source confirms the set of subjects; nothing where one does.
func (s *subjectsInput) doubt() fyne.CanvasObject {
	doubt := widgets.Small(s.window.Unconfirmed())
	c := s.window.Registrar().Campaign()
	doubt.Hidden = doubt.Text == "" || !slices.ContainsFunc(c.Subjects, func(x registrar.Subject) bool { return !c.Confirmed("subject." + x.Code) })
	return doubt
}

func (*subjectsInput) wide() bool { return true }

// offer makes the rows: all that can be chosen, and those stored that cannot.
func (s *subjectsInput) offer(stored []string) {
	var items []registrar.Item
	for _, x := range s.window.Registrar().Campaign().Subjects {
		if !x.Included {
			items = append(items, registrar.Item{Code: x.Code, Title: x.Title})
		}
	}
	items = withStored(items, stored...)
	if len(items) == len(s.rows) {
		return
	}
	s.rows = nil
	s.list.RemoveAll()
	for i, item := range items {
		row := s.row(i, item)
		s.rows = append(s.rows, row)
		s.list.Add(row.line)
	}
}

// days are the days of the exam: of the main session and, where it is known, of the
// additional one.
func days(s *registrar.Subject) string {
	known := []string{s.On.Dotted(), s.Additional.Dotted()}
	return strings.Join(slices.DeleteFunc(known, func(day string) bool { return day == "" }), ", ")
}

func (s *subjectsInput) row(at int, item registrar.Item) *subjectRow {
	c := s.window.Registrar().Campaign()
	row := &subjectRow{tickRow: newTickRow(item, s.onTicked)}
	row.attest = newTickRow(registrar.Item{Code: item.Code, Title: s.attestTitle()}, s.onTicked)
	for _, tick := range []*tickRow{row.tickRow, row.attest} {
		tick.tick.OnEnter = func() { s.host.Reveal(row.line) }
		tick.tick.OnEscape = s.onEscape
	}
	row.tick.OnMove = func(step int) { focusNear(s.ticks(), at, step) }
	level, day := fyne.CanvasObject(container.NewWithoutLayout()), widgets.Small("")
	day.Importance = widget.LowImportance
	x := c.Subject(item.Code)
	if x != nil {
		day.SetText(days(x))
	}
	if x != nil && len(x.Levels) > 0 {
		for _, l := range x.Levels {
			row.levels = append(row.levels, registrar.Item{Code: l.Code, Title: l.Title})
		}
		row.level = newCodeSelect(s.window.Say("input.no_level", nil), func() { s.host.Reveal(row.line) }, s.onTicked)
		row.level.escape = s.onEscape
		level = row.level
	}
	row.line = container.New(&widgets.Columns{Widths: []float32{dayWidth, levelWidth, attestWidth}, Scale: s.window.Scale()}, row.box, day, level, row.attest.box)
	return row
}

// dayWidth, levelWidth and attestWidth are the widths of what stands behind a subject.
const dayWidth, levelWidth, attestWidth = 84, 160, 84

// attestTitle is what the campaign calls a result that counts: «ДПА».
func (s *subjectsInput) attestTitle() string {
	if caption := s.window.Registrar().Campaign().Card.AttestationCaption; caption != "" {
		return caption
	}
	if s.attestation == nil {
		return ""
	}
	return s.attestation.Title
}

// ticks are the rows as boxes, for the arrows.
func (s *subjectsInput) ticks() []*tickRow {
	ticks := make([]*tickRow, len(s.rows))
	for i, row := range s.rows {
		ticks[i] = row.tickRow
	}
	return ticks
}

func (s *subjectsInput) onTicked() {
	s.arrange()
	s.onTaken()
}

// display shows what is stored: the subjects with their levels, and which of them count.
func (s *subjectsInput) display() {
	chosen := s.graduate.Current().Subjects
	codes := make([]string, len(chosen))
	for i, choice := range chosen {
		codes[i] = choice.Subject
	}
	s.offer(codes)
	s.setAble(s.able())
	s.counts = s.field.Attested
	for _, row := range s.rows {
		at := slices.Index(codes, row.code)
		choice := data.SubjectChoice{}
		if at >= 0 {
			choice = chosen[at]
		}
		row.tick.Set(at >= 0)
		row.attest.tick.Set(choice.Attestation)
		if row.level != nil {
			row.level.offer(row.levels, choice.Level)
		}
	}
	s.arrange()
}

// arrange shows level and mark of the ticked ones only, and counts.
func (s *subjectsInput) arrange() {
	w, limits := s.window, s.window.Registrar().Campaign().SubjectSet
	chosen, counted := 0, 0
	for _, row := range s.rows {
		if row.level != nil {
			row.level.Hidden = !row.tick.Checked
		}
		row.attest.box.Hidden = !row.tick.Checked || !s.counts
		if row.tick.Checked {
			chosen++
			if row.attest.tick.Checked {
				counted++
			}
		}
		widgets.Arrange(row.line)
	}
	words := w.Say("input.chosen", map[string]any{"have": chosen})
	if limits.Maximum > 0 {
		words = w.Say("input.chosen_of", map[string]any{"have": chosen, "maximum": limits.Maximum})
	}
	if s.counts {
		words += " · " + w.Say("input.counted", map[string]any{"title": s.attestTitle(), "have": counted})
	}
	widgets.SetWords(s.count, words)
}

func (s *subjectsInput) setAble(able bool) {
	for _, row := range s.rows {
		row.setAble(able)
		row.attest.setAble(able)
		switch {
		case row.level == nil:
		case able:
			row.level.Enable()
		default:
			row.level.Disable()
		}
	}
}

// Values are both fields at once, so that none is ever seen without the other.
func (s *subjectsInput) Values() []registrar.Assign {
	var subjects, counted []string
	for _, row := range s.rows {
		if !row.tick.Checked {
			continue
		}
		code := row.code
		if row.level != nil && row.level.chosen() != "" {
			code += ":" + row.level.chosen()
		}
		subjects = append(subjects, code)
		if row.attest.tick.Checked {
			counted = append(counted, row.code)
		}
	}
	values := []registrar.Assign{{Field: data.FieldSubjects, Value: strings.Join(subjects, ",")}}
	if s.counts {
		values = append(values, registrar.Assign{Field: data.FieldAttestation, Value: strings.Join(counted, ",")})
	}
	return values
}

func (s *subjectsInput) Focusable() fyne.Focusable {
	if len(s.rows) == 0 {
		return nil
	}
	return s.rows[0].tick
}
