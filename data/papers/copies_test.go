package papers

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"testing"

	"graduand/data"
)

// copying is a school whose scans are noted as they are asked for.
func copying(t *testing.T, scanned Scanned, fault error) (*Source, *[]string) {
	s, asked := sourceOf(t, "zno-2020"), &[]string{}
	s.Scan = func(g *data.Graduate, file string, document, room Size) (Scanned, error) {
		*asked = append(*asked, fmt.Sprintf("%s %s %v %.0f", g.ID, file, document.Width, room.Height))
		return scanned, fault
	}
	return s, asked
}

// UA-025: copies are printed of who has a scan of the document, each of its sides, in the size of
// the document where that is known; on the routes by e-mail of the scan that is sent.
func TestUA025WhoseCopiesArePrinted(t *testing.T) {
	s, asked := copying(t, Scanned{Sides: []Side{{Picture: portrait()}}}, nil)
	chosen := []Graduate{
		graduateOf(t, s, "a", "surname=Дуб", "given_name=Іван", "document_kind=id_card", "copy_front=f1", "copy_back=f2"),
		graduateOf(t, s, "b", "surname=Бук"),
		graduateOf(t, s, "c", "surname=Клен", "document_kind=passport_book", "copy_front=f3", "copy_back=f4"),
		graduateOf(t, s, "d", "surname=Явір", "category=school_current", "marks=uncontrolled_territory,extern", "gives_scans=yes", "document_scan=f5", "card_scan=f6", "copy_front=f7"),
	}
	printed, err := s.Print(io.Discard, Job{Document: Copies, Format: FormatPDF}, chosen)
	if err != nil || !slices.Equal(printed.IDs, []string{"a", "c", "d"}) || printed.To != data.ToGraduate || len(printed.Copied) > 0 {
		t.Errorf("%+v, %v", printed, err)
	}
	if want := []Left{{ID: "b", Name: "Бук", Reason: "no_scan"}}; !slices.Equal(printed.Left, want) {
		t.Errorf("left are %+v", printed.Left)
	}
	if want := []string{"a f1 85.6 109", "a f2 85.6 109", "c f3 0 230", "d f5 0 230"}; !slices.Equal(*asked, want) {
		t.Errorf("asked for %q, want %q", *asked, want)
	}
	if _, err := s.Print(io.Discard, Job{Document: Copies, Format: FormatPDF}, chosen[1:2]); data.CodeOf(err) != "print.no_scans" {
		t.Errorf("nobody has a scan: %v", err)
	}
	if d := DocumentOf(sourceOf(t, "ort-2021").Campaign, Copies); d.write != nil {
		t.Error("KG-022 where originals are photographed, copies are printed")
	}
}

// What a copy lacks of the original is said: its size, and pages that are not printed.
func TestWhatACopyLacksIsSaid(t *testing.T) {
	s, _ := copying(t, Scanned{Sides: []Side{{Picture: portrait(), Fitted: true}}, Pages: MostCopied + 3}, nil)
	printed, err := s.Print(io.Discard, Job{Document: Copies, Format: FormatPDF}, []Graduate{graduateOf(t, s, "a", "surname=Дуб", "class=11-А", "copy_front=f1")})
	if err != nil || len(printed.Copied) != 1 || printed.Copied[0].Name != "Дуб, 11-А" {
		t.Fatalf("%+v, %v", printed, err)
	}
	var said []string
	for _, p := range printed.Copied[0].Found {
		said = append(said, s.say(p.ID, p.Args))
	}
	if want := []string{"Скан документа для друку копії: копія не в натуральну величину.", "Скан документа для друку копії: надруковано перші сторінки: 4 з 7."}; !slices.Equal(said, want) {
		t.Errorf("said is %q", said)
	}
}

// A scan that cannot be read is said, with whose it is; another fault is not put on the file.
func TestAScanThatCannotBeReadIsSaid(t *testing.T) {
	locked := data.Fail("attachment.pdf_password", nil)
	s, _ := copying(t, Scanned{}, locked)
	one := []Graduate{graduateOf(t, s, "a", "surname=Дуб", "copy_front=f1")}
	var b bytes.Buffer
	_, err := s.Print(&b, Job{Document: Copies, Format: FormatPDF}, one)
	var e *data.Error
	if !errors.As(err, &e) || e.Code != "print.file_unreadable" || b.Len() > 0 {
		t.Fatalf("%v, %d bytes", err, b.Len())
	}
	if words := s.say(e.Code, e.Args); words != "Дуб: файл «Скан документа для друку копії» не надрукувати. "+s.say("attachment.pdf_password", nil) {
		t.Errorf("said is %q", words)
	}
	gone := errors.New("gone")
	s, _ = copying(t, Scanned{}, gone)
	if _, err := s.Print(&b, Job{Document: Copies, Format: FormatPDF}, one); !errors.Is(err, gone) || data.CodeOf(err) != "" {
		t.Error(err)
	}
}

// UA-026: a label for each, or as many as are asked for, moved by what a sheet has room for.
func TestUA026Labels(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	chosen := []Graduate{graduateOf(t, s, "a", "surname=Дуб", "given_name=Іван"), graduateOf(t, s, "b", "surname=Бук", "given_name=Ґанна", "patronymic=Іванівна")}
	for _, c := range []struct {
		job   Job
		code  string
		pages int
	}{
		{Job{}, "", 1}, {Job{Each: 12}, "", 1}, {Job{Each: 13}, "", 2}, {Job{Offset: Offset{-4, 4}}, "", 1},
		{Job{Offset: Offset{4.1, 0}}, "print.bad_offset", 0}, {Job{Offset: Offset{0, math.NaN()}}, "print.bad_offset", 0}, {Job{Each: 100}, "print.bad_each", 0},
		{Job{Paper: "a4"}, "print.no_option", 0},
	} {
		c.job.Document, c.job.Format = Labels, FormatPDF
		var b bytes.Buffer
		_, err := s.Print(&b, c.job, chosen)
		if pages := bytes.Count(b.Bytes(), []byte("/Type /Page\n")); data.CodeOf(err) != c.code || pages != c.pages {
			t.Errorf("%+v: %v, %d pages", c.job, err, pages)
		}
	}
	if _, err := s.Print(io.Discard, Job{Document: Copies, Format: FormatPDF, Offset: Offset{1, 1}}, chosen); data.CodeOf(err) != "print.no_option" {
		t.Errorf("a copy is moved: %v", err)
	}
}

// Both sheets of labels are moved, by the printer's fault that is the same for both.
func TestSheetsOfLabelsAreMoved(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	still := s.labelSheet(Job{})
	moved := s.labelSheet(Job{Offset: Offset{1.5, -2}})
	if still.Width != 70 || still.Height != 37 || moved.Left != still.Left+1.5 || moved.Top != still.Top-2 {
		t.Errorf("from %+v to %+v", still, moved)
	}
	if !DocumentOf(s.Campaign, AddressLabels).Moved || !DocumentOf(s.Campaign, Labels).Moved || DocumentOf(s.Campaign, Envelope).Moved {
		t.Error("labels alone are moved")
	}
}
