package main

import (
	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.3/glfw"

	"graduand/ui/frame"
)

// standing is where the program's window stands on the screens. Fyne tells nothing of that and asks for
// nothing; GLFW below it does, on the main thread alone.
type standing struct {
	window   fyne.Window
	settings *frame.Settings
	at       *glfw.Window
	// normal is where it stood last while it did not fill the screen, without its frame.
	normal frame.Area
	// closed says that it is gone, or about to be.
	closed bool
}

// titleBar is how high the head of a window is taken for that the system has not put on it yet.
const titleBar = 32

// native is GLFW's own of a window of Fyne, nil before it is shown. Nothing leads to it but the drawing
// context that is current while Fyne draws (2.7.1, window.RunWithContext).
func native(window fyne.Window) (at *glfw.Window) {
	if drawn, is := window.(interface{ RunWithContext(func()) }); is {
		drawn.RunWithContext(func() { at = glfw.GetCurrentContext() })
	}
	return at
}

// begin puts the window that has just been shown where it stood last, else where the system has put it,
// in either case as large as the screen has room for.
func (s *standing) begin() {
	if s.at = native(s.window); s.at == nil {
		return
	}
	left, top, right, bottom := s.at.GetFrameSize()
	framed := top > 0
	if !framed {
		top = titleBar
	}
	// The system may have cut it already; Fyne, which does not know that yet, would undo it.
	now := s.now()
	scale := s.window.Canvas().Scale()
	now.Width, now.Height = int(s.settings.Width*scale), int(s.settings.Height*scale)
	last := s.settings.Standing
	if last != nil {
		now.X, now.Y = last.X, last.Y
	}
	wanted := frame.Area{X: now.X - left, Y: now.Y - top, Width: now.Width + left + right, Height: now.Height + top + bottom}
	fit := frame.PlaceIn(workAreas(), wanted)
	cut := fit.Width < wanted.Width || fit.Height < wanted.Height
	s.normal = frame.Area{X: fit.X + left, Y: fit.Y + top, Width: fit.Width - left - right, Height: fit.Height - top - bottom}
	s.window.Resize(s.size(s.normal))
	// Without a frame the system is about to find a place for it.
	if last != nil || framed && (fit.X != wanted.X || fit.Y != wanted.Y) {
		s.at.SetPos(s.normal.X, s.normal.Y)
	}
	if cut || last != nil && last.Maximised {
		s.at.Maximize()
	}
	s.follow()
}

// follow notes where the window goes; Fyne is told as before.
func (s *standing) follow() {
	sized := s.at.SetSizeCallback(nil)
	s.at.SetSizeCallback(func(at *glfw.Window, width, height int) {
		sized(at, width, height)
		s.note()
	})
	moved := s.at.SetPosCallback(nil)
	s.at.SetPosCallback(func(at *glfw.Window, x, y int) {
		moved(at, x, y)
		s.note()
	})
}

func (s *standing) note() {
	if !s.is(glfw.Maximized) && !s.is(glfw.Iconified) {
		s.normal = s.now()
	}
}

func (s *standing) is(attribute glfw.Hint) bool { return s.at.GetAttrib(attribute) == glfw.True }

// now is where the window is, without its frame.
func (s *standing) now() (a frame.Area) {
	a.X, a.Y = s.at.GetPos()
	a.Width, a.Height = s.at.GetSize()
	return a
}

// size is that of an area in the measure of the toolkit.
func (s *standing) size(a frame.Area) fyne.Size {
	scale := s.window.Canvas().Scale()
	return fyne.NewSize(float32(a.Width)/scale, float32(a.Height)/scale)
}

// keep notes in the settings where the window stands as it closes. Of one that fills a screen the size is
// that from before, and the corner is on that screen.
func (s *standing) keep() {
	if s.at == nil {
		return
	}
	place := &frame.Standing{X: s.normal.X, Y: s.normal.Y, Maximised: s.is(glfw.Maximized)}
	if now := s.now(); place.Maximised {
		size := s.size(s.normal)
		s.settings.Width, s.settings.Height = size.Width, size.Height
		place.X, place.Y = now.X, now.Y
	}
	s.settings.Standing = place
}

// raise brings the window to the front; where the system does not let it, its entry in the task bar calls
// for the user. One that is closed does not come: false.
func (s *standing) raise() bool {
	if s.at == nil || s.closed {
		return false
	}
	if s.is(glfw.Iconified) {
		s.at.Restore()
	}
	s.at.Show()
	s.at.Focus()
	if !s.is(glfw.Focused) {
		s.at.RequestAttention()
	}
	return true
}

// workAreas are the screens without task bars, the first one the main one.
func workAreas() (all []frame.Area) {
	for _, m := range glfw.GetMonitors() {
		var a frame.Area
		a.X, a.Y, a.Width, a.Height = m.GetWorkarea()
		all = append(all, a)
	}
	return all
}
