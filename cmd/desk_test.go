package cmd

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"graduand/data/registrar"
	"graduand/ui/frame"
)

// desk is a display without a screen with the real program on it, driven as a person
// drives it: by keys. The program tells what it shows, and the next key is pressed when
// it rests: nothing here depends on how fast it is.
type desk struct {
	display
	t       *testing.T
	folder  string
	shots   string
	program *exec.Cmd
	// said is what the program has written for who started it.
	said   bytes.Buffer
	exited chan error
	// password opens the registry of the desk by graduandctl.
	password string
	// environment are further NAME=VALUE for the program.
	environment []string

	mu sync.Mutex
	// told is what the program has told last, news that it has told something.
	told frame.Told
	news chan struct{}
}

// countries are the keyboard layouts with the letters of the window's languages.
var countries = map[string]string{"uk": "ua", "ru": "ru", "ky": "kg"}

// newDesk starts Xvfb and the program on the demonstration school.
func newDesk(t *testing.T, campaign, language string) *desk {
	t.Helper()
	d := emptyDesk(t, language)
	d.start("--demo", campaign, "--lang", language)
	return d
}

// emptyDesk starts Xvfb alone, with the keyboard of a language.
func emptyDesk(t *testing.T, language string) *desk {
	t.Helper()
	d := &desk{t: t, folder: t.TempDir(), password: registrar.DemoPassword, shots: os.Getenv("SHOTS"), display: newDisplay(t), news: make(chan struct{}, 1), exited: make(chan error, 1)}
	d.layout(t, "us,"+countries[language])
	if err := os.WriteFile(filepath.Join(d.folder, "settings.json"), []byte(`{"toured": true}`), 0o600); err != nil {
		t.Fatal(err)
	}
	return d
}

// start starts the program.
func (d *desk) start(args ...string) {
	t := d.t
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	d.program = d.command(built(t, buildDesktop), append([]string{"--folder", d.folder, "--tell", "/dev/fd/3"}, args...)...)
	// What Fyne keeps of its own for a program lies in a folder of the test's, too.
	d.program.Env = append(d.program.Env, "LC_ALL=uk_UA.UTF-8", "PATH="+withoutZenity(), "XDG_CONFIG_HOME="+t.TempDir())
	d.program.Env = append(d.program.Env, d.environment...)
	d.program.ExtraFiles = []*os.File{write}
	d.program.Stdout, d.program.Stderr = &d.said, &d.said
	if err := d.program.Start(); err != nil {
		t.Fatal(err)
	}
	write.Close()
	go func() { d.exited <- d.program.Wait() }()
	heard := make(chan struct{})
	go d.listen(read, heard)
	t.Cleanup(func() {
		if t.Failed() {
			d.shot("failed")
		}
		d.program.Process.Kill()
		<-heard
		if t.Failed() {
			t.Logf("the program said:\n%s", d.said.String())
		}
	})
}

// withoutZenity is a PATH on which the PC's own file dialogs are not found, so that
// ours are asked.
func withoutZenity() string {
	var folders []string
	for _, folder := range filepath.SplitList(os.Getenv("PATH")) {
		if _, err := os.Stat(filepath.Join(folder, "zenity")); err != nil {
			folders = append(folders, folder)
		}
	}
	return strings.Join(folders, string(filepath.ListSeparator))
}

// listen keeps what the program tells until it ends.
func (d *desk) listen(pipe io.ReadCloser, heard chan<- struct{}) {
	defer close(heard)
	defer pipe.Close()
	for lines := json.NewDecoder(pipe); ; {
		var told frame.Told
		if lines.Decode(&told) != nil {
			return
		}
		d.mu.Lock()
		d.told = told
		d.mu.Unlock()
		select {
		case d.news <- struct{}{}:
		default:
		}
	}
}

func (d *desk) last() frame.Told {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.told
}

// until waits for something that the program tells.
func (d *desk) until(what string, holds func(frame.Told) bool) {
	d.t.Helper()
	for patience := time.After(limit); !holds(d.last()); {
		select {
		case <-d.news:
		case err := <-d.exited:
			d.t.Fatalf("the program ended before %s: %v", what, err)
		case <-patience:
			d.t.Fatalf("in %v there was no %s; last told: %+v", limit, what, d.last())
		}
	}
}

// rests says that no work is under way, no key is held, and all is drawn.
func rests(now frame.Told) bool { return now.Busy == 0 && !now.Shift && now.Drawn }

// rest waits until the program rests on a screen.
func (d *desk) rest(screen string) {
	d.t.Helper()
	d.until(screen+" at rest", func(now frame.Told) bool { return now.Screen == screen && rests(now) })
}

// signIn waits until somebody may sign in.
func (d *desk) signIn(title string) {
	d.t.Helper()
	d.until(title, func(now frame.Told) bool {
		return now.Screen == "" && strings.HasPrefix(now.Title, title) && rests(now)
	})
	d.titled(title)
}

func (d *desk) x(args ...string) {
	d.t.Helper()
	if out, err := d.command("xdotool", args...).CombinedOutput(); err != nil {
		d.t.Fatalf("xdotool %v: %v\n%s", args, err, out)
	}
}

// key presses keys one after another. After each it presses Shift, which changes nothing:
// when the program has seen that, it has handled the key.
func (d *desk) key(keys ...string) {
	d.t.Helper()
	for _, k := range keys {
		d.x("key", k, "keydown", "Shift_L")
		d.until("answer to "+k, func(now frame.Told) bool { return now.Shift })
		d.x("keyup", "Shift_L")
		d.until("rest after "+k, rests)
	}
}

// write types letters into the entry that has the focus, in the place of what is selected.
func (d *desk) write(letters string) {
	d.t.Helper()
	before := d.last()
	want := before.Text + letters
	if before.Selected != "" {
		want = strings.Replace(before.Text, before.Selected, letters, 1)
	}
	d.x("type", "--delay", "0", letters)
	d.until("«"+want+"» in the entry", func(now frame.Told) bool { return now.Text == want && rests(now) })
}

// answer writes a path into the file dialog in front and presses Enter.
func (d *desk) answer(path string) {
	d.t.Helper()
	d.until("dialog for a file", func(now frame.Told) bool { return now.Over == 1 && now.Focus == "Entry" && rests(now) })
	d.key("ctrl+a")
	d.write(path)
	d.key("Return")
	d.until("end of the dialog", func(now frame.Told) bool { return now.Over == 0 && rests(now) })
}

// preferencesRace is what Fyne 2.7.1 says of itself where its watcher reads the file of its
// preferences, in which nothing of ours lies, between being emptied and being written anew. A
// program that ends may not come to say all of it.
var preferencesRace = regexp.MustCompile(`(?m)^.*Fyne error:  Preferences load error:\n(?:.*Cause: EOF\n(?:.*At: .*/app/preferences\.go:\d+\n)?)?`)

// quit leaves the program by its menu; it has nothing to say.
func (d *desk) quit() {
	d.t.Helper()
	d.x("key", "ctrl+q")
	select {
	case err := <-d.exited:
		if err != nil {
			d.t.Errorf("the program ended with %v", err)
		}
		if preferencesRace.ReplaceAllString(d.said.String(), "") != "" {
			d.t.Error("the program has something to say")
		}
	case <-time.After(limit):
		d.t.Fatalf("in %v the program did not close", limit)
	}
}

// titled checks how the program's window is called.
func (d *desk) titled(words string) {
	d.t.Helper()
	eventually(d.t, "window called "+words, func() bool { return strings.Contains(d.windows(), words) })
}

func (d *desk) shot(name string) {
	if d.shots == "" {
		return
	}
	if out, err := d.command("import", "-window", "root", filepath.Join(d.shots, name+".png")).CombinedOutput(); err != nil {
		d.t.Errorf("take screenshot: %v\n%s", err, out)
	}
}

// control runs graduandctl on the registry of the desk, after the program is closed.
func (d *desk) control(args ...string) string {
	d.t.Helper()
	command := exec.Command(built(d.t, buildControl), args...)
	command.Env = append(os.Environ(), "GRADUAND_PASSWORD="+d.password)
	out, err := command.CombinedOutput()
	if err != nil && command.ProcessState.ExitCode() != 1 {
		d.t.Fatalf("graduandctl %v: %v\n%s", args, err, out)
	}
	return string(out)
}
