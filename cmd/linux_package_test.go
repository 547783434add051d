package cmd

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// packagesVariable names the folder in which make package has made what people install; make
// test-packages and test-windows set it. Without it there is nothing to try, since that takes minutes.
const packagesVariable = "GRADUAND_PACKAGES"

// packed is the one file of a pattern among what people install.
func packed(t *testing.T, pattern string) string {
	t.Helper()
	folder := os.Getenv(packagesVariable)
	if folder == "" {
		t.Skip("make test-packages and test-windows try what make package has made")
	}
	found, err := filepath.Glob(filepath.Join(folder, pattern))
	if err != nil || len(found) != 1 {
		t.Fatalf("%s in %s: %q, %v", pattern, folder, found, err)
	}
	return found[0]
}

// outputOf is what a program says, which must end well.
func outputOf(t *testing.T, c *exec.Cmd) string {
	t.Helper()
	var said bytes.Buffer
	c.Stderr = &said
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%q: %v\n%s%s", c.Args, err, out, said.Bytes())
	}
	return string(out)
}

// TestDebPackage unpacks the Debian package without installing it: its libraries are there, those that
// it depends on are named, the desktop finds the program and the file type, and the window opens.
func TestDebPackage(t *testing.T) {
	deb, root := packed(t, "*.deb"), t.TempDir()
	outputOf(t, exec.Command("dpkg", "-x", deb, root))
	needs := outputOf(t, exec.Command("dpkg-deb", "-f", deb, "Depends"))
	for _, library := range []string{"libc6", "libgl1", "libx11-6"} {
		if !strings.Contains(needs, library) {
			t.Errorf("depends on %s, not on %s", needs, library)
		}
	}
	if scripts := outputOf(t, exec.Command("dpkg-deb", "--ctrl-tarfile", deb)); strings.Contains(scripts, "postinst") {
		t.Error("it runs a script as root")
	}
	for _, file := range []string{"bin/graduandctl", "share/doc/graduand/copyright", "share/man/man1/graduand.1.gz", "share/mime/packages/graduand.xml", "share/icons/hicolor/scalable/apps/graduand.svg"} {
		if _, err := os.Stat(filepath.Join(root, "usr", file)); err != nil {
			t.Error(err)
		}
	}
	outputOf(t, exec.Command("desktop-file-validate", filepath.Join(root, "usr/share/applications/graduand.desktop")))
	startsFrom(t, filepath.Join(root, "usr/bin"))
}

// startsFrom resolves the libraries of both programs of a folder, lets one tell its version and the other
// open its window.
func startsFrom(t *testing.T, folder string) {
	t.Helper()
	window := filepath.Join(folder, "graduand")
	if out := outputOf(t, exec.Command("ldd", window)); strings.Contains(out, "not found") {
		t.Errorf("libraries are missing:\n%s", out)
	}
	if newest := newestC(t, window); newest > oldestC {
		t.Errorf("it needs GLIBC_2.%d", newest)
	}
	if out, err := exec.Command("ldd", filepath.Join(folder, "graduandctl")).CombinedOutput(); err == nil {
		t.Errorf("graduandctl needs libraries:\n%s", out)
	}
	if said, of := outputOf(t, exec.Command(filepath.Join(folder, "graduandctl"), "--version")), outputOf(t, exec.Command(window, "--version")); len(strings.Fields(said)) != 2 || len(strings.Fields(of)) != 2 || strings.Fields(said)[1] != strings.Fields(of)[1] {
		t.Errorf("versions: %q and %q", said, of)
	}
	d := newDisplay(t)
	program := d.command(window, "--folder", t.TempDir(), "--demo", "zno-2020", "--lang", "uk")
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	defer program.Wait()
	defer program.Process.Kill()
	eventually(t, "picture of the window", func() bool { return d.hasPicture("Graduand") })
}

// oldestC is the C library, 2.27, of the oldest systems that the program is for: Ubuntu 18.04; Debian 10 and
// Astra 1.7 have 2.28, ALT p10 2.32.
const oldestC = 27

// newestC is the N of the newest GLIBC_2.N that a program asks for.
func newestC(t *testing.T, program string) (newest int) {
	t.Helper()
	for _, version := range regexp.MustCompile(`GLIBC_2\.(\d+)`).FindAllStringSubmatch(outputOf(t, exec.Command("objdump", "-T", program)), -1) {
		n, err := strconv.Atoi(version[1])
		if err != nil {
			t.Fatal(err)
		}
		newest = max(newest, n)
	}
	if newest == 0 {
		t.Fatalf("%s names no C library", program)
	}
	return newest
}

// TestTarball unpacks the archive, installs it for a user with a blank in the name of the folder, starts
// it from there, and removes it: nothing is left.
func TestTarball(t *testing.T) {
	archive, root := packed(t, "*.tar.xz"), t.TempDir()
	outputOf(t, exec.Command("tar", "-C", root, "-xJf", archive))
	scripts, err := filepath.Glob(filepath.Join(root, "graduand-*/install.sh"))
	if err != nil || len(scripts) != 1 {
		t.Fatalf("install.sh: %q, %v", scripts, err)
	}
	home := filepath.Join(t.TempDir(), "Марія Петрівна")
	if err := os.Mkdir(home, 0o700); err != nil {
		t.Fatal(err)
	}
	install := func(args ...string) {
		c := exec.Command(scripts[0], args...)
		c.Env = append(os.Environ(), "HOME="+home, "XDG_DATA_HOME=")
		outputOf(t, c)
	}
	install()
	// It is installed anew while it runs.
	running := exec.Command(filepath.Join(home, ".local/bin/graduandctl"), "demo", filepath.Join(t.TempDir(), "demo"), "--graduates", "2000")
	if err := running.Start(); err != nil {
		t.Fatal(err)
	}
	install()
	running.Process.Kill()
	running.Wait()
	entry, err := os.ReadFile(filepath.Join(home, ".local/share/applications/graduand.desktop"))
	if want := `Exec="` + home + `/.local/bin/graduand"`; err != nil || !strings.Contains(string(entry), want) {
		t.Errorf("no %s in\n%s%v", want, entry, err)
	}
	outputOf(t, exec.Command("desktop-file-validate", filepath.Join(home, ".local/share/applications/graduand.desktop")))
	startsFrom(t, filepath.Join(home, ".local/bin"))
	install("--remove")
	for _, left := range programFilesIn(t, home) {
		t.Errorf("%s is left", left)
	}
}

// programFilesIn are the files of a home that speak of the program.
func programFilesIn(t *testing.T, home string) (left []string) {
	t.Helper()
	err := filepath.WalkDir(home, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && strings.Contains(entry.Name(), "graduand") {
			left = append(left, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return left
}
