package field

import (
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar/desktest"
	"graduand/imaging/imagingtest"
	"graduand/ui/frame/frametest"
)

// smallHead is a portrait whose head is small and aside.
func smallHead(t testing.TB) []byte {
	p := imagingtest.Person{Person: imagingtest.Somebody().Sized(540)}
	p.Width, p.Height, p.EyesX, p.EyesY = 1275, 1125, 0.33, 0.4
	return p.JPEG(t)
}

// cropping is the form of somebody whose photo is in the frame of the print.
func cropping(t *testing.T) (*fileForm, *cropFrame) {
	t.Helper()
	f := withPortrait(t, smallHead(t))
	frametest.Enter(f.slot("face_photo").view)
	return f, crop(t, f)
}

// crop opens the frame over the picture that is seen large, by the button.
func crop(t *testing.T, f *fileForm) *cropFrame {
	t.Helper()
	frametest.FrontTap(t, f.w, "Обрезать…")
	frame, is := f.w.Canvas().Focused().(*cropFrame)
	if !is {
		t.Fatalf("the keyboard is at %T", f.w.Canvas().Focused())
	}
	return frame
}

func TestAPortraitIsCroppedByTheKeyboard(t *testing.T) {
	f, frame := cropping(t)
	proposal := frame.cropping.Proposal
	t.Run("photos.md §4.3 it begins with what the program proposes, and every key does its part", func(t *testing.T) {
		if frame.crop != proposal {
			t.Errorf("%+v, not %+v", frame.crop, proposal)
		}
		for name, does := range map[string]struct {
			do   func()
			want func(c data.Crop) bool
		}{
			"left":    {func() { press(f.w, fyne.KeyLeft) }, func(c data.Crop) bool { return c.Left < proposal.Left && c.Top == proposal.Top }},
			"right":   {func() { press(f.w, fyne.KeyRight) }, func(c data.Crop) bool { return c.Left > proposal.Left && c.Top == proposal.Top }},
			"up":      {func() { press(f.w, fyne.KeyUp) }, func(c data.Crop) bool { return c.Top < proposal.Top && c.Left == proposal.Left }},
			"down":    {func() { press(f.w, fyne.KeyDown) }, func(c data.Crop) bool { return c.Top > proposal.Top && c.Left == proposal.Left }},
			"+":       {func() { frame.TypedRune('+') }, func(c data.Crop) bool { return c.Left < proposal.Left && c.Bottom > proposal.Bottom }},
			"−":       {func() { frame.TypedRune('-') }, func(c data.Crop) bool { return c.Left > proposal.Left && c.Bottom < proposal.Bottom }},
			"[":       {func() { frame.TypedRune('[') }, func(c data.Crop) bool { return c.Angle == proposal.Angle-0.5 }},
			"]":       {func() { frame.TypedRune(']') }, func(c data.Crop) bool { return c.Angle == proposal.Angle+0.5 }},
			"[ as uk": {func() { frame.TypedRune('х') }, func(c data.Crop) bool { return c.Angle == proposal.Angle-0.5 }},
			"] as uk": {func() { frame.TypedRune('ї') }, func(c data.Crop) bool { return c.Angle == proposal.Angle+0.5 }},
			"] as ru": {func() { frame.TypedRune('ъ') }, func(c data.Crop) bool { return c.Angle == proposal.Angle+0.5 }},
		} {
			if does.do(); !does.want(frame.crop) {
				t.Errorf("%s: %+v", name, frame.crop)
			}
			if press(f.w, fyne.KeyHome); frame.crop != proposal {
				t.Errorf("Home: %+v", frame.crop)
			}
		}
	})
	t.Run("KG-027 Esc keeps nothing", func(t *testing.T) {
		press(f.w, fyne.KeyEscape)
		if f.picture(t).Crop != nil || len(f.w.Boxes()) != 1 {
			t.Errorf("%+v, %d dialogs", f.picture(t).Crop, len(f.w.Boxes()))
		}
	})
	t.Run("KG-024 Enter keeps it, and the rules are told of the crop", func(t *testing.T) {
		frametest.MustSee(t, f.w, "Голова слишком мала")
		frame = crop(t, f)
		press(f.w, fyne.KeyReturn)
		if kept := f.picture(t).Crop; kept == nil || *kept != proposal {
			t.Fatalf("%+v", kept)
		}
		frametest.MustNotSee(t, f.w, "Голова слишком мала")
		frametest.MustSee(t, f.w, "Проверен кадр. Голова высотой, %")
	})
	t.Run("KG-027 what was kept is where it begins again, and is taken away", func(t *testing.T) {
		frame = crop(t, f)
		if frame.crop != proposal {
			t.Errorf("%+v", frame.crop)
		}
		frametest.FrontTap(t, f.w, "Без кадра")
		if f.picture(t).Crop != nil {
			t.Errorf("%+v", f.picture(t).Crop)
		}
	})
	t.Run("KG-027 Ctrl+Z brings it back, and takes it back", func(t *testing.T) {
		frametest.Esc(f.w)
		f.w.OnUndo()
		if kept := f.picture(t).Crop; kept == nil || *kept != proposal {
			t.Errorf("%+v", kept)
		}
		f.w.OnUndo()
		if f.picture(t).Crop != nil {
			t.Errorf("%+v", f.picture(t).Crop)
		}
	})
}

// drag pulls with the mouse from one place of a frame to another, in steps.
func drag(f *cropFrame, from, to fyne.Position) {
	const steps = 10
	by := fyne.NewDelta((to.X-from.X)/steps, (to.Y-from.Y)/steps)
	for range steps {
		from = from.Add(by)
		f.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: from}, Dragged: by})
	}
	f.DragEnd()
}

// far says that two places are more than a pixel apart.
func far(a, b fyne.Position) bool {
	return max(a.X-b.X, b.X-a.X, a.Y-b.Y, b.Y-a.Y) > 1
}

// photos.md §4.3: who holds the head more aslant than a crop levels is photographed again; that is
// said where the frame turns no further.
func TestTheFrameSaysThatItTurnsNoFurther(t *testing.T) {
	f, frame := cropping(t)
	words := f.w.Say("photo_screen.crop_spent", nil)
	for range 15 {
		frame.TypedRune(']')
	}
	frametest.MustNotSee(t, f.w, words)
	for range 3 {
		frame.TypedRune(']')
	}
	if frame.crop.Angle != 8 {
		t.Fatalf("turned by %v", frame.crop.Angle)
	}
	frametest.MustSee(t, f.w, words[:20])
}

func TestAPortraitIsCroppedByTheMouse(t *testing.T) {
	_, frame := cropping(t)
	corners := func() [4]fyne.Position { return frame.drawn.all(frame.cropping.Corners(frame.crop)) }
	t.Run("photos.md §4.3 the frame follows the mouse that took it", func(t *testing.T) {
		before := corners()
		from := fyne.NewPos((before[0].X+before[2].X)/2, (before[0].Y+before[2].Y)/2)
		drag(frame, from, from.AddXY(20, 10))
		if moved := corners()[2].Subtract(before[2]); far(moved, fyne.NewPos(20, 10)) {
			t.Errorf("it moved by %v", moved)
		}
	})
	t.Run("photos.md §4.3 a corner is pulled, and the one opposite stays", func(t *testing.T) {
		before := corners()
		drag(frame, before[2], before[2].SubtractXY(30, 40))
		after := corners()
		if far(after[0], before[0]) || far(after[2], before[2].SubtractXY(30, 40)) {
			t.Errorf("%v became %v", before, after)
		}
	})
	t.Run("photos.md §4.3 it stays in the picture wherever the mouse goes", func(t *testing.T) {
		from := corners()[0].AddXY(40, 40)
		drag(frame, from, fyne.NewPos(-2000, 3000))
		if c := frame.crop; c.Left != 0 || c.Bottom != 1 {
			t.Errorf("%+v", c)
		}
	})
}

// Dragging answers within a frame of 16 ms: only lines are drawn, and a coarse preview.
func BenchmarkDragging(b *testing.B) {
	w, _ := frametest.WithDemo(b, "ort-2021", "ru", 1)
	id := frametest.IdsOf(b, w)[0]
	desktest.Attach(b, w.Registrar(), id, "face_photo", smallHead(b))
	c, err := w.Registrar().Photo.Cropping(frametest.Ctx, id, "face_photo", viewLimits)
	desktest.Must(err)
	frame := newCropView(w, c).frame
	frame.Resize(fyne.NewSize(900, 600))
	at := fyne.NewPos(300, 300)
	b.ResetTimer()
	for i := range b.N {
		frame.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at.AddXY(float32(i%50), float32(i%30))}})
	}
}

// The key does what the button does.
func TestAPortraitIsCroppedByTheKeyOfTheMenu(t *testing.T) {
	f := withPortrait(t, smallHead(t))
	frametest.Enter(f.slot("face_photo").view)
	f.w.CropCommand().Action()
	if _, is := f.w.Canvas().Focused().(*cropFrame); !is {
		t.Errorf("the keyboard is at %T", f.w.Canvas().Focused())
	}
}
