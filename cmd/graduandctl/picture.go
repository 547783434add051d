package main

import (
	"fmt"
	"strconv"
	"strings"

	"graduand/data/registrar"
	"graduand/data/registrar/photo"
)

// pictureLine is the contract of a photo or scan in «form show --json».
type pictureLine struct {
	// Place is what the commands call it: FIELD, or FIELD:PRIVILEGE:FILE.
	Place string `json:"place"`
	// Verdict is that of the rules, "" while nobody has judged it as it stands.
	Verdict string `json:"verdict"`
	// Findings are those that are not «pass».
	Findings  []findingLine  `json:"findings"`
	Questions []questionLine `json:"questions"`
	// Overridden are the rules that somebody lets it pass.
	Overridden []string `json:"overridden,omitempty"`
	Turn       int      `json:"turn,omitempty"`
	// Crop is left, top, right, bottom and the angle.
	Crop []float64 `json:"crop,omitempty"`
}

// questionLine is what is asked about a picture; the answer is "yes", "no" or "".
type questionLine struct {
	Code   string `json:"code"`
	Title  string `json:"title"`
	Answer string `json:"answer"`
}

// pictures are the photos and scans of a graduate by the code of their field.
func (s *session) pictures(id string) (map[string][]pictureLine, error) {
	all, err := s.registrar.Photo.Of(id)
	lines := map[string][]pictureLine{}
	for _, p := range all {
		lines[p.Field.Code] = append(lines[p.Field.Code], s.pictureLine(p))
	}
	return lines, err
}

func (s *session) pictureLine(p photo.Shown) pictureLine {
	line := pictureLine{Place: p.Place, Findings: []findingLine{}, Questions: []questionLine{}, Turn: p.Turn}
	if p.Current {
		line.Verdict = p.Judged.Verdict()
		for _, f := range s.findingLines(p.Judged.Told()) {
			if f.Verdict != photo.Pass {
				line.Findings = append(line.Findings, f)
			}
		}
	}
	for _, q := range p.Questions {
		line.Questions = append(line.Questions, questionLine{q.Code, fmt.Sprint(s.text().Word(q.Title)), yesOrNo(q.Answer)})
	}
	for _, f := range p.Overridden {
		line.Overridden = append(line.Overridden, f.Of)
	}
	if c := p.Crop; c != nil {
		line.Crop = []float64{c.Left, c.Top, c.Right, c.Bottom, c.Angle}
	}
	return line
}

func yesOrNo(given *registrar.Fact) string {
	switch {
	case given == nil:
		return ""
	case photo.Denies(given):
		return wordNo
	}
	return wordYes
}

// tellPictures writes them under their field, for who reads.
func (s *session) tellPictures(lines []pictureLine) {
	for _, p := range lines {
		fmt.Fprintf(s.stdout, "      %s: %s\n", p.Place, s.verdictOf(p.Verdict))
		for _, f := range p.Findings {
			fmt.Fprintf(s.stdout, "        %s\n", s.judgement(f))
		}
		for _, q := range p.Questions {
			fmt.Fprintf(s.stdout, "        %s: %s %s\n", q.Code, q.Title, s.answer("photo.answer_confirmed", "photo.answer_denied", q.Answer))
		}
	}
}

// placed wants the id of a graduate and the place of a picture first, and more words after.
func (c *doCommand) placed(least, most int) (id, place string, rest []string, err error) {
	if n := len(c.Words) - 2; n < least || n > most {
		return "", "", nil, &registrar.Error{Code: "cli.no_picture"}
	}
	return c.Words[0], c.Words[1], c.Words[2:], nil
}

func (c *doCommand) photoConfirm(s *session) error {
	id, place, codes, err := c.placed(1, 1)
	if err != nil {
		return err
	}
	return s.registrar.Photo.Confirm(s.ctx, id, place, codes[0], !c.No)
}

func (c *doCommand) photoOverride(s *session) error {
	id, place, rules, err := c.placed(1, 1)
	if err != nil {
		return err
	}
	return s.registrar.Photo.Override(s.ctx, id, place, rules[0], c.Reason)
}

// photoTurn turns a picture clockwise, by 90° (to the right) where nothing else is said.
func (c *doCommand) photoTurn(s *session) error {
	id, place, typed, err := c.placed(0, 1)
	if err != nil {
		return err
	}
	degrees := 90
	if len(typed) > 0 {
		if degrees, err = strconv.Atoi(typed[0]); err != nil {
			return &registrar.Error{Code: "cli.no_number", Args: map[string]any{"value": typed[0]}}
		}
	}
	return s.registrar.Photo.Turn(s.ctx, id, place, degrees)
}

// photoCrop keeps a part of a picture for print, or with nothing said all of it again.
func (c *doCommand) photoCrop(s *session) error {
	id, place, typed, err := c.placed(0, 4)
	if err != nil {
		return err
	}
	if c.Propose {
		return c.photoPropose(s, id, place, len(typed) > 0)
	}
	sides, err := numbers(typed)
	switch {
	case err != nil:
		return err
	case len(sides) == 0:
		return s.registrar.Photo.Crop(s.ctx, id, place, nil)
	case len(sides) < 4:
		return &registrar.Error{Code: "cli.no_picture"}
	}
	crop := photo.Crop{Left: sides[0], Top: sides[1], Right: sides[2], Bottom: sides[3], Angle: c.Angle}
	return s.registrar.Photo.Crop(s.ctx, id, place, &crop)
}

// photoPropose keeps the crop that the program proposes, and says where it lies as photo-crop
// takes it.
func (c *doCommand) photoPropose(s *session, id, place string, typed bool) error {
	if typed {
		return &registrar.Error{Code: "cli.no_picture"}
	}
	cropping, err := s.registrar.Photo.Cropping(s.ctx, id, place, 1)
	if err != nil {
		return err
	}
	crop, err := cropping.Proposed()
	if err != nil {
		return err
	}
	if !c.DryRun {
		if err := s.registrar.Photo.Crop(s.ctx, id, place, &crop); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(s.stdout, "%v %v %v %v --angle %v\n", crop.Left, crop.Top, crop.Right, crop.Bottom, crop.Angle)
	return err
}

func numbers(words []string) ([]float64, error) {
	var all []float64
	for _, word := range words {
		v, err := strconv.ParseFloat(strings.Replace(word, ",", ".", 1), 64)
		if err != nil {
			return nil, &registrar.Error{Code: "cli.no_number", Args: map[string]any{"value": word}}
		}
		all = append(all, v)
	}
	return all, nil
}

// photoJudge judges what was not judged yet, or by limits of before.
func (c *doCommand) photoJudge(s *session) error {
	n, err := s.registrar.Photo.JudgeAll(s.ctx, c.Words, nil)
	if err == nil || n > 0 {
		s.note("cli.judged", map[string]any{"count": n})
	}
	return err
}
