package roster

import (
	"strings"
	"testing"
)

// F-14: how people write that there is nothing is recognised in all its ways, and no name is
// taken for it.
func TestNothingIsRecognised(t *testing.T) {
	for _, s := range []string{"", "-", "—", "???", ". . .", "немає", "НЕМАЄ", "(нема)", "нет", "нету", "жок", "телефону жок", "Телефону немає", "по батькові немає", "отч. нет", "отчество отсутствует",
		"без по батькові", "без отчества", "не вказано", "не указана", "не названо", "невідомо", "неизвестно", "не известно", "не має", "відсутній", "отсутствует", "прочерк", "н/д", "н/м", "н.д.",
		"none", "No phone", "N/A", "na", "null", "nil", "номер: нет", "номери жок", "атасынын аты жок", "phone: none", ": немає"} {
		if !absent(s) {
			t.Errorf("%q is not recognised", s)
		}
	}
	for _, s := range []string{"Нестеренко", "Неоніла", "Ната", "Но", "Нікол", "Без'язична", "Отченаш", "Номеровська", "Відсутня Ганна Іванівна", "Тетяна", "Жокоту", "Прочеркин", "Нуллер", "Я", "7", "немає 7",
		strings.Repeat("немає ", 20)} {
		if absent(s) {
			t.Errorf("%q is taken for nothing", s)
		}
	}
}
