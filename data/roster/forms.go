package roster

import (
	"strings"
	"sync"
	"unicode/utf8"

	"graduand/data"
)

// formsOfNames are the forms of one given name, a line each, in Ukrainian and Russian, that
// the letters alone do not tell to be one, see [foldLanguages]. Names that two people of one
// family may bear side by side (Юрій and Георгій, Марія and Марина) are none.
const formsOfNames = `
микита никита
микола николай ніколай
ганна анна
олена елена
дмитро дмитрий
олександр александр олександер
олександра александра
олексій алексей
катерина екатерина
петро петр
павло павел
михайло михаил
євген евгений
володимир владимир
василь василий
ілля илья ілія
кирило кирилл
пилип филипп філіп
данило даниил данила даніїл
гаврило гавриил гаврила
тетяна татьяна
світлана светлана
надія надежда
віра вера
федір федор
гліб глеб
марко марк
костянтин константин
христина кристина
сніжана снежана
опанас афанасий
омелян емельян
юхим ефим
йосип иосиф осип
яків яков
гнат игнат игнатий
лаврін лаврентий
сава савва
антін антон
прохір прохор
онуфрій ануфрий
килина акулина
палажка пелагея пелагія
горпина агрипина агриппина
одарка дарья дарія
соломія саломея
уляна ульяна
мирон мірон
сидір исидор сидор
тимофій тимофей
`

// canonicalForms are the first forms of their lines by all forms, folded.
var canonicalForms = sync.OnceValue(func() map[string]string {
	forms := map[string]string{}
	for line := range strings.Lines(formsOfNames) {
		names := strings.Fields(line)
		for _, name := range names {
			forms[foldLanguages(name)] = foldLanguages(names[0])
		}
	}
	return forms
})

// formOf is a given name in short, the same for its forms in two languages: Сергій and Сергей,
// Микола and Николай.
func formOf(given string) string { return formOfKey(data.FindKey(given)) }

// formOfKey is that of a [data.FindKey].
func formOfKey(key string) string {
	folded := foldKey(key)
	if first, known := canonicalForms()[folded]; known {
		return first
	}
	return folded
}

// foldLanguages writes what one name is in Ukrainian and in Russian alike: Соловйова and
// Соловьёва, Вербицька and Вербицкая, Наталія and Наталья. Twice a letter is once.
func foldLanguages(name string) string { return foldKey(data.FindKey(name)) }

// foldKey folds a [data.FindKey].
func foldKey(name string) string {
	key := make([]byte, 0, 64)
	last, before := rune(0), rune(0) // the last letter written, and the last one read
	for _, r := range name {
		letter := foldLetter(r)
		if letter == 'о' && (before == 'й' || before == 'ь') {
			letter = 'е'
		}
		if last == 'и' && (letter == 'я' || letter == 'ю' || letter == 'е') {
			key = key[:len(key)-utf8.RuneLen(last)]
		}
		if before = r; letter >= 0 && letter != last {
			key, last = utf8.AppendRune(key, letter), letter
		}
	}
	return foldEnd(string(key))
}

// foldEnd is a folded name with the ending of the other language: Сергей, Вербицкая.
func foldEnd(folded string) string {
	for _, end := range []struct{ is, as string }{{"еи", "и"}, {"ая", "а"}} {
		if cut, has := strings.CutSuffix(folded, end.is); has {
			return cut + end.as
		}
	}
	return folded
}

// foldLetter is one letter for those of the two alphabets that stand for each other, -1 for
// one that is only in some spellings.
func foldLetter(r rune) rune {
	switch r {
	case 'і', 'ї', 'ы', 'й':
		return 'и'
	case 'є', 'э':
		return 'е'
	case 'ь', 'ъ':
		return -1
	}
	return r
}

// otherForm tells two whose surnames are one in two languages, and whose given names are forms
// of one, who may be one person: the birth date says it; where one has none, the class, unless
// their fathers' names are others.
func otherForm(a, b *data.Graduate) bool {
	if a.BirthDate != "" && b.BirthDate != "" {
		return a.BirthDate == b.BirthDate
	}
	return a.Class != "" && a.Class == b.Class && fathersAlike(a.Patronymic, b.Patronymic)
}

// fatherEnds are what makes a patronymic of a name, folded.
var fatherEnds = []string{"ович", "евич", "ивна", "овна", "евна", "инична", "ична", "ич", " улу", " кизи"}

// fatherOf is the name that a patronymic is made of, in short: Николаевич and Миколайович are
// of one.
func fatherOf(patronymic string) string {
	stem := foldLanguages(patronymic)
	for _, end := range fatherEnds {
		if cut, has := strings.CutSuffix(stem, end); has {
			stem = cut
			break
		}
	}
	for _, end := range []string{"", "и", "о", "а"} {
		if first, known := canonicalForms()[stem+end]; known {
			return first
		}
	}
	return stem
}

// fathersAlike reports that two patronymics may be of one name; one that is left out
// contradicts none.
func fathersAlike(a, b string) bool {
	return a == "" || b == "" || fatherOf(a) == fatherOf(b)
}
