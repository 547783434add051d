package printer

import (
	"context"
	"os"
	"slices"
	"strings"
	"sync"

	"graduand/data"
	"graduand/data/file"
)

// shell is Windows, where a document is printed by the program that is registered for its
// ending: "printto" with a printer, "print" to the default one. Many PCs have neither, since
// Edge registers none: then the document is opened, and printed from there by hand.
type shell struct {
	// value reads a text of the system's registry, "" for none; names are the names of the
	// values of a key.
	value func(root registryRoot, path, name string) string
	names func(root registryRoot, path string) []string
	// execute asks the shell to do something with a file.
	execute func(verb, path, parameters string) error
	// place is the path of a new file that only the user can read and that goes in time.
	place func(name string) (string, error)
}

// registryRoot is one of the two parts of the system's registry that we read.
type registryRoot int

const (
	currentUser registryRoot = iota
	classesRoot
)

// Where Windows keeps which program shows PDF, and the printers of the user.
const (
	userChoice  = `Software\Microsoft\Windows\CurrentVersion\Explorer\FileExts\.pdf\UserChoice`
	allDevices  = `Software\Microsoft\Windows NT\CurrentVersion\Devices`
	usualDevice = `Software\Microsoft\Windows NT\CurrentVersion\Windows`
)

// verb is what the program registered for PDF can do of what prints, the better one first; ""
// for neither.
func (s *shell) verb() string {
	program := s.value(currentUser, userChoice, "ProgId")
	if program == "" {
		program = s.value(classesRoot, ".pdf", "")
	}
	for _, verb := range []string{"printto", "print"} {
		if program != "" && s.value(classesRoot, program+`\shell\`+verb+`\command`, "") != "" {
			return verb
		}
	}
	return ""
}

func (s *shell) Abilities() Abilities { return Abilities{Choice: s.verb() == "printto"} }

// Printers are those of the user; without a choice only the default one.
func (s *shell) Printers(context.Context) ([]Printer, error) {
	verb := s.verb()
	if verb == "" {
		return nil, data.Fail("printer.no_program", nil)
	}
	usual, _, _ := strings.Cut(s.value(currentUser, usualDevice, "Device"), ",")
	var all []Printer
	for _, name := range s.names(currentUser, allDevices) {
		if verb == "printto" || name == usual {
			all = append(all, Printer{Name: name, Title: name, Default: name == usual})
		}
	}
	if len(all) == 0 {
		return nil, data.Fail("printer.none", nil)
	}
	slices.SortFunc(all, func(a, b Printer) int { return strings.Compare(a.Name, b.Name) })
	return all, nil
}

// Stage writes the pages into a file for the other program.
func (s *shell) Stage(_ context.Context, o Order, pdf []byte) (Job, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	// A quote cannot stand in the name of a printer, and would end the parameter.
	if strings.ContainsAny(o.Printer, "\"\x00") {
		return nil, data.Fail("printer.unknown", data.Args{"value": o.Printer, "known": ""})
	}
	path, err := s.place("print.pdf")
	if err != nil {
		return nil, err
	}
	if err := file.Save(path, pdf); err != nil {
		return nil, err
	}
	return &shellJob{shell: s, order: o, path: path}, nil
}

// shellJob is a file for another program.
type shellJob struct {
	shell *shell
	order Order
	path  string
	mu    sync.Mutex
	gone  bool
}

// Release hands the file over, once a copy: the shell knows no copies.
func (j *shellJob) Release(context.Context) error {
	verb, parameters := j.shell.verb(), ""
	if verb == "printto" {
		parameters = `"` + j.order.Printer + `"`
	}
	for range j.order.Copies {
		if err := j.shell.execute(verb, j.path, parameters); err != nil {
			return data.FailWith(err, "printer.no_program", nil)
		}
	}
	return nil
}

// Cancel removes the file; what the other program has read is no longer ours.
func (j *shellJob) Cancel(context.Context) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.gone = true
	if err := os.Remove(j.path); err != nil && !os.IsNotExist(err) {
		return data.FailWith(err, "file.cannot_write", data.Args{"file": j.path})
	}
	return nil
}

func (j *shellJob) State(context.Context) (State, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.gone {
		return State{Phase: Cancelled}, nil
	}
	return State{Phase: HandedOver}, nil
}
