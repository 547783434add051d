package printer

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"graduand/data"
)

// cups is CUPS behind its commands lp, lpstat and cancel.
type cups struct{ run runner }

// runner runs a command with what it reads, and gives what it writes.
type runner func(ctx context.Context, input []byte, name string, args ...string) (string, error)

// Cups is the printing system of Linux.
func Cups() System { return &cups{command} }

func (*cups) Abilities() Abilities { return Abilities{Choice: true, Sheets: true, Watch: true} }

// command runs a command of CUPS, whose words are English whatever the user speaks: we read
// them. Its names stay those of the user's alphabet.
func command(ctx context.Context, input []byte, name string, args ...string) (string, error) {
	path, err := exec.LookPath(name)
	if err != nil {
		return "", data.FailWith(err, "printer.no_service", nil)
	}
	c := exec.CommandContext(ctx, path, args...)
	c.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "LANGUAGE=")
	c.Stdin = bytes.NewReader(input)
	var out, complaint bytes.Buffer
	c.Stdout, c.Stderr = &out, &complaint
	if err := c.Run(); err != nil {
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		words := cmp.Or(strings.TrimSpace(complaint.String()), err.Error())
		return "", data.FailWith(fmt.Errorf("run %s: %w", name, err), "printer.refused", data.Args{"words": words})
	}
	return out.String(), nil
}

// Printers are those of this PC and of the network, the default one marked.
func (c *cups) Printers(ctx context.Context) ([]Printer, error) {
	names, err := c.lines(ctx, "lpstat", "-e")
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, c.nothing(ctx)
	}
	usual, err := c.run(ctx, nil, "lpstat", "-d")
	if err != nil {
		return nil, err
	}
	// Of one that is found in the network and that nobody has set up there is no more than the
	// name.
	details, err := c.run(ctx, nil, "lpstat", "-l", "-p")
	if err != nil && data.CodeOf(err) != "printer.refused" {
		return nil, err
	}
	all := make([]Printer, len(names))
	for i, name := range names {
		d := detailsOf(details, name)
		all[i] = Printer{Name: name, Title: cmp.Or(d.title, name), Trouble: d.trouble()}
		all[i].Default = strings.TrimSpace(usual) == "system default destination: "+name
	}
	return all, nil
}

// nothing says why there is no printer.
func (c *cups) nothing(ctx context.Context) error {
	running, err := c.run(ctx, nil, "lpstat", "-r")
	switch {
	case data.CodeOf(err) == "printer.no_service" || err == nil && strings.TrimSpace(running) != "scheduler is running":
		return data.FailWith(err, "printer.no_service", nil)
	case err != nil:
		return err
	}
	return data.Fail("printer.none", nil)
}

func (c *cups) lines(ctx context.Context, name string, args ...string) ([]string, error) {
	out, err := c.run(ctx, nil, name, args...)
	if err != nil {
		return nil, err
	}
	return strings.Fields(out), nil
}

// details are what lpstat says of a printer.
type details struct {
	title    string
	disabled bool
	// message is why it is disabled, in words.
	message string
	alerts  []string
}

var (
	aboutPrinter = regexp.MustCompile(`^printer (\S+) (is idle|now printing|disabled)`)
	aboutJob     = regexp.MustCompile(`^(\S+-\d+)\s`)
	requested    = regexp.MustCompile(`request id is (\S+-\d+) `)
)

// detailsOf reads the part about one printer of what «lpstat -l -p» says.
func detailsOf(said, name string) details {
	d := details{}
	about, after := false, false
	for line := range strings.Lines(said) {
		line = strings.TrimRight(line, "\n")
		if m := aboutPrinter.FindStringSubmatch(line); m != nil {
			about, after = m[1] == name, m[2] == "disabled"
			d.disabled = d.disabled || about && after
			continue
		}
		if !about {
			continue
		}
		key, value, _ := strings.Cut(strings.TrimPrefix(line, "\t"), ":")
		switch {
		case after:
			d.message = strings.TrimSpace(line)
		case key == "Description":
			d.title = strings.TrimSpace(value)
		case key == "Alerts":
			d.alerts = strings.Fields(value)
		}
		after = false
	}
	return d
}

// troubles are the keywords of IPP (RFC 8011, 5.4.12) for which somebody has to go to the
// printer; there are many more, and most of them are no reason to.
var troubles = []string{"paused", "offline", "media-empty", "media-needed", "media-jam", "door-open", "cover-open", "interlock-open",
	"input-tray-missing", "output-area-full", "toner-empty", "marker-supply-empty", "timed-out", "shutdown", "cups-missing-filter"}

// trouble is why a printer does not print.
func (d *details) trouble() (all []string) {
	for _, alert := range d.alerts {
		word := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(alert, "-error"), "-report"), "-warning")
		if slices.Contains(troubles, word) {
			all = append(all, word)
		}
	}
	if d.disabled && len(all) == 0 {
		all = append(all, "paused")
	}
	return all
}

// Stage sends the pages through a pipe. Millimetres stay millimetres: nothing is scaled, and
// the sheet is A4 whatever the printer thinks is usual.
func (c *cups) Stage(ctx context.Context, o Order, pdf []byte) (Job, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	said, err := c.run(ctx, pdf, "lp", o.options()...)
	if err != nil {
		return nil, err
	}
	id := requested.FindStringSubmatch(said)
	if id == nil {
		return nil, data.Fail("printer.refused", data.Args{"words": strings.TrimSpace(said)})
	}
	return &cupsJob{cups: c, id: id[1]}, nil
}

// options are how lp is asked. It gets no shell to read them.
func (o *Order) options() []string {
	options := []string{"-d", o.Printer, "-n", strconv.Itoa(o.Copies), "-t", o.Title, "-H", "hold",
		"-o", "print-scaling=none", "-o", "media=" + media[o.Paper], "-o", "collate=true"}
	if o.Sides != "" {
		options = append(options, "-o", "sides="+string(o.Sides))
	}
	if o.Reverse {
		options = append(options, "-o", "outputorder=reverse")
	}
	return append(options, "-")
}

// cupsJob is a job of CUPS by its id, the printer and a number.
type cupsJob struct {
	cups *cups
	id   string
	// cancelled says that it was taken out here: the queue does not always tell.
	cancelled atomic.Bool
}

func (j *cupsJob) Release(ctx context.Context) error {
	_, err := j.cups.run(ctx, nil, "lp", "-i", j.id, "-H", "resume")
	return err
}

// Cancel takes a job out of the queue; one that has left it is no failure.
func (j *cupsJob) Cancel(ctx context.Context) error {
	_, err := j.cups.run(ctx, nil, "cancel", j.id)
	if data.CodeOf(err) != "printer.refused" {
		j.cancelled.Store(err == nil)
		return err
	}
	if state, unknown := j.State(ctx); unknown == nil && state.Phase.Over() {
		return nil
	}
	return err
}

// State asks for the jobs that are not completed, then for those that are.
func (j *cupsJob) State(ctx context.Context) (State, error) {
	name := j.id[:strings.LastIndexByte(j.id, '-')]
	open, err := j.cups.run(ctx, nil, "lpstat", "-l", "-W", "not-completed", "-o", name)
	if err != nil {
		return State{}, err
	}
	if found, there := jobOf(open, j.id); there {
		said, err := j.cups.run(ctx, nil, "lpstat", "-l", "-p", name)
		return found.unfinished(detailsOf(said, name)), err
	}
	over, err := j.cups.run(ctx, nil, "lpstat", "-l", "-W", "completed", "-o", name)
	found, there := jobOf(over, j.id)
	switch {
	case err != nil:
		return State{}, err
	case j.cancelled.Load():
		return State{Phase: Cancelled}, nil
	case !there:
		return State{Phase: Done}, nil
	}
	return found.finished(), nil
}

// queued is what lpstat says of a job.
type queued struct {
	alerts string
	// begun says that a filter or the printer has said something of it, if nothing at all; status
	// is what.
	begun  bool
	status string
}

// jobOf reads the part about one job of what «lpstat -l -o» says.
func jobOf(said, id string) (q queued, there bool) {
	about := false
	for line := range strings.Lines(said) {
		if m := aboutJob.FindStringSubmatch(line); m != nil {
			about = m[1] == id
			there = there || about
			continue
		}
		key, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		switch {
		case !about:
		case key == "Status":
			q.begun, q.status = true, strings.TrimSpace(value)
		case key == "Alerts":
			q.alerts = strings.TrimSpace(value)
		}
	}
	return q, there
}

// unfinished is how far a job is that stands in the queue of a printer.
func (q queued) unfinished(at details) State {
	trouble := at.trouble()
	switch {
	case strings.Contains(q.alerts, "errors") || strings.Contains(q.alerts, "abort"):
		return State{Phase: Failed, Message: q.status}
	case len(trouble) > 0:
		return State{Phase: Stopped, Reasons: trouble, Message: at.message}
	case strings.Contains(q.alerts, "job-printing"):
		return State{Phase: Printing, Message: q.status}
	}
	return State{Phase: Waiting}
}

// finished is what became of a job that left the queue. CUPS 2.4 gives the same keyword to
// what was printed and to what somebody took out before its turn: of that nobody has said
// anything.
func (q queued) finished() State {
	switch {
	case strings.Contains(q.alerts, "error") || strings.Contains(q.alerts, "abort"):
		return State{Phase: Failed, Message: q.status}
	case strings.Contains(q.alerts, "cancel"), !q.begun && !strings.Contains(q.alerts, "success"):
		return State{Phase: Cancelled}
	}
	return State{Phase: Done}
}
