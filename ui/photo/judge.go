package photo

import (
	"context"

	"graduand/data/registrar"
	"graduand/ui/frame"
)

// OnFolder asks for a folder of pictures to put in.
func (s *Screen) OnFolder() {
	if !s.Window.Refused(registrar.RightRegister) {
		chooseFolder(s.Window)
	}
}

// Dropped takes folders and pictures.
func (s *Screen) Dropped(paths []string) bool { return dropPictures(s.Window, paths) }

// OnJudgeAll judges the pictures that nobody has judged yet, or by other limits.
func (s *Screen) OnJudgeAll() {
	w, r := s.Window, s.Window.Registrar()
	if w.Refused(registrar.RightFill) {
		return
	}
	frame.RunLong(w, w.Say("photo_screen.judging", nil), func(ctx context.Context, progress frame.Progress) (int, error) {
		return r.Photo.JudgeAll(ctx, nil, progress)
	}, func(number int, err error) {
		w.Fail(err)
		if err == nil || number > 0 {
			w.Done(w.Say("photo_screen.judged", map[string]any{"count": number}), nil)
		}
		s.ask()
	})
}
