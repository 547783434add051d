// Command graduand is the desktop program: one window on one registry.
package main

import (
	"cmp"
	"fmt"
	stdlog "log"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"github.com/alecthomas/kong"

	"graduand/assets"
	"graduand/cmd/internal/shield"
	"graduand/data/registrar"
	"graduand/data/text"
	"graduand/ui"
	"graduand/ui/frame"
)

type options struct {
	File     string `arg:"" optional:"" type:"path" help:"The registry to open."`
	Demo     string `help:"Open the demonstration school of this campaign." placeholder:"ID"`
	Folder   string `type:"path" help:"Where settings, log and demonstration lie (default: the user's folder for programs)." placeholder:"DIR"`
	Lang     string `help:"Language of the window from now on: ${languages} (default: as it was, at the first start the PC's)." enum:",${languages}" default:""`
	Softgl   bool   `help:"Draw by software, not by the driver of the PC (Windows)."`
	Version  bool   `help:"Say the version and stop."`
	Files    bool   `help:"Say where settings, log and all else of the program lie, and stop."`
	ResetUI  bool   `name:"reset-ui" help:"Put theme, size, place, columns and folders back to the usual, say so, and stop."`
	NoScreen bool   `hidden:"" help:"Pretend that there is no display."`
	Crash    string `hidden:"" help:"For tests: end by a fault that says these words, beside the window or in it." placeholder:"beside|window:WORDS"`
	Tell     string `help:"For tests: tell in this file at every change what the window shows, personal words too." placeholder:"FILE"`
}

// Exit codes: done; refused, of what needs no window; the program's own folder cannot be used; there is no screen
// to show a window on, or nothing by which a picture could be drawn.
const exitDone, exitRefused, exitCannot, exitNoDisplay, exitNoGraphics = 0, 2, 3, 4, 5

func main() {
	// Before anything is read: what the system refuses is for the log, once there is one.
	unshielded := shield.Raise()
	os.Exit(run(unshielded))
}

func run(unshielded error) int {
	var o options
	// A mistake in a command line has nothing to do with a window.
	kong.Parse(&o, kong.Name("graduand"), kong.Description("Registers the graduates of a school for the national exam."), kong.Vars{"languages": strings.Join(text.Languages(), ",")})
	if o.Version {
		say("graduand " + registrar.Program)
		return exitDone
	}
	language := languageOf(o)
	if o.Files || o.ResetUI {
		return withoutWindow(o, language)
	}
	if o.NoScreen || !hasDisplay() {
		fmt.Fprintln(os.Stderr, text.For(language).Say("desktop.no_display", nil))
		return exitNoDisplay
	}
	if err := show(o, language, unshielded); err != nil {
		complain(text.For(language).Say("desktop.cannot_start", map[string]any{"reason": err.Error()}))
		return exitCannot
	}
	return exitDone
}

// withoutWindow does what needs no window.
func withoutWindow(o options, language string) int {
	do := sayFiles
	if o.ResetUI {
		do = resetLook
	}
	exit, err := do(o, language)
	if err != nil {
		fmt.Fprintln(os.Stderr, "graduand:", err)
		return exitCannot
	}
	return exit
}

// show runs the window until it is closed.
func show(o options, language string, unshielded error) error {
	settle := beginRoomy(o)
	folder, err := programFolder(o.Folder)
	if err != nil {
		return err
	}
	one, given := claim(folder, o)
	if given {
		return nil
	}
	defer one.leave()
	log, err := openLog(folder)
	if err != nil {
		return err
	}
	defer log.close()
	go findFonts(log.logger)
	if unshielded != nil {
		log.logger.Warn("memory is open to other programs", "error", unshielded.Error())
	}
	settings, err := frame.LoadSettings(folder, language)
	if err != nil {
		return err
	}
	settings.Language = language
	picture, err := beginPicture(folder, settings.Language, o.Softgl, log)
	if err != nil {
		return err
	}
	picture.leaving = one.leave
	program := app.NewWithID("org.graduand.desktop")
	program.SetIcon(fyne.NewStaticResource("graduand.png", assets.Icon))
	window, stands := newWindow(program, folder, settings, log)
	if err := tell(window, o.Tell); err != nil {
		return err
	}
	window.LookAhead(o.File)
	go followLook(func(dark bool) { fyne.Do(func() { window.SystemIs(dark) }) })
	window.LogFailure("listen for a second start", one.listen(func(path string) bool {
		raised := stands.raise()
		if raised {
			window.Given(path)
		}
		return raised
	}))
	program.Lifecycle().SetOnStarted(func() {
		time.AfterFunc(windowStands, picture.shown)
		ui.Begin(window, o.File, o.Demo)
		settle()
		window.TellCrash(filepath.Join(folder, registrar.CrashFile))
		one.begun.Store(true)
		crash(o.Crash)
	})
	window.Fyne().Show()
	stands.begin()
	program.Run()
	picture.shown()
	return nil
}

// newWindow makes the window, which is not shown yet, and what knows where it stands.
func newWindow(program fyne.App, folder string, settings *frame.Settings, log *programLog) (*frame.Window, *standing) {
	stands := &standing{settings: settings}
	window := ui.New(program, frame.Options{
		Settings: settings, Runner: runner(), Now: time.Now, OpenFile: openFile, Log: log.logger,
		DemoFolder: filepath.Join(folder, registrar.DemoFolder), Home: homeFolder(folder), KeepStanding: stands.keep,
		ClearMemory: clearMemory,
	})
	stands.window = window.Fyne()
	return window, stands
}

// beginPicture chooses by what the window is drawn, and watches over what fails from then on.
func beginPicture(folder, language string, soft bool, log *programLog) (*graphics, error) {
	picture, err := newGraphics(folder, language, soft)
	if err != nil {
		return nil, err
	}
	if err := watchCrash(filepath.Join(folder, registrar.CrashFile), picture.words()); err != nil {
		log.logger.Error("watch for faults", "error", err.Error())
	}
	if err := picture.begin(); err != nil {
		log.logger.Error("software OpenGL", "error", err.Error())
	}
	stdlog.SetOutput(&toolkitLog{next: os.Stderr, failed: picture.failed})
	return picture, nil
}

// tell lets the window tell a test in a file what it shows, until the program ends; "" for
// no file.
func tell(window *frame.Window, path string) error {
	if path == "" {
		return nil
	}
	told, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o600)
	if err != nil {
		return fmt.Errorf("open file to tell: %w", err)
	}
	window.Tell(told)
	return nil
}

// runner does work on goroutines and brings results back to Fyne's.
func runner() frame.Runner {
	return frame.Runner{
		Background: func(f func()) { go f() },
		Deliver:    fyne.Do,
		After: func(d time.Duration, f func()) func() {
			timer := time.AfterFunc(d, func() { fyne.Do(f) })
			return func() { timer.Stop() }
		},
	}
}

func programFolder(wanted string) (string, error) {
	folder, err := folderOf(wanted)
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", fmt.Errorf("make folder for settings: %w", err)
	}
	return folder, nil
}

// homeFolder is where a new registry is proposed to lie: the user's documents where there
// are such, else what the user has. The program's folder, which is hidden, is the last.
func homeFolder(folder string) string {
	of := frame.UserFolders()
	return cmp.Or(of.Documents, of.Home, folder)
}

func userName() string {
	if u, err := user.Current(); err == nil {
		return u.Username
	}
	return ""
}

func hasDisplay() bool {
	return runtime.GOOS == "windows" || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// languageOf is the language asked for, else the one that the window had last, else the machine's if we speak
// it, else Ukrainian.
func languageOf(o options) string {
	if o.Lang != "" {
		return o.Lang
	}
	if folder, err := folderOf(o.Folder); err == nil {
		if kept := frame.KeptLanguage(folder); kept != "" {
			return kept
		}
	}
	for _, name := range machineLanguages() {
		machine, _, _ := strings.Cut(strings.ReplaceAll(name, "-", "_"), "_")
		if slices.Contains(text.Languages(), machine) {
			return machine
		}
	}
	return "uk"
}

// openFile shows a file in the PC's own program for it. It may take a moment and is
// not for the window's goroutine.
func openFile(path string) error {
	var command *exec.Cmd
	if runtime.GOOS == "windows" {
		command = exec.Command("rundll32", "url.dll,FileProtocolHandler", path)
	} else {
		command = exec.Command("xdg-open", path)
	}
	if err := command.Start(); err != nil {
		return registrar.CannotOpen(err, path)
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			return registrar.CannotOpen(err, path)
		}
	case <-time.After(openingTime):
	}
	return nil
}

// openingTime is how long a program may take to say that it cannot show a file; one
// that still runs then shows it.
const openingTime = 3 * time.Second
