package roster

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

func TestImportSurvivesAnotherLanguage(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	path := filepath.Join(t.TempDir(), "roster.csv")
	if err := os.WriteFile(path, []byte("Прізвище;Ім'я;Дата народження\nСорока;Яна;05.03.2003\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.Go(frame.Route{Screen: frame.Roster, File: path})
	w.ChangeLanguage("en")
	frametest.MustSee(t, w, "roster.csv", "Сорока Яна")
}

func TestImportSaysWhatItDidNotRead(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	path := filepath.Join(t.TempDir(), "roster.csv")
	if err := os.WriteFile(path, []byte("Прізвище;Ім'я;Дата народження;Гурток\nСорока;Яна;05.03.2003;шахи\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w.Go(frame.Route{Screen: frame.Roster, File: path})
	frametest.Shot(t, w, "import-skipped")
	frametest.MustSee(t, w, "Стовпець D «Гурток» не прочитано")
}

// TestImportNamesTheSheetOfWhatItDidNotRead: two sheets with the same column are two sentences (F-14).
func TestImportNamesTheSheetOfWhatItDidNotRead(t *testing.T) {
	w, _ := frametest.Empty(t, "zno-2020", "uk")
	book := excelize.NewFile()
	for sheet, surname := range map[string]string{"11-А": "Сорока", "11-Б": "Лис"} {
		if _, err := book.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
		for cell, value := range map[string]string{"A1": "Прізвище", "B1": "Ім’я", "C1": "Гурток", "A2": surname, "B2": "Яна", "C2": "шахи"} {
			if err := book.SetCellStr(sheet, cell, value); err != nil {
				t.Fatal(err)
			}
		}
	}
	path := filepath.Join(t.TempDir(), "two.xlsx")
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	w.Go(frame.Route{Screen: frame.Roster, File: path})
	frametest.MustSee(t, w, "Аркуш «11-А»: стовпець C «Гурток» не прочитано", "Аркуш «11-Б»: стовпець C «Гурток» не прочитано")
}

// TestImportSaysWhoseTelephonesWereTaken: a parent's number that is taken for want of the own one
// is said in the window before anybody is added, and so are the cells beside the tables (F-14).
func TestImportSaysWhoseTelephonesWereTaken(t *testing.T) {
	for _, c := range []struct {
		language string
		want     []string
	}{
		{"uk", []string{"Телефони батьків записано як контактні: 2 (стовпець B «Телефон матері»)", "Клітинки E2:F2 стоять осторонь таблиць"}},
		{"ru", []string{"Телефоны родителей записаны как контактные: 2", "Ячейки E2:F2 стоят в стороне от таблиц"}},
		{"ky", []string{"Ата-эненин телефондору байланыш номери катары жазылды: 2", "E2:F2 уячалары таблицалардын четинде турат"}},
		{"en", []string{"Parents’ telephones were taken as the contact numbers: 2", "The cells E2:F2 stand apart from the tables"}},
	} {
		w, _ := frametest.Empty(t, "zno-2020", c.language)
		w.Go(frame.Route{Screen: frame.Roster, File: rosterFile(t, "roster.csv",
			"ПІБ;Телефон матері;;;;\nСорока Яна;0671112233;;;Лис Ганна;11-Б\nГук Лев;0671112234;;№;ПІБ;Клас\n;;;1;Чуб Ганна;11-В\n")})
		frametest.MustSee(t, w, c.want...)
	}
}
