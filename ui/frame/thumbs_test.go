package frame

import (
	"context"
	"errors"
	"fmt"
	"image"
	"slices"
	"testing"
)

// making are thumbs of a window without anything else, and a way to want one of them by its name;
// what was made is counted.
func making(runner Runner) (pictures *Thumbs, wants func(names ...string), made *[]string) {
	made = &[]string{}
	pictures = NewThumbs(&Window{Options: Options{Runner: runner}, sitting: newSitting()}, func(string) {})
	wants = func(names ...string) {
		var all []Thumb
		for _, name := range names {
			all = append(all, Thumb{Name: name, Row: "row " + name, Make: func(context.Context) (image.Image, error) {
				*made = append(*made, name)
				if name == "bad" {
					return nil, errors.New("no picture")
				}
				return image.NewGray(image.Rect(0, 0, 1, 1)), nil
			}})
		}
		pictures.Want(all)
	}
	return pictures, wants, made
}

// late keeps work until it is done by hand.
func late() (r Runner, do func()) {
	var work []func()
	r = AtOnce()
	r.Background = func(f func()) { work = append(work, f) }
	return r, func() {
		for len(work) > 0 {
			first := work[0]
			work = work[1:]
			first()
		}
	}
}

// KG-027: a sealed file is opened once for its small picture, one that cannot be shown is not tried
// again, and no more are kept than have room.
func TestSmallPicturesAreMadeOnceAndAreBounded(t *testing.T) {
	pictures, wants, made := making(AtOnce())
	var shown []string
	pictures.shown = func(row string) { shown = append(shown, row) }
	for range 2 {
		wants("a", "bad", "")
	}
	if !slices.Equal(*made, []string{"a", "bad"}) || !slices.Equal(shown, []string{"row a", "row bad"}) || pictures.Of("a") == nil || pictures.Of("bad") != nil {
		t.Errorf("%v, %v", *made, shown)
	}
	for i := range mostThumbs {
		wants(fmt.Sprint(i))
	}
	if len(pictures.kept) != mostThumbs || len(pictures.made) != mostThumbs || pictures.Of("a") != nil || pictures.Of(fmt.Sprint(mostThumbs-1)) == nil {
		t.Errorf("%d are kept", len(pictures.kept))
	}
}

// KG-055: only what is in sight is made, the last that was wanted first of all.
func TestSmallPicturesOfRowsThatHaveGoneAreNotMade(t *testing.T) {
	runner, do := late()
	_, wants, made := making(runner)
	wants("a", "b", "c")
	wants("x", "a")
	if do(); !slices.Equal(*made, []string{"a", "x"}) {
		t.Errorf("made %v", *made)
	}
}

// What is forgotten while it is made is dropped when it comes, and none is made beside another.
func TestForgottenSmallPicturesDoNotComeBack(t *testing.T) {
	runner, do := late()
	pictures, wants, made := making(runner)
	wants("a", "b")
	pictures.Forget()
	wants("x")
	if len(*made) > 0 || pictures.making == nil || pictures.making.Name != "a" {
		t.Errorf("another is made beside %v", pictures.making)
	}
	if do(); pictures.Of("a") != nil || pictures.Of("b") != nil || pictures.Of("x") == nil || !slices.Equal(*made, []string{"a", "x"}) {
		t.Errorf("made %v, kept %v", *made, pictures.kept)
	}
}
