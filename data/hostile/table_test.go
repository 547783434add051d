package hostile_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/mutatedtest"
	"graduand/data/prooftest"
	"graduand/data/registrar"
	"graduand/data/registrar/centrelist"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/roster"
	"graduand/data/workbook/workbooktest"
)

// class is a school of a campaign with a few graduates.
func class(t testing.TB, campaign string) *registrar.Registrar {
	t.Helper()
	r := desktest.MustCreate(t, campaign)
	if campaign == "ort-2021" {
		desktest.MustAdd(t, r, desktest.OrtValues...)
		desktest.MustAdd(t, r, "surname=Маматов", "given_name=Нурлан", "class=11-А", "phone=0555000107")
		return r
	}
	desktest.MustAdd(t, r, append([]string{"card_number=1234567"}, desktest.ZnoValues...)...)
	desktest.MustAdd(t, r, "surname=Лук’яненко", "given_name=Мар’яна", "class=11-А", "phone=0501234567", "birth_date=05.03.2003", "street=вул. Нова", "subjects=ukrainian,mathematics")
	desktest.MustAdd(t, r, "surname=Нечай", "given_name=Олег", "class=11-А", "document_kind=passport_book", "document_series=КВ", "document_number=004321", "house=007")
	return r
}

// guarded begins a trial in which the registries and their folders stay as they are.
func guarded(t testing.TB, all ...*registrar.Registrar) *mutatedtest.Trial {
	t.Helper()
	x := mutatedtest.Begin(t)
	var folders []string
	for _, r := range all {
		folders = append(folders, filepath.Dir(r.Path()))
	}
	x.Guard(folders...)
	return x
}

// inSheets are what may stand in a part of a workbook; some of it has harmed somebody.
var inSheets = []string{`r="XFD1048576"`, `r="A0"`, `r=""`, `r="1"`, `r="2000000000"`, `t="s"`, `t="e"`, `t="b"`, `t="d"`, `t="str"`, `t="inlineStr"`, `s="99999"`, `s="-1"`,
	"<v>-1</v>", "<v>999999999</v>", "<v/>", "<c>", "</c>", "<row>", "</row>", "</sheetData>", "1E308", "-1E-400", "NaN", "1e5", "36223.5", "2958466", "&#0;", "&nbsp;", "&a;", "\xff", "\ufeff", "\u202e",
	`<mergeCells count="1"><mergeCell ref="A1:XFD9"/></mergeCells>`, `<mergeCell ref="A1:B2"/>`, `<mergeCell ref="B:A"/>`, "<f>1/0</f>", `<f t="array" ref="A1:BK20000">1</f>`, `<f t="shared" si="9"/>`,
	"<![CDATA[", "]]>", "<!--", "-->", "<?xml", `<!DOCTYPE a [<!ENTITY a "b">]>`, "rId99", "rId1", `date1904="1"`, `state="hidden"`, `hidden="1"`, "../../x", "xl/worksheets/sheet1.xml", "_x0041_", "=1+1",
	"<is><t>ПІБ</t></is>", "Прізвище", "Дата народження", "Телефон", "0501234567", "31.02.2003", "11-А", "жін.", "Олійник-Їжак Ія Іванівна", `xml:space="preserve"`, `number-columns-repeated="16384"`, `number-rows-repeated="1048576"`}

// inTables are what may stand in a cell of a text.
var inTables = []string{"", `"`, `""`, "'", "\r", "\r\n", "\n", "\t", ";", ",", "sep=,\n", "\xff", "\ufeff", "\x00", "\u202e", "=1+1", "@", "NaN", "1E308", "36223", "05.03.2003", "31.02.2003", "2003-03-05", "05/03/03",
	"ПІБ", "Прізвище", "Ім'я", "По батькові", "Дата народження", "Стать", "Клас", "Телефон", "Логин", "Пароль", "ФИО", "Класс", "0501234567", "+996555000107", "3.80501234567E+11", "0671234567, 0501234567", "11-А", "11-А/11-Б", "XI", "жін.", "м",
	"КВ 004321", "ID 1234567", "Олійник-Їжак Ія Іванівна", "Асанов Бакыт Токтогул уулу", "уулу", "Разом", "Всього: 25", "класний керівник", "<table><tr><td>", "</td>", "%PDF-", "PK\x03\x04", "{\\rtf1", strings.Repeat("а", 33_000)}

// apart are the parts of a workbook in which nothing stands that is read; they are spoilt too, but seldom.
var apart = []string{"docProps", "xl/theme", "_rels", "META-INF", "mimetype"}

// book is a spreadsheet to be spoilt, and who reads it.
type book struct {
	*mutatedtest.Archive
	read func(content []byte) error
}

// spoil gives a spoilt workbook to who reads it.
func (b *book) spoil(x *mutatedtest.Trial, m *mutatedtest.Mutator) {
	content, _ := b.Spoilt(m, apart, func(_ string, body []byte) []byte { return m.XML(body, inSheets) })
	x.Read(content, func() error { return b.read(content) })
}

func readRoster(r *registrar.Registrar) func([]byte) error {
	return func(content []byte) error {
		_, err := r.Roster.Read(desktest.Ctx, "spoilt.xlsx", content, roster.Options{})
		return err
	}
}

// classLists are workbooks as schools keep them: two columns, ten, several sheets, and one of LibreOffice.
func classLists(t testing.TB) (all [][]byte) {
	sheet, line := workbooktest.NewSheet, workbooktest.Line
	rows := [][]any{line("Список учнів"), line("№ з/п", "Прізвище", "Ім'я", "По батькові", "Стать", "Дата народження", "Клас", "Телефон", "Серія", "Номер документа")}
	for i := range 8 {
		rows = append(rows, line(i+1, "Петренко", "Олена", "Іванівна", "ж", 37685+i, "11-А", fmt.Sprintf("+38050%07d", i), "КВ", fmt.Sprintf("%06d", 100000+i)))
	}
	return [][]byte{
		workbooktest.XLSX(t, sheet("11-А", line("ПІБ", "Дата народження"), line("Коваль Іван", "05.03.2003"), line("Лис Ія", 37685))),
		workbooktest.XLSX(t, sheet("Аркуш1", rows...)),
		workbooktest.XLSX(t, sheet("11-А", line("Прізвище", "Ім'я"), line("Коваль", "Іван")), sheet("11-Б", line("ПІБ"), line("Лис Ія"))),
		openDocument(t),
	}
}

// openDocument is a class list as LibreOffice keeps it.
func openDocument(t testing.TB) []byte {
	const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ` +
		`xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="11-А"><table:table-row><table:table-cell office:value-type="string"><text:p>ПІБ</text:p></table:table-cell>` +
		`<table:table-cell><text:p>Дата народження</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell><text:p>Лис<text:s text:c="2"/>Ія</text:p></table:table-cell>` +
		`<table:table-cell office:value-type="date" office:date-value="2003-03-05"><text:p>05.03.03</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`
	return workbooktest.Pack(t, []string{"mimetype", "content.xml", "META-INF/manifest.xml"}, map[string][]byte{"mimetype": []byte("application/vnd.oasis.opendocument.spreadsheet"),
		"content.xml": []byte(content), "META-INF/manifest.xml": []byte(`<manifest:manifest xmlns:manifest="m"><manifest:file-entry/></manifest:manifest>`)})
}

// F-14: workbooks with a part spoilt go the whole way of an import up to the people in them: sheets, columns,
// rows, and whether somebody is there already.
func TestSpoiltWorkbooks(t *testing.T) {
	uk, ky := class(t, "zno-2020"), class(t, "ort-2021")
	var all []book
	for i, list := range classLists(t) {
		all = append(all, book{mutatedtest.Open(list), readRoster([]*registrar.Registrar{uk, ky}[i%2])})
	}
	all = append(all, book{mutatedtest.Open(centreList(t, uk)), func(content []byte) error {
		_, err := uk.CentreList.Read(desktest.Ctx, "spoilt.xlsx", content, centrelist.Options{})
		return err
	}})
	x, m := guarded(t, uk, ky), mutatedtest.New(prooftest.Seed(t))
	for i := range prooftest.Times(t, 1000) {
		all[i%len(all)].spoil(x, m)
	}
	x.End()
}

// centreList is a list with numbers as the centre gives it.
func centreList(t testing.TB, r *registrar.Registrar) []byte {
	t.Helper()
	rows, err := r.Table.List(registrar.Filter{})
	desktest.Must(err)
	var people []*data.Graduate
	for _, row := range rows {
		people = append(people, row.Graduate)
	}
	var b bytes.Buffer
	desktest.Must(centrelist.WriteSample(&b, r.Campaign(), "Список", people))
	return b.Bytes()
}

// lists are texts with cells as schools and the centre keep them, in several scripts and codes.
func lists() [][]byte {
	return [][]byte{
		[]byte("№;Прізвище;Ім'я;По батькові;Дата народження;Стать;Клас;Телефон\n1;Петренко;Олена;Іванівна;05.03.2003;ж;11-А;0501234567\n2;Лис;Ія;;2003-04-06;жін;11-Б;067 123 45 67\n"),
		[]byte("\ufeffПІБ,Дата народження,Документ\r\n\"Коваль, Іван\",37685,КВ 004321\r\nЛис Ія,\"5 березня\n2003 р.\",123456789\r\n"),
		[]byte("sep=,\nФИО,Класс,Телефон\nАсанов Бакыт Токтогул уулу,11 «А»,+996555123456\n"),
		[]byte("\xcf\xb3\xe1;\xca\xeb\xe0\xf1\r\n\xca\xee\xe2\xe0\xeb\xfc \xb2\xe2\xe0\xed;11-\xc0\r\n"),
		[]byte("<html><meta charset=utf-8><table><tr><td>ПІБ<td>Клас<tr><td rowspan=2>Лис Ія<td>11-А<tr><td>11-Б</table></html>"),
		[]byte(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet Name="a"><Table><Row><Cell><Data Type="String">ПІБ</Data></Cell></Row><Row><Cell><Data Type="String">Лис Ія</Data></Cell></Row></Table></Worksheet></Workbook>`),
	}
}

// accesses are lists of logins as the centre's site gives them.
func accesses(t testing.TB) (texts [][]byte, workbooks [][]byte) {
	line := workbooktest.Line
	return [][]byte{[]byte("Логин;ФИО;Пароль\n0555000107;Маматов Нурлан;sEcret1\n0555000108;Новый Человек;sEcret2\n"), []byte("Класс,Фамилия,Имя,Логин,Пароль\n11-А,Маматов,Нурлан,+996 555 000107,\"a,b\"\n")},
		[][]byte{workbooktest.XLSX(t, workbooktest.NewSheet("Доступы", line("Центр оценки в образовании"), line("Доступы выпускников 11-Б класса"), line(),
			line("№", "ФИО", "Логин", "Пароль"), line(1, "Маматов Нурлан", "0555000107", "p1"), line(2, "Гук Ян", "0555123456", "p2")))}
}

// collected are workbooks that teachers fill in, as they come back.
func collected(t testing.TB, r *registrar.Registrar) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "11-А.xlsx")
	_, err := r.Table.SaveCollection(desktest.Ctx, registrar.Filter{}, []string{data.FieldPhone, "street", data.FieldDocumentNumber, data.FieldBirthDate}, path)
	desktest.Must(err)
	content := desktest.MustRead(t, path)
	desktest.Must(os.Remove(path))
	return content
}

// F-14 KG-035: texts with cells, lists of accesses and workbooks that teachers have filled in are read by the
// desk that each belongs to.
func TestSpoiltLists(t *testing.T) {
	uk, ky := class(t, "zno-2020"), class(t, "ort-2021")
	var books []book
	texts, workbooks := accesses(t)
	readAccess := func(content []byte) error {
		_, err := ky.Access.Read(desktest.Ctx, "spoilt.csv", content, nil)
		return err
	}
	for _, content := range workbooks {
		books = append(books, book{mutatedtest.Open(content), readAccess})
	}
	for _, r := range []*registrar.Registrar{uk, ky} {
		books = append(books, book{mutatedtest.Open(collected(t, r)), func(content []byte) error {
			_, err := r.Table.ReadCollection(desktest.Ctx, "spoilt.xlsx", content)
			return err
		}})
	}
	x, m := guarded(t, uk, ky), mutatedtest.New(prooftest.Seed(t))
	lists := lists()
	for i := range prooftest.Times(t, 800) {
		switch i % 4 {
		case 0, 1:
			content, read := m.Text(lists[i/4%len(lists)], ";,\t", inTables), readRoster([]*registrar.Registrar{uk, ky}[i%2])
			x.Read(content, func() error { return read(content) })
		case 2:
			content := m.Text(texts[i/4%len(texts)], ";,", inTables)
			x.Read(content, func() error { return readAccess(content) })
		default:
			books[i/4%len(books)].spoil(x, m)
		}
	}
	x.End()
}

// A campaign's rules come from the centre, or in a file that a stranger has changed.
func TestSpoiltCampaigns(t *testing.T) {
	var sources [][]byte
	for _, id := range []string{"zno-2020", "ort-2021"} {
		c, err := registrar.Campaign(id, nil)
		desktest.Must(err)
		sources = append(sources, c.Source())
	}
	x, m := guarded(t), mutatedtest.New(prooftest.Seed(t))
	for i := range prooftest.Times(t, 20) {
		source := m.Text(sources[i%len(sources)], "=,[]\"'", inCampaigns)
		x.Read(source, func() error { return useCampaign(source) })
	}
	x.End()
}

// useCampaign loads rules and asks them of a person, as the program does.
func useCampaign(source []byte) error {
	c, err := campaign.Load(source, "1.5")
	if err != nil {
		return err
	}
	_, err = c.Check(&data.Graduate{ID: "1"}, nil, "2020-02-10")
	return err
}

// inCampaigns are what may stand in a campaign file.
var inCampaigns = []string{"", "true", "false", "[]", "{}", "''", `""`, "0", "-1", "1e999", "nan", "9223372036854775808", "2020-02-30", "07:32:00", "[[subjects]]", "[photo]", "[a.b]", "format = 99", "\"\"\"", "'''", "\\u0000", "\x00", "\xff", "#",
	"graduate.", "person(", "(", ")", "!", "&&", "a ? b : c", "[0..1000000000]", "repeat(\"a\", 1000000000)", "map(1..10000000, #)", "all(1..100000000, true)", `\"a\" matches \"(a+)+$\"`, "{{.name}}", "{{", "%s", "[(a+)+]{1,1000}", "[", "^(", "999999999"}
