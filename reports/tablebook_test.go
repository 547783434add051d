package reports

import (
	"bytes"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"
)

// KG-064, UA-031: in the workbooks of lists the header stays in sight and stands on each printed
// page.
func TestTheHeaderOfATableStays(t *testing.T) {
	missing := Missing{School: "Ліцей", Campaign: "ЗНО-2020", Made: "10.02.2020", Classes: []MissingClass{{Class: "11-А", Total: 2, People: []MissingPerson{{Name: "Коваль Іван", Lacks: []Lack{{}}}}}}}
	for name, write := range map[string]func(*bytes.Buffer) error{
		"payments": func(b *bytes.Buffer) error { return PaymentsXLSX(b, kgPayments(2), "ru", nil) },
		"missing":  func(b *bytes.Buffer) error { return MissingXLSX(b, missing, "uk", nil) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(name, err)
		}
		file, err := excelize.OpenReader(&b)
		if err != nil {
			t.Fatal(name, err)
		}
		panes, err := file.GetPanes(file.GetSheetName(0))
		if err != nil || !panes.Freeze || panes.YSplit == 0 {
			t.Errorf("%s: panes %+v, %v", name, panes, err)
		}
		for _, wanted := range []string{"_xlnm.Print_Titles", "_xlnm._FilterDatabase"} {
			if !slices.ContainsFunc(file.GetDefinedName(), func(n excelize.DefinedName) bool { return n.Name == wanted }) {
				t.Errorf("%s: no %s in %v", name, wanted, file.GetDefinedName())
			}
		}
	}
}
