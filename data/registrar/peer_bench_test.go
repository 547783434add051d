package registrar_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
)

// BenchmarkPeer5000 is what openpyxl with sqlite3 takes for the file of BenchmarkImport5000,
// without any check or seal, by its own clock: the start of Python does not count.
func BenchmarkPeer5000(b *testing.B) {
	python := pythonWithOpenpyxl()
	if python == "" {
		b.Skip("openpyxl is absent: apt-get install python3-openpyxl, or name a Python that has it by PYTHON")
	}
	folder := b.TempDir()
	roster := filepath.Join(folder, "roster.xlsx")
	if err := os.WriteFile(roster, rosterOf(b, 5000), 0o600); err != nil {
		b.Fatal(err)
	}
	seconds := 0.0
	for i := range b.N {
		printed, err := exec.Command(python, filepath.Join("testdata", "openpyxl_sqlite3.py"), roster, filepath.Join(folder, strconv.Itoa(i)+".db")).Output()
		if err != nil {
			b.Fatal(err)
		}
		took, err := strconv.ParseFloat(string(bytes.TrimSpace(printed)), 64)
		if err != nil {
			b.Fatal(err)
		}
		seconds += took
	}
	b.ReportMetric(seconds*1e9/float64(b.N), "ns/op")
}

// pythonWithOpenpyxl is a Python that has openpyxl, "" for none; what a distribution
// installs serves its own Python alone.
func pythonWithOpenpyxl() string {
	for _, python := range []string{os.Getenv("PYTHON"), "python3", "/usr/bin/python3"} {
		if python != "" && exec.Command(python, "-c", "import openpyxl, sqlite3").Run() == nil {
			return python
		}
	}
	return ""
}
