package registry_test

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/mutatedtest"
	"graduand/data/prooftest"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

// demonstrations are closed registries of real demonstrations: of a whole season with its lists, packages and
// answers, and of a class with photos.
func demonstrations(t testing.TB) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	for _, o := range []registrar.DemoOptions{{Graduates: 24, Season: true}, {Graduates: 20}} {
		id := map[bool]string{true: "zno-2020", false: "ort-2021"}[o.Season]
		c, err := registrar.Campaign(id, nil)
		desktest.Must(err)
		dir := t.TempDir()
		o.Campaign, o.Seed, o.Key, o.WithoutPapers, o.WithoutPictures = c, 1, desktest.Key, true, true
		_, err = registrar.Demo(desktest.Ctx, dir, o)
		desktest.Must(err)
		path := filepath.Join(dir, "school.graduand")
		if !o.Season {
			takePhotos(t, path)
		}
		all[id] = desktest.MustRead(t, path)
	}
	return all
}

// takePhotos puts a small photo of everybody into a registry.
func takePhotos(t testing.TB, path string) {
	t.Helper()
	r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, desktest.Options())
	desktest.Must(err)
	rows, err := r.Table.List(registrar.Filter{})
	desktest.Must(err)
	for i, row := range rows {
		desktest.Attach(t, r, row.Graduate.ID, "face_photo", desktest.Picture(t, byte(i+3)))
	}
	mustClose(t, r)
}

// look is a spoilt registry of which all is read.
type look struct {
	*mutatedtest.Trial
	path    string
	options func() registrar.Options
	// sound is what a sound one says of its people.
	sound                    string
	people                   int
	opened, named, unnoticed int
}

// saidOf is all that a registry says of its people.
func saidOf(r *registrar.Registrar) (string, int, error) {
	rows, err := r.Table.List(registrar.Filter{})
	if err != nil {
		return "", 0, err
	}
	var all []*data.Graduate
	for _, row := range rows {
		all = append(all, row.Graduate)
	}
	text, err := json.Marshal(all)
	return string(text), len(all), err
}

// newLook begins a trial on a sound registry.
func newLook(t testing.TB, content []byte, o func() registrar.Options) *look {
	t.Helper()
	l := &look{Trial: mutatedtest.Begin(t), path: copyIn(t, content), options: o}
	r, err := registrar.Open(desktest.Ctx, l.path, registrar.SignIn{}, o())
	desktest.Must(err)
	l.sound, l.people, err = saidOf(r)
	desktest.Must(err)
	desktest.Sound(t, r)
	mustClose(t, r)
	l.Guard()
	return l
}

// at has a spoilt registry opened as the program does, and examined by its doctor. Where it is refused, it stays
// as it was, and nothing is left beside it; where it is opened, all that is not as it was is named.
func (l *look) at(spoilt []byte) {
	desktest.Must(os.WriteFile(l.path, spoilt, 0o600))
	named := false
	err := l.Read(nil, func() (err error) {
		named, err = l.open(l.options())
		return err
	})
	if err != nil {
		if now, _ := os.ReadFile(l.path); !bytes.Equal(now, spoilt) {
			l.Ill(nil, "refused, and written: %v", err)
		}
	}
	if left, _ := filepath.Glob(l.path + "*"); len(left) != 1 {
		l.Ill(nil, "left behind: %v", left)
	}
	if named {
		l.named++
	}
}

// open is what the program does; named says that an ill is.
func (l *look) open(o registrar.Options) (named bool, err error) {
	r, err := registrar.Open(desktest.Ctx, l.path, registrar.SignIn{}, o)
	if err != nil {
		return false, err
	}
	defer r.Close()
	l.opened++
	ills, err := r.Doctor(desktest.Ctx)
	if err != nil {
		return false, err
	}
	text, people, err := saidOf(r)
	if err != nil {
		return false, err
	}
	if len(ills) == 0 && text != l.sound {
		l.Ill(nil, "%d of %d people are not as they were, and no ill is named", people, l.people)
	}
	return len(ills) > 0, nil
}

// end tells the figures of all.
func (l *look) end(t testing.TB, figures prooftest.Figures) {
	t.Helper()
	figures["opened"], figures["named"] = float64(l.opened), float64(l.named)
	prooftest.Tell(t, figures)
	l.End()
}

// F-05 F-07: every page of a registry spoilt, as a disk or a stranger spoils it: lost, some octets others, the
// page of another place, or rubbish.
func TestEveryPageSpoilt(t *testing.T) {
	for id, whole := range demonstrations(t) {
		t.Run(id, func(t *testing.T) { spoilPages(t, whole) })
	}
}

// A look that saw nothing would prove nothing: a person who is not as before and unnamed, and a file left
// behind, are seen; of a registry that nobody has spoilt nothing is, nor does the doctor name anything.
func TestALookSeesWhatIsPlanted(t *testing.T) {
	whole := demonstrations(t)["ort-2021"]
	for seen, plant := range map[string]func(l *look){
		"are not as they were": func(l *look) { l.sound += " " },
		"left behind":          func(l *look) { desktest.Must(os.WriteFile(l.path+"-left", nil, 0o600)) },
		"":                     func(*look) {},
	} {
		l := newLook(t, whole, desktest.Options)
		plant(l)
		l.at(whole)
		ills := l.Ills()
		if len(ills) == 0 != (seen == "") || !strings.Contains(strings.Join(ills, ""), seen) || l.named > 0 || examinedBy(t, l, whole) {
			t.Errorf("of %q are seen: %q", seen, ills)
		}
	}
}

// spoilPages spoils every page in so many ways as the proof asks for, or a few of them in one.
func spoilPages(t *testing.T, whole []byte) {
	ways := prooftest.Times(t, 0)
	l, m := newLook(t, whole, desktest.Options), mutatedtest.New(prooftest.Seed(t))
	pages := 0
	for page := range len(whole) / pageSize {
		if ways == 0 && page%16 != 5 {
			continue
		}
		pages++
		for way := range max(1, ways) {
			spoilt := bytes.Clone(whole)
			spoilPage(m, spoilt, page*pageSize, way)
			l.at(spoilt)
		}
	}
	l.end(t, prooftest.Figures{"pages": float64(pages)})
}

// spoilPage spoils a page in one of several ways.
func spoilPage(m *mutatedtest.Mutator, content []byte, from, way int) {
	page := content[from : from+pageSize]
	switch way % 6 {
	case 0:
		clear(page)
	case 1:
		page[m.IntN(len(page))] ^= 1 << m.IntN(8)
	case 2:
		// Where a page says what is on it.
		page[m.IntN(64)] = byte(m.Uint32())
	case 3:
		other := m.IntN(len(content)/pageSize) * pageSize
		copy(page, bytes.Clone(content[other:other+pageSize]))
	case 4:
		at := m.IntN(8) * 512 // a sector
		for i := range page[at : at+512] {
			page[at+i] = byte(m.Uint32())
		}
	default:
		for range 1 + m.IntN(16) {
			page[m.IntN(len(page))] = byte(m.Uint32())
		}
	}
}

// field is the content of a column in a row.
type field struct {
	table, column string
	content       []byte
}

// sealedFields are all columns of octets in all rows.
func sealedFields(t testing.TB, path string) (all []field) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	desktest.Must(err)
	defer db.Close()
	columns, err := db.Query("SELECT m.name, p.name FROM sqlite_master m, pragma_table_info(m.name) p WHERE m.type = 'table' AND p.type = 'BLOB' ORDER BY 1, 2")
	desktest.Must(err)
	var places [][2]string
	for columns.Next() {
		var table, column string
		desktest.Must(columns.Scan(&table, &column))
		places = append(places, [2]string{table, column})
	}
	desktest.Must(columns.Err())
	for _, p := range places {
		rows, err := db.Query(fmt.Sprintf("SELECT %s FROM %s WHERE length(%[1]s) > 0", p[1], p[0]))
		desktest.Must(err)
		for rows.Next() {
			f := field{table: p[0], column: p[1]}
			desktest.Must(rows.Scan(&f.content))
			all = append(all, f)
		}
		desktest.Must(rows.Err())
	}
	return all
}

// flippedIn is a registry with a bit of a field flipped: where it stands in the file, or, where its octets stand
// there more than once, as between two pages or in the next link of a chain, by the database.
func flippedIn(t testing.TB, m *mutatedtest.Mutator, path string, content []byte, f field) []byte {
	t.Helper()
	at, bit := m.IntN(len(f.content)), byte(1)<<m.IntN(8)
	from, to := max(0, at-12), min(len(f.content), at+12)
	if bytes.Count(content, f.content[from:to]) == 1 {
		spoilt := bytes.Clone(content)
		spoilt[bytes.Index(content, f.content[from:to])+at-from] ^= bit
		return spoilt
	}
	desktest.Must(os.WriteFile(path, content, 0o600))
	changed := bytes.Clone(f.content)
	changed[at] ^= bit
	alter(t, path, fmt.Sprintf("UPDATE %s SET %s = ? WHERE %[2]s = ?", f.table, f.column), changed, f.content)
	return desktest.MustRead(t, path)
}

// KG-012 F-05: of every sealed column in every row a bit flipped: the doctor finds it, whichever it is.
func TestEveryFieldFlipped(t *testing.T) {
	s := makeSealed(t)
	l, m := newLook(t, s.content, sealedOptions), mutatedtest.New(prooftest.Seed(t))
	ways := prooftest.Times(t, 0)
	fields, flips, missed := sealedFields(t, copyIn(t, s.content)), 0, map[string]int{}
	for i, f := range fields {
		if ways == 0 && i%8 != 3 {
			continue // a few of them belong to every check
		}
		for range max(1, ways) {
			flips++
			spoilt, before := flippedIn(t, m, l.path, s.content, f), l.named
			l.at(spoilt)
			if examined := examinedBy(t, l, spoilt); l.named == before && !examined {
				missed[f.table+"."+f.column]++
			}
		}
	}
	unseen := 0
	for place, n := range missed {
		unseen += n
		if n > 0 {
			t.Errorf("%d flips of %s are not found by the doctor", n, place)
		}
	}
	l.end(t, prooftest.Figures{"fields": float64(len(fields)), "flips": float64(flips), "unseen": float64(unseen)})
}

// examinedBy says that the doctor names an ill, where opening says nothing.
func examinedBy(t testing.TB, l *look, spoilt []byte) bool {
	t.Helper()
	desktest.Must(os.WriteFile(l.path, spoilt, 0o600))
	o := l.options()
	o.Examine = true
	r, err := registrar.Open(desktest.Ctx, l.path, registrar.SignIn{}, o)
	if err != nil {
		return true
	}
	defer r.Close()
	ills, err := r.Doctor(desktest.Ctx)
	return err != nil || len(ills) > 0
}
