package help

import (
	"strings"
	"testing"

	"graduand/assets"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// TestSecretariesQuestionsAreAnsweredFirst: what secretaries ask in their own words is answered by
// the first or second page shown, in every language.
func TestSecretariesQuestionsAreAnsweredFirst(t *testing.T) {
	asked := map[string][][2]string{
		"uk": {
			{"випускник забув пароль", "forgotten"}, {"забув пароль", "forgotten"}, {"не пам’ятаю пароль", "forgotten"}, {"скільки фото клеїти", "#files"}, {"скільки фотокарток треба", "#files"}, {"якого розміру фотокартка", "#files"},
			{"як вставити список з екселя", "paste"}, {"завантажити список класу", "paste|#list"}, {"старий файл не відкривається", "xls"}, {"поміняти всім мову", "several"}, {"записати одне й те саме всьому класу", "several"},
			{"який індекс писати", "index"}, {"чому крок червоний", "step"}, {"не дає закінчити форму", "step|#form"}, {"повернути як було", "undo"}, {"натиснула не те", "undo"}, {"випадково видалила дитину", "removed"}, {"куди зник учень", "removed"},
			{"учень у списку двічі", "double"}, {"що за буква Ч у номері", "draft"}, {"де взяти номер картки", "number"}, {"роздрукувати картки на весь клас", "many"}, {"як надрукувати одну картку", "many"}, {"що таке остаточний друк", "final"}, {"куди ставити печатку", "stamp"},
			{"до якого числа здати", "deadline|#dates"}, {"коли математика", "#subjects"}, {"перенесли дату", "deadline|#dates"}, {"записати на флешку", "copy"}, {"купили новий комп’ютер", "computer"}, {"погане фото що робити", "photo"}, {"додати фото всьому класу", "folder"}, {"який документ підходить замість паспорта", "#documents"}, {"що означає плюс у таблиці", "plus"}, {"не заповнено стать", "sex"},
		},
		"ru": {
			{"выпускник забыл пароль", "forgotten"}, {"забыл пароль", "forgotten"}, {"не помню пароль", "forgotten"}, {"сколько фотографий клеить", "#files"}, {"сколько фото нужно", "#files"}, {"какого размера фотография", "#files"},
			{"как вставить список из экселя", "paste"}, {"загрузить список класса", "paste|#list"}, {"старый файл не открывается", "xls"}, {"поменять всем язык", "several"}, {"записать одно и то же всему классу", "several"},
			{"какой индекс писать", "index"}, {"почему шаг красный", "step"}, {"не даёт закончить форму", "step|#form"}, {"вернуть как было", "undo"}, {"нажала не то", "undo"}, {"случайно удалила ребёнка", "removed"}, {"куда пропал ученик", "removed"},
			{"ученик в списке дважды", "double"}, {"что за буква Ч в номере", "draft"}, {"где взять номер карточки", "number"}, {"распечатать карточки на весь класс", "many"}, {"как напечатать одну карточку", "many"}, {"что такое окончательная печать", "final"}, {"куда ставить печать", "stamp"},
			{"до какого числа сдать", "deadline|#dates"}, {"когда математика", "#subjects"}, {"перенесли дату", "deadline|#dates"}, {"записать на флешку", "copy"}, {"купили новый компьютер", "computer"}, {"плохое фото что делать", "photo"}, {"добавить фото всему классу", "folder"}, {"какой документ подходит вместо паспорта", "#documents"}, {"что значит плюс в таблице", "plus"}, {"не заполнен пол", "sex"},
		},
		"ky": {
			{"бүтүрүүчү сырсөзүн унутту", "forgotten"}, {"сырсөздү унутуп калдым", "forgotten"}, {"сырсөз эсимде жок", "forgotten"}, {"канча сүрөт чапташ керек", "#files"}, {"канча сүрөт керек", "#files"}, {"сүрөттүн өлчөмү кандай", "#files"},
			{"экселден тизмени кантип коём", "paste"}, {"класстын тизмесин жүктөө", "paste|#list"}, {"эски файл ачылбайт", "xls"}, {"баарына тилди өзгөртүү", "several"}, {"бүт класска бир эле нерсени жазуу", "several"},
			{"индексти кайдан алам", "index"}, {"эмне үчүн кадам кызыл", "step"}, {"форманы бүтүрө албайм", "step|#form"}, {"мурункудай кылып кайтаруу", "undo"}, {"ката басып алдым", "undo"}, {"окуучуну кокустан өчүрүп алдым", "removed"}, {"окуучу кайда жоголду", "removed"},
			{"окуучу тизмеде эки жолу", "double"}, {"номердеги Ч тамгасы эмне", "draft"}, {"карточканын номерин кайдан алам", "number"}, {"бүт класстын карточкаларын басып чыгаруу", "many"}, {"бир карточканы кантип басып чыгарам", "many"}, {"акыркы басып чыгаруу деген эмне", "final"}, {"мөөр кайда коюлат", "stamp"},
			{"качанга чейин тапшыруу керек", "deadline|#dates"}, {"математика качан", "#subjects"}, {"күн жылдырылды", "deadline|#dates"}, {"флешкага жазуу", "copy"}, {"жаңы компьютер алдык", "computer"}, {"сүрөт начар эмне кылам", "photo"}, {"бүт класстын сүрөттөрүн кошуу", "folder"}, {"паспорттун ордуна кайсы документ", "#documents"}, {"таблицадагы плюс эмне", "plus"}, {"жынысы толтурулган эмес", "sex"},
		},
		"en": {
			{"a graduate forgot the password", "forgotten"}, {"forgot password", "forgotten"}, {"do not remember my password", "forgotten"}, {"how many photos to glue", "#files"}, {"how many photos are needed", "#files"}, {"what size is the photo", "#files"},
			{"paste a list from excel", "paste"}, {"load a class list", "paste|#list"}, {"old file does not open", "xls"}, {"change the language for everybody", "several"}, {"write the same for the whole class", "several"},
			{"which postal code", "index"}, {"why is a step red", "step"}, {"cannot finish the form", "step|#form"}, {"bring back what was there", "undo"}, {"I pressed the wrong thing", "undo"}, {"deleted a pupil by accident", "removed"}, {"where did the pupil go", "removed"},
			{"a pupil is in the list twice", "double"}, {"what is the letter in the number", "draft"}, {"where do I get the card number", "number"}, {"print cards for the whole class", "many"}, {"how to print one card", "many"}, {"what is a final print", "final"}, {"where does the stamp go", "stamp"},
			{"when is the last day", "deadline|#dates"}, {"when is mathematics", "#subjects"}, {"a date was moved", "deadline|#dates"}, {"write to a stick", "copy"}, {"we bought a new computer", "computer"}, {"bad photo what to do", "photo"}, {"add photos of the whole class", "folder"}, {"which document instead of a passport", "#documents"}, {"what does plus in the table mean", "plus"}, {"sex is not filled in", "sex"},
		},
	}
	for language, questions := range asked {
		w, _ := frametest.WithDemo(t, assets.DemoCampaign, language, 3)
		s := helpOf(w)
		for _, q := range questions {
			s.search.SetText(q[0])
			shown := findHelp(s.sections, wordsAsked(s))
			if place := answeredAt(w, shown, q[1]); place < 1 || place > 2 {
				t.Errorf("%s: %q is answered at place %d, not by %s but by %q", language, q[0], place, q[1], first(shown))
			}
		}
	}
}

// answeredAt is the place, from 1, of the first page shown that answers: one of these questions,
// or of a section with # before it. 0 is for none of them.
func answeredAt(w *frame.Window, shown []helpSection, answers string) int {
	place := 0
	for _, section := range shown {
		for _, line := range section.lines {
			place++
			for want := range strings.SplitSeq(answers, "|") {
				title, _, _ := strings.Cut(w.Say("help_screen.ask_"+want, nil), "<no value>")
				if "#"+section.id == want || strings.HasPrefix(line.title, title) {
					return place
				}
			}
		}
	}
	return 0
}
