package ui

import (
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// hand does what a person does, in no order.
type hand struct {
	*stage
	dice *rand.Rand
	past []string
	// schools are the registries by their paths, and phones those who may sign in.
	schools map[string]*marked
	phones  []string
	// askedFor are those on whose page a file was asked for that was not chosen yet, got those
	// who may have got one.
	askedFor []string
	got      map[string]bool
}

// marked are the people of a registry: their surnames, which stand in no other, and the files
// that they had.
type marked struct{ names, files []string }

func newHand(t *testing.T, campaign, language string, seed uint64) *hand {
	t.Helper()
	h := &hand{stage: newStage(t, campaign, language), dice: rand.New(rand.NewPCG(seed, 1)), schools: map[string]*marked{}, got: map[string]bool{}}
	accounts, err := h.w.Registrar().Accounts(frametest.Ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range accounts {
		h.phones = append(h.phones, a.Phone)
	}
	first, other := h.path, filepath.Join(t.TempDir(), "other.graduand")
	h.w.CloseRegistry()
	if err := os.WriteFile(other, frametest.ReadFile(t, first), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, mark := range map[string]string{other: "Хмара", first: "Зоря"} {
		h.w.CloseRegistry()
		h.path = path
		h.signIn("", registrar.DemoPassword)
		h.schools[path] = h.mark(mark)
	}
	h.path = first
	h.files.Late, h.files.ToOpen = true, frametest.PhotoFile(t, 900, 1200, 40)
	h.files.ToSave, h.files.ToFolder = filepath.Join(t.TempDir(), "saved.pdf"), t.TempDir()
	h.loop.Dice = rand.New(rand.NewPCG(seed, 2))
	return h
}

// mark gives everybody a surname that is nobody else's.
func (h *hand) mark(with string) *marked {
	m := &marked{}
	for i, id := range h.ids {
		name := with + string([]rune("авгдежзилмнопрст")[i]) + "ко"
		frametest.ChangeField(h.T, h.w, id, data.FieldSurname, name)
		m.names, m.files = append(m.names, name), append(m.files, h.filesOf(id))
	}
	h.loop.Rest()
	return m
}

// filesOf are the ids of the photos and scans of somebody.
func (h *hand) filesOf(id string) (all string) {
	of, err := h.w.Registrar().Form.Of(id)
	if err != nil {
		h.Fatal(err)
	}
	for _, step := range of.Steps {
		for _, f := range step.Fields {
			if strings.HasPrefix(f.Kind, "file") {
				all += f.Value + " "
			}
		}
	}
	return all
}

// whose is the graduate of the page in front, with the registry: "" for nobody.
func (h *hand) whose() string {
	if id, _ := h.w.Whose(); id != "" {
		return h.w.Registrar().Path() + id
	}
	return ""
}

// look fails where somebody's data stands whom it is not for, or beside another's.
func (h *hand) look(when string) {
	h.Helper()
	at, open := "", h.w.Registrar() != nil && h.w.Fyne().MainMenu() != nil
	if open {
		at = h.w.Registrar().Path()
	}
	seen := frametest.Visible(h.w)
	id, parts := h.w.Whose()
	var own []string
	for _, part := range parts {
		if part != nil {
			frametest.Collect(part, &own)
		}
	}
	theirs := strings.Join(own, "\n")
	for path, school := range h.schools {
		for i, name := range school.names {
			foreign := path != at || h.w.IsGraduate() && i > 0
			if foreign && strings.Contains(seen, name) {
				h.Fatalf("%s: %s is seen in:\n%s", when, name, seen)
			}
			if h.ids[i] != id && strings.Contains(theirs, name) {
				h.Fatalf("%s: %s is seen beside %q in:\n%s", when, name, id, theirs)
			}
		}
	}
}

// rest lets all come that was asked: nobody waits any more, and files are where they belong.
func (h *hand) rest() {
	h.Helper()
	h.loop.Dice = nil
	for range 3 {
		h.loop.Rest()
		h.loop.Ring()
	}
	h.loop.Rest()
	h.look("at rest")
	seen := frametest.Visible(h.w)
	for _, id := range []string{"ui.working", "ui.opening", "printing_screen.preparing"} {
		if strings.Contains(seen, h.w.Say(id, nil)) {
			h.Errorf("at rest it still says %q:\n%s", h.w.Say(id, nil), seen)
		}
	}
	for path, school := range h.schools {
		h.w.CloseRegistry()
		h.path = path
		h.signIn("", registrar.DemoPassword)
		for i, id := range h.ids {
			if now := h.filesOf(id); now != school.files[i] && !h.got[path+id] {
				h.Errorf("%s has files that nobody gave: %q, before %q", school.names[i], now, school.files[i])
			}
		}
	}
}

// quit ends the program from wherever the hand has come, with work under way.
func (h *hand) quit() {
	h.Helper()
	h.w.Go(frame.Route{Screen: frame.Form, Graduate: h.ids[0]})
	closed := 0
	h.w.Fyne().SetOnClosed(func() { closed++ })
	h.w.Quit()
	for range 4 {
		h.loop.Ring()
		h.loop.Rest()
		h.quitOn()
	}
	if closed != 1 || h.w.Registrar() != nil {
		h.Errorf("closed %d times:\n%s", closed, frametest.Visible(h.w))
	}
}

// choose chooses in the dialog for a file that has been open longest.
func (h *hand) choose() {
	if len(h.askedFor) > 0 {
		h.got[h.askedFor[0]] = true
		h.askedFor = h.askedFor[1:]
	}
	h.files.Choose()
}

// drop lets a picture go over the window.
func (h *hand) drop() {
	h.got[h.whose()] = true
	h.w.Drop(fyne.NewPos(float32(h.dice.IntN(1366)), float32(h.dice.IntN(768))), []fyne.URI{storage.NewFileURI(h.files.ToOpen)})
}

// other asks for the other registry.
func (h *hand) other() {
	for path := range h.schools {
		if h.w.Registrar() == nil || path != h.w.Registrar().Path() {
			h.w.Open(path)
			return
		}
	}
}

// acts are what it does, the more often the more often it stands here.
var acts = []struct {
	name string
	do   func(h *hand)
}{
	{"a key", (*hand).key}, {"a key", (*hand).key}, {"a key", (*hand).key},
	{"Tab", func(h *hand) { h.w.Canvas().FocusNext() }},
	{"a letter", (*hand).letter}, {"a letter", (*hand).letter},
	{"a command", (*hand).command}, {"a command", (*hand).command}, {"a command", (*hand).command},
	{"a button", (*hand).button}, {"a button", (*hand).button},
	{"another page", (*hand).page}, {"another page", (*hand).page},
	{"another form", (*hand).form}, {"another form", (*hand).form}, {"another form", (*hand).form},
	{"a picture", (*hand).picture}, {"a picture", (*hand).picture},
	{"copying", (*hand).copy},
	{"the lock", func(h *hand) { h.w.Lock() }},
	{"another language", func(h *hand) {
		if h.w.Registrar() != nil {
			h.w.ChangeLanguage(text.Languages()[h.dice.IntN(4)])
		}
	}},
	{"another look", func(h *hand) {
		if h.w.Registrar() != nil {
			h.w.OnDark()
		}
	}},
	{"another registry", (*hand).other},
	{"a file chosen late", (*hand).choose}, {"a file chosen late", (*hand).choose},
	{"a file dropped", (*hand).drop},
	{"a sign-in", (*hand).enterAnyhow}, {"a sign-in", (*hand).enterAnyhow},
	{"a moment", func(h *hand) { h.loop.Turn() }}, {"a moment", func(h *hand) { h.loop.Turn() }},
	{"timers", func(h *hand) { h.loop.Ring() }},
	{"rest", func(h *hand) { h.loop.Rest() }}, {"rest", func(h *hand) { h.loop.Rest() }},
}

var someKeys = []fyne.KeyName{fyne.KeyReturn, fyne.KeyEscape, fyne.KeySpace, fyne.KeyDown, fyne.KeyUp, fyne.KeyDelete, fyne.KeyBackspace, fyne.KeyEnd}

func (h *hand) key() {
	e := &fyne.KeyEvent{Name: someKeys[h.dice.IntN(len(someKeys))]}
	if at := h.w.Canvas().Focused(); at != nil {
		at.TypedKey(e)
	} else if typed := h.w.Canvas().OnTypedKey(); typed != nil {
		typed(e)
	}
}

func (h *hand) letter() {
	if at := h.w.Canvas().Focused(); at != nil {
		at.TypedRune([]rune("аЖ7 -")[h.dice.IntN(5)])
	}
}

func (h *hand) command() {
	if all := commands(h.w.Fyne().MainMenu()); len(all) > 0 {
		if c := all[h.dice.IntN(len(all))]; !c.IsQuit {
			h.note(c.Label)
			c.Action()
		}
	}
}

// button presses one of the front: of a dialog where there is one.
func (h *hand) button() {
	front := h.w.Fyne().Content()
	if boxes := h.w.Boxes(); len(boxes) > 0 {
		front = boxes[len(boxes)-1].Content()
	}
	all := frametest.FindAll[*widgets.Button](front)
	if len(all) == 0 {
		return
	}
	if b := all[h.dice.IntN(len(all))]; b.Visible() && !b.Disabled() {
		h.note(b.Text)
		test.Tap(b)
	}
}

func (h *hand) page() {
	if h.w.Registrar() == nil || len(h.w.Boxes()) > 0 {
		return
	}
	r := frame.Route{Screen: frame.Form, Graduate: h.ids[h.dice.IntN(len(h.ids))]}
	if pages := append(h.w.Listed(false), h.w.Listed(true)...); h.dice.IntN(2) == 0 {
		r = frame.Route{Screen: pages[h.dice.IntN(len(pages))]}
	}
	if !h.w.IsGraduate() {
		h.note(r.Screen)
		h.w.Go(r)
	}
}

// form leaves what is asked and goes to the form of somebody, where pictures are or where it
// was left.
func (h *hand) form() {
	if h.w.Registrar() == nil || h.w.IsGraduate() {
		return
	}
	for range len(h.w.Boxes()) {
		if boxes := h.w.Boxes(); len(boxes) > 0 {
			boxes[len(boxes)-1].Leave()
		}
	}
	field := ""
	if h.dice.IntN(2) == 0 {
		field = "passport_front"
	}
	h.w.Go(frame.Route{Screen: frame.Form, Graduate: h.ids[h.dice.IntN(len(h.ids))], Field: field})
}

// picture asks for a picture where one is taken, once the form is there.
func (h *hand) picture() {
	if !h.w.InFront(frame.Form) {
		h.form()
	}
	h.loop.Rest()
	whose, asked := h.whose(), h.files.Asked()
	defer func() {
		for range h.files.Asked() - asked {
			h.askedFor = append(h.askedFor, whose)
		}
	}()
	for _, b := range frametest.FindAll[*widgets.TabbedButton](h.w.Fyne().Content()) {
		if b.Text == h.w.Say("form_file.choose", nil) && b.Visible() && !b.Disabled() && len(h.w.Boxes()) == 0 {
			test.Tap(b)
			return
		}
	}
}

func (h *hand) copy() {
	if e, is := h.w.Canvas().Focused().(fyne.Shortcutable); is {
		e.TypedShortcut(&fyne.ShortcutSelectAll{})
		e.TypedShortcut(&fyne.ShortcutCopy{Clipboard: h.w.Clipboard()})
	}
}

// enterAnyhow comes through the door of a registry as one of those who may, or as the
// graduate.
func (h *hand) enterAnyhow() {
	if h.w.Registrar() != nil {
		return
	}
	sign := h.login
	if sign.Phone == "" || h.dice.IntN(3) > 0 {
		sign = registrar.SignIn{Phone: h.phones[h.dice.IntN(len(h.phones))], Password: registrar.DemoPassword}
	}
	paths := slices.Sorted(maps.Keys(h.schools))
	h.w.OpenAs(paths[h.dice.IntN(len(paths))], sign, func(r *registrar.Registrar, err error) {
		if err == nil {
			h.w.OnOpened(r, nil)
		}
	})
}

func (h *hand) note(what string) { h.past = append(h.past, what) }

// hands is how many of them act in each campaign: their numbers are the seeds, so that what
// one has found it finds again.
var hands = flag.Int("hands", 2, "how many random hands act in each campaign")

// Keys, commands, buttons, files, locks, looks, sign-ins and another registry in any order,
// with answers that come late, out of order or only at the end, and with timers called off
// too late: the window lives, nobody sees another's data or what lies behind the lock, a file
// comes to the one whom it was asked for, and in the end all comes to rest.
func TestRandomHands(t *testing.T) {
	for campaign, language := range map[string]string{"ort-2021": "ru", "zno-2020": "uk"} {
		for seed := range uint64(*hands) {
			t.Run(fmt.Sprintf("attack 6: %s, seed %d", campaign, seed), func(t *testing.T) {
				h := newHand(t, campaign, language, seed)
				defer func() {
					if t.Failed() {
						t.Logf("what was done last: %q", h.past[max(len(h.past)-25, 0):])
					}
				}()
				h.play()
				h.rest()
				h.quit()
			})
		}
	}
}

// rounds is how many acts one hand does.
const rounds = 200

// play does one act after the other, and looks after each.
func (h *hand) play() {
	signedIn := 0
	for range rounds {
		act := acts[h.dice.IntN(len(acts))]
		h.note(act.name)
		whose := h.whose()
		h.act(act.do)
		for len(h.askedFor) < h.files.Asked() {
			h.askedFor = append(h.askedFor, whose)
		}
		h.look(act.name)
		if h.w.Registrar() != nil {
			signedIn++
		}
	}
	if signedIn < rounds/8 || signedIn > rounds*7/8 {
		h.Errorf("somebody was in at %d of %d: the test no longer comes to both sides of the lock", signedIn, rounds)
	}
}

// act does something; a fault of it names what was done before.
func (h *hand) act(do func(h *hand)) {
	defer func() {
		if fault := recover(); fault != nil {
			fmt.Fprintf(os.Stderr, "what was done last: %q\n", h.past[max(len(h.past)-25, 0):])
			panic(fault)
		}
	}()
	do(h)
}
