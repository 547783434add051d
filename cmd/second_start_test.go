package cmd

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"graduand/ui/frame"
)

// again starts the program a second time on the folder of the desk and in it, and waits until that has ended.
func (d *desk) again(args ...string) {
	d.t.Helper()
	second := d.command(built(d.t, buildDesktop), append([]string{"--folder", d.folder}, args...)...)
	second.Dir = d.folder
	if out, err := second.CombinedOutput(); err != nil {
		d.t.Fatalf("the second start: %v\n%s", err, out)
	}
}

// A second start gives its file to the window that is there and ends; what that window has to say to it
// comes when nothing else is asked there.
func TestASecondStartComesToTheFirst(t *testing.T) {
	t.Parallel()
	d := newDesk(t, "zno-2020", "uk")
	d.signIn("Увійти")
	roster := filepath.Join(d.folder, "новий клас.csv")
	content := "Прізвище;Ім'я;По батькові;Дата народження\nЯсінська;Ївга;Ігорівна;05.03.2003\n"
	if err := os.WriteFile(roster, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	d.again("новий клас.csv")
	d.until("answer to the list", func(now frame.Told) bool { return now.Over == 1 && rests(now) })
	d.shot("real-second-start")
	d.again()
	d.key("Escape")
	d.key("Return")
	d.until("list, once somebody has signed in", func(now frame.Told) bool { return now.Screen == "roster" && now.Rows == 1 && rests(now) })
	d.shot("real-second-list")
	d.again(filepath.Join("demo", "zno-2020", "school.graduand"))
	d.rest("roster")
}

// A program that was killed leaves nothing that keeps the next one from starting.
func TestAStartAfterAKilledProgram(t *testing.T) {
	t.Parallel()
	d := newDesk(t, "zno-2020", "uk")
	d.signIn("Увійти")
	d.program.Process.Kill()
	<-d.exited
	d.told = frame.Told{}
	d.start("--demo", "zno-2020", "--lang", "uk")
	d.signIn("Увійти")
	d.quit()
}

// At its first start the window is not larger than a small screen.
func TestTheFirstWindowFitsTheScreen(t *testing.T) {
	t.Parallel()
	d := emptyDesk(t, "uk")
	d.display = newDisplay(t, "-screen", "0", "1024x600x24")
	d.start("--lang", "uk")
	d.titled("Graduand")
	eventually(t, "window that fits", func() bool {
		out, err := d.command("xdotool", "search", "--onlyvisible", "--name", "Graduand", "getwindowgeometry").Output()
		if err != nil {
			return false
		}
		var width, height int
		_, size, _ := strings.Cut(string(out), "Geometry:")
		fmt.Sscanf(strings.TrimSpace(size), "%dx%d", &width, &height)
		return width > 900 && width <= 1024 && height > 500 && height <= 600
	})
	d.until("page at rest", func(now frame.Told) bool { return now.Title == "Graduand" && rests(now) })
	d.shot("real-small-screen")
	d.quit()
}

// Where everything lies is said without a window and without making anything; the look is put back to the
// usual only while no window would undo that.
func TestFilesAndTheLookWithoutAWindow(t *testing.T) {
	t.Parallel()
	program, base := built(t, buildDesktop), t.TempDir()
	folder := filepath.Join(base, "own")
	run := func(want int, args ...string) string {
		t.Helper()
		c := exec.Command(program, append([]string{"--folder", "own"}, args...)...)
		c.Dir = base
		c.Env = append(os.Environ(), "DISPLAY=", "WAYLAND_DISPLAY=", "LC_ALL=uk_UA.UTF-8")
		out, err := c.CombinedOutput()
		if c.ProcessState.ExitCode() != want {
			t.Fatalf("%q: %v\n%s", args, err, out)
		}
		return string(out)
	}
	if said := run(0, "--files"); !strings.Contains(said, "Налаштування вікна: "+filepath.Join(folder, "settings.json")+" (немає)") {
		t.Errorf("it says\n%s", said)
	}
	if said := run(0, "--reset-ui"); !strings.Contains(said, "Налаштувань ще немає") {
		t.Errorf("without settings it says\n%s", said)
	}
	if _, err := os.Stat(folder); !os.IsNotExist(err) {
		t.Errorf("something was made: %v", err)
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	settings := filepath.Join(folder, "settings.json")
	if err := os.WriteFile(settings, []byte(`{"language": "uk", "dark": true, "recent": ["/2020.graduand"]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	said := run(0, "--reset-ui")
	after, err := os.ReadFile(settings)
	if err != nil || !strings.Contains(said, "settings.json.before-reset") || strings.Contains(string(after), `"dark": true`) || !strings.Contains(string(after), "/2020.graduand") {
		t.Errorf("it says\n%s\nand leaves %s, %v", said, after, err)
	}
	if err := os.WriteFile(settings, []byte(`{"language": "ky"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	for want, args := range map[string][]string{"Терезенин жөндөөлөрү": {"--files"}, "Настройки окна": {"--files", "--lang", "ru"}, "Settings of the window": {"--files", "--lang", "en"}} {
		if said := run(0, args...); !strings.Contains(said, want) {
			t.Errorf("%q says\n%s", args, said)
		}
	}
	if said := run(4); !strings.Contains(said, "Терезени көрсөтө турган экран жок") {
		t.Errorf("without a display it says\n%s", said)
	}
}

// Beside a window that is open the look is left alone.
func TestTheLookIsNotPutBackUnderAnOpenWindow(t *testing.T) {
	t.Parallel()
	d := emptyDesk(t, "uk")
	d.start("--lang", "uk")
	d.titled("Graduand")
	reset := exec.Command(built(t, buildDesktop), "--folder", d.folder, "--reset-ui", "--lang", "uk")
	if out, err := reset.CombinedOutput(); reset.ProcessState.ExitCode() != 2 || !strings.Contains(string(out), "Закрийте його вікно") {
		t.Errorf("%v\n%s", err, out)
	}
	d.quit()
}

// Where its own folder cannot be written no window opens, and a box of the desktop says why, in the user's
// language: who clicked on the program sees no terminal.
func TestAStartWithoutAFolderSaysWhy(t *testing.T) {
	t.Parallel()
	box, said := t.TempDir(), filepath.Join(t.TempDir(), "said")
	if err := os.WriteFile(filepath.Join(box, "zenity"), []byte("#!/bin/sh\nprintf '%s\\n' \"$@\" > '"+said+"'\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	d := newDisplay(t)
	start := d.command(built(t, buildDesktop), "--folder", "/proc/self/Graduand", "--lang", "ky")
	start.Env = append(start.Env, "PATH="+box+":"+os.Getenv("PATH"))
	if out, err := start.CombinedOutput(); start.ProcessState.ExitCode() != 3 {
		t.Fatalf("%v\n%s", err, out)
	}
	told, err := os.ReadFile(said)
	if err != nil || !strings.Contains(string(told), "Реестрлер өзгөргөн жок") || !strings.Contains(string(told), "/proc/self/Graduand") {
		t.Errorf("the box says %q, %v", told, err)
	}
}
