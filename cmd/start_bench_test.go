package cmd

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// BenchmarkStart measures, in one run on one display, our program on the
// demonstration school and a Fyne window with one label: from the start to a window
// with a picture in it, the memory at rest after three seconds, and the size of the
// program. The picture is looked for every 20 ms.
func BenchmarkStart(b *testing.B) {
	display := benchDisplay(b)
	for _, program := range []struct {
		name, source, title string
		args                func(folder string) []string
	}{
		{"onelabel", "./testdata/onelabel", "onelabel", func(string) []string { return nil }},
		{"graduand", module + "/cmd/graduand", "Graduand", func(folder string) []string {
			return []string{"--folder", folder, "--demo", "zno-2020", "--lang", "uk"}
		}},
	} {
		b.Run(program.name, func(b *testing.B) {
			path := filepath.Join(b.TempDir(), program.name)
			build := exec.Command("go", "build", "-trimpath", "-tags", "migrated_fynedo,no_emoji", "-ldflags", "-s -w", "-o", path, program.source)
			build.Env = append(os.Environ(), "CGO_ENABLED=1")
			if out, err := build.CombinedOutput(); err != nil {
				b.Fatalf("build: %v\n%s", err, out)
			}
			info, err := os.Stat(path)
			if err != nil {
				b.Fatal(err)
			}
			folder := b.TempDir()
			b.ResetTimer()
			var memory float64
			for range b.N {
				memory = startOnce(b, display, program.title, path, program.args(folder))
			}
			b.ReportMetric(memory, "MB-at-rest")
			b.ReportMetric(float64(info.Size())/(1<<20), "MB-program")
		})
	}
}

func benchDisplay(b *testing.B) string {
	b.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		b.Fatal(err)
	}
	xvfb := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1366x768x24", "-nolisten", "tcp")
	xvfb.ExtraFiles = []*os.File{write}
	if err := xvfb.Start(); err != nil {
		b.Fatalf("Xvfb: %v; run make deps", err)
	}
	write.Close()
	b.Cleanup(func() { xvfb.Process.Kill(); xvfb.Wait() })
	var number int
	if _, err := fmt.Fscan(read, &number); err != nil {
		b.Fatal(err)
	}
	return fmt.Sprintf(":%d", number)
}

// startOnce starts a program, stops the clock at its first picture, and returns the
// memory that it has at rest, in MB.
func startOnce(b *testing.B, display, title, path string, args []string) float64 {
	program := exec.Command(path, args...)
	program.Env = append(os.Environ(), "DISPLAY="+display, "LC_ALL=uk_UA.UTF-8")
	if err := program.Start(); err != nil {
		b.Fatal(err)
	}
	for started := time.Now(); !hasPicture(display, title); time.Sleep(20 * time.Millisecond) {
		if time.Since(started) > time.Minute {
			b.Fatal("no picture in a minute")
		}
	}
	b.StopTimer()
	time.Sleep(3 * time.Second)
	memory := residentMB(b, program.Process.Pid)
	program.Process.Kill()
	program.Wait()
	b.StartTimer()
	return memory
}

// hasPicture says that the window is there and shows more than one colour.
func hasPicture(display, title string) bool {
	search := exec.Command("xdotool", "search", "--onlyvisible", "--name", title)
	search.Env = append(os.Environ(), "DISPLAY="+display)
	id, err := search.Output()
	if err != nil || len(id) == 0 {
		return false
	}
	look := exec.Command("import", "-display", display, "-window", strings.Fields(string(id))[0], "-format", "%k", "info:-")
	colours, err := look.Output()
	return err == nil && strings.TrimSpace(string(colours)) != "1" && len(colours) > 0
}

func residentMB(b *testing.B, pid int) float64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		b.Fatal(err)
	}
	var kb float64
	for line := range strings.Lines(string(status)) {
		if strings.HasPrefix(line, "VmRSS:") {
			fmt.Sscanf(line, "VmRSS: %f", &kb)
		}
	}
	return kb / 1024
}
