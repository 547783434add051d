package phone

import (
	"strings"
	"unicode"

	"graduand/data"
	"graduand/data/pattern"
)

// neutral are the words beside a number that say what it is, not whose.
var neutral = set(`т тел телефон телефони телефоны телефону м моб мобільний мобильный мобилка мобілка с сот сотовый сотка дом домашній домашний роб робочий раб рабочий
	номер номери ном контактний контактный контакт осн основний основной свій свой особистий личный власний собственный дод додатковий доп дополнительный
	учня учениці ученика ученицы учня випускника выпускника дитини ребенка окуучунун өзү өзүнүкү өздүк үй уюлдук
	viber вайбер вібер whatsapp вацап вотсап ватсап wa wp ws telegram телеграм телеграмм tg тг тел signal
	київстар kyivstar ks кс lifecell life лайф лайфселл vodafone водафон мтс mts мегаком megacom билайн beeline о o nurtelecom
	учень учениця ученик ученица випускник випускниця выпускник выпускница окуучу дитина ребёнок өзүнүн http https www com
	phone phones tel telephone mob mobile cell home work own number no private`)

// others begin the words that say that a number is a relative's or a teacher's.
var others = strings.Fields(`мам мати матір матер мать матуся матус тато тата татов татус батьк папа папы папе папин папк отец отца отцов родител родич родствен опік опекун
	баба бабц бабус бабуш дід дідус дед дедуш сестр брат тітк тетя тёт тетк дядьк дядя дядин вітчим отчим мачух мачех хрещен крестн сусід сосед
	апа апам ата атам эне энем ата-эне эже аяга ага байке тай таене тайата чоңата чоңэне кайнене жеңе
	mother father mom mum dad parent guardian grand sister brother aunt uncle
	вчител учител керівн кермвн классн класн руковод куратор мугалим жетекчи`)

func set(words string) map[string]bool {
	known := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		known[word] = true
	}
	return known
}

// letters of which one alone behind a number may stand for a parent as for «mobile»: «(м)».
const parentLetters = "мтбпо"

// noted keeps what stands beside a number, but for what everybody writes there.
func (n *Number) noted(before, behind string) {
	if strings.Contains(parentLetters, strings.ToLower(behind)) && behind != "" && len([]rune(behind)) == 1 {
		n.Note, n.Other = strings.TrimSpace(n.Note+" "+behind), true
		behind = ""
	}
	note, plain := strings.TrimSpace(before+" "+behind), true
	for _, word := range words(note) {
		plain = plain && neutral[word]
		for _, stem := range others {
			n.Other = n.Other || strings.HasPrefix(word, stem) && !neutral[word]
		}
	}
	if !plain {
		n.Note = strings.TrimSpace(n.Note + " " + note)
	}
}

func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(data.OneLine(s)), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != data.Apostrophe })
}

// letter tells a letter, which no number has.
func letter(r rune) bool { return unicode.IsLetter(r) }

// forDigit is a letter that stands for a digit beside it, О for 0: also an operator's name, but
// then apart from the number.
var forDigit = pattern.New(`(?:^|[^\p{L}])[ОоOoЗзІіIlБб]+\d|\d[ОоOoЗзІіIlБб]+\d|\d[OoЗзІіIl]+(?:$|[^\p{L}])`)

// lettered reports that letters stand among the digits of a number.
func lettered(s string) bool {
	return strings.ContainsFunc(s, letter) && forDigit.MatchString(s)
}

// withoutLabel takes off the words before a number that say only that it is one: «тел.»,
// «моб.:». Letters that are left are no part of a number: a telephone's keyboard has
// digits for them, and nobody means these.
func withoutLabel(s string) string {
	at := strings.IndexFunc(s, func(r rune) bool { return unicode.IsDigit(r) || r == '+' })
	if at <= 0 || lettered(s) {
		return s
	}
	label := words(s[:at])
	for _, word := range label {
		if !neutral[word] {
			return s
		}
	}
	return strings.Trim(s[at:], " )")
}
