// Package guide is the user guide of a campaign: one HTML file with its pictures in it, which any browser
// shows without the internet. Its words stand in assets/guide/LANGUAGE.md, a template: buttons and screens
// are named there by their ids, so that it cannot name what the program does not have, and what a campaign
// has not is left out. Its pictures are made by make guide.
package guide

import (
	"bytes"
	_ "embed"
	"encoding/base64"
	"errors"
	"fmt"
	"html"
	"html/template"
	"io"
	"io/fs"
	"slices"
	"strings"
	texttemplate "text/template"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	goldmarkhtml "github.com/yuin/goldmark/renderer/html"
	goldmarktext "github.com/yuin/goldmark/text"

	"graduand/assets"
	"graduand/data/campaign"
	"graduand/data/text"
)

// Languages are those in which there is a guide.
func Languages() []string { return []string{"uk", "ru"} }

// LanguageFor is the language in which who speaks one reads the guide of a campaign: the own, else that of
// the campaign's documents, else Russian for who speaks Kyrgyz and Ukrainian for everybody else.
func LanguageFor(spoken string, c *campaign.Campaign) string {
	for _, language := range []string{spoken, c.Language} {
		if slices.Contains(Languages(), language) {
			return language
		}
	}
	if spoken == "ky" {
		return "ru"
	}
	return "uk"
}

// FileName is what the file of a guide is called.
func FileName(c *campaign.Campaign, language string) string {
	return "graduand-" + c.ID + "-" + language + ".html"
}

// Write writes the guide of a campaign in one of [Languages].
func Write(w io.Writer, c *campaign.Campaign, language string) error {
	source, err := fs.ReadFile(assets.Guide, "guide/"+language+".md")
	if err != nil {
		return fmt.Errorf("read guide: %w", err)
	}
	b := &book{campaign: c, text: text.For(language).With(c.Sentences(language))}
	filled, err := b.fill(string(source))
	if err != nil {
		return fmt.Errorf("fill guide %s: %w", language, err)
	}
	return b.page(w, language, filled)
}

// book is a guide while it is made.
type book struct {
	campaign *campaign.Campaign
	text     *text.Text
}

// fill puts the words of the program into a source.
func (b *book) fill(source string) ([]byte, error) {
	functions := texttemplate.FuncMap{"b": b.named, "picture": b.picture, "has": b.campaign.Has, "cards": b.campaign.HasCards,
		"answers": func() bool { return len(b.campaign.RefusalReasons) > 0 }, "campaign": func() string { return b.campaign.Title }}
	parsed, err := texttemplate.New("guide").Funcs(functions).Parse(source)
	if err != nil {
		return nil, err
	}
	var filled bytes.Buffer
	err = parsed.Execute(&filled, nil)
	return filled.Bytes(), err
}

// named is how a button or a screen is called in the window.
func (b *book) named(id string) (string, error) {
	if !b.text.Has(id) {
		return "", fmt.Errorf("the program says nothing called %s", id)
	}
	return "<b>«" + html.EscapeString(strings.TrimSuffix(b.text.Say(id, nil), "…")) + "»</b>", nil
}

// picture is a picture of the campaign with its caption; a campaign that no picture was made of has none.
func (b *book) picture(name, caption string) (string, error) {
	folder := "guide/pictures/" + b.campaign.ID
	if _, err := fs.Stat(assets.Guide, folder); errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	content, err := fs.ReadFile(assets.Guide, folder+"/"+name+".png")
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("<figure><img alt=\"%s\" src=\"data:image/png;base64,%s\"><figcaption>%[1]s</figcaption></figure>",
		html.EscapeString(caption), base64.StdEncoding.EncodeToString(content)), nil
}

//go:embed page.html
var pageSource string

var pageTemplate = template.Must(template.New("page").Parse(pageSource))

// heading is a line of the contents.
type heading struct{ ID, Title string }

// page writes a filled source as a whole page.
func (b *book) page(w io.Writer, language string, filled []byte) error {
	m := goldmark.New(goldmark.WithExtensions(extension.Table), goldmark.WithParserOptions(parser.WithAutoHeadingID()), goldmark.WithRendererOptions(goldmarkhtml.WithUnsafe()))
	parsed := m.Parser().Parse(goldmarktext.NewReader(filled))
	title, headings := "", []heading{}
	for n := parsed.FirstChild(); n != nil; n = n.NextSibling() {
		h, is := n.(*ast.Heading)
		switch {
		case !is:
		case h.Level == 1:
			title = string(h.Lines().Value(filled))
		case h.Level == 2:
			id, _ := h.AttributeString("id")
			headings = append(headings, heading{string(id.([]byte)), string(h.Lines().Value(filled))})
		}
	}
	var body bytes.Buffer
	if err := m.Renderer().Render(&body, filled, parsed); err != nil {
		return fmt.Errorf("render guide: %w", err)
	}
	// The source is the program's own.
	return pageTemplate.Execute(w, map[string]any{"language": language, "title": title, "headings": headings,
		"contents": b.text.Say("help_screen.contents", nil), "body": template.HTML(body.String())})
}
