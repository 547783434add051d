package reports

import (
	"testing"

	"graduand/data"
	"graduand/data/text"
)

// The day and the name of who entered it take two lines at most, and no heading takes two.
func TestSiteListHasRoomForWhoEntered(t *testing.T) {
	l := SiteList{Rows: []SiteRow{
		{Name: "Асанова Айгүл", Class: "11-А", State: data.SiteEntered, On: "10.02.2021", By: "Кызы"},
		{Name: "Жаңыбаева Айпери Токтогул кызы", Class: "11-Б", State: data.SiteChanged, On: "10.02.2021", By: "Үмүтова Айгүл Бакытовна"},
	}}
	for _, language := range text.Languages() {
		table := l.table(text.For(language))
		width := 0.0
		for _, c := range table.Columns {
			width += c.Width
		}
		one, two := table.Row(0).Cells[2].Height(), table.Row(1)
		if width != 170 {
			t.Errorf("the table is %v mm wide", width)
		}
		for i, cell := range two.Cells {
			if cell.Height() > 2.1*one {
				t.Errorf("KG-013 %s: column %d takes %v lines", language, i, cell.Height()/one)
			}
		}
		for i, cell := range table.Header().Cells {
			if cell.Height() > table.Header().Cells[0].Height() {
				t.Errorf("KG-013 %s: heading %d takes several lines", language, i)
			}
		}
	}
}
