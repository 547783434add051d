package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"graduand/data/registrar"
	"graduand/data/registrar/access"
)

type accessCommand struct {
	File    string            `arg:"" help:"The registry."`
	Action  string            `arg:"" enum:"list,create,change,remove,import,save,slips,handover,take-back" help:"list | create | change ID --reason | remove ID… --door (not handed over) | import WORKBOOK | save -o OUT.xlsx | slips -o OUT.pdf | handover ID… --date | take-back ID… (was not handed over after all)"`
	Words   []string          `arg:"" optional:"" help:"Ids of graduates, or the workbook."`
	Class   string            `help:"Only this class."`
	All     bool              `help:"Everybody."`
	Reason  string            `help:"Why the password is changed, or the access removed."`
	Date    string            `help:"The day of the signature (default: today)."`
	Note    string            `help:"What else is to be kept of the handing over."`
	Door    string            `help:"handover, take-back, remove: which password, graduand or platform." enum:"graduand,platform" default:"graduand"`
	Out     string            `short:"o" help:"The file to write." placeholder:"OUT"`
	In      string            `help:"slips: the language they are written in: uk, ru, ky or en." placeholder:"LANG"`
	Issued  bool              `help:"slips: of accesses that were handed over too, without their passwords."`
	Map     map[string]string `help:"Where the columns of the workbook stand: login, password, full_name." mapsep:"," placeholder:"FIELD=COLUMN,…"`
	Take    []string          `help:"import: rows in doubt to take as they were read, or all." placeholder:"ROW,…"`
	DryRun  bool              `help:"Say what would happen, write nothing."`
	Waiting bool              `help:"list: those who fill the form themselves and have been handed no access yet."`
	JSON    bool              `help:"One JSON object a line."`
}

func (c *accessCommand) Run(s *session) (err error) {
	if err := s.open(c.File); err != nil {
		return err
	}
	defer s.close(&err)
	if err := s.knowClass(c.Class); err != nil {
		return err
	}
	switch c.Action {
	case "create":
		return c.create(s)
	case "change":
		return c.change(s)
	case "remove":
		return c.remove(s)
	case "import":
		return c.imports(s)
	case "save", "slips":
		return c.save(s)
	case "handover":
		return c.handOver(s)
	case "take-back":
		return c.takeBack(s)
	}
	return c.list(s)
}

// chosen are the graduates that the command is about; which, must be said.
func (c *accessCommand) chosen(s *session) ([]string, error) {
	if len(c.Words) > 0 {
		return c.Words, nil
	}
	if c.Class == "" && !c.All {
		return nil, &registrar.Error{Code: "cli.who"}
	}
	rows, err := s.registrar.Table.List(registrar.Filter{Class: c.Class})
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = row.Graduate.ID
	}
	return ids, nil
}

// accessLine is the contract of «access list --json». The password is never in it.
type accessLine struct {
	Graduate   string `json:"graduate"`
	Name       string `json:"name"`
	Class      string `json:"class"`
	Door       string `json:"door"`
	Login      string `json:"login"`
	Made       string `json:"made"`
	HandedOver string `json:"handed_over"`
	Readable   bool   `json:"readable"`
}

// waitingLine is the contract of «access list --waiting --json», a line a graduate. Made
// says that there is an access, which only has to be handed over.
type waitingLine struct {
	Graduate string `json:"graduate"`
	Name     string `json:"name"`
	Class    string `json:"class"`
	Phone    string `json:"phone"`
	Made     bool   `json:"made"`
}

func (c *accessCommand) waiting(s *session) error {
	rows, err := s.registrar.Access.Rows(registrar.Filter{Class: c.Class, Only: c.Words})
	if err != nil {
		return err
	}
	var ids []string
	for _, row := range rows {
		ids = append(ids, row.Graduate.ID)
	}
	if err := s.shows("access list", ids, c.JSON); err != nil {
		return err
	}
	w := tabwriter.NewWriter(s.stdout, 0, 4, 2, ' ', 0)
	for i, row := range rows {
		if !row.Waits || i > 0 && rows[i-1].Graduate == row.Graduate {
			continue
		}
		line := waitingLine{row.Graduate.ID, row.Graduate.FullName(), row.Graduate.Class, row.Graduate.Phone, row.Access != nil}
		if !c.JSON {
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", line.Graduate, line.Class, line.Name, registrar.FormatPhone(line.Phone))
		} else if err := s.line(line); err != nil {
			return err
		}
	}
	return w.Flush()
}

func (c *accessCommand) list(s *session) error {
	if c.Waiting {
		return c.waiting(s)
	}
	states, err := s.registrar.Access.List(s.ctx, c.Words)
	if err != nil {
		return err
	}
	rows, err := s.registrar.Access.Rows(registrar.Filter{Class: c.Class, Only: c.Words})
	if err != nil {
		return err
	}
	var ids []string
	for _, a := range states {
		ids = append(ids, a.Graduate.ID)
	}
	if err := s.shows("access list", ids, c.JSON); err != nil {
		return err
	}
	w := tabwriter.NewWriter(s.stdout, 0, 4, 2, ' ', 0)
	for _, a := range states {
		if c.Class != "" && a.Graduate.Class != c.Class {
			continue
		}
		line := accessLine{Graduate: a.Graduate.ID, Name: a.Graduate.FullName(), Class: a.Graduate.Class, Door: string(a.Door),
			Login: a.Login, Made: string(a.Made.On), Readable: a.Readable}
		state := s.say("access.state_open", nil)
		if a.HandedOver != nil {
			line.HandedOver = string(a.HandedOver.On)
			state = s.say("access.state_handed", map[string]any{"date": a.HandedOver.On.Dotted()})
		}
		if c.JSON {
			if err := s.line(line); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", line.Graduate, line.Class, line.Name, registrar.FormatPhone(line.Login), s.say("access.door_"+line.Door, nil), state)
	}
	s.note("access.count", access.TallyOf(rows).Args())
	return w.Flush()
}

func (c *accessCommand) create(s *session) error {
	ids, err := c.chosen(s)
	if err != nil {
		return err
	}
	if err := s.doubtedLogins(ids); err != nil {
		return err
	}
	made, err := s.registrar.Access.Create(s.ctx, ids, func(done, total int) {
		if done%10 == 0 {
			s.note("access.progress", map[string]any{"done": done, "total": total})
		}
	})
	// What was made before a cancel or a failure stays, and is said.
	if made > 0 || err == nil {
		s.note("access.made", map[string]any{"count": made})
	}
	return err
}

// doubtedLogins says whose login would be a landline.
func (s *session) doubtedLogins(ids []string) error {
	rows, err := s.registrar.Access.Rows(registrar.Filter{Only: ids})
	for _, row := range rows {
		for _, doubt := range row.Doubts {
			fmt.Fprintln(s.stderr, row.Graduate.FullName()+": "+s.phrase(doubt))
		}
	}
	return err
}

// remove takes away accesses that were not handed over; whose, must be said by their ids.
func (c *accessCommand) remove(s *session) error {
	if len(c.Words) == 0 {
		return &registrar.Error{Code: "cli.no_id"}
	}
	if err := s.registrar.Access.Remove(s.ctx, c.Words, registrar.Door(c.Door), c.Reason); err != nil {
		return err
	}
	s.note("access.removed", map[string]any{"count": len(c.Words)})
	return nil
}

func (c *accessCommand) change(s *session) error {
	if len(c.Words) != 1 {
		return &registrar.Error{Code: "cli.no_id"}
	}
	if err := s.registrar.Access.Change(s.ctx, c.Words[0], c.Reason); err != nil {
		return err
	}
	s.note("access.old_dead", nil)
	return nil
}

func (c *accessCommand) handOver(s *session) error {
	if len(c.Words) == 0 {
		return &registrar.Error{Code: "cli.no_id"}
	}
	on := c.Date
	if on == "" {
		on = string(s.registrar.Today())
	}
	err := s.registrar.Access.HandOver(s.ctx, c.Words, registrar.Door(c.Door), on, c.Note)
	s.tellDone(err)
	return err
}

// takeBack notes that accesses were not handed over after all.
func (c *accessCommand) takeBack(s *session) error {
	if len(c.Words) == 0 {
		return &registrar.Error{Code: "cli.no_id"}
	}
	if err := s.registrar.Access.TakeBackHandOver(s.ctx, c.Words, registrar.Door(c.Door)); err != nil {
		return err
	}
	s.note("access.not_readable", nil)
	return nil
}

// save writes the workbook or the slips; both hold passwords, and it says so.
func (c *accessCommand) save(s *session) error {
	wanted := map[string]string{"save": ".xlsx", "slips": ".pdf"}[c.Action]
	if !strings.HasSuffix(strings.ToLower(c.Out), wanted) {
		return &registrar.Error{Code: "print.unknown_format", Args: map[string]any{"file": c.Out, "known": wanted}}
	}
	ids, err := c.chosen(s)
	if err != nil {
		return err
	}
	s.writes(c.Out)
	if c.Action == "slips" {
		err = s.registrar.Access.SaveSlips(s.ctx, c.Out, ids, access.Slips{Language: c.In, Issued: c.Issued})
	} else {
		err = s.registrar.Access.SaveWorkbook(s.ctx, c.Out, ids)
	}
	if err != nil {
		return err
	}
	s.note("access.confidential", map[string]any{"file": c.Out})
	return nil
}
