package reports

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

func recoverySheet() RecoverySheet {
	return RecoverySheet{
		School: "Комунальний заклад «Харківський ліцей № 45»", Campaign: "Зовнішнє незалежне оцінювання 2020 року",
		File: "licey-45.graduand", Code: "DFGJLN-QRSUVW-Z23467-89DFGJ-LNQRSU-VWZ234-6789DF-GJLNQR",
		Made: "24.11.2026", By: "О. І. Коваль", Anchor: "1234-5f0e9a17c2b4",
	}
}

func longRecoverySheet() RecoverySheet {
	r := recoverySheet()
	r.School, r.By, r.Campaign = longSchool, longUkrainian+", "+longKyrgyz, longSchool
	r.File = strings.Repeat("реєстр-випускників-", 8) + "2020.graduand"
	return r
}

func recoveryPDF(t testing.TB, language string, r RecoverySheet) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return Recovery(b, r, language, nil) })
}

func TestRecovery(t *testing.T) {
	t.Run("KG-007 the whole code in numbered groups, two rows of four", func(t *testing.T) {
		r := recoverySheet()
		var code []glyph
		for _, g := range open(t, recoveryPDF(t, "uk", r)).glyphs(0) {
			if g.bottom-g.top > 5 && g.top > 40 {
				code = append(code, g)
			}
		}
		groups := strings.Split(r.Code, "-")
		if len(code) != 48 {
			t.Fatalf("%d large symbols, want 48", len(code))
		}
		for i, g := range code {
			row := i / 24
			if g.text != groups[i/6][i%6:i%6+1] || abs(g.bottom-code[row*24].bottom) > 2 {
				t.Errorf("symbol %d of group %d is %q at %.1f mm", i%6+1, i/6+1, g.text, g.bottom)
			}
		}
		if code[24].top < code[0].bottom+3 {
			t.Error("the rows are not apart")
		}
	})
	t.Run("KG-007 says how to keep it and how to use it", func(t *testing.T) {
		words := flat(open(t, recoveryPDF(t, "uk", recoverySheet())).text(0))
		for _, want := range []string{"Паперовий ключ", "licey-45.graduand", "24.11.2026", "О. І. Коваль", "контрольний", "сейфі", "конверт", "«Пароль забуто»", "«Паперовий ключ»", "Ніколи не фотографуйте", "Покладено в сейф", "(дата)", "(підпис)"} {
			if !strings.Contains(words, want) {
				t.Errorf("%q is not on the sheet: %s", want, words)
			}
		}
		for n := 1; n <= 5; n++ {
			if !strings.Contains(words, strconv.Itoa(n)+".") {
				t.Errorf("no instruction %d", n)
			}
		}
	})
	t.Run("KG-007 one page in every language, with the longest names", func(t *testing.T) {
		for _, lang := range text.Languages() {
			for _, r := range []RecoverySheet{recoverySheet(), longRecoverySheet()} {
				pdf := recoveryPDF(t, lang, r)
				o := open(t, pdf)
				if o.pages != 1 {
					t.Errorf("%s: %d pages", lang, o.pages)
				}
				for _, value := range []string{r.School, r.By, r.File, r.Campaign} {
					if !strings.Contains(squeeze(o.text(0)), squeeze(value)) {
						t.Errorf("%s: %q is not printed whole", lang, value)
					}
				}
				checkMargins(t, "recovery "+lang, pdf, paper.Left, paper.Top, paper.Right, paper.Bottom)
				checkOverlap(t, "recovery "+lang, pdf)
			}
		}
	})
}

func TestRecoveryRefusesAnotherCode(t *testing.T) {
	good := recoverySheet().Code
	for _, code := range []string{"", good[:48], good + "-DFGJLN", strings.ToLower(good), strings.Replace(good, "D", "Д", 1), strings.ReplaceAll(good, "-", "")} {
		r := recoverySheet()
		r.Code = code
		err := Recovery(&bytes.Buffer{}, r, "uk", nil)
		if data.CodeOf(err) != "report.paper_code" || strings.Contains(fmt.Sprintf("%+v", err), "QRSUVW") {
			t.Errorf("error is %v", err)
		}
	}
	r := recoverySheet()
	r.School = strings.Repeat("Довга назва ", 400)
	if err := Recovery(&bytes.Buffer{}, r, "uk", nil); data.CodeOf(err) != "report.no_room" {
		t.Errorf("error is %v", err)
	}
}

func TestGoldenRecovery(t *testing.T) {
	checkSound(t, "recovery", func() []byte { return recoveryPDF(t, "uk", recoverySheet()) })
}
