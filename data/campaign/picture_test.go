package campaign

import (
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/text"
)

// judgedAs is pupil's face photo with these findings of the program.
func judgedAs(c *Campaign, found ...data.PictureFinding) *data.Graduate {
	g := pupil(c)
	g.NoteJudged("f3", &data.Judged{Profile: c.Photo.Version, Kind: PictureFace, Findings: found})
	return g
}

// imagesOf is the state of g's pictures, by what the check finds.
func imagesOf(t *testing.T, c *Campaign, g *data.Graduate) data.ImagesState {
	t.Helper()
	found, err := c.Check(g, &c.Demo.School, today)
	if err != nil {
		t.Fatal(err)
	}
	state, err := c.ImagesOf(g, c.Person(g, &c.Demo.School, today), found)
	if err != nil {
		t.Fatal(err)
	}
	return state
}

// about are the findings about the face photo.
func about(t *testing.T, c *Campaign, g *data.Graduate) (lines []string) {
	t.Helper()
	for _, line := range told(t, c, g) {
		if strings.HasSuffix(line, " face_photo") {
			lines = append(lines, line)
		}
	}
	return lines
}

func TestImagesComplete(t *testing.T) {
	c := builtin(t, "ort-2021")
	tooFew := data.PictureFinding{Rule: "R04", Verdict: data.PictureBlock, Measure: "R04.short_side", Measured: 100, Limit: 240, Text: "photo.few_pixels", Args: data.Args{"pixels": 100, "limit": 240}}
	beside := data.PictureFinding{Rule: "F03", Verdict: data.PictureWarn, Measure: "F03.centre", Measured: 0.4, Limit: 0.44, Text: "photo.left_of_centre"}
	glasses := data.PictureFinding{Rule: "F12", Verdict: data.PictureWarn, Text: "photo.glasses"}
	grey := data.PictureFinding{Rule: "F06", Verdict: data.PictureWarn, Text: "photo.background_uneven"}
	without := func(field string) *data.Graduate {
		g := judgedAs(c)
		g.Set(field, "")
		return g
	}
	said := func(g *data.Graduate, part, of, value string) *data.Graduate {
		g.Set(data.PictureField("f3", part, of), value)
		return g
	}
	unjudged := pupil(c)
	unjudged.NoteJudged("f3", nil)
	older := pupil(c)
	older.NoteJudged("f3", &data.Judged{Profile: "ort-2021/0", Kind: PictureFace})
	seen := `"seen":` + text2JSON(beside.Seen())
	blurred := data.PictureFinding{Rule: "F08", Verdict: data.PictureBlock, Text: "photo.blurred"}
	for _, test := range []struct {
		name  string
		g     *data.Graduate
		want  data.ImagesState
		lines []string
	}{
		{"KG-017 all there and answered", judgedAs(c), data.ImagesComplete, nil},
		{"KG-047 a side of the passport is missing", without("passport_back"), data.ImagesIncomplete, nil},
		{"KG-055 the face is missing", without("face_photo"), data.ImagesIncomplete, []string{"error required_file face_photo"}},
		{"KG-017 nobody has judged it", unjudged, data.ImagesIncomplete, []string{"warning photo_unjudged face_photo"}},
		{"KG-017 it was judged by other limits", older, data.ImagesIncomplete, []string{"warning photo_unjudged face_photo"}},
		{"KG-029 a block keeps the form from being complete", judgedAs(c, tooFew), data.ImagesIncomplete, []string{"error photo_blocked face_photo"}},
		{"KG-029 whatever blocks it, it is one picture to change", judgedAs(c, tooFew, blurred), data.ImagesIncomplete, []string{"error photo_blocked face_photo"}},
		{"KG-029 a block that was let pass", said(judgedAs(c, tooFew), data.PartOverridden, "R04", `{"kind":"overridden","on":"2021-02-08","note":"так сказал центр","seen":`+text2JSON(tooFew.Seen())+`}`), data.ImagesComplete, nil},
		{"KG-029 another value was let pass", said(judgedAs(c, tooFew), data.PartOverridden, "R04", `{"kind":"overridden","note":"так","seen":"x"}`), data.ImagesIncomplete, []string{"error photo_blocked face_photo"}},
		{"KG-025 a question is open", said(judgedAs(c), data.PartConfirmed, "neutral", ""), data.ImagesIncomplete, []string{"warning photo_unconfirmed face_photo"}},
		{"KG-025 a question was answered with no", said(judgedAs(c), data.PartConfirmed, "neutral", `{"kind":"denied"}`), data.ImagesIncomplete, []string{"error photo_denied face_photo"}},
		{"KG-026 a warning that a question covers", judgedAs(c, glasses), data.ImagesComplete, nil},
		{"KG-024 a question that is asked only where something was found", judgedAs(c, grey), data.ImagesIncomplete, []string{"warning photo_unconfirmed face_photo"}},
		{"KG-019 a warning that no question covers is looked at", judgedAs(c, beside), data.ImagesIncomplete, []string{"warning photo_unconfirmed face_photo"}},
		{"KG-019 and was", said(judgedAs(c, beside), data.PartConfirmed, "F03", `{"kind":"confirmed",`+seen+`}`), data.ImagesComplete, nil},
		{"KG-019 with another value it is asked again", said(judgedAs(c, beside), data.PartConfirmed, "F03", `{"kind":"confirmed","seen":"x"}`), data.ImagesIncomplete, []string{"warning photo_unconfirmed face_photo"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := imagesOf(t, c, test.g); got != test.want {
				t.Errorf("%s, want %s", got, test.want)
			}
			if got := about(t, c, test.g); !slices.Equal(got, test.lines) {
				t.Errorf("%v, want %v", got, test.lines)
			}
		})
	}
	t.Run("KG-029 how much more there is, is said", func(t *testing.T) {
		f := finding(t, c, judgedAs(c, tooFew, blurred), RulePhotoBlocked)
		for language, want := range map[string]string{"ru": "И ещё 1.", "uk": "І ще 1.", "ky": "дагы 1.", "en": "And 1 more."} {
			if said := text.For(language).With(c.Sentences(language)).Say("rule."+f.Rule, f.Args); !strings.Contains(said, want) {
				t.Errorf("%s: %s", language, said)
			}
		}
	})
	t.Run("KG-029 the consequence is said", func(t *testing.T) {
		f := finding(t, c, judgedAs(c, tooFew), RulePhotoBlocked)
		for language, want := range map[string]string{"ru": "не допускается", "uk": "не допускають", "ky": "киргизилбейт", "en": "not admitted"} {
			if said := text.For(language).With(c.Sentences(language)).Say("rule."+f.Rule, f.Args); !strings.Contains(said, want) || strings.Contains(said, "no value") {
				t.Errorf("%s: %s", language, said)
			}
		}
	})
}

// text2JSON is a text within JSON.
func text2JSON(s string) string { return `"` + strings.ReplaceAll(s, `"`, `\"`) + `"` }

// UA-055, UA-056, UA-065: files are asked for on the routes of scans only.
func TestImagesByRoute(t *testing.T) {
	c := builtin(t, "zno-2020")
	if got := imagesOf(t, c, pupil(c)); got != data.ImagesNotNeeded {
		t.Errorf("UA-056 who brings paper: %s", got)
	}
	scans := []string{"category=school_current", "marks=extern,uncontrolled_territory", "gives_scans=yes"}
	if got := imagesOf(t, c, pupil(c, scans...)); got != data.ImagesIncomplete {
		t.Errorf("UA-055 who sends scans and has none: %s, %v", got, told(t, c, pupil(c, scans...)))
	}
	with := pupil(c, append(scans, "face_photo=f1", "card_scan=f2", "document_scan=f3")...)
	if got := imagesOf(t, c, with); got != data.ImagesComplete {
		t.Errorf("UA-055 who has all: %s, %v", got, told(t, c, with))
	}
}

// KG-021, KG-029: what people said of a picture is told in words, in every language, with no
// id of a rule.
func TestWordsOfWhatWasSaid(t *testing.T) {
	c := builtin(t, "ort-2021")
	for _, said := range []struct{ part, of, value, want string }{
		{data.PartConfirmed, "neutral", `{"kind":"denied","on":"2021-02-08","by":"Key"}`, "08.02.2021, Key"},
		{data.PartConfirmed, "F03", `{"kind":"confirmed","on":"2021-02-08","by":"Key"}`, "08.02.2021, Key"},
		{data.PartOverridden, "F07", `{"kind":"overridden","on":"2021-02-08","by":"Key","note":"так сказал центр"}`, "так сказал центр"},
		{data.PartTurn, "", "90", ""}, {data.PartTurn, "", "180", ""}, {data.PartTurn, "", "270", ""},
		{data.PartCrop, "", `{"right":1,"bottom":1}`, ""},
	} {
		field := data.PictureField("f3", said.part, said.of)
		for _, language := range text.Languages() {
			phrased := text.For(language).With(c.Sentences(language))
			title, words := phrased.Word(c.FieldTitle(field)).(string), phrased.Word(c.Words(field, said.value)).(string)
			if !strings.Contains(words, said.want) || strings.Contains(title+words, "picture_") || strings.ContainsAny(words, "°") || strings.Contains(words, "photo.") || ruleName.MatchString(said.of) && strings.Contains(words, said.of) || title == "" {
				t.Errorf("%s %s: %s: %s", language, field, title, words)
			}
		}
	}
}

// KG-019, KG-025: «yes» lets a picture pass in every question, also in one about a remark: what is
// asked is whether it will do, not whether the remark is right.
func TestYesLetsAPicturePassInEveryQuestion(t *testing.T) {
	for campaign, kind := range map[string]string{"ort-2021": PictureFace, "zno-2020": PictureFace} {
		c := builtin(t, campaign)
		p := data.Picture{Judged: &data.Judged{Findings: []data.PictureFinding{{Rule: "F03", Verdict: data.PictureWarn, Text: "photo.left_of_centre"}}}}
		asked := c.PictureQuestions(kind, p)
		at := slices.IndexFunc(asked, func(q PictureQuestion) bool { return q.Code == "F03" })
		if at < 0 {
			t.Fatalf("%s: %+v", campaign, asked)
		}
		for language, want := range map[string]string{"uk": "годиться", "ru": "годится", "en": "will do", "ky": "жарайт"} {
			if said := text.For(language).Word(asked[at].Title).(string); !strings.Contains(said, want) || !strings.Contains(said, text.For(language).Say("photo.left_of_centre", nil)) {
				t.Errorf("%s: %s", language, said)
			}
		}
	}
}
