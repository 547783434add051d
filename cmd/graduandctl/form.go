package main

import (
	"fmt"
	"slices"
	"strings"

	"graduand/data/registrar"
	"graduand/data/registrar/form"
)

type formCommand struct {
	File   string   `arg:"" help:"The registry."`
	Action string   `arg:"" enum:"show,finish,give-back,record,take-back,detach,originals,site" help:"show ID, with the days of the subjects and the papers of the kit | finish ID… | give-back ID… --note WHY, a finished form becomes a draft again, with this remark for who fills it in | record ID… --kind | take-back ID --kind [--of] | detach ID FIELD | originals [ID…] -o FOLDER | site ID"`
	Words  []string `arg:"" optional:"" help:"Ids of graduates, or what the action needs."`
	Kind   string   `help:"record, take-back: called, entered, confirmed, checked or signed." placeholder:"KIND"`
	Of     string   `help:"confirmed: the rule; called: the number of the call." placeholder:"RULE"`
	On     string   `help:"record: the day (default: today)." placeholder:"DATE"`
	Note   string   `help:"record: whom you spoke to, what was answered; give-back: what is to be mended."`
	Out    string   `short:"o" help:"originals: the folder to write to." placeholder:"FOLDER"`
	JSON   bool     `help:"show, site: one JSON object a line."`
}

func (c *formCommand) Run(s *session) (err error) {
	if err := s.open(c.File); err != nil {
		return err
	}
	defer s.close(&err)
	if len(c.Words) == 0 && c.Action != "originals" {
		return &registrar.Error{Code: "cli.no_id"}
	}
	if c.Action == "show" || c.Action == "site" || c.Action == "take-back" {
		if err := surplus(c.Words, 1); err != nil {
			return err
		}
	}
	run := map[string]func(*session) error{
		"show": c.show, "finish": c.finish, "give-back": c.giveBack, "record": c.record, "take-back": c.takeBack,
		"detach": c.detach, "originals": c.originals, "site": c.site,
	}[c.Action]
	return run(s)
}

// stepLine is the contract of «form show --json».
type stepLine struct {
	Step     string            `json:"step"`
	Title    string            `json:"title"`
	Errors   int               `json:"errors"`
	Values   map[string]string `json:"values"`
	Required []string          `json:"required"`
	// Proposed is what stands for an empty field: the genitive of the surname.
	Proposed map[string]string `json:"proposed,omitempty"`
	// Days are when the chosen subjects are, in the step that shows them; Kit are the codes of
	// the papers that are handed in, in the step of the kit.
	Days []examLine `json:"days,omitempty"`
	Kit  []string   `json:"kit,omitempty"`
	// Pictures are the photos and scans of the step.
	Pictures []pictureLine `json:"pictures,omitempty"`
}

// examLine is when a subject is; a day that nobody has named is empty.
type examLine struct {
	Subject    string `json:"subject"`
	On         string `json:"on"`
	Additional string `json:"additional"`
}

func (c *formCommand) show(s *session) error {
	form, err := s.registrar.Form.Of(c.Words[0])
	if err != nil {
		return err
	}
	if err := s.shows("form show", []string{form.Graduate.ID}, c.JSON); err != nil {
		return err
	}
	pictures, err := s.pictures(form.Graduate.ID)
	if err != nil {
		return err
	}
	for _, step := range form.Steps {
		if c.JSON {
			err = s.line(lineOfStep(step, pictures))
		} else {
			s.step(step, pictures)
		}
		if err != nil {
			return err
		}
	}
	for _, f := range form.Rest {
		fmt.Fprintf(s.stderr, "%s: %s\n", s.say("severity."+string(f.Severity), nil), s.phrase(f))
	}
	return nil
}

func lineOfStep(step form.Step, pictures map[string][]pictureLine) stepLine {
	line := stepLine{Step: step.Code, Title: step.Title, Errors: step.Errors, Values: map[string]string{}, Required: []string{}}
	for _, f := range step.Fields {
		line.Values[f.Code] = f.Value
		if f.Required {
			line.Required = append(line.Required, f.Code)
		}
		if f.Proposed != "" && f.Value == "" {
			line.Proposed = map[string]string{f.Code: f.Proposed}
		}
		line.Pictures = append(line.Pictures, pictures[f.Code]...)
	}
	for _, d := range step.Days {
		line.Days = append(line.Days, examLine{d.Subject, string(d.On), string(d.Additional)})
	}
	for _, k := range step.Kit {
		line.Kit = append(line.Kit, k.Code)
	}
	return line
}

func (s *session) step(step form.Step, pictures map[string][]pictureLine) {
	fmt.Fprintf(s.stdout, "%s\n", step.Title)
	for _, f := range step.Fields {
		mark := " "
		if f.Required {
			mark = "*"
		}
		fmt.Fprintf(s.stdout, "  %s %s: %v\n", mark, f.Title, s.text().Word(s.registrar.Campaign().Words(f.Code, f.Value)))
		if f.Proposed != "" && f.Value == "" {
			fmt.Fprintf(s.stdout, "      %s\n", s.say("genitive.proposed", map[string]any{"name": f.Proposed}))
		}
		s.tellPictures(pictures[f.Code])
	}
	for _, d := range step.Days {
		days := slices.DeleteFunc([]string{d.On.Dotted(), d.Additional.Dotted()}, func(day string) bool { return day == "" })
		fmt.Fprintf(s.stdout, "    %s: %s\n", d.Subject, strings.Join(days, ", "))
	}
	for _, k := range step.Kit {
		fmt.Fprintf(s.stdout, "    %s\n", k.Title)
	}
	for _, f := range step.Findings {
		fmt.Fprintf(s.stdout, "    %s: %s\n", s.say("severity."+string(f.Severity), nil), s.phrase(f))
	}
}

func (c *formCommand) finish(s *session) error {
	for _, id := range c.Words {
		if err := s.registrar.Form.Finish(s.ctx, id); err != nil {
			return err
		}
	}
	return nil
}

func (c *formCommand) giveBack(s *session) error {
	return s.registrar.Form.GiveBack(s.ctx, c.Words, c.Note)
}

func (c *formCommand) record(s *session) error {
	on, err := s.registrar.ParseDay(c.On)
	if err != nil {
		return err
	}
	return s.registrar.Table.Record(s.ctx, c.Words, registrar.Fact{Kind: registrar.FactKind(c.Kind), Of: c.Of, On: on, Note: c.Note})
}

func (c *formCommand) takeBack(s *session) error {
	return s.registrar.Table.TakeBack(s.ctx, c.Words[0], registrar.FactKind(c.Kind), c.Of)
}

func (c *formCommand) detach(s *session) error {
	if len(c.Words) != 2 {
		return &registrar.Error{Code: "cli.no_attachment"}
	}
	return s.registrar.Form.Detach(s.ctx, c.Words[0], c.Words[1])
}

// originals writes the untouched photos and scans into a folder.
func (c *formCommand) originals(s *session) error {
	if c.Out == "" {
		return &registrar.Error{Code: "cli.no_out"}
	}
	n, err := s.registrar.Printing.SaveOriginals(s.ctx, c.Words, c.Out, nil)
	if err != nil && (n == 0 || registrar.CodeOf(err) != "attachment.left_out") {
		return err
	}
	s.note("cli.originals", map[string]any{"count": n, "file": c.Out})
	if err != nil {
		fmt.Fprintln(s.stderr, s.reason(err))
		return errFindings
	}
	return nil
}

// siteLine is the contract of «form site --json».
type siteLine struct {
	Page    string `json:"page"`
	Field   string `json:"field"`
	Title   string `json:"title"`
	Value   string `json:"value"`
	Picture bool   `json:"picture"`
}

// site shows the form in the order of the centre's own site.
func (c *formCommand) site(s *session) error {
	pages, err := s.registrar.Form.SitePages(c.Words[0])
	if err != nil {
		return err
	}
	if err := s.shows("form site", c.Words[:1], c.JSON); err != nil {
		return err
	}
	for _, page := range pages {
		for _, row := range page.Rows {
			line := siteLine{page.Title, row.Field, fmt.Sprint(s.text().Word(row.Title)), fmt.Sprint(s.text().Word(row.Value)), row.Picture}
			if c.JSON {
				err = s.line(line)
			} else {
				_, err = fmt.Fprintf(s.stdout, "%s\t%s\t%s\n", line.Page, line.Title, line.Value)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}
