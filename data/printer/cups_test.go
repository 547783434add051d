package printer

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"graduand/data"
)

// said is CUPS as it answered when it was asked so, by the words of the command.
type said map[string]string

func (s said) system() *cups {
	return &cups{func(_ context.Context, _ []byte, name string, args ...string) (string, error) {
		asked := strings.Join(append([]string{name}, args...), " ")
		answer, known := s[asked]
		if !known {
			return "", data.Fail("printer.refused", data.Args{"words": asked})
		}
		return answer, nil
	}}
}

const office = `printer Canon disabled since Sun Nov 29 18:40:02 2026 -
	The printer is out of paper.
	Form mounted:
	Description: Каса, другий поверх
	Alerts: media-empty-error toner-low-warning
	Location: 
printer HP now printing HP-12.  enabled since Sun Nov 29 18:40:26 2026
	Description: HP LaserJet
	Alerts: none
printer HP-2 disabled since Sun Nov 29 18:40:02 2026 -
	reason unknown
	Description: 
	Alerts: none
`

func TestPrintersOfCUPS(t *testing.T) {
	system := said{"lpstat -e": "Canon\nHP\nHP-2\nFound_by_itself\n", "lpstat -d": "system default destination: HP\n", "lpstat -l -p": office}.system()
	all, err := system.Printers(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := []Printer{
		{Name: "Canon", Title: "Каса, другий поверх", Trouble: []string{"media-empty"}},
		{Name: "HP", Title: "HP LaserJet", Default: true},
		{Name: "HP-2", Title: "HP-2", Trouble: []string{"paused"}},
		{Name: "Found_by_itself", Title: "Found_by_itself"},
	}
	if fmt.Sprintf("%+v", all) != fmt.Sprintf("%+v", want) {
		t.Errorf("got  %+v\nwant %+v", all, want)
	}
}

func TestWhyThereIsNoPrinter(t *testing.T) {
	for code, s := range map[string]said{
		"printer.no_service": {"lpstat -e": "", "lpstat -r": "scheduler is not running\n"},
		"printer.none":       {"lpstat -e": "", "lpstat -r": "scheduler is running\n"},
	} {
		if _, err := s.system().Printers(t.Context()); data.CodeOf(err) != code {
			t.Errorf("got %v, want %s", err, code)
		}
	}
	t.Run("a PC without the commands", func(t *testing.T) {
		t.Setenv("PATH", t.TempDir())
		if _, err := Cups().Printers(t.Context()); data.CodeOf(err) != "printer.no_service" {
			t.Error(err)
		}
	})
}

func TestChosenPrinter(t *testing.T) {
	two := []Printer{{Name: "a"}, {Name: "b", Default: true}}
	for _, c := range []struct {
		all              []Printer
		name, want, code string
	}{
		{two, "a", "a", ""}, {two, "", "b", ""}, {two[:1], "", "a", ""},
		{two, "c", "", "printer.unknown"}, {[]Printer{{Name: "a"}, {Name: "c"}}, "", "", "printer.no_default"},
	} {
		if got, err := Chosen(c.all, c.name); got.Name != c.want || data.CodeOf(err) != c.code {
			t.Errorf("%q of %v: %v, %v", c.name, c.all, got, err)
		}
	}
}

// What CUPS 2.4.2 says of a job, as it was recorded.
func TestStateOfAJob(t *testing.T) {
	job := func(alerts string, more ...string) string {
		return "HP-1                    root  12  Sun Nov 29\n\tStatus: other\n\tAlerts: job-printing\nHP-12                   root             38912   Sun Nov 29 18:40:26 2026\n" +
			strings.Join(more, "") + "\tAlerts: " + alerts + "\n\tqueued for HP\n"
	}
	const status = "\tStatus: \n"
	printers := map[string]string{"": "printer HP is idle.\n\tAlerts: none\n", "jam": "printer HP now printing HP-12.\n\tAlerts: media-jam-error\n"}
	for _, c := range []struct {
		name, open, over, printer string
		want                      Phase
	}{
		{"held", job("job-hold-until-specified"), "", "", Waiting},
		{"its turn will come", job("none"), "", "", Waiting},
		{"printing", job("job-printing"), "", "", Printing},
		{"paper is jammed", job("job-printing"), "", "jam", Stopped},
		{"a filter has failed and the job stays", job("job-completed-with-errors", "\tStatus: broken\n"), "", "", Failed},
		{"printed", "", job("processing-to-stop-point", status), "", Done},
		{"printed, says a newer CUPS", "", job("job-completed-successfully"), "", Done},
		{"nobody remembers it", "", "", "", Done},
		{"cancelled while it was printed", "", job("job-canceled-by-user", status), "", Cancelled},
		{"cancelled before its turn", "", job("processing-to-stop-point"), "", Cancelled},
		{"given up", "", job("aborted-by-system", "\tStatus: no driver\n"), "", Failed},
	} {
		system := said{"lpstat -l -W not-completed -o HP": c.open, "lpstat -l -W completed -o HP": c.over, "lpstat -l -p HP": printers[c.printer]}.system()
		if got, err := (&cupsJob{cups: system, id: "HP-12"}).State(t.Context()); got.Phase != c.want || err != nil {
			t.Errorf("%s: %+v, %v, want %s", c.name, got, err, c.want)
		}
	}
}

func TestWhatLpIsAsked(t *testing.T) {
	const usual = "-d HP -n 1 -t Картки -H hold -o print-scaling=none -o media=iso_a4_210x297mm -o collate=true"
	for _, c := range []struct {
		alter func(*Order)
		want  string
	}{
		{func(*Order) {}, usual + " -"},
		{func(o *Order) { o.Sides = OneSided }, usual + " -o sides=one-sided -"},
		{func(o *Order) { o.Paper = "10x15" }, strings.Replace(usual, "iso_a4_210x297mm", "na_index-4x6_4x6in", 1) + " -"},
		{func(o *Order) { o.Copies, o.Reverse = 3, true }, strings.Replace(usual, "-n 1", "-n 3", 1) + " -o outputorder=reverse -"},
	} {
		o := Order{Printer: "HP", Copies: 1, Title: "Картки"}
		c.alter(&o)
		if got := strings.Join(o.options(), " "); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
	for _, copies := range []int{-1, 0, MaximumCopies + 1} {
		if _, err := (said{}).system().Stage(t.Context(), Order{Copies: copies}, nil); data.CodeOf(err) != "printer.copies" {
			t.Errorf("%d copies: %v", copies, err)
		}
	}
}

// steps is a job that goes on at every look.
type steps struct {
	Job
	states []State
}

func (s *steps) State(context.Context) (State, error) {
	next := s.states[0]
	s.states = s.states[1:]
	return next, nil
}

func TestWatchTellsWhatChanges(t *testing.T) {
	jam := State{Phase: Stopped, Reasons: []string{"media-jam"}}
	job := &steps{states: []State{{Phase: Waiting}, {Phase: Waiting}, jam, jam, {Phase: Stopped, Reasons: []string{"paused"}}, {Phase: Printing}, {Phase: Done}, {Phase: Failed}}}
	var told []Phase
	last, err := Watch(t.Context(), job, time.Microsecond, func(s State) { told = append(told, s.Phase) })
	if want := []Phase{Waiting, Stopped, Stopped, Printing, Done}; err != nil || last.Phase != Done || !slices.Equal(told, want) {
		t.Errorf("told %v, %v, %v", told, last, err)
	}
	t.Run("and ends with the context, the job goes on", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		last, err := Watch(ctx, &steps{states: []State{{Phase: Printing}, {Phase: Printing}}}, time.Hour, func(State) { cancel() })
		if err == nil || last.Phase != Printing {
			t.Errorf("%v, %v", last, err)
		}
	})
}
