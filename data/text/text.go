// Package text holds every sentence that a person reads, in Ukrainian, Russian,
// Kyrgyz and English. The other packages name a sentence by its id and bring the
// arguments; this one phrases it, for the window, the command line, the workbooks
// and the findings alike.
//
// A sentence stands in WORD.LANGUAGE.toml, where WORD is the first word of its id:
// "access.unknown" in access.uk.toml, access.ru.toml and so on, and nowhere else. Ids
// are written out in full, so that a search for one finds it. The files are as go-i18n
// reads them: a plain text, or plural forms (one, few, many, other) that the argument
// "count" chooses among.
package text

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"
)

//go:embed *.toml
var files embed.FS

// Languages are the codes of the languages that the program speaks.
func Languages() []string { return []string{"uk", "ru", "ky", "en"} }

// phrasebook are the sentences of one language. A file is read when its first sentence is said: the
// window before the sign-in says those of few, and all of a language are some megabytes.
type phrasebook struct {
	mu     sync.RWMutex
	bundle *i18n.Bundle
	said   *i18n.Localizer
	// unread are the names of the files that were not read yet, by the first word of their ids.
	unread map[string]string
}

var phrasebooks = func() map[string]func() *phrasebook {
	all := map[string]func() *phrasebook{}
	for _, lang := range Languages() {
		all[lang] = sync.OnceValue(func() *phrasebook { return openPhrasebook(lang) })
	}
	return all
}()

func openPhrasebook(lang string) *phrasebook {
	p := &phrasebook{bundle: i18n.NewBundle(language.Make(lang)), unread: map[string]string{}}
	p.bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	p.said = i18n.NewLocalizer(p.bundle, lang)
	names, err := fs.Glob(files, "*."+lang+".toml")
	if err != nil {
		panic(fmt.Errorf("list embedded catalogues: %w", err))
	}
	for _, name := range names {
		word, _, _ := strings.Cut(name, ".")
		p.unread[word] = name
	}
	return p
}

// localize is the sentence with this id; the error says that there is none, or that it cannot be said.
func (p *phrasebook) localize(config *i18n.LocalizeConfig) (string, error) {
	word, _, _ := strings.Cut(config.MessageID, ".")
	p.mu.RLock()
	if _, unread := p.unread[word]; unread {
		p.mu.RUnlock()
		p.read(word)
		p.mu.RLock()
	}
	defer p.mu.RUnlock()
	return p.said.Localize(config)
}

// read takes in the file of a word, unless another has meanwhile.
func (p *phrasebook) read(word string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	name, unread := p.unread[word]
	if !unread {
		return
	}
	if _, err := p.bundle.LoadMessageFileFS(files, name); err != nil {
		panic(fmt.Errorf("read embedded catalogue %s: %w", name, err))
	}
	delete(p.unread, word)
}

// Text phrases sentences in one language. It may be used from many goroutines.
type Text struct {
	lang      string
	sentences *phrasebook
	own       map[string]string
}

// For returns the sentences of a language; English for one that we lack.
func For(lang string) *Text {
	spoken, is := phrasebooks[lang]
	if !is {
		spoken = phrasebooks["en"]
	}
	return &Text{lang: lang, sentences: spoken()}
}

// With returns the same sentences with own ones, id to sentence, put before them.
// A campaign file brings its words this way. Own sentences take «{{.name}}» for an
// argument as the catalogues do.
func (t *Text) With(own map[string]string) *Text {
	c := *t
	c.own = maps.Clone(t.own)
	if c.own == nil {
		c.own = map[string]string{}
	}
	maps.Copy(c.own, own)
	return &c
}

// Language is the code that the Text was asked for.
func (t *Text) Language() string { return t.lang }

// Has reports whether there is a sentence with this id.
func (t *Text) Has(id string) bool {
	if _, found := t.own[id]; found {
		return true
	}
	_, err := t.sentences.localize(&i18n.LocalizeConfig{MessageID: id, TemplateData: map[string]any{}})
	var missing *i18n.MessageNotFoundErr
	return !errors.As(err, &missing)
}

// Say returns the sentence with its arguments filled in. An argument with a method
// TextID() string is itself a sentence. "count" chooses the plural form. Without
// such a sentence Say returns the id, so that nothing is lost.
func (t *Text) Say(id string, args map[string]any) string {
	said := t.phrase(args)
	if sentence, found := t.own[id]; found {
		return fill(sentence, said)
	}
	config := &i18n.LocalizeConfig{MessageID: id, TemplateData: said}
	if n, counted := said["count"]; counted {
		config.PluralCount = n
	}
	s, err := t.sentences.localize(config)
	if err != nil {
		return id
	}
	return s
}

// SayOr is Say where there is such a sentence, and otherwise the words that a
// campaign file brought, with their arguments filled in.
func (t *Text) SayOr(id, words string, args map[string]any) string {
	if words == "" || t.Has(id) {
		return t.Say(id, args)
	}
	return fill(words, t.phrase(args))
}

// phrase replaces the arguments that are ids by their sentences.
func (t *Text) phrase(args map[string]any) map[string]any {
	said := make(map[string]any, len(args))
	for name, value := range args {
		said[name] = t.Word(value)
	}
	return said
}

// Word is an argument as the reader sees it: the sentence of one that is an id (it
// has a method TextID() string), or its own words (a method SourceWords() string) where
// there is no such sentence, several with commas between, a name (Bare() any) as it is written
// there (Bend(words string) string), one that has arguments of its own (a method
// TextArgs() map[string]any) with them, any other as it is.
func (t *Text) Word(value any) any {
	if several, isList := value.([]any); isList {
		words := make([]string, len(several))
		for i, v := range several {
			words[i] = fmt.Sprint(t.Word(v))
		}
		return strings.Join(words, ", ")
	}
	if b, isBent := value.(interface {
		Bare() any
		Bend(words string) string
	}); isBent {
		return b.Bend(fmt.Sprint(t.Word(b.Bare())))
	}
	if w, isWording := value.(interface{ SourceWords() string }); isWording {
		if w.SourceWords() == "" {
			return ""
		}
		return t.SayOr(value.(interface{ TextID() string }).TextID(), w.SourceWords(), nil)
	}
	if phrase, isPhrase := value.(interface{ TextArgs() map[string]any }); isPhrase {
		return t.Say(value.(interface{ TextID() string }).TextID(), phrase.TextArgs())
	}
	if term, isTerm := value.(interface{ TextID() string }); isTerm {
		return t.Say(term.TextID(), nil)
	}
	return value
}

func fill(sentence string, args map[string]any) string {
	if !strings.Contains(sentence, "{{") {
		return sentence
	}
	for name, value := range args {
		sentence = strings.ReplaceAll(sentence, "{{."+name+"}}", fmt.Sprint(value))
	}
	return sentence
}
