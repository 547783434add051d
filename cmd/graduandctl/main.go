// Command graduandctl does the registrar's jobs without a window, for scripts, for
// tests and for the centre.
//
// What a program reads goes to standard output, with --json as one object a line;
// what a person reads goes to standard error. Exit codes: 0 done, 1 done with
// findings, 2 wrong use or bad input (nothing written), 3 a fault of the program.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"reflect"
	"runtime/debug"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"graduand/assets"
	"graduand/cmd/internal/shield"
	"graduand/data/registrar"
	"graduand/data/registrar/printing"
	"graduand/data/text"
)

type commands struct {
	Lang string `help:"Language of messages: ${languages} (default: the campaign's)." enum:",${languages}" default:""`
	User string `help:"Who signs in, in any spelling of the phone (default: whoever the password belongs to)." placeholder:"PHONE"`
	// A password is never an argument: everybody on the PC could read it there.
	PasswordFile string `help:"File with the password (or GRADUAND_PASSWORD, or the prompt)." placeholder:"FILE"`

	To string `help:"To whom goes what is shown or written, instead of whom it usually goes to: the history keeps it." placeholder:"WHOM"`

	Version kong.VersionFlag `help:"Say the version and stop."`

	Demo     demoCommand     `cmd:"" help:"Make a fictional school and do the whole main job in DIR."`
	New      newCommand      `cmd:"" help:"Make a new registry."`
	Import   importCommand   `cmd:"" help:"Take in a class roster (.xlsx, .ods, .csv, or a web page or XML saved as .xls)."`
	List     listCommand     `cmd:"" help:"Show the graduates, one a line."`
	Check    checkCommand    `cmd:"" help:"Show what is missing or wrong, person by person."`
	Print    printCommand    `cmd:"" help:"Write a document as .pdf or .xlsx, or print it on a printer."`
	Printers printersCommand `cmd:"" help:"The printers of this PC."`
	Files    filesCommand    `cmd:"" help:"Where settings, log and all else of the program lie on this PC."`
	Set      setCommand      `cmd:"" help:"Change fields of a graduate."`
	Do       doCommand       `cmd:"" help:"Every other action: add, remove, restore, bring back, history, school, take home, close, erase and others."`
	Account  accountCommand  `cmd:"" help:"Who may sign in: list, add, replace, remove, password, paper, recover, escrow, ask-centre, answer."`
	Access   accessCommand   `cmd:"" help:"Logins of graduates: list, create, change, import, save, slips, handover, take-back."`
	Form     formCommand     `cmd:"" help:"One graduate's form: show, finish, give-back, record, take-back, detach, originals, site."`
	Photo    photoCommand    `cmd:"" help:"Say of photos and scans whether a campaign's rules hold."`
	Photos   photosCommand   `cmd:"" help:"Attach a folder of photos by card number, document number or name."`
	Package  packageCommand  `cmd:"" help:"Lists and packages: list, show, offer, make-list, finish, withdraw, make, close, post, received and others."`
	Payment  paymentCommand  `cmd:"" help:"Receipts: list, add, cancel, judge."`
	Overview overviewCommand `cmd:"" help:"How far the school is: classes, the way, the deadline, what to do now."`
	Calendar calendarCommand `cmd:"" help:"Days of the campaign and days off: list, name, off, work, forget."`
	Decline  declineCommand  `cmd:"" help:"Print the Ukrainian genitive of a name on one line."`
	Export   exportCommand   `cmd:"" help:"Write the next messages for the centre, or say what would be in them."`
	Receive  receiveCommand  `cmd:"" help:"Take in a message of the centre, or say what it would change."`
	Centre   centreCommand   `cmd:"" help:"The centre's side: keys, campaign, enrol, expect, confirm, ingest, card, decisions, decide, list, schools, statistics, status, facts, recover, rebuild, simulate."`
	Verify   verifyCommand   `cmd:"" help:"Say whether a message is whole and genuine, and what it is."`
	Schema   schemaCommand   `cmd:"" help:"Write the form of messages for who builds a reader: schemas, description, example."`
	Backup   backupCommand   `cmd:"" help:"Write a copy of the registry, sealed as it is."`
	Restore  restoreCommand  `cmd:"" help:"Make a registry of a backup, after a check of every record."`
	Doctor   doctorCommand   `cmd:"" help:"Examine a registry, an altered one too."`
	Guide    guideCommand    `cmd:"" help:"Write the user guide of a campaign, in Ukrainian or Russian, as one HTML file."`
	Licences licencesCommand `cmd:"" help:"Print the licences of all that the program is made of."`
}

func main() {
	// A system that refuses it stops no work, and a script has nobody to tell.
	_ = shield.Raise()
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr, time.Now))
}

// run is the whole program at the time that now tells; it returns the exit code.
func run(args []string, stdout, stderr io.Writer, now func() time.Time) (code int) {
	stdout, stderr = &plain{to: stdout}, &plain{to: stderr}
	s := &session{stdin: os.Stdin, stdout: stdout, stderr: stderr, now: now}
	defer func() {
		if fault := recover(); fault != nil {
			fmt.Fprintf(stderr, "%s\n%v\n%s", s.say("cli.fault", nil), fault, debug.Stack())
			code = exitFault
		}
	}()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	s.ctx = ctx

	var c commands
	helped := false
	parser, err := kong.New(&c, kong.Name("graduandctl"), kong.Writers(stdout, stderr),
		kong.Description("Graduand without a window."), kong.Exit(func(int) { helped = true }),
		kong.NamedMapper("action", described{"actions": actionNames(), "actions_help": actionHelp()}),
		kong.NamedMapper("document", described{"documents": strings.Join(printing.Codes(), ", ")}),
		kong.NamedMapper("spoken", described{"spoken": strings.Join(printing.Spoken(), ", ")}),
		kong.Vars{"version": "graduandctl " + registrar.Program, "demo": assets.DemoCampaign, "languages": strings.Join(text.Languages(), ",")})
	if err != nil {
		panic(fmt.Errorf("describe commands: %w", err))
	}
	command, err := parser.Parse(args)
	if helped {
		return exitDone
	}
	if err != nil {
		fmt.Fprintln(stderr, "graduandctl: "+oneLine(err.Error()))
		return exitRefused
	}
	registrar.RemoveLooked()
	s.lang, s.user, s.passwordFile = c.Lang, c.User, c.PasswordFile
	s.ctx = registrar.GoesTo(ctx, c.To)
	return s.finish(command.Run(s))
}

// described reads a word whose description has long variables of its own. A variable of the whole command line is
// read anew for every flag that there is, and the names of the actions were a third of every start.
type described kong.Vars

func (described) Decode(ctx *kong.DecodeContext, target reflect.Value) error {
	return ctx.Scan.PopValueInto("string", target.Addr().Interface())
}

func (d described) Vars(*kong.Value) kong.Vars { return kong.Vars(d) }

// licencesCommand prints what whoever passes the program on has to pass on with it.
type licencesCommand struct{}

func (licencesCommand) Run(s *session) error {
	_, err := io.WriteString(s.stdout, assets.AllNotices)
	return err
}
