package ui

import (
	"fmt"
	"math/rand/v2"
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

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
	{"copying", (*hand).copy},
	{"the lock", func(h *hand) { h.w.Lock() }},
	{"another language", func(h *hand) {
		if h.w.Registrar() != nil {
			h.w.ChangeLanguage(text.Languages()[h.dice.IntN(4)])
		}
	}},
	{"a sign-in", (*hand).signIn}, {"a sign-in", (*hand).signIn},
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

func (h *hand) copy() {
	if e, is := h.w.Canvas().Focused().(fyne.Shortcutable); is {
		e.TypedShortcut(&fyne.ShortcutSelectAll{})
		e.TypedShortcut(&fyne.ShortcutCopy{Clipboard: h.w.Clipboard()})
	}
}

// signIn comes through the door as the head, or as the graduate.
func (h *hand) signIn() {
	if h.w.Registrar() != nil {
		return
	}
	s := h.login
	if h.dice.IntN(3) > 0 {
		s = registrar.SignIn{Password: registrar.DemoPassword}
	}
	h.w.OpenAs(h.path, s, func(r *registrar.Registrar, err error) {
		if err == nil {
			h.w.OnOpened(r, nil)
		}
	})
}

func (h *hand) note(what string) { h.past = append(h.past, what) }

// Keys, commands, buttons, locks, languages and sign-ins in any order, with answers that
// come late and out of order and with timers called off too late: the window lives, and
// nobody sees another's data or what lies behind the lock.
func TestRandomHands(t *testing.T) {
	const windows, rounds = 4, 250
	for seed := range uint64(windows) {
		t.Run(fmt.Sprintf("attack 6: seed %d", seed), func(t *testing.T) {
			s := newStage(t, "ort-2021", "ru")
			s.loop.Dice = rand.New(rand.NewPCG(seed, 2))
			h := &hand{stage: s, dice: rand.New(rand.NewPCG(seed, 1))}
			defer func() {
				if t.Failed() {
					t.Logf("what was done last: %q", h.past[max(len(h.past)-25, 0):])
				}
			}()
			signedIn := 0
			for range rounds {
				act := acts[h.dice.IntN(len(acts))]
				h.note(act.name)
				h.act(act.do)
				h.look(act.name)
				if h.w.Registrar() != nil {
					signedIn++
				}
			}
			s.loop.Rest()
			if signedIn < rounds/8 || signedIn > rounds*7/8 {
				t.Errorf("somebody was in at %d of %d: the test no longer comes to both sides of the lock", signedIn, rounds)
			}
		})
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
