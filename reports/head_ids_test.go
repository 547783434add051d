package reports

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// The post of the head is the only word of the locked form that a school may change.
func TestHeadOfTheInstitution(t *testing.T) {
	usual, other := list(2), list(2)
	other.HeadTitle = "Начальниця училища"
	t.Run("D10 UA-061 UA-130 another post stands where «Директор» does, and nothing else changes", func(t *testing.T) {
		one, two := open(t, listPDF(t, usual)).text(0), open(t, listPDF(t, other)).text(0)
		if !strings.Contains(one, usual.HeadTitle) || strings.Contains(two, usual.HeadTitle) {
			t.Errorf("%q stands in both or in none:\n%s", usual.HeadTitle, two)
		}
		if got := strings.Replace(squeeze(two), squeeze(other.HeadTitle), squeeze(usual.HeadTitle), 1); got != squeeze(one) {
			t.Errorf("%s\nwant\n%s", got, squeeze(one))
		}
	})
	t.Run("D10 UA-130 in the workbook too", func(t *testing.T) {
		f, err := excelize.OpenReader(bytes.NewReader(listXLSX(t, other)))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for words, want := range map[string]int{other.HeadTitle: 1, usual.HeadTitle: 0} {
			if cells, err := f.SearchSheet(f.GetSheetName(0), words); err != nil || len(cells) != want {
				t.Errorf("%q stands in %v, %v", words, cells, err)
			}
		}
	})
}
