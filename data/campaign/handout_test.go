package campaign

import (
	"errors"
	"strings"
	"testing"

	"graduand/data"
)

// handoutsWrong says of a file with a change what is refused in it.
func handoutsWrong(t *testing.T, id, old, replaced string) (code, key string) {
	t.Helper()
	source := string(builtin(t, id).Source())
	if !strings.Contains(source, old) {
		t.Fatalf("%q does not stand in the file of %s", old, id)
	}
	_, err := Load([]byte(strings.Replace(source, old, replaced, 1)), "")
	var e *data.Error
	if !errors.As(err, &e) {
		return "", ""
	}
	return e.Code, e.Args["key"].(string)
}

// UA-025: what a file says of copies is judged when it is read, not when somebody prints.
func TestCopiesInTheFile(t *testing.T) {
	const fields = `fields = ["copy_front", "copy_back"]`
	for _, c := range []struct{ name, old, replaced, code, key string }{
		{"as it is", fields, fields, "", ""},
		{"no words", `words = "Згідно з оригіналом"`, `words = ""`, "campaign.empty", "copy.words"},
		{"a field that the form does not have", fields, `fields = ["copy_middle"]`, "campaign.unknown_code", "copy.document[1].fields[1]"},
		{"a field that holds no file", fields, `fields = ["surname"]`, "campaign.bad_value", "copy.document[1].fields[1]"},
		{"a document without scans", fields, `fields = []`, "campaign.empty", "copy.document[1].fields"},
		{"a size of one side", "size_mm = [85.6, 53.98]", "size_mm = [85.6]", "campaign.bad_value", "document_kind[2].size_mm"},
		{"a size the shorter side first", "size_mm = [85.6, 53.98]", "size_mm = [53.98, 85.6]", "campaign.bad_value", "document_kind[2].size_mm"},
		{"no size", "size_mm = [85.6, 53.98]", "size_mm = []", "", ""},
	} {
		t.Run("UA-025 "+c.name, func(t *testing.T) {
			if code, key := handoutsWrong(t, "zno-2020", c.old, c.replaced); code != c.code || key != c.key {
				t.Errorf("%s %s, want %s %s", code, key, c.code, c.key)
			}
		})
	}
}

// UA-025: the size of a document is that of its kind, and is not guessed.
func TestSizeOfADocument(t *testing.T) {
	c := builtin(t, "zno-2020")
	for kind, want := range map[string]float64{"id_card": 85.6, "passport_book": 0, "": 0, "poster": 0} {
		g := &data.Graduate{}
		g.Document.Kind = kind
		if width, height := c.SizeOf(g); width != want || (height > 0) != (want > 0) {
			t.Errorf("%q is %v × %v", kind, width, height)
		}
	}
}

// UA-046: what a file says of the sample is judged when it is read.
func TestSampleInTheFile(t *testing.T) {
	for _, c := range []struct{ name, old, replaced, code, key string }{
		{"a place that there is not", `at = "applicant"`, `at = "back"`, "campaign.unknown_code", "sample.note[9].at"},
		{"a place twice", `at = "applicant"`, `at = "number"`, "campaign.duplicate_code", "sample.note[9].at"},
		{"a field as a place", `at = "applicant"`, `at = "given_name"`, "", ""},
		{"a field that the form does not have", `birth_date = "2003-03-05"`, `birth_day = "2003-03-05"`, "campaign.unknown_code", "sample.values.birth_day"},
		{"a code that there is not", `subjects = "ukrainian,mathematics,history,english:profile"`, `subjects = "archery"`, "campaign.unknown_code", "sample.values.subjects"},
		{"no word", `word = "ЗРАЗОК"`, `word = ""`, "campaign.empty", "sample.word"},
		{"a note that says nothing", `says = "Дата, коли заяву заповнено. Вона не пізніша за день, коли комплект здають."`, `says = ""`, "campaign.empty", "sample.note[11].says"},
	} {
		t.Run("UA-046 "+c.name, func(t *testing.T) {
			if code, key := handoutsWrong(t, "zno-2020", c.old, c.replaced); code != c.code || key != c.key {
				t.Errorf("%s %s, want %s %s", code, key, c.code, c.key)
			}
		})
	}
}

// UA-066: a notice without the words of the source is none.
func TestNoticeInTheFile(t *testing.T) {
	for _, c := range []struct{ name, old, replaced, code, key string }{
		{"nothing to sign", `acknowledged = "З повідомленням ознайомлений (ознайомлена)"`, `acknowledged = ""`, "campaign.empty", "notice.acknowledged"},
		{"nothing to tell", `privacy_note = "Факт`, `privacy_note = "" # "Факт`, "campaign.empty", "privacy_note"},
	} {
		t.Run("UA-066 "+c.name, func(t *testing.T) {
			if code, key := handoutsWrong(t, "zno-2020", c.old, c.replaced); code != c.code || key != c.key {
				t.Errorf("%s %s, want %s %s", code, key, c.code, c.key)
			}
		})
	}
}

// UA-047: what a file says of the sheet for participants is judged when it is read.
func TestHintInTheFile(t *testing.T) {
	for _, c := range []struct{ name, old, replaced, code, key string }{
		{"for whom that nobody understands", "when = 'not sends_scans'\n\n[[hint.step]]", "when = 'not sends scans'\n\n[[hint.step]]", "campaign.bad_expression", "hint.step[4].when"},
		{"a step that says nothing", `says = "Напишіть заяву власноруч у частині «Заява»: її не друкують."`, `says = ""`, "campaign.empty", "hint.step[2].says"},
	} {
		t.Run("UA-047 "+c.name, func(t *testing.T) {
			if code, key := handoutsWrong(t, "zno-2020", c.old, c.replaced); code != c.code || key != c.key {
				t.Errorf("%s %s, want %s %s", code, key, c.code, c.key)
			}
		})
	}
}
