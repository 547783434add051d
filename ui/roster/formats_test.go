package roster

import (
	"testing"

	"graduand/data/registrar/roster"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// formatCases are one list for each campaign in the formats that schools have beside .xlsx and
// .csv: who is a graduate, and who is a parent.
var formatCases = []struct{ campaign, language, file, content, want string }{
	{"zno-2020", "uk", "реєстр.xls", `<html><head><meta charset="utf-8"></head><body><table><tr><th>ПІБ</th><th>Дата народження</th><th>Мати</th></tr>` +
		`<tr><td>Петренко Олена Іванівна</td><td>05.03.2003</td><td>Петренко Ганна Львівна</td></tr></table></body></html>`, "Петренко Олена Іванівна"},
	{"ort-2021", "ru", "список.xls", `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">` +
		`<Worksheet ss:Name="11-А"><Table><Row><Cell><Data ss:Type="String">ФИО</Data></Cell><Cell><Data ss:Type="String">Дата рождения</Data></Cell><Cell><Data ss:Type="String">Отец</Data></Cell></Row>` +
		`<Row><Cell><Data ss:Type="String">Асанов Бакыт Эрмекович</Data></Cell><Cell><Data ss:Type="String">05.03.2004</Data></Cell><Cell><Data ss:Type="String">Асанов Эрмек</Data></Cell></Row></Table></Worksheet></Workbook>`, "Асанов Бакыт Эрмекович"},
	{"ort-2021", "ky", "тизме.csv", "Аты-жөнү;Туулган күнү;Ата-энеси\nАсанов Бакыт Эрмекович;05.03.2004;Асанов Эрмек\n", "Асанов Бакыт Эрмекович"},
}

// TestFormatsInTheWindow: what state registers save is read in the window like a workbook.
func TestFormatsInTheWindow(t *testing.T) {
	for _, c := range formatCases {
		t.Run("F-14 "+c.file+" in "+c.campaign, func(t *testing.T) {
			w, _ := frametest.Empty(t, c.campaign, c.language)
			w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, c.file, c.content)})
			if s := theImport(w); s.judged == nil || s.count(roster.Accepted) != 1 {
				t.Fatalf("not one graduate: %s", frametest.Visible(w))
			}
			tapSay(t, w, "roster_screen.add", withCount(1))
			if got := graduateNames(t, w); len(got) != 1 || got[0] != c.want {
				t.Errorf("graduates %v", got)
			}
		})
	}
}
