package reports

import (
	"bytes"
	"strings"
	"testing"

	"graduand/data"
)

const noticeWords = "Факт надходження реєстраційної картки до пункту обробки є підставою для опрацювання персональних даних у процесі підготовки та проведення зовнішнього оцінювання, їх використання під час прийому на навчання до закладів вищої освіти відповідно до вимог Закону України «Про захист персональних даних»."

// noticesOf are a notice by name and a blank one; in the worst case the names are the longest.
func noticesOf(worst bool) []Notice {
	n := Notice{Campaign: "Зовнішнє незалежне оцінювання 2020 року", School: "Тихоозерський ліцей", Title: "Повідомлення про опрацювання персональних даних",
		Class: "Клас 11-А", Name: "Ґалаґан Мар’ян Олексійович", Words: noticeWords, Source: "Порядок, розділ IV, п. 12", Acknowledged: "З повідомленням ознайомлений (ознайомлена)"}
	blank := n
	blank.Name, blank.Class = "", ""
	if worst {
		n.School = longSchool
		n.Name = longName + " Марія-Магдалина-Анастасія-Єлизавета Костянтинопольщенківна-Всеволодівна"
		return []Notice{n, n, n}
	}
	return []Notice{n, blank}
}

func noticeBytes(t *testing.T, all []Notice) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return Notices(b, all, "uk", nil) })
}

// UA-066: the notice has the words of the source and nothing that promises more; who signs it stands
// on it, or a line for the pen; nothing crosses the line to cut along.
func TestUA066NoticeInTheWordsOfTheSource(t *testing.T) {
	o := open(t, noticeBytes(t, noticesOf(false)))
	words := strings.Join(strings.Fields(o.text(0)), " ")
	if strings.Count(words, noticeWords) != 2 || strings.Count(words, "п. 12") != 2 || strings.Count(words, "Ґалаґан Мар’ян Олексійович") != 1 {
		t.Errorf("it says %s", words)
	}
	for _, promise := range []string{"знищ", "зберіга", "видал", "гарант"} {
		if strings.Contains(strings.ToLower(words), promise) {
			t.Errorf("it promises something: %q", promise)
		}
	}
	page := o.render(0, 200)
	if !page.white(0, 148.5-8, 210, 148.5-3) || !page.white(0, 148.5+3, 210, 148.5+9) || o.pages != 1 {
		t.Error("something stands near the line to cut along")
	}
	if lines := page.runs(false, 150, 200); len(lines) < 3 {
		t.Errorf("the blank one has no line for a name: %v", lines)
	}
}

func TestNoticesOfLongNames(t *testing.T) {
	o := open(t, noticeBytes(t, noticesOf(true)))
	if o.pages != 2 || !strings.Contains(strings.Join(strings.Fields(o.text(1)), " "), "Костянтинопольщенківна") {
		t.Errorf("%d pages", o.pages)
	}
	long := noticesOf(false)
	long[0].Words = strings.Repeat(noticeWords+" ", 12)
	for code, all := range map[string][]Notice{"report.no_room": long, "report.empty": nil} {
		if err := Notices(&bytes.Buffer{}, all, "uk", nil); data.CodeOf(err) != code {
			t.Errorf("%s: %v", code, err)
		}
	}
}
