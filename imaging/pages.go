package imaging

import (
	"bytes"
	"context"
	"errors"
	"image"
	"slices"

	"graduand/imaging/pdf"
	"graduand/imaging/pixels"
)

// takesPDF says that a document of this kind may be a PDF. A photo of a face never is one.
func (p *Profile) takesPDF(kind Kind) bool { return kind != Face && slices.Contains(p.PDF, kind) }

// wanted says in a refusal of what is no picture every kind of file that would do: where a PDF does, it too.
func (p *Profile) wanted(kind Kind, err error) error {
	var why *Refusal
	if p.takesPDF(kind) && errors.As(err, &why) && why.Text == textNoPicture {
		return &Refusal{Rule: why.Rule, Text: textNoScan}
	}
	return err
}

// Pages is how many pages a PDF has, at least one. The error is a [*Refusal], or that of the
// context.
func Pages(ctx context.Context, content []byte) (int, error) {
	if len(content) > MaximumSize {
		return 0, tooLarge()
	}
	sizes, err := pdf.Pages(ctx, content)
	return len(sizes), refusedPDF(err)
}

// Page is a page of a PDF as a picture, counted from 0, as large as it takes to read it. The error
// is that of [Pages].
func Page(ctx context.Context, content []byte, page int) (*File, error) {
	drawn, err := pdf.Draw(ctx, content, page)
	if err != nil {
		return nil, refusedPDF(err)
	}
	return &File{Picture: pixels.New(drawn, 1), Format: PDF}, nil
}

// ClosePages forgets what was drawn and gives back the memory that it takes to look at a PDF.
func ClosePages() error { return pdf.Close() }

// refusedPDF says why a PDF is not shown, and what helps.
func refusedPDF(err error) error {
	for _, r := range []struct {
		err  error
		rule Rule
		text string
		args map[string]any
	}{
		{pdf.ErrPassword, RuleReadable, "attachment.pdf_password", nil},
		{pdf.ErrDamaged, RuleReadable, "attachment.pdf_damaged", nil},
		{pdf.ErrEmpty, RuleReadable, "attachment.pdf_empty", nil},
		{pdf.ErrManyPages, RuleLimits, "attachment.pdf_many_pages", map[string]any{"limit": pdf.MaximumPages}},
		{pdf.ErrSize, RuleLimits, "attachment.pdf_page_size", nil},
		{pdf.ErrHeavy, RuleLimits, "attachment.pdf_heavy", nil},
	} {
		if errors.Is(err, r.err) {
			return &Refusal{Rule: r.rule, Text: r.text, Args: r.args, Err: err}
		}
	}
	return err
}

// judgePDF are the findings about a document that is a PDF, and how many pages it has: whether it
// opens and its first page can be drawn. What is seen on the pages, people judge.
func judgePDF(content []byte, q Question) (Findings, int) {
	ctx := context.Background()
	pages, err := Pages(ctx, content)
	if err != nil {
		return refusedFile(content, q, err), 0
	}
	first, err := pdf.Draw(ctx, content, 0)
	if err != nil {
		return refusedFile(content, q, refusedPDF(err)), 0
	}
	findings := Findings{doubt(RuleReadable, blank(first), "scan.blank_page"), typeOfFormat(PDF, q.Name), {Rule: RuleLimits, Verdict: Pass}}
	rules := []Rule{RuleFrames, RuleColours, RuleScanSharp, RuleGlare, RuleScanPixels}
	if q.Kind == Passport {
		rules = append(rules, RuleUpright, RuleOriginal, RuleSide)
	}
	for _, rule := range rules {
		findings = append(findings, Finding{Rule: rule, Verdict: NotJudged, Text: textPDF})
	}
	return findings, pages
}

// blank says that nothing is seen on a page, as where its picture is damaged.
func blank(page *image.RGBA) bool {
	row := page.Pix[:page.Stride]
	if !bytes.Equal(row[4:], row[:len(row)-4]) {
		return false
	}
	for y := range page.Rect.Dy() {
		if !bytes.Equal(page.Pix[y*page.Stride:][:page.Stride], row) {
			return false
		}
	}
	return true
}
