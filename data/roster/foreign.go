package roster

import (
	"strings"
	"unicode"

	"graduand/data"
)

// foreignWords are the words of a header that speaks of parents and guardians, in
// every form in which headers have them.
var foreignWords = wordSet(`батько батька батьку батьком батьки батьків батькам батьками вітчим вітчима мачуха мачухи
	тато тата тату татом татусь татуся татів мати матір матері матерів матуся матусі мама мами мамі мамо мамою мамин мамина
	опікун опікуна опікунів опікуни опікунка піклувальник піклувальника піклувальники представник представника представники
	бабуся бабусі бабця дідусь дідуся рідні родичі родича
	отец отца отцу отцом отчим отчима мачеха мачехи папа папы папе папин папина мать матери матерью мамы маме
	родитель родителя родители родителей родителям опекун опекуна опекуны опекунов попечитель попечителя представитель представителя
	представители бабушка бабушки дедушка дедушки родственник родственника родственники
	ата атасы атам атанын эне энеси энем эненин апа апасы апам апанын камкорчу камкорчусу камкорчунун
	father father's mother mother's dad mom mum parent parents parent's guardian guardian's guardians`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}

// ofParents reports that a header names a parent or a guardian. «Ата-тегі» and
// «атасынын аты» name the graduate.
func ofParents(header string) bool {
	for _, word := range strings.FieldsFunc(strings.ToLower(header), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != data.Apostrophe }) {
		if foreignWords[strings.ReplaceAll(word, "ё", "е")] {
			return true
		}
	}
	return false
}

// notForeign are words that only look as if they spoke of parents.
var notForeign = strings.NewReplacer("побатьківськи", "", "датата", "дата", "математи", "", "автомати", "", "інформати", "", "принимать", "", "снимать", "", "заниматься", "")

// foreignHeader recognises columns about parents and teachers by the stems of a squeezed
// header. A patronymic is named after the father too and is none of them.
func foreignHeader(key string) bool {
	key = notForeign.Replace(key)
	if has(key, "атасынынаты", "fathersname") && !isPhone(key) {
		return has(key, "энес", "mother")
	}
	return has(key, "батьків", "батька", "матер", "мати", "мами", "тата", "опікун", "родител", "отца", "мать", "мама", "опекун",
		"законн", "представник", "представит", "атаэне", "энеси", "апасы", "атасы", "камкорч", "parent", "mother", "father", "guardian",
		"керівник", "руководит", "вчител", "учител", "жетекчи", "мугалим", "teacher")
}

// foreignField is the kind of a column about parents and teachers.
func foreignField(key string) string {
	if isPhone(key) {
		return columnParentPhone
	}
	return columnForeign
}

// maxGroup is how long the title of a group of columns may be.
const maxGroup = 40

// groupsParents reports that the upper row of a header parts the columns of parents from
// those of the graduate: «Учень», «Батько», «Мати» over «ПІБ», «Телефон».
func groupsParents(cells []string) bool {
	for _, cell := range cells {
		if cell != "" && !data.LongerThan(cell, maxGroup) && !strings.Contains(cell, ":") && ofParents(cell) {
			return true
		}
	}
	return false
}
