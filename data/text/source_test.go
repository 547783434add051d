package text

import (
	"os"
	"strings"
	"testing"
)

// What the instruction of the ЦООМО calls its windows, buttons and places, by the sentence
// of the program that stands there.
var instruction = map[string]string{
	"signin.enter":           "Войти",
	"access_screen.create":   "Создать доступ выпускнику",
	"access_screen.excel":    "Доступы выпускников",
	"access_screen.change":   "Изменить пароль",
	"form_screen.open":       "Просмотр бланка",
	"menu.form":              "Просмотр бланка",
	"form_screen.fill":       "Заполнить",
	"form_screen.next":       "Следующий шаг",
	"form_screen.go_on":      "Продолжить",
	"form_screen.finish":     "Нажмите для завершения",
	"form_screen.payments":   "Оплаты",
	"screen.payment":         "Оплаты",
	"payment_screen.add":     "Добавить квитанцию об оплате",
	"payment_screen.add_yes": "Добавить",
	"payment_screen.type":    "Тип оплаты",
	"payment_screen.amount":  "Сумма",
	"payment_screen.number":  "Номер квитанции",
	"payment_screen.cancel":  "Отменить оплату",
	"form_screen.exit":       "Выйти из формы",
}

// sourceNames are words of the sources that the campaign files must have as titles.
var sourceNames = map[string][]string{
	"ort-2021": {
		"Бланк регистрации на ОРТ", "Оплаты за участие в ОРТ", "Личная информация", "Номер телефона", "Фамилия", "Имя", "Отчество",
		"Пол", "Дата рождения", "Номер паспорта", "Адрес проживания", "Город или село", "Улица", "Дополнительный номер телефона",
		"Предметы и язык тестирования", "Язык тестирования", "Паспорт, лицевая сторона", "Паспорт, оборотная сторона", "Я льготник",
		"Как узнать, что я льготник", "Фотография лица", "через банк", "В рассмотрении",
	},
	"zno-2020": {
		"Номер реєстраційної картки", "Тип документа", "Контактний телефон", "Регіональний центр", "Заклад освіти", "Категорія випускника",
		"Особливі (спеціальні) умови", "Додаткова сесія", "Скан-копії", "Комплект документів", "Реєстраційна картка",
		"Копія паспорта громадянина України", "Освітньо-кваліфікаційний рівень",
		"Сервіс «Керівникам закладів освіти»", "Сервіс «Стан опрацювання документів»",
	},
}

func TestWindowsAndPlacesCarryTheNamesOfTheSource(t *testing.T) {
	t.Run("KG-071 buttons and places", func(t *testing.T) {
		for id, want := range instruction {
			if got := For("ru").Say(id, nil); got != want {
				t.Errorf("%s is %q, the instruction has %q", id, got, want)
			}
		}
	})
	t.Run("KG-071 steps, fields, windows and states", func(t *testing.T) {
		for campaign, names := range sourceNames {
			source, err := os.ReadFile("../../assets/campaigns/" + campaign + ".toml")
			if err != nil {
				t.Fatal(err)
			}
			for _, name := range names {
				if !strings.Contains(string(source), "title = \""+name+"\"\n") {
					t.Errorf("%s has nothing called «%s»", campaign, name)
				}
			}
		}
	})
}
