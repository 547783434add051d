package imaging

import (
	"errors"
	"path"
	"slices"
	"strings"
	"time"
)

// TakenAge is how many days before the reference day a photo was taken; less than 0 after it.
const TakenAge Measure = "M01.age"

// judgeFile are the findings of a file that has opened.
func judgeFile(f *File, q Question) Findings {
	kind := typeOfFormat(f.Format, q.Name)
	return Findings{{Rule: RuleReadable, Verdict: Pass}, kind, {Rule: RuleLimits, Verdict: Pass},
		doubt(RuleFrames, f.Frames, "photo.several_frames"), doubt(RuleColours, f.Printed, "photo.ink_colours"),
	}.with(doubt(RuleColours, f.Transparent, "photo.transparent"))
}

// refusedFile are the findings of a file that does not open.
func refusedFile(content []byte, q Question, err error) Findings {
	why := &Refusal{Rule: RuleReadable, Text: "attachment.damaged"}
	errors.As(err, &why)
	all := Findings{{Rule: RuleReadable, Verdict: NotJudged, Text: textNotOpened}, typeOf(content, q.Name),
		{Rule: RuleLimits, Verdict: NotJudged, Text: textNotOpened}}
	for i := range all {
		if all[i].Rule == why.Rule {
			all[i] = Finding{Rule: why.Rule, Verdict: Stop, Text: why.Text, Args: why.Args}
		}
	}
	return all
}

// with joins one more finding to that of its rule.
func (all Findings) with(f Finding) Findings {
	i := slices.IndexFunc(all, func(g Finding) bool { return g.Rule == f.Rule })
	all[i] = worst(all[i], f)
	return all
}

// doubt is a warning where something is so.
func doubt(rule Rule, so bool, text string) Finding {
	if !so {
		return Finding{Rule: rule, Verdict: Pass}
	}
	return Finding{Rule: rule, Verdict: Warn, Text: text}
}

// typeOf holds the content of a file against the ending of its name.
func typeOf(content []byte, name string) Finding {
	if len(content) == 0 {
		return Finding{Rule: RuleType, Verdict: NotJudged, Text: textNotOpened}
	}
	return typeOfFormat(FormatOf(content), name)
}

func typeOfFormat(format Format, name string) Finding {
	ending := strings.ToLower(path.Ext(name))
	picture := format == JPEG || format == PNG
	switch {
	case ending == "":
		return Finding{Rule: RuleType, Verdict: NotJudged, Text: textNoEnding}
	case format.ends(ending):
		return Finding{Rule: RuleType, Verdict: Pass}
	case picture:
		return Finding{Rule: RuleType, Verdict: Warn, Text: "photo.other_ending", Args: map[string]any{"ending": ending, "right": format.Ending()}}
	case JPEG.ends(ending) || PNG.ends(ending):
		return Finding{Rule: RuleType, Verdict: Stop, Text: "photo.not_what_it_says", Args: map[string]any{"ending": ending}}
	}
	return Finding{Rule: RuleType, Verdict: NotJudged, Text: textNotOpened}
}

// judgeAbout are the findings about what a photo says of itself.
func judgeAbout(about About, reference string, p *Profile) Findings {
	return Findings{taken(about, reference, p), software(about)}
}

// dayForPeople is how all languages of the program write a day.
const dayForPeople = "02.01.2006"

// taken is whether a photo is young enough. A photo that says no day is not judged: most have
// come through a messenger, which takes the day away.
func taken(about About, reference string, p *Profile) Finding {
	day, err := time.Parse(time.DateOnly, about.Taken)
	until, wrong := time.Parse(time.DateOnly, reference)
	if err != nil || wrong != nil {
		return Finding{Rule: RuleTaken, Verdict: NotJudged, Text: "photo.no_day"}
	}
	bounds, bounded := p.Bounds[TakenAge]
	if !bounded {
		bounds = Anything()
	}
	if p.OldestDays > 0 {
		bounds.BlockAbove = float64(p.OldestDays)
	}
	days := int(until.Sub(day) / (24 * time.Hour))
	f := p.within(TakenAge, float64(days), bounds)
	f.Args = map[string]any{"taken": day.Format(dayForPeople), "reference": until.Format(dayForPeople)}
	return f
}

// editors are words by which programs that alter faces and pictures name themselves, in small
// letters (photos.md §2.4). That a file was saved by one is no proof: studios crop in them.
var editors = []string{"photoshop", "lightroom", "gimp", "snapseed", "facetune", "meitu", "picsart", "canva", "photoscape", "vsco",
	"remini", "faceapp", "b612", "airbrush", "beauty", "retouch", "paint.net", "affinity", "pixelmator", "luminar", "capture one",
	"photolab", "youcam", "sweet selfie", "polarr", "picmonkey", "fotor", "pixlr", "corel", "krita", "acdsee"}

// software is whether a program that alters pictures has written the file. One that names
// neither a program nor a camera says nothing.
func software(about About) Finding {
	for _, program := range about.Programs {
		small := strings.ToLower(program)
		if slices.ContainsFunc(editors, func(word string) bool { return strings.Contains(small, word) }) {
			return Finding{Rule: RuleSoftware, Verdict: Warn, Text: "photo.edited", Args: map[string]any{"program": program}}
		}
	}
	if len(about.Programs) == 0 && about.Camera == "" {
		return Finding{Rule: RuleSoftware, Verdict: NotJudged, Text: "photo.no_program"}
	}
	return Finding{Rule: RuleSoftware, Verdict: Pass}
}
