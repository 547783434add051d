package reports

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

func erasure() Erasure {
	return Erasure{
		School: "Средняя школа № 12 имени Токтогула Сатылганова, г. Бишкек", Campaign: "Общереспубликанское тестирование 2021 года",
		Registry: "shkola-12.graduand", Made: "24.11.2026 14:35", By: "А. Б. Жээнбекова", Responsible: "А. Б. Жээнбекова", Role: "ответственное лицо",
		Reason: "срок хранения истёк", Head: "Ө. Ү. Ңурланова", HeadTitle: "Директор", Persons: 84,
		What:     []string{"фотографии: 84", "изображения паспортов: 168", "бланки регистрации: 84"},
		Remains:  []string{"резервные копии, сделанные раньше", "бумаги в деле школы", "то, что передано центру"},
		HeadHash: strings.Repeat("9f86d081884c7d65", 4),
	}
}

// longErasure has so many entries that pages end among them.
func longErasure(entries int) Erasure {
	e := erasure()
	e.School, e.By, e.Responsible, e.Registry = longSchool, longKyrgyz, longKyrgyz, strings.Repeat("реестр-выпускников-", 8)+".graduand"
	e.Head, e.HeadTitle = longUkrainian, "Виконувачка обов’язків директорки комунального закладу освіти"
	for i := range entries {
		e.What = append(e.What, fmt.Sprintf("запись %03d: %s", i, longKyrgyz))
	}
	return e
}

func erasurePDF(t testing.TB, language string, e Erasure) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return ErasureCertificate(b, e, language, nil) })
}

func TestErasure(t *testing.T) {
	t.Run("F-16 one page says who, when, what, how, why and what remains", func(t *testing.T) {
		e := erasure()
		for _, lang := range text.Languages() {
			pdf := erasurePDF(t, lang, e)
			o := open(t, pdf)
			if o.pages != 1 {
				t.Errorf("%s: %d pages", lang, o.pages)
			}
			words, say := squeeze(o.text(0)), text.For(lang)
			for _, want := range append([]string{e.School, e.Campaign, e.Registry, e.Made, e.By + ", " + e.Role, e.Reason, "84", e.Head, e.HeadTitle, e.HeadHash,
				say.Say("report.erasure_title", nil), say.Say("report.erasure_method", nil), say.Say("report.responsible", nil)}, append(e.What, e.Remains...)...) {
				if !strings.Contains(words, squeeze(want)) {
					t.Errorf("%s: %q is not in the certificate", lang, want)
				}
			}
			checkMargins(t, "erasure "+lang, pdf, paper.OfficialLeft, paper.OfficialTop, paper.OfficialRight, paper.OfficialBottom)
			checkOverlap(t, "erasure "+lang, pdf)
		}
	})
	t.Run("F-16 long lists go on, whole and in order, and are signed at the end", func(t *testing.T) {
		for entries := 2; entries < 16; entries++ {
			checkErasurePages(t, longErasure(entries))
		}
	})
	t.Run("F-16 the head who erased does not sign twice", func(t *testing.T) {
		e := erasure()
		e.By, e.Responsible = e.Head, ""
		if n := strings.Count(open(t, erasurePDF(t, "ru", e)).text(0), e.Head); n != 2 {
			t.Errorf("the head stands %d times, want as the doer and at one signature", n)
		}
	})
	t.Run("F-16 lists without entries have no heading", func(t *testing.T) {
		e := erasure()
		e.What, e.Remains, e.Role = nil, nil, ""
		words := open(t, erasurePDF(t, "ru", e)).text(0)
		if strings.Contains(words, "Что ") || strings.Contains(words, e.By+",") {
			t.Errorf("the certificate says %q", words)
		}
	})
}

func checkErasurePages(t *testing.T, e Erasure) {
	t.Helper()
	o := open(t, erasurePDF(t, "ru", e))
	next := 0
	for i := range o.pages {
		words := o.text(i)
		rest, found := squeeze(words), true
		for next < len(e.What) && found {
			if _, rest, found = strings.Cut(rest, squeeze(e.What[next])); found {
				next++
			}
		}
		if last := i == o.pages-1; strings.Contains(words, "(подпись)") != last || strings.Contains(squeeze(words), e.HeadHash) != last {
			t.Errorf("%d entries, page %d of %d: hash or signatures are on the wrong page", len(e.What), i+1, o.pages)
		}
		if o.pages > 1 && !strings.Contains(words, fmt.Sprintf("лист %d из %d", i+1, o.pages)) {
			t.Errorf("%d entries: page %d has no number", len(e.What), i+1)
		}
		for _, g := range o.glyphs(i) {
			if g.bottom > paper.OfficialBottom || g.right > paper.OfficialRight+0.3 {
				t.Fatalf("%d entries, page %d: %q is in the margin", len(e.What), i+1, g.text)
			}
		}
	}
	if next < len(e.What) {
		t.Errorf("%d entries: %q is missing, divided or out of order", len(e.What), e.What[next])
	}
}

func TestErasureRefusesWhatItCannotPrint(t *testing.T) {
	e := erasure()
	e.Reason = "срок истёк 😀"
	if err := ErasureCertificate(&bytes.Buffer{}, e, "ru", nil); data.CodeOf(err) != "report.no_glyph" {
		t.Errorf("error is %v", err)
	}
}

func TestGoldenErasure(t *testing.T) {
	checkSound(t, "erasure", func() []byte { return erasurePDF(t, "ru", erasure()) })
	checkSound(t, "erasure-long", func() []byte { return erasurePDF(t, "uk", longErasure(14)) })
}
