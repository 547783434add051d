package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// telling keeps what is told of icons, by what they do.
func telling(t *testing.T) (told *string) {
	told = new(string)
	name, named := IconName, Named
	t.Cleanup(func() { IconName, Named = name, named })
	IconName = func(does string) string { return does }
	Named = func(words string) { *told = words }
	return told
}

func TestAnIconOfAnEntryHasAName(t *testing.T) {
	test.NewTempApp(t)
	told := telling(t)
	date, search, secret := NewDateEntry(DateWords{}), NewSearch(""), NewFollowedPassword()
	test.NewTempWindow(t, container.NewVBox(date, search, secret))
	search.SetText("гук")
	for e, does := range map[*Entry]string{&date.Entry: "calendar", search: "empty", &secret.Entry: "show"} {
		icon := e.ActionItem.(desktop.Hoverable)
		if icon.MouseIn(nil); *told != does {
			t.Errorf("%s is told as %q", does, *told)
		}
		if icon.MouseOut(); *told != "" {
			t.Errorf("%s stays told", does)
		}
	}
	cross := search.ActionItem.(*entryIcon)
	cross.MouseIn(nil)
	if test.Tap(cross); *told != "" {
		t.Errorf("the cross that has gone is told as %q", *told)
	}
}

// The eye says what it does next, and leaves the keyboard in the entry.
func TestTheEyeOfAPassword(t *testing.T) {
	test.NewTempApp(t)
	told := telling(t)
	secret, next := NewFollowedPassword(), NewEntry("")
	c := test.NewTempWindow(t, container.NewVBox(secret, next)).Canvas()
	eye := secret.ActionItem.(*entryIcon)
	closed := eye.icon
	for _, hidden := range []bool{false, true} {
		c.Focus(next)
		test.Tap(eye)
		if secret.Password != hidden || (eye.icon == closed) != hidden || (*told == showsPassword) != hidden || c.Focused() != fyne.Focusable(secret) {
			t.Errorf("hidden is %v, not %v; it tells %q, the keyboard is at %T", secret.Password, hidden, *told, c.Focused())
		}
	}
	secret.Disable()
	if test.Tap(eye); !secret.Password {
		t.Error("the eye of an entry that is off shows the password")
	}
}
