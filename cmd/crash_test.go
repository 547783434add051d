package cmd

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"graduand/ui/frame"
)

// A fault that ends the program, in the window or beside it, leaves a report with its place, and none of the
// words that it says: not in the report, not in the log, nor where a desktop keeps what programs complain of.
// The next start tells of it, once.
func TestACrashLeavesItsPlaceAndNoWords(t *testing.T) {
	t.Parallel()
	const word = "Їжакевич"
	for where, place := range map[string]string{"window": "runGL", "beside": "main.crash"} {
		t.Run(where, func(t *testing.T) {
			d := emptyDesk(t, "uk")
			d.start("--lang", "uk", "--crash", where+":"+word+"\n\t"+word+"\ngoroutine 5 [running]:\nmain."+word+"()\n\tsurname.go:1 +0x1")
			var ended *exec.ExitError
			if err := <-d.exited; !errors.As(err, &ended) || ended.ExitCode() != 2 {
				t.Fatalf("it ended with %v", err)
			}
			report, err := os.ReadFile(filepath.Join(d.folder, "crash.txt"))
			for _, want := range []string{"Graduand 1", "linux/amd64", "go1.", "drawn by", "panic: ", "goroutine ", place, "crash.go:"} {
				if err != nil || !strings.Contains(string(report), want) {
					t.Errorf("no %q: %v\n%s", want, err, report)
				}
			}
			for name, said := range map[string]string{"the report": string(report), "the program": d.said.String(), "the log": string(mustRead(t, d.folder, "graduand.log"))} {
				if strings.Contains(said, word) || strings.Contains(said, "surname.go") || strings.Contains(said, "0xc0") {
					t.Errorf("%s has words or addresses:\n%s", name, said)
				}
			}
			if where == "beside" {
				return
			}
			d.told = frame.Told{}
			d.said.Reset()
			d.start("--lang", "uk")
			d.until("word of the crash", func(now frame.Told) bool { return now.Over == 1 && rests(now) })
			d.shot("real-crash-told")
			d.key("Escape")
			d.quit()
			d.told = frame.Told{}
			d.start("--lang", "uk")
			d.until("page at rest", func(now frame.Told) bool { return now.Title == "Graduand" && rests(now) })
			if d.last().Over != 0 {
				t.Error("it is told again")
			}
			d.quit()
		})
	}
}

// What libraries complain of, as that of OpenGL does where it finds no driver, still reaches who started the
// program: nobody could find out why there is no window otherwise.
func TestWhatLibrariesSayIsNotLost(t *testing.T) {
	t.Parallel()
	const word = "Їжакевич"
	start := newDisplay(t).command(built(t, buildDesktop), "--folder", t.TempDir(), "--lang", "uk", "--crash", "beside:"+word)
	start.Env = append(start.Env, "LIBGL_DEBUG=verbose")
	out, err := start.CombinedOutput()
	if err == nil || !strings.Contains(string(out), "libGL: ") || !strings.Contains(string(out), "panic: ") || strings.Contains(string(out), word) {
		t.Errorf("%v\n%s", err, out)
	}
}

func mustRead(t *testing.T, folder, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return content
}
