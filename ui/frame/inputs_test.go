package frame_test

import (
	"testing"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// KG-013: to whom a file goes is proposed, and may be said.
func TestWhomAFileUsuallyGoesToIsProposed(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 2)
	for kind, want := range map[string]string{
		registrar.EventCollection: "если пусто — классный руководитель", registrar.EventProblems: "если пусто — классный руководитель",
		registrar.EventAccessPrinted: "если пусто — выпускник", registrar.EventOriginals: "если пусто — центр", registrar.EventFileSaved: "необязательно",
	} {
		to := frame.NewRecipient(w)
		to.About(kind)
		if to.Entry.PlaceHolder != want || to.Said() != "" {
			t.Errorf("of %s: %q is proposed, want %q; %q is said", kind, to.Entry.PlaceHolder, want, to.Said())
		}
	}
}

func TestWhomAFileGoesToIsRememberedForThatFileAlone(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 2)
	to := frame.NewRecipient(w)
	said := func(kind, of string) string {
		to.About(kind, of)
		return to.Said()
	}
	to.About(registrar.EventFileSaved, "a")
	to.Entry.SetText("мать")
	for _, c := range []struct{ kind, of, want string }{
		{registrar.EventFileSaved, "b", ""}, {registrar.EventFileSaved, "a", "мать"}, {registrar.EventOriginals, "a", ""}, {registrar.EventFileSaved, "a", "мать"},
	} {
		if got := said(c.kind, c.of); got != c.want {
			t.Errorf("%s of %s goes to %q, want %q", c.kind, c.of, got, c.want)
		}
	}
	path := w.Registrar().Path()
	w.CloseRegistry()
	w.Start(path)
	to = frame.NewRecipient(w)
	if got := said(registrar.EventFileSaved, "a"); got != "" {
		t.Errorf("the next one at the PC is told of %q", got)
	}
}
