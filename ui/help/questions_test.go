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
			{"родовий відмінок прізвища", "genitive"}, {"як відмінюється прізвище", "genitive"}, {"випускник забув пароль", "forgotten"}, {"забув пароль", "forgotten"}, {"не пам’ятаю пароль", "forgotten"}, {"скільки фото клеїти", "#files"}, {"скільки фотокарток треба", "#files"}, {"якого розміру фотокартка", "#files"},
			{"як вставити список з екселя", "paste"}, {"завантажити список класу", "paste|#list"}, {"старий файл не відкривається", "xls"}, {"поміняти всім мову", "several"}, {"записати одне й те саме всьому класу", "several"},
			{"який індекс писати", "index"}, {"чому крок червоний", "step"}, {"не дає закінчити форму", "step|#form"}, {"повернути як було", "undo"}, {"натиснула не те", "undo"}, {"випадково видалила дитину", "removed"}, {"куди зник учень", "removed"},
			{"учень у списку двічі", "double"}, {"що за буква Ч у номері", "draft"}, {"де взяти номер картки", "number"}, {"чи працює сканер штрихкодів", "scanner"}, {"роздрукувати картки на весь клас", "many"}, {"як надрукувати одну картку", "many"}, {"що таке остаточний друк", "final"}, {"куди ставити печатку", "stamp"},
			{"до якого числа здати", "deadline|#dates|last"}, {"коли математика", "#subjects"}, {"перенесли дату", "deadline|#dates"}, {"записати на флешку", "copy"}, {"купили новий комп’ютер", "computer"}, {"погане фото що робити", "photo"}, {"додати фото всьому класу", "folder"}, {"який документ підходить замість паспорта", "#documents"}, {"що означає плюс у таблиці", "plus"}, {"не заповнено стать", "sex"},
			{"скільки предметів можна вибрати", "subjects"}, {"у дитини немає паспорта", "identity|#documents"}, {"помилилася в прізвищі", "mistake"}, {"дитина переїхала в іншу школу", "school"}, {"коли останній день реєстрації", "last"}, {"принтер не друкує", "printer"}, {"чи можна вибрати п’ять предметів", "subjects"},
			{"максимум предметів", "subjects"}, {"учень загубив паспорт", "identity|#documents"}, {"дитина ще не отримала паспорт", "identity|#documents"}, {"неправильно написане по батькові", "mistake"}, {"неправильна дата народження", "mistake"}, {"як виправити ім’я", "mistake"}, {"учениця перевелася до іншого закладу", "school"},
			{"учень вибув", "school"}, {"батьки забрали документи", "school"}, {"до якого числа реєстрація", "last|#dates"}, {"коли закінчується реєстрація", "last|#dates"}, {"запізнилися з реєстрацією", "last|#dates"}, {"нічого не роздруковується", "printer"}, {"як вибрати інший принтер", "printer"},
			{"як передати дані в центр на флешці", "exchange_send"}, {"центр прислав файл", "exchange_came"}, {"як відкрити обмін із центром", "exchange_open"},
		},
		"ru": {
			{"родительный падеж фамилии", "genitive"}, {"как склонять фамилию", "genitive"}, {"выпускник забыл пароль", "forgotten"}, {"забыл пароль", "forgotten"}, {"не помню пароль", "forgotten"}, {"сколько фотографий клеить", "#files"}, {"сколько фото нужно", "#files"}, {"какого размера фотография", "#files"},
			{"как вставить список из экселя", "paste"}, {"загрузить список класса", "paste|#list"}, {"старый файл не открывается", "xls"}, {"поменять всем язык", "several"}, {"записать одно и то же всему классу", "several"},
			{"какой индекс писать", "index"}, {"почему шаг красный", "step"}, {"не даёт закончить форму", "step|#form"}, {"вернуть как было", "undo"}, {"нажала не то", "undo"}, {"случайно удалила ребёнка", "removed"}, {"куда пропал ученик", "removed"},
			{"ученик в списке дважды", "double"}, {"что за буква Ч в номере", "draft"}, {"где взять номер карточки", "number"}, {"работает ли сканер штрихкодов", "scanner"}, {"распечатать карточки на весь класс", "many"}, {"как напечатать одну карточку", "many"}, {"что такое окончательная печать", "final"}, {"куда ставить печать", "stamp"},
			{"до какого числа сдать", "deadline|#dates|last"}, {"когда математика", "#subjects"}, {"перенесли дату", "deadline|#dates"}, {"записать на флешку", "copy"}, {"купили новый компьютер", "computer"}, {"плохое фото что делать", "photo"}, {"добавить фото всему классу", "folder"}, {"какой документ подходит вместо паспорта", "#documents"}, {"что значит плюс в таблице", "plus"}, {"не заполнен пол", "sex"},
			{"сколько предметов можно выбрать", "subjects"}, {"у ребёнка нет паспорта", "identity|#documents"}, {"ошиблась в фамилии", "mistake"}, {"ребёнок переехал в другую школу", "school"}, {"когда последний день регистрации", "last"}, {"принтер не печатает", "printer"}, {"можно ли выбрать пять предметов", "subjects"},
			{"максимум предметов", "subjects"}, {"ученик потерял паспорт", "identity|#documents"}, {"ребёнок ещё не получил паспорт", "identity|#documents"}, {"неправильно написано отчество", "mistake"}, {"неправильная дата рождения", "mistake"}, {"как исправить имя", "mistake"}, {"ученица перевелась в другую школу", "school"},
			{"ученик выбыл", "school"}, {"родители забрали документы", "school"}, {"до какого числа регистрация", "last|#dates"}, {"когда заканчивается регистрация", "last|#dates"}, {"опоздали с регистрацией", "last|#dates"}, {"ничего не распечатывается", "printer"}, {"как выбрать другой принтер", "printer"},
			{"как передать данные в центр на флешке", "exchange_send"}, {"центр прислал файл", "exchange_came"}, {"как открыть обмен с центром", "exchange_open"},
		},
		"ky": {
			{"фамилиянын илик жөндөмөсү", "genitive"}, {"бүтүрүүчү сырсөзүн унутту", "forgotten"}, {"сырсөздү унутуп калдым", "forgotten"}, {"сырсөз эсимде жок", "forgotten"}, {"канча сүрөт чапташ керек", "#files"}, {"канча сүрөт керек", "#files"}, {"сүрөттүн өлчөмү кандай", "#files"},
			{"экселден тизмени кантип коём", "paste"}, {"класстын тизмесин жүктөө", "paste|#list"}, {"эски файл ачылбайт", "xls"}, {"баарына тилди өзгөртүү", "several"}, {"бүт класска бир эле нерсени жазуу", "several"},
			{"индексти кайдан алам", "index"}, {"эмне үчүн кадам кызыл", "step"}, {"форманы бүтүрө албайм", "step|#form"}, {"мурункудай кылып кайтаруу", "undo"}, {"ката басып алдым", "undo"}, {"окуучуну кокустан өчүрүп алдым", "removed"}, {"окуучу кайда жоголду", "removed"},
			{"окуучу тизмеде эки жолу", "double"}, {"номердеги Ч тамгасы эмне", "draft"}, {"карточканын номерин кайдан алам", "number"}, {"штрихкод сканери иштейби", "scanner"}, {"бүт класстын карточкаларын басып чыгаруу", "many"}, {"бир карточканы кантип басып чыгарам", "many"}, {"акыркы басып чыгаруу деген эмне", "final"}, {"мөөр кайда коюлат", "stamp"},
			{"качанга чейин тапшыруу керек", "deadline|#dates|last"}, {"математика качан", "#subjects"}, {"күн жылдырылды", "deadline|#dates"}, {"флешкага жазуу", "copy"}, {"жаңы компьютер алдык", "computer"}, {"сүрөт начар эмне кылам", "photo"}, {"бүт класстын сүрөттөрүн кошуу", "folder"}, {"паспорттун ордуна кайсы документ", "#documents"}, {"таблицадагы плюс эмне", "plus"}, {"жынысы толтурулган эмес", "sex"},
			{"канча предмет тандаса болот", "subjects"}, {"баланын паспорту жок", "identity|#documents"}, {"фамилиясында ката кетти", "mistake"}, {"бала башка мектепке которулду", "school"}, {"каттоонун акыркы күнү качан", "last"}, {"принтер басып чыгарбайт", "printer"}, {"беш предмет тандаса болобу", "subjects"},
			{"эң көп канча предмет", "subjects"}, {"окуучу паспортун жоготту", "identity|#documents"}, {"паспорт ала элек", "identity|#documents"}, {"атасынын аты туура эмес жазылган", "mistake"}, {"туулган күнү туура эмес", "mistake"}, {"фамилияны кантип оңдойм", "mistake"}, {"окуучу мектептен чыгып кетти", "school"},
			{"окуучу башка жакка көчүп кетти", "school"}, {"башка мектепке кетти", "school"}, {"каттоо качан бүтөт", "last|#dates"}, {"каттоо качанга чейин", "last|#dates"}, {"каттоого кечиктик", "last|#dates"}, {"принтерден эч нерсе чыкпайт", "printer"}, {"башка принтерди тандоо", "printer"},
			{"маалыматты борборго кантип жөнөтөм", "exchange_send"}, {"борбор файл жиберди", "exchange_came"}, {"борбор менен алмашууну ачуу", "exchange_open"},
		},
		"en": {
			{"genitive of the surname", "genitive"}, {"how to decline a surname", "genitive"}, {"a graduate forgot the password", "forgotten"}, {"forgot password", "forgotten"}, {"do not remember my password", "forgotten"}, {"how many photos to glue", "#files"}, {"how many photos are needed", "#files"}, {"what size is the photo", "#files"},
			{"paste a list from excel", "paste"}, {"load a class list", "paste|#list"}, {"old file does not open", "xls"}, {"change the language for everybody", "several"}, {"write the same for the whole class", "several"},
			{"which postal code", "index"}, {"why is a step red", "step"}, {"cannot finish the form", "step|#form"}, {"bring back what was there", "undo"}, {"I pressed the wrong thing", "undo"}, {"deleted a pupil by accident", "removed"}, {"where did the pupil go", "removed"},
			{"a pupil is in the list twice", "double"}, {"what is the letter in the number", "draft"}, {"where do I get the card number", "number"}, {"does a barcode scanner work", "scanner"}, {"print cards for the whole class", "many"}, {"how to print one card", "many"}, {"what is a final print", "final"}, {"where does the stamp go", "stamp"},
			{"when is the last day", "deadline|#dates|last"}, {"when is mathematics", "#subjects"}, {"a date was moved", "deadline|#dates"}, {"write to a stick", "copy"}, {"we bought a new computer", "computer"}, {"bad photo what to do", "photo"}, {"add photos of the whole class", "folder"}, {"which document instead of a passport", "#documents"}, {"what does plus in the table mean", "plus"}, {"sex is not filled in", "sex"},
			{"how many subjects can be chosen", "subjects"}, {"the child has no passport", "identity|#documents"}, {"mistake in the surname", "mistake"}, {"a child moved to another school", "school"}, {"when is the last day of registration", "last"}, {"the printer does not print", "printer"}, {"can they choose five subjects", "subjects"},
			{"maximum of subjects", "subjects"}, {"a pupil lost the passport", "identity|#documents"}, {"has not got a passport yet", "identity|#documents"}, {"the patronymic is written wrong", "mistake"}, {"wrong birth date", "mistake"}, {"how to correct a name", "mistake"}, {"a girl was transferred to another school", "school"},
			{"a pupil left the school", "school"}, {"pupil expelled from school", "school"}, {"until when is registration", "last|#dates"}, {"when does registration end", "last|#dates"}, {"we are late for registration", "last|#dates"}, {"nothing comes out of the printer", "printer"}, {"how to choose another printer", "printer"},
			{"how to send the data to the centre", "exchange_send"}, {"the centre has sent a file", "exchange_came"}, {"open the exchange with the centre", "exchange_open"},
		},
	}
	for language, questions := range asked {
		w, _ := frametest.WithDemo(t, assets.DemoCampaign, language, 3)
		s := helpOf(w)
		for _, q := range questions {
			s.search.SetText(q[0])
			shown := s.find(wordsAsked(s))
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
