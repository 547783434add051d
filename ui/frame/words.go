package frame

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/text"
	"graduand/ui/widgets"
)

// FactWords are day, person and remark of a fact, as far as they are known.
func FactWords(f data.Fact) string {
	parts := slices.DeleteFunc([]string{f.On.Dotted(), f.By}, func(s string) bool { return s == "" })
	words := strings.Join(parts, ", ")
	if f.Note != "" {
		words += " (" + f.Note + ")"
	}
	return words
}

// TitleOfCode is what a code of a field is called.
func (w *Window) TitleOfCode(field, code string) string {
	return w.Wording(func() any { return w.registrar.Campaign().Words(field, code) })
}

// Word is a word of the domain in the window's language, as it is now.
func (w *Window) Word(of any) string { return fmt.Sprint(w.text.Word(of)) }

// Wording is a word of the campaign, which speaks the window's language, as the title of a field, of a
// code or of a document: of is asked again in another language, where the word stands in a sentence.
func (w *Window) Wording(of func() any) string {
	how := func() string { return w.Word(of()) }
	word := how()
	w.retold.noteWord(word, how)
	return word
}

// Filled are the texts that are not empty.
func Filled(texts ...string) []string {
	var there []string
	for _, text := range texts {
		if text != "" {
			there = append(there, text)
		}
	}
	return there
}

// within are words as they stand within the quotation marks of others.
func (w *Window) within(words func() string) string {
	return w.Saying(func() string { return innerQuotes.Replace(words()) })
}

// Saying are words that are put together by how, and so again in another language.
func (w *Window) Saying(how func() string) string {
	words := how()
	w.retold.note(words, sentence{how: how})
	return words
}

// SayIf is a sentence where something holds, and nothing where it does not.
func (w *Window) SayIf(holds bool, id string) string {
	if !holds {
		return ""
	}
	return w.Say(id, nil)
}

// TitleOfField is what a field is called everywhere.
func (w *Window) TitleOfField(code string) string {
	return w.Wording(func() any { return w.titleOfField(code) })
}

func (w *Window) titleOfField(code string) string {
	f := w.registrar.Campaign().Field(code)
	if f == nil || f.Title == "" || w.Settings.Language != w.registrar.Campaign().Language && slices.Contains(data.TypedFields(), code) {
		return fmt.Sprint(w.text.Word(w.registrar.Campaign().FieldTitle(code)))
	}
	return f.Title
}

// Capital makes the first letter a capital one.
func Capital(word any) string { return data.Capital(fmt.Sprint(word)) }

// Sentences joins the parts that are not empty, each with its full stop, or the mark that it
// ends with; the source follows in brackets.
func Sentences(source string, parts ...string) string {
	var all []string
	for _, part := range parts {
		switch part = strings.TrimRight(part, "."); {
		case part == "":
		case strings.HasSuffix(part, "!"), strings.HasSuffix(part, "?"), strings.HasSuffix(part, "…"):
			all = append(all, part)
		default:
			all = append(all, part+".")
		}
	}
	if source != "" {
		all = append(all, "("+source+")")
	}
	return strings.Join(all, " ")
}

// HasWords tells whether every word is somewhere in a search key.
func HasWords(key string, words []string) bool {
	return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(key, word) })
}

// OneLine is a cell with single spaces and without line breaks.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// Say is a sentence in the window's language.
func (w *Window) Say(id string, args map[string]any) string {
	words := w.text.Say(id, args)
	w.retold.note(words, sentence{id: id, args: args})
	return words
}

// again says words that were said before anew, in the language that the window has whenever it is
// called; what it did not put together itself it says as it was.
func (w *Window) again(words string) func() string { return w.retold.again(words, w.Say) }

// Phrase is the sentence of a finding; to a graduate it is said what a graduate can do about it.
func (w *Window) Phrase(f registrar.Finding) string {
	return w.Saying(func() string { return w.phrase(f) })
}

func (w *Window) phrase(f registrar.Finding) string {
	if f.Field != "" && f.Args["field"] != nil {
		// As the form calls it.
		f.Args = maps.Clone(f.Args)
		f.Args["field"] = w.TitleOfField(f.Field)
	}
	if doubt := f.Args["doubt"]; doubt != nil {
		f.Args = maps.Clone(f.Args)
		f.Args["doubt"] = w.DoubtWords(doubt)
	}
	return w.text.SayOr(w.Addressed("rule."+f.Rule), f.Text, f.Args)
}

// Addressed is the id of a sentence as it is said to the one who sits here: for some of those to the
// school there is another to a graduate.
func (w *Window) Addressed(id string) string {
	if own := id + "_own"; w.IsGraduate() && w.text.Has(own) {
		return own
	}
	return id
}

// DoubtWords say that no source confirms a sum, doubt being what [registrar.Doubt] gives. It is
// for the school to ask the centre; a graduate asks the school.
func (w *Window) DoubtWords(doubt any) string {
	words := fmt.Sprint(w.text.Word(doubt))
	if words != "" && w.IsGraduate() {
		return w.Say("own.doubt", nil)
	}
	return words
}

// Unconfirmed marks what no source confirms, for the school to compare with the centre; a graduate
// has nothing to compare it with and is told nothing.
func (w *Window) Unconfirmed() string {
	return w.SayIf(!w.IsGraduate(), "help_screen.unconfirmed")
}

// Cite is a source as the campaign names it in the window's language.
func (w *Window) Cite(source string) string {
	return w.registrar.Campaign().Cite(source, w.Settings.Language)
}

// Planned says on which day something was to be at first, by what; "" where it was not moved.
func (w *Window) Planned(on data.Date) string {
	if on == "" {
		return ""
	}
	return w.Say("calendar.planned", map[string]any{"source": w.Cite(w.registrar.Campaign().PlannedSource), "day": on.Dotted()})
}

// Scale is the size of letters, 1 for the usual.
func (w *Window) Scale() float32 { return float32(w.Settings.Scale) / 100 }

// ModeWords says who fills the form, nothing while nobody has said it.
func (w *Window) ModeWords(mode registrar.Mode) string {
	if mode == "" {
		return ""
	}
	return w.Say("mode."+string(mode), nil)
}

// ClassWords is a class of a filter in words.
func (w *Window) ClassWords(class string) string {
	if class == registrar.NoClass {
		return w.Say("ui.no_class", nil)
	}
	return class
}

// Fail shows a failure: what happened and what to do, in the user's language, with
// the details for who is asked for them. Cancelled work is no failure.
func (w *Window) Fail(err error) {
	if err == nil || errors.Is(err, context.Canceled) {
		return
	}
	w.Log.Error("failure shown", "code", Logged(err))
	message := widgets.Wrapped(w.Explain(err))
	details := widget.NewLabel(err.Error())
	details.Wrapping = fyne.TextWrapBreak
	details.SizeName = theme.SizeNameCaptionText
	details.Hide()
	var box *Box
	fold := widgets.NewButton(w.Say("ui.details", nil), theme.MenuDropDownIcon(), func() {
		widgets.SetHidden(details, details.Visible())
		box.Fit(failWidth)
	})
	fold.Importance = widget.LowImportance
	box = w.Ask(w.Say("ui.failed", nil), container.NewVBox(message, container.NewHBox(fold), details), failWidth, Choice{Label: w.Say("ui.close", nil)})
}

// failWidth is the width of the dialog of a failure.
const failWidth = 520

// Logged is what the log may keep of a failure: its code; the whole text only of a
// fault of the program, which names ids and no persons.
func Logged(err error) string {
	if code := registrar.CodeOf(err); code != "" {
		return code
	}
	return err.Error()
}

// Explain is the sentence of a failure.
func (w *Window) Explain(err error) string {
	var refused *registrar.Error
	if errors.As(err, &refused) {
		return w.Say(refused.Code, refused.Args)
	}
	return w.Say("ui.fault", nil)
}

// ExplainBeside is the sentence of a refusal beside the title of its field.
func (w *Window) ExplainBeside(err error) string { return w.Explain(data.Beside(err)) }

// LogFailure keeps a failure that nobody can do anything about.
func (w *Window) LogFailure(what string, err error) {
	if err != nil {
		w.Log.Error(what, "error", Logged(err))
	}
}

// namedAtMost is how many people a sentence names.
const namedAtMost = 3

// Named names people, the rest of many by their number: who is meant is said before and
// after whatever is done to them.
func (w *Window) Named(people []string) string {
	if len(people) <= namedAtMost+1 {
		return strings.Join(people, ", ")
	}
	return w.Saying(func() string {
		return strings.Join(people[:namedAtMost], ", ") + w.Say("ui.and_more", map[string]any{"number": len(people) - namedAtMost})
	})
}

// ApplySettings makes theme and language those of the settings. To set a theme measures
// all words anew, so one that is set already stays.
func (w *Window) ApplySettings() {
	if !w.looksAsChosen() {
		w.app.Settings().SetTheme(widgets.NewTheme(w.dark(), w.Settings.Scale))
	}
	w.text = text.For(w.Settings.Language)
	w.LogFailure("speak", speakToolkit(w.text))
	if w.registrar != nil {
		w.registrar.Speak(w.Settings.Language)
		w.text = w.text.With(w.registrar.Campaign().Sentences(w.Settings.Language))
	}
}

// dark says that the window is dark, by choice or as the system is.
func (w *Window) dark() bool {
	return w.Settings.Theme() == DarkTheme || w.Settings.Theme() == SystemTheme && w.systemDark
}

// looksAsChosen says that the theme is that of the settings.
func (w *Window) looksAsChosen() bool {
	return widgets.NewTheme(w.dark(), w.Settings.Scale).Same(w.app.Settings().Theme())
}

// LanguageNames are the languages by their own names, in the order of [text.Languages].
func LanguageNames(w *Window) []string {
	var names []string
	for _, code := range text.Languages() {
		names = append(names, w.Say("settings_screen.language."+code, nil))
	}
	return names
}
