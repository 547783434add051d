package campaign

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strconv"

	"graduand/data"
)

// Photo are the limits of photos and scans; what is measured is imaging's.
type Photo struct {
	// WidthMM and HeightMM are the printed size in millimetres.
	WidthMM  float64 `toml:"width_mm"`
	HeightMM float64 `toml:"height_mm"`
	// Copies is how many are printed or glued.
	Copies int `toml:"copies"`
	// Colour is "colour" or "any".
	Colour string `toml:"colour"`
	// MaximumAgeMonths is 0 where only the likeness counts.
	MaximumAgeMonths int `toml:"maximum_age_months"`
	// Version names the limits: a judgement says by which it was made.
	Version string `toml:"version"`
	// Limits are those of a measure, by its name: "F02.head".
	Limits map[string]PhotoLimit `toml:"limits"`
	// Mildest says of a rule how grave what it finds is at most: "warn" where no source asks
	// for what it looks at, "pass" turns it off.
	Mildest map[string]string `toml:"mildest"`
	// Receipts are the rules by which the pictures of receipts are judged, as scans are: what they
	// find is a warning. None where nobody looks at them.
	Receipts []string `toml:"receipts"`
	// PDF are the kinds of document that may be a PDF, [PicturePassport] and [PictureScan]: where
	// the file says nothing, none.
	PDF []string `toml:"pdf"`
	// Consequence is what the source says happens to who sends a photo against the rules; ""
	// where it says nothing (KG-029).
	Consequence string `toml:"consequence"`
	// Confirmations are what no program can tell and a person says of each picture.
	Confirmations []Confirmation `toml:"confirm"`
}

// PhotoLimit is from which value on a measure is a warning and a reason to refuse the
// picture; an end that is left out is open.
type PhotoLimit struct {
	WarnBelow  *float64 `toml:"warn_below"`
	WarnAbove  *float64 `toml:"warn_above"`
	BlockBelow *float64 `toml:"block_below"`
	BlockAbove *float64 `toml:"block_above"`
}

// Confirmation is a question about a picture that a person answers.
type Confirmation struct {
	Code  string `toml:"code"`
	Title string `toml:"title"`
	// Of are the kinds of picture that it is asked of, see [Field.Picture].
	Of []string `toml:"of"`
	// Rules are those that put the question in doubt where they find something; where it is
	// asked only then, Warned says so.
	Rules  []string `toml:"rules"`
	Warned bool     `toml:"warned"`
	Source string   `toml:"source"`
}

// The kinds of picture that a field takes, see [Field.Picture].
const (
	PictureFace     = "face"
	PicturePassport = "passport"
	PictureScan     = "scan"
)

// PictureOf is what a file in a field is a picture of: a scan where the file does not say.
func (f *Field) PictureOf() string { return cmp.Or(f.Picture, PictureScan) }

// HoldsFiles says that photos and scans are put into a field; into one that the form does not have, nil,
// are none.
func (f *Field) HoldsFiles() bool { return f != nil && (f.Kind == KindFile || f.Kind == KindFiles) }

// FaceField is the field of the form that takes the photo of the face, "" for none.
func (c *Campaign) FaceField() string {
	for f := range c.EachField() {
		if f.Kind == KindFile && f.PictureOf() == PictureFace {
			return f.Code
		}
	}
	return ""
}

// GluesPhotos says that photos are glued onto paper on some route of the campaign (UA-049).
func (c *Campaign) GluesPhotos() bool {
	return slices.ContainsFunc(c.RegistrationRoutes, func(r RegistrationRoute) bool { return r.Photos == PhotosGlued })
}

// TakesPDF says that what a field holds may be a PDF.
func (c *Campaign) TakesPDF(f *Field) bool { return slices.Contains(c.Photo.PDF, f.PictureOf()) }

// TakesPDFReceipts says that a receipt may be a PDF, as other scans are.
func (c *Campaign) TakesPDFReceipts() bool { return slices.Contains(c.Photo.PDF, PictureScan) }

// measureName and ruleName are how imaging names a measure and its rule.
var (
	measureName = regexp.MustCompile(`^[A-Z]\d\d\.[a-z_]+$`)
	ruleName    = regexp.MustCompile(`^[A-Z]\d\d$`)
)

// photoFormat is the first format that says how pictures are judged.
const photoFormat = 3

func (v *validator) photo() {
	p := &v.c.Photo
	v.needs(photoFormat, p.Version != "" || p.Consequence != "" || len(p.Limits)+len(p.Mildest)+len(p.Confirmations)+len(p.Receipts)+len(p.PDF) > 0)
	for i, kind := range p.PDF {
		v.oneOf(counted("photo.pdf", i), kind, PicturePassport, PictureScan)
	}
	v.oneOf("photo.colour", p.Colour, "colour", "any")
	if p.WidthMM <= 0 || p.HeightMM <= 0 {
		v.add("photo.width_mm", "bad_value", data.Args{"value": p.WidthMM, "reason": "> 0"})
	}
	if len(p.Limits) > 0 {
		v.filled("photo.version", p.Version)
	}
	for _, name := range slices.Sorted(maps.Keys(p.Limits)) {
		v.photoLimit(name, p.Limits[name])
	}
	for _, rule := range slices.Sorted(maps.Keys(p.Mildest)) {
		if !ruleName.MatchString(rule) {
			v.add("photo.mildest."+rule, "bad_value", data.Args{"value": rule, "reason": "F01"})
		}
		v.oneOf("photo.mildest."+rule, p.Mildest[rule], "warn", "pass")
	}
	for i, rule := range p.Receipts {
		if !ruleName.MatchString(rule) {
			v.add(counted("photo.receipts", i), "bad_value", data.Args{"value": rule, "reason": "P01"})
		}
	}
	v.confirmations()
}

// photoLimit wants a limit that can be kept, and what blocks beyond what warns.
func (v *validator) photoLimit(name string, l PhotoLimit) {
	key := "photo.limits." + name
	if !measureName.MatchString(name) {
		v.add(key, "bad_value", data.Args{"value": name, "reason": "F02.head"})
	}
	for _, pair := range [][2]*float64{{l.BlockBelow, l.WarnBelow}, {l.WarnBelow, l.WarnAbove}, {l.WarnAbove, l.BlockAbove}, {l.BlockBelow, l.BlockAbove}} {
		if pair[0] != nil && pair[1] != nil && *pair[0] > *pair[1] {
			v.add(key, "bad_value", data.Args{"value": *pair[0], "reason": "≤ " + strconv.FormatFloat(*pair[1], 'g', -1, 64)})
		}
	}
}

func (v *validator) confirmations() {
	known := map[string]bool{}
	for i, c := range v.c.Photo.Confirmations {
		key := counted("photo.confirm", i)
		v.code(key+".code", c.Code, known)
		v.filled(key+".title", c.Title)
		if len(c.Of) == 0 {
			v.add(key+".of", "empty", nil)
		}
		for _, of := range c.Of {
			v.oneOf(key+".of", of, PictureFace, PicturePassport, PictureScan)
		}
	}
}
