package guide

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"graduand/assets"
	"graduand/data/campaign"
)

// Every guide can be made of every campaign: it names no button, screen or picture that is not there, and
// it is one file that needs nothing else.
func TestGuidesOfEveryCampaign(t *testing.T) {
	for _, id := range campaign.BuiltinIDs() {
		c, err := campaign.Builtin(id, "1.0.0")
		if err != nil {
			t.Fatal(err)
		}
		for _, language := range Languages() {
			var page bytes.Buffer
			if err := Write(&page, c, language); err != nil {
				t.Errorf("%s, %s: %v", id, language, err)
				continue
			}
			said := page.String()
			if outside := regexp.MustCompile(`(src|href)="[^#d][^"]*"`).FindString(said); outside != "" {
				t.Errorf("%s, %s: it needs %s", id, language, outside)
			}
			if left := regexp.MustCompile(`{{|&lt;no value|\*\*«`).FindString(said); left != "" {
				t.Errorf("%s, %s: %q is left of the source", id, language, left)
			}
			if !strings.Contains(said, "<img ") {
				t.Errorf("%s, %s: it has no pictures", id, language)
			}
			if size := page.Len(); size > 3<<20 {
				t.Errorf("%s, %s: %d octets", id, language, size)
			}
		}
	}
}

// What a campaign has not is left out.
func TestAGuideTellsOfItsCampaignAlone(t *testing.T) {
	for id, parts := range map[string]struct{ has, lacks string }{"zno-2020": {"Списки й пакети", "Оплати"}, "ort-2021": {"Оплати", "Списки й пакети"}} {
		c, err := campaign.Builtin(id, "1.0.0")
		if err != nil {
			t.Fatal(err)
		}
		var page bytes.Buffer
		if err := Write(&page, c, "uk"); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(page.String(), ">"+parts.has+"</h2>") || strings.Contains(page.String(), ">"+parts.lacks+"</h2>") {
			t.Errorf("%s: the parts are not its own", id)
		}
	}
}

// Both guides have the same parts with the same pictures and buttons, in the same order.
func TestGuidesSayTheSame(t *testing.T) {
	marks := func(language string) []string {
		source, err := fs.ReadFile(assets.Guide, "guide/"+language+".md")
		if err != nil {
			t.Fatal(err)
		}
		return regexp.MustCompile(`(?m)^#+ |{{[a-z]+ ?("[a-z_.]*")?|^\d\. |^- `).FindAllString(string(source), -1)
	}
	if uk, ru := strings.Join(marks("uk"), "\n"), strings.Join(marks("ru"), "\n"); uk != ru {
		t.Errorf("the Ukrainian guide has\n%s\n\nthe Russian\n%s", uk, ru)
	}
}

func TestTheNearestGuide(t *testing.T) {
	for _, row := range []struct{ spoken, documents, want string }{
		{"uk", "ru", "uk"}, {"ru", "uk", "ru"}, {"ky", "ru", "ru"}, {"en", "uk", "uk"}, {"en", "ru", "ru"}, {"ky", "ky", "ru"}, {"en", "de", "uk"},
	} {
		if got := LanguageFor(row.spoken, &campaign.Campaign{Language: row.documents}); got != row.want {
			t.Errorf("%+v: %s", row, got)
		}
	}
}

// What is quoted in the README for who works with the program stands in the window too, and its pictures are
// there.
func TestReadmesForSecretaries(t *testing.T) {
	for _, language := range Languages() {
		source, err := os.ReadFile("../../README." + language + ".md")
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		files, err := filepath.Glob("../text/*." + language + ".toml")
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			words, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			said += string(words)
		}
		for _, m := range regexp.MustCompile(`«([^»]+)»`).FindAllStringSubmatch(string(source), -1) {
			if !strings.Contains(said, `= "`+m[1]) {
				t.Errorf("%s: the window has nothing called «%s»", language, m[1])
			}
		}
		for _, m := range regexp.MustCompile(`\]\((assets/[^)]+)\)`).FindAllStringSubmatch(string(source), -1) {
			if _, err := os.Stat("../../" + m[1]); err != nil {
				t.Errorf("%s: %v", language, err)
			}
		}
	}
}
