package registrar_test

import (
	"bytes"
	"maps"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/papers"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
)

// judged is what a program says of a file; one that is not there, or finds a fault, fails the test.
func judged(t *testing.T, name string, args ...string) string {
	t.Helper()
	var said, faults bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = &said, &faults
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %q: %v\n%s%s", name, args, err, said.String(), faults.String())
	}
	return said.String()
}

// printedTwice is a document as it is drawn, and once more after the registry was closed and opened.
func printedTwice(t *testing.T, dir string, job printing.Job) (pdf []byte, printed printing.Printed) {
	t.Helper()
	var runs [2]bytes.Buffer
	for i := range runs {
		r, err := registrar.Open(desktest.Ctx, filepath.Join(dir, "school.graduand"), registrar.SignIn{}, desktest.Options())
		desktest.Must(err)
		printed, err = r.Printing.Draw(&runs[i], printing.FormatPDF, job)
		desktest.Must(err)
		desktest.Must(r.Close())
	}
	if !bytes.Equal(runs[0].Bytes(), runs[1].Bytes()) {
		t.Error("other bytes for the same data")
	}
	return runs[0].Bytes(), printed
}

// Every document of both campaigns, as the program prints it for the demonstration: qpdf finds no
// fault, all fonts are embedded and ours, a second run gives the same bytes, and the names of all
// who are in it copy out whole.
func TestEveryDocumentIsSound(t *testing.T) {
	for _, id := range registrar.Campaigns() {
		c, err := registrar.Campaign(id, nil)
		desktest.Must(err)
		// Of a season, as some documents tell of what was sent and what has come.
		dir := makeDemo(t, registrar.DemoOptions{Campaign: c, Graduates: 30, Seed: 1, Season: true})
		graduates := map[string]papers.Graduate{}
		r := openDemo(t, dir)
		for _, g := range desktest.PapersOf(t, r) {
			graduates[g.ID] = g
		}
		pack := ""
		if packages, err := r.Post.Packages(); err == nil {
			pack = packages[0].ID
		}
		desktest.Wrote(t, r)
		desktest.Must(r.Close())
		for _, d := range papers.Documents(c) {
			t.Run(id+" "+d.Code, func(t *testing.T) {
				job := printing.Job{Document: d.Code}
				if d.Picked {
					job.Only = slices.Collect(maps.Keys(graduates))
				}
				if d.Packed {
					job.Package = pack
				}
				pdf, printed := printedTwice(t, dir, job)
				path := filepath.Join(t.TempDir(), "x.pdf")
				desktest.Must(registrar.SaveFile(path, pdf))
				judged(t, "qpdf", "--check", path)
				mustEmbed(t, path)
				if d.Code == printing.Card && c.CardNumber.Used {
					mustScan(t, path, printed.IDs, graduates)
				}
				// Raw: else pdftotext takes the hyphen of a double surname at the end of a line away.
				words := strings.Fields(judged(t, "pdftotext", "-raw", path, "-"))
				for _, id := range printed.IDs {
					// Who lacks nothing is not told of, nor whose pictures wait for the office alone.
					brings := func(f data.Finding) bool {
						return f.Rule != campaign.RulePhotoUnconfirmed && f.Rule != campaign.RulePhotoUnjudged
					}
					if d.Code == papers.Package || d.Code == papers.Grouped {
						continue // counts them or their envelopes, and names nobody
					}
					if g := graduates[id]; d.Code != printing.Missing || slices.ContainsFunc(g.Findings, brings) {
						mustHaveName(t, words, g.Graduate)
					}
				}
			})
		}
	}
}

// mustScan asks that the number of each card of theirs that has one is read from its bars, as an
// office scans it.
func mustScan(t *testing.T, path string, ids []string, graduates map[string]papers.Graduate) {
	t.Helper()
	pages := filepath.Join(t.TempDir(), "card")
	judged(t, "pdftoppm", "-r", "150", "-gray", "-png", path, pages)
	files, err := filepath.Glob(pages + "*")
	desktest.Must(err)
	var numbers, scans []string
	for i, id := range ids {
		if number := graduates[id].Current().CardNumber; number != "" {
			numbers, scans = append(numbers, number), append(scans, files[i])
		}
	}
	read := strings.Fields(judged(t, "zbarimg", append([]string{"-q", "--nodbus", "--raw"}, scans...)...))
	if !slices.Equal(read, numbers) || len(numbers) < 20 {
		t.Errorf("zbarimg reads %q, the cards are %q", read, numbers)
	}
}

// mustEmbed asks that a file brings its fonts.
func mustEmbed(t *testing.T, path string) {
	t.Helper()
	lines := strings.Split(strings.TrimSpace(judged(t, "pdffonts", path)), "\n")
	if len(lines) < 3 {
		t.Errorf("there are no fonts: %q", lines)
	}
	for _, line := range lines[2:] {
		if f := strings.Fields(line); !strings.Contains(f[0], "Liberation") || f[len(f)-5] != "yes" {
			t.Error(line)
		}
	}
}

// mustHaveName asks that somebody's surname stands among the words whole, in the nominative or
// where a sentence wants it in the genitive; a narrow column may part a double one at its hyphen.
func mustHaveName(t *testing.T, words []string, g *data.Graduate) {
	t.Helper()
	declined, _ := registrar.Decline(string(g.Sex), g.Surname, g.GivenName, g.Patronymic)
	for _, surname := range []string{g.Surname, declined.Text, strings.ReplaceAll(g.Surname, "-", "- ")} {
		missing := func(part string) bool {
			return !slices.ContainsFunc(words, func(word string) bool { return strings.Trim(word, "«»,.;:()") == part })
		}
		if !slices.ContainsFunc(strings.Fields(surname), missing) {
			return
		}
	}
	t.Errorf("%s does not copy out whole", g.Surname)
}

// Of an application that goes apart from any kit the demonstration prints one, of somebody who is
// registered: nobody else withdraws.
func TestDemoPrintsOneWithdrawal(t *testing.T) {
	c, err := registrar.Campaign("zno-2020", nil)
	desktest.Must(err)
	dir := t.TempDir()
	_, err = registrar.Demo(desktest.Ctx, dir, registrar.DemoOptions{Campaign: c, Graduates: 24, Seed: 1, Key: desktest.Key, WithoutPictures: true})
	desktest.Must(err)
	files, err := filepath.Glob(filepath.Join(dir, "out", "withdrawal*"))
	desktest.Must(err)
	if len(files) != 1 {
		t.Fatalf("it printed %q", files)
	}
	words := judged(t, "pdftotext", files[0], "-")
	if strings.Count(words, "ЗАЯВА") != 1 || !regexp.MustCompile(`\b\d{7}\b`).MatchString(words) {
		t.Error(words)
	}
}
