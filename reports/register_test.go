package reports

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"graduand/data"
)

func ukRegister(rows int) Register {
	r := Register{
		Title: "РЕЄСТР", Subtitle: "випускників з особливими (мовними) освітніми потребами із зазначенням мови навчання",
		School: "Комунальний заклад «Харківський ліцей № 45 Харківської міської ради»", Address: "61000, м. Харків, вул. Озерна, 7",
		Columns:   [6]string{"з/п", "Прізвище", "Ім’я", "По батькові", "Клас (група)", "Мова навчання"},
		HeadTitle: "Директор", HeadName: "О. І. Коваль", Seal: "М.П. (за наявності)",
	}
	for i := range rows {
		r.Rows = append(r.Rows, RegisterRow{"Їжакевич-Нечипоренко", "Мар’яна", fmt.Sprintf("Ігорівна-%03d", i), "11-А", "угорська"})
	}
	return r
}

func registerPDF(t *testing.T, r Register) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := RegisterPDF(&b, r, "uk", nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestRegister(t *testing.T) {
	t.Run("UA-059 surname, name, patronymic, class and language, certified by the head", func(t *testing.T) {
		r := ukRegister(3)
		pdf := registerPDF(t, r)
		pages := pageWords(t, pdf)
		if len(pages) != 1 {
			t.Fatalf("%d pages", len(pages))
		}
		mustHave(t, "register", pages[0], append(r.Columns[:], r.Title, r.Subtitle, r.School, r.Address, "Їжакевич", "Мар’яна", "Ігорівна-002", "11-А", "угорська",
			r.HeadTitle, r.HeadName, r.Seal)...)
		checkOverlap(t, "register", pdf)
	})
	t.Run("UA-059 on each page the headings, and the signature with two rows at least", func(t *testing.T) {
		for rows := 30; rows < 50; rows++ {
			pages := pageWords(t, registerPDF(t, ukRegister(rows)))
			for n, words := range pages {
				mustHave(t, fmt.Sprintf("page %d of %d rows", n+1, rows), words, "Прізвище", "Мова навчання")
			}
			last := pages[len(pages)-1]
			if strings.Count(last, squeeze("угорська")) < 2 || !strings.Contains(last, "О.І.Коваль") {
				t.Errorf("%d rows: the signature stands alone", rows)
			}
		}
	})
	t.Run("nobody is no register", func(t *testing.T) {
		if err := RegisterPDF(&bytes.Buffer{}, ukRegister(0), "uk", nil); data.CodeOf(err) != "report.empty" {
			t.Error(err)
		}
	})
}
