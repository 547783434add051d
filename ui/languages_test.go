package ui

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/printing"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// spoken are the languages that say a sentence just so: only sentences with nothing to fill in, and long
// enough to be no word that two languages share.
var spoken = sync.OnceValue(func() map[string]map[string]bool {
	sentence := regexp.MustCompile(`(?m)^[a-z_.0-9]+ = "([^"{\\]{12,})"$`)
	all := map[string]map[string]bool{}
	for _, language := range text.Languages() {
		files, _ := filepath.Glob("../data/text/*." + language + ".toml")
		for _, file := range files {
			source, err := os.ReadFile(file)
			if err != nil {
				panic(err)
			}
			for _, m := range sentence.FindAllStringSubmatch(string(source), -1) {
				if all[m[1]] == nil {
					all[m[1]] = map[string]bool{}
				}
				all[m[1]][language] = true
			}
		}
	}
	return all
})

// mixed are the sentences that the window shows in another language than its own; what the campaign calls
// so is none, as a field of the centre's site.
func mixed(w *frame.Window) (found []string) {
	own := w.Settings.Language
	for line := range strings.SplitSeq(frametest.Visible(w), "\n") {
		if in := spoken()[line]; len(in) > 0 && !in[own] && !strings.Contains(campaigns(), `"`+line+`"`) {
			found = append(found, fmt.Sprintf("%q is not said in %s", line, own))
		}
	}
	return found
}

// Design §11: the language is changed while the program runs: every word of every screen is in the new one
// at once.
func TestEveryWordChangesWithTheLanguage(t *testing.T) {
	for campaign, languages := range map[string][]string{"zno-2020": {"uk", "en", "ky"}, "ort-2021": {"ru", "uk", "ky"}} {
		w, _ := frametest.WithPapers(t, campaign, languages[0], 12)
		clearBoxes(w)
		for _, page := range append(pagesOf(w), stepsOf(w)...) {
			page.reach(w)
			before := frametest.Visible(w)
			for _, language := range append(languages[1:], languages[0]) {
				w.ChangeLanguage(language)
				for _, fault := range append(mixed(w), frametest.Foreign(w)...) {
					t.Errorf("%s, %s, from %s: %s", campaign, page.name, languages[0], fault)
				}
				if language != languages[0] && frametest.Visible(w) == before {
					t.Errorf("%s, %s: nothing changes with %s", campaign, page.name, language)
				}
			}
		}
	}
}

// KG-002, UA-118: a document is in the language of its campaign whatever that of the window.
func TestDocumentsAreInTheLanguageOfTheCampaign(t *testing.T) {
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		w, _ := frametest.WithDemo(t, campaign, "uk", 6)
		written := map[string][]byte{}
		for _, language := range text.Languages() {
			w.ChangeLanguage(language)
			desk := w.Registrar().Printing
			for _, code := range desk.Documents() {
				var out bytes.Buffer
				_, err := desk.Draw(&out, ".pdf", printing.Job{Document: code})
				if err != nil {
					continue // of nobody, as an envelope that needs more than a document
				}
				if first := written[code]; first == nil {
					written[code] = out.Bytes()
				} else if !bytes.Equal(first, out.Bytes()) {
					t.Errorf("%s, %s: another document from a window that speaks %s", campaign, code, language)
				}
			}
		}
		if len(written) < 5 {
			t.Errorf("%s: only %d documents were made", campaign, len(written))
		}
	}
}

// campaigns are the files of the campaigns of the program.
var campaigns = sync.OnceValue(func() (all string) {
	for _, id := range registrar.Campaigns() {
		source, err := os.ReadFile(filepath.Join("../assets/campaigns", id+".toml"))
		if err != nil {
			panic(err)
		}
		all += string(source)
	}
	return all
})
