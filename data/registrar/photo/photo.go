// Package photo is the desk for photos and scans: what the campaign's rules say of each, what
// people answer and let pass, how each is turned and cropped, and a folder of many of them.
// The bytes themselves are put in and taken out at the desk of the form.
package photo

import (
	"context"

	"graduand/data"
	"graduand/data/registry"
)

// Desk answers for the pictures of one registry.
type Desk struct{ registry *registry.Registry }

// New is the desk of an open registry.
func New(r *registry.Registry) *Desk { return &Desk{r} }

// mayRegister refuses who has no right to change what people say of pictures, before anything
// is read or judged.
func (d *Desk) mayRegister() error {
	_, err := registry.Read(d.registry, registry.RightRegister, func(*registry.View) (struct{}, error) { return struct{}{}, nil })
	return err
}

// changed is what listeners are told of.
var changed = registry.Signals{registry.GraduatesChanged}

// LookAll is [Desk.Look] for all photos and scans of a graduate's form that were not judged yet,
// and returns how many those were: what a graduate sends is judged where the school takes it in,
// and the next sitting of the graduate knows nothing of it. It needs registry.RightLook.
func (d *Desk) LookAll(ctx context.Context, id string) (judged int, err error) {
	all, err := d.Of(id)
	if err != nil || !d.registry.Campaign().JudgesPictures() {
		return 0, err
	}
	for _, s := range all {
		if s.Current {
			continue
		}
		switch _, err := d.Look(ctx, id, s.Place); {
		case isLost(err):
		case err != nil:
			return judged, err
		default:
			judged++
		}
	}
	return judged, nil
}

// isLost says that a file is gone from the form meanwhile, or does not open: the check and the
// doctor name it.
func isLost(err error) bool {
	switch data.CodeOf(err) {
	case "attachment.gone", "vault.tampered", "graduate.unknown":
		return true
	}
	return false
}
