package sheet

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"graduand/data/campaign"
	"graduand/data/centre/decision"
	"graduand/data/text"
)

// campaigns are those that ship, and one that nobody here wrote.
func campaigns(t *testing.T) (all []*campaign.Campaign) {
	t.Helper()
	files, err := filepath.Glob("../../campaign/testdata/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if c, err := campaign.Load(source, "1.0"); err == nil {
			all = append(all, c)
		}
	}
	for _, id := range []string{"zno-2020", "ort-2021"} {
		c, err := campaign.Builtin(id, "1.0")
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, c)
	}
	return all
}

// A workbook is read by its words, whichever of the languages it was written in.
func TestWordsOfDecisionsMeanOneThing(t *testing.T) {
	all := campaigns(t)
	if len(all) < 3 {
		t.Errorf("only %d campaigns", len(all))
	}
	for _, c := range all {
		means := map[string]string{}
		for _, language := range text.Languages() {
			o := &out{Out{Rules: c}, Words(c, language)}
			for _, k := range decision.Kinds(c) {
				word := strings.ToLower(o.word(k.Title))
				if other, is := means[word]; word == "" || strings.HasPrefix(word, "decision.") || is && other != k.Code {
					t.Errorf("%s, %s: %q is %s and %s", c.ID, language, word, k.Code, other)
				}
				means[word] = k.Code
			}
		}
		t.Logf("%s: %d decisions", c.ID, len(decision.Kinds(c)))
	}
}
