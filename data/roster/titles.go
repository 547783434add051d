package roster

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/pattern"
)

// staffTitle is a title of a list of those who are no graduates.
var staffTitle = pattern.New(`(?i)(?:^|[^\p{L}])(?:вчител(?:і|ів|ями)|учител(?:і|ів|я|ей|я)|педагог(?:и|ів|ов)|педпрац\p{L}*|працівник(?:и|ів)|співробітник(?:и|ів)|` +
	`сотрудник(?:и|ов)|работник(?:и|ов)|персонал\p{L}*|кадри|кадры|батьки|батьків|батьківськ\p{L}* (?:комітет|рад)\p{L}*|родительск\p{L}* комитет\p{L}*|родители|родителей|мугалимдер\p{L}*|кызматкерлер\p{L}*|ата-эне(?:лер\p{L}*)?|` +
	`teachers|staff|employees|parents)(?:$|[^\p{L}])`)

// groupTitles are the words that stand alone over a part of a class.
var groupTitles = set(`хлопці хлопчики юнаки дівчата дівчатка мальчики юноши девочки девушки балдар эркектер кыздар boys girls екстерни экстерны`)

// isGroupTitle recognises such a line: «Дівчата».
func isGroupTitle(cells []string) bool {
	return filled(cells) == 1 && !data.LongerThan(strings.Join(cells, ""), maxTitle) && groupTitles[strings.Trim(strings.ToLower(strings.Join(cells, "")), " :.")]
}

func saysStaff(title string) bool {
	return !data.LongerThan(title, maxTitle) && (staffTitle.MatchString(title) && !ofGraduate(title) || saysParentsOf(title))
}

// parentsOf is a title of parents that says whose they are: «Батьки учнів 11-А класу»,
// «Окуучулардын ата-энелери».
var parentsOf = pattern.New(`(?i)(?:^|\P{L})(?:(?:батьк(?:и|ів|ам|ами)|родител(?:и|ей|ям|ями|ях)|представник(?:и|ів)|представител(?:и|ей)|опікун(?:и|ів)|опекун(?:ы|ов)|матер(?:і|ів|и|ей)|parents|guardians)\s+` +
	`(?:of\s+|the\s+|our\s+|наших\s+|всіх\s+|всех\s+)*(?:учнів|учениць|учащ|учен|здобувач|випускн|выпускн|вихован|воспитан|дітей|детей|дитин|студент|слухач|слушател|pupil|student|graduate|child)|` +
	`(?:окуучу|бүтүрүүчү|бала)\p{L}*[ндт][ыиуү]н\s+ата-эне)`)

// saysParentsOf tells such a title from one of pupils and their parents.
func saysParentsOf(title string) bool {
	at := parentsOf.FindStringIndex(title)
	return at != nil && !ofGraduate(title[:at[0]])
}

// leftTitle is a title over those who are graduates no more.
var leftTitle = pattern.New(`(?i)(?:^|[^\p{L}])(?:вибу(?:в|л)\p{L}*|відрахован\p{L}*|выбы(?:л|вш)\p{L}*|отчислен\p{L}*|чыгып кет\p{L}*|чыгарылган\p{L}*|withdrawn|expelled|left school)`)

// leftPieces are of the words of leftTitle: what has none of them is not looked at closer.
var leftPieces = []string{"бу", "БУ", "ыб", "ЫБ", "рах", "РАХ", "тч", "ТЧ", "чыг", "ЧЫГ", "Чыг", "draw", "DRAW", "xpel", "XPEL", "eft", "EFT"}

// leftBegins are the first letters of leftPieces.
var leftBegins = func() (begins [0x500]bool) {
	for _, piece := range leftPieces {
		first, _ := utf8.DecodeRuneInString(piece)
		begins[first] = true
	}
	return begins
}()

// hasLeftPiece reports one of leftPieces in a text: every cell is asked.
func hasLeftPiece(s string) bool {
	for i, r := range s {
		begins := func(piece string) bool { return strings.HasPrefix(s[i:], piece) }
		if int(r) < len(leftBegins) && leftBegins[r] && slices.ContainsFunc(leftPieces, begins) {
			return true
		}
	}
	return false
}

// maxTitle is how long a title may be that is said of all who stand under it.
const maxTitle = 100

func saysLeft(title string) bool {
	return hasLeftPiece(title) && !data.LongerThan(title, maxTitle) && leftTitle.MatchString(title)
}

// leftFirst is such a note before a name.
var leftFirst = pattern.New(`(?i)^[^\p{L}]*(?:вибу(?:в|ла)|відрахован[ао]?|выбыла?|отчислен[ао]?)[^\p{L}]+`)

// withoutLeft is a name without the note that its bearer has left, «Гук Ян (вибув)»; what
// stands behind the note belongs to it. Вибулко is a surname.
func withoutLeft(name string) string {
	if !saysLeft(name) {
		return name
	}
	if behind := leftFirst.ReplaceAllString(name, ""); behind != name {
		return behind
	}
	note := leftTitle.FindStringIndex(name)
	word := strings.TrimLeftFunc(name[note[0]:note[1]], func(r rune) bool { return !unicode.IsLetter(r) })
	if upper, lower := hasCases(word); upper && lower {
		return name
	}
	if before := strings.TrimRight(name[:note[0]], " ,;:(–—-"); before != "" {
		return before
	}
	return name
}

// sampleFirst begins a line that shows how to fill in the others, or a place that is free.
var sampleFirst = pattern.New(`(?i)^(?:вакан(?:сія|сия|тн\p{L}+)|вільне місце|свободное место|бош орун|зразок|приклад|образец|пример|үлгү|мисал|example|sample|vacan(?:t|cy))(?:[^\p{L}]|$)`)

// sampleBegins are the first two letters of its words: nearly every name begins with others.
var sampleBegins = beginnings(strings.Fields("вакансія вільне свободное бош зразок приклад образец үлгү мисал example sample vacant"))

// isSample recognises the name, or what stands in the place of a running number, of such a line.
func isSample(cell string) bool {
	cell = strings.TrimLeft(cell, `(«"*`)
	first, size := utf8.DecodeRuneInString(cell)
	second, _ := utf8.DecodeRuneInString(cell[min(size, len(cell)):])
	return sampleBegins[[2]rune{unicode.ToLower(first), unicode.ToLower(second)}] && sampleFirst.MatchString(cell)
}
