package workbook_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"graduand/data"
	"graduand/data/workbook"
)

// F-14: a table of a web page that is called .xls is read as Excel opens it.
func TestPages(t *testing.T) {
	rows := `<tr><td>ПІБ</td><td>Клас</td></tr><tr><td>Лис Ія</td><td>11-А</td></tr>`
	const plain = "1 ПІБ|Клас\n2 Лис Ія|11-А\n"
	cp1251, err := charmap.Windows1251.NewEncoder().String(`<html><meta http-equiv=Content-Type content="text/html; charset=windows-1251"><table>` + rows + `</table>`)
	must(t, err)
	undeclared, err := charmap.Windows1251.NewEncoder().String(`<table>` + rows + `</table>`)
	must(t, err)
	for name, c := range map[string]struct{ content, want string }{
		"a page":                     {`<!DOCTYPE html><html><head><title>x</title><style>td{color:red}</style></head><body><table>` + rows + `</table></body></html>`, plain},
		"a bare table":               {"\ufeff\r\n<TABLE border=1>" + rows + "</TABLE>", plain},
		"XHTML":                      {`<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body><table>` + rows + `</table></body></html>`, plain},
		"windows-1251":               {cp1251, plain},
		"no charset":                 {undeclared, plain},
		"a wrong charset":            {strings.Replace(undeclared, "<table>", `<meta charset="utf-8"><table>`, 1), plain},
		"UTF-16":                     {"\xff\xfe" + string(wide(`<html><head><meta charset="utf-16"></head><table>`+rows+`</table></html>`)), plain},
		"UTF-16, no mark":            {string(wide(`<html><table>` + rows + `</table></html>`)), plain},
		"ends left out":              {`<table><thead><tr><th>ПІБ<th>Клас<tbody><tr><td>Лис Ія<td>11-А</table>`, plain},
		"nothing closed":             {`<table><tr><td>ПІБ<td>Клас<tr><td>Лис Ія<td>11-А`, plain},
		"scripts":                    {`<html><script>var a = "<table><tr><td>x</td></tr></table>";</script><table>` + rows + `</table></html>`, plain},
		"an island":                  {`<html xmlns:x="urn:schemas-microsoft-com:office:excel"><!--[if gte mso 9]><xml><x:Name>11</x:Name></xml><![endif]--><table>` + rows + `</table></html>`, plain},
		"spaces and lines":           {"<table>\n <tr>\n  <td> ПІБ \n учня</td><td>Кл<b>а</b>с<br>навчання</td></tr><tr><td><p>Лис</p><p>Ія</p></td><td>&nbsp;11&#8209;А &amp; Б</td></tr></table>", "1 ПІБ учня|Клас\nнавчання\n2 Лис\nІя|11‑А & Б\n"},
		"text beside":                {`<h3>Список 11-А</h3><p>Ліцей<br>Мрія</p><table>` + rows + `</table><div>Директор</div><table><tr><td>a</td></tr></table>`, "1 Список 11-А\n2 Ліцей\nМрія\n3 ПІБ|Клас\n4 Лис Ія|11-А\n5 Директор\n6 a\n"},
		"spans":                      {`<table><tr><td rowspan=2>№</td><td colspan=2>Учень</td><td rowspan="2">Клас</td></tr><tr><td>Прізвище</td><td>Ім’я</td></tr><tr><td>1</td><td>Лис</td><td>Ія</td><td>11</td></tr></table>`, "1 №|Учень||Клас\n2 |Прізвище|Ім’я\n3 1|Лис|Ія|11\n"},
		"a table within":             {`<table><tr><td>ПІБ</td><td>Батьки</td></tr><tr><td>Лис</td><td><table><tr><td>Ян</td><td>Лис</td></tr><tr><td>Яна</td></tr></table></td></tr></table>`, "1 ПІБ|Батьки\n2 Лис|Ян Лис\nЯна\n"},
		"a table that arranges":      {`<table><tr><td><table><tr><td>Логотип</td><td>ІСУО</td></tr></table></td></tr><tr><td>меню</td><td><table>` + rows + `</table></td></tr><tr><td>Сторінка 1</td></tr></table>`, "1 Логотип|ІСУО\n2 меню\n3 ПІБ|Клас\n4 Лис Ія|11-А\n5 Сторінка 1\n"},
		"tables that arrange tables": {`<table><tr><td><table><tr><td><TABLE>` + rows + `</TABLE></td></tr></table></td></tr></table>`, plain},
		"a list to choose from":      {`<table><tr><td>ПІБ</td><td>Клас</td></tr><tr><td>Лис Ія</td><td><select><option>10-А</option><option selected>11-А</option><option>11-Б</select></td></tr></table>`, plain},
		"nothing chosen":             {`<table><tr><td>ПІБ</td><td>Клас</td></tr><tr><td>Лис Ія</td><td><select><option>11-А<option>11-Б</select></td></tr></table>`, plain},
		"fields of a form":           {`<table><tr><td>ПІБ</td><td>Клас</td></tr><tr><td><input type="hidden" value="7"><input value="Лис Ія"><input type=checkbox value=on></td><td><input type="text" value="11-А"/></td></tr></table>`, plain},
		"an open mark":               {`<table><tr><td><span style="display:none">x<td>ПІБ<tr><td>1<td>Лис Ія</table>`, "1 |ПІБ\n2 1|Лис Ія\n"},
		"blank rows":                 {`<table><tr><td>ПІБ</td></tr><tr></tr><tr><td>&nbsp;</td></tr><tr><td>Лис Ія</td></tr></table>`, "1 ПІБ\n4 Лис Ія\n"},
		"numbers beside":             {`<table><tr><td>Телефон</td></tr><tr><td x:num="380501234567">3.80501E+11</td></tr><tr><td sdval="501234567" sdnum="1058;">####</td></tr><tr><td x:num="37755">14.05.2003</td></tr></table>`, "1 Телефон\n2 380501234567\n3 501234567\n4 14.05.2003\n"},
	} {
		if got := written(opened(t, []byte(c.content)).Sheets[0]); got != c.want {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

// F-18: what a page hides or strikes out is said.
func TestLooksOfPages(t *testing.T) {
	s := opened(t, []byte(`<html><style>.xl65 {mso-style-parent:style0; text-decoration:line-through;} .gone{display : none}</style><table><col><col style="display:none"><tr><td>a</td><td>b</td><td class=gone>c</td></tr>`+
		`<tr style="display:none"><td>a</td></tr><tr class="x gone"><td>a</td></tr><tr hidden><td>a</td></tr><tr><td class="xl65">a</td><td><s>b</s></td><td style="display:none">c</td></tr>`+
		`<tr style="text-decoration: line-through"><td>a</td></tr><tr><td><span style="text-decoration:line-through">a</span> b</td><td><span style="display:none">20030514</span>14.05.2003</td></tr></table></html>`)).Sheets[0]
	var hidden []bool
	for _, line := range s.Lines {
		hidden = append(hidden, line.Hidden)
	}
	if !slices.Equal(hidden, []bool{false, true, true, true, false, false, false}) || !slices.Equal(s.HiddenColumns, []int{1, 2}) {
		t.Errorf("rows %v, columns %v", hidden, s.HiddenColumns)
	}
	if l := s.Lines[4]; l.Mark(0) != struck || l.Mark(1) != struck || l.Mark(2) != 0 || s.Lines[5].Mark(0) != struck || s.Lines[6].Mark(0) != struck || s.Lines[0].Mark(0) != 0 {
		t.Errorf("marks %v %v %v", l.Marks, s.Lines[5].Marks, s.Lines[6].Marks)
	}
	if got := s.Lines[6].Cell(1); got != "14.05.2003" {
		t.Errorf("with a hidden key: %q", got)
	}
}

// F-14: a number that a page keeps beside what it shows is read where that says more.
func TestNumbersOfPages(t *testing.T) {
	s := opened(t, []byte(`<table><tr><td sdval="37755" sdnum="1033;1033;M/D/YYYY">5/14/2003</td><td sdval="1234567" sdnum="1033;0;000000000">001234567</td><td x:num>7</td>`+
		`<td x:num="1234.5">1 234,50</td><td x:num="501234567">5.0E+08</td><td x:num="7">7</td></tr><tr><td>a</td></tr></table>`)).Sheets[0]
	if got := written(s); got != "1 37755|001234567|7|1 234,50|501234567|7\n2 a\n" {
		t.Errorf("%s", got)
	}
	if want := []workbook.Mark{number | day, number | shown, 0, 0, number, number}; !slices.Equal(s.Lines[0].Marks, want) {
		t.Errorf("%v", s.Lines[0].Marks)
	}
}

// F-14: a page is named as one, and costs no more than it may.
func TestPagesThatAreNotRead(t *testing.T) {
	for name, c := range map[string]struct{ code, content string }{
		"no table":             {"roster.html", `<html><body><p>Увійдіть</p></body></html>`},
		"one row":              {"roster.html", `<html><table><tr><td>ПІБ</td></tr></table></html>`},
		"a frame":              {"roster.html", `<html><frameset><frame src="list.files/sheet001.htm"></frameset></html>`},
		"one file of a page":   {"roster.html", "MIME-Version: 1.0\n\n<table><tr><td>a</td></tr><tr><td>b</td></tr></table>"},
		"unknown XML":          {"roster.unknown_format", `<?xml version="1.0"?><people><table-less/></people>`},
		"too many columns":     {"roster.too_many_columns", `<table><tr><td colspan=1000000000>a</td><td>b</td></tr><tr><td>a</td></tr></table>`},
		"too many rows":        {"roster.too_many_rows", `<table>` + strings.Repeat("<tr><td>a", 20_001)},
		"a long attribute":     {"roster.suspicious", `<table><tr><td class="` + strings.Repeat("a", 2<<20) + `">a</td></tr></table>`},
		"a long text":          {"roster.suspicious", `<table><tr><td>` + strings.Repeat("<b>aaaaaaaaa</b>", 200_000) + `</td></tr></table>`},
		"tables within tables": {"roster.suspicious", strings.Repeat("<table><tr><td>", 1000)},
		"open elements":        {"roster.suspicious", `<table><tr><td>` + strings.Repeat("<span>", 2000)},
		"merged cells":         {"roster.suspicious", `<table><tr>` + strings.Repeat("<td colspan=2>", 21_000)},
	} {
		if _, err := workbook.Open(t.Context(), "list.xls", []byte(c.content)); data.CodeOf(err) != c.code {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// F-14: letters of a page in the colour of what they stand on are marked, however the colour is said.
func TestPagesMarkWhatNobodySees(t *testing.T) {
	for cell, want := range map[string]bool{
		`<td style="color:white">Гук</td>`: true, `<td style="color:#FFF">Гук</td>`: true, `<td style="color:rgb(255, 255, 255)">Гук</td>`: true, `<td class=ghost>Гук</td>`: true,
		`<td><font color="#ffffff">Гук</font></td>`: true, `<td bgcolor="#00FF00"><span style="color:#0f0">Гук</span></td>`: true, `<td style="color:#00ff00;background:#00FF00 none">Гук</td>`: true,
		`<td>Гук</td>`: false, `<td style="color:white;background:navy">Гук</td>`: false, `<td bgcolor=navy><font color=white>Гук</font></td>`: false, `<td style="color:black">Гук</td>`: false,
		`<td style="color:white">Гук <font color=black>Ян</font></td>`: false, `<td style="color:inherit">Гук</td>`: false, `<td style="background:white">Гук</td>`: false,
	} {
		for row, unseen := range map[string]bool{"<tr>": want, `<tr style="background:white">`: want} {
			page := `<html><style>.ghost{color:white;mso-pattern:auto none}</style><table>` + row + `<td>.</td>` + cell + `</tr><tr><td>.</td><td>.</td></tr></table></html>`
			if line := opened(t, []byte(page)).Sheets[0].Lines[0]; (line.Mark(1)&workbook.MarkUnseen != 0) != unseen || line.Mark(0) != 0 {
				t.Errorf("%s in %s: %v", cell, row, line.Marks)
			}
		}
	}
	dark := opened(t, []byte(`<html><table bgcolor="#000080"><tr style="color:white"><td>Гук</td><td>Ян</td></tr><tr><td>Сич</td><td>Ія</td></tr></table></html>`)).Sheets[0].Lines[0]
	if dark.Mark(0) != 0 {
		t.Errorf("white on a dark table: %v", dark.Marks)
	}
}
