package powercut

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"graduand/data/registrar"
	"graduand/data/registrar/exchange"
	"graduand/data/registry"
)

// packageHolds says what is wrong with the package that the scenario closes and posts: what was counted is
// there when the history says that it was closed, and only then, and so is the post.
func packageHolds(r *registrar.Registrar, happened map[string]bool, _ string) error {
	rows, err := r.Post.Packages()
	if err != nil || len(rows) != 2 {
		return errors.Join(fmt.Errorf("%d packages", len(rows)), err)
	}
	p := rows[1]
	want := "open"
	switch {
	case happened[registry.EventPackagePosted]:
		want = "posted"
	case happened[registry.EventPackageClosed]:
		want = "closed"
	}
	if p.State() != want {
		return fmt.Errorf("the package is %s, not %s", p.State(), want)
	}
	if want != "open" && (p.Closed.Rows != 1 || p.Closed.Kits != 1 || p.Members != 1 || p.Closed.Grams != 34) || want == "posted" && p.Tracking != "0500012340003" {
		return fmt.Errorf("the package holds %+v", p)
	}
	return nil
}

// sentHolds says what is wrong with a message that was sent, or not: the file that the history knows is
// there, and a file that it does not know is one of which the next export has been warned.
func sentHolds(r *registrar.Registrar, happened map[string]bool, folder string) error {
	state, err := r.Exchange.State()
	if err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(folder, "stick", "*.zip.age"))
	if err != nil {
		return err
	}
	if !happened[registry.EventMessageSent] {
		if len(files) > 0 && !state.Interrupted {
			return fmt.Errorf("%v is there, and nobody knows of it", files)
		}
		return nil
	}
	passed, err := r.Exchange.History(ctx)
	if err != nil || state.Interrupted || len(files) != 1 || !slices.ContainsFunc(passed, func(p exchange.Passed) bool { return p.SHA256 == hashOf(files[0]) }) {
		return errors.Join(fmt.Errorf("sent are %v, interrupted %v", files, state.Interrupted), err)
	}
	return nil
}

func hashOf(path string) string {
	content, err := os.ReadFile(path)
	if err != nil {
		return err.Error()
	}
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// receivedHolds says what is wrong with a message that was received, or not: read again it changes nothing,
// and one that was not taken in is taken in now.
func receivedHolds(r *registrar.Registrar, happened map[string]bool, folder string) error {
	in, err := r.Exchange.Look(ctx, filepath.Join(folder, answer))
	if err != nil {
		return err
	}
	for range 2 {
		again := happened[registry.EventMessageReceived]
		done, err := r.Exchange.Receive(ctx, in)
		if err != nil || in.Again != again || done.Again != again {
			return errors.Join(fmt.Errorf("the message is taken in: %v; the look says %v, the taking %v", again, in.Again, done.Again), err)
		}
		if in, err = r.Exchange.Look(ctx, filepath.Join(folder, answer)); err != nil {
			return err
		}
		happened[registry.EventMessageReceived] = true
	}
	return nil
}
