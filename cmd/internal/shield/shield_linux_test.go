package shield

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// The test binary plays the two other programs: one that waits, with the shield or without
// it, and one that reads the memory of another.
const playing = "GRADUAND_SHIELD_TEST"

// nobody is who they run as where the test runs as root, whom nothing keeps out.
const nobody = 65534

func TestMain(m *testing.M) {
	switch part, pid, _ := strings.Cut(os.Getenv(playing), " "); part {
	case "":
		os.Exit(m.Run())
	case "bare", "shielded":
		wait(part == "shielded")
	case "reader":
		read(pid)
	}
}

// wait tells the limits of this process, and ends with its input.
func wait(shielded bool) {
	if shielded {
		if err := Raise(); err != nil {
			fmt.Println(err)
			return
		}
	}
	var core unix.Rlimit
	err := unix.Getrlimit(unix.RLIMIT_CORE, &core)
	fmt.Println("core", core.Cur, core.Max, err)
	io.Copy(io.Discard, os.Stdin)
}

// read tries what every program of the same user may try.
func read(pid string) {
	for _, name := range []string{"environ", "mem", "maps"} {
		f, err := os.Open(filepath.Join("/proc", pid, name))
		if err == nil {
			_, err = f.Read(make([]byte, 1))
			f.Close()
		}
		fmt.Println(name, err == nil || !os.IsPermission(err))
	}
}

func TestOtherProgramsCannotReadTheMemory(t *testing.T) {
	program := copied(t)
	bare, _ := started(t, program, "bare")
	if seen := seenBy(t, program, bare); !strings.Contains(seen, "environ true") || !strings.Contains(seen, "maps true") {
		t.Fatalf("a program without a shield is closed too, so this test shows nothing:\n%s", seen)
	}
	shielded, told := started(t, program, "shielded")
	if seen := seenBy(t, program, shielded); strings.Contains(seen, "true") || strings.Count(seen, "false") != 3 {
		t.Errorf("facts §3 another program of the same user reads:\n%s", seen)
	}
	if told != "core 0 0 <nil>\n" {
		t.Errorf("the limit of the core is %q", told)
	}
}

// copied is this binary where everybody may start it.
func copied(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("/tmp", "shield")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	content, err := os.ReadFile("/proc/self/exe")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, "program")
	if err := os.WriteFile(path, content, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{path, folder} {
		if err := os.Chmod(p, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

// command plays a part, as the same user as all others and never as root.
func command(program, part string) *exec.Cmd {
	c := exec.Command(program)
	c.Env, c.Dir = []string{playing + "=" + part}, "/"
	if os.Getuid() == 0 {
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	return c
}

// started is a program that waits until the test is over, and its first line.
func started(t *testing.T, program, part string) (pid int, told string) {
	t.Helper()
	c := command(program, part)
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		in.Close()
		c.Wait()
	})
	told, err = bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return c.Process.Pid, told
}

func seenBy(t *testing.T, program string, pid int) string {
	t.Helper()
	seen, err := command(program, "reader "+strconv.Itoa(pid)).Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(seen)
}
