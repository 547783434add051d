package data

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// LongestText bounds what is typed into one field or note, in letters; the longest address
// is far below it.
const LongestText = 1000

// CleanText is the one rule of what somebody has typed or pasted, or a file says, in a field
// or note: double spaces, line ends, signs that nobody sees, marks of stress and the
// apostrophe by which a spreadsheet knows a text are taken out, letters are whole and hyphens
// of one kind. Text that is no text, such as the commands of a terminal, or that no paper can
// show, a sign that turns the order of letters, and text that is too long are refused with a
// code "value.…" before they stand on a paper. Title names the place in the refusal.
func CleanText(title any, typed string) (string, error) {
	if LongerThan(typed, 4*LongestText) {
		return "", Fail("value.too_long", Args{"field": title, "limit": LongestText})
	}
	value := typed
	if !plainLine(typed) {
		value = withoutTextMark(OneLine(strings.Map(written, compose(typed))))
	}
	switch {
	case strings.ContainsFunc(value, offPaper), Turned(typed):
		return "", Fail("value.bad_letters", Args{"field": title})
	case LongerThan(value, LongestText):
		return "", Fail("value.too_long", Args{"field": title, "limit": LongestText})
	}
	return value, nil
}

// Turned tells a text of which a part is shown in the opposite order of letters: it says
// something else than anybody sees.
func Turned(s string) bool { return strings.ContainsRune(s, turning) }

func offPaper(letter rune) bool { return Unprintable(letter) || !OnPaper(letter) }

// textMark are the spellings of the apostrophe by which a spreadsheet knows a text: in a
// file it stands before the text.
const textMark = "'’‘ʼ＇"

// withoutTextMark takes that apostrophe off a word or a number, but not a quotation mark that
// is closed again.
func withoutTextMark(s string) string {
	rest := strings.TrimLeft(s, textMark)
	next, size := utf8.DecodeRuneInString(rest)
	if len(rest) == len(s) || !unicode.IsLetter(next) && !unicode.IsDigit(next) && next != '+' {
		return s
	}
	for before := next; size < len(rest); {
		r, n := utf8.DecodeRuneInString(rest[size:])
		behind, _ := utf8.DecodeRuneInString(rest[size+n:])
		if size += n; strings.ContainsRune(textMark, r) && before != ' ' && !unicode.IsLetter(behind) {
			return s
		}
		before = r
	}
	return rest
}

// entity is a sign as pages of the web spell it.
var entity = regexp.MustCompile(`&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)

// longestSpelling is how often one thing may have been spelt for the web, one time over the
// other: «&amp;amp;#39;».
const longestSpelling = 3

// Unescape is the text of a cell that was taken from a page of the web: «&#39;» and
// «&rsquo;» become the signs that they stand for. It is for tables only: who types such
// signs means them.
func Unescape(s string) string {
	for range longestSpelling {
		if !strings.Contains(s, "&") {
			return s
		}
		s = entity.ReplaceAllStringFunc(s, html.UnescapeString)
	}
	return s
}

// entityEnd stands for the semicolon of an entity while a table is cut at semicolons.
const entityEnd = "\ue000"

// KeepEntities hides the semicolons of signs spelt for the web, «Дем&#039;яненко», from what
// cuts a table at semicolons; spelt says that there are any. [WholeEntities] brings them back.
func KeepEntities(s string) (kept string, spelt bool) {
	if !strings.Contains(s, "&") {
		return s, false
	}
	kept = entity.ReplaceAllStringFunc(s, func(sign string) string {
		if html.UnescapeString(sign) == sign {
			return sign // AT&TT; is none
		}
		spelt = true
		return strings.TrimSuffix(sign, ";") + entityEnd
	})
	return kept, spelt
}

// WholeEntities is a cell of such a table as it was written.
func WholeEntities(s string) string { return strings.ReplaceAll(s, entityEnd, ";") }

// whole are letters that some programs, those of a Mac before others, write as a letter
// and a mark: the whole letter, the plain one and the mark, three by three.
const whole = "ЙИ\u0306йи\u0306ЇІ\u0308їі\u0308ЁЕ\u0308ёе\u0308ЎУ\u0306ўу\u0306" +
	"ӐА\u0306ӑа\u0306ӒА\u0308ӓа\u0308ӖЕ\u0306ӗе\u0306ӜЖ\u0308ӝж\u0308ӞЗ\u0308ӟз\u0308ӢИ\u0304ӣи\u0304ӤИ\u0308ӥи\u0308" +
	"ӦО\u0308ӧо\u0308ӬЭ\u0308ӭэ\u0308ӮУ\u0304ӯу\u0304ӰУ\u0308ӱу\u0308ӲУ\u030bӳу\u030bӴЧ\u0308ӵч\u0308ӸЫ\u0308ӹы\u0308" +
	"ÀA\u0300ÁA\u0301ÂA\u0302ÃA\u0303ÄA\u0308ÅA\u030aÇC\u0327ÈE\u0300ÉE\u0301ÊE\u0302ËE\u0308ÌI\u0300ÍI\u0301ÎI\u0302ÏI\u0308" +
	"ÑN\u0303ÒO\u0300ÓO\u0301ÔO\u0302ÕO\u0303ÖO\u0308ÙU\u0300ÚU\u0301ÛU\u0302ÜU\u0308ÝY\u0301" +
	"àa\u0300áa\u0301âa\u0302ãa\u0303äa\u0308åa\u030açc\u0327èe\u0300ée\u0301êe\u0302ëe\u0308ìi\u0300íi\u0301îi\u0302ïi\u0308" +
	"ñn\u0303òo\u0300óo\u0301ôo\u0302õo\u0303öo\u0308ùu\u0300úu\u0301ûu\u0302üu\u0308ýy\u0301ÿy\u0308" +
	"ĂA\u0306ăa\u0306ĄA\u0328ąa\u0328ĆC\u0301ćc\u0301ČC\u030cčc\u030cĎD\u030cďd\u030cĘE\u0328ęe\u0328ĚE\u030cěe\u030cĞG\u0306ğg\u0306" +
	"İI\u0307ĹL\u0301ĺl\u0301ŃN\u0301ńn\u0301ŇN\u030cňn\u030cŐO\u030bőo\u030bŔR\u0301ŕr\u0301ŘR\u030cřr\u030cŚS\u0301śs\u0301" +
	"ŞS\u0327şs\u0327ŠS\u030cšs\u030cŢT\u0327ţt\u0327ŤT\u030cťt\u030cŪU\u0304ūu\u0304ŮU\u030aůu\u030aŰU\u030bűu\u030bŸY\u0308" +
	"ŹZ\u0301źz\u0301ŻZ\u0307żz\u0307ŽZ\u030cžz\u030c"

type marked struct{ letter, mark rune }

var composed = func() map[marked]rune {
	pairs, runes := map[marked]rune{}, []rune(whole)
	for i := 0; i < len(runes); i += 3 {
		pairs[marked{runes[i+1], runes[i+2]}] = runes[i]
	}
	return pairs
}()

// compose makes one letter of a letter and its mark, and takes the marks of stress off
// Cyrillic letters: a dictionary has them, a name has not.
func compose(s string) string {
	if strings.IndexByte(s, 0xcc) < 0 && strings.IndexByte(s, 0xcd) < 0 { // every mark begins with one of them
		return s
	}
	letters := make([]rune, 0, len(s))
	last := -1 // the last sign that is one: what is none parts no letter from its mark
	for _, r := range s {
		if r = written(r); r < 0 {
			continue
		}
		if last >= 0 && '\u0300' <= r && r <= '\u036f' {
			if one, is := composed[marked{letters[last], r}]; is {
				letters[last] = one
				continue
			} else if stress(r) && unicode.Is(unicode.Cyrillic, letters[last]) {
				continue
			}
		}
		if letters = append(letters, r); unicode.IsSpace(r) || !Unprintable(r) {
			last = len(letters) - 1
		}
	}
	return string(letters)
}

// stress tells the marks of a stressed vowel.
func stress(mark rune) bool {
	return mark == '\u0300' || mark == '\u0301' || mark == '\u0340' || mark == '\u0341'
}

// tidyApostrophes leaves one apostrophe where several or spaces stand in its place,
// «Дем’’яненко», «Дем’ яненко», and none at the ends of words, where spreadsheets and
// quotations put them.
func tidyApostrophes(s string) string {
	if !strings.ContainsRune(s, Apostrophe) {
		return s
	}
	upper, lower := cases(s)
	letters := []rune(s)
	tidy := make([]rune, 0, len(letters))
	for i := 0; i < len(letters); {
		end, found, spaced := i, false, false
		for ; end < len(letters) && (letters[end] == Apostrophe || letters[end] == ' '); end++ {
			found, spaced = found || letters[end] == Apostrophe, spaced || letters[end] == ' '
		}
		switch {
		case end == i:
			tidy = append(tidy, letters[i])
			end++
		case i == 0 || end == len(letters):
		case !found || spaced && !insideWord(letters[i-1], letters[end], upper && lower):
			tidy = append(tidy, ' ')
		case letters[i-1] != '-' && letters[end] != '-':
			tidy = append(tidy, Apostrophe)
		}
		i = end
	}
	return string(tidy)
}

// insideWord tells an apostrophe that belongs between two letters although a space stands
// there too: before a small letter where names begin with capitals, and elsewhere behind
// the lips' sounds, where orthography has it and few words end.
func insideWord(before, behind rune, capitals bool) bool {
	if capitals {
		return unicode.IsLower(behind)
	}
	return strings.ContainsRune("бпвмфр", unicode.ToLower(before)) && TakesApostrophe(before, behind)
}

// TakesApostrophe tells the letters between which Ukrainian orthography writes an
// apostrophe: Дем’яненко, Лук’янчук, Солов’їненко.
func TakesApostrophe(before, behind rune) bool {
	return strings.ContainsRune("бпвмфркгнзжшщсдт", unicode.ToLower(before)) && strings.ContainsRune("яюєї", unicode.ToLower(behind))
}
