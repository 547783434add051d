package workbook

import (
	"bytes"
	"context"
	"encoding/xml"
	"regexp"
	"strings"

	"graduand/data"
)

// openMarkup opens what begins with «<»: a spreadsheet as one XML document, or a web page. is
// says whether it was such a thing at all.
func openMarkup(ctx context.Context, content []byte, all bool) (book *Book, is bool, err error) {
	head := plainHead(content)
	if !strings.HasPrefix(head, "<") && !strings.HasPrefix(head, "mime-version:") {
		return nil, false, nil
	}
	if strings.HasPrefix(head, "mime-version:") {
		return nil, true, data.Fail("roster.html", nil)
	}
	e := newEvents(ctx, "", "", bytes.NewReader(bytes.TrimLeft(content, " \t\r\n")))
	switch name, space := outermost(e); {
	case name == "Workbook" && space == excelSpace:
		book, err = openXML2003(e, all)
	case name == "document" && strings.Contains(space, "opendocument"):
		book, err = openFlatODS(e, all)
	case isPage(head):
		book, err = openPage(ctx, content)
	default:
		err = data.Fail("roster.unknown_format", nil)
	}
	return book, true, err
}

// plainHead is the begin of a text in small letters, without its mark and the zeros of
// UTF-16.
func plainHead(content []byte) string {
	head := bytes.ReplaceAll(content[:min(len(content), 8<<10)], []byte{0}, nil)
	for _, mark := range []string{"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"} {
		head = bytes.TrimPrefix(head, []byte(mark))
	}
	return strings.ToLower(string(bytes.TrimLeft(head, " \t\r\n")))
}

// outermost reads down to the outermost element: its name, and the space of its name.
func outermost(e *events) (name, space string) {
	for {
		token, err := e.next()
		if err != nil {
			return "", ""
		}
		t, is := token.(xml.StartElement)
		if !is {
			continue
		}
		for _, a := range t.Attr {
			prefixed := a.Name.Space == "xmlns" && a.Name.Local == t.Name.Space
			if t.Name.Space != "" && prefixed || t.Name.Space == "" && a.Name.Space == "" && a.Name.Local == "xmlns" {
				space = a.Value
			}
		}
		return t.Name.Local, space
	}
}

// isPage knows a web page by its first elements.
func isPage(head string) bool {
	for _, begin := range []string{"<!doctype html", "<head", "<body", "<meta", "<style", "<center", "<div"} {
		if strings.HasPrefix(head, begin) {
			return true
		}
	}
	return pageTag.MatchString(head)
}

var pageTag = regexp.MustCompile(`<(?:html|table)[\s>]`)
