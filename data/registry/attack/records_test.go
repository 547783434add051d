package attack_test

import (
	"bytes"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"filippo.io/age"

	"graduand/data"
	"graduand/data/prooftest"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/exchange"
	"graduand/data/registry"
	"graduand/data/vault"
)

// crowd is a closed registry with many graduates, each of whom has a password, a photo and a change that the
// school has not seen, and what lies beside it: a backup, take-home files and a message to the centre.
type crowd struct {
	path, backup string
	homes        []string
	messages     []string
	people       []person
}

// person is one of them.
type person struct{ id, phone, password string }

// usual is how many graduates the crowd of an ordinary check has.
const usual = 8

// takenHomes is of how many the form was taken home.
const takenHomes = 4

func theCrowd(t *testing.T, many int) crowd {
	t.Helper()
	folder := t.TempDir()
	all := crowd{path: filepath.Join(folder, "school.graduand"), backup: filepath.Join(folder, "copy"+registry.ExtensionBackup)}
	c, err := registrar.Campaign("ort-2021", nil)
	desktest.Must(err)
	r, err := registrar.Create(desktest.Ctx, all.path, c, data.School{Name: "Школа-гимназия № 7"}, registrar.Founder{Name: "Бакиева Айгуль"}, desktest.Options())
	desktest.Must(err)
	defer r.Close()
	var ids []string
	for n := range many {
		p := person{phone: fmt.Sprintf("+9965550%05d", n)}
		p.id = join(t, r, n, p.phone)
		all.people, ids = append(all.people, p), append(ids, p.id)
	}
	_, err = r.Access.Create(desktest.Ctx, ids, nil)
	desktest.Must(err)
	for n := range all.people {
		all.people[n].password = passwordOf(r, ids[n])
	}
	desktest.Enrol(t, r, "bishkek-7")
	sent, err := r.Exchange.Export(desktest.Ctx, exchange.Order{To: folder}, nil)
	desktest.Must(err)
	all.messages = sent.Paths
	for _, id := range ids[:min(takenHomes, many)] {
		home := filepath.Join(folder, id+".graduand")
		desktest.Must(r.Access.TakeHome(desktest.Ctx, id, home))
		all.homes = append(all.homes, home)
	}
	desktest.Must(r.Close())
	all.leaveChanges(t)
	r, err = registrar.Open(desktest.Ctx, all.path, registrar.SignIn{}, desktest.Options())
	desktest.Must(err)
	// What was there before lies on pages that are free now: pictures that are gone.
	for n := 0; n < many; n += 2 {
		desktest.Must(r.Form.Detach(desktest.Ctx, ids[n], "face_photo"))
	}
	_, err = r.Backup(desktest.Ctx, all.backup)
	desktest.Must(err)
	desktest.Must(r.Close())
	return all
}

// join adds the n-th graduate with a photo; the form of every fourth is finished, and goes to the centre.
func join(t *testing.T, r *registrar.Registrar, n int, phone string) string {
	t.Helper()
	values := slices.Concat(desktest.OrtValues, []string{fmt.Sprintf("surname=Синицына%c%c", 'а'+n%30, 'а'+n/30), "phone=" + phone,
		fmt.Sprintf("class=11-%c", 'А'+n%4), fmt.Sprintf("document_number=%07d", 1234500+n), fmt.Sprintf("street=Улица %d", n)})
	id := desktest.MustAdd(t, r, values...)
	desktest.Attach(t, r, id, "face_photo", grain(t, n))
	if n%4 == 3 {
		desktest.Attach(t, r, id, "passport_front", desktest.Picture(t, byte(2*n+3)))
		desktest.Attach(t, r, id, "passport_back", desktest.Picture(t, byte(2*n+5)))
		desktest.LookAt(t, r, id)
		desktest.Must(r.Form.Finish(desktest.Ctx, id))
	}
	return id
}

// grain is a picture of some pages of the file, another for each number.
func grain(t *testing.T, n int) []byte {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, 120, 90))
	rand.NewChaCha8([32]byte{byte(n), byte(n >> 8)}).Read(m.Pix)
	var b bytes.Buffer
	desktest.Must(jpeg.Encode(&b, m, nil))
	return b.Bytes()
}

// leaveChanges lets every other graduate leave something, and sees on the way what the program shows to each.
func (c crowd) leaveChanges(t *testing.T) {
	t.Helper()
	for n := 0; n < len(c.people); n += 2 {
		p := c.people[n]
		r, err := registrar.Open(desktest.Ctx, c.path, registrar.SignIn{Phone: p.phone, Password: p.password}, byPassword())
		if err != nil {
			t.Fatal(err)
		}
		desktest.Set(t, r, p.id, "house=12")
		desktest.Must(r.Close())
	}
}

// sealed is one sealed content of a file: whose it is, "" for the school's, and where it may be opened.
type sealed struct {
	of      string
	content []byte
	place   vault.Place
}

// sealedIn is everything sealed in a registry, a backup or a take-home file, at the place of each.
func sealedIn(t *testing.T, path string) (all []sealed) {
	t.Helper()
	i := intrude(t, path)
	defer i.leave()
	add := func(query string, place func(id, word string, n int) vault.Place) {
		i.each(query, func(rows *sql.Rows) error {
			var s sealed
			var id, word string
			var n int
			err := rows.Scan(&s.of, &id, &word, &n, &s.content)
			s.place = place(id, word, n)
			all = append(all, s)
			return err
		})
	}
	named := func(table, field string) func(id, word string, n int) vault.Place {
		return func(id, _ string, n int) vault.Place {
			return vault.Place{Table: table, Field: field, ID: id, Rev: n}
		}
	}
	add("SELECT id, id, '', rev, body FROM graduate", named("graduate", "body"))
	add("SELECT id, id, '', 0, wrapped FROM graduate", named("graduate", "key"))
	add("SELECT id, id, '', 0, trust FROM graduate", named("graduate", "trust"))
	add("SELECT graduate, graduate, '', generation, wrapped FROM former_key", named("former_key", "key"))
	add("SELECT '', '', '', generation, wrapped FROM event_key", named("event_key", "vouched"))
	add("SELECT graduate, graduate, door, 1, secret FROM access WHERE secret IS NOT NULL", func(id, door string, n int) vault.Place {
		return vault.Place{Table: "access", Field: door, ID: id, Rev: n}
	})
	add("SELECT graduate, hex(tag), '', 0, slot FROM access WHERE slot IS NOT NULL", named("graduate_slot", "key"))
	add("SELECT graduate, id, graduate, 0, body FROM pending", func(id, graduate string, _ int) vault.Place { return pendingPlace(graduate, id) })
	add("SELECT graduate, id, graduate, 0, body FROM attachment", func(id, graduate string, _ int) vault.Place { return attachmentPlace(graduate, id) })
	add("SELECT '', id, '', 0, account FROM slot", named("slot", "account"))
	add("SELECT '', '', name, 0, body FROM vouch", func(_, name string, _ int) vault.Place { return vault.Place{Table: "vouch", Field: name} })
	add("SELECT '', '', name, 0, body FROM setting", func(_, name string, _ int) vault.Place { return vault.Place{Table: "setting", Field: name} })
	return append(all, eventsIn(i)...)
}

// eventsIn are the bodies of all events.
func eventsIn(i *intruder) (all []sealed) {
	i.each("SELECT seq, at, kind, graduate, rev, record, prev, body FROM event", func(rows *sql.Rows) error {
		var e event
		var prev, body []byte
		err := rows.Scan(&e.seq, &e.at, &e.kind, &e.graduate, &e.rev, &e.record, &prev, &body)
		all = append(all, sealed{e.graduate, body, eventPlace(e, prev)})
		return err
	})
	return all
}

// each reads all rows of a query.
func (i *intruder) each(query string, row func(*sql.Rows) error) {
	i.t.Helper()
	rows, err := i.db.Query(query)
	if err != nil {
		i.t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows); err != nil {
			i.t.Fatal(err)
		}
	}
	if err := rows.Err(); err != nil {
		i.t.Fatal(err)
	}
}

// KG-012: a graduate's password opens the own record and nothing of anybody else, by every way that somebody
// with the file and all that lies beside it has.
func TestAPasswordOpensOneRecord(t *testing.T) {
	many := prooftest.Times(t, usual)
	all := theCrowd(t, many)
	counts := prooftest.Figures{"records": float64(many), "foreign": 0}
	for _, way := range []struct {
		what  string
		count func(*testing.T, crowd, prooftest.Figures)
	}{
		{"by the key, in everything sealed of the registry, the backup and what was taken home", byKey},
		{"by every other phone, at the slots", byPhones},
		{"by the program, at the records of all others", byProgram},
		{"by the password itself, at the messages", byMessages},
		{"free pages of the files hold nothing of anybody", byFreePages},
	} {
		t.Run(way.what, func(t *testing.T) { way.count(t, all, counts) })
	}
	prooftest.Tell(t, counts)
}

// byKey tries what every password opens at everything that is sealed, the own content too: each opens that,
// else this would show nothing.
func byKey(t *testing.T, all crowd, counts prooftest.Figures) {
	for _, path := range append([]string{all.path, all.backup}, all.homes...) {
		contents := sealedIn(t, path)
		for _, p := range all.people {
			own := 0
			for _, key := range all.keysOf(t, path, p) {
				own += tryAll(t, key, p, contents, counts)
			}
			mine := slices.ContainsFunc(contents, func(s sealed) bool { return s.of == p.id })
			if mine != (own > 0) {
				t.Errorf("%s: %s opens %d of the own contents", filepath.Base(path), p.id, own)
			}
			if mine && path == all.path {
				counts["own"]++
			}
		}
	}
}

// keysOf are those that the password opens in a file; in one where it has no slot, those of the registry: who
// has both has them.
func (c crowd) keysOf(t *testing.T, path string, p person) []*vault.Key {
	t.Helper()
	i := intrude(t, path)
	defer i.leave()
	tag := i.credential(p.phone, p.password).Tag()
	if read[int](i, "SELECT count(*) FROM access WHERE tag = ?", tag[:]) == 0 {
		if path == c.path {
			t.Fatalf("the password of %s has no slot", p.id)
		}
		return c.keysOf(t, c.path, p)
	}
	_, keys := i.keysOf(p.phone, p.password)
	return keys
}

// tryAll tries a key at the place of each content and at the place of the own record, and counts the own ones
// that open.
func tryAll(t *testing.T, key *vault.Key, p person, contents []sealed, counts prooftest.Figures) (own int) {
	for _, s := range contents {
		counts["tries"]++
		_, err := vault.Open(key, s.place, s.content)
		switch {
		case err == nil && s.of == p.id:
			own++
		case err == nil:
			counts["foreign"]++
			t.Errorf("the password of %s opens %s", p.id, s.place)
		}
		if s.of == p.id {
			continue
		}
		counts["tries"]++
		if _, err := vault.Open(key, bodyPlace(p.id, s.place.Rev), s.content); err == nil {
			counts["foreign"]++
			t.Errorf("the password of %s opens %s as an own record", p.id, s.place)
		}
	}
	return own
}

// byPhones tries every password with the phone of everybody, and looks in all slots for what comes of it.
func byPhones(t *testing.T, all crowd, counts prooftest.Figures) {
	i := intrude(t, all.path)
	defer i.leave()
	slots := map[vault.Tag][]byte{}
	i.each("SELECT tag, slot FROM access", func(rows *sql.Rows) error {
		var tag, slot []byte
		err := rows.Scan(&tag, &slot)
		slots[vault.Tag(tag)] = slot
		return err
	})
	var login vault.Login
	desktest.Must(json.Unmarshal(read[[]byte](i, "SELECT body FROM setting WHERE name = 'login'"), &login))
	for _, p := range all.people {
		var opened []string
		for _, other := range all.people {
			counts["tries"]++
			c, err := vault.NewCredential(login, other.phone, p.password)
			desktest.Must(err)
			if slot, there := slots[c.Tag()]; there {
				content, err := vault.OpenGraduateSlot(vault.GraduateSlot{Tag: c.Tag(), Sealed: slot}, c)
				desktest.Must(err)
				opened = append(opened, content.ID)
			}
		}
		if !slices.Equal(opened, []string{p.id}) {
			counts["foreign"]++
			t.Errorf("the password of %s opens the slots of %v", p.id, opened)
		}
	}
}

// asked are what the program shows of a graduate whose id is known, and what it shows of a school.
var asked = map[string]func(r *registrar.Registrar, id string) error{
	"Table.Find": func(r *registrar.Registrar, id string) error { _, err := r.Table.Find(id); return err },
	"Form.Of":    func(r *registrar.Registrar, id string) error { _, err := r.Form.Of(id); return err },
	"Form.Attachment": func(r *registrar.Registrar, id string) error {
		_, err := r.Form.Attachment(desktest.Ctx, id, "face_photo")
		return err
	},
	"Form.SitePages": func(r *registrar.Registrar, id string) error { _, err := r.Form.SitePages(id); return err },
	"Photo.Of":       func(r *registrar.Registrar, id string) error { _, err := r.Photo.Of(id); return err },
	"Photo.Look": func(r *registrar.Registrar, id string) error {
		_, err := r.Photo.Look(desktest.Ctx, id, "face_photo")
		return err
	},
	"Intake.Kit": func(r *registrar.Registrar, id string) error { _, err := r.Intake.Kit(id); return err },
	"Form.Undoable": func(r *registrar.Registrar, id string) error {
		_, err := r.Form.Undoable(desktest.Ctx, id, 2)
		return err
	},
	"Exchange.SentOf": func(r *registrar.Registrar, id string) error {
		_, err := r.Exchange.SentOf(desktest.Ctx, id)
		return err
	},
	"History": func(r *registrar.Registrar, id string) error {
		_, err := r.History(desktest.Ctx, registrar.HistoryFilter{Graduate: id})
		return err
	},
}

// byProgram signs in with every password, and asks for everybody else.
func byProgram(t *testing.T, all crowd, counts prooftest.Figures) {
	for n, p := range all.people {
		// Wrong passwords are an hour apart: nobody has to wait for the next.
		o := byPassword()
		o.Now = func() time.Time { return desktest.Noon.Add(time.Duration(n+1) * time.Hour) }
		r, err := registrar.Open(desktest.Ctx, all.path, registrar.SignIn{Phone: p.phone, Password: p.password}, o)
		if err != nil {
			t.Fatalf("%s: %v", p.id, err)
		}
		rows, err := r.Table.List(registrar.Filter{})
		if err != nil || len(rows) != 1 || rows[0].Graduate.ID != p.id {
			counts["foreign"]++
			t.Errorf("%s sees %d people: %v", p.id, len(rows), err)
		}
		if err := asked["Form.Of"](r, p.id); err != nil {
			t.Errorf("%s does not see the own form: %v", p.id, err)
		}
		for m, other := range all.people {
			for method, ask := range asked {
				if m == n {
					continue
				}
				counts["tries"]++
				if ask(r, other.id) == nil {
					counts["foreign"]++
					t.Errorf("%s shows %s to %s", method, other.id, p.id)
				}
			}
		}
		desktest.Must(r.Close())
		// The password of one with the phone of the next.
		counts["tries"]++
		next := all.people[(n+1)%len(all.people)]
		if r, err := registrar.Open(desktest.Ctx, all.path, registrar.SignIn{Phone: next.phone, Password: p.password}, o); !errors.Is(err, vault.ErrWrong) {
			counts["foreign"]++
			t.Errorf("the password of %s with the phone of %s: %v", p.id, next.id, err)
			desktest.Must(r.Close())
		}
	}
}

// byMessages tries every password at the messages to the centre, which are files of age.
func byMessages(t *testing.T, all crowd, counts prooftest.Figures) {
	if len(all.messages) == 0 {
		t.Fatal("there is no message")
	}
	for _, path := range all.messages {
		content := desktest.MustRead(t, path)
		for _, p := range all.people {
			counts["tries"]++
			identity, err := age.NewScryptIdentity(p.password)
			desktest.Must(err)
			if _, err := age.Decrypt(bytes.NewReader(content), identity); err == nil {
				counts["foreign"]++
				t.Errorf("the password of %s opens %s", p.id, filepath.Base(path))
			}
		}
	}
}

// byFreePages looks at the pages that the database has given up: nothing is left there to try a key at.
func byFreePages(t *testing.T, all crowd, counts prooftest.Figures) {
	pages, octets := left(desktest.MustRead(t, all.path))
	counts["free_pages"] += float64(pages)
	counts["free_octets"] += float64(octets)
	if pages == 0 || octets > 0 {
		t.Errorf("%d free pages, in which %d octets are left", pages, octets)
	}
	for _, p := range all.people {
		for _, word := range []string{p.password, p.phone, hex.EncodeToString([]byte(p.password))} {
			counts["tries"]++
			if bytes.Contains(desktest.MustRead(t, all.path), []byte(word)) {
				counts["foreign"]++
				t.Errorf("%q stands in the file", word)
			}
		}
	}
	// The same eyes find what a database leaves that overwrites nothing.
	if pages, octets := left(leaky(t)); pages == 0 || octets == 0 {
		t.Errorf("control: %d free pages with %d octets", pages, octets)
	}
}
