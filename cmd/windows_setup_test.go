package cmd

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"graduand/ui/frame"
)

// windows is a Windows of its own, as far as wine is one, on a display without a screen.
type windows struct {
	display
	t      *testing.T
	prefix string
}

func newWindows(t *testing.T, more ...string) *windows {
	t.Helper()
	w := &windows{display: newDisplay(t, more...), t: t, prefix: t.TempDir()}
	w.run("wineboot", "-i")
	// Debian's wine is a Windows 7, which the setup refuses.
	w.run("wine", "winecfg", "-v", "win10")
	random := filepath.Join(w.prefix, "drive_c/windows/system32/bcryptprimitives.dll")
	out, err := exec.Command("x86_64-w64-mingw32-gcc", "-shared", "-O", "-o", random, "testdata/windows/bcryptprimitives.c", "-ladvapi32").CombinedOutput()
	if err != nil {
		t.Fatalf("build bcryptprimitives: %v\n%s", err, out)
	}
	t.Cleanup(func() { w.command("wineserver", "-k").Run() })
	return w
}

// command runs in the prefix; what wine itself says of fonts and services is left out.
func (w *windows) command(program string, args ...string) *exec.Cmd {
	c := w.display.command(program, args...)
	c.Env = append(c.Env, "WINEPREFIX="+w.prefix, "WINEDEBUG=-all", "WINEDLLOVERRIDES=mscoree,mshtml=", "GRADUAND_PASSWORD=graduand-demo")
	return c
}

func (w *windows) run(program string, args ...string) []byte {
	w.t.Helper()
	return w.answered(w.command(program, args...))
}

// speaksKyrgyz runs on a Windows in Kyrgyz.
func (w *windows) speaksKyrgyz(program string, args ...string) []byte {
	w.t.Helper()
	c := w.command(program, args...)
	c.Env = append(c.Env, "LC_ALL=ky_KG.UTF-8")
	return w.answered(c)
}

func (w *windows) answered(c *exec.Cmd) []byte {
	w.t.Helper()
	var said bytes.Buffer
	c.Stderr = &said
	out, err := c.Output()
	if err != nil {
		w.t.Fatalf("%q: %v\n%s%s", c.Args, err, out, said.Bytes())
	}
	return out
}

// files are all below the user's folders and the disk's programs, without wine's own of the first minute.
func (w *windows) files() (all []string) {
	w.t.Helper()
	root := filepath.Join(w.prefix, "drive_c")
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(root, path)
		all = append(all, name)
		return err
	})
	if err != nil {
		w.t.Fatal(err)
	}
	return all
}

// at is a path in the user's folder for programs, as Linux sees it.
func (w *windows) at(parts ...string) string {
	w.t.Helper()
	found, err := filepath.Glob(filepath.Join(w.prefix, "drive_c/users/*/AppData/Local"))
	if err != nil || len(found) == 0 {
		w.t.Fatalf("no user's folder: %v", err)
	}
	return filepath.Join(append([]string{found[0]}, parts...)...)
}

// TestSetupOnWindows is the life of the program on a PC, without a click: it is installed, opens the
// demonstration, prints a card on the command line, and is removed; what is the user's stays.
func TestSetupOnWindows(t *testing.T) {
	setup := packed(t, "graduand-setup.exe")
	w := newWindows(t)
	before := w.files()
	// There are no pages in Kyrgyz. Wine has no Cyrillic names of files in a language that Linux does not have, so
	// it is installed once more over that.
	w.speaksKyrgyz("wine", setup, "/S")
	named, err := charmap.CodePage866.NewDecoder().Bytes(w.speaksKyrgyz("wine", "reg", "query", `HKCU\Software\Classes\Graduand.Registry`, "/ve"))
	if err != nil || !strings.Contains(string(named), "Реестр выпускников") {
		t.Errorf("what it calls a registry: %v\n%s", err, named)
	}
	w.run("wine", setup, "/S")
	folder := w.at("Programs", "Graduand")
	control := filepath.Join(folder, "graduandctl.exe")
	for _, installed := range []string{"graduand.exe", "graduandctl.exe", "LICENCES.txt", "uninstall.exe"} {
		if _, err := os.Stat(filepath.Join(folder, installed)); err != nil {
			t.Error(err)
		}
	}
	w.hasGuides(folder)
	if out := w.run("wine", "reg", "query", `HKCU\Software\Classes\Graduand.Registry\shell\open\command`, "/ve"); !strings.Contains(string(out), "graduand.exe") {
		t.Errorf("what opens a registry:\n%s", out)
	}

	demo := filepath.Join(w.prefix, "drive_c", "демо")
	w.run("wine", control, "demo", `C:\демо`, "--campaign", "zno-2020", "--graduates", "3")
	w.run("wine", control, "print", `C:\демо\school.graduand`, "card", "-o", `C:\демо\картки.pdf`)
	out, err := exec.Command("pdftotext", "-layout", filepath.Join(demo, "картки.pdf"), "-").Output()
	if err != nil || !strings.Contains(string(out), "РЕЄСТРАЦІЙНА КАРТКА") {
		t.Errorf("the card: %v\n%s", err, out)
	}
	w.opensDemonstration(filepath.Join(folder, "graduand.exe"))

	w.run("wine", filepath.Join(folder, "uninstall.exe"), "/S", "_?="+`C:`+strings.ReplaceAll(strings.TrimPrefix(folder, filepath.Join(w.prefix, "drive_c")), "/", `\`))
	w.worksFromStick(packed(t, "graduand-*-windows.zip"))
	for _, left := range w.files() {
		if users := strings.Contains(left, "AppData/Local/Graduand/") || strings.HasPrefix(left, "демо/") || strings.HasPrefix(left, stick); !users && !slices.Contains(before, left) && !strings.HasSuffix(left, "uninstall.exe") && !ofWine(left) {
			t.Errorf("%s is left", left)
		}
	}
}

// hasGuides says that the Start menu leads to each guide that is installed.
func (w *windows) hasGuides(folder string) {
	w.t.Helper()
	guides, err := filepath.Glob(filepath.Join(folder, "guide", "*.html"))
	links, wrong := filepath.Glob(w.at("../Roaming/Microsoft/Windows/Start Menu/Programs/Graduand/*.lnk"))
	if err != nil || wrong != nil || len(guides) == 0 {
		w.t.Fatalf("no guides: %v, %v", err, wrong)
	}
	var all []byte
	for _, link := range links {
		content, err := os.ReadFile(link)
		if err != nil {
			w.t.Fatal(err)
		}
		// They have the path in UTF-16.
		all = append(all, bytes.ReplaceAll(content, []byte{0}, nil)...)
	}
	for _, guide := range guides {
		if name := filepath.Base(guide); !bytes.Contains(all, []byte(name)) {
			w.t.Errorf("nothing in the Start menu leads to %s", name)
		}
	}
}

// ofWine says that a file is one that wine makes for any program.
func ofWine(name string) bool {
	return strings.HasPrefix(name, "windows/") || strings.Contains(name, "/Temp/") || strings.HasSuffix(name, "bcryptprimitives.dll")
}

// stick is the folder of the program on a USB stick.
const stick = "USB флешка/"

// worksFromStick unpacks the zip and opens the window from there: what the program keeps lies beside it,
// and nothing of it in the user's folders.
func (w *windows) worksFromStick(zip string) {
	w.t.Helper()
	root := filepath.Join(w.prefix, "drive_c", stick)
	if out, err := exec.Command("unzip", "-q", zip, "-d", root).CombinedOutput(); err != nil {
		w.t.Fatalf("unpack %s: %v\n%s", zip, err, out)
	}
	users := w.at("Graduand")
	if err := os.RemoveAll(users); err != nil {
		w.t.Fatal(err)
	}
	w.opensDemonstration(filepath.Join(root, "Graduand", "graduand.exe"))
	if _, err := os.Stat(filepath.Join(root, "Graduand", "data", "graduand.log")); err != nil {
		w.t.Errorf("beside the program: %v", err)
	}
	if _, err := os.Stat(users); err == nil {
		w.t.Error("the program on a stick wrote into the user's folder")
	}
}

// opensDemonstration starts the window on the demonstration school, signs in by pressing Enter at whatever
// is asked first, and waits for its graduates.
func (w *windows) opensDemonstration(program string) {
	w.t.Helper()
	told := filepath.Join(w.t.TempDir(), "told")
	start := w.command("wine", program, "--demo", "zno-2020", "--lang", "uk", "--tell", "Z:"+strings.ReplaceAll(told, "/", `\`))
	var said bytes.Buffer
	start.Stdout, start.Stderr = &said, &said
	if err := start.Start(); err != nil {
		w.t.Fatal(err)
	}
	answered := ""
	eventually(w.t, "demonstration school under wine", func() bool {
		now := lastTold(told)
		if asked := now.Title + now.Focus; now.Screen == "" && rests(now) && asked != answered {
			answered = asked
			w.command("xdotool", "key", "Return").Run()
		}
		return now.Screen == frame.Graduates && rests(now)
	})
	if shots := os.Getenv("SHOTS"); shots != "" {
		if out, err := w.command("import", "-window", "root", filepath.Join(shots, "windows.png")).CombinedOutput(); err != nil {
			w.t.Errorf("picture: %v\n%s", err, out)
		}
	}
	w.command("wineserver", "-k").Run()
	start.Wait()
}

// lastTold is what a program has told last in a file, nothing where it has told nothing yet.
func lastTold(path string) (last frame.Told) {
	content, err := os.ReadFile(path)
	if err != nil {
		return last
	}
	for line := range strings.Lines(string(content)) {
		var told frame.Told
		if json.Unmarshal([]byte(line), &told) == nil {
			last = told
		}
	}
	return last
}
