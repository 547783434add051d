package cmd

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// starting is one of the programs that [BenchmarkStart] starts in turn, with what was measured of it.
type starting struct {
	name  string
	build func() (string, error)
	// title is what its window is called when it shows what is waited for.
	title string
	// args are its arguments for an empty folder of its own.
	args func(folder string) []string
	path string
	// until are the seconds from the start to the picture, resting the MB of memory at rest, own
	// those of them that are no pages of files. Of a file, as of the program itself, newer kernels
	// count two megabytes where one octet was read.
	until, resting, own []float64
}

// BenchmarkStart measures, in one run on one display, four programs in turn: a Fyne window with
// one label, the same in a window as large as ours, ours before the sign-in of a registry, and ours before the demonstration school, which
// it makes first. Measured are the time from the start to the picture, for which is looked every
// 20 ms, the memory when it has not grown for three seconds, and the size of the program. Told are
// the medians, and how many times the small label's those of the sign-in are, and how many times the
// large one's.
func BenchmarkStart(b *testing.B) {
	display, registry := newDisplay(b), demonstrated(b)
	label := &starting{name: "label", build: buildLabel, title: "onelabel", args: func(string) []string { return nil }}
	large := &starting{name: "large", build: buildLabel, title: "onelabel", args: func(string) []string { return []string{"large"} }}
	signIn := &starting{name: "signin", build: buildDesktop, title: "Увійти", args: func(folder string) []string {
		return []string{"--folder", folder, "--lang", "uk", registry}
	}}
	demo := &starting{name: "demo", build: buildDesktop, title: "Увійти", args: func(folder string) []string {
		return []string{"--folder", folder, "--lang", "uk", "--demo", "zno-2020"}
	}}
	all := []*starting{label, large, signIn, demo}
	for _, s := range all {
		s.path = built(b, s.build)
	}
	b.ResetTimer()
	for range b.N {
		for _, s := range all {
			s.once(b, display)
		}
	}
	for _, s := range all {
		b.ReportMetric(median(s.until)*1000, s.name+"-ms")
		b.ReportMetric(median(s.resting), s.name+"-MB")
		b.ReportMetric(median(s.own), s.name+"-own-MB")
	}
	b.ReportMetric(median(signIn.until)/median(label.until), "start-times")
	b.ReportMetric(median(signIn.resting)/median(label.resting), "memory-times")
	b.ReportMetric(median(signIn.own)/median(label.own), "own-memory-times")
	b.ReportMetric(median(signIn.until)/median(large.until), "start-large-times")
	b.ReportMetric(median(signIn.resting)/median(large.resting), "memory-large-times")
	b.ReportMetric(sizeMB(b, signIn.path)/sizeMB(b, label.path), "size-times")
	b.ReportMetric(sizeMB(b, signIn.path), "size-MB")
}

// demonstrated is the path of a registry that somebody has to sign in to.
func demonstrated(b *testing.B) string {
	folder := filepath.Join(b.TempDir(), "demo")
	if out, err := exec.Command(built(b, buildControl), "demo", folder, "--no-pictures", "--graduates", "30").CombinedOutput(); err != nil {
		b.Fatalf("make demonstration: %v\n%s", err, out)
	}
	return filepath.Join(folder, "school.graduand")
}

// once starts the program, stops its clock at the picture, and waits until its memory is at rest.
func (s *starting) once(b *testing.B, d display) {
	folder := b.TempDir()
	// The notice of the first start has been read.
	if err := os.WriteFile(filepath.Join(folder, "settings.json"), []byte(`{"noticed": true}`), 0o600); err != nil {
		b.Fatal(err)
	}
	program := d.command(s.path, s.args(folder)...)
	since := time.Now()
	if err := program.Start(); err != nil {
		b.Fatal(err)
	}
	eventually(b, "picture", func() bool { return d.hasPicture(s.title) })
	s.until = append(s.until, time.Since(since).Seconds())
	s.resting = append(s.resting, atRest(b, program.Process.Pid))
	s.own = append(s.own, memoryMB(b, program.Process.Pid, "RssAnon"))
	program.Process.Kill()
	program.Wait()
}

func median(all []float64) float64 {
	slices.Sort(all)
	return all[len(all)/2]
}

func sizeMB(b *testing.B, path string) float64 {
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	return float64(info.Size()) / (1 << 20)
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
		if now := memoryMB(b, pid, "VmRSS"); now > most {
			most, since = now, time.Now()
		}
		return time.Since(since) >= restful
	})
	return memoryMB(b, pid, "VmRSS")
}

// restful is for how long the memory of a program at rest does not grow.
const restful = 3 * time.Second

// memoryMB is what the system says of a program's memory, in MB.
func memoryMB(b *testing.B, pid int, which string) float64 {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		b.Fatal(err)
	}
	var kb float64
	for line := range strings.Lines(string(status)) {
		if after, is := strings.CutPrefix(line, which+":"); is {
			fmt.Sscanf(after, "%f", &kb)
		}
	}
	return kb / 1024
}
