package printing_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
)

// requirement is a line of our own lists, which nobody outside knows.
var requirement = regexp.MustCompile(`\b(UA|KG)-\d{3}\b|\bF-\d{2}\b`)

// troubled is a registry in which as much as possible is wrong: the same person twice, the
// school's phone, a phone that is none, a receipt that another has.
func troubled(t *testing.T, campaign string) *registrar.Registrar {
	t.Helper()
	r := desktest.MustCreate(t, campaign)
	phone := map[string]string{"zno-2020": "0671234567", "ort-2021": "0555000101"}[campaign]
	desktest.Must(r.Season.ChangeSchool(desktest.Ctx, data.School{Name: "Ліцей", Phone: phone}))
	desktest.ChooseCentre(t, r)
	one := desktest.MustAdd(t, r, "surname=Верболоз", "given_name=Марія", "birth_date=2003-03-05", "class=11-А", "phone="+phone)
	if campaign == "zno-2020" {
		desktest.Attach(t, r, one, "face_photo", desktest.GoodPortrait())
		desktest.Attach(t, r, one, "copy_front", desktest.CardFront())
		two, err := r.Table.Add(desktest.Ctx, desktest.Assigns("surname=Верболоз", "given_name=Марія", "birth_date=2003-03-05", "phone="+phone, "marks=exempt,language_needs", "conditions=0205", "additional_reason=religion"), true)
		desktest.Must(err)
		desktest.Set(t, r, two, "settlement=Донецьк", "names_differ=yes")
		return r
	}
	two := desktest.MustAdd(t, r, "surname=Асанова", "phone=0555000102", "privileged=yes")
	for _, id := range []string{one, two} {
		desktest.Pay(t, r, id, "17", "370")
	}
	return r
}

// idsOf are those of everybody.
func idsOf(t *testing.T, r *registrar.Registrar) (ids []string) {
	t.Helper()
	rows, err := r.Table.List(registrar.Filter{})
	desktest.Must(err)
	for _, row := range rows {
		ids = append(ids, row.Graduate.ID)
	}
	return ids
}

// printedWords are the words of a document in a format, read by another program.
func printedWords(t *testing.T, r *registrar.Registrar, format, code string) string {
	t.Helper()
	var b bytes.Buffer
	job := printing.Job{Document: code}
	if r.Printing.Document(code).Picked {
		job.Only = idsOf(t, r)
	}
	_, err := r.Printing.Draw(&b, format, job)
	if refused := data.CodeOf(err); refused == "print.nobody_needs" || refused == "print.nobody" {
		return ""
	}
	desktest.Must(err)
	if format == printing.FormatExcel {
		return sheetWords(t, b.Bytes())
	}
	path := filepath.Join(t.TempDir(), "x.pdf")
	desktest.Must(os.WriteFile(path, b.Bytes(), 0o600))
	words, err := exec.Command("pdftotext", path, "-").Output()
	desktest.Must(err)
	return string(words)
}

func sheetWords(t *testing.T, content []byte) string {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(content))
	desktest.Must(err)
	var words []string
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		desktest.Must(err)
		for _, row := range rows {
			words = append(words, row...)
		}
	}
	return strings.Join(words, "\n")
}

func TestNoRequirementIsNamedOnPaper(t *testing.T) {
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		r := troubled(t, campaign)
		found, err := r.Table.Check(registrar.Filter{})
		desktest.Must(err)
		for _, f := range found {
			if requirement.MatchString(f.Source) {
				t.Errorf("%s: %s names %s", campaign, f.Rule, f.Source)
			}
		}
		for _, code := range r.Printing.Documents() {
			for _, format := range r.Printing.Document(code).Formats {
				if words := requirement.FindString(printedWords(t, r, format, code)); words != "" {
					t.Errorf("%s %s%s names %s", campaign, code, format, words)
				}
			}
		}
	}
}

func TestUnconfirmedSumsArePrintedAsSuch(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.CompleteORT(t, r)
	const mark = "сумма не подтверждена"
	for _, code := range []string{printing.Card, printing.Sheet} {
		t.Run("KG-057 "+code, func(t *testing.T) {
			if words := strings.Join(strings.Fields(printedWords(t, r, printing.FormatPDF, code)), " "); !strings.Contains(words, mark) {
				t.Errorf("no mark in %s", words)
			}
		})
	}
	t.Run("KG-057 what is missing, when the form is finished", func(t *testing.T) {
		desktest.Must(r.Form.Finish(desktest.Ctx, id))
		for _, format := range []string{printing.FormatPDF, printing.FormatExcel} {
			if words := strings.Join(strings.Fields(printedWords(t, r, format, printing.Missing)), " "); !strings.Contains(words, mark) {
				t.Errorf("%s: no mark in %s", format, words)
			}
		}
	})
	t.Run("KG-057 a sum that the file confirms is printed as it is", func(t *testing.T) {
		source := strings.NewReplacer("  \"fee.main\",\n", "", "  \"fee.per_subject\",\n", "").Replace(desktest.SourceWith(t, "ort-2021", "ОРТ-2021", "ОРТ-2021"))
		r := desktest.MustCreateFrom(t, source, desktest.Options().Now)
		desktest.CompleteORT(t, r)
		for _, code := range []string{printing.Card, printing.Sheet} {
			if words := printedWords(t, r, printing.FormatPDF, code); strings.Contains(words, mark) || !strings.Contains(words, "1110") {
				t.Errorf("%s: %s", code, words)
			}
		}
	})
}
