package centrelist

import (
	"slices"
	"strings"
	"unicode"
)

// choice is what a list says of one subject of one person.
type choice struct {
	subject, level string
	attested       bool
}

// said is what one cell says of subjects.
type said struct {
	choices []choice
	// none says that the cell says that the subject of its column is not taken.
	none bool
	// unread are the pieces that mean nothing to the program, as they stand in the cell.
	unread []string
	// levelless are the subjects with a level that they cannot have, twice those that stand there
	// twice with two levels.
	levelless, twice []string
	// marked says that a mark of final marks stands there, leveled that a level does.
	marked, leveled bool
	// levelWord says that the cell has the word for a level, and no level.
	levelWord bool
}

// token is a word of a cell, or a sign that parts words.
type token struct {
	text string // as it stands
	word string // in one spelling; "" for a sign
	sign rune
}

// cuts reports a sign over which no name reaches.
func (t token) cuts() bool { return t.word == "" }

// tokens takes a cell apart. A dot ends a shortened word and parts nothing.
func tokens(text string) (all []token) {
	from := -1
	end := func(to int) {
		if from >= 0 {
			all = append(all, token{text: text[from:to], word: folded(text[from:to])})
			from = -1
		}
		if n := len(all); n > 0 && all[n-1].word == "" && all[n-1].sign == 0 {
			all = all[:n-1] // signs that nobody sees
		}
	}
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || isApostrophe(r) && from >= 0:
			if from < 0 {
				from = i
			}
		case strings.ContainsRune("+✓✔", r):
			end(i)
			all = append(all, token{text: string(r), word: string(r)})
		default:
			end(i)
			if strings.ContainsRune(",;:()[]/|\n\r-–—•*", r) {
				all = append(all, token{text: string(r), sign: r})
			}
		}
	}
	end(len(text))
	return all
}

func isApostrophe(r rune) bool { return strings.ContainsRune("'’ʼ`´‘", r) }

// longestPhrase is how many words are looked at as one phrase.
const longestPhrase = 8

// cellReader reads one cell from its first word to its last.
type cellReader struct {
	words  *vocabulary
	tokens []token
	at     int
	said   said
	// of is the subject of the column, "" where the cell lists several.
	of string
	// ruling says that a mark with a colon stands before the subjects, and marks them.
	ruling bool
	// unread are the words in a row that mean nothing.
	unread []string
}

// list reads a cell that lists subjects: «Математика (ДПА), Англійська мова (рівень стандарту, ДПА)».
func (v *vocabulary) list(text string) said { return v.read(text, "") }

// mark reads a cell of the column of one subject: «+», «так», «ДПА», «рівень стандарту».
func (v *vocabulary) mark(text, subject string) said {
	plain := folded(strings.TrimSpace(text))
	if word := strings.ToLower(strings.TrimSpace(text)); plain == "" && word == "" || slices.Contains(no, word) || slices.Contains(no, plain) {
		return said{none: true}
	}
	return v.read(text, subject)
}

func (v *vocabulary) read(text, subject string) said {
	r := &cellReader{words: v, tokens: tokens(text), of: subject}
	if subject != "" {
		r.said.choices = []choice{{subject: subject}}
	}
	for r.at < len(r.tokens) {
		r.next()
	}
	r.leave()
	return r.said
}

// next reads what stands at the place: the longest run of words that means anything.
func (r *cellReader) next() {
	if t := r.tokens[r.at]; t.cuts() {
		r.sign(t.sign)
		r.at++
		return
	}
	run := r.run()
	for n := len(run); n > 0; n-- {
		if r.takes(run[:n]) {
			r.at += n
			return
		}
	}
	r.unread = append(r.unread, r.tokens[r.at].text)
	r.at++
}

// run are the words from the place to the next sign.
func (r *cellReader) run() (words []string) {
	for _, t := range r.tokens[r.at:min(r.at+longestPhrase, len(r.tokens))] {
		if t.cuts() {
			break
		}
		words = append(words, t.word)
	}
	return words
}

// sign ends a piece; a new line or a semicolon ends what a mark with a colon rules.
func (r *cellReader) sign(sign rune) {
	r.leave()
	if strings.ContainsRune(";\n\r", sign) {
		r.ruling = false
	}
}

// leave names the words that nobody has read.
func (r *cellReader) leave() {
	if len(r.unread) > 0 {
		r.said.unread = append(r.said.unread, strings.Join(r.unread, " "))
		r.unread = nil
	}
}

// takes reads words, and reports whether they mean anything.
func (r *cellReader) takes(words []string) bool {
	taken := r.mark(words) || r.subject(words) || r.level(words) || r.filler(words)
	if taken && !(len(words) == 1 && words[0] == "і") {
		r.leave()
	}
	return taken
}

// mark reads a mark of final marks, or that there is none.
func (r *cellReader) mark(words []string) bool {
	against := slices.Contains(not, words[0]) && among(r.words.attested, words[1:])
	switch {
	case against || among(r.words.chosen, words):
		r.ruling = false
		return true
	case !among(r.words.attested, words):
		return false
	}
	last := r.last()
	switch {
	case r.rules(r.at+len(words), last == nil):
		r.ruling = true
	case last != nil:
		last.attested = true
	default:
		return false
	}
	r.said.marked = true
	return true
}

// rules reports that a mark stands before the subjects that it is about: a colon follows it, or at
// the beginning of the cell a dash.
func (r *cellReader) rules(after int, first bool) bool {
	if r.of != "" || after >= len(r.tokens) {
		return false
	}
	sign := r.tokens[after].sign
	return sign == ':' || first && strings.ContainsRune("-–—", sign)
}

// subject reads a subject, that of the column among them.
func (r *cellReader) subject(words []string) bool {
	code, known := r.words.subject(words)
	switch {
	case !known || r.of != "" && code != r.of:
		return false
	case r.of != "":
		return true
	}
	at := slices.IndexFunc(r.said.choices, func(c choice) bool { return c.subject == code })
	if at >= 0 { // said once more: what follows is about it
		again := r.said.choices[at]
		r.said.choices = append(slices.Delete(r.said.choices, at, at+1), again)
		return true
	}
	r.said.choices = append(r.said.choices, choice{subject: code, attested: r.ruling})
	return true
}

// level reads a level of the subject before it.
func (r *cellReader) level(words []string) bool {
	last := r.last()
	if last == nil {
		return false
	}
	code, only, known := r.words.level(last.subject, words)
	switch {
	case only:
		r.said.levelWord = true
		return true
	case !known && r.words.anyLevel(words):
		r.said.levelless = append(r.said.levelless, last.subject)
		return true
	case !known:
		return false
	case last.level != "" && last.level != code:
		r.said.twice = append(r.said.twice, last.subject)
	}
	last.level, r.said.leveled = code, true
	return true
}

// last is the subject of which the next words may say more, nil for none.
func (r *cellReader) last() *choice {
	if len(r.said.choices) == 0 {
		return nil
	}
	return &r.said.choices[len(r.said.choices)-1]
}

// filler are words that say nothing more: «і», a tick behind a subject, the number of an item.
func (r *cellReader) filler(words []string) bool {
	if len(words) != 1 {
		return false
	}
	numbered := r.of == "" && len(words[0]) <= 2 && !strings.ContainsFunc(words[0], func(l rune) bool { return !unicode.IsDigit(l) })
	return words[0] == "і" || numbered || r.last() != nil && slices.Contains(yes, words[0])
}
