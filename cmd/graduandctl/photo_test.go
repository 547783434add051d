package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"graduand/data/registrar/desktest"
	"graduand/imaging/imagingtest"
	"graduand/imaging/pdf/pdftest"
)

// drawPhotos adds pictures to a folder that the judge finds nothing in, and one without colours.
func drawPhotos(t *testing.T, folder string) {
	t.Helper()
	grey := imagingtest.Somebody()
	grey.Grey = true
	for name, content := range map[string][]byte{"face_photo.jpg": desktest.GoodPortrait(), "face_grey.jpg": grey.JPEG(t),
		"passport_front.jpg": desktest.CardFront(), "passport_back.jpg": desktest.CardBack(), "paper.jpg": desktest.Paper(7),
		"both.pdf": pdftest.Scan(200, desktest.CardFront(), desktest.CardBack()), "locked.pdf": pdftest.Locked()} {
		if err := os.WriteFile(filepath.Join(folder, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// KG-017…029: the command says of the labelled pictures what is expected of them, one line a
// picture: what is acceptable is not refused, what is to be rejected is found.
func TestPhotoOfTheLabelledSet(t *testing.T) {
	missed, all := 0, 0
	for _, p := range imagingtest.Set(t) {
		args := []string{"photo", p.Path, "--campaign", "ort-2021", "--kind", p.Kind, "--ref-date", p.Reference, "--json"}
		if p.Side != "" {
			args = append(args, "--side", p.Side)
		}
		var out, said bytes.Buffer
		code := run(args, &out, &said, time.Now)
		var line photoLine
		if err := json.Unmarshal(out.Bytes(), &line); err != nil || code > exitFindings || (line.Verdict == "pass") != (code == exitDone) {
			t.Errorf("%s: code %d, %v\n%s%s", p.File, code, err, &out, &said)
		}
		switch {
		case p.Expected == "accept" && line.Verdict == "fail":
			t.Errorf("%s is refused: %+v", p.File, line.Findings)
		case p.Expected == "reject":
			if all++; line.Verdict == "pass" {
				missed++
			}
		}
		seen := map[string]bool{}
		for _, f := range line.Findings {
			if seen[f.Rule] || f.Verdict != "pass" && f.Message == "" {
				t.Errorf("%s: %+v", p.File, f)
			}
			seen[f.Rule] = true
		}
	}
	t.Logf("missed %d of %d", missed, all)
	if missed*20 > all {
		t.Errorf("missed %d of %d", missed, all)
	}
}
