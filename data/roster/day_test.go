package roster

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/text"
	"graduand/data/workbook"
)

// said writes days as the columns of these tests expect them: the day, or «rule?day,day» for
// a doubt, «rule!day» for a warning and «rule» for an error.
func said(days []Day) string {
	var all []string
	for _, d := range days {
		text := d.Date.Dotted()
		switch d.Severity {
		case data.SeverityConfirm:
			var readings []string
			for _, r := range d.Readings {
				readings = append(readings, r.Dotted())
			}
			text = d.Rule + "?" + strings.Join(readings, ",")
		case data.SeverityWarning:
			text = d.Rule + "!" + text
		case data.SeverityError:
			text = d.Rule
		}
		all = append(all, text)
	}
	return strings.Join(all, " ")
}

func kyiv(t testing.TB) Rules {
	t.Helper()
	rules := ukraine()
	zone, err := time.LoadLocation("Europe/Kyiv")
	must(t, err)
	rules.Zone = zone
	return rules
}

func TestColumnsOfDays(t *testing.T) {
	for _, c := range []struct{ name, cells, want string }{
		{"the usual order", "14.05.2003|04.05.2003|5.4.2003", "14.05.2003 04.05.2003 05.04.2003"},
		{"dots need no proof", "04.05.2003|06.07.2003", "04.05.2003 06.07.2003"},
		{"hyphens need no proof", "04-05-2003|6-7-03", "04.05.2003 06.07.2003"},
		{"a whole column month first", "5/14/2003|4/5/2003|12/7/2003|7/28/2003", "date_month_first!14.05.2003 date_month_first!05.04.2003 date_month_first!07.12.2003 date_month_first!28.07.2003"},
		{"with zeros and two digits of the year", "05/14/03|04/05/03|07/28/03|03/03/03", "date_month_first!14.05.2003 date_month_first!05.04.2003 date_month_first!28.07.2003 03.03.2003"},
		{"with dots", "5.14.2003|4.5.2003|7.28.2003", "date_month_first!14.05.2003 date_month_first!05.04.2003 date_month_first!28.07.2003"},
		{"with hyphens", "05-14-2003|04-05-2003|07-28-2003", "date_month_first!14.05.2003 date_month_first!05.04.2003 date_month_first!28.07.2003"},
		{"with a time of day", "5/14/2003 0:00|4/5/2003 12:00:00 AM|7/28/2003 0:00", "date_month_first!14.05.2003 date_month_first!05.04.2003 date_month_first!28.07.2003"},
		{"one proof is none", "5/15/2003|4/7/2003", "date_month_first?15.05.2003 date_order?07.04.2003,04.07.2003"},
		{"another sign than that of the proofs", "5/14/2003|7/28/2003|04.05.2003", "date_month_first!14.05.2003 date_month_first!28.07.2003 date_order?04.05.2003,05.04.2003"},
		{"a stroke turns no dots", "12.03.2003 г.|05.06.2003|12/13/2003", "date_order?12.03.2003,03.12.2003 date_order?05.06.2003,06.05.2003 date_month_first?13.12.2003"},
		{"dots turn dots", "12.13.2003|05.06.2003|01/02/2003", "date_month_first?13.12.2003 date_order?06.05.2003,05.06.2003 date_order?02.01.2003,01.02.2003"},
		{"some so, some so", "5/14/2003|28/07/2003|04/05/2003|6/6/2003", "date_month_first?14.05.2003 28.07.2003 date_order?04.05.2003,05.04.2003 06.06.2003"},
		{"strokes that prove nothing", "05/04/2003|06/07/2003|06/06/2003", "date_order?05.04.2003,04.05.2003 date_order?06.07.2003,07.06.2003 06.06.2003"},
		{"strokes day first", "14/05/2003|04/05/2003|10/11/2003", "14.05.2003 04.05.2003 10.11.2003"},
		{"strokes day first without zeros", "14/5/2003|4/5/2003|10/11/2003", "14.05.2003 04.05.2003 10.11.2003"},
		{"what an American spreadsheet could read is written otherwise", "14/05/2003|4/5/2003|10/11/2003|28/07/2003", "14.05.2003 date_order?04.05.2003,05.04.2003 date_order?10.11.2003,11.10.2003 28.07.2003"},
		{"dots prove nothing for strokes", "14.05.2003|04/05/2003", "14.05.2003 date_order?04.05.2003,05.04.2003"},
		{"half turned by a spreadsheet", "37716|14/05/2003|37962|23/11/2003|37715", "date_turned?05.04.2003,04.05.2003 14.05.2003 date_turned?07.12.2003,12.07.2003 23.11.2003 04.04.2003"},
		{"one of each", "37716|14/05/2003", "date_turned?05.04.2003,04.05.2003 14.05.2003"},
		{"half turned, with dots", "37716|14.05.2003|28.07.2003", "date_turned?05.04.2003,04.05.2003 14.05.2003 28.07.2003"},
		{"half turned the other way", "37716|5/14/2003|7/28/2003", "date_turned?05.04.2003,04.05.2003 date_month_first!14.05.2003 date_month_first!28.07.2003"},
		{"half turned, written out by a program", "2003-04-05 00:00:00|14/05/2003|2003-12-07T00:00:00", "date_turned?05.04.2003,04.05.2003 14.05.2003 date_turned?07.12.2003,12.07.2003"},
		{"a kept day that is no month", "37716|14/05/2003|37755", "05.04.2003 14.05.2003 14.05.2003"},
		{"a text that could have been kept", "37716|14/05/2003|04/05/2003", "05.04.2003 14.05.2003 04.05.2003"},
		{"kept days alone", "37716|37962", "05.04.2003 07.12.2003"},
		{"a kept day that is the same both ways", "37746|14/05/2003", "05.05.2003 14.05.2003"},
		{"just before midnight", "37754.99949074|37755.00050926|37754.875|37755", "date_hour?14.05.2003,13.05.2003 14.05.2003 date_hour?14.05.2003,13.05.2003 14.05.2003"},
		{"the noise of arithmetic", "37754.999999999|37755.0000000001", "14.05.2003 14.05.2003"},
		{"an hour of the day", "37755.125|37755.5|37755.0833333", "14.05.2003 14.05.2003 14.05.2003"},
		{"a late hour in a text", "13.05.2003 21:00:00|2003-05-13 22:00|5/13/2003 9:00:00 PM|13.05.2003 23:59", "date_hour?14.05.2003,13.05.2003 date_hour?14.05.2003,13.05.2003 date_month_first?13.05.2003 date_hour?14.05.2003,13.05.2003"},
		{"noon in a text", "14.05.2003 12:00|14.05.2003 12:00 PM|14.05.2003 12:00:00 AM", "14.05.2003 14.05.2003 14.05.2003"},
		{"moments of Kyiv's midnight", "2003-05-13T21:00:00.000Z|2003-01-14T22:00:00.000Z|2003-05-17T00:00:00.000Z", "14.05.2003 15.01.2003 17.05.2003"},
		{"moments with an offset", "2003-05-14T00:00:00+03:00|2003-05-15 00:00:00+0300|2003-05-14 00:00:00+03|2003-05-13T21:00:00+00:00|2003-05-13T16:00:00-05:00", "14.05.2003 15.05.2003 14.05.2003 14.05.2003 14.05.2003"},
		{"moments with the zone's name", "2003-05-13 21:00:00 UTC|2003-05-13 21:00:00GMT", "14.05.2003 14.05.2003"},
		{"moments near midnight", "2003-05-13T20:00:00Z|2003-05-13T22:30:00Z|2003-05-13T10:00:00Z", "date_hour?14.05.2003,13.05.2003 date_hour?14.05.2003,13.05.2003 13.05.2003"},
		{"a moment that no calendar has", "2003-02-30T21:00:00Z", "date_no_such_day"},
		{"unseen signs, doubled dots, commas", "\u200e14.05.2003|\u200e14\u200e.\u200e05\u200e.\u200e2003|\u206614.05.2003\u2069|14..05..2003|14,05,2003|14. 05. 2003 р.", "14.05.2003 14.05.2003 14.05.2003 14.05.2003 14.05.2003 14.05.2003"},
		{"spreadsheets' apostrophes", "'14.05.2003|’15.05.2003", "14.05.2003 15.05.2003"},
		{"words", "5 березня 2003 р.|March 5, 2003|5.III.2003", "05.03.2003 05.03.2003 05.03.2003"},
		{"nothing", "|-|немає", "  "},
		{"one slip of the pen says nothing of the rest", "05.14.2003|05.03.2003|15.04.2003|25.06.2003|04.05.2003|13.05.2003|31.12.2003", "date_month_first?14.05.2003 05.03.2003 15.04.2003 25.06.2003 04.05.2003 13.05.2003 31.12.2003"},
		{"ordinary lists", "05.03.2003|5.3.03|2003-03-05|37685|05.03.03 р.|2003-03-05 00:00:00|5 березня 2003|06.11.2002|17.8.02", "05.03.2003 05.03.2003 05.03.2003 05.03.2003 05.03.2003 05.03.2003 05.03.2003 06.11.2002 17.08.2002"},
		{"what an .ods keeps", "2003-05-14|2003-05-14T12:00:00|2003-05-14T00:00:00", "14.05.2003 14.05.2003 14.05.2003"},
		{"winters and summers of other years", "1996-03-30T22:00:00Z|1996-03-31T21:00:00Z|1996-10-27T22:00:00Z|2002-10-26T21:00:00Z|2003-05-14T12:00:00Z|2003-01-13T21:00:00Z", "31.03.1996 01.04.1996 28.10.1996 27.10.2002 14.05.2003 date_hour?14.01.2003,13.01.2003"},
		{"another day in brackets", "14.05.2003 (15.05.2003)|14.05.2003 (17 років)", "date_unreadable 14.05.2003"},
		{"no days", "31.04.2003|32/13/2003|13/13/2003|2003|колись|0/0/2003", "date_no_such_day date_no_such_day date_no_such_day date_unreadable date_unreadable date_no_such_day"},
	} {
		t.Run("F-14 "+c.name, func(t *testing.T) {
			if got := said(ReadDays(strings.Split(c.cells, "|"), false, kyiv(t))); got != c.want {
				t.Errorf("%s\nwant %s", got, c.want)
			}
		})
	}
}

func TestMomentsInEveryZone(t *testing.T) {
	rules := kyrgyzstan()
	if got := said(ReadDays([]string{"2003-05-13T18:00:00Z", "2003-05-13T21:00:00Z"}, false, rules)); got != "date_hour?14.05.2003,13.05.2003 date_hour?14.05.2003,13.05.2003" {
		t.Errorf("F-14 without a zone: %s", got)
	}
	zone, err := time.LoadLocation("Asia/Bishkek")
	must(t, err)
	for offset := -12; offset <= 14; offset++ {
		at := time.Date(2003, 5, 14, 0, 0, 0, 0, zone).In(time.FixedZone("", offset*3600))
		rules.Zone = zone
		if got := ReadDays([]string{at.Format("2006-01-02T15:04:05-07:00")}, false, rules)[0]; got.Date != "2003-05-14" && at.Hour() != 0 {
			t.Errorf("F-14 %v: %+v", at, got)
		}
	}
}

// A midnight of the neighbours' zone is for a look, noon anywhere is none.
func TestMomentsNearTheMidnightOfBishkek(t *testing.T) {
	rules := RulesOf(&campaign.Campaign{TimeZone: "Asia/Bishkek"}, "2021-02-10")
	for cell, want := range map[string]string{
		"1998-01-13T19:00:00Z": "14.01.1998", "1998-07-13T18:00:00Z": "14.07.1998", "2005-08-11T18:00:00Z": "12.08.2005", "2005-11-13T18:00:00Z": "14.11.2005",
		"1998-01-13T18:00:00Z": "date_hour?14.01.1998,13.01.1998", "2003-05-13T17:00:00Z": "date_hour?14.05.2003,13.05.2003", "2003-05-13T12:00:00Z": "13.05.2003", "2003-05-14T00:00:00+06:00": "14.05.2003",
	} {
		if got := said(ReadDays([]string{cell}, false, rules)); got != want {
			t.Errorf("F-14 %s: %s, want %s", cell, got, want)
		}
	}
}

// Texts of three numbers of two digits with the year first are for a look where they make no
// birth date otherwise; one wrong year makes no such column.
func TestYearsOfTwoDigits(t *testing.T) {
	for _, c := range []struct{ cells, want string }{
		{"03-05-04|03-12-31|04-02-28", "?04.05.2003;03.05.2004|?31.12.2003;03.12.1931|?28.02.2004;04.02.1928"},
		{"05.05.03|05.03.19|14.02.03|24.02.03|25.02.03|26.02.03", "05.05.2003|05.03.2019|14.02.2003|24.02.2003|25.02.2003|26.02.2003"},
		{"05-05-03|06-07-02", "05.05.2003|06.07.2002"},
	} {
		rows := [][]string{{"ПІБ", "Дата народження"}}
		for i, cell := range strings.Split(c.cells, "|") {
			rows = append(rows, []string{"Гук" + letters(i) + " Ян", cell})
		}
		var got []string
		for _, r := range readRows(t, bookOf(nil, rows...), ukraine()) {
			if r.Doubtful() {
				got = append(got, "?"+strings.Join(r.Problems[0].Readings, ";"))
			} else {
				got = append(got, r.Graduate.BirthDate.Dotted())
			}
		}
		if said := strings.Join(got, "|"); said != c.want {
			t.Errorf("F-14 %s: %s, want %s", c.cells, said, c.want)
		}
	}
}

func TestZoneOfTheCampaign(t *testing.T) {
	for zone, hour := range map[string]int{"Europe/Kyiv": 21, "Asia/Bishkek": 18} {
		cell := fmt.Sprintf("2004-07-13T%02d:00:00Z", hour)
		if got := said(ReadDays([]string{cell}, false, RulesOf(&campaign.Campaign{TimeZone: zone}, "2021-02-10"))); got != "14.07.2004" {
			t.Errorf("F-14 %s in %s: %s", cell, zone, got)
		}
	}
}

// bookOf is a workbook of one sheet, its marks as given: row of the sheet → column → mark.
func bookOf(marks map[int]map[int]workbook.Mark, rows ...[]string) *workbook.Book {
	sheet := workbook.Sheet{Name: "11-А"}
	for i, cells := range rows {
		line := workbook.Line{Number: i + 1, Cells: cells}
		if of := marks[i+1]; of != nil {
			line.Marks = make([]workbook.Mark, len(cells))
			for column, mark := range of {
				line.Marks[column] = mark
			}
		}
		sheet.Lines = append(sheet.Lines, line)
	}
	return &workbook.Book{Sheets: []workbook.Sheet{sheet}}
}

func readRows(t *testing.T, book *workbook.Book, rules Rules) []Row {
	t.Helper()
	r, err := readBook(t.Context(), book, rules, Options{})
	must(t, err)
	return r.Rows
}

func TestDaysOfARoster(t *testing.T) {
	header := []string{"ПІБ", "Дата народження"}
	rows := readRows(t, bookOf(nil, header, []string{"Вербицька Соломія", "5/14/2003"}, []string{"Гриценко Назар", "4/5/2003"}, []string{"Журба Матвій", "7/28/2003"}), ukraine())
	if rows[1].Graduate.BirthDate != "2003-04-05" || rows[1].Doubtful() || rulesOf(rows[1])[0] != "date_month_first" {
		t.Errorf("F-14 month first: %+v", rows[1])
	}
	half := [][]string{header, {"Вербицька Соломія", "37716"}, {"Гриценко Назар", "14/05/2003"}}
	rows = readRows(t, bookOf(nil, half...), ukraine())
	if p := rows[0].Problems; len(p) != 1 || p[0].Severity != data.SeverityConfirm || strings.Join(p[0].Readings, " ") != "05.04.2003 04.05.2003" || p[0].Column != "B" || rows[1].Doubtful() {
		t.Errorf("F-14 half turned: %+v", rows)
	}
	t.Run("F-14 a day that a person has chosen is believed", func(t *testing.T) {
		for _, chosen := range []string{"05.04.2003", "04.05.2003", "04/05/2003"} {
			half[1][1] = chosen
			rows := readRows(t, bookOf(map[int]map[int]workbook.Mark{2: {1: workbook.MarkMended}}, half...), ukraine())
			if want := strings.ReplaceAll(chosen, "/", "."); rows[0].Graduate.BirthDate.Dotted() != want || len(rows[0].Problems) > 0 {
				t.Errorf("%s: %+v", chosen, rows[0])
			}
		}
	})
	t.Run("F-14 further days of the form", func(t *testing.T) {
		rules := ukraine()
		rules.Fields["medical_date"] = "Дата медичного висновку"
		rows := readRows(t, bookOf(nil, []string{"ПІБ", "Дата медичного висновку"}, []string{"Вербицька Соломія", "5/14/2019"}, []string{"Гриценко Назар", "4/5/2019"}, []string{"Журба Матвій", "7/28/2019"}, []string{"Лис Ія", "43466"}), rules)
		for i, want := range []string{"14.05.2019", "05.04.2019", "28.07.2019", "01.01.2019"} {
			if got := rows[i].Graduate.Fields["medical_date"]; got != want {
				t.Errorf("row %d: %s, want %s", i, got, want)
			}
		}
	})
	t.Run("F-14 a place behind the day", func(t *testing.T) {
		rows := readRows(t, bookOf(nil, []string{"ПІБ", "Дата і місце народження"}, []string{"Вербицька Соломія", "04/05/2003, м. Харків"}, []string{"Гриценко Назар", "14.05.2003, м. Київ"}), ukraine())
		if !rows[0].Doubtful() || rows[1].Graduate.BirthDate != "2003-05-14" || rows[1].Doubtful() {
			t.Errorf("%+v", rows)
		}
	})
}

func TestLostDigitsAndZeros(t *testing.T) {
	for text, want := range map[string]bool{"1,2E+05": true, "1.2E+05": true, "3,8E+11": true, " 6,8E+08": true, "3.80501E+11": true, "3.80501234567E+11": false, "1E5": false, "12E+3": false, "КВ 123456": false, "": false} {
		if LostDigits(text) != want {
			t.Errorf("F-14 %q: %v", text, !want)
		}
	}
	for _, c := range []struct {
		before, now string
		want        bool
	}{{"001234567", "1234567", true}, {"012345", "12345", true}, {"1234567", "1234567", false}, {"101234567", "1234567", false}, {"", "1234567", false}, {"00А", "А", false}, {"001234567", "", false}, {"001234567", "01234567", true}} {
		if LostZeros(c.before, c.now) != c.want {
			t.Errorf("F-14 %q, then %q: %v", c.before, c.now, !c.want)
		}
	}
}

// A cell is quoted as people see it: the number that a sheet keeps of a day is a day there, be it
// as far off as 12.05.1903 (F-14).
func TestDaysAreQuotedAsTheyAreSeen(t *testing.T) {
	day := workbook.MarkNumber | workbook.MarkDay
	read := func(birth, house string) Row {
		book := bookOf(map[int]map[int]workbook.Mark{2: {1: day, 2: day}}, []string{"ПІБ", "Дата народження", "Вулиця"}, []string{"Гук Ян", birth, house}, []string{"Сич Ія", "05.03.2003", ""})
		return readRows(t, book, ukraine())[0]
	}
	for _, c := range []struct{ birth, house, seen, rules, value string }{
		{"1228", "", "12.05.1903", "birth_age", "12.05.1903"},
		{"1228.5", "", "12.05.1903", "birth_age", "12.05.1903"},
		{"36", "", "05.02.1900", "birth_age", "05.02.1900"},
		{"90000", "", "29.05.2146", "birth_future", "29.05.2146"},
		{"37685", "", "05.03.2003", "", ""},
		{"37685", "44622", "05.03.2003", "value_date", "02.03.2022"},
	} {
		row := read(c.birth, c.house)
		if got := strings.Join(rulesOf(row), " "); got != c.rules || row.Readable()[1] != c.seen {
			t.Errorf("%s: %s, seen as %s", c.birth, got, row.Readable()[1])
		}
		if len(row.Problems) > 0 && row.Problems[0].Value != c.value {
			t.Errorf("%s: quoted as %s", c.birth, row.Problems[0].Value)
		}
	}
	passed := bookOf(map[int]map[int]workbook.Mark{3: {1: day}}, []string{"ПІБ", "Дата народження"}, []string{"Гук Ян", "05.03.2003"}, []string{"Всього:", "43831"})
	r, err := readBook(t.Context(), passed, ukraine(), Options{})
	if must(t, err); len(r.Passed) != 2 || r.Passed[1].Text != "Всього: 01.01.2020" {
		t.Errorf("%+v", r.Passed)
	}
}

// What is no day and likely means one is refused with what to write: a script's day may have moved
// by a zone, and of six digits the first two may be the year (F-14).
func TestRefusedDaysSayWhatToWrite(t *testing.T) {
	for _, c := range []struct{ typed, rule, uk string }{
		{"Fri May 12 2006 00:00:00 GMT+0300 (Eastern European Summer Time)", "date_script", "впишіть так: 12.05.2006."},
		{"Fri May 12 2006", "date_script", "впишіть так: 12.05.2006."},
		{"140503", "date_digits", "цифри без крапок. Впишіть дату так: 14.05.2003."},
		{"050306", "date_digits", "по-різному. Впишіть дату так: 05.03.2006 або 06.03.2005."},
		{"310503", "date_digits", "Впишіть дату так: 31.05.2003."},
		{"999999", "date_unreadable", "Впишіть її так: 05.03.2003."},
		{"Fri Smarch 12 2006", "date_unreadable", "Впишіть її так: 05.03.2003."},
		{"вчора", "date_unreadable", "Впишіть її так: 05.03.2003."},
	} {
		row := readRows(t, bookOf(nil, []string{"ПІБ", "Дата народження"}, []string{"Гук Ян", c.typed}, []string{"Сич Ія", "05.03.2003"}), ukraine())[0]
		if got := rulesOf(row); !slices.Equal(got, []string{c.rule}) || !row.Bad() || row.Graduate.BirthDate != "" {
			t.Errorf("%s: %v", c.typed, got)
			continue
		}
		if said := row.Problems[0].Sentence(text.For("uk")); !strings.HasSuffix(said, c.uk) {
			t.Errorf("%s: %s", c.typed, said)
		}
	}
}
