package reports

import (
	"bytes"
	"encoding/csv"
	"image"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/image/draw"
	"golang.org/x/image/math/f64"
)

// judge runs an independent program; its absence is a failure, not a skip.
func judge(t *testing.T, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Fatalf("this test needs %s (see the README for the packages): %v", name, err)
	}
	var out, fault bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = &out, &fault
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %v: %v\n%s%s", name, args, err, out.String(), fault.String())
	}
	return out.String()
}

func saved(t *testing.T, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// tilted is a page turned by some degrees about its middle, as a sheet lies in the feeder of a
// scanner.
func tilted(page *image.Gray, degrees float64) *image.Gray {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	x, y := float64(page.Rect.Dx())/2, float64(page.Rect.Dy())/2
	scanned := image.NewGray(page.Rect)
	for i := range scanned.Pix {
		scanned.Pix[i] = 255
	}
	draw.ApproxBiLinear.Transform(scanned, f64.Aff3{cos, -sin, x - cos*x + sin*y, sin, cos, y - sin*x - cos*y}, page, page.Rect, draw.Over, nil)
	return scanned
}

// A scanner of an office reads 150 dots to the inch where nobody has chosen more, and pulls sheets
// in a little aslant.
func TestZbarReadsTheNumber(t *testing.T) {
	for _, number := range []string{"0104735", "12345678", "2020-0104735-6", "AB-00417/20"} {
		c := ukCard()
		c.Number = number
		page := open(t, cardsPDF(t, c)).render(0, 150).Gray
		for _, degrees := range []float64{0, 1.5, -1.5} {
			var picture bytes.Buffer
			if err := png.Encode(&picture, tilted(page, degrees)); err != nil {
				t.Fatal(err)
			}
			if got := strings.TrimSpace(judge(t, "zbarimg", "-q", "--raw", saved(t, "card.png", picture.Bytes()))); got != number {
				t.Errorf("tilted by %.1f°: zbarimg reads %q, want %q", degrees, got, number)
			}
		}
	}
}

func TestQpdfFindsNoFault(t *testing.T) {
	for name, pdf := range samples(t) {
		if out := judge(t, "qpdf", "--check", saved(t, name+".pdf", pdf)); strings.Contains(out, "WARNING") {
			t.Errorf("%s: %s", name, out)
		}
	}
}

func TestAllFontsAreEmbedded(t *testing.T) {
	for name, pdf := range samples(t) {
		lines := strings.Split(strings.TrimSpace(judge(t, "pdffonts", saved(t, name+".pdf", pdf))), "\n")
		if len(lines) < 4 {
			t.Errorf("%s: fonts are %v", name, lines)
		}
		for _, line := range lines[2:] {
			f := strings.Fields(line)
			if emb := f[len(f)-5]; emb != "yes" || !strings.Contains(f[0], "Liberation") {
				t.Errorf("%s: %s", name, line)
			}
		}
	}
}

// tableOf are the cells of the list's table as they must be in the workbook.
func tableOf(l List) [][]string {
	rows := [][]string{l.Columns[:]}
	for i, r := range l.Rows {
		rows = append(rows, []string{strconv.Itoa(i + 1), r.Surname, r.GivenName, r.Patronymic, r.CardNumber, strings.Join(r.Subjects, ", ")})
	}
	return rows
}

func checkTable(t *testing.T, who string, got [][]string, l List) {
	t.Helper()
	start := 0
	for start < len(got) && (len(got[start]) < 6 || got[start][0] != l.Columns[0]) {
		start++
	}
	for i, want := range tableOf(l) {
		if start+i >= len(got) || strings.Join(got[start+i], "|") != strings.Join(want, "|") {
			t.Fatalf("%s: row %d is not %q", who, i, want)
		}
	}
}

func TestUA132WorkbookHasTheSameCells(t *testing.T) {
	l := list(40)
	file, err := excelize.OpenReader(bytes.NewReader(listXLSX(t, l)))
	if err != nil {
		t.Fatal(err)
	}
	sheet := file.GetSheetName(0)
	rows, err := file.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	checkTable(t, "excelize", rows, l)
	names := file.GetDefinedName()
	for _, wanted := range []string{"_xlnm.Print_Titles", "_xlnm.Print_Area"} {
		if !slices.ContainsFunc(names, func(n excelize.DefinedName) bool { return n.Name == wanted }) {
			t.Errorf("the header is not repeated in print, or more than the table is printed: %v", names)
		}
	}
	all := ""
	for _, row := range rows {
		all += strings.Join(row, " ") + "\n"
	}
	for _, words := range []string{l.Title, l.Subtitle, l.Institution, "× заклад загальної середньої освіти", "у кількості 40 додаються", l.HeadName, l.Seal, l.Addressee[1]} {
		if !strings.Contains(all, words) {
			t.Errorf("%q is not in the workbook", words)
		}
	}
}

func TestLibreOfficeReadsTheSameCells(t *testing.T) {
	l := list(40)
	path := saved(t, "list.xlsx", listXLSX(t, l))
	dir := t.TempDir()
	judge(t, "soffice", "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(dir, "profile")), "--headless",
		"--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", dir, path)
	raw, err := os.ReadFile(filepath.Join(dir, "list.csv"))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	checkTable(t, "LibreOffice", rows, l)
}
