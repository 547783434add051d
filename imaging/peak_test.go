package imaging_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"graduand/imaging"
	"graduand/imaging/imagingtest"
	"graduand/imaging/mrz"
)

// mostMemory is in MB what judging any file may take at the peak, the program included.
const mostMemory = 400

// Of every hostile file the whole way is gone, as a portrait, then as a document with its zone, in
// a process of its own whose memory the system counts.
func TestPeakMemoryOfHostileFiles(t *testing.T) {
	if _, err := os.Stat("/proc/self/status"); err != nil {
		t.Skip("the system does not tell the peak of memory")
	}
	for _, c := range hostileFiles(t) {
		path := filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(path, c.content, 0o600); err != nil {
			t.Fatal(err)
		}
		_, told, found := strings.Cut(childSays(t, "TestPeakMemoryChild", "GRADUAND_HOSTILE="+path), "judged, peak ")
		peak := 0
		if _, err := fmt.Sscan(told, &peak); err != nil || !found {
			t.Errorf("%s: %v", c.name, err)
		}
		if peak > mostMemory {
			t.Errorf("%s: %d MB", c.name, peak)
		}
		t.Logf("%-60s %d MB", c.name, peak)
	}
}

// childSays runs one test of this program in a process of its own, with one more word in its
// environment, and is what it writes.
func childSays(t *testing.T, test, word string) string {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	child := exec.Command(program, "-test.run", "^"+test+"$", "-test.v", "-test.timeout", "0")
	child.Env = append(os.Environ(), word)
	out, err := child.CombinedOutput()
	if err != nil {
		t.Errorf("%s: %v\n%s", word, err, out)
	}
	return string(out)
}

// TestPeakMemoryChild is the process that [TestPeakMemoryOfHostileFiles] starts.
func TestPeakMemoryChild(t *testing.T) {
	path := os.Getenv("GRADUAND_HOSTILE")
	if path == "" {
		t.Skip("runs only as the child of TestPeakMemoryOfHostileFiles")
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []imaging.Kind{imaging.Face, imaging.Passport} {
		j := imaging.Judge(content, imaging.Question{Kind: kind, Name: "a.jpg"}, imagingtest.Profile())
		if kind == imaging.Passport && j.Picture != nil {
			mrz.Find(j.Picture, time.Date(2021, 2, 15, 0, 0, 0, 0, time.UTC))
		}
	}
	fmt.Printf("judged, peak %d MB\n", peakMemory(t))
}

// peakMemory is the peak resident size of this process in MB, 0 where the system does not tell it.
func peakMemory(t *testing.T) (kilobytes int) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0 // this system does not tell it
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	if _, err := fmt.Sscan(rest, &kilobytes); err != nil {
		t.Fatalf("read VmHWM: %v", err)
	}
	return kilobytes >> 10
}
