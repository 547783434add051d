package mutatedtest

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/text"
)

// technical are words that no sentence for a secretary has: they are those of Go, of its libraries, or of a
// sentence that lacks an argument.
var technical = []string{"runtime error", "panic", "goroutine", "unexpected EOF", "strconv", "invalid character", "invalid syntax", "invalid operation", "unexpected token", "unknown name", "missing closing", "error parsing", "out of range", "nil pointer", "xml:", "XML syntax",
	"zip:", "json:", "toml:", "flate:", "sql:", "SQL logic", "image:", "png:", "jpeg:", "age:", "minisign:", "failed to", "cannot ", "<nil>", "<no value>", "%!", "{{", "map[", "0x"}

// Fault is what is wrong with a refusal as its reader sees it, "" for nothing: it has no code; there is no
// sentence for it in a language; or the sentence speaks of the program and not of the file. The number chooses
// the language to look at; input is what was read, whose own words may be quoted.
func Fault(err error, input []byte, number int) string {
	var e *data.Error
	if !errors.As(err, &e) {
		return "refused without a code"
	}
	if strings.Contains(err.Error(), "panic") && !bytes.Contains(input, []byte("panic")) {
		return "a panic that was caught"
	}
	for name, value := range e.Args {
		if _, is := value.(error); is {
			return fmt.Sprintf("%s of %s is an error of the program", name, e.Code)
		}
	}
	languages := text.Languages()
	lang := languages[number%len(languages)]
	said := text.For(lang).Say(e.Code, e.Args)
	if said == e.Code || said == "" {
		return fmt.Sprintf("%s is not said in %s", e.Code, lang)
	}
	return unclear(said, lang, e.Args, input)
}

// unclear is what is wrong with the sentence itself.
func unclear(said, lang string, args data.Args, input []byte) string {
	for _, word := range technical {
		if speaks(said, word) && !(lang == "en" && word == "cannot ") && !bytes.Contains(input, []byte(word)) {
			return fmt.Sprintf("«%s» speaks of the program: %q", said, word)
		}
	}
	if lang != "en" && !strings.ContainsFunc(said, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
		return fmt.Sprintf("«%s» is not in the language %s", said, lang)
	}
	if args["row"] == 0 && rowZero.MatchString(withoutWords(said, args)) {
		return fmt.Sprintf("«%s» speaks of a row that no table has", said)
	}
	if strings.Contains(said, "\n") && !strings.Contains(fmt.Sprint(args), "\n") {
		return fmt.Sprintf("«%s» is more than one sentence", said)
	}
	return ""
}

// withoutWords is a sentence without the words of the file that stand in it, which may have any number.
func withoutWords(said string, args data.Args) string {
	for _, arg := range args {
		if words, is := arg.(string); is && words != "" {
			said = strings.ReplaceAll(said, words, "…")
		}
	}
	return said
}

// rowZero is a row of which people know nothing.
var rowZero = regexp.MustCompile(`(^|\D)0(\D|$)`)

// speaks says that a sentence has a word, and not as the end of another.
func speaks(said, word string) bool {
	before, _, has := strings.Cut(said, word)
	last, _ := utf8.DecodeLastRuneInString(before)
	return has && !unicode.IsLetter(last)
}
