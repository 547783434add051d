package cmd

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

// BenchmarkStart measures, in one run on one display, our program on the
// demonstration school and a Fyne window with one label: from the start to a window
// with a picture in it, the memory when it has not grown for three seconds, and the size
// of the program. The picture is looked for every 20 ms.
func BenchmarkStart(b *testing.B) {
	display := newDisplay(b)
	for _, program := range []struct {
		name, title string
		build       func() (string, error)
		args        func(folder string) []string
	}{
		{"onelabel", "onelabel", buildLabel, func(string) []string { return nil }},
		{"graduand", "Graduand", buildDesktop, func(folder string) []string {
			return []string{"--folder", folder, "--demo", "zno-2020", "--lang", "uk"}
		}},
	} {
		b.Run(program.name, func(b *testing.B) {
			path := built(b, program.build)
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

// startOnce starts a program, stops the clock at its first picture, and returns the
// memory that it has at rest, in MB.
func startOnce(b *testing.B, d display, title, path string, args []string) float64 {
	program := d.command(path, args...)
	if err := program.Start(); err != nil {
		b.Fatal(err)
	}
	eventually(b, "picture", func() bool { return d.hasPicture(title) })
	b.StopTimer()
	memory := atRest(b, program.Process.Pid)
	program.Process.Kill()
	program.Wait()
	b.StartTimer()
	return memory
}

// hasPicture says that the window is there and shows more than one colour.
func (d display) hasPicture(title string) bool {
	id, err := d.command("xdotool", "search", "--onlyvisible", "--name", title).Output()
	if err != nil || len(id) == 0 {
		return false
	}
	colours, err := d.command("import", "-window", strings.Fields(string(id))[0], "-format", "%k", "info:-").Output()
	return err == nil && strings.TrimSpace(string(colours)) != "1" && len(colours) > 0
}

// atRest is the memory of a program when it has not grown for a while, in MB.
func atRest(b *testing.B, pid int) float64 {
	most, since := 0.0, time.Now()
	eventually(b, "rest", func() bool {
		if now := residentMB(b, pid); now > most {
			most, since = now, time.Now()
		}
		return time.Since(since) >= restful
	})
	return residentMB(b, pid)
}

// restful is for how long the memory of a program at rest does not grow.
const restful = 3 * time.Second

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
