package imagingtest

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Labelled is one picture of the labelled set.
type Labelled struct {
	// File is its name, Path where it lies; Kind, Side, Subject and Defect are what it shows.
	File, Path, Kind, Side, Subject, Defect string
	// Reference is the day at which it is judged, Expected what is expected of the whole:
	// accept, review, reject, or soft.
	Reference, Expected string
	// Cells are what is expected of each rule, by its id: pass, fail (to be flagged), warn (to
	// be flagged), soft (no block), na.
	Cells map[string]string
}

// Set is the labelled set: in the folder that GRADUAND_PHOTOS names, or beside the
// repository. Where it is absent the test is skipped: it does not
// belong to the project.
func Set(t testing.TB) []Labelled {
	t.Helper()
	folder := os.Getenv("GRADUAND_PHOTOS")
	if folder == "" {
		folder = beside(t)
	}
	file, err := os.Open(filepath.Join(folder, "manifest.csv"))
	if err != nil {
		t.Skip("the labelled set of photos is absent: name its folder in GRADUAND_PHOTOS")
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var all []Labelled
	for _, row := range rows[1:] {
		all = append(all, labelled(folder, rows[0], row))
	}
	return all
}

func labelled(folder string, head, row []string) Labelled {
	cell := map[string]string{}
	rules := map[string]string{}
	for i, name := range head {
		cell[name] = row[i]
		if id, _, is := strings.Cut(name, "_"); is && len(id) == 3 && id[1] >= '0' && id[1] <= '9' {
			rules[id] = row[i]
		}
	}
	return Labelled{cell["file"], filepath.Join(folder, cell["file"]), cell["kind"], cell["side"], cell["subject"], cell["defect"],
		cell["ref_date"], cell["expected_overall"], rules}
}

// beside is the folder of the set beside the repository, which is the nearest folder upwards
// with a go.mod.
func beside(t testing.TB) string {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil || folder == filepath.Dir(folder) {
			return filepath.Join(folder, "..", "shared", "photos")
		}
		folder = filepath.Dir(folder)
	}
}
