package roster

import (
	"strings"
	"unicode"

	"graduand/data"
)

// foreignWords are the words of a header that speaks of parents and guardians, in
// every form in which headers have them.
var foreignWords = wordSet(`батько батька батьку батьком батьки батьків батькам батьками батьках вітчим вітчима мачуха мачухи
	тато тата тату татом татусь татуся татів мати матір матері матерів матуся матусі мама мами мамі мамо мамою мамин мамина
	опікун опікуна опікунів опікуни опікунка піклувальник піклувальника піклувальники представник представника представники
	бабуся бабусі бабця дідусь дідуся рідні родичі родича родичів родина родини сім'я сім'ї сім’я сім’ї семья семьи
	отец отца отцу отцом отчим отчима мачеха мачехи папа папы папе папин папина мать матери матерью мамы маме
	родитель родителя родители родителей родителям родителях родителями опекун опекуна опекуны опекунов попечитель попечителя представитель представителя
	представители бабушка бабушки дедушка дедушки родственник родственника родственники
	ата атасы атам атанын эне энеси энем эненин апа апасы апам апанын камкорчу камкорчусу камкорчунун
	father father's mother mother's dad mom mum parent parents parent's guardian guardian's guardians
	тітка тітки тітку дядько дядька сестра сестри сестры брат брата хрещена хрещений рідних родичів
	тетя тети тетка тетки дядя дяди родных родственников родня заявитель заявителя заявник заявника
	эже эжеси ага агасы байке байкеси чоңэне чоңата таене таята туугандары тууганы туугандарынын тууганынын
	aunt uncle sister brother sibling spouse grandmother grandfather kin relative relatives caregiver emergency
	відповідальний відповідального відповідальна ответственный ответственного куратор куратора кураторы
	вихователь вихователя воспитатель воспитателя психолог психолога тьютор тьютора тренер тренера`)

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

// foreign reports that a header speaks of parents, guardians or teachers.
func foreign(header string) bool { return ofParents(header) || foreignHeader(squeeze(header)) }

// ofPerson reports that a header about parents or teachers is one of a person, not of a
// place, an office or a paper.
func ofPerson(header string) bool {
	return !has(squeeze(header), "робот", "работ", "посад", "должност", "адрес", "освіт", "образов", "документ", "паспорт", "примітк", "примеч", "note", "remark", "эскерт", "work", "дата", "скільки", "сколько", "кількість", "количество")
}

// notForeign are words that only look as if they spoke of parents.
var notForeign = strings.NewReplacer("побатьківськи", "", "датата", "дата", "датасы", "дата", "датасын", "дата", "математи", "", "автомати", "", "інформати", "", "принимать", "", "снимать", "", "заниматься", "")

// foreignHeader recognises columns about parents and teachers by the stems of a squeezed
// header. A patronymic is named after the father too and is none of them.
func foreignHeader(key string) bool {
	key = notForeign.Replace(key)
	if has(key, "атасынынаты", "fathersname") && !isPhone(key) {
		return has(key, "энес", "mother")
	}
	return has(key, "батьків", "батька", "матер", "мати", "мами", "тата", "опікун", "родител", "отца", "мать", "мама", "опекун",
		"законн", "представник", "представит", "атаэне", "энеси", "апасы", "атасы", "камкорч", "parent", "mother", "father", "guardian",
		"контактнаособ", "контактніособ", "контактнихосіб", "контактныелиц", "контактныхлиц", "контактноїособ", "контактноелиц", "контактноголиц", "контактлиц", "байланышадам", "contactperson", "супровод", "сопровожд", "хтозаповню", "ктозаполня", "якийзаповню") || ofTeachers(key)
}

// foreignField is the kind of a column about parents and teachers. Those of teachers are
// nobody's way to a graduate.
func foreignField(key string) string {
	if isPhone(key) && !ofTeachers(key) {
		return columnParentPhone
	}
	return columnForeign
}

func ofTeachers(key string) bool {
	return has(key, "керівник", "руководит", "класрук", "классрук", "клрук", "клкер", "класкер", "класнкер", "вчител", "учител", "жетекчи", "мугалим", "teacher")
}
