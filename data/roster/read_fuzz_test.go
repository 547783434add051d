package roster

import (
	"strings"
	"testing"

	"graduand/data"
)

// coded fails where a refusal has no code, or hides a panic.
func coded(t *testing.T, err error) bool {
	t.Helper()
	if err != nil && (data.CodeOf(err) == "" || strings.Contains(err.Error(), "panic")) {
		t.Error(err)
	}
	return err == nil
}

// FuzzAccesses gives any octets for a list of logins.
func FuzzAccesses(f *testing.F) {
	f.Add([]byte("Логин;ФИО;Пароль\n0555000107;Маматов Нурлан;sEcret1\n"))
	f.Add([]byte("Класс,Фамилия,Имя,Логин,Пароль\n11-А,Маматов,Нурлан,+996 555 000107,\"a,b\"\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		rows, err := ReadAccesses(t.Context(), "fuzz", content, AccessRules{PhoneRegion: "KG"})
		if !coded(t, err) {
			return
		}
		for _, row := range rows {
			if row.Login+row.FullName == "" && len(row.Problems) == 0 {
				t.Errorf("nobody's access, and no problem: %+v", row)
			}
		}
	})
}

// FuzzBlock gives any text for what is pasted: a block of a table, a column of days, a document in a cell.
func FuzzBlock(f *testing.F) {
	for _, s := range []string{"ПІБ\tТелефон\nНечай Олег\t0671112233\n", "\"a\nb\"\tc", "05.03.2003\n36223\n2003-03-05T22:00:00Z", "КВ 004321", "ID1234567", "123456789"} {
		f.Add(s)
	}
	rules := ukraine()
	f.Fuzz(func(t *testing.T, text string) {
		b, err := ReadBlock(text, rules)
		if coded(t, err) && len(b.Lines) == 0 {
			t.Errorf("%q is a block of nothing", text)
		}
		cells := strings.Split(text, "\n")
		if len(cells) > 50 {
			cells = cells[:50]
		}
		days := ReadDays(cells, false, rules)
		if len(days) != len(cells) {
			t.Errorf("%d days of %d cells", len(days), len(cells))
		}
		_, err = ReadDocument(text, rules)
		coded(t, err)
	})
}

// FuzzSex gives any word for a sex.
func FuzzSex(f *testing.F) {
	for _, s := range []string{"ж", "чоловіча", "Жіноча стать", "m/f", "эркек", "(ч)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if sex, known := ParseSex(s); known != (sex == "m" || sex == "f") {
			t.Errorf("%q is %q, %v", s, sex, known)
		}
	})
}
