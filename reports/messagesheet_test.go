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

func messageSheet(messages int) MessageSheet {
	s := MessageSheet{School: "Тихоозерський ліцей Тихоозерської селищної ради Харківської області", Address: "63999, смт Тихоозерськ, вул. Шкільна, 1",
		Addressee: []string{"Харківський", "регіональний центр оцінювання якості освіти"}, Code: "kharkiv-7", Campaign: "Зовнішнє незалежне оцінювання 2020 року", Date: "20.02.2020",
		Fingerprint: "0123-4567-89ab-cdef-fedc-ba98-7654-3210", HeadTitle: "Директор", HeadName: "О. І. Верболоз", Seal: "М.П. (за наявності)"}
	for i := range messages {
		m := SheetMessage{Type: data.Term("message_sheet.type_amendments"), Number: fmt.Sprint(i + 1), Made: "19.02.2020", People: 97 + i, Added: 90, Changed: 5 + i, Withdrawn: 2, Files: 12,
			File: fmt.Sprintf("amendments-zno-2020-kharkiv-7-%04d.zip.age", i+1), SHA256: strings.Repeat("0123456789abcdef", 4)}
		if i == 0 {
			m.Type = data.Term("message_sheet.type_entries")
		}
		s.Messages = append(s.Messages, m)
	}
	return s
}

func messageSheetPDF(t testing.TB, s MessageSheet, language string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := MessageSheetPDF(&b, s, language, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Design §9: the fingerprint of the school's keys stands on the sheet that the head signs.
func TestMessageSheet(t *testing.T) {
	t.Run("KG-013 what is in the message, which file it is, and whose keys have signed it", func(t *testing.T) {
		for _, lang := range text.Languages() {
			s, say := messageSheet(2), text.For(lang)
			o := open(t, messageSheetPDF(t, s, lang))
			if o.pages != 1 {
				t.Errorf("%s: %d pages", lang, o.pages)
			}
			inOrder(t, lang, pagesOf(o), s.School, s.Date, s.Addressee[1], say.Say("message_sheet.title", nil), s.Campaign, s.Code,
				say.Say("message_sheet.type_entries", nil), say.Say("message_sheet.counts", data.Args{"people": 97, "add": 90, "change": 5, "withdraw": 2, "files": 12}), s.Messages[0].File, "01234567 89abcdef 01234567 89abcdef",
				say.Say("message_sheet.type_amendments", nil), s.Messages[1].File, say.Say("message_sheet.fingerprint", nil),
				"0123", "4567", "89ab", "cdef", "fedc", "ba98", "7654", "3210", say.Say("message_sheet.about", nil), s.HeadName, s.Seal, say.Say("message_sheet.compared", nil))
		}
	})
	t.Run("new keys that the message tells stand there too", func(t *testing.T) {
		s := messageSheet(1)
		s.Next = "aaaa-bbbb-cccc-dddd-eeee-ffff-0000-1111"
		inOrder(t, "uk", pagesOf(open(t, messageSheetPDF(t, s, "uk"))), "3210", text.For("uk").Say("message_sheet.next", nil), "aaaa", "1111")
	})
	t.Run("an export of many messages is on several sheets, the signature with the fingerprint", func(t *testing.T) {
		pdf := messageSheetPDF(t, messageSheet(9), "ru")
		o := open(t, pdf)
		last := o.text(o.pages - 1)
		if o.pages != 3 || !strings.Contains(last, "ba98") || !strings.Contains(last, "Верболоз") {
			t.Errorf("%d pages, on the last %s", o.pages, last)
		}
		checkMargins(t, "message-sheet", pdf, paper.OfficialLeft, paper.OfficialTop-7, paper.OfficialRight, paper.OfficialBottom)
	})
	t.Run("no message", func(t *testing.T) {
		if err := MessageSheetPDF(&bytes.Buffer{}, MessageSheet{}, "uk", nil); data.CodeOf(err) != "report.empty" {
			t.Errorf("error is %v", err)
		}
	})
}

func TestGoldenMessageSheet(t *testing.T) {
	checkSound(t, "message-sheet", func() []byte { return messageSheetPDF(t, messageSheet(1), "uk") })
}
