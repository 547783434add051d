package main

import (
	"fmt"
	"math"
	"strings"

	"graduand/data/registrar"
	"graduand/data/registrar/printing"
)

type printCommand struct {
	File     string   `arg:"" help:"The registry."`
	Document string   `arg:"" type:"document" help:"${documents}, or the code of a paper of the kit that the program prints; as far as the campaign has them. again ENTRY: what an entry of the history has printed, as it was then."`
	Entry    int64    `arg:"" optional:"" help:"again: the number of the entry, as do FILE history shows it."`
	Out      string   `short:"o" required:"" xor:"place" help:"The file to write; .pdf or .xlsx." placeholder:"OUT"`
	Printer  string   `required:"" xor:"place" help:"The printer to print on, as «printers» names it, or default." placeholder:"NAME"`
	Copies   *int     `help:"--printer: how many copies (default: 1)."`
	Order    string   `default:"" enum:",normal,reverse" help:"--printer: normal, or reverse for the last page first."`
	Sides    string   `default:"" enum:",one,two" help:"--printer: one or two sides of a sheet (default: as the document is meant, else as the printer is set)." placeholder:"SIDES"`
	NoWait   bool     `help:"--printer: do not wait until the document has left the queue."`
	Class    string   `help:"Only this class."`
	Only     []string `help:"Only these ids." placeholder:"ID,…"`
	List     string   `help:"Only those on this list, by its number." placeholder:"LIST"`
	Package  string   `help:"Only those in this package, by its number; package, inventory and grouped are about one." placeholder:"PACKAGE"`
	Message  []int    `help:"message: the covering sheet of these messages, by their numbers (default: those without a receipt, else the last)." placeholder:"N,…"`
	Status   string   `help:"Only this status." placeholder:"STATUS"`
	Card     string   `help:"Only those whose printed card is so far: missing, printed, checked, signed, changed (since it was printed)." enum:",missing,printed,checked,signed,changed" default:""`
	Final    bool     `help:"The list that is signed and sent: refuses draft numbers, names who should not be on it. Only «package finish» keeps a list."`
	Date     string   `help:"Outgoing date of the list; else a line for the pen."`
	In       string   `type:"spoken" help:"${spoken}: the language it is written in: uk, ru, ky or en." placeholder:"LANG"`
	Paper    string   `help:"The paper: photos on a4 or 10x15, parcel_label on a5 or a6." placeholder:"PAPER"`
	Each     int      `help:"photos, labels: how many of each; else as many photos as are glued, and one label." placeholder:"N"`
	Blank    bool     `help:"privacy: without a name, to be filled in by hand."`
	Offset   string   `help:"labels: by how many mm the print is moved to the right and down, --offset=1.5,-2." placeholder:"X,Y"`
	Number   string   `help:"Outgoing number of the list; else a line for the pen."`
	JSON     bool     `help:"One JSON object: what was printed, who is left out, who is not ready, in whose photo something is found."`
}

func (c *printCommand) Run(s *session) (err error) {
	if err := s.open(c.File); err != nil {
		return err
	}
	defer s.close(&err)
	job, err := c.job()
	if err != nil {
		return err
	}
	if c.List != "" {
		if job.List, err = s.listOf(c.List); err != nil {
			return err
		}
	}
	if c.Package != "" {
		if job.Package, err = s.packageOf(c.Package); err != nil {
			return err
		}
	}
	if job.Messages, err = s.messagesOf(c.Message); err != nil {
		return err
	}
	if c.Printer != "" {
		return c.send(s, job)
	}
	s.writes(c.Out)
	printed, err := s.registrar.Printing.Save(s.ctx, c.Out, job)
	if err != nil {
		return err
	}
	if c.JSON {
		return s.line(s.printedLine(c.Out, printed))
	}
	s.tellPrinted(printed)
	if printed.Impersonal {
		s.note("print.written", map[string]any{"file": c.Out})
	} else {
		s.note("print.done", map[string]any{"file": c.Out, "count": printed.Graduates})
	}
	c.tellOnPaper(s)
	return nil
}

// tellOnPaper says of a final list that it is kept nowhere but on paper.
func (c *printCommand) tellOnPaper(s *session) {
	if c.Final && s.registrar.Campaign().Has(registrar.CapabilityLists) {
		s.note("cli.final_on_paper", nil)
	}
}

// job is what is asked for. What an entry of the history has printed says all of itself, and how
// something is put on paper is asked of a printer alone.
func (c *printCommand) job() (printing.Job, error) {
	status, err := registrar.ParseStatus(c.Status)
	of := printing.Job{
		Status: status, Card: registrar.CardState(c.Card),
		Document: c.Document, Class: c.Class, Only: c.Only, Final: c.Final, OutgoingDate: c.Date, OutgoingNumber: c.Number, Language: c.In,
		Paper: c.Paper, Each: c.Each, Blank: c.Blank, Offset: offsetOf(c.Offset),
	}
	switch onPaper := firstSaid(c.sheets()); {
	case err != nil:
		return of, err
	case c.Printer == "" && onPaper != "":
		return of, &registrar.Error{Code: "cli.printer_only", Args: map[string]any{"option": onPaper}}
	case c.Document == again && c.Entry < 1:
		return of, &registrar.Error{Code: "cli.no_entry"}
	case c.Document == again:
		if said := firstSaid(c.content()); said != "" {
			return of, &registrar.Error{Code: "cli.again_as_it_was", Args: map[string]any{"option": said}}
		}
		return printing.Job{Again: c.Entry}, nil
	case c.Entry != 0:
		return of, &registrar.Error{Code: "cli.surplus", Args: map[string]any{"value": c.Entry}}
	}
	return of, nil
}

// option is one of the command line, and whether somebody has said it.
type option struct {
	name string
	said bool
}

// content are the options that say what is printed, for whom.
func (c *printCommand) content() []option {
	return []option{{"--class", c.Class != ""}, {"--only", len(c.Only) > 0}, {"--list", c.List != ""}, {"--package", c.Package != ""}, {"--message", len(c.Message) > 0}, {"--status", c.Status != ""}, {"--card", c.Card != ""}, {"--final", c.Final}, {"--date", c.Date != ""}, {"--number", c.Number != ""},
		{"--in", c.In != ""}, {"--paper", c.Paper != ""}, {"--each", c.Each != 0}, {"--blank", c.Blank}, {"--offset", c.Offset != ""}}
}

// sheets are the options that say how it is put on paper.
func (c *printCommand) sheets() []option {
	return []option{{"--copies", c.Copies != nil}, {"--order", c.Order != ""}, {"--sides", c.Sides != ""}, {"--no-wait", c.NoWait}}
}

// firstSaid is the name of the first that somebody has said, "" for none.
func firstSaid(all []option) string {
	for _, o := range all {
		if o.said {
			return o.name
		}
	}
	return ""
}

// again is the word in the place of a document for what was printed before.
const again = "again"

// tellPrinted says what the paper does not: who is left out, who is not ready, what is not final in it.
func (s *session) tellPrinted(printed printing.Printed) {
	for _, doubted := range printed.Doubted {
		fmt.Fprintf(s.stderr, "%s: %s\n", doubted.Name, strings.Join(s.foundOf(doubted), " "))
	}
	if len(printed.Doubted) > 0 {
		s.note("printing_screen.doubted", map[string]any{"number": len(printed.Doubted)})
	}
	for _, copied := range printed.Copied {
		fmt.Fprintf(s.stderr, "%s: %s\n", copied.Name, strings.Join(s.foundOf(copied), " "))
	}
	if len(printed.Copied) > 0 {
		s.note("printing_screen.copied", map[string]any{"number": len(printed.Copied)})
	}
	for _, picked := range printed.Picked {
		fmt.Fprintln(s.stderr, picked.Name)
	}
	if len(printed.Picked) > 0 {
		s.note("printing_screen.picked", map[string]any{"number": len(printed.Picked)})
	}
	for _, unready := range printed.Unready {
		fmt.Fprintln(s.stderr, unready.Name)
	}
	if len(printed.Unready) > 0 {
		s.note("printing_screen.unready", map[string]any{"number": len(printed.Unready)})
	}
	for _, against := range printed.Against {
		fmt.Fprintf(s.stderr, "%s: %s\n", against.Name, strings.Join(s.foundOf(against), "; "))
	}
	if len(printed.Against) > 0 {
		s.note("printing_screen.against", map[string]any{"number": len(printed.Against)})
	}
	for _, left := range printed.Left {
		fmt.Fprintf(s.stderr, "%s: %s\n", left.Name, s.say("print.left."+left.Reason, nil))
	}
	if printed.Unconfirmed {
		s.note("printing_screen.layout", nil)
	}
	if printed.Worded {
		s.note("printing_screen.worded", nil)
	}
	if printed.Registered > 0 {
		s.note("printing_screen.registered", map[string]any{"number": printed.Registered})
	}
	if drafts := len(printed.Drafts); drafts > 0 {
		s.note("print.drafts", map[string]any{"count": drafts})
	}
	for _, note := range printed.Notes {
		s.note(note.ID, note.Args)
	}
}

// offsetOf is two numbers with a comma between, in mm, none for no words; what is something else
// the registrar refuses.
func offsetOf(words string) (o printing.Offset) {
	if words == "" {
		return o
	}
	all, err := numbers(strings.Split(words, ","))
	if err != nil || len(all) != 2 {
		return printing.Offset{Right: math.NaN()}
	}
	return printing.Offset{Right: all[0], Down: all[1]}
}

// printedLine is the contract of «print --json».
type printedLine struct {
	File string `json:"file,omitempty"`
	// Printer is where it was printed, State what became of it there.
	Printer   string `json:"printer,omitempty"`
	State     string `json:"state,omitempty"`
	Graduates int    `json:"graduates"`
	Drafts    int    `json:"drafts"`
	// Pages is 0 of a workbook.
	Pages int `json:"pages"`
	// Left are those left out, with the reason; Doubted those in whose photo something is found,
	// Unready those in a document that leaves the school with whom something is wrong or lacking.
	Left    []printedOf `json:"left"`
	Doubted []printedOf `json:"doubted"`
	Unready []printedOf `json:"unready"`
	// Copied are those whose copies are not all that the originals are.
	Copied []printedOf `json:"copied,omitempty"`
	// Against are those on a final list who should not be on it.
	Against []printedOf `json:"against,omitempty"`
	// Notes are sentences: what there is to mend, or to write into it by hand.
	Notes []string `json:"notes,omitempty"`
}

// printedOf is a graduate with what is said of the document.
type printedOf struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Messages []string `json:"messages"`
}

func (s *session) printedLine(file string, p printing.Printed) printedLine {
	line := printedLine{File: file, Pages: p.Pages, Graduates: p.Graduates, Drafts: len(p.Drafts), Left: []printedOf{}, Doubted: []printedOf{}, Unready: []printedOf{}}
	for _, left := range p.Left {
		line.Left = append(line.Left, printedOf{left.ID, left.Name, []string{s.say("print.left."+left.Reason, nil)}})
	}
	for _, doubted := range p.Doubted {
		line.Doubted = append(line.Doubted, printedOf{doubted.ID, doubted.Name, s.foundOf(doubted)})
	}
	for _, copied := range p.Copied {
		line.Copied = append(line.Copied, printedOf{copied.ID, copied.Name, s.foundOf(copied)})
	}
	for _, unready := range p.Unready {
		line.Unready = append(line.Unready, printedOf{unready.ID, unready.Name, []string{}})
	}
	for _, against := range p.Against {
		line.Against = append(line.Against, printedOf{against.ID, against.Name, s.foundOf(against)})
	}
	for _, note := range p.Notes {
		line.Notes = append(line.Notes, s.say(note.ID, note.Args))
	}
	return line
}

// foundOf is what is found in somebody's picture, in sentences.
func (s *session) foundOf(d printing.Doubted) (all []string) {
	for _, p := range d.Found {
		all = append(all, s.say(p.ID, p.Args))
	}
	return all
}
