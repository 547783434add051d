package imaging

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/bep/imagemeta"

	"graduand/imaging/pixels"
)

// About is what a file says of itself beside its pixels: in its Exif and XMP. Nothing of it is
// proof: a clock may be wrong and a messenger takes all of it away.
type About struct {
	// Turn is how the stored picture is to be shown.
	Turn pixels.Turn
	// Taken is the day on which the camera says that it was taken, "2021-02-15"; "" where it
	// says none, or one that is no day.
	Taken string
	// Programs are those that have written the file, as they name themselves.
	Programs []string
	// Camera is the maker and the model.
	Camera string
}

// aboutTags are the tags that are read.
var aboutTags = map[string]bool{"DateTimeOriginal": true, "CreateDate": true, "Orientation": true, "Software": true,
	"ProcessingSoftware": true, "CreatorTool": true, "Make": true, "Model": true}

// readAbout reads what a file says of itself; what cannot be read says nothing.
func readAbout(content []byte, format Format) (about About) {
	defer func() {
		if recover() != nil {
			about.Turn = max(about.Turn, 1)
		}
	}()
	about.Turn = 1
	kind := imagemeta.JPEG
	if format == PNG {
		kind = imagemeta.PNG
	}
	// A file that says nothing of itself, or says it wrongly, is a picture nevertheless.
	_, _ = imagemeta.Decode(imagemeta.Options{R: bytes.NewReader(content), ImageFormat: kind, Sources: imagemeta.EXIF | imagemeta.XMP,
		ShouldHandleTag: func(t imagemeta.TagInfo) bool { return aboutTags[t.Tag] },
		HandleTag: func(t imagemeta.TagInfo) error {
			about.take(t)
			return nil
		}})
	about.Camera = strings.TrimSpace(about.Camera)
	return about
}

// take takes in one tag. Of a thumbnail's directory nothing is taken: it may be turned
// otherwise.
func (a *About) take(t imagemeta.TagInfo) {
	if strings.HasPrefix(t.Namespace, "IFD1") {
		return
	}
	value := strings.TrimSpace(strings.Trim(fmt.Sprint(t.Value), "\x00 "))
	switch t.Tag {
	case "Orientation":
		var turn int
		if _, err := fmt.Sscan(value, &turn); err == nil && turn >= 1 && turn <= 8 && t.Source == imagemeta.EXIF {
			a.Turn = pixels.Turn(turn)
		}
	case "DateTimeOriginal":
		if day := dayOf(value); day != "" && (a.Taken == "" || t.Source == imagemeta.EXIF) {
			a.Taken = day
		}
	case "Make", "Model":
		if t.Source == imagemeta.EXIF {
			a.Camera += " " + value
		}
	case "Software", "ProcessingSoftware", "CreatorTool":
		if value != "" {
			a.Programs = append(a.Programs, value)
		}
	}
}

// stamped is a day as Exif («2021:02:15 10:30:00») and XMP («2021-02-15T10:30:00») write it.
var stamped = regexp.MustCompile(`^(\d{4})[:-](\d{2})[:-](\d{2})`)

// dayOf is the day of a time; "" for what is none, as a camera whose clock was never set
// writes.
func dayOf(value string) string {
	parts := stamped.FindStringSubmatch(value)
	if parts == nil {
		return ""
	}
	day := strings.Join(parts[1:], "-")
	if at, err := time.Parse(time.DateOnly, day); err != nil || at.Year() < 1990 {
		return ""
	}
	return day
}
