package cmd

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// desk is a display without a screen with the real program on it, driven as a person
// drives it: by keys.
type desk struct {
	t       *testing.T
	display string
	folder  string
	shots   string
	program *exec.Cmd
	exited  chan error
}

// newDesk starts Xvfb and the program on the demonstration school.
func newDesk(t *testing.T, campaign, language string) *desk {
	t.Helper()
	for _, tool := range []string{"Xvfb", "xdotool", "import"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%s is missing: run make deps", tool)
		}
	}
	d := &desk{t: t, folder: t.TempDir(), shots: os.Getenv("SHOTS")}
	d.startDisplay()
	d.program = exec.Command(buildDesktop(t), "--folder", d.folder, "--demo", campaign, "--lang", language)
	d.program.Env = append(os.Environ(), "DISPLAY="+d.display, "LC_ALL=uk_UA.UTF-8", "PATH="+withoutZenity())
	var said bytes.Buffer
	d.program.Stdout, d.program.Stderr = &said, &said
	if err := d.program.Start(); err != nil {
		t.Fatal(err)
	}
	d.exited = make(chan error, 1)
	go func() { d.exited <- d.program.Wait() }()
	t.Cleanup(func() {
		d.program.Process.Kill()
		if t.Failed() {
			d.shot("failed")
			t.Logf("the program said:\n%s", said.String())
		}
	})
	return d
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

func buildDesktop(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "graduand")
	build := exec.Command("go", "build", "-trimpath", "-tags", "migrated_fynedo,no_emoji", "-ldflags", "-s -w", "-o", path, module+"/cmd/graduand")
	build.Env = append(os.Environ(), "CGO_ENABLED=1")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build the desktop program: %v\n%s", err, out)
	}
	return path
}

// startDisplay lets Xvfb choose a free display and waits until it tells which.
func (d *desk) startDisplay() {
	read, write, err := os.Pipe()
	if err != nil {
		d.t.Fatal(err)
	}
	xvfb := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1366x768x24", "-nolisten", "tcp")
	xvfb.ExtraFiles = []*os.File{write}
	if err := xvfb.Start(); err != nil {
		d.t.Fatal(err)
	}
	write.Close()
	d.t.Cleanup(func() { xvfb.Process.Kill(); xvfb.Wait() })
	var number int
	if _, err := fmt.Fscan(read, &number); err != nil {
		d.t.Fatalf("Xvfb names no display: %v", err)
	}
	d.display = fmt.Sprintf(":%d", number)
}

func (d *desk) x(args ...string) string {
	d.t.Helper()
	command := exec.Command("xdotool", args...)
	command.Env = append(os.Environ(), "DISPLAY="+d.display)
	out, err := command.CombinedOutput()
	if err != nil {
		d.t.Fatalf("xdotool %v: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// key presses keys one after another; type writes letters. Both leave the program
// the time that it takes to draw.
func (d *desk) key(keys ...string) {
	d.t.Helper()
	for _, k := range keys {
		d.x("key", k)
		time.Sleep(150 * time.Millisecond)
	}
}

func (d *desk) type_(letters string) {
	d.t.Helper()
	d.x("type", "--delay", "120", letters)
	time.Sleep(300 * time.Millisecond)
}

// answer types a path into the file dialog in front and presses Enter.
func (d *desk) answer(path string) {
	d.t.Helper()
	time.Sleep(500 * time.Millisecond)
	d.key("ctrl+a")
	d.type_(path)
	d.key("Return")
}

// importRoster takes in a roster by the keyboard alone.
func (d *desk) importRoster(path string) {
	d.t.Helper()
	d.key("ctrl+i", "ctrl+s")
	d.answer(path)
	time.Sleep(2 * time.Second)
	d.shot("real-import")
	d.key("ctrl+s")
	time.Sleep(2 * time.Second)
}

// printCard saves the document that the print screen shows.
func (d *desk) printCard(path string) {
	d.t.Helper()
	d.key("ctrl+2")
	time.Sleep(3 * time.Second)
	// The screen saves nothing before the document is made, however long that takes
	// on this machine: ask again until it does.
	d.eventually("printed file", func() bool {
		d.key("ctrl+s")
		d.answer(path)
		time.Sleep(2 * time.Second)
		if info, err := os.Stat(path); err == nil && info.Size() > 0 {
			return true
		}
		d.key("Escape")
		return false
	})
}

func (d *desk) shot(name string) {
	if d.shots == "" {
		return
	}
	command := exec.Command("import", "-display", d.display, "-window", "root", filepath.Join(d.shots, name+".png"))
	if out, err := command.CombinedOutput(); err != nil {
		d.t.Errorf("take screenshot: %v\n%s", err, out)
	}
}

// title is that of the program's window.
func (d *desk) title() string {
	command := exec.Command("xdotool", "search", "--onlyvisible", "--name", "Graduand", "getwindowname")
	command.Env = append(os.Environ(), "DISPLAY="+d.display)
	out, _ := command.Output()
	return strings.TrimSpace(string(out))
}

// eventually waits for something that the program does in its own time.
func (d *desk) eventually(what string, holds func() bool) {
	d.t.Helper()
	for deadline := time.Now().Add(120 * time.Second); time.Now().Before(deadline); time.Sleep(200 * time.Millisecond) {
		if holds() {
			return
		}
	}
	d.t.Fatalf("in two minutes there was no %s; the window is called %q", what, d.title())
}

// control runs graduandctl on the registry of the desk, after the program is closed.
func (d *desk) control(args ...string) string {
	d.t.Helper()
	command := exec.Command("go", append([]string{"run", module + "/cmd/graduandctl"}, args...)...)
	command.Env = append(os.Environ(), "GRADUAND_PASSWORD=graduand-demo")
	out, err := command.CombinedOutput()
	if err != nil && !strings.Contains(string(out), "exit status 1") {
		d.t.Fatalf("graduandctl %v: %v\n%s", args, err, out)
	}
	return string(out)
}

// TestRealWindow is the road of a person in the real window: the demonstration,
// a search, an import, a card printed to a file, another language, the end.
func TestRealWindow(t *testing.T) {
	d := newDesk(t, "zno-2020", "uk")
	d.eventually("sign-in", func() bool { return strings.Contains(d.title(), "Увійти") })
	time.Sleep(time.Second)
	d.shot("real-signin")
	d.key("Return")
	d.eventually("window of the demonstration", func() bool { return strings.Contains(d.title(), "Тихоозерський ліцей") })
	time.Sleep(2 * time.Second)
	d.shot("real-graduates")

	d.key("ctrl+f")
	d.type_("їж")
	d.shot("real-search")
	d.key("Escape")

	roster := filepath.Join(d.folder, "новий клас.csv")
	content := "Список учнів 11-Д класу\nПрізвище;Ім'я;По батькові;Дата народження;Телефон\nЯсінська;Ївга;Ігорівна;05.03.2003;0671112233\n"
	if err := os.WriteFile(roster, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	d.importRoster(roster)
	d.shot("real-imported")

	card := filepath.Join(d.folder, "картка.pdf")
	d.printCard(card)
	d.shot("real-print")
	out, err := exec.Command("pdftotext", "-layout", card, "-").Output()
	if err != nil || !strings.Contains(string(out), "РЕЄСТРАЦІЙНА КАРТКА") {
		t.Errorf("the card: %v\n%s", err, out)
	}

	d.key("ctrl+g", "ctrl+g", "ctrl+g") // Russian, Kyrgyz, English
	time.Sleep(time.Second)
	d.shot("real-language")
	d.key("ctrl+l")
	d.eventually("lock", func() bool { return strings.Contains(d.title(), "Sign in") })
	d.shot("real-locked")
	if content, err := os.ReadFile(filepath.Join(d.folder, "demo", "zno-2020", "school.graduand")); err != nil || strings.Contains(string(content), "Ясінська") {
		t.Errorf("KG-012 the locked registry: %v, or a name in the clear", err)
	}
	time.Sleep(time.Second)
	d.key("Return")
	d.eventually("window after the lock", func() bool { return strings.Contains(d.title(), "Тихоозерський ліцей") })
	d.key("ctrl+q")
	select {
	case err := <-d.exited:
		if err != nil {
			t.Errorf("the program ended with %v", err)
		}
	case <-time.After(20 * time.Second):
		t.Error("the program does not close")
	}
	registry := filepath.Join(d.folder, "demo", "zno-2020", "school.graduand")
	if list := d.control("list", registry, "--class", "11-Д"); !strings.Contains(list, "Ясінська Ївга Ігорівна") {
		t.Errorf("the imported graduate is not in the registry:\n%s", list)
	}
	if settings, err := os.ReadFile(filepath.Join(d.folder, "settings.json")); err != nil || !strings.Contains(string(settings), `"language": "en"`) {
		t.Errorf("the language was not kept: %v\n%s", err, settings)
	}
	if log, err := os.ReadFile(filepath.Join(d.folder, "graduand.log")); err != nil || strings.Contains(string(log), "Ясінська") {
		t.Errorf("the log: %v\n%s", err, log)
	}
}
