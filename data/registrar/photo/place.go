package photo

import (
	"path"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
)

// Fields are the fields of a campaign's form that photos and scans are put into, in its order.
func Fields(c *campaign.Campaign) (all []*campaign.Field) {
	for _, f := range c.AllFields() {
		if f.HoldsFiles() {
			all = append(all, f)
		}
	}
	return all
}

// Usual is the field that the files in a folder most likely belong to: what the name of the
// folder says, else the photo of the face, "" where the form takes no file.
func Usual(c *campaign.Campaign, folder string) string {
	if f, _ := said(c, folder); f != nil {
		return f.Code
	}
	if field := c.FaceField(); field != "" {
		return field
	}
	if all := Fields(c); len(all) > 0 {
		return all[0].Code
	}
	return ""
}

// put says into which field a file goes: what its own name says, else the folder that is nearest
// to it, else usual; and in a field of several files what it proves.
func (p *Proposal) put(c *campaign.Campaign, all []*data.Graduate, f File, usual string) {
	p.Field = usual
	parts := strings.Split(path.Join(f.In, strings.TrimSuffix(f.Name, path.Ext(f.Name))), "/")
	for _, part := range slices.Backward(parts) {
		if field, certain := said(c, part); field != nil {
			p.Field = field.Code
			if !certain {
				p.doubt("photo.which_side", nil)
			}
			break
		}
	}
	if at := slices.IndexFunc(all, func(g *data.Graduate) bool { return g.ID == p.Graduate }); at >= 0 {
		p.proves(c, all[at])
	}
}

// proves says what a document proves in a field of several files: the only privilege that its
// graduate claims, or the one that the name says.
func (p *Proposal) proves(c *campaign.Campaign, g *data.Graduate) {
	p.For = ""
	if f := c.Field(p.Field); f == nil || f.Kind != campaign.KindFiles {
		return
	}
	claimed := g.Current().Privileges
	if len(claimed) == 0 {
		p.becomes(Unmatched, "photo.no_privilege", nil)
		return
	}
	p.For = claimed[0]
	for _, code := range claimed {
		if privilege := c.Privilege(code); privilege != nil && names(p.Name, code, privilege.Title) {
			p.For = code
			return
		}
	}
	if len(claimed) > 1 {
		p.doubt("photo.which_privilege", data.Args{"number": len(claimed)})
	}
}

// names says that a code or a title stands in the name of a file.
func names(name, code, title string) bool {
	key := " " + keyOf(name) + " "
	for _, word := range []string{strings.ReplaceAll(code, "_", " "), strings.ReplaceAll(title, ",", "")} {
		if strings.Contains(key, " "+data.SearchKey(word)+" ") {
			return true
		}
	}
	return false
}

// keyOf is a name as words are looked for in it.
func keyOf(name string) string {
	return data.SearchKey(strings.NewReplacer("_", " ", "/", " ", ".", " ", ",", " ", "(", " ", ")", " ").Replace(name))
}

// said is the field that a part of a path says, by its code, its title, or a word for the kind of
// picture; nil where it says none. It is not certain where several are as likely.
func said(c *campaign.Campaign, part string) (f *campaign.Field, certain bool) {
	all := Fields(c)
	for _, f := range all {
		if names(part, f.Code, f.Title) {
			return f, true
		}
	}
	words := cut(keyOf(part))
	for _, k := range kinds {
		if !slices.ContainsFunc(words, func(w string) bool { return slices.Contains(k.words, w) }) {
			continue
		}
		of := slices.DeleteFunc(slices.Clone(all), func(f *campaign.Field) bool { return !k.is(f) })
		if len(of) > 0 {
			return of[0], len(of) == 1
		}
	}
	return nil, false
}

// kind is a kind of picture with the words by which people call it in the names of files and
// folders, as search keys.
type kind struct {
	is    func(*campaign.Field) bool
	words []string
}

// kinds begin with those that say most: «фото паспорта, оборот» is the back of a passport.
var kinds = []kind{
	{isSide("back"), strings.Fields("оборот обороты оборотная обратная зворот звороти зворотна зворотній задняя задня реверс арткы арты back reverse")},
	{isSide("front"), strings.Fields("лицевая лицевые лицева лицьова лицьовий передняя передня аверс алдыңкы алды front")},
	{func(f *campaign.Field) bool { return f.PictureOf() == campaign.PicturePassport },
		strings.Fields("паспорт паспорта паспорти паспорттор passport passports")},
	{func(f *campaign.Field) bool { return f.Kind == campaign.KindFiles },
		strings.Fields("льгота льготы льготники пільга пільги пільговики жеңилдик жеңилдиктер справка справки довідка довідки удостоверение посвідчення privilege privileges")},
	{func(f *campaign.Field) bool { return f.PictureOf() == campaign.PictureFace },
		strings.Fields("фото фотография фотографии фотографія фотографії фотокартка фотокартки лицо лица обличчя портрет портреты портрети сүрөт сүрөттөр жүз жүзү photo photos face faces portrait portraits")},
}

func isSide(side string) func(*campaign.Field) bool {
	return func(f *campaign.Field) bool { return f.Side == side }
}
